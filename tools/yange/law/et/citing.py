"""How Estonian legal writing cites a text and its clauses: praamiseadus § 5 lg 2 p 3."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yange.model import ClauseKind

__all__ = ["CITING", "EstonianCitationForms"]


class EstonianCitationForms:
    """Citations in Estonian; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = ", "
    before_clause = " "

    def of_text(self, text: str) -> EstonianCitationForms:
        """Return itself: all texts count alike."""
        return self

    def title(self, title: str) -> str:
        """Return the title as it is."""
        return title

    def bracketed(self, words: str) -> str:
        """Return the words in brackets, with a blank before them."""
        return f" ({words})"

    def amended(self, day: date, kind: str) -> str:
        """Return *muudetud 26.03.2021*."""
        return f"muudetud {day:%d.%m.%Y}"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return *redaktsioon alates 01.07.2017*."""
        if first is None:
            return "jõustumise päev teadmata"
        return f"redaktsioon alates {first:%d.%m.%Y}{f' ({nth})' if nth > 1 else ''}"

    def paragraph(self, nth: int) -> str:
        """Return *lg 2*."""
        return f"lg {nth}"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return lg 2 for (2), p 3 for 3) and p a for a); § 5 stays as it is printed."""
        if in_outline or kind not in (ClauseKind.ITEM, ClauseKind.SUBITEM):
            return label
        return f"{'lg' if label.startswith('(') else 'p'} {label.strip('().')}"

    def joined(self, steps: Sequence[str]) -> str:
        """Join the steps with blanks."""
        return " ".join(steps)


CITING = EstonianCitationForms()
