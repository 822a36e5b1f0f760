"""Events as rows of a table: day, words, who did it, and whether it changed anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from yange.model import Event, EventKind, Policy, Version
from yange.publish.context import SiteView
from yange.publish.view import language_of

__all__ = ["EventRow", "act", "acts", "gathered"]

_BEGINNINGS = {EventKind.COMMENCEMENT, EventKind.AMENDMENT, EventKind.REPLACEMENT}
_PAPER = {EventKind.SIGNED: "fact.signed", EventKind.PUBLISHED: "fact.published"}


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event in words. ``by`` is the acting instrument, ``number`` its 文号.

    ``paper`` says on which days the text that begins with this event was signed and published.
    """

    day: date
    kind: str
    words: str
    policy: Policy
    version: Version | None
    by: Policy | None
    by_version: Version | None
    by_language: str
    number: str | None
    moot: bool
    future: bool
    paper: str = ""


def act(view: SiteView, event: Event) -> EventRow | None:
    """Return an event in words; ``None`` where its policy is not in the library."""
    policies = view.context.policies
    policy = policies.get(event.policy)
    if policy is None:
        return None
    other = policies.get(event.by_policy) if event.by_policy and event.by_policy != event.policy else None
    own = event.kind in _BEGINNINGS or event.kind in _PAPER or event.kind is EventKind.AMENDING_ORDER
    number = event.number if other is not None or own else None
    return EventRow(
        day=event.day,
        kind=event.kind.value,
        words=view.wording.event(event),
        policy=policy,
        version=policy.version(event.version),
        by=other,
        by_version=other.version(event.by_version) if other is not None and event.by_version else None,
        by_language=language_of(other) if other is not None else "",
        number=number,
        moot=view.context.timeline.is_moot(event),
        future=event.day > view.context.on,
    )


def acts(view: SiteView, events: Iterable[Event]) -> list[EventRow]:
    """Return events in words, in their order."""
    return [found for found in (act(view, event) for event in events) if found is not None]


def gathered(view: SiteView, events: Iterable[Event]) -> list[EventRow]:
    """Return events in words, the signing and publishing of a text with the event by which it begins.

    So that the legal events are not lost among them. What another instrument signed (the original beside its amending
    order) keeps a row of its own. A text that never began keeps one row, that of its signing.
    """
    events = list(events)
    homes: dict[str, Event] = {}
    for kinds in (_BEGINNINGS, {EventKind.SIGNED}, {EventKind.PUBLISHED}):
        for event in events:
            if event.kind in kinds:
                homes.setdefault(event.version, event)
    paper: dict[Event, list[str]] = defaultdict(list)
    rows = []
    for event in events:
        home = homes.get(event.version, event)
        if event.kind in _PAPER and home != event and event.number == home.number:
            paper[home].append(f"{view.words(_PAPER[event.kind])} {event.day}")
        else:
            rows.append(event)
    found = [(event, act(view, event)) for event in rows]
    return [replace(one, paper=view.words.sentence(paper[event])) for event, one in found if one is not None]
