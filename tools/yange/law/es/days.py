"""Days in Spanish writing: 1 de enero de 2020, 1.º de enero del año 2020; a year in words is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day

__all__ = ["DAY", "DAYS", "MONTHS", "SpanishDays"]

MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
}  # fmt: skip
_MONTH = "|".join(MONTHS)
DAY = (
    rf"(?:(?:el )?(?:d[íi]a )?(?:[0-9]{{1,2}}(?:\.?[º°]|ro|o)?|primero) de (?i:{_MONTH}) del? (?:año )?"
    r"[0-9]\.?[0-9]{3}(?![0-9]))"
)
"""A regular expression without groups for a day with its month in words."""

_DAY = re.compile(DAY)
_PARTS = re.compile(
    rf"(?P<day>[0-9]{{1,2}}|primero)\D*? de (?P<month>(?i:{_MONTH})) del? (?:año )?(?P<year>[0-9.]{{4,5}})$"
)


@dataclass(frozen=True, slots=True)
class SpanishDays:
    """The day forms of Spanish; see :class:`yange.law.aspects.days.DayForms`.

    A delay leaves out the day it is counted from in Spain (Código Civil, art. 5.1), Chile and Argentina alike, but each
    by its own code: there is no rule in common to cite.
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
        day = 1 if found["day"] == "primero" else int(found["day"])
        return calendar_day(int(found["year"].replace(".", "")), MONTHS[found["month"].lower()], day)


DAYS = SpanishDays()
