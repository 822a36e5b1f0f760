"""Read days in traditional characters, in the common calendar and in that of the Republic of China (民國).

中華民國113年4月2日, 民國一百十三年四月二日, 113年4月2日 and 113.04.02 are 2 April 2024: its year 1 (元年) is 1912, its
months and days are those of the common calendar. Python's ``date`` and an addition convert it, so no calendar library
is needed. Years before the first (民國前一年) are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.characters import BLANK
from yange.dates import calendar_day
from yange.law.zh_hans import days as common
from yange.law.zh_hans.numerals import read_chinese_numeral

__all__ = ["DAY", "DAYS", "TraditionalDays", "in_common_years"]

BEFORE_THE_FIRST_YEAR = 1911
_NUMERAL = "[〇○零一二三四五六七八九十百]{1,5}"
_ERA = rf"(?:中{BLANK}*華{BLANK}*)?民{BLANK}*國{BLANK}*"
_YEAR_OF_THE_ERA = rf"{_ERA}(?:元|{_NUMERAL}|[0-9０-９]{{1,3}}){BLANK}*年"
_BARE_YEAR = r"(?<![0-9０-９〔（(\[])1[0-9]{2}年(?=[0-9]{1,2}月)"
"""Three figures before a month are a year of the era without its name; two figures could also mean 1999."""
_SMALL = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_IN_FIGURES = r"(?<![0-9.])[0-9]{2,3}\.(?:0[1-9]|1[0-2])\.(?:0[1-9]|[12][0-9]|3[01])(?![0-9.])"
_MONTH_AND_DAY = rf"{BLANK}*{_SMALL}{BLANK}*月{BLANK}*{_SMALL}{BLANK}*日"
DAY = rf"(?:(?:{_YEAR_OF_THE_ERA}|{_BARE_YEAR}){_MONTH_AND_DAY}|{_IN_FIGURES}|{common.DAY})"
"""A regular expression (without groups) for a day of either calendar."""

_YEAR = re.compile(
    rf"{_ERA}(?P<n>元|{_NUMERAL}|[0-9０-９]{{1,3}})(?={BLANK}*年)|(?P<bare>{_BARE_YEAR})|(?P<figures>{_IN_FIGURES})"
)


@dataclass(frozen=True, slots=True)
class TraditionalDays:
    """The day forms of both calendars; see :class:`yange.law.aspects.days.DayForms`.

    No rule on terms is common to Taiwan, Hong Kong and Macau.
    """

    day: str = DAY
    delay_rule: str = ""
    after: str = "後"
    term_rule: str = ""

    def read(self, phrase: str) -> date | None:
        """Return the day of a phrase in either calendar, with or without spaces."""
        return common.DAYS.read(in_common_years(phrase)[0])


DAYS = TraditionalDays()


def in_common_years(text: str) -> tuple[str, list[int]]:
    """Return a text with the years of the era in the common calendar, and the original offset of each character.

    民國113年4月2日 becomes 2024年4月2日, and 113.04.02 becomes 2024年04月02日. Other words are not changed.
    """
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _YEAR.finditer(text):
        written = _written(match)
        if written is None:
            continue
        parts += text[at : match.start()], written
        offsets += range(at, match.start())
        last = len(match[0]) - 1
        offsets += (match.start() + min(nth, last) for nth in range(len(written) - 1))
        offsets.append(match.end() - 1)
        at = match.end()
    offsets += range(at, len(text))
    return "".join((*parts, text[at:])), offsets


def _written(match: re.Match[str]) -> str | None:
    if match["figures"]:
        year, month, day = match["figures"].split(".")
        known = calendar_day(int(year) + BEFORE_THE_FIRST_YEAR, int(month), int(day))
        return None if known is None else f"{known.year}年{month}月{day}日"
    if match["bare"]:
        return f"{int(match['bare'][:-1]) + BEFORE_THE_FIRST_YEAR}年"
    year_of_era = 1 if match["n"] == "元" else read_chinese_numeral(match["n"])
    return None if not year_of_era else str(year_of_era + BEFORE_THE_FIRST_YEAR)
