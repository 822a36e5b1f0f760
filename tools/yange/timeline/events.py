"""The events of a policy in order: what happened to it, also what found its text already ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from yange.dates import next_day
from yange.model import Event, EventKind, Version
from yange.names import number_key
from yange.timeline.build import BuiltTimeline
from yange.timeline.effects import ENDING, Act
from yange.timeline.lifespan import Life
from yange.timeline.line import PolicyLine, Ref, beginning, is_amended, orders_between, paper_number, ref

_NEVER_MOOT = frozenset({EventKind.SIGNED, EventKind.PUBLISHED, EventKind.COMMENCEMENT, EventKind.AMENDING_ORDER})
_KINDS = {kind: place for place, kind in enumerate(EventKind)}


def order(event: Event) -> tuple[date, str, int, str, str, str, tuple[str, ...]]:
    """Return the order of events: day, policy id, kind as listed in :class:`EventKind`, then text and actor."""
    kind = _KINDS[event.kind]
    return event.day, event.policy, kind, event.version, event.by_policy or "", event.by_version or "", event.clauses


def events_of(built: BuiltTimeline, policy_id: str) -> tuple[Event, ...]:
    """Return every event of a policy in order, each once."""
    line = built.lines[policy_id]
    events = {*_beginnings(built, line), *_orders(built, line)}
    for version in (*line.dated, *line.loose):
        life = built.lives[ref(version)]
        events |= {*_facts(version, line), *_clause_days(life), *_ends_of_suspension(life)}
        events |= {event for event in life.endings if event.kind is EventKind.EXPIRY and life.took_effect}
    for act, reached in built.done:
        if act.target == policy_id:
            events |= set(_of_act(built, act, reached))
    return tuple(sorted(events, key=order))


def is_moot(life: Life, event: Event) -> bool:
    """Return whether an event found its text already ended, or not begun, so that it changed nothing."""
    if event.kind in _NEVER_MOOT:
        return False
    if event.version == event.by_version and event.policy == event.by_policy:
        return False
    if event.kind is EventKind.EXPIRY or (event.kind in ENDING and not event.clauses):
        return event not in life.closings
    if event.kind in (EventKind.EXTENSION, EventKind.REVIVAL):
        return life.ended_on(event.day) is not None
    return not life.standing_on(event.day)


def _facts(version: Version, line: PolicyLine) -> Iterator[Event]:
    """Yield the signing and publishing that a text records, under the number of what was signed.

    The days of the instrument as first issued are left to the text as first issued, where it is there.
    """
    for day, kind in ((version.signed, EventKind.SIGNED), (version.published, EventKind.PUBLISHED)):
        if day is None:
            continue
        number = paper_number(version, day)
        as_issued = is_amended(version) and number is not None and number == version.number
        if as_issued and any(not is_amended(text) for text in line.named(number)):
            continue
        yield Event(day=day, kind=kind, policy=version.policy, version=version.key, number=number)


def _orders(built: BuiltTimeline, line: PolicyLine) -> Iterator[Event]:
    """Yield the amending orders beside the last one, which is the event by which a text begins.

    An order that made a text of the same first day takes effect on that day. Of any other only the day on which it was
    made is known: the text that it made is not there. An order without either day has no place here.
    """
    before: Version | None = None
    by_order = {number_key(v.amended_by[-1].number): v for v in line.dated if v.amended_by}
    for version in (*line.dated, *line.loose):
        if version in line.dated and not built.lives[ref(version)].took_effect:
            continue
        orders = orders_between(before, version)
        for order in orders if version in line.loose else orders[:-1]:
            made_by = by_order.get(number_key(order.number)) if order.number else None
            if made_by is not None and made_by.effective == version.effective is not None:
                event = beginning(made_by, first=False)
                yield replace(event, version=version.key)
            elif order.date is not None:
                kind = EventKind.AMENDING_ORDER
                yield Event(day=order.date, kind=kind, policy=version.policy, version=version.key, number=order.number)
        before = version if version in line.dated else before


def _beginnings(built: BuiltTimeline, line: PolicyLine) -> Iterator[Event]:
    """Yield how each text that took effect began: the first one commences; so does one that finds nothing in force."""
    before: Life | None = None
    ended = {event for version in (*line.dated, *line.loose) for event in built.lives[ref(version)].closings}
    for version in line.dated:
        life = built.lives[ref(version)]
        if not life.took_effect or version.effective is None:
            continue
        replacing = beginning(version, first=False)
        gap = before is None or (before.end is not None and before.end < version.effective)
        event = beginning(version, first=True) if gap and replacing not in ended else replacing
        yield event
        first_day = version.commenced if version.commenced != version.effective else None
        if before is None and event.kind is not EventKind.COMMENCEMENT and first_day is not None:
            yield Event(day=first_day, kind=EventKind.COMMENCEMENT, policy=version.policy, version=version.key)
        before = life


def _clause_days(life: Life) -> Iterator[Event]:
    version = life.version
    for clause in version.clause_periods:
        days = ((clause.first, EventKind.CLAUSE_BEGINS), (clause.until, EventKind.CLAUSE_ENDS))
        for day, kind in days:
            if day is not None and day != version.effective and life.standing_on(day):
                yield Event(day=day, kind=kind, policy=version.policy, version=version.key, clauses=(clause.clause,))


def _ends_of_suspension(life: Life) -> Iterator[Event]:
    """Yield the revivals that a suspension itself names by its last day."""
    for act in life.acts:
        until = act.effect.until
        if act.kind is EventKind.SUSPENSION and until is not None and until < date.max:
            day = next_day(until)
            if _still_out(life, act, day):
                yield Event(
                    day=day,
                    kind=EventKind.REVIVAL,
                    policy=act.target,
                    version=life.version.key,
                    by_policy=act.actor.policy,
                    by_version=act.actor.key,
                    number=act.actor.number,
                    clauses=act.clauses,
                )


def _still_out(life: Life, act: Act, day: date) -> bool:
    if act.effect.whole:
        return any(hole.end == day for hole in life.holes)
    return any(out.until == day and out.label in act.clauses for out in life.outs)


def _of_act(built: BuiltTimeline, act: Act, reached: tuple[Ref, ...]) -> Iterator[Event]:
    """Yield an act's event for each text that it ended, else for the last text that it reached."""
    if act.kind is EventKind.REPLACEMENT and act.day == act.actor.effective:
        return
    found = [(address, act.event(built.lives[address].version)) for address in reached]
    telling = [event for address, event in found if event in built.lives[address].closings]
    yield from telling or [event for _, event in found[-1:]]
