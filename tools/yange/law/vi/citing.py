"""How Vietnamese legal writing cites a text and its clauses: điểm a khoản 2 Điều 5 Luật Bến phà."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yange.model import ClauseKind

__all__ = ["CITING", "VietnameseCitationForms"]

_WORDS = {
    ClauseKind.ARTICLE: "Điều",
    ClauseKind.ITEM: "khoản",
    ClauseKind.SUBITEM: "điểm",
    ClauseKind.PART: "Phần",
    ClauseKind.CHAPTER: "Chương",
    ClauseKind.SECTION: "Mục",
    ClauseKind.ANNEX: "Phụ lục",
}


class VietnameseCitationForms:
    """Citations in Vietnamese; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = ", "
    before_clause = ", "

    def of_text(self, text: str) -> VietnameseCitationForms:
        """Return itself: all texts count alike."""
        return self

    def title(self, title: str) -> str:
        """Return the title: Vietnamese sets no marks about it."""
        return title

    def bracketed(self, words: str) -> str:
        """Return the words in brackets, with a blank before them."""
        return f" ({words})"

    def amended(self, day: date, kind: str) -> str:
        """Return *sửa đổi, bổ sung ngày 26/3/2021*."""
        return f"sửa đổi, bổ sung ngày {_day(day)}"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return *có hiệu lực từ ngày 1/7/2017*."""
        if first is None:
            return "chưa rõ ngày có hiệu lực"
        return f"có hiệu lực từ ngày {_day(first)}{f' ({nth})' if nth > 1 else ''}"

    def paragraph(self, nth: int) -> str:
        """Return *đoạn 2*."""
        return f"đoạn {nth}"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return Điều 5, khoản 2 or điểm a."""
        word, bare = _WORDS.get(kind), label.strip("().:")
        if word is None or in_outline:
            return label
        return bare if bare.casefold().startswith(word.casefold()) else f"{word} {bare}"

    def joined(self, steps: Sequence[str]) -> str:
        """Join the steps, the innermost first."""
        return " ".join(reversed(steps))


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


CITING = VietnameseCitationForms()
