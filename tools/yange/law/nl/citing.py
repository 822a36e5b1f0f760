"""How Dutch legal writing cites a text and its clauses: Veerwet, artikel 5, tweede lid, onderdeel a."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yange.law.nl.numerals import ordinal_word
from yange.model import ClauseKind

__all__ = ["CITING", "DutchCitationForms"]


class DutchCitationForms:
    """Citations in Dutch; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = ", "
    before_clause = ", "

    def of_text(self, text: str) -> DutchCitationForms:
        """Return itself: all texts count alike."""
        return self

    def title(self, title: str) -> str:
        """Return the title as it is."""
        return title

    def bracketed(self, words: str) -> str:
        """Return the words in brackets, with a blank before them."""
        return f" ({words})"

    def amended(self, day: date, kind: str) -> str:
        """Return *gewijzigd op 26-03-2021*."""
        return f"gewijzigd op {day:%d-%m-%Y}"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return *geldend vanaf 01-07-2017*."""
        if first is None:
            return "dag van inwerkingtreding onbekend"
        return f"geldend vanaf {first:%d-%m-%Y}{f' ({nth})' if nth > 1 else ''}"

    def paragraph(self, nth: int) -> str:
        """Return *tweede lid*, or *lid 21* beyond the ordinals of the pack."""
        word = ordinal_word(nth)
        return f"{word} lid" if word else f"lid {nth}"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return artikel 5, tweede lid for 2., onderdeel a for a. and onder 1° for 1°."""
        bare = label.strip("().")
        if in_outline or kind not in (ClauseKind.ITEM, ClauseKind.SUBITEM):
            return label[:1].lower() + label[1:] if kind is ClauseKind.ARTICLE else label
        if bare.isdigit():
            return self.paragraph(int(bare))
        return f"onder {bare}" if bare.endswith("°") else f"onderdeel {bare}"

    def joined(self, steps: Sequence[str]) -> str:
        """Join the steps with commas."""
        return ", ".join(steps)


CITING = DutchCitationForms()
