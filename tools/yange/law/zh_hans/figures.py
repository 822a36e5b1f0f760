"""Write Chinese numbers in figures: 三个月 and 3个月, 五万元 and 50000元 are one value."""

from __future__ import annotations

import re
from fractions import Fraction

from yange.law.zh_hans.numerals import read_chinese_numeral

__all__ = ["plain"]

_HAN = "〇零一二两三四五六七八九十百千"
_SHARE = re.compile(rf"(百|千|万)分之([{_HAN}\d]+(?:点[{_HAN}]+)?)")
_SIGNS = {"百": "%", "千": "‰", "万": "‱"}
_NUMBER = re.compile(rf"((?:\d+(?:,\d{{3}})*(?:\.\d+)?|[{_HAN}]+)(?:[万亿][{_HAN}]*)*)")
_PART = re.compile(rf"(\d+(?:,\d{{3}})*(?:\.\d+)?|[{_HAN}]+)([万亿]*)")
_LONGEST = 40  # no amount has so many digits; longer ones are not changed
_SCALES = {"万": 10_000, "亿": 100_000_000}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億圆", "一二三四五六七八九十百千万亿元")


def plain(key: str) -> str:
    """Return part of a match key with its Chinese numbers in figures."""
    return _NUMBER.sub(_figure, _SHARE.sub(_share, key.translate(_FORMAL)))


def _share(match: re.Match[str]) -> str:
    if len(match[2]) > _LONGEST:
        return match[0]
    whole, _, part = match[2].partition("点")
    number, digits = _value(whole), "".join(str(read_chinese_numeral(sign)) for sign in part)
    return match[0] if number is None else f"{number}{'.' if digits else ''}{digits}{_SIGNS[match[1]]}"


def _figure(match: re.Match[str]) -> str:
    if len(match[1]) > _LONGEST:
        return match[0]
    total = Fraction(0)
    for part, scale in _PART.findall(match[1]):
        value = _value(part)
        if value is None:
            return match[0]
        for sign in scale:
            value *= _SCALES[sign]
        total += value
    return str(total.numerator) if total.denominator == 1 else str(float(total))


def _value(digits: str) -> Fraction | None:
    if digits[0].isdigit() and digits.isascii():
        return Fraction(digits.replace(",", ""))
    number = 2 if digits == "两" else read_chinese_numeral(digits)
    return None if number is None else Fraction(number)
