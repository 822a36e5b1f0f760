"""Calendars of commencements and expiries (RFC 5545), written with icalendar: it folds and escapes as calendars ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from icalendar import Calendar, vText
from icalendar import Event as Entry

from yange.dates import previous_day
from yange.model import Event, EventKind, Policy, Version
from yange.publish.addresses import policy_address, version_address
from yange.publish.assets import Asset
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.permanent_ids import authority, event_name, link

__all__ = ["calendars", "policy_calendar"]

NAME = "calendar.ics"
_BEGINNINGS = {EventKind.COMMENCEMENT, EventKind.REPLACEMENT, EventKind.AMENDMENT}
_CLAUSES = {EventKind.CLAUSE_BEGINS, EventKind.CLAUSE_ENDS}
_ENDS = {EventKind.EXPIRY, EventKind.CLAUSE_ENDS}
_KEPT_DAYS = 366
_CLOCKLESS = date(1970, 1, 1)


def calendars(context: SiteContext) -> Iterator[Asset]:
    """Yield the calendars of the whole library and of each place: what is to come, and the year before the day."""
    first = context.on - timedelta(days=_KEPT_DAYS) if context.on.year > 1 else date.min
    for language in context.settings.languages:
        view = context.view(language, "")
        of = context.addresses.of
        yield _calendar(view, of(language, f"feeds/{NAME}"), "", context.library.policies, first)
        for place, found in groupby(context.library.policies, key=lambda policy: policy.id.split("/")[0]):
            policies = tuple(found)
            name = policies[0].place or view.words("place.unknown")
            yield _calendar(view, of(language, f"feeds/{place}/{NAME}"), name, policies, first)


def policy_calendar(context: SiteContext, policy: Policy) -> Asset:
    """Return the calendar of one policy, beside its page, in the first language."""
    view = context.view(context.settings.languages[0], "")
    return _calendar(view, f"{policy_address(policy.id)}{NAME}", policy.title, (policy,), date.min)


def _calendar(view: SiteView, address: str, name: str, policies: Sequence[Policy], first: date) -> Asset:
    words = view.words
    title = words.sentence([name, words("calendar.title")]) if name else words("calendar.title")
    calendar = Calendar()
    calendar.add("prodid", f"-//Yange//Yange//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(title))
    for entry in _entries(view, address, policies, first):
        calendar.add_component(entry)
    return Asset(address, calendar.to_ical())


def _entries(view: SiteView, address: str, policies: Iterable[Policy], first: date) -> Iterator[Entry]:
    timeline = view.context.timeline
    for policy in policies:
        for event in timeline.events(policy.id):
            version = policy.version(event.version)
            if version is not None and _is_told(event) and event.day >= first and not timeline.is_moot(event):
                yield _entry(view, address, policy, version, event)


def _is_told(event: Event) -> bool:
    """Return whether something begins or ends by its own days; a text replaced before its first day does neither."""
    begins = event.kind in _BEGINNINGS and event.by_version in {None, event.version}
    return begins or event.kind in _CLAUSES or event.kind in _ENDS


def _entry(view: SiteView, address: str, policy: Policy, version: Version, event: Event) -> Entry:
    """Return an entry for one whole day: the first of a text or clause, or the last on which it is law."""
    settings, words = view.context.settings, view.words
    day = previous_day(event.day) if event.kind in _ENDS else event.day
    page = view.context.addresses.of(words.language, version_address(version))
    made = version.signed or version.published or event.day
    summary = _summary(view, version, event)
    entry = Entry()
    entry.add("uid", f"{event_name(view.context.policies, event)}@{authority(settings).partition(',')[0]}")
    entry.add("dtstamp", datetime(*max(made, _CLOCKLESS).timetuple()[:3], tzinfo=UTC))
    entry.add("dtstart", day)
    entry.add("summary", words("sample.title", title=summary) if policy.sample else summary)
    entry.add("description", words.sentence(_described(view, policy, version, event)))
    entry.add("categories", [event.kind.value, *(["sample"] if policy.sample else [])])
    entry.add("transp", "TRANSPARENT")
    if settings.address is not None:
        entry.add("url", link(settings, address, page))
    return entry


def _summary(view: SiteView, version: Version, event: Event) -> str:
    words = view.words
    if event.kind in _CLAUSES:
        return words(f"calendar.{event.kind.value}", title=version.title, clauses=words.series(event.clauses))
    return words("calendar.lapses" if event.kind in _ENDS else "calendar.begins", title=version.title)


def _described(view: SiteView, policy: Policy, version: Version, event: Event) -> list[str]:
    """Return what happens; where a clause ends, the day too, which is the one after that of the entry."""
    sample = view.words("sample.mark") if policy.sample else ""
    day = str(event.day) if event.kind is EventKind.CLAUSE_ENDS else ""
    return [sample, day, view.wording.event(event), version.number or ""]
