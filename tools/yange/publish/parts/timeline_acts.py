"""What the timeline of a policy shows of its texts: their bars, what each changed, and how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yange.compare import Operation
from yange.compare.result import Comparison
from yange.model import EventKind, Policy, Status, Version
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.timeline_chart import ChartAct, Drawing, Lane, draw
from yange.publish.parts.change_rows import counts
from yange.publish.parts.event_rows import EventRow

__all__ = ["Told", "change_counts", "change_names", "drawn", "told"]

_STATES = {Status.NOT_YET_IN_FORCE: "future", Status.IN_FORCE: "now", Status.SUSPENDED: "now"}
_ACTS = {
    EventKind.PARTIAL_REPEAL,
    EventKind.EXTENSION,
    EventKind.SUSPENSION,
    EventKind.REVIVAL,
    EventKind.DECLARED_LAPSED,
    EventKind.REPEAL,
}
_MOST_NAMED = 6
_STOPS = "、．."


@dataclass(frozen=True, slots=True)
class Told:
    """The acts of a day in words: the place of the first in the list of events, from 1, and what changed."""

    first: int
    words: str
    changes: tuple[str, ...]


def drawn(view: SiteView, policy: Policy) -> Drawing | None:
    """Return the drawing of the texts that have days; ``None`` if none has."""
    lanes = [lane for version in policy.versions if (lane := _lane(view, policy, version)) is not None]
    return draw(lanes, view.context.on, settled=view.context.settled) if lanes else None


def _lane(view: SiteView, policy: Policy, version: Version) -> Lane | None:
    timeline = view.context.timeline
    period = timeline.period(version)
    if period is None:
        return None
    status = timeline.version_standing(version, view.context.on).status
    interval, day = view.wording.interval(policy, version), view.wording.version_day(version)
    return Lane(
        state="never" if period.empty else _STATES.get(status, "past"),
        pieces=timeline.periods(version) or (period,),
        acts=tuple(_acts(view, policy, version, period.start)),
        key=version.key,
        lines=((interval, day, day[:4]), (version.number or "",)),
        sure=_sure(view, version),
    )


def _acts(view: SiteView, policy: Policy, version: Version, first: date) -> Iterator[ChartAct]:
    found = _compared(view.context, view.context.succession.replaced_by(version), version)
    if found is not None:
        yield ChartAct(first, _share(found), _sure(view, version))
    others = (e for e in view.context.timeline.events(policy.id) if e.version == version.key and e.kind in _ACTS)
    for day in dict.fromkeys(event.day for event in others):
        if day != first or found is None:
            yield ChartAct(day)


def _sure(view: SiteView, version: Version) -> bool:
    return view.wording.evidence(version) == "sure"


def told(view: SiteView, policy: Policy, events: Sequence[EventRow], drawing: Drawing | None) -> Mapping[date, Told]:
    """Return by day what happened on the days that are marked in the drawing."""
    places: dict[date, list[int]] = defaultdict(list)
    for place, event in enumerate(events, 1):
        places[event.day].append(place)
    changes = {
        version.effective: change_names(view, view.context.succession.replaced_by(version), version)
        for version in policy.versions
    }
    found = {}
    for day in dict.fromkeys(mark.day for mark in drawing.marks) if drawing is not None else ():
        at = places.get(day, [])
        words = view.words.series([events[n - 1].words for n in at])
        found[day] = Told(at[0] if at else 1, words, tuple(changes.get(day, ())))
    return found


def change_counts(context: SiteContext, before: Version | None, version: Version) -> list[tuple[str, int]]:
    """Return what a text changed in numbers, by operation; empty where it is not compared with the one before."""
    found = _compared(context, before, version)
    return [] if found is None else [one for one in counts(found) if one[0] != Operation.UNCHANGED.value]


def change_names(view: SiteView, before: Version | None, version: Version) -> list[str]:
    """Return what a text changed in words, a line for each operation, with the clauses by name."""
    found = _compared(view.context, before, version)
    if found is None:
        return []
    named: dict[Operation, list[str]] = defaultdict(list)
    for change in found.changes:
        if change.operation is not Operation.UNCHANGED and not change.is_apart:
            named[change.operation].append(view.words.series([_name(view, one) for one in change.new or change.old]))
    return [_line(view, operation, named[operation]) for operation in Operation if named[operation]]


def _line(view: SiteView, operation: Operation, names: Sequence[str]) -> str:
    words, shown = view.words, view.words.series(list(names[:_MOST_NAMED]))
    if len(names) > _MOST_NAMED:
        shown = words("timeline.more", count=len(names), names=shown)
    return f"{words.of('operation', operation.value)}{words('colon')}{shown}"


def _name(view: SiteView, label: str) -> str:
    key = f"label.{label}"
    return view.words(key) if key in view.words else label.rstrip(_STOPS) or label or view.words("unit.unnamed")


def _compared(context: SiteContext, before: Version | None, version: Version) -> Comparison | None:
    if before is None or not context.pairs.has(before, version):
        return None
    return context.compared(before.body, version.body)


def _share(found: Comparison) -> float:
    """Return how much of the clauses changed, cover notices and captions left out."""
    number = dict(counts(found))
    whole = sum(number.values())
    return 1 - number.get(Operation.UNCHANGED.value, 0) / whole if whole else 0.0
