"""Days as texts print them: 2020年3月1日, 二〇二〇年三月一日, 2020-03-01, 1 March 2020.

Chinese numerals are read by :mod:`yange.numbering` (cn2an); only the digit-by-digit writing of years is read here,
because cn2an reads a numeral as a number and a printed year is a row of digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yange.numbering import read_chinese_numeral

BLANK = "[ \t\u3000\u00a0\u2002\u2003]"
"""A blank inside a line, as scraped texts have them."""

_YEAR_SIGNS = "0-9０-９〇○零Ｏ一二三四五六七八九"
_SMALL = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
HAN_DAY = rf"[{_YEAR_SIGNS}]{{4}}{BLANK}*年{BLANK}*{_SMALL}{BLANK}*月{BLANK}*{_SMALL}{BLANK}*日"
"""A regular expression (without groups) for a day in Chinese writing; blanks as PDF texts have them are allowed."""

PLAIN_DAY = r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
"""A regular expression (without groups) for a day in figures, as web pages write it."""

ENGLISH_DAY = rf"(?:[0-9]{{1,2}} (?:{_MONTHS}) [0-9]{{4}}|(?:{_MONTHS}) [0-9]{{1,2}}, [0-9]{{4}})"
"""A regular expression (without groups) for a day in English writing."""

_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九０１２３４５６７８９", "000012345678901234" + "56789")
_HAN_PARTS = re.compile(rf"([{_YEAR_SIGNS}]{{4}})年({_SMALL})月({_SMALL})日")
_DAY_ANYWHERE = re.compile(rf"(?:{HAN_DAY}|{PLAIN_DAY}|{ENGLISH_DAY})")
_MONTH_NUMBER = {name: number for number, name in enumerate(_MONTHS.split("|"), 1)}


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day where it stands: ``[start, end)`` in characters; ``phrase`` is what is printed there."""

    start: int
    end: int
    phrase: str
    day: date


def _made(year: int, month: int | None, day: int | None) -> date | None:
    if month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_day(phrase: str) -> date | None:
    """Return the day that ``phrase`` writes (Chinese, in figures or English), or ``None`` if there is no such day."""
    packed = re.sub(rf"{BLANK}+", "", phrase)
    if match := _HAN_PARTS.fullmatch(packed):
        year = int(match[1].translate(_DIGITS))
        return _made(year, read_chinese_numeral(match[2]), read_chinese_numeral(match[3]))
    if re.fullmatch(PLAIN_DAY, packed):
        year, month, day = (int(part) for part in re.split(r"[-/.]", packed))
        return _made(year, month, day)
    if re.fullmatch(ENGLISH_DAY, phrase):
        words = phrase.replace(",", "").split()
        name = next(word for word in words if word in _MONTH_NUMBER)
        small = next(word for word in words if word.isdigit() and len(word) <= 2)
        return _made(int(words[-1]), _MONTH_NUMBER[name], int(small))
    return None


def printed_days(text: str) -> Iterator[PrintedDay]:
    """Yield every day printed in ``text``, in order; writings of days that do not exist are left out."""
    for match in _DAY_ANYWHERE.finditer(text):
        day = read_day(match[0])
        if day is not None:
            yield PrintedDay(match.start(), match.end(), match[0], day)
