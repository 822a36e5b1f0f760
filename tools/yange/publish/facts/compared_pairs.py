"""Which two texts have a comparison page, and which of these pages have a Word file beside them.

The number of pages is linear in the texts, and no day enters, so that no address moves on the day a text takes effect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise

from yange.model import Library, Policy, Version
from yange.problems import YangeError
from yange.publish.addresses import compare_address
from yange.timeline import Timeline
from yange.timeline.line import age

__all__ = ["ComparedPairs", "Pair", "compared_pairs", "is_near", "pairs_within"]

Pair = tuple[Version, Version]
"""Two held texts, the older first."""
_ALL_PAIRS = 6


def pairs_within(policy: Policy) -> Iterator[Pair]:
    """Yield the pairs of a policy's texts: every pair of the first six held, neighbours, each with the newest one."""
    held = _held(policy)
    newest = _newest(held)
    for (a, old), (b, new) in combinations(enumerate(held), 2):
        if b < _ALL_PAIRS or b - a == 1 or newest in (old, new):
            yield old, new


def _newest(held: Sequence[Version]) -> Version | None:
    """Return the last text that is no draft: a draft is compared with it, whichever is the later one."""
    return next((version for version in reversed(held) if not version.draft), held[-1] if held else None)


def compared_pairs(library: Library, timeline: Timeline, asked: Sequence[tuple[str, str]] = ()) -> list[Pair]:
    """Return the pairs of a whole library: within policies, texts of which one took the other's place, and those asked.

    ``asked`` are pairs of ``id@key`` from the settings.

    Raises:
        YangeError: when a text that was asked for is not in the library, or its words are not held.

    """
    found = [pair for policy in library.policies for pair in pairs_within(policy)]
    found.extend(pair for pair in timeline.superseding_pairs() if all(version.held for version in pair))
    found.extend((_asked(library, old), _asked(library, new)) for old, new in asked)
    return list({compare_address(*pair): pair for pair in found}.values())


def _asked(library: Library, name: str) -> Version:
    policy_id, _, key = name.partition("@")
    policy = library.policy(policy_id)
    version = policy.version(key) if policy is not None else None
    if version is None or not version.held:
        held = ", ".join(f"{policy_id}@{one.key}" for one in policy.versions if one.held) if policy else ""
        hint = f"it has {held}" if held else "no held text has this id"
        raise YangeError(f"comparisons: {name} cannot be compared: {hint}")
    return version


class ComparedPairs:
    """The pairs that have a comparison page, by the policy of the newer text and by either text."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._of: dict[str, list[Pair]] = defaultdict(list)
        self._across: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        self._addresses: set[str] = set()
        for old, new in pairs:
            self._addresses.add(compare_address(old, new))
            self._of[new.policy].append((old, new))
            if old.policy != new.policy:
                self._across[old.policy, old.key].append((old, new))
                self._across[new.policy, new.key].append((old, new))

    def all(self) -> Iterator[Pair]:
        """Yield every pair, by the policy of its newer text."""
        return chain.from_iterable(self._of.values())

    def of(self, policy_id: str) -> Sequence[Pair]:
        """Return the pairs whose newer text is one of this policy's."""
        return self._of.get(policy_id, ())

    def across(self, version: Version) -> Sequence[Pair]:
        """Return the pairs of this text with one of another policy that it replaced or that replaced it."""
        return self._across.get((version.policy, version.key), ())

    def has(self, old: Version, new: Version) -> bool:
        """Return whether these two texts have a comparison page."""
        return compare_address(old, new) in self._addresses


def is_near(policy: Policy, old: Version, new: Version) -> bool:
    """Return whether two texts are neighbours, or the newer is the last one held, or they are of two policies.

    ``policy`` is that of the newer text.
    """
    held = _held(policy)
    return old.policy != new.policy or _newest(held) in (old, new) or (old, new) in pairwise(held)


def _held(policy: Policy) -> list[Version]:
    return sorted((version for version in policy.versions if version.held), key=age)
