"""``show`` and ``timeline``: texts and events as machine output."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from yange.coding import UNSET, Output, UnsetType
from yange.model import Clause, Event, EventKind, Policy, Status, Version
from yange.outputs.common import ClauseOutput, PeriodOutput, clause_places, periods_of
from yange.parse import full_text
from yange.parse.frontmatter import version_facts
from yange.provenance.held import VersionPlaces
from yange.timeline import Timeline
from yange.withdrawn import Withdrawn, clause_in_force

__all__ = [
    "ShowOutput",
    "TimelineEvent",
    "TimelineOutput",
    "event_output",
    "show_output",
    "timeline_output",
]


class ShownPolicy(Output):
    """The policy that a text belongs to."""

    id: str
    title: str
    place: str
    sample: bool


class ShowOutput(Output, tag_field="schema", tag="yange.show/1"):
    """One text with its facts, its standing on a day, and its words."""

    on: date
    policy: ShownPolicy
    version: str
    """Key of the text."""
    status: Status
    partial: bool
    not_in_force: tuple[str, ...]
    periods: tuple[PeriodOutput, ...]
    expires: date | None
    """The last day in force, extensions and endings counted."""
    facts: dict[str, Any]
    """The front matter of the text; its own schema is ``version``."""
    clauses: tuple[ClauseOutput, ...]
    text: str | None
    """The whole body in Markdown; ``null`` where the text is not held."""
    as_recorded: str | UnsetType = UNSET
    """The commit that was asked, with ``--as-recorded``."""


class TimelineEvent(Output):
    """Something that happens to a policy on a day."""

    day: date
    kind: EventKind
    policy: str
    version: str
    by_policy: str | None
    """The policy that does it, where the library has it."""
    by_version: str | None
    number: str | None
    """Number of the instrument that does it."""
    clauses: tuple[str, ...]
    """Labels of the clauses that it is about; none: the whole."""
    moot: bool
    """Whether it changes nothing."""


class TimelineVersion(Output):
    """When a text is law."""

    policy: str
    version: str
    number: str | None
    periods: tuple[PeriodOutput, ...]
    expires: date | None


class TimelineOutput(Output, tag_field="schema", tag="yange.timeline/1"):
    """The events of policies in order of day, and the periods of their texts."""

    events: tuple[TimelineEvent, ...]
    versions: tuple[TimelineVersion, ...]


def show_output(
    timeline: Timeline,
    policy: Policy,
    version: Version,
    on: date,
    withdrawn: Withdrawn,
    clauses: Sequence[Clause] = (),
    recorded: str | None = None,
    places: VersionPlaces | None = None,
) -> ShowOutput:
    """Return the output of ``show``: a text on the day ``on``.

    ``withdrawn`` is that of the text; ``clauses`` are those asked for, none: all. ``recorded`` as in
    :func:`yange.outputs.listing.list_output`. ``places`` are those of the text in its source.
    """
    standing = timeline.version_standing(version, on)
    provisions = withdrawn.provisions
    return ShowOutput(
        on=on,
        policy=ShownPolicy(id=policy.id, title=policy.title, place=policy.place, sample=policy.sample),
        version=version.key,
        status=standing.status,
        partial=standing.partial,
        not_in_force=standing.not_in_force,
        periods=periods_of(timeline, version),
        expires=timeline.expires(version),
        facts=version_facts(version),
        clauses=tuple(
            ClauseOutput(
                path=clause.path,
                kind=clause.kind.value,
                label=clause.label,
                text=full_text(provisions, clause),
                in_force=clause_in_force(standing, withdrawn, clause, on),
                places=clause_places(places, clause),
            )
            for clause in clauses or tuple(provisions.walk())[1:]
        ),
        text=version.body if version.held else None,
        as_recorded=recorded or UNSET,
    )


def timeline_output(timeline: Timeline, events: Iterable[Event], policies: Iterable[Policy]) -> TimelineOutput:
    """Return the output of ``timeline``: events, and the periods of all texts of policies."""
    return TimelineOutput(
        events=tuple(event_output(timeline, event) for event in events),
        versions=tuple(_version(timeline, version) for policy in policies for version in policy.versions),
    )


def event_output(timeline: Timeline, event: Event) -> TimelineEvent:
    """Return an event as the outputs that list events have it."""
    return TimelineEvent(
        day=event.day,
        kind=event.kind,
        policy=event.policy,
        version=event.version,
        by_policy=event.by_policy,
        by_version=event.by_version,
        number=event.number,
        clauses=event.clauses,
        moot=timeline.is_moot(event),
    )


def _version(timeline: Timeline, version: Version) -> TimelineVersion:
    return TimelineVersion(
        policy=version.policy,
        version=version.key,
        number=version.number,
        periods=periods_of(timeline, version),
        expires=timeline.expires(version),
    )
