"""Read clause labels in statements of effect: 第三条第二款, （八）, 附件2, with lists and ranges."""

from __future__ import annotations

import re

from yange.law.zh_hans.numerals import chinese_numeral, read_chinese_numeral

_COUNT = "[一二三四五六七八九十百零〇0-9]+"
LABEL = (
    rf"(?:第{_COUNT}[编章节条](?:之[一二三四五六七八九十]+)?(?:第?[（(]?{_COUNT}[）)]?[款项目])*"
    r"|[（(][一二三四五六七八九十百]+[）)]|[一二三四五六七八九十百]+(?=、)|附(?:件|表|录)[0-9一二三四五六七八九十]*)"
)
"""A regular expression (without groups) for one label in packed text."""

LABELS = rf"{LABEL}(?:(?:、|，|,|和|及|与|以及|至|到|—|－|-|~)?{LABEL})*"
"""A regular expression (without groups) for a list of labels, with ranges."""

_RANGE = re.compile(rf"(?P<from>{LABEL})(?:(?:至|到|—|－|-|~)(?P<to>{LABEL}))?")
_SERIES = re.compile(r"(第|[（(])([一二三四五六七八九十百]+)([编章节条]|[）)])")
_LONGEST_RANGE = 500


def labels(words: str | None) -> tuple[str, ...]:
    """Return each label of 第三条至第五条、（八）, with ranges expanded."""
    found: list[str] = []
    for match in _RANGE.finditer(words or ""):
        first, last = match["from"], match["to"]
        found.extend([first] if last is None else _between(first, last))
    return tuple(dict.fromkeys(found))


def _between(first: str, last: str) -> list[str]:
    one, other = _SERIES.fullmatch(first), _SERIES.fullmatch(last)
    if one is None or other is None or one[3] != other[3]:
        return [first, last]
    low, high = read_chinese_numeral(one[2]), read_chinese_numeral(other[2])
    if low is None or high is None or not low <= high <= low + _LONGEST_RANGE:
        return [first, last]
    return [f"{one[1]}{chinese_numeral(value)}{one[3]}" for value in range(low, high + 1)]
