"""Calendars of commencements and expiries (RFC 5545), written with icalendar: it folds and escapes as calendars ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache

from icalendar import Calendar, Timezone, vText
from icalendar import Event as Entry

from yange.dates import previous_day
from yange.model import Event, EventKind, Policy, Version
from yange.publish.addresses import policy_address, version_address
from yange.publish.assets import Asset
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.calendar_days import CLAUSES, ENDS, told_days
from yange.publish.facts.permanent_ids import authority, event_name, link
from yange.publish.files.feed_groups import groups

__all__ = ["calendars", "policy_calendar"]

NAME = "calendar.ics"
_CLOCKLESS = date(1970, 1, 1)


def calendars(context: SiteContext) -> Iterator[Asset]:
    """Yield the calendars of the whole library and of each place, issuer and kind.

    They have what is to come, what was this year, and the year before. One without an entry is there all the same, so
    that a subscription lasts; it has the definition of the time zone, since RFC 5545 (§3.6) asks for a component.
    """
    first = date(max(context.on.year - 1, 1), 1, 1)
    for language in context.settings.languages:
        view = context.view(language, "")
        of = context.addresses.of
        yield _calendar(view, of(language, f"feeds/{NAME}"), "", context.library.policies, first)
        for group in groups(context):
            name = group.name or view.words("place.unknown")
            yield _calendar(view, of(language, f"{group.folder}{NAME}"), name, group.policies, first)


def policy_calendar(context: SiteContext, policy: Policy) -> Iterator[Asset]:
    """Yield the calendar of one policy, beside its page, in the first language; none where it has no entry."""
    view = context.view(context.settings.languages[0], "")
    if any(told_days(context.timeline, policy)):
        yield _calendar(view, f"{policy_address(policy.id)}{NAME}", policy.title, (policy,), date.min)


def _calendar(view: SiteView, address: str, name: str, policies: Sequence[Policy], first: date) -> Asset:
    words = view.words
    title = words.sentence([name, words("calendar.title")]) if name else words("calendar.title")
    calendar = Calendar()
    calendar.add("prodid", f"-//Yange//Yange//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(title))
    entries = list(_entries(view, address, policies, first))
    for entry in entries:
        calendar.add_component(entry)
    if not entries:
        calendar.add_component(_zone(view.context.settings.zone))
    return Asset(address, calendar.to_ical())


@cache  # icalendar looks for the changes of a zone's clocks day by day: 30 ms, for each calendar without an entry
def _zone(name: str) -> Timezone:
    return Timezone.from_tzid(name)


def _entries(view: SiteView, address: str, policies: Iterable[Policy], first: date) -> Iterator[Entry]:
    for policy in policies:
        for event in told_days(view.context.timeline, policy):
            version = policy.version(event.version)
            if version is not None and event.day >= first:
                yield _entry(view, address, policy, version, event)


def _entry(view: SiteView, address: str, policy: Policy, version: Version, event: Event) -> Entry:
    """Return an entry for one whole day: the first of a text or clause, or the last on which it is law."""
    settings, words = view.context.settings, view.words
    day = previous_day(event.day) if event.kind in ENDS else event.day
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
    if event.kind in CLAUSES:
        return words(f"calendar.{event.kind.value}", title=version.title, clauses=words.series(event.clauses))
    return words("calendar.lapses" if event.kind in ENDS else "calendar.begins", title=version.title)


def _described(view: SiteView, policy: Policy, version: Version, event: Event) -> list[str]:
    """Return what happens; where a clause ends, the day too, which is the one after that of the entry."""
    sample = view.words("sample.mark") if policy.sample else ""
    day = str(event.day) if event.kind is EventKind.CLAUSE_ENDS else ""
    return [sample, day, view.wording.event(event), version.number or ""]
