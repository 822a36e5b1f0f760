"""Terms: 5年, 六个月, 半年, 一年半, 2年6个月, 30日."""

from __future__ import annotations

from collections.abc import Mapping

from yange.law.zh_hans.numerals import read_chinese_numeral

__all__ = ["TERM", "read_term"]

_NUMERAL = "(?:[0-9]+|[一二两三四五六七八九十百]+|半)"
TERM = (
    rf"(?P<n>{_NUMERAL})(?P<unit>周?年|个?月|[日天周])(?:(?<=年)(?:(?P<half>半)|[零又加]?(?P<more>{_NUMERAL})个?月))?"
    r"(?![以内度前半多余左上0-9一二两三四五六七八九十百零又])"
)
"""A regular expression for a term, with the groups of :func:`read_term`; 5年以内, 5年左右 and 第5年度 do not match."""


def read_term(groups: Mapping[str, str | None]) -> tuple[int | None, int | None, int | None]:
    """Return the term of a match of :data:`TERM` as (years, months, days), with half a year as six months."""
    numeral, unit = groups["n"] or "", groups["unit"] or ""
    half = numeral == "半"
    count = 1 if half else _count(numeral)
    if unit.endswith("年"):
        more = 6 if groups["half"] else _count(groups["more"]) if groups["more"] else 0
        return (None, 12 * count * (not half) + 6 * half + more, None) if half or more else (count, 12 * count, None)
    if unit.endswith("月"):
        return (None, None, 15) if half else (None, count, None)
    return None, None, count * (7 if unit == "周" else 1)


def _count(numeral: str) -> int:
    return read_chinese_numeral("二" if numeral == "两" else numeral) or 0
