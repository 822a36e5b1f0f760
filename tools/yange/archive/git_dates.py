"""Git's own date for a legal day.

Git cannot hold every day: times before 1970 are refused by checked pushes, times from the year 2514 on damage the
commit-graph. So git's date is clamped and only keeps the order; the true day is in the message, and no answer about a
day may use git's dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

ZONE = "+0800"
_ZONE_SECONDS = 8 * 3600
_DAY_SECONDS = 86_400
_EPOCH = date(1970, 1, 1)
FIRST_PLAIN = date(1970, 1, 2)
LAST_PLAIN = date(2099, 12, 30)


def _midnight(day: date) -> int:
    """Return the seconds since 1970-01-01 UTC of 00:00 +0800 on ``day``."""
    return (day - _EPOCH).days * _DAY_SECONDS - _ZONE_SECONDS


_EARLY_FIRST = 1  # 1970-01-01 08:00:01 +0800; second 0 and everything before it is trouble somewhere in git
_EARLY_LAST = _midnight(FIRST_PLAIN) - 1
_LATE_FIRST = _midnight(date(2099, 12, 31))
_LATE_LAST = _LATE_FIRST + _DAY_SECONDS - 1


def git_times(days: Iterable[date]) -> Mapping[date, int]:
    """Return git's time (seconds since 1970-01-01 UTC, to be printed with :data:`ZONE`) for each of the days.

    A day from 1970-01-02 to 2099-12-30 is its own midnight at +0800. Earlier days take one second each inside
    1970-01-01, later ones one second each inside 2099-12-31, in order; should a range ever be full, its last
    second is shared. The result never runs backwards and is always positive.
    """
    distinct = sorted(set(days))
    early = [day for day in distinct if day < FIRST_PLAIN]
    late = [day for day in distinct if day > LAST_PLAIN]
    times = {day: _midnight(day) for day in distinct if FIRST_PLAIN <= day <= LAST_PLAIN}
    times.update((day, min(_EARLY_FIRST + i, _EARLY_LAST)) for i, day in enumerate(early))
    times.update((day, min(_LATE_FIRST + i, _LATE_LAST)) for i, day in enumerate(late))
    return times
