"""Which held text took the place of which, across texts that are not held and across policies."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yange.model import Version
from yange.timeline.line import ref
from yange.timeline.timeline import Timeline

__all__ = ["HeldPair", "chain", "held_pairs"]


@dataclass(frozen=True, slots=True)
class HeldPair:
    """A held text and the next held one in its place; ``missing`` are those between whose words are not held."""

    old: Version
    new: Version
    missing: tuple[Version, ...] = ()


def held_pairs(timeline: Timeline, also: Sequence[Version] = ()) -> tuple[HeldPair, ...]:
    """Return the succession of held texts in order of the newer one's day, then policy and key, then the older one's.

    Texts that never were law are left out, unless they are among ``also``.
    """
    named = {ref(version) for version in also}
    after: dict[tuple[str, str], list[Version]] = {}
    olds: dict[tuple[str, str], Version] = {}
    for old, new in timeline.superseding_pairs():
        if all(_was_law(timeline, version) or ref(version) in named for version in (old, new)):
            after.setdefault(ref(old), []).append(new)
            olds[ref(old)] = old
    found = [pair for old in olds.values() if old.held for pair in _next_held(old, after)]
    return tuple(sorted(found, key=lambda pair: (*_order(pair.new), *_order(pair.old))))


def _was_law(timeline: Timeline, version: Version) -> bool:
    period = timeline.period(version)
    return period is not None and not period.empty


def _next_held(old: Version, after: dict[tuple[str, str], list[Version]]) -> list[HeldPair]:
    found: dict[tuple[str, str], HeldPair] = {}
    ways: deque[tuple[Version, tuple[Version, ...]]] = deque([(old, ())])
    seen = {ref(old)}
    while ways:
        here, missing = ways.popleft()
        for new in after.get(ref(here), ()):
            if ref(new) not in seen:
                seen.add(ref(new))
                if new.held:
                    found[ref(new)] = HeldPair(old, new, missing)
                else:
                    ways.append((new, (*missing, new)))
    return list(found.values())


def _order(version: Version) -> tuple[date, str, str]:
    return version.effective or date.min, version.policy, version.key


def chain(pairs: Sequence[HeldPair], old: Version, new: Version) -> tuple[HeldPair, ...]:
    """Return the pairs that lead from one text to another, the fewest there are; none where no way leads there."""
    ways: deque[tuple[tuple[str, str], tuple[HeldPair, ...]]] = deque([(ref(old), ())])
    seen = {ref(old)}
    while ways:
        here, way = ways.popleft()
        if here == ref(new):
            return way
        for pair in pairs:
            if ref(pair.old) == here and ref(pair.new) not in seen:
                seen.add(ref(pair.new))
                ways.append((ref(pair.new), (*way, pair)))
    return ()
