"""How a text and its clauses are cited in Spanish: Ley 39/2015 (…), art. 5, apdo. 2."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yange.model import ClauseKind

__all__ = ["CITING", "SpanishCitationForms"]

_WORDS = {
    ClauseKind.ARTICLE: "art.",
    ClauseKind.PARAGRAPH: "párr.",
    ClauseKind.ITEM: "apdo.",
    ClauseKind.SUBITEM: "letra",
    ClauseKind.PART: "tít.",
    ClauseKind.CHAPTER: "cap.",
    ClauseKind.SECTION: "secc.",
    ClauseKind.ANNEX: "anexo",
}
_OTHER = "punto"


class SpanishCitationForms:
    """Citations in Spanish; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = ", "
    before_clause = ", "

    def of_text(self, text: str) -> SpanishCitationForms:
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
        return f"redacción de {day}"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return from which day the text is in force."""
        if first is None:
            return "texto sin fecha conocida"
        return f"texto en vigor desde {first}{f', n.º {nth} de ese día' if nth > 1 else ''}"

    def paragraph(self, nth: int) -> str:
        """Return párr. 2."""
        return f"párr. {nth}"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return apdo. 2 for 2; a label in letters stays as it is printed: Artículo 5, a)."""
        return f"{_WORDS.get(kind, _OTHER)} {value}" if label.strip("().").isdigit() else label

    def joined(self, steps: Sequence[str]) -> str:
        """Join the steps with commas."""
        return ", ".join(steps)


CITING = SpanishCitationForms()
