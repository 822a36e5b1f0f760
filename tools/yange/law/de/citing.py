"""How a text and its clauses are cited in German: Titel (zuletzt geändert am 2021-03-26), § 5 Abs. 2 Nr. 3."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from yange.model import ClauseKind

__all__ = ["CITING", "GermanCitationForms"]

_WORDS = {
    ClauseKind.ARTICLE: "§",
    ClauseKind.PARAGRAPH: "Abs.",
    ClauseKind.ITEM: "Nr.",
    ClauseKind.SUBITEM: "Nr.",
    ClauseKind.PART: "Teil",
    ClauseKind.CHAPTER: "Kapitel",
    ClauseKind.SECTION: "Abschnitt",
    ClauseKind.ANNEX: "Anlage",
}
_OTHER = "Nr."
_ABSATZ = re.compile(r"\(?[0-9]+[a-z]?\)?$")
_LETTER = re.compile(r"\(?([a-z]{1,3})[).]?$")


class GermanCitationForms:
    """Citations in German; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = ", "
    before_clause = ", "

    def of_text(self, text: str) -> GermanCitationForms:
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
        return f"zuletzt geändert am {day}"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return from which day the text is in force."""
        if first is None:
            return "Fassung ohne bekannten Tag"
        return f"Fassung ab {first}{f', Nr. {nth} dieses Tages' if nth > 1 else ''}"

    def paragraph(self, nth: int) -> str:
        """Return Abs. 2."""
        return f"Abs. {nth}"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return Abs. 2 for (2), Nr. 3 for 3, Buchst. a for a); § 5 and Art. 5 stay as they are printed."""
        if kind is ClauseKind.ITEM and label.startswith("("):
            return f"Abs. {label.strip('()')}" if _ABSATZ.match(label) else label
        letter = _LETTER.match(label)
        if letter:
            return f"Buchst. {letter[1]}"
        return f"{_WORDS.get(kind, _OTHER)} {label}" if label[:1].isdigit() and label.isalnum() else label

    def joined(self, steps: Sequence[str]) -> str:
        """Join the steps with blanks."""
        return " ".join(steps)


CITING = GermanCitationForms()
