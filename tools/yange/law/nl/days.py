"""Days in Dutch writing: 1 maart 2020, 01-03-2020."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day

__all__ = ["DAY", "DAYS", "MONTHS", "DutchDays"]

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
DAY = (
    rf"(?:[0-9]{{1,2}}[ \u00a0\n](?:{'|'.join(MONTHS)})[ \u00a0\n][0-9]{{4}}(?![0-9])"
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}(?![0-9]))"
)
"""A regular expression (without groups) for a day: the month in words or in figures."""
_PARTS = re.compile(r"([0-9]{1,2})(?:-([0-9]{1,2})-|\s([a-z]+)\s)([0-9]{4})")


@dataclass(frozen=True, slots=True)
class DutchDays:
    """The day forms of Dutch; see :class:`yange.law.aspects.days.DayForms`."""

    day: str = DAY
    delay_rule: str = ""
    after: str = "na"
    term_rule: str = ""

    def read(self, phrase: str) -> date | None:
        """Return the day that a phrase writes."""
        parts = _PARTS.fullmatch(phrase.strip())
        if parts is None or (parts[3] and parts[3] not in MONTHS):
            return None
        month = int(parts[2]) if parts[2] else MONTHS.index(parts[3]) + 1
        return calendar_day(int(parts[4]), month, int(parts[1]))


DAYS = DutchDays()
