"""Days in Italian writing: 1° gennaio 2020, il 3 marzo 2021; a year in words is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day

__all__ = ["DAY", "DAYS", "MONTHS", "ItalianDays"]

MONTHS = {
    "gennaio": 1, "febbraio": 2, "marzo": 3, "aprile": 4, "maggio": 5, "giugno": 6, "luglio": 7, "agosto": 8,
    "settembre": 9, "ottobre": 10, "novembre": 11, "dicembre": 12,
}  # fmt: skip
_MONTH = "|".join(MONTHS)
DAY = (
    rf"(?:(?:il[ \u00a0\n])?(?:giorno[ \u00a0\n])?(?:[0-9]{{1,2}}[°º]?|primo)[ \u00a0\n](?i:{_MONTH})"
    r"[ \u00a0\n](?:dell['’]anno[ \u00a0\n])?[0-9]{4}(?![0-9]))"
)
"""A regular expression without groups for a day with its month in words."""
_DAY = re.compile(DAY)
_PARTS = re.compile(rf"(?P<day>[0-9]{{1,2}}|primo)[°º]?\s(?P<month>(?i:{_MONTH}))\D*(?P<year>[0-9]{{4}})$")


@dataclass(frozen=True, slots=True)
class ItalianDays:
    """The day forms of Italian; see :class:`yange.law.aspects.days.DayForms`.

    Italy leaves out the day that a delay is counted from (codice civile, art. 2963; codice di procedura civile, art.
    155), San Marino and Switzerland by rules of their own: there is none in common to cite.
    """

    day: str = DAY
    delay_rule: str = ""
    after: str = ""
    term_rule: str = ""

    def read(self, phrase: str) -> date | None:
        """Return the day that a phrase writes."""
        found = _PARTS.search(phrase) if _DAY.fullmatch(phrase) else None
        if found is None:
            return None
        day = 1 if found["day"] == "primo" else int(found["day"])
        return calendar_day(int(found["year"]), MONTHS[found["month"].lower()], day)


DAYS = ItalianDays()
