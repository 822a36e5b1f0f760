"""Days in French: 1er mars 2020, 01/03/2020, and those of the Republican calendar, 28 pluviôse an VIII.

The Republican calendar was in use from 22 September 1792 (1er vendémiaire an I) to 31 December 1805 (decree of
4 frimaire an II and senatus-consultum of 22 fructidor an XIII); Acts of these years are cited by it to this day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from yange.dates import calendar_day
from yange.law.common import roman

__all__ = ["DAY", "DAYS", "YEARLY_DAY", "FrenchDays"]

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_REPUBLICAN = (
    "vendémiaire", "brumaire", "frimaire", "nivôse", "pluviôse", "ventôse", "germinal", "floréal", "prairial",
    "messidor", "thermidor", "fructidor",
)  # fmt: skip
_NEW_YEARS = (
    date(1792, 9, 22), date(1793, 9, 22), date(1794, 9, 22), date(1795, 9, 23), date(1796, 9, 22), date(1797, 9, 22),
    date(1798, 9, 22), date(1799, 9, 23), date(1800, 9, 23), date(1801, 9, 23), date(1802, 9, 23), date(1803, 9, 24),
    date(1804, 9, 23), date(1805, 9, 23),
)  # fmt: skip
"""The first days of the years I to XIV."""
_B = "[ \u00a0\u202f]"
_SMALL = r"[0-9]{1,2}"
_NAMES = "|".join((*_MONTHS, "fevrier", "aout", "decembre"))
DAY = (
    rf"(?:(?:1{_B}?(?:er|ᵉʳ)|premier|{_SMALL}){_B}(?:{_NAMES}){_B}[0-9]{{4}}(?![0-9])"
    rf"|(?:1{_B}?er|{_SMALL}){_B}(?:{'|'.join(_REPUBLICAN)}){_B}an{_B}[IVX]{{1,5}}\b"
    r"|(?<![0-9/.])[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}(?![0-9/.]*[0-9]))"
)
"""A regular expression (without groups) for a day."""
YEARLY_DAY = rf"(?:(?:1{_B}?(?:er|ᵉʳ)|premier|{_SMALL}){_B}(?:{_NAMES})\b)"
"""A regular expression (without groups) for a day of every year: le 1er mars."""
_WHOLE = re.compile(DAY)
_FOLDED = {"fevrier": "février", "aout": "août", "decembre": "décembre"}


@dataclass(frozen=True, slots=True)
class FrenchDays:
    """The day forms of French; see :class:`yange.law.aspects.days.DayForms`.

    The countries that share the language have no rule on delays in common.
    """

    day: str = DAY
    delay_rule: str = ""
    after: str = "après"
    term_rule: str = ""

    def read(self, phrase: str) -> date | None:
        """Return the day that a phrase writes."""
        if not _WHOLE.fullmatch(phrase):
            return None
        if (phrase[-1].isdigit() and "/" in phrase) or "." in phrase:
            day, month, year = (int(part) for part in re.split("[/.]", phrase))
            return calendar_day(year, month, day)
        words = re.sub(f"{_B}er", "er", phrase).split()
        small = 1 if words[0] in ("premier", "1er", "1ᵉʳ") else int(words[0])
        if words[2] == "an":
            return _republican(words[3], words[1], small)
        return calendar_day(int(words[2]), _MONTHS.index(_FOLDED.get(words[1], words[1])) + 1, small)


def _republican(year: str, month: str, day: int) -> date | None:
    """Return a day of the Republican calendar: twelve months of thirty days from the year's first day on."""
    number = roman(year)
    if number is None or number > len(_NEW_YEARS) or not 1 <= day <= 30:
        return None
    return _NEW_YEARS[number - 1] + timedelta(days=30 * _REPUBLICAN.index(month) + day - 1)


DAYS = FrenchDays()
