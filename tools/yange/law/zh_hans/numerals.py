"""Read and write Chinese numerals with cn2an, the most used library for them."""

from __future__ import annotations

import re
from functools import lru_cache

from yange.numbering import BLANKS

__all__ = ["HAN_DIGITS", "LONGEST_NUMERAL", "SMALL_NUMERALS", "chinese_numeral", "read_chinese_numeral"]

HAN_DIGITS = "〇○零一二两三四五六七八九十百千"
"""The characters of a clause's number, for use in a character class."""
LONGEST_NUMERAL = 16
"""Characters. No clause has a longer number."""

_WIDE_DIGITS = str.maketrans("０１２３４５６７８９○", "0123456789〇")
_MOST_DIGITS = 6
_WELL_FORMED = re.compile(
    r"[〇零一二三四五六七八九]+"
    r"|(?:[一二两三四五六七八九]?千(?:[零〇](?![一二两三四五六七八九]?百))?)?(?:[一二两三四五六七八九]?百(?:[零〇](?![一二三四五六七八九]?十))?)?"
    r"(?:[一二三四五六七八九]?十)?(?:(?<![百千])[一二三四五六七八九])?"
)
"""Numerals in legal drafting: with units, or digit by digit; 三百四 (340 in speech) is neither."""
_BARE_UNIT = re.compile(r"(?<![一二两三四五六七八九])(?=[十百千])")
_GAPS = re.compile(f"[{BLANKS}]")


_ONES = ("", *"一二三四五六七八九")
SMALL_NUMERALS = {
    f"{'' if tens == 1 else _ONES[tens]}{'十' if tens else ''}{_ONES[ones]}": 10 * tens + ones
    for tens in range(10)
    for ones in range(10)
    if tens or ones
}
"""The numerals of 1 to 99 as drafters write them. Most numbers of clauses are among them, and cn2an takes as long to
load as a text of 100 articles to parse; a test compares each with what cn2an says."""
_WRITTEN = {value: numeral for numeral, value in SMALL_NUMERALS.items()}


@lru_cache(maxsize=4096)
def read_chinese_numeral(text: str) -> int | None:
    """Return the value of a Chinese or Arabic numeral (full width too), or ``None`` if it is none.

    百一十 (without the leading 一) is accepted, as drafters write it, and so are spaces inside, as PDF files leave
    them. A number of more than six digits is not accepted: no clause has one.
    """
    digits = _GAPS.sub("", text.translate(_WIDE_DIGITS))
    if digits.isascii():
        return int(digits) if digits.isdigit() and len(digits) <= _MOST_DIGITS else None
    if digits in SMALL_NUMERALS:
        return SMALL_NUMERALS[digits]
    if len(digits) > LONGEST_NUMERAL or not _WELL_FORMED.fullmatch(digits):
        return None
    import cn2an  # here: it takes 0.1 s to load, and few texts have such a number

    try:
        return int(cn2an.cn2an(_BARE_UNIT.sub("一", digits), "normal"))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def chinese_numeral(value: int) -> str:
    """Return ``value`` (1 to 9999) as a drafter writes it: 10 is 十, 12 十二, 110 一百一十."""
    if value in _WRITTEN:
        return _WRITTEN[value]
    import cn2an

    written: str = cn2an.an2cn(str(value), "low")
    return written[1:] if written.startswith("一十") else written
