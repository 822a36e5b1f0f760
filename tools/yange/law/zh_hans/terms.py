"""Terms: 5年, 六个月, 半年, 30日."""

from __future__ import annotations

from yange.law.zh_hans.numerals import read_chinese_numeral

__all__ = ["TERM", "read_term"]

_NUMERAL = "(?:[0-9]+|[一二两三四五六七八九十百]+|半)"
TERM = rf"(?P<n>{_NUMERAL})(?P<unit>周?年|个?月|[日天周])(?![以内度前])"
"""A regular expression for a term, with the groups ``n`` and ``unit``; 5年以内 and 第5年度 do not match."""


def read_term(numeral: str, unit: str) -> tuple[int | None, int | None, int | None]:
    """Return a term as (years, months, days), with half a year as six months."""
    half = numeral == "半"
    count = 1 if half else read_chinese_numeral("二" if numeral == "两" else numeral) or 0
    if unit.endswith("年"):
        return (None, 6, None) if half else (count, 12 * count, None)
    if unit.endswith("月"):
        return (None, None, 15) if half else (None, count, None)
    return None, None, count * (7 if unit == "周" else 1)
