"""What changed and what is to come, in bands of days from the day on: the reader's day moves an event to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from yange.model import Event, EventKind
from yange.publish.context import SiteContext, SiteView
from yange.publish.parts.event_rows import EventRow, acts

__all__ = ["DayBand", "ahead_bands", "by_year", "next_event", "past_bands", "rows"]

_PAPER = {EventKind.SIGNED, EventKind.PUBLISHED}
_PAST = (7, 30)
_NAMES = {7: "week", 30: "month", 365: "year"}
_AHEAD = (30, 90, 180)


@dataclass(frozen=True, slots=True)
class DayBand:
    """The events of a range of days, both ends included, counted from the day on: negative ones are past.

    ``events`` are what is shown of them, ``count`` is how many there are; ``name`` is what the range is called.
    ``folded`` if it is further away than is to be seen at once.
    """

    name: str
    first: int
    last: int
    events: Sequence[Event]
    count: int
    folded: bool = False

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.events)


def rows(view: SiteView, events: Sequence[Event]) -> list[EventRow]:
    """Return events in words, in their order."""
    return acts(view, events)


def past_bands(view: SiteView, most: int) -> list[DayBand]:
    """Return what happened within a week, a month and the time that the settings name, the last event first.

    Each is without what a nearer one holds.

    Args:
        view: of the page.
        most: how many events a band shows.

    """
    far = view.context.settings.recent_days
    bounds = sorted({bound for bound in _PAST if bound < far} | {far})
    return [_past(view, start, bound, most) for start, bound in zip([0, *bounds], bounds, strict=False)]


def _past(view: SiteView, start: int, bound: int, most: int) -> DayBand:
    words, on = view.words, view.context.on
    found = [event for event in reversed(_told(view.context)) if start <= (on - event.day).days < bound]
    name = words(f"home.past.{_NAMES[bound]}") if bound in _NAMES else words("home.past", last=bound)
    return DayBand(name, 1 - bound, -start, found[:most], len(found))


def ahead_bands(view: SiteView, most: int) -> Iterator[DayBand]:
    """Yield what begins or lapses within 30, 90 and 180 days, each without what a nearer one holds."""
    words, near, coming = view.words, view.context.settings.ahead_days, _coming(view.context)
    bounds = sorted({*_AHEAD, near})
    for last, bound in zip([0, *bounds], bounds, strict=False):
        found = [event for event in coming if last < (event.day - view.context.on).days <= bound]
        name = words("home.between" if last else "home.within", first=last + 1, last=bound)
        yield DayBand(name, last + 1, bound, found[:most], len(found), bound > near)


def next_event(view: SiteView) -> Event | None:
    """Return the first event after the day."""
    return next(iter(_coming(view.context)), None)


def by_year(context: SiteContext) -> Mapping[int, Sequence[Event]]:
    """Return all that happened and is to come, by year, the last year and the last event first."""
    found: defaultdict[int, list[Event]] = defaultdict(list)
    for event in reversed(_told(context)):
        found[event.day.year].append(event)
    return found


def _coming(context: SiteContext) -> list[Event]:
    return [event for event in _told(context) if event.day > context.on and event.kind not in _PAPER]


def _told(context: SiteContext) -> Sequence[Event]:
    return context.once("told", partial(_all_told, context))


def _all_told(context: SiteContext) -> list[Event]:
    """Return what is news, in order of day; a signing only where the text does not begin then or later."""
    events = [event for event in context.timeline.events() if event.kind is not EventKind.PUBLISHED]
    begun = {(e.policy, e.version, e.day.year) for e in events if e.kind is not EventKind.SIGNED}
    news = (e for e in events if e.kind is not EventKind.SIGNED or (e.policy, e.version, e.day.year) not in begun)
    known = context.policies
    return sorted(
        (event for event in news if event.policy in known and not context.timeline.is_moot(event)),
        key=lambda event: event.day,
    )
