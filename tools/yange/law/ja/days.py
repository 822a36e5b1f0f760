"""Days in Japanese writing: 令和六年四月一日, 令和元年5月1日, 2024年4月1日.

An era begins anew with its first year, which is printed 元年 (元号法, Act No. 43 of 1979). A law made before an era
ended counts its
years on (平成三十二年), so a year is not held against the last day of its era.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day
from yange.law.ja.numerals import read_japanese_numeral

__all__ = ["DAY", "DAYS", "ERAS", "YEAR", "JapaneseDays", "western_year"]

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""What to add to a year of each era: 令和元年 is 2019."""

_DIGITS = "0-9０-９一二三四五六七八九十百〇"
_B = r"[ \t\u3000\u00a0]?"
YEAR = rf"(?:(?:{'|'.join(ERAS)}){_B}(?:元|[{_DIGITS}]{{1,4}})|[0-9０-９]{{4}}|[一二三四五六七八九〇]{{4}}){_B}年"
"""A regular expression (without groups) for a year."""
_SMALL = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
DAY = rf"{YEAR}{_B}{_SMALL}{_B}月{_B}{_SMALL}{_B}日"
"""A regular expression (without groups) for a day."""
_PARTS = re.compile(
    rf"(?P<era>{'|'.join(ERAS)})?(?P<year>元|[{_DIGITS}]{{1,4}})年(?P<month>{_SMALL})月(?P<day>{_SMALL})日"
)
_GAPS = re.compile(r"[ \t\u3000\u00a0]+")


def western_year(era: str | None, year: str) -> int | None:
    """Return the year of the common calendar; ``None`` where the numeral is none. Without an era it is one."""
    number = 1 if year == "元" else read_japanese_numeral(year)
    if number is None:
        return None
    return number + ERAS[era] if era else number


@dataclass(frozen=True, slots=True)
class JapaneseDays:
    """The day forms of Japanese; see :class:`yange.law.aspects.days.DayForms`."""

    day: str = DAY
    delay_rule: str = ""  # 起算して counts the first day, 施行の日から三月以内 does not (民法 第百四十条)
    after: str = "後"
    term_rule: str = "民法 第百四十三条"

    def read(self, phrase: str) -> date | None:
        """Return the day that a phrase writes."""
        match = _PARTS.fullmatch(_GAPS.sub("", phrase))
        year = western_year(match["era"], match["year"]) if match else None
        if match is None or year is None:
            return None
        return calendar_day(year, read_japanese_numeral(match["month"]), read_japanese_numeral(match["day"]))


DAYS = JapaneseDays()
