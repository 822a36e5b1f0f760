"""Japanese numbers in figures: 三万円 and 30,000円, 百分の十 and 10％, 令和六年 and 2024年 are one value."""

from __future__ import annotations

import re
from fractions import Fraction

from yange.law.ja.days import ERAS, western_year
from yange.law.ja.numerals import read_japanese_numeral

__all__ = ["SUM", "plain"]

_KANJI = "〇一二三四五六七八九十百千"
_FIGURE = r"(?>\d+(?:,\d{3}){0,9}(?:\.\d+)?)"
SUM = rf"(?:{_FIGURE}[千百]?[万億兆]?(?:{_FIGURE}[千百]?[万億]?){{0,2}}|[{_KANJI}万億兆]{{1,24}})"
"""A number in figures, in kanji, or in both: 30,000, 三万, 1億5千万. A regular expression without groups."""
_ERA = re.compile(rf"(?P<era>{'|'.join(ERAS)})(?P<year>元|\d{{1,3}}|[{_KANJI}]{{1,5}})年")
_SHARE = re.compile(rf"(?P<of>百|千|万|100|1000)分の(?P<n>{SUM}(?:[・·.][{_KANJI}]{{1,4}})?)")
_FRACTION = re.compile(rf"(?P<of>[{_KANJI}\d]{{1,6}})分の(?P<n>[{_KANJI}\d]{{1,6}})")
_TENTHS = re.compile(rf"(?P<n>[{_KANJI}\d]{{1,3}})割")
_SIGNS = {"百": "%", "100": "%", "千": "‰", "1000": "‰", "万": "‱"}
_NUMBER = re.compile(SUM)
_SECTION = re.compile(rf"(?P<n>{_FIGURE}|[{_KANJI}]+)?(?P<small>[千百])?(?P<large>[万億兆])?")
_SIZES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}


def plain(key: str) -> str:
    """Return a piece of a match key with its numbers in figures; what cannot be read as a number stays."""
    key = _ERA.sub(_year, key)
    key = _FRACTION.sub(_fraction, _SHARE.sub(_share, key))
    return _NUMBER.sub(_sum, _TENTHS.sub(_tenth, key))


def _year(match: re.Match[str]) -> str:
    year = western_year(match["era"], match["year"])
    return match[0] if year is None else f"{year}年"


def _share(match: re.Match[str]) -> str:
    whole, _, part = re.sub("[・·]", ".", match["n"]).partition(".")
    value, digits = _value(whole), [read_japanese_numeral(sign) for sign in part]
    if value is None or None in digits:
        return match[0]
    return f"{_written(value)}{'.' if digits else ''}{''.join(map(str, digits))}{_SIGNS[match['of']]}"


def _fraction(match: re.Match[str]) -> str:
    below, above = _value(match["of"]), _value(match["n"])
    return match[0] if below is None or above is None else f"{_written(above)}/{_written(below)}"


def _tenth(match: re.Match[str]) -> str:
    value = _value(match["n"])
    return match[0] if value is None else f"{_written(value * 10)}%"


def _sum(match: re.Match[str]) -> str:
    value = _value(match[0])
    return match[0] if value is None else _written(value)


def _written(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(float(value))


def _value(text: str) -> Fraction | None:
    total, at = Fraction(0), 0
    while at < len(text):
        match = _SECTION.match(text, at)
        if match is None or match.end() == at:
            return None
        number = match["n"]
        if number is None:
            part: Fraction | None = Fraction(1) if match["small"] or match["large"] else None
        elif number[0].isascii():
            part = Fraction(number.replace(",", ""))
        else:
            read = read_japanese_numeral(number)
            part = None if read is None else Fraction(read)
        if part is None:
            return None
        total += part * _SIZES[match["small"] or ""] * _SIZES[match["large"] or ""]
        at = match.end()
    return total if text else None
