"""Days in Korean writing: 2024. 4. 2. and 2024년 4월 2일; the year of Dangi is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day

__all__ = ["DAY", "DAYS", "KoreanDays"]

_B = r"[ \u00a0\u3000]{0,2}"
DAY = rf"(?:[0-9]{{4}}년{_B}[0-9]{{1,2}}월{_B}[0-9]{{1,2}}일|[0-9]{{4}}\.{_B}[0-9]{{1,2}}\.{_B}[0-9]{{1,2}}\.?)"
"""A regular expression (without groups) for a day."""
_FIGURES = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class KoreanDays:
    """The day forms of Korean; see :class:`yange.law.aspects.days.DayForms`."""

    day: str = DAY
    delay_rule: str = "행정기본법 제7조"
    after: str = "경과한 날"
    term_rule: str = "민법 제160조"

    def read(self, phrase: str) -> date | None:
        """Return the day that a phrase writes."""
        if not re.fullmatch(DAY, phrase):
            return None
        year, month, day = map(int, _FIGURES.findall(phrase))
        return calendar_day(year, month, day)


DAYS = KoreanDays()
