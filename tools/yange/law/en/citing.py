"""Cite a text and its clauses in English: Title (number, as amended on 2021-03-26), art. 5, para. 2."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from yange.model import ClauseKind

__all__ = ["CITING", "EnglishCitationForms"]

_WORDS = {
    ClauseKind.ARTICLE: "art.",
    ClauseKind.PARAGRAPH: "para.",
    ClauseKind.ITEM: "item",
    ClauseKind.SUBITEM: "subitem",
    ClauseKind.PART: "part",
    ClauseKind.CHAPTER: "ch.",
    ClauseKind.SECTION: "sec.",
    ClauseKind.ANNEX: "annex",
}
_OTHER = "point"
_HAN = re.compile("[\u4e00-\u9fff]")
_BRACKETS = "（）()"
_BEFORE_BRACKET = re.compile(r"(?<=[0-9A-Z)]), (?=\()")


class EnglishCitationForms:
    """Citations in English; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = ", "
    before_clause = ", "

    def of_text(self, text: str) -> EnglishCitationForms:
        """Return itself: all texts count in the same way."""
        return self

    def title(self, title: str) -> str:
        """Return the title as it is."""
        return title

    def bracketed(self, words: str) -> str:
        """Return the words in brackets, after a space."""
        return f" ({words})"

    def amended(self, day: date, kind: str) -> str:
        """Return the words for the last amendment: as amended on 2021-03-26."""
        return f"as amended on {day}"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return the words for the first day in force."""
        if first is None:
            return "text of unknown date"
        return f"text in force from {first}{f', no. {nth} of that day' if nth > 1 else ''}"

    def paragraph(self, nth: int) -> str:
        """Return para. 2."""
        return f"para. {nth}"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return art. 5 for 第五条; a label in Latin letters is not changed: Article 5(a)."""
        counted = _HAN.search(label) or label.strip(_BRACKETS).isdigit()
        return f"{_WORDS.get(kind, _OTHER)} {value}" if counted else label

    def joined(self, steps: Sequence[str]) -> str:
        """Return the steps joined with commas, but without one before a bracket: Article 5(a), art. 5, para. 2."""
        return _BEFORE_BRACKET.sub("", ", ".join(steps))


CITING = EnglishCitationForms()
