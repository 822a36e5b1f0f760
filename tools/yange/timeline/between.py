"""What differs between the law of two days: for every policy one outcome, read from its standing on both.

The outcome follows from how the policy was law on each day (:data:`OUTCOMES`) and, where it was law in the same way,
from its texts and the clauses out of force. The page of two days works with the same table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from yange.model import Event, Policy, Status
from yange.timeline.line import is_letter, recorded_from
from yange.timeline.standing import Standing, law_not_held
from yange.timeline.timeline import Timeline

__all__ = ["LAWS", "OUTCOMES", "Law", "Outcome", "PolicyBetween", "between"]


class Law(StrEnum):
    """How a policy is law on a day."""

    LAW = "law"
    SUSPENDED = "suspended"
    NONE = "none"
    """No law, and that is known: not yet, no longer, never."""
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What two days say about a policy, in the order in which it is reported."""

    BEGAN = "began"
    """Law on the second day only."""
    AMENDED = "amended"
    """Law on both days, with another text."""
    CLAUSES = "clauses"
    """Law on both days with the same text, but not the same clauses are out of force."""
    SUSPENDED = "suspended"
    """Suspended on the second day and not on the first."""
    RESUMED = "resumed"
    """Suspended on the first day and law with the same text on the second."""
    ENDED = "ended"
    """Law, or suspended, on the first day only."""
    PASSING = "passing"
    """The same on both days, and different on a day between."""
    UNKNOWN = "unknown"
    """Of one of the days it is not known whether the policy was law."""
    UNCHANGED = "unchanged"
    """Law, or suspended, on both days and between."""
    ABSENT = "absent"
    """No law on any of the days."""


LAWS: Mapping[Status, Law] = MappingProxyType(
    dict.fromkeys(Status, Law.NONE)
    | {Status.IN_FORCE: Law.LAW, Status.SUSPENDED: Law.SUSPENDED, Status.UNKNOWN: Law.UNKNOWN}
)
"""How a policy is law by its status."""

OUTCOMES: Mapping[tuple[Law, Law], Outcome] = MappingProxyType(
    {(one, other): Outcome.UNKNOWN for one in Law for other in Law if Law.UNKNOWN in (one, other)}
    | {
        (Law.NONE, Law.NONE): Outcome.ABSENT,
        (Law.NONE, Law.LAW): Outcome.BEGAN,
        (Law.NONE, Law.SUSPENDED): Outcome.SUSPENDED,
        (Law.LAW, Law.NONE): Outcome.ENDED,
        (Law.LAW, Law.LAW): Outcome.UNCHANGED,
        (Law.LAW, Law.SUSPENDED): Outcome.SUSPENDED,
        (Law.SUSPENDED, Law.NONE): Outcome.ENDED,
        (Law.SUSPENDED, Law.LAW): Outcome.RESUMED,
        (Law.SUSPENDED, Law.SUSPENDED): Outcome.UNCHANGED,
    }
)
"""The outcome by how a policy is law on the first and on the second day, before texts are looked at."""


@dataclass(frozen=True, slots=True)
class PolicyBetween:
    """A policy between two days: its standing on both, what that says, and the events after the first day."""

    policy: Policy
    outcome: Outcome
    before: Standing
    after: Standing
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """What is compared of a day: how the policy is law, by which text, and the labels of the clauses that are out."""

    law: Law
    text: str | None
    out: tuple[str, ...]


def between(timeline: Timeline, policies: Iterable[Policy], first: date, second: date) -> Iterator[PolicyBetween]:
    """Yield for each policy what differs between the law of two days, also where nothing does.

    A policy that nobody had made by the first day was no law on it. Events are those after the first day, up to and
    including the second.

    Raises:
        ValueError: unless the second day is after the first.

    """
    if second <= first:
        raise ValueError(f"{second} is not after {first}")
    for policy in policies:
        events = tuple(event for event in timeline.events(policy.id) if first < event.day <= second)
        before, after = (timeline.standing(policy.id, day) for day in (first, second))
        yield PolicyBetween(policy, _outcome(timeline, policy, first, second), before, after, events)


def _outcome(timeline: Timeline, policy: Policy, first: date, second: date) -> Outcome:
    before, after = (_state(timeline, policy, day) for day in (first, second))
    by_law = OUTCOMES[before.law, after.law]
    if by_law in (Outcome.UNCHANGED, Outcome.RESUMED) and before.text != after.text:
        return Outcome.AMENDED
    if by_law is Outcome.UNCHANGED and before.out != after.out:
        return Outcome.CLAUSES
    if by_law in (Outcome.UNCHANGED, Outcome.ABSENT):
        days = (day for day in timeline.change_days(policy.id) if first < day < second)
        states = (_state(timeline, policy, day) for day in days)
        if any(state != before for state in states if state.law is not Law.UNKNOWN):
            return Outcome.PASSING
    return by_law


def _state(timeline: Timeline, policy: Policy, day: date) -> _State:
    """Return what is compared of a day. Texts count only where they are law: one no-law is like another."""
    standing = timeline.standing(policy.id, day)
    law = Law.LAW if law_not_held(policy, standing) else LAWS[standing.status]
    if law is Law.UNKNOWN and (is_letter(policy) or _not_made(timeline, policy, day)):
        law = Law.NONE
    if law in (Law.NONE, Law.UNKNOWN):
        return _State(law, None, ())
    return _State(law, standing.version.key if standing.version is not None else None, standing.not_in_force)


def _not_made(timeline: Timeline, policy: Policy, day: date) -> bool:
    """Return whether it is known that nobody had made the policy by a day."""
    first = recorded_from(policy, timeline.change_days(policy.id))
    return first is not None and day < first
