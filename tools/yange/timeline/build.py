"""From the library to the lifespans of its texts: acts are applied in order, each only if its own text is in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from yange.model import EventKind, Library, Policy, Status, Version
from yange.names import number_key
from yange.problems import Problem, warning
from yange.timeline.effects import ENDING, Act, hits, in_turn, one_target, resolve
from yange.timeline.lifespan import Happenings, Life, lives
from yange.timeline.line import PolicyLine, Ref, is_amended, line_of, ref
from yange.timeline.standing import version_standing


@dataclass(frozen=True, slots=True)
class BuiltTimeline:
    """All lines and lifespans, the acts that happened with the texts they reached, and the problems found."""

    lines: dict[str, PolicyLine]
    lives: dict[Ref, Life]
    done: tuple[tuple[Act, tuple[Ref, ...]], ...]
    problems: tuple[Problem, ...]


class _Builder:
    def __init__(self, library: Library) -> None:
        self.lines = {policy.id: line_of(policy) for policy in _each_once(library)}
        self.happenings = {policy_id: Happenings() for policy_id in self.lines}
        self.lives: dict[Ref, Life] = {}
        self.done: list[tuple[Act, tuple[Ref, ...]]] = []
        self.problems: list[Problem] = []
        self._before: dict[tuple[object, ...], Act] = {}
        for policy_id in self.lines:
            self._refresh(policy_id)

    def _refresh(self, policy_id: str) -> None:
        self.lives.update(lives(self.lines[policy_id], self.happenings[policy_id]))

    def take(self, act: Act) -> None:
        """Apply one act, or report why it does not happen."""
        if not self.took_effect(act.actor):
            return
        end = self.lives[ref(act.actor)].end
        if end is not None and act.day >= end:
            self.problems.append(_in_vain(act, end))
            return
        if self._repeats(act):
            return
        reached = self._end(act) if act.kind in ENDING and act.effect.whole else self._touch(act)
        if not reached and not act.own:
            self.problems.append(_finds_nothing(act))
        self.done.append((act, reached))
        self._refresh(act.target)

    def took_effect(self, version: Version) -> bool:
        """Return whether a text can act: it took effect, or has no period of its own."""
        life = self.lives[ref(version)]
        return life.took_effect or not life.spans

    def _repeats(self, act: Act) -> bool:
        """Return whether a later text of the acting policy only carries on what an earlier one has done."""
        effect = act.effect
        key = (act.kind, act.actor.policy, act.target, number_key(effect.number), effect.extent, effect.until)
        earlier = self._before.setdefault(key, act)
        if earlier is act or earlier.actor == act.actor:
            return False
        between = [
            version
            for version in self.lines[act.target].dated
            if version.effective is not None and earlier.day < version.effective <= act.day
        ]
        return is_amended(act.actor) or not between

    def _end(self, act: Act) -> tuple[Ref, ...]:
        line = self.lines[act.target]
        targets = hits(act, line)
        reached = [version for version in (*line.dated, *line.loose) if ref(version) in targets]
        for version in reached:
            self.happenings[act.target].endings.setdefault(ref(version), []).append(act.event(version))
        return tuple(ref(version) for version in reached)

    def _touch(self, act: Act) -> tuple[Ref, ...]:
        line = self.lines[act.target]
        took_effect = {ref(version): self.lives[ref(version)].took_effect for version in line.dated}
        standing = [version_standing(self.lives[ref(version)], act.day) for version in line.dated]
        suspended = {ref(one.version) for one in standing if one.version and one.status is Status.SUSPENDED}
        version = one_target(act, line, took_effect, suspended)
        if version is None:
            return self._put_off(act, line)
        self.happenings[act.target].others.setdefault(ref(version), []).append(act)
        return (ref(version),)

    def _put_off(self, act: Act, line: PolicyLine) -> tuple[Ref, ...]:
        """Let an extension of a policy without dated texts reach every text that it may mean: none lapses too early."""
        if line.dated or act.kind is not EventKind.EXTENSION or not act.effect.whole:
            return ()
        reached = [version for version in line.loose if ref(version) in hits(act, line)]
        for version in reached:
            self.happenings[act.target].others.setdefault(ref(version), []).append(act)
        return tuple(map(ref, reached))


def _each_once(library: Library) -> Iterator[Policy]:
    """Yield every policy; where two folders bear one id, all their texts together under the first."""
    found: dict[str, Policy] = {}
    for policy in library.policies:
        first = found.get(policy.id)
        found[policy.id] = policy if first is None else replace(first, versions=(*first.versions, *policy.versions))
    yield from found.values()


def build(library: Library) -> BuiltTimeline:
    """Work out every text's life. Pure: the same library gives the same result on any machine and day.

    A text may act before its first day (it ends one that was to come) and yet never take effect itself; such acts are
    taken back, the latest first, and all is worked out anew without them.
    """
    acts, problems = resolve(library)
    taken_back: set[Act] = set()
    while True:
        builder = _Builder(library)
        for act, circle in in_turn([act for act in acts if act not in taken_back], builder.lines):
            if circle is not None:
                builder.problems.append(circle)
            builder.take(act)
        void = [act for act, _ in builder.done if not builder.took_effect(act.actor)]
        if not void:
            return BuiltTimeline(builder.lines, builder.lives, tuple(builder.done), (*problems, *builder.problems))
        taken_back.add(void[-1])


def _in_vain(act: Act, end: date) -> Problem:
    return warning(
        "effect-in-vain",
        act.actor.path,
        f"What this text does to {act.target} on {act.day} does not happen: this text ended on {end}.",
        hint="If a later text does the same, record the effect there; otherwise check the days.",
        line=act.effect.line,
    )


def _finds_nothing(act: Act) -> Problem:
    what = {EventKind.REPEAL: "repeals", EventKind.PARTIAL_REPEAL: "repeals parts of"}.get(act.kind, "acts on")
    return warning(
        "effect-on-nothing",
        act.actor.path,
        f"This text {what} {act.target} on {act.day}, but no text of that policy could be in force then.",
        hint="Check the day (`on`) and the policy named; a text that is missing can be filed as catalogue-only.",
        line=act.effect.line,
    )
