"""Read days in Chinese: 2020年3月1日, 二〇二〇年三月一日, and the months and years printed instead of one.

Chinese numerals are read by :mod:`.numerals` (cn2an); only the digit-by-digit writing of years is read here,
because cn2an reads a numeral as a number and a printed year is a row of digits.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from yange.characters import BLANK
from yange.dates import DAY_IN_FIGURES, calendar_day, read_day_in_figures
from yange.law.aspects.days import LooseDay
from yange.law.zh_hans.numerals import read_chinese_numeral

__all__ = ["DAY", "DAYS", "LOOSE_DAY", "ChineseDays", "read_loose_day"]

_YEAR_DIGITS = "0-9０-９〇○零Ｏ一二三四五六七八九"
_SMALL = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
DAY = rf"[{_YEAR_DIGITS}]{{4}}{BLANK}*年{BLANK}*{_SMALL}{BLANK}*月{BLANK}*{_SMALL}{BLANK}*日"
"""A regular expression (without groups) for a day, with the stray spaces of texts from PDF files."""

_PACKED_YEAR = "(?:[0-9]{4}|[〇○零Ｏ一二三四五六七八九]{4})"
_PACKED_MONTH = rf"{_PACKED_YEAR}年{_SMALL}月"
_EXACT = rf"{_PACKED_MONTH}{_SMALL}[日号]|(?<![0-9]){DAY_IN_FIGURES}(?![0-9])"
_MONTH = rf"{_PACKED_MONTH}(?:底|末|初|份)?"
_END_OF_YEAR = rf"{_PACKED_YEAR}年?年?(?:底|末)"
_YEAR = rf"{_PACKED_YEAR}年(?:度|初)?(?![0-9一二三四五六七八九十])"
LOOSE_DAY = rf"(?:{_EXACT}|{_MONTH}|{_END_OF_YEAR}|{_YEAR})"
"""A regular expression (without groups) for a day, a month or a year in packed text (see :mod:`.packed`)."""

_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九０１２３４５６７８９", "000012345678901234" + "56789")
_PARTS = re.compile(rf"([{_YEAR_DIGITS}]{{4}})年({_SMALL})月({_SMALL})日")
_LOOSE_PARTS = re.compile(rf"(?P<year>{_PACKED_YEAR})年?(?:年?(?P<month>{_SMALL})月)?年?(?P<edge>底|末|初|份|度)?")
_GAPS = re.compile(rf"{BLANK}+")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class ChineseDays:
    """The day forms of Chinese; see :class:`yange.law.aspects.days.DayForms`."""

    day: str = DAY
    delay_rule: str = "民法典 第二百零一条"
    after: str = "后"
    term_rule: str = "民法典 第二百零二条"

    def read(self, phrase: str) -> date | None:
        """Return the day of a phrase, with or without spaces."""
        match = _PARTS.fullmatch(_GAPS.sub("", phrase))
        if match is None:
            return None
        year = int(match[1].translate(_DIGITS))
        return calendar_day(year, read_chinese_numeral(match[2]), read_chinese_numeral(match[3]))


DAYS = ChineseDays()


def read_loose_day(phrase: str) -> LooseDay | None:
    """Return the day, month or year of ``phrase`` (packed, matched by :data:`LOOSE_DAY`), or ``None``."""
    day = DAYS.read(phrase.replace("号", "日")) or read_day_in_figures(phrase)
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
