"""``changes``: what differs between the law of two days, as machine output."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yange.coding import UNSET, Output, UnsetType
from yange.model import Status
from yange.outputs.reading import TimelineEvent, event_output
from yange.timeline import Standing, Timeline
from yange.timeline.between import Outcome, PolicyBetween

__all__ = ["ChangesOutput", "changes_output"]


class DayStanding(Output):
    """How a policy stands on one of the two days."""

    status: Status
    version: str | None
    """Key of the text of the day, or of the one that was last or will be first."""
    number: str | None
    not_in_force: tuple[str, ...]
    """Labels of the clauses that are out of force on the day."""


class BetweenPolicy(Output):
    """A policy and what the two days say about it."""

    id: str
    title: str
    place: str
    kind: str | None
    issuer: tuple[str, ...]
    """The issuers of all its texts."""
    outcome: Outcome
    before: DayStanding
    """On the first day."""
    after: DayStanding
    """On the second day."""
    events: tuple[TimelineEvent, ...]
    """What happened after the first day, up to and including the second."""
    sample: bool
    """Whether the text is invented."""


class ChangesOutput(Output, tag_field="schema", tag="yange.changes/1", kw_only=True):
    """What differs between the law of two days. Policies that are law on neither day, nor between, are only counted."""

    since: date
    """The first day."""
    until: date
    """The second day."""
    as_recorded: str | UnsetType = UNSET
    """The commit that was asked, with ``--as-recorded``."""
    counts: dict[Outcome, int]
    """How many policies have each outcome."""
    policies: tuple[BetweenPolicy, ...]


def changes_output(
    timeline: Timeline, found: Iterable[PolicyBetween], since: date, until: date, recorded: str | None = None
) -> ChangesOutput:
    """Return the output of ``changes``, policies in the order of ``found``.

    ``recorded`` is the commit whose record was read; ``None`` for the folder as it is.
    """
    found = tuple(found)
    counts = {outcome: sum(one.outcome is outcome for one in found) for outcome in Outcome}
    return ChangesOutput(
        since=since,
        until=until,
        as_recorded=recorded or UNSET,
        counts=counts,
        policies=tuple(_policy(timeline, one) for one in found if one.outcome is not Outcome.ABSENT),
    )


def _policy(timeline: Timeline, one: PolicyBetween) -> BetweenPolicy:
    policy = one.policy
    return BetweenPolicy(
        id=policy.id,
        title=policy.title,
        place=policy.place,
        kind=policy.kind,
        issuer=tuple(dict.fromkeys(name for version in policy.versions for name in version.issuer)),
        outcome=one.outcome,
        before=_standing(one.before),
        after=_standing(one.after),
        events=tuple(event_output(timeline, event) for event in one.events),
        sample=policy.sample,
    )


def _standing(standing: Standing) -> DayStanding:
    version = standing.version
    return DayStanding(
        status=standing.status,
        version=version.key if version is not None else None,
        number=version.number if version is not None else None,
        not_in_force=standing.not_in_force,
    )
