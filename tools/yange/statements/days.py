"""Days as texts print them: 2020年3月1日, 二〇二〇年三月一日, 2020-03-01, 1 March 2020.

Chinese numerals are read by :mod:`yange.numbering` (cn2an); only the digit-by-digit writing of years is read here,
because cn2an reads a numeral as a number and a printed year is a row of digits.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yange.law.zh_hans.numerals import read_chinese_numeral

BLANK = "[ \t\u3000\u00a0\u2002\u2003]"
"""A blank inside a line, as scraped texts have them."""

_YEAR_SIGNS = "0-9０-９〇○零Ｏ一二三四五六七八九"
_SMALL = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
HAN_DAY = rf"[{_YEAR_SIGNS}]{{4}}{BLANK}*年{BLANK}*{_SMALL}{BLANK}*月{BLANK}*{_SMALL}{BLANK}*日"
"""A regular expression (without groups) for a day in Chinese writing; blanks as PDF texts have them are allowed."""

PLAIN_DAY = r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
"""A regular expression (without groups) for a day in figures, as web pages write it."""

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]
_ENGLISH_SMALL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
ENGLISH_DAY = (
    rf"(?:(?:the )?{_ENGLISH_SMALL}(?: day)?(?: of)? (?:{_MONTHS}),? [0-9]{{4}}"
    rf"|(?:{_MONTHS}) (?:the )?{_ENGLISH_SMALL},? [0-9]{{4}})"
)
"""A regular expression (without groups) for a day in English writing, in figures or in words."""

_PACKED_YEAR = "(?:[0-9]{4}|[〇○零Ｏ一二三四五六七八九]{4})"
_PACKED_MONTH = rf"{_PACKED_YEAR}年{_SMALL}月"
LOOSE_DAY = (
    rf"(?:{_PACKED_MONTH}{_SMALL}[日号]|(?<![0-9]){PLAIN_DAY}(?![0-9])|{_PACKED_MONTH}(?:底|末|初|份)?"
    rf"|{_PACKED_YEAR}年?年?(?:底|末)|{_PACKED_YEAR}年(?:度|初)?(?![0-9一二三四五六七八九十]))"
)
"""A regular expression (without groups) for a day, a month or a year in packed text (see :mod:`.packed`)."""

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
        small = next(found for word in words[:-1] if (found := _english_small(word)) is not None)
        return _made(int(words[-1]), _MONTH_NUMBER[name], small)
    return None


def _english_small(word: str) -> int | None:
    """Read 1, 1st or first."""
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    found = re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?", word)
    return int(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class LooseDay:
    """A day, or the month or year that is printed instead of one.

    ``first`` and ``last`` are equal for a day; for 2015年5月 they are the first and the last day of that month.
    """

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether a day is printed."""
        return self.first == self.last


def read_loose_day(phrase: str) -> LooseDay | None:
    """Return what ``phrase`` (packed, matched by :data:`LOOSE_DAY`) writes, or ``None`` if there is no such day."""
    day = read_day(phrase.replace("号", "日"))
    if day is not None:
        return LooseDay(day, day)
    found = _LOOSE_PARTS.fullmatch(phrase)
    if found is None:
        return None
    year = int(found["year"].translate(_DIGITS))
    month = read_chinese_numeral(found["month"]) if found["month"] else None
    if year == 0 or (found["month"] and (month is None or not 1 <= month <= _DECEMBER)):
        return None
    first, last = month or 1, month or _DECEMBER
    end = date(year, last, monthrange(year, last)[1])
    return LooseDay(end, end) if found["edge"] in ("底", "末") else LooseDay(date(year, first, 1), end)


_LOOSE_PARTS = re.compile(rf"(?P<year>{_PACKED_YEAR})年?(?:年?(?P<month>{_SMALL})月)?年?(?P<edge>底|末|初|份|度)?")
_DECEMBER = 12


def printed_days(text: str) -> Iterator[PrintedDay]:
    """Yield every day printed in ``text``, in order; writings of days that do not exist are left out."""
    for match in _DAY_ANYWHERE.finditer(text):
        day = read_day(match[0])
        if day is not None:
            yield PrintedDay(match.start(), match.end(), match[0], day)
