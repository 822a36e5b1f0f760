"""Days and half-open periods of days.

A day of legal time has no clock and no time zone. The only third-party help is python-dateutil, whose
``relativedelta`` defines "N years later" for 29 February.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

__all__ = [
    "DAY_IN_FIGURES",
    "Period",
    "calendar_day",
    "date",
    "day_in_format",
    "has_anniversary",
    "last_day_of_months",
    "last_day_of_years",
    "later",
    "next_day",
    "parse_day",
    "previous_day",
    "read_day_in_figures",
]

DAY_IN_FIGURES = r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
"""A regular expression (without groups) for a day in figures, as on web pages in all languages."""

_FIRST_YEAR, _LAST_YEAR = 1000, 9998
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIGURES = re.compile(DAY_IN_FIGURES)
_SEPARATORS = re.compile("[-/.]")


def parse_day(text: str) -> date:
    """Return an ISO day (``YYYY-MM-DD``) of the years 1000 to 9998, so that the day before and after always exist.

    Raises:
        ValueError: for any other form, and for days that do not exist.

    """
    if not _ISO.fullmatch(text):
        raise ValueError(f"not a day of the form YYYY-MM-DD: {text!r}")
    if not _FIRST_YEAR <= int(text[:4]) <= _LAST_YEAR:
        raise ValueError(f"not a day of a law, which lies between 1000 and 9998: {text!r}")
    return date.fromisoformat(text)


def day_in_format(text: str, form: str) -> date | None:
    """Return the day that a text gives in a form of ``%Y``, ``%m``, ``%d`` and other characters, or ``None``.

    ``%d.%m.%Y`` reads 3.12.2020. A time may follow, after a blank or T. Names of months are not read.
    """
    pattern = re.escape(form)
    for part, digits in (("%Y", "(?P<Y>[0-9]{4})"), ("%m", "(?P<m>[0-9]{1,2})"), ("%d", "(?P<d>[0-9]{1,2})")):
        pattern = pattern.replace(part, digits, 1)
    found = re.match(rf"{pattern}(?=$|[T ])", text.strip())
    if found is None or set(found.groupdict()) != {"Y", "m", "d"}:
        return None
    day = calendar_day(int(found["Y"]), int(found["m"]), int(found["d"]))
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def calendar_day(year: int, month: int | None, day: int | None) -> date | None:
    """Return a day of the common calendar, or ``None`` if there is no such day or a part of it is missing."""
    if month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_day_in_figures(phrase: str) -> date | None:
    """Return the day of a phrase that :data:`DAY_IN_FIGURES` matches as a whole, or ``None``."""
    if not _FIGURES.fullmatch(phrase):
        return None
    year, month, day = (int(part) for part in _SEPARATORS.split(phrase))
    return calendar_day(year, month, day)


def next_day(day: date) -> date:
    """Return the day after ``day``."""
    return day + timedelta(days=1)


def previous_day(day: date) -> date:
    """Return the day before ``day``."""
    return day - timedelta(days=1)


def later(day: date, *, months: int = 0, days: int = 0) -> date:
    """Return the day ``months`` months and ``days`` days after ``day``.

    If that month has no such day, it is its last day (民法典 第二百零二条; Regulation (EEC, Euratom) No 1182/71,
    article 3(2)(c)).
    """
    arrived: date = day + relativedelta(months=months)
    return arrived + timedelta(days=days)


def last_day_of_years(first: date, years: int) -> date:
    """Return the last day in force of a text that is valid for ``years`` years from ``first`` (有效期N年).

    It is the first day + N years − 1 day; see :func:`last_day_of_months` for 29 February.
    """
    return last_day_of_months(first, 12 * years)


def last_day_of_months(first: date, months: int) -> date:
    """Return the last day in force of a text that is valid for ``months`` months from ``first`` (有效期N个月).

    It is the day before the day of the same number. If the last month has no day of that number, the term ends on the
    last day of that month: one year from 29 February 2024 ends on 28 February 2025, one month from 31 January 2023 ends
    on 28 February 2023. The rule is 民法典 第二百零二条 (没有对应日的，月末日为期间的最后一日), and for the
    European Union Regulation (EEC, Euratom) No 1182/71, article 3(2)(c).
    """
    anniversary = later(first, months=months)
    return anniversary if anniversary.day != first.day else previous_day(anniversary)


def has_anniversary(first: date, months: int) -> bool:
    """Return whether the month ``months`` after ``first`` has a day of the same number."""
    return later(first, months=months).day == first.day


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A half-open range of days: ``start`` is the first day in it, ``end`` the first day after it.

    ``end`` is ``None`` if no end is known. ``start == end`` is empty: a text that was replaced before it took effect.

    Raises:
        ValueError: if ``end`` is before ``start``.

    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a range that ends before it starts."""
        if self.end is not None and self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    def __contains__(self, day: date) -> bool:
        """Return whether ``day`` is in the period."""
        return self.start <= day and (self.end is None or day < self.end)

    @property
    def last(self) -> date | None:
        """The last day in the period, ``None`` if no end is known or the period is empty."""
        return None if self.end is None or self.empty else previous_day(self.end)

    @property
    def empty(self) -> bool:
        """Whether no day is in the period."""
        return self.end is not None and self.end == self.start

    def overlaps(self, other: Period) -> bool:
        """Return whether the two periods share a day."""
        if self.empty or other.empty:
            return False
        return (self.end is None or other.start < self.end) and (other.end is None or self.start < other.end)
