"""Days in German writing: 1. März 2020, 1.3.2020, dem ersten März; Austria says Jänner and Feber."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day

__all__ = ["DAY", "DAYS", "MONTHS", "GermanDays"]

MONTHS = {
    "Januar": 1, "Jänner": 1, "Februar": 2, "Feber": 2, "März": 3, "April": 4, "Mai": 5, "Juni": 6, "Juli": 7,
    "August": 8, "September": 9, "Oktober": 10, "November": 11, "Dezember": 12,
}  # fmt: skip
_B = r"[ \u00a0\n]?"
DAY = (
    rf"(?:[0-9]{{1,2}}\.{_B}(?:{'|'.join(MONTHS)}){_B}[0-9]{{4}}(?![0-9])"
    r"|[0-9]{1,2}\.[ \u00a0]?[0-9]{1,2}\.[ \u00a0]?[0-9]{4}(?![0-9]))"
)
"""A regular expression (without groups) for a day: the month in words or in figures."""

_PARTS = re.compile(r"([0-9]{1,2})\.\s*(?:([0-9]{1,2})\.|(\w+?))\s*([0-9]{4})")


@dataclass(frozen=True, slots=True)
class GermanDays:
    """The day forms of German; see :class:`yange.law.aspects.days.DayForms`.

    The places that share the language count delays by rules of their own (§§ 187, 188 BGB; § 902 ABGB; Art. 77 OR),
    which agree: the day from which one counts is left out, and a term of months ends on the last day of a month that
    has no day of that number.
    """

    day: str = DAY
    delay_rule: str = "§ 187 Abs. 1 BGB, § 902 Abs. 1 ABGB, Art. 77 OR"
    after: str = "nach"
    term_rule: str = "§ 188 Abs. 3 BGB, § 902 Abs. 2 ABGB, Art. 77 Abs. 1 Ziff. 3 OR"

    def read(self, phrase: str) -> date | None:
        """Return the day that a phrase writes."""
        parts = _PARTS.fullmatch(phrase.strip())
        if parts is None:
            return None
        month = int(parts[2]) if parts[2] else MONTHS.get(parts[3], 0)
        return calendar_day(int(parts[4]), month, int(parts[1]))


DAYS = GermanDays()
