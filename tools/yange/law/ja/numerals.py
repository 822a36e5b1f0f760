"""Japanese numerals: 百一 is 101, 百十 110, 一〇三 103.

They differ from Chinese ones: no 零 stands for a place that is empty, and no 一 before 十, 百 and 千.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["KANJI_DIGITS", "LONGEST_NUMERAL", "japanese_numeral", "read_japanese_numeral"]

KANJI_DIGITS = "〇○一二三四五六七八九十百千"
"""The characters of a clause's number, for use in a character class."""
LONGEST_NUMERAL = 12
"""Characters. No clause has a longer number."""

_DIGITS = {"〇": 0, "○": 0, **{digit: value for value, digit in enumerate("一二三四五六七八九", 1)}}
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_MOST_DIGITS = 6
_PLACES = re.compile(
    r"(?:(?P<k>[一二三四五六七八九])?(?P<K>千))?(?:(?P<h>[一二三四五六七八九])?(?P<H>百))?"
    r"(?:(?P<t>[一二三四五六七八九])?(?P<T>十))?(?P<u>[一二三四五六七八九])?"
)


@lru_cache(maxsize=4096)
def read_japanese_numeral(text: str) -> int | None:
    """Return the value of a numeral below 10,000 in kanji, or in figures (full width too); ``None`` if it is none."""
    plain = "".join(text.translate(_WIDE).split())
    if plain.isascii():
        return int(plain) if plain.isdigit() and len(plain) <= _MOST_DIGITS else None
    if len(plain) > LONGEST_NUMERAL or not plain:
        return None
    if all(sign in _DIGITS for sign in plain):
        return int("".join(str(_DIGITS[sign]) for sign in plain)) if len(plain) <= _MOST_DIGITS else None
    match = _PLACES.fullmatch(plain)
    if match is None:
        return None
    tens = ((1000, "K", "k"), (100, "H", "h"), (10, "T", "t"))
    total = sum(size * _DIGITS.get(match[count] or "一", 1) for size, unit, count in tens if match[unit])
    return total + (_DIGITS[match["u"]] if match["u"] else 0)


@lru_cache(maxsize=4096)
def japanese_numeral(value: int) -> str:
    """Return a value from 1 to 9999 as drafters write it: 10 is 十, 101 百一, 110 百十."""
    out = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        count, value = divmod(value, size)
        if count:
            out += ("" if count == 1 and unit else "〇一二三四五六七八九"[count]) + unit
    return out
