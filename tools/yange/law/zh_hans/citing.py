"""Cite a text and its clauses in Chinese: 《…》（文号，某年某月某日修正文本）第五条第二款第（三）项."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from yange.law.zh_hans.numerals import chinese_numeral
from yange.law.zh_hans.script import as_written
from yange.model import ClauseKind

__all__ = ["CITING", "ChineseCitationForms"]

_UNITS = {ClauseKind.ITEM: "项", ClauseKind.SUBITEM: "目"}
_PARAGRAPH = "款"
_ENDS_IN_NUMERAL = re.compile("[零一二三四五六七八九十百千]$")
_HAN = re.compile("[\u4e00-\u9fff]")
_BRACKETS = "（）()"


class ChineseCitationForms:
    """Citations in Chinese; see :class:`yange.law.aspects.citing.CitationForms`."""

    comma = "，"
    before_clause = ""

    def __init__(
        self,
        script: Callable[[str], str] = as_written,
        paragraph: str = _PARAGRAPH,
        units: dict[ClauseKind, str] = _UNITS,
    ) -> None:
        """Set the words in the characters of a script; ``paragraph`` and ``units`` are the units of the place."""
        self._script = script
        self._paragraph = script(paragraph)
        self._units = {kind: script(unit) for kind, unit in units.items()}

    def of_text(self, text: str) -> ChineseCitationForms:
        """Return itself: all texts count in the same way."""
        return self

    def title(self, title: str) -> str:
        """Return 《title》."""
        return f"《{title}》"

    def bracketed(self, words: str) -> str:
        """Return （words）."""
        return f"（{words}）"

    def amended(self, day: date, kind: str) -> str:
        """Return 2021年3月26日修正文本."""
        return f"{_day(day)}{kind}文本"

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return 2017年7月1日起施行的文本."""
        if first is None:
            return self._script("施行日不明的文本")
        which = self._script(f"第{nth}个") if nth > 1 else ""
        return f"{_day(first)}起施行的{which}文本"

    def paragraph(self, nth: int) -> str:
        """Return 第二款."""
        return f"第{chinese_numeral(nth)}{self._paragraph}"

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return 第五条 or 第（三）项; a label in Latin letters is not changed."""
        counted = _HAN.search(label) or label.strip(_BRACKETS).isdigit()
        return f"第{label}{self._units[kind]}" if counted and kind in self._units and not in_outline else label

    def joined(self, steps: Sequence[str]) -> str:
        """Return the steps joined without a separator, except 一、（二）."""
        name = ""
        for step in steps:
            comma = "、" if step.startswith("（") and _ENDS_IN_NUMERAL.search(name) else ""
            name += comma + step
        return name


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


CITING = ChineseCitationForms()
