"""What instruments do to other instruments, resolved: who acts, on what, on which day, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush
from itertools import groupby

from yange.model import Effect, Event, EventKind, Library, Version
from yange.names import number_key
from yange.problems import Problem, error, warning
from yange.timeline.line import PolicyLine, Ref, beginning, made, ref

ENDING = frozenset({EventKind.REPEAL, EventKind.DECLARED_LAPSED, EventKind.REPLACEMENT})
"""Acts that end a whole text."""


@dataclass(frozen=True, slots=True)
class Act:
    """One effect of one text on one policy.

    ``day`` is when it happens; ``trigger``, the first day on which it can be known, is the later of that day and the
    day the acting text was made: a retroactive effect waits for its text, and a text may end another before it begins.
    """

    kind: EventKind
    actor: Version
    effect: Effect
    target: str
    day: date
    trigger: date

    @property
    def own(self) -> bool:
        """Whether the text acts on an earlier text of its own policy."""
        return self.actor.policy == self.target

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clause labels concerned; empty for the whole."""
        return self.effect.extent

    def event(self, version: Version) -> Event:
        """Return the event that the act is for one text of the policy acted upon.

        A text that ends an earlier one of its own policy on its first day does so by beginning: one event, not two.
        On another day the replacement bears the key of the text that it ends.
        """
        if self.kind is EventKind.REPLACEMENT and self.day == self.actor.effective:
            return beginning(self.actor, first=False)
        return Event(
            day=self.day,
            kind=self.kind,
            policy=self.target,
            version=version.key,
            by_policy=self.actor.policy,
            by_version=self.actor.key,
            number=self.actor.number,
            clauses=self.clauses,
        )


def _effects(version: Version) -> Iterator[tuple[EventKind, Effect]]:
    for kind, effect in version.acts:
        yield EventKind.PARTIAL_REPEAL if kind is EventKind.REPEAL and effect.extent else kind, effect


class Targets:
    """Finds the policy an effect names: by id or former id, else by a 文号 that only one policy bears."""

    def __init__(self, library: Library) -> None:
        self._ids: dict[str, str] = {}
        self._numbers: dict[str, set[str]] = {}
        for policy in library.policies:
            for former in policy.was:
                self._ids.setdefault(former, policy.id)
            for version in policy.versions:
                key = number_key(version.number)
                if key is not None and not version.draft:
                    self._numbers.setdefault(key, set()).add(policy.id)
        self._ids.update({policy.id: policy.id for policy in library.policies})

    def find(self, effect: Effect) -> str | None:
        """Return the id of the policy acted upon, or ``None`` where the library does not hold it."""
        if effect.policy is not None:
            return self._ids.get(effect.policy)
        holders = self._numbers.get(number_key(effect.number) or "", set())
        return next(iter(holders)) if len(holders) == 1 else None


def resolve(library: Library) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
    """Return every act on a policy of the library, in order of the day it can be known, and what is wrong."""
    targets, acts, problems = Targets(library), [], []
    for version in library.versions():
        for kind, effect in () if version.draft else _effects(version):
            target = targets.find(effect)
            if target is None:
                continue
            day = effect.on or version.effective
            if day is None:
                problems.append(_without_day(version, effect))
                continue
            own = target == version.policy and kind is EventKind.REPEAL
            trigger = max(day, made(version) or day)
            acts.append(Act(EventKind.REPLACEMENT if own else kind, version, effect, target, day, trigger))
    return tuple(sorted(acts, key=_order)), tuple(problems)


def _order(act: Act) -> tuple[date, date, str, str, int]:
    return act.trigger, made(act.actor) or date.max, act.actor.policy, act.actor.key, act.actor.nth_on_day


def _without_day(version: Version, effect: Effect) -> Problem:
    return warning(
        "effect-without-day",
        version.path,
        f"This text acts on {effect.title or effect.policy}, but neither its own first day nor the day of the effect"
        " is known, so nothing changes for that policy.",
        hint="Give the day under `on`, or the text's own `effective`.",
        line=effect.line,
    )


