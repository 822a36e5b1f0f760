"""The timeline of a library: what stood when. Everything here is pure; the day always comes from the caller."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from yange.dates import Period, previous_day
from yange.model import Event, EventKind, Library, Status, Version
from yange.problems import Problem
from yange.timeline.build import BuiltTimeline, build
from yange.timeline.events import events_of, is_moot, order
from yange.timeline.lifespan import Life, Out
from yange.timeline.line import Ref, ref
from yange.timeline.standing import Standing, policy_standing, version_standing

_KEPT = 512
"""Answers kept of each kind: a site asks for the same ones on every page of a policy, in every language."""


class Timeline:
    """Periods, statuses and events of every policy and text of a library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._built: BuiltTimeline = build(library)
        self._ids = {former: policy.id for policy in library.policies for former in policy.was}
        self._ids |= {policy.id: policy.id for policy in library.policies}
        self._events: dict[str, tuple[Event, ...]] = {}
        self._kept_standing = lru_cache(_KEPT)(self._standing)
        self._kept_version = lru_cache(_KEPT)(self._version_standing)
        self._kept_periods = lru_cache(_KEPT)(self._periods)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found wrong while the acts of instruments on one another were worked out."""
        return self._built.problems

    def period(self, version: Version) -> Period | None:
        """Return the days of a text, first day in to first day out; ``None`` for undated texts and letters.

        Empty where the text was ended before it began. A text that ended and was revived has several periods
        (:meth:`periods`); this is from the first to the last.
        """
        spans = self._life(version).spans
        return Period(spans[0].start, spans[-1].end) if spans else None

    def periods(self, version: Version) -> tuple[Period, ...]:
        """Return the days on which a text is in force: without those between ending and revival or of a suspension."""
        return self._kept_periods(ref(version))

    def _periods(self, address: Ref) -> tuple[Period, ...]:
        life = self._built.lives[address]
        days = sorted({day for period in (*life.spans, *life.holes) for day in (period.start, period.end) if day})
        pieces: list[Period] = []
        for start, end in zip(days, [*days[1:], None], strict=False):
            if version_standing(life, start).in_force:
                joined = bool(pieces) and pieces[-1].end == start
                pieces[-1:] = [Period(pieces[-1].start, end)] if joined else [*pieces[-1:], Period(start, end)]
        return tuple(pieces)

    def last_day(self, version: Version) -> date | None:
        """Return the last day on which a text is in force, by whatever ends it; ``None`` where none is known.

        Also ``None`` for a text that never was in force, and for one of unknown days.
        """
        periods = self.periods(version)
        return periods[-1].last if periods else None

    def expires(self, version: Version) -> date | None:
        """Return the last day of a text's validity: as it prints it, or as the last extension left it."""
        lapses = [event.day for event in self._life(version).endings if event.kind is EventKind.EXPIRY]
        return previous_day(max(lapses)) if lapses else version.expires

    def standing(self, policy_id: str, day: date) -> Standing:
        """Return the status of a policy on a day.

        Raises:
            KeyError: when the library has no policy of this id or former id.

        """
        return self._kept_standing(self._ids[policy_id], day)

    def _standing(self, policy_id: str, day: date) -> Standing:
        line = self._built.lines[policy_id]
        if line.drafts and not (line.dated or line.loose):
            return Standing(policy=line.policy.id, status=Status.DRAFT, version=line.drafts[-1])
        dated, loose = self._lives(line.dated), self._lives(line.loose)
        return policy_standing(line.policy.id, dated, loose, day)

    def version_standing(self, version: Version, day: date) -> Standing:
        """Return the status of one text on a day."""
        return self._kept_version(ref(version), day)

    def _version_standing(self, address: Ref, day: date) -> Standing:
        return version_standing(self._built.lives[address], day)

    def outs(self, version: Version) -> tuple[Out, ...]:
        """Return when clauses of a text are out of force while the text is not, by their labels, each in order."""
        return self._life(version).outs

    def in_force(self, day: date) -> tuple[Standing, ...]:
        """Return the standing of every policy that is in force on a day, in order of id as the library has it."""
        standings = (self.standing(policy.id, day) for policy in self.library.policies)
        return tuple(standing for standing in standings if standing.in_force)

    def events(self, policy_id: str | None = None) -> tuple[Event, ...]:
        """Return what happened to a policy, or to all, in order of day, policy id and kind.

        A commencement, replacement or amendment by which a text begins bears the key of that text, which is also the
        acting one; every other event bears the key of the text it happens to. Also listed is what found its text
        already ended (:meth:`is_moot`).
        """
        if policy_id is None:
            return tuple(sorted((e for policy in self.library.policies for e in self._of(policy.id)), key=order))
        return self._of(self._ids[policy_id])

    def is_moot(self, event: Event) -> bool:
        """Return whether an event changed nothing because its text had ended already."""
        return is_moot(self._built.lives[event.policy, event.version], event)

    def change_days(self, policy_id: str) -> tuple[date, ...]:
        """Return, in order, every day on which the standing of a policy may differ from the day before."""
        line = self._built.lines[self._ids[policy_id]]
        days: set[date | None] = set()
        for life in self._lives((*line.dated, *line.loose)):
            days |= {life.version.commenced}
            days |= {event.day for event in life.closings}
            days |= {day for part in (*life.spans, *life.holes) for day in (part.start, part.end)}
            days |= {day for out in life.outs for day in (out.first, out.until)}
        return tuple(sorted(day for day in days if day is not None))

    def superseding_pairs(self) -> tuple[tuple[Version, Version], ...]:
        """Return the pairs of an old text and the one that took its place.

        Neighbours within a policy (a text that never took effect is next to the one that replaced it), and across
        policies the last text of one and the text that repeals the whole of it.
        """
        pairs = [*self._neighbours(), *self._across()]
        return tuple({(ref(old), ref(new)): (old, new) for old, new in pairs}.values())

    def _neighbours(self) -> Iterator[tuple[Version, Version]]:
        for line in self._built.lines.values():
            lives = self._lives((*line.dated, *line.loose))
            began = [life.version for life in lives if life.took_effect]
            follower = dict(zip(map(ref, began), began[1:], strict=False))
            for life in lives:
                new = follower.get(ref(life.version)) or self._replaced_by(life)
                if new is not None:
                    yield life.version, new

    def _replaced_by(self, life: Life) -> Version | None:
        ended = life.closings[-1] if life.closings else None
        if ended is None or ended.by_policy != life.version.policy or ended.by_version is None:
            return None
        return self._built.lives[ended.by_policy, ended.by_version].version

    def _across(self) -> Iterator[tuple[Version, Version]]:
        for act, reached in self._built.done:
            if act.kind is EventKind.REPEAL and reached:
                lives = [self._built.lives[address] for address in reached]
                standing = [life for life in lives if life.took_effect] or lives
                yield standing[-1].version, act.actor

    def _life(self, version: Version) -> Life:
        return self._built.lives[ref(version)]

    def _lives(self, versions: Sequence[Version]) -> list[Life]:
        return [self._built.lives[ref(version)] for version in versions]

    def _of(self, policy_id: str) -> tuple[Event, ...]:
        if policy_id not in self._events:
            self._events[policy_id] = events_of(self._built, policy_id)
        return self._events[policy_id]


def build_timeline(library: Library) -> Timeline:
    """Work out the timeline of a library. Pure: the same library gives the same timeline anywhere, on any day."""
    return Timeline(library)


__all__ = ["Standing", "Status", "Timeline", "build_timeline"]
