"""From which day on a page is what it is today, so that a build on another day need not make it again.

What a page says of the law changes on known days: where a text or a clause begins or ends, and where an event takes
place. Between two of them the page of every day is the same to the byte. It is made as of the first of these days and
says so: then the day of the build is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from yange.timeline import Timeline

__all__ = ["SettledDays"]


class SettledDays:
    """The days on which something changes, seen from the day ``on``.

    Every year begins anew on 1 January: the drawing of a timeline ends with the year, and calendars keep the year
    before.
    """

    def __init__(self, timeline: Timeline, on: date, *, fixed: bool) -> None:
        """Take the day of the build. ``fixed``: the publisher has set it, so that every page is as of this day."""
        self.on = on
        self.fixed = fixed
        self._timeline = timeline
        self._around = cache(self._around_on)

    def first(self, policies: Iterable[str], others: Iterable[date] = ()) -> date:
        """Return the first of the days up to ``on`` on which nothing changes that is known of these policies.

        ``others`` are further days on which a page changes.
        """
        if self.fixed:
            return self.on
        past = [day for name in policies if (day := self._around(name)[0]) is not None]
        return max([date(self.on.year, 1, 1), *past, *(day for day in others if day <= self.on)])

    def next(self, policy: str) -> date | None:
        """Return the first day after ``on`` on which something changes of a policy, as far as known."""
        return self._around(policy)[1]

    def _around_on(self, policy: str) -> tuple[date | None, date | None]:
        """Return the last day up to ``on``, and the first one after it, on which something changes of a policy."""
        days = {*self._timeline.change_days(policy), *(event.day for event in self._timeline.events(policy))}
        past, ahead = (day for day in days if day <= self.on), (day for day in days if day > self.on)
        return max(past, default=None), min(ahead, default=None)