def hits(act: Act, line: PolicyLine) -> frozenset[Ref]:
    """Return the texts that a whole repeal, lapse or replacement ends.

    Texts begun before the day; a text of that very day unless it was made after the acting one; a later text only
    where it is named by its own 文号 or is known to have been made before (a re-enactment stands). A repeal that names
    only a text not yet begun takes back that text alone.
    """
    named = line.named(act.effect.number)
    if act.own:
        return frozenset(ref(version) for version in _own_targets(act, line, named))
    ahead = [version for version in named if version.effective is not None and version.effective > act.day]
    if named and len(ahead) == len(named):
        return frozenset(map(ref, named))
    return frozenset(
        ref(version) for version in (*line.dated, *line.loose) if version in named or _reached(act, version)
    )


def _own_targets(act: Act, line: PolicyLine, named: Sequence[Version]) -> Iterable[Version]:
    others = [version for version in named if version.key != act.actor.key]
    if others:
        return others
    earlier = line.dated[: line.dated.index(act.actor)] if act.actor in line.dated else ()
    return *earlier, *(
        version for version in line.loose if version != act.actor and not _made_after(version, act.actor)
    )


def _reached(act: Act, version: Version) -> bool:
    if version.effective is None:
        return not _made_after(version, act.actor)
    if version.effective > act.day:
        return _made_before(version, act.actor)
    return version.effective < act.day or not _made_after(version, act.actor)


def _made_after(version: Version, actor: Version) -> bool:
    one, other = made(version), made(actor)
    return one is not None and other is not None and one > other


def _made_before(version: Version, actor: Version) -> bool:
    one, other = made(version), made(actor)
    return one is not None and other is not None and one <= other


def one_target(
    act: Act, line: PolicyLine, took_effect: Mapping[Ref, bool], suspended: Container[Ref]
) -> Version | None:
    """Return the one text that a partial repeal, extension, suspension or revival concerns.

    It is the text in force on the day before; a text that begins on that very day only where it is known to have been
    made before the acting one; the first text to come where none has begun. A 文号 that only later texts bear names
    the first of them. A revival takes the text that bears the 文号, unless the present one is suspended.
    """
    able = [version for version in line.dated if took_effect.get(ref(version), False) and version != act.actor]
    named = [version for version in line.named(act.effect.number) if version in able]
    begun = [version for version in able if version.effective is not None and version.effective < act.day]
    if named and not any(version in begun for version in named):
        return named[0]
    if act.kind is EventKind.REVIVAL and named and begun and ref(begun[-1]) not in suspended:
        return named[-1]
    if begun:
        same = [v for v in able if v.effective == act.day and _made_before(v, act.actor)]
        return same[-1] if same else begun[-1]
    return able[0] if able else None


def in_turn(acts: Sequence[Act], lines: Mapping[str, PolicyLine]) -> Iterator[tuple[Act, Problem | None]]:
    """Yield the acts day by day; on one day an act comes after those that would end its own text.

    Where texts end one another on one day there is no such order: the text made first acts first, and the second value
    is the problem.
    """
    for _, group in groupby(acts, key=lambda act: act.trigger):
        yield from _one_day(tuple(group), lines)


def _one_day(acts: Sequence[Act], lines: Mapping[str, PolicyLine]) -> Iterator[tuple[Act, Problem | None]]:
    """Yield the acts of one day: of those that no other act holds up, always the first.

    The order among acts that concern one another then does not depend on what else happens that day.
    """
    waiting = dict(enumerate(acts))
    kills = [_kills(act, lines) for act in acts]
    threats = Counter(target for targets in kills for target in targets)
    held_by_actor: dict[Ref, list[int]] = {}
    for nth, act in waiting.items():
        held_by_actor.setdefault(ref(act.actor), []).append(nth)
    free = [nth for nth, act in waiting.items() if not threats[ref(act.actor)]]
    while waiting:
        while free and free[0] not in waiting:
            heappop(free)
        blocked = not free
        nth = min(waiting) if blocked else heappop(free)
        act = waiting.pop(nth)
        for target in kills[nth]:
            threats[target] -= 1
            if not threats[target]:
                for other in held_by_actor.get(target, ()):
                    heappush(free, other)
        yield act, _circle(act) if blocked else None


def _kills(act: Act, lines: Mapping[str, PolicyLine]) -> frozenset[Ref]:
    return hits(act, lines[act.target]) if act.kind in ENDING and act.effect.whole else frozenset()


def _circle(act: Act) -> Problem:
    return error(
        "repeal-circle",
        act.actor.path,
        f"On {act.day} texts end one another: {act.actor.policy} acts on {act.target} and is itself ended that day.",
        hint="Check the days (`on`) of these repeals against the texts; one of them must come first.",
        line=act.effect.line,
    )
