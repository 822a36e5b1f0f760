"""How a text and its clauses are cited in French: Titre (n° 90-12, modifiée le 2021-03-26), art. 5, al. 2."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from yange.model import ClauseKind

__all__ = ["CITING", "FrenchCitationForms"]

_ARTICLE = re.compile(r"^(?:Article|ARTICLE|Art\.)[ \u00a0]")


class FrenchCitationForms:
    """Citations in French; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = ", "
    before_clause = ", "

    def of_text(self, text: str) -> FrenchCitationForms:
        """Return itself: all texts count alike."""
        return self

    def title(self, title: str) -> str:
        """Return the title as it is."""
        return title

    def bracketed(self, words: str) -> str:
        """Return the words in brackets behind a blank."""
        return f" ({words})"

    def amended(self, day: date, kind: str) -> str:
        """Return by which day's amendment the text is known."""
        return f"dans sa rédaction modifiée le {day}"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return from which day the text is in force."""
        if first is None:
            return "texte de date inconnue"
        return f"texte en vigueur à partir du {first}{f', n° {nth} de ce jour' if nth > 1 else ''}"

    def paragraph(self, nth: int) -> str:
        """Return al. 2."""
        return f"al. {nth}"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return art. L. 121-1 for Article L. 121-1; every other label stays as it is printed: 2°, chapitre II."""
        return _ARTICLE.sub("art. ", label) if kind is ClauseKind.ARTICLE else label

    def joined(self, steps: Sequence[str]) -> str:
        """Join the steps with commas."""
        return ", ".join(steps)


CITING = FrenchCitationForms()
