"""The timeline against a naive oracle that looks at every single day.

The oracle knows nothing of orders, triggers or periods. It tries every set of repeals and keeps those sets that are
true of themselves: a repeal is in the set if and only if its text was in force (or has no days) when it acted. Where
exactly one set is, the timeline must say the same on every day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, combinations

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from yange.model import Effect, EventKind, Library, Policy, Status, Version
from yange.timeline import build_timeline

SPAN = 24
MODEST = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@dataclass(frozen=True)
class Text:
    """A text in the oracle's words; days are numbers. ``repeals``: (policy, day or None, label or None)."""

    policy: int
    first: int
    rank: int
    last: int | None
    made: int | None
    repeals: tuple[tuple[int, int | None, str | None], ...] = ()


Act = tuple[Text, int, int, str | None]


@st.composite
def texts(draw: st.DrawFn) -> tuple[Text, ...]:
    found: list[Text] = []
    for policy in range(draw(st.integers(2, 3))):
        firsts = sorted(draw(st.lists(st.integers(2, SPAN - 4), min_size=1, max_size=3)))
        for k, first in enumerate(firsts):
            rank = 1 + sum(1 for earlier in firsts[:k] if earlier == first)
            last = draw(st.none() | st.integers(first, SPAN))
            made = draw(st.none() | st.integers(0, first) | st.integers(0, SPAN - 2))
            others = [other for other in range(3) if other != policy]
            repeal = st.tuples(
                st.sampled_from(others), st.none() | st.integers(1, SPAN - 2), st.sampled_from([None, None, "第八条"])
            )
            repeals = draw(st.lists(repeal, max_size=2, unique_by=lambda one: (one[0], one[2])))
            found.append(Text(policy, first, rank, last, made, tuple(repeals)))
    return tuple(found)


class Oracle:
    def __init__(self, all_texts: tuple[Text, ...]) -> None:
        self.texts = all_texts
        self.acts: list[Act] = [
            (text, target, text.first if day is None else day, label)
            for text in all_texts
            for target, day, label in text.repeals
            if any(other.policy == target for other in all_texts)
        ]

    def worlds(self) -> Iterator[frozenset[Act]]:
        whole = [act for act in self.acts if act[3] is None]
        for chosen in chain.from_iterable(combinations(whole, size) for size in range(len(whole) + 1)):
            world = frozenset(chosen)
            if all((act in world) == self.acted(act, world) for act in whole):
                yield world

    def acted(self, act: Act, world: frozenset[Act]) -> bool:
        text, _, day, _ = act
        if not any(self.alive(text, d, world) for d in range(SPAN + 3)):
            return False
        return day < text.first or self.alive(text, day, world)

    def alive(self, text: Text, day: int, world: frozenset[Act]) -> bool:
        return day >= text.first and not self.endings(text, day, world)

    def endings(self, text: Text, day: int, world: frozenset[Act]) -> list[tuple[int, int, Status]]:
        """All that ended ``text`` on or before ``day``: (day, weight, status)."""
        found = []
        for act in world:
            if act[2] <= day and self.reaches(act, text):
                found.append((act[2], 0, Status.REPEALED))
        for other in self.texts:
            after = (other.first, other.rank) > (text.first, text.rank)
            if other.policy == text.policy and after and other.first <= day and self.alive(other, other.first, world):
                found.append((other.first, 1, Status.SUPERSEDED))
        if text.last is not None and day > text.last:
            found.append((text.last + 1, 2, Status.EXPIRED))
        return sorted(found, key=lambda one: one[:2])

    def partly_out(self, text: Text, day: int, world: frozenset[Act], status: Status) -> bool:
        """Tell whether a partial repeal that was acted out concerns ``text`` and has come by ``day``."""
        if status is not Status.IN_FORCE:
            return False
        return any(
            act[3] is not None and act[2] <= day and self.acted(act, world) and self.part_of(act, world) == text
            for act in self.acts
        )

    def part_of(self, act: Act, world: frozenset[Act]) -> Text | None:
        """Return the text whose clause a partial repeal takes out: the last one begun before."""
        able = [t for t in self.texts if t.policy == act[1] and self.alive(t, t.first, world)]
        able.sort(key=lambda text: (text.first, text.rank))
        begun = [text for text in able if text.first < act[2]]
        knew = [text for text in able if text.first == act[2] and self.known_before(text, act[0])]
        return (knew or begun)[-1] if begun else None

    def parts_are_plain(self, world: frozenset[Act]) -> bool:
        """Tell whether every partial repeal finds a text that began before it."""
        return all(self.part_of(act, world) is not None for act in self.acts if act[3] is not None)

    @staticmethod
    def known_before(text: Text, actor: Text) -> bool:
        return text.made is not None and actor.made is not None and text.made <= actor.made

    @staticmethod
    def reaches(act: Act, text: Text) -> bool:
        actor, target, day, _ = act
        if target != text.policy:
            return False
        known = actor.made is not None and text.made is not None
        if text.first < day:
            return True
        if text.first == day:
            return not (known and text.made > actor.made)  # type: ignore[operator]
        return known and text.made <= actor.made  # type: ignore[operator]

    def says(self, policy: int, day: int, world: frozenset[Act]) -> tuple[Status, Text | None]:
        own = [text for text in self.texts if text.policy == policy]
        alive = [text for text in own if self.alive(text, day, world)]
        assert len(alive) <= 1, "two texts in force on one day"
        if alive:
            return Status.IN_FORCE, alive[0]
        lived = [text for text in own if text.first <= day and self.alive(text, text.first, world)]
        if lived:
            last = max(lived, key=lambda text: (text.first, text.rank))
            return self.endings(last, day, world)[0][2], last
        return Status.NOT_YET_IN_FORCE, None


