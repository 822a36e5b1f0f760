"""Days in Estonian writing: 1. jaanuar 2024, 1. jaanuaril 2024, 2024. aasta 1. jaanuarist, 01.01.2024."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day

__all__ = ["DAY", "DAYS", "MONTHS", "EstonianDays"]

MONTHS = (
    "jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august", "september", "oktoober", "november",
    "detsember",
)  # fmt: skip
_STEMS = "|".join(sorted({*MONTHS, "oktoobr", "septembr", "novembr", "detsembr"}, key=lambda word: (-len(word), word)))
MONTH = rf"(?:{_STEMS})(?:ist|iks|ini|ile|il|it|ks|st|ni|le|l|i|t|)(?![a-zõäöü])"
"""A month in any case: jaanuari, jaanuaril, jaanuarist."""
_B = r"[ \u00a0\n]{1,2}"
DAY = (
    rf"(?:[0-9]{{4}}\.{_B}aasta{_B}[0-9]{{1,2}}\.{_B}{MONTH}|[0-9]{{1,2}}\.{_B}{MONTH}{_B}[0-9]{{4}}(?![0-9])"
    r"(?:\.[ \u00a0]?(?:a(?![a-zõäöü])|aasta[a-z]{0,3}(?![a-zõäöü])))?"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9]))"
)
"""A regular expression without groups for a day: the month in words, in any case, or in figures."""
_WORDED = re.compile(rf"(?P<word>{_STEMS})(?=[a-z]*(?:\s|$))")


@dataclass(frozen=True, slots=True)
class EstonianDays:
    """The day forms of Estonian; see :class:`yange.law.aspects.days.DayForms`."""

    day: str = DAY
    delay_rule: str = ""
    after: str = "pärast"
    term_rule: str = ""

    def read(self, phrase: str) -> date | None:
        """Return the day that a phrase writes, or ``None`` if the calendar has no such day."""
        figures = [int(digits) for digits in re.findall("[0-9]+", phrase)]
        if len(figures) == 3:
            return calendar_day(figures[2], figures[1], figures[0])
        word = _WORDED.search(phrase)
        if len(figures) != 2 or word is None:
            return None
        stem = word["word"]
        month = next(nth for nth, name in enumerate(MONTHS, 1) if name.startswith(stem[:4]) and stem[:3] == name[:3])
        day, year = sorted(figures)
        return calendar_day(year, month, day)


DAYS = EstonianDays()
