"""The names of units without a number: 序言, 尾段一, 附件一.

They are part of the file format and the same in texts of every language: addresses, answers and machine output use
them.
"""

from __future__ import annotations

from collections.abc import Sequence

from yange.law.zh_hans.numerals import chinese_numeral
from yange.model import ClauseKind

__all__ = ["NOTE", "UNNUMBERED", "annex_name", "closing_name"]

UNNUMBERED = {
    ClauseKind.TITLE: "标题",
    ClauseKind.COVER: "通知",
    ClauseKind.CAPTION: "题注",
    ClauseKind.PREAMBLE: "序言",
}
NOTE = "注"
"""The character before the symbol of a footnote in its label."""


def closing_name(nth: int) -> str:
    """Return the name of a text's nth closing paragraph, from 1."""
    return f"尾段{chinese_numeral(nth)}"


def annex_name(values: Sequence[int], label: str) -> str:
    """Return the name of an annex by its numbers (1之2 has two), or by its label if that is a letter."""
    return f"附件{'之'.join(map(chinese_numeral, values)) if values else label}"
