"""The events of a policy in order: what happened to it, also what found its text already ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yange.dates import next_day
from yange.model import Event, EventKind, Version
from yange.timeline.acts import ENDING, Act
from yange.timeline.build import Built
from yange.timeline.life import Life
from yange.timeline.line import Line, Ref, beginning, ref

_KINDS = {kind: place for place, kind in enumerate(EventKind)}


def order(event: Event) -> tuple[date, str, int, str, str, str, tuple[str, ...]]:
    """Return the order of events: day, policy id, kind as listed in :class:`EventKind`, then text and actor."""
    kind = _KINDS[event.kind]
    return event.day, event.policy, kind, event.version, event.by_policy or "", event.by_version or "", event.clauses


def events_of(built: Built, policy_id: str) -> tuple[Event, ...]:
    """Return every event of a policy in order, each once."""
    line = built.lines[policy_id]
    events = set(_beginnings(built, line))
    for version in (*line.dated, *line.loose):
        life = built.lives[ref(version)]
        events |= {*_facts(version), *_clause_days(life), *_ends_of_suspension(life)}
        events |= {event for event in life.endings if event.kind is EventKind.EXPIRY and life.took_effect}
    for act, reached in built.done:
        if act.target == policy_id:
            events |= set(_of_act(built, act, reached))
    return tuple(sorted(events, key=order))


def is_moot(life: Life, event: Event) -> bool:
    """Tell whether an event found its text already ended, or not begun, so that it changed nothing."""
    if event.kind in (EventKind.SIGNED, EventKind.PUBLISHED, EventKind.COMMENCEMENT):
        return False
    if event.version == event.by_version and event.policy == event.by_policy:
        return False
    if event.kind is EventKind.EXPIRY or (event.kind in ENDING and not event.clauses):
        return event not in life.closings
    if event.kind in (EventKind.EXTENSION, EventKind.REVIVAL):
        return life.ended_on(event.day) is not None
    return not life.standing_on(event.day)


def _facts(version: Version) -> Iterator[Event]:
    for day, kind in ((version.signed, EventKind.SIGNED), (version.published, EventKind.PUBLISHED)):
        if day is not None:
            yield Event(day=day, kind=kind, policy=version.policy, version=version.key, number=version.number)


def _beginnings(built: Built, line: Line) -> Iterator[Event]:
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


def _of_act(built: Built, act: Act, reached: tuple[Ref, ...]) -> Iterator[Event]:
    """Yield an act's event for each text that it ended, else for the last text that it reached."""
    if act.kind is EventKind.REPLACEMENT and act.day == act.actor.effective:
        return
    found = [(address, act.event(built.lives[address].version)) for address in reached]
    telling = [event for address, event in found if event in built.lives[address].closings]
    yield from telling or [event for _, event in found[-1:]]
