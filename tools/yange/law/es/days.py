"""Days in Spanish writing: 1 de enero de 2020, 1.º de enero del año 2020, primero de enero de dos mil veinte."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day
from yange.law.number_words import spelled

__all__ = ["DAY", "DAYS", "MONTHS", "SpanishDays"]

MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
}  # fmt: skip
_MONTH = "|".join(MONTHS)
_BELOW_FORTY = (
    "un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[ée]is|diecisiete"
    "|dieciocho|diecinueve|veinte|veinti(?:uno|d[óo]s|tr[ée]s|cuatro|cinco|s[ée]is|siete|ocho|nueve)|treinta(?: y uno)?"
)
_TENS = "treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa"
_SPELLED_YEAR = (
    rf"(?:dos mil|mil (?:ochocientos|novecientos))(?: (?:(?:{_TENS}) y (?:uno|dos|tres|cuatro|cinco|seis|siete|ocho"
    rf"|nueve)|{_TENS}|{_BELOW_FORTY}))?(?!\w)"
)
_SPELLED_DAY = rf"(?:primero|{_BELOW_FORTY})"
DAY = (
    rf"(?:(?:el )?(?:d[íi]a )?(?:[0-9]{{1,2}}(?:\.?[º°]|ro|o)?|(?i:{_SPELLED_DAY})) de (?i:{_MONTH}) del? (?:año )?"
    rf"(?:[0-9]\.?[0-9]{{3}}(?![0-9])|(?i:{_SPELLED_YEAR})))"
)
"""A regular expression without groups for a day with its month in words."""

_DAY = re.compile(DAY)
_PARTS = re.compile(
    rf"(?P<day>[0-9]{{1,2}}|(?i:{_SPELLED_DAY}))\D*? de (?P<month>(?i:{_MONTH})) del? (?:año )?"
    rf"(?P<year>[0-9.]{{4,5}}|(?i:{_SPELLED_YEAR}))$"
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
        day, year = _number(found["day"]), _number(found["year"])
        return None if day is None or year is None else calendar_day(year, MONTHS[found["month"].lower()], day)


def _number(printed: str) -> int | None:
    bare = printed.replace(".", "").lower()
    return int(bare) if bare.isdigit() else 1 if bare == "primero" else spelled(bare, "es")


DAYS = SpanishDays()
