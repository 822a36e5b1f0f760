"""Days in Vietnamese writing: ngày 01 tháng 7 năm 2024, 01/7/2024, 1-7-2024, mồng 1 tháng 7 năm 2024."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day
from yange.law.vi.numerals import cardinal
from yange.law.vi.spelling import composed, spelled

__all__ = ["DAY", "DAYS", "VietnameseDays"]

_B = r"[ \u00a0\n]{1,3}"
_FOURTH = spelled("một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|giêng|chạp")
DAY = (
    rf"(?:(?i:{spelled('ngày')}{_B}(?:{spelled('(?:mồng|mùng)')}{_B})?)?[0-9]{{1,2}}{_B}(?i:{spelled('tháng')}){_B}"
    rf"(?:[0-9]{{1,2}}|(?:{_FOURTH})){_B}(?i:{spelled('năm')}){_B}[0-9]{{4}}(?![0-9])"
    rf"|(?:(?i:{spelled('ngày')}){_B})?[0-9]{{1,2}}(?:/[0-9]{{1,2}}/|-[0-9]{{1,2}}-|\.[0-9]{{1,2}}\.)[0-9]{{4}}(?![0-9]))"
)
"""A regular expression without groups for a day: the month in words or in figures."""
_MONTH_WORDS = {"giêng": 1, "tư": 4, "chạp": 12}


@dataclass(frozen=True, slots=True)
class VietnameseDays:
    """The day forms of Vietnamese; see :class:`yange.law.aspects.days.DayForms`."""

    day: str = DAY
    delay_rule: str = "Bộ luật Dân sự 2015, Điều 147 và Điều 148"
    after: str = "sau"
    term_rule: str = "Bộ luật Dân sự 2015, Điều 148"

    def read(self, phrase: str) -> date | None:
        """Return the day that a phrase writes, or ``None`` if the calendar has no such day."""
        phrase = composed(phrase)
        figures = [int(digits) for digits in re.findall("[0-9]+", phrase)]
        if len(figures) == 3:
            return calendar_day(figures[2], figures[1], figures[0])
        worded = re.search(rf"(?i:{spelled('tháng')})\s+(?P<m>\D+?)\s+(?i:{spelled('năm')})\s", phrase)
        if len(figures) != 2 or worded is None:
            return None
        month = _MONTH_WORDS.get(worded["m"].lower()) or cardinal(worded["m"])
        return calendar_day(figures[1], month, figures[0]) if month else None


DAYS = VietnameseDays()
