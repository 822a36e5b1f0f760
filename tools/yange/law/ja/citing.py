"""Cite a text and its clauses in Japanese: 港湾法（昭和二十五年法律第二百十八号）第二条の二第二項第三号."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from yange.law.ja.numerals import japanese_numeral
from yange.model import ClauseKind

__all__ = ["CITING", "JapaneseCitationForms"]

_UNITS = {ClauseKind.PARAGRAPH: "項", ClauseKind.ITEM: "号"}
_COUNTED = re.compile("[〇一二三四五六七八九十百千0-9０-９]+(?:の[〇一二三四五六七八九十百千0-9０-９]+)*")
_BRACKETS = "（）()"


class JapaneseCitationForms:
    """Citations in Japanese; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = "、"
    before_clause = ""

    def of_text(self, text: str) -> JapaneseCitationForms:
        """Return itself: all texts count alike."""
        return self

    def title(self, title: str) -> str:
        """Return the title as it is: it has no marks."""
        return title

    def bracketed(self, words: str) -> str:
        """Return （words）."""
        return f"（{words}）"

    def amended(self, day: date, kind: str) -> str:
        """Return 2021年3月26日改正後."""
        return f"{_day(day)}{kind}後"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return 2017年7月1日施行."""
        if first is None:
            return "施行日不明"
        return f"{_day(first)}施行{f'（その{japanese_numeral(nth)}）' if nth > 1 else ''}"

    def paragraph(self, nth: int) -> str:
        """Return 第二項."""
        return f"第{japanese_numeral(nth)}項"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return 第五条, 第二項 or 第三号; イ and （１） stay as they are printed."""
        plain = label.strip(_BRACKETS)
        if kind not in _UNITS or in_outline or not _COUNTED.fullmatch(plain):
            return label
        number, *branches = value.split("-")
        written = japanese_numeral(int(number)) if number.isdigit() else plain
        return f"第{written}{_UNITS[kind]}{''.join(f'の{japanese_numeral(int(part))}' for part in branches)}"

    def joined(self, steps: Sequence[str]) -> str:
        """Join the steps without a mark."""
        return "".join(steps)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


CITING = JapaneseCitationForms()
