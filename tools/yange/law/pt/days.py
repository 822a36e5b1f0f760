"""Days in Portuguese writing: 1 de janeiro de 2020, 1.º de janeiro de 2020, 1º/1/2020 is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day

__all__ = ["DAY", "DAYS", "MONTHS", "PortugueseDays"]

MONTHS = {
    "janeiro": 1, "fevereiro": 2, "março": 3, "abril": 4, "maio": 5, "junho": 6, "julho": 7, "agosto": 8,
    "setembro": 9, "outubro": 10, "novembro": 11, "dezembro": 12,
}  # fmt: skip
_MONTH = "|".join(MONTHS)
_B = r"[ \u00a0\n]"
DAY = (
    rf"(?:(?:o{_B})?(?:dia{_B})?(?:[0-9]{{1,2}}(?:\.?[ºo°])?"
    rf"|primeiro){_B}de{_B}(?i:{_MONTH}){_B}de{_B}[0-9]\.?[0-9]{{3}}"
    r"(?![0-9]))"
)
"""A regular expression without groups for a day with its month in words."""
_DAY = re.compile(DAY)
_PARTS = re.compile(
    rf"(?P<day>[0-9]{{1,2}}|primeiro)(?:\.?[ºo°])?\s+de\s+(?P<month>(?i:{_MONTH}))\s+de\s+(?P<year>[0-9.]{{4,5}})$"
)


@dataclass(frozen=True, slots=True)
class PortugueseDays:
    """The day forms of Portuguese; see :class:`yange.law.aspects.days.DayForms`.

    Portugal leaves out the day that a delay is counted from (Lei 74/98, art. 2.º, and Código Civil, art. 279.º), Brazil
    counts both the day of publication and the last one (Lei Complementar 95/1998, art. 8.º, § 1.º): there is no rule in
    common to cite.
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
        day = 1 if found["day"] == "primeiro" else int(found["day"])
        return calendar_day(int(found["year"].replace(".", "")), MONTHS[found["month"].lower()], day)


DAYS = PortugueseDays()