def as_library(all_texts: tuple[Text, ...], base: date) -> Library:
    def at(day: int | None) -> date | None:
        return None if day is None else base + timedelta(days=day)

    versions: dict[int, list[Version]] = {}
    for text in all_texts:
        first = base + timedelta(days=text.first)
        key = first.isoformat() + ("" if text.rank == 1 else f".{text.rank}")
        repeals = tuple(
            Effect(policy=f"p/{p}", number=None, title=None, extent=() if label is None else (label,), on=at(day))
            for p, day, label in text.repeals
        )
        versions.setdefault(text.policy, []).append(
            Version(
                policy=f"p/{text.policy}",
                key=key,
                path=f"{text.policy}/{key}.md",
                title="题",
                effective=first,
                expires=at(text.last),
                signed=at(text.made),
                repeals=repeals,
            )
        )
    return Library(tuple(Policy(id=f"p/{p}", title="题", place="", versions=tuple(vs)) for p, vs in versions.items()))


def repeats_itself(all_texts: tuple[Text, ...]) -> bool:
    """Two texts of a policy repeal the same: a carried-over clause, told in the stories and not by the oracle."""
    named = [(text.policy, target, label) for text in all_texts for target, _, label in text.repeals]
    return len(named) != len(set(named))


def retroactive(all_texts: tuple[Text, ...]) -> bool:
    """A repeal reaches back behind the day its text was made: judged as things stood when it was made."""
    return any(
        text.made is not None and (text.first if day is None else day) < text.made
        for text in all_texts
        for _, day, _ in text.repeals
    )


@MODEST
@given(texts(), st.sampled_from([date(1949, 9, 20), date(1969, 12, 20), date(2020, 2, 10), date(2222, 2, 10)]))
def test_every_day_is_what_the_oracle_says(all_texts: tuple[Text, ...], base: date) -> None:
    assume(not repeats_itself(all_texts) and not retroactive(all_texts))
    oracle = Oracle(all_texts)
    worlds = list(oracle.worlds())
    event(f"worlds: {len(worlds)}, repeals: {min(len(worlds[0]) if worlds else 0, 3)}")
    assume(len(worlds) == 1)
    timeline = build_timeline(as_library(all_texts, base))
    for policy in {text.policy for text in all_texts}:
        for day in range(SPAN + 3):
            standing = timeline.standing(f"p/{policy}", base + timedelta(days=day))
            status, text = oracle.says(policy, day, worlds[0])
            if status is Status.NOT_YET_IN_FORCE:
                assert standing.status is not Status.IN_FORCE
                continue
            assert standing.status is status, (policy, day)
            assert text is not None
            assert standing.version is not None
            assert standing.version.effective == base + timedelta(days=text.first)
            if oracle.parts_are_plain(worlds[0]):
                assert standing.partial == oracle.partly_out(text, day, worlds[0], status)


@MODEST
@given(texts())
def test_periods_and_standings_agree(all_texts: tuple[Text, ...]) -> None:
    base = date(2020, 2, 10)
    library = as_library(all_texts, base)
    timeline = build_timeline(library)
    for day in (base + timedelta(days=n) for n in range(SPAN + 3)):
        in_force = {standing.policy: standing for standing in timeline.in_force(day)}
        for policy in library.policies:
            holders = [v for v in policy.versions if (period := timeline.period(v)) is not None and day in period]
            assert len(holders) <= 1
            assert [policy.id in in_force] == [bool(holders)]
            for version in holders:
                standing = timeline.standing(policy.id, day)
                assert standing.version == version
                assert standing == timeline.version_standing(version, day)
                period = timeline.period(version)
                assert period is not None
                assert (standing.since, standing.until) == (period.start, period.end)


@MODEST
@given(texts(), st.randoms(use_true_random=False))
def test_order_of_policies_does_not_matter(all_texts: tuple[Text, ...], random: st.DataObject) -> None:
    library = as_library(all_texts, date(2020, 2, 10))
    shuffled = list(library.policies)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = Library(tuple(replace(policy, versions=tuple(reversed(policy.versions))) for policy in shuffled))
    one, two = build_timeline(library), build_timeline(other)
    assert one.events() == two.events()
    assert set(one.problems) == set(two.problems)
    for version in library.versions():
        assert one.period(version) == two.period(version)


@MODEST
@given(texts())
def test_nothing_changes_but_on_change_days(all_texts: tuple[Text, ...]) -> None:
    base = date(2020, 2, 10)
    library = as_library(all_texts, base)
    timeline = build_timeline(library)
    for policy in library.policies:
        days = set(timeline.change_days(policy.id))
        before = None
        for day in (base + timedelta(days=n) for n in range(-1, SPAN + 3)):
            standing = timeline.standing(policy.id, day)
            told = (standing.status, standing.version, standing.not_in_force)
            assert before is None or told == before or day in days
            before = told


@MODEST
@given(texts())
def test_every_end_in_force_has_its_event(all_texts: tuple[Text, ...]) -> None:
    library = as_library(all_texts, date(2020, 2, 10))
    timeline = build_timeline(library)
    for version in library.versions():
        period = timeline.period(version)
        assert period is not None
        if period.end is None or period.empty:
            continue
        ended = timeline.version_standing(version, period.end).ended_by
        assert ended is not None
        assert ended.day == period.end
        assert ended in timeline.events(version.policy)
        assert not timeline.is_moot(ended)
        kinds = {EventKind.REPEAL, EventKind.EXPIRY, EventKind.REPLACEMENT, EventKind.COMMENCEMENT, EventKind.AMENDMENT}
        assert ended.kind in kinds
