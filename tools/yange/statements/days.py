"""Read the days that a text prints, in the forms of its law's packs and in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from yange.characters import BLANK
from yange.dates import DAY_IN_FIGURES, read_day_in_figures
from yange.law import Law, law_of
from yange.law.aspects.days import PrintedDay

__all__ = ["printed_days", "read_day"]

_GAPS = re.compile(rf"{BLANK}+")


def read_day(phrase: str, law: Law | None = None) -> date | None:
    """Return the day that ``phrase`` prints, in words or figures, or ``None`` if it is not an existing day."""
    forms = (grammar.days for grammar in law or law_of(phrase))
    day = next((found for one in forms if (found := one.read(phrase)) is not None), None)
    return day or read_day_in_figures(_GAPS.sub("", phrase))


def printed_days(text: str, law: Law | None = None) -> Iterator[PrintedDay]:
    """Yield every day printed in ``text``, in order; days that do not exist are left out."""
    yield from _printed_days(text, law or law_of(text))


@lru_cache(maxsize=64)
def _printed_days(text: str, law: Law) -> tuple[PrintedDay, ...]:
    """Return the days of a text. Cached: a check asks a text for its first day and for its last one."""
    days = ((match, read_day(match[0], law)) for match in _anywhere(law).finditer(text))
    return tuple(PrintedDay(match.start(), match.end(), match[0], day) for match, day in days if day is not None)


@cache
def _anywhere(law: Law) -> re.Pattern[str]:
    return re.compile("|".join((*(grammar.days.day for grammar in law), DAY_IN_FIGURES)))
