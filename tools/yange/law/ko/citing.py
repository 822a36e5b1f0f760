"""How Korean legal writing cites a text and its clauses: 「항만법」(법률 제1234호) 제3조의2제1항제2호가목."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yange.model import ClauseKind

__all__ = ["CITING", "KoreanCitationForms"]

_UNITS = {ClauseKind.PARAGRAPH: "항", ClauseKind.ITEM: "호"}


class KoreanCitationForms:
    """Citations in Korean; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = ", "
    before_clause = " "

    def of_text(self, text: str) -> KoreanCitationForms:
        """Return itself: all texts count alike."""
        return self

    def title(self, title: str) -> str:
        """Return 「title」."""
        return f"「{title}」"

    def bracketed(self, words: str) -> str:
        """Return (words)."""
        return f"({words})"

    def amended(self, day: date, kind: str) -> str:
        """Return 2021. 3. 26. 개정."""
        return f"{_day(day)} {kind}"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return 2017. 7. 1. 시행."""
        if first is None:
            return "시행일 미상"
        return f"{_day(first)} 시행{f' ({nth})' if nth > 1 else ''}"

    def paragraph(self, nth: int) -> str:
        """Return 제2항."""
        return f"제{nth}항"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return 제5조, 제2항, 제3호 or 가목."""
        if kind in _UNITS and not in_outline and value.replace("-", "").isdigit():
            number, *branches = value.split("-")
            return f"제{number}{_UNITS[kind]}{''.join(f'의{part}' for part in branches)}"
        return f"{label}목" if kind is ClauseKind.SUBITEM and len(label) == 1 else label

    def joined(self, steps: Sequence[str]) -> str:
        """Join the steps without a mark."""
        return "".join(steps)


def _day(day: date) -> str:
    return f"{day.year}. {day.month}. {day.day}."


CITING = KoreanCitationForms()
