"""The similarity of two texts: weighted Dice over 2- and 3-grams, where rare ones weigh more.

Rarity is counted over both versions together, so that what every clause says (市人民政府, 应当) has little influence on
which clauses match.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from operator import add

from yange.compare.weights import WEIGHTS

__all__ = ["GramIndex", "Met", "Similarity", "best_few", "grams", "index"]

_SYMBOL = re.compile(r"[0-9]+(?:\.[0-9]+)?|[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+|[^\W_]")
_SLIGHT = 1e-9  # more than rounding can make of a quotient
_FEW_SOUGHT = 16


@lru_cache(maxsize=16384)
def grams(key: str) -> frozenset[str]:
    """Return the grams of a match key: 2- and 3-grams of symbols, where a Latin word or a number is one symbol.

    A Latin word also counts by itself: English clauses share few runs of three words.
    """
    signs = _signs(key)
    found = {sign for sign in set(signs) if len(sign) > 1 and sign[0].isalpha()}
    heads = [sign + "\x1f" for sign in signs]
    pairs = list(map(add, heads, signs[1:]))
    found.update(pairs, map(add, heads, pairs[1:]))
    return frozenset(found or signs)


def _signs(key: str) -> list[str]:
    if key.isascii():
        return _SYMBOL.findall(key.lower())
    signs = _SYMBOL.findall(key)
    return signs if key == key.lower() else [sign.lower() for sign in signs]


@lru_cache(maxsize=24)
def _counted(keys: tuple[str, ...]) -> Mapping[str, int]:
    """Return how many keys contain each gram; cached, because a text is compared with several others."""
    return Counter(chain.from_iterable(map(grams, keys)))


class GramIndex(dict[str, int]):
    """Which of some texts contain each gram, as a whole number: bit n is set where the n-th does.

    Many grams are in exactly the same texts; as one number those texts are looked up once.
    """

    def __init__(self, keys: Collection[frozenset[str]]) -> None:
        found: dict[str, int] = {}
        for at, own in enumerate(keys):
            bit = 1 << at
            fresh = own.difference(found)
            for gram in own - fresh:
                found[gram] |= bit
            found.update(dict.fromkeys(fresh, bit))
        super().__init__(found)
        self._few = len(keys) <= WEIGHTS.likeness.common
        self._bits: dict[int, Sequence[int]] = {}

    @cached_property
    def common(self) -> Set[str]:
        """The grams that too many of the texts contain to find candidates."""
        return (
            frozenset() if self._few else {g for g, mask in self.items() if mask.bit_count() > WEIGHTS.likeness.common}
        )

    def of(self, mask: int) -> Sequence[int]:
        """Return the places whose bits are set."""
        bits = self._bits.get(mask)
        if bits is None:
            bits = self._bits[mask] = _set_bits(mask)
        return bits


def _set_bits(mask: int) -> Sequence[int]:
    if mask.bit_count() > mask.bit_length() / 8:
        return [at for at, bit in enumerate(bin(mask)[:1:-1]) if bit == "1"]
    bits = []
    while mask:
        bits.append(mask.bit_length() - 1)
        mask ^= 1 << bits[-1]
    return bits[::-1]


@lru_cache(maxsize=24)
def index(keys: tuple[str, ...]) -> GramIndex:
    """Return which keys contain each gram; cached for the same reason."""
    return GramIndex([grams(key) for key in keys])


@dataclass(frozen=True, slots=True)
class Met:
    """What one text shares with others: by their place the weight shared, apart from the grams that are common.

    ``common`` gives the weight of common grams that are in the same places.
    """

    scores: Mapping[int, int]
    common: Sequence[tuple[int, int]]
    whole: int
    """The weight of all common grams."""

    def at_least(self, weight: float) -> list[int]:
        """Return the places of the texts with which so much is shared, and of some others."""
        weight -= self.whole
        return [at for at, shared in self.scores.items() if shared >= weight]

    def at_most(self, at: int) -> int:
        """Return a weight that what is shared with the text at a place does not exceed."""
        return self.scores[at] + self.whole

    def shared(self, at: int) -> int:
        """Return the weight shared with the text at a place, common grams and all."""
        weight = self.scores[at]
        for mask, more in self.common:
            if mask >> at & 1:
                weight += more
        return weight


class Similarity:
    """Weights grams over all texts of two sides, and compares any of them (or parts of them).

    Weights are whole numbers, so that sums are exact in whatever order a set is walked.
    """

    def __init__(self, old: Iterable[str], new: Iterable[str] = ()) -> None:
        olds, news = tuple(old), tuple(new)
        total = len(olds) + len(news)
        self._counts = Counter(_counted(news))
        self._counts.update(chain.from_iterable(map(grams, olds)))
        # the weight of a gram by how many texts contain it; one that is in no text weighs as one that is in one
        rare = round(1000 * math.log(1 + total))
        self._by_count = [rare, *(round(1000 * math.log(1 + total / count)) for count in range(1, total + 1))]
        self._rare = rare
        self._private = self._by_count[min(WEIGHTS.likeness.private, total)]
        self._likeness: dict[tuple[str, str], float] = {}
        self._masses: dict[str, int] = {}
        self._last = ("", "", 0)

    def _weight(self, found: Iterable[str]) -> int:
        return sum(map(self._by_count.__getitem__, map(self._counts.__getitem__, found)))

    def _mass(self, key: str) -> int:
        mass = self._masses.get(key)
        if mass is None:
            mass = self._masses[key] = self._weight(grams(key))
        return mass

    def dice(self, one: str, other: str) -> float:
        """Return the similarity of two match keys, 0 to 1."""
        if one == other:
            return 1.0
        known = self._likeness.get((one, other))
        if known is None:
            whole = self._mass(one) + self._mass(other)
            known = 2 * self._weight(grams(one) & grams(other)) / whole if whole else 0.0
            self._likeness[one, other] = self._likeness[other, one] = known
        return known

    def contained(self, part: str, whole: str) -> float:
        """Return how much of ``part`` is in ``whole``, 0 to 1."""
        mass = self._mass(part)
        return self.common(part, whole) / mass if mass else 0.0

    def contained_either(self, one: str, other: str) -> float:
        """Return how much of either of two texts is in the other, whichever is more (0 to 1)."""
        masses = [mass for mass in (self._mass(one), self._mass(other)) if mass]
        return self.common(one, other) / min(masses) if masses else 0.0

    def common(self, one: str, other: str) -> int:
        """Return the weight of what two texts share; computed once for two texts in a row."""
        if self._last[:2] != (one, other):
            self._last = one, other, self._weight(grams(one) & grams(other))
        return self._last[2]

    def shared(self, one: str, other: str) -> float:
        """Return the weight of what two texts share, in grams that no text has twice (the heaviest there are)."""
        return self.common(one, other) / self._rare

    def distinct(self, one: str, other: str) -> int:
        """Return how many grams two texts share that hardly any other text has: formulas share none."""
        shared = map(self._counts.__getitem__, grams(one) & grams(other))
        return sum(map(self._private.__le__, map(self._by_count.__getitem__, shared)))

    def phrases(self, one: str, other: str) -> int:
        """Return how many phrases two texts share that hardly any other text has: grams in a run are one phrase."""
        own = {gram for gram in grams(one) & grams(other) if self._counts[gram] <= WEIGHTS.likeness.private}
        return min(_runs(one, own), _runs(other, own))

    def rarest(self, one: str, other: str) -> int:
        """Return how many texts contain the rarest gram that two texts share; more than all if they share none."""
        return min(map(self._counts.__getitem__, grams(one) & grams(other)), default=len(self._counts) + 1)

    def candidates(self, old: Sequence[str], new: Sequence[str], floor: float) -> dict[tuple[int, int], float]:
        """Return the pairs ``(index in old, index in new)`` at or above ``floor``, the best few of each side.

        Only grams that are not common find candidates; every candidate is then measured in full.
        """
        if not old or not new:
            return {}
        wanted = frozenset(chain.from_iterable(map(grams, old)))
        places = GramIndex([wanted & grams(key) for key in new])
        rows = [self.met(key, places, places.common) for key in old]
        reverse: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, row in enumerate(rows):
            for other, value in row.scores.items():
                reverse[other].append((at, value))
        found = {(at, other) for at, row in enumerate(rows) for other in best_few(row.scores.items())}
        found.update((at, other) for other, ranked in reverse.items() for at in best_few(ranked))
        least = [self.least(key, floor) for key in old]
        enough = (pair for pair in sorted(found) if rows[pair[0]].at_most(pair[1]) >= least[pair[0]])
        measured = {(a, b): self.measured(old[a], new[b], rows[a].shared(b), floor) for a, b in enough}
        return {pair: value for pair, value in measured.items() if value}

    def met(self, key: str, places: GramIndex, common: Set[str]) -> Met:
        """Return what ``key`` shares with each of some texts, given their grams' positions and the common ones."""
        own = grams(key) & places.keys()
        weighed: defaultdict[int, int] = defaultdict(int)
        apart: defaultdict[int, int] = defaultdict(int)
        weight, counts = self._by_count, self._counts
        if common and not common.isdisjoint(own):
            for gram in own & common:
                apart[places[gram]] += weight[counts[gram]]
            own = own - common
        # grams of one rarity in the same texts are counted together, without a step of Python for each
        alike = Counter(zip(map(places.__getitem__, own), map(counts.__getitem__, own), strict=True))
        for (mask, count), times in alike.items():
            weighed[mask] += times * weight[count]
        score: defaultdict[int, int] = defaultdict(int)
        for mask, more in weighed.items():
            for other in places.of(mask):
                score[other] += more
        return Met(score, tuple(apart.items()), sum(apart.values()))

    def least(self, key: str, floor: float) -> float:
        """Return the least weight that ``key`` shares with a text of this similarity."""
        return (floor - _SLIGHT) * self._mass(key) / (2 - floor)

    def measured(self, one: str, other: str, shared: int, floor: float) -> float:
        """Return what :meth:`dice` does, given the weight of what two texts share; 0 where it is below ``floor``."""
        if one == other:
            return 1.0
        if shared < self.least(one, floor):
            return 0.0
        whole = self._mass(one) + self._mass(other)
        value = 2 * shared / whole if whole else 0.0
        self._likeness[one, other] = self._likeness[other, one] = value
        return value if value >= floor else 0.0

    def in_two(self, key: str) -> bool:
        """Return whether a text has a gram that exactly two texts contain."""
        return any(self._counts[gram] == WEIGHTS.likeness.private for gram in grams(key))


@lru_cache(maxsize=16384)
def _spelt(key: str) -> str:
    """Return the symbols of a key in order, as grams join them: a separator before each and at the end."""
    return "\x1f".join(["", *_signs(key), ""])


def _runs(key: str, own: Set[str]) -> int:
    """Count the runs of symbols of a key that grams of ``own`` cover; single symbols are not counted."""
    runs, reached = 0, -1
    for start, end in _sought(key, own) if len(own) <= _FEW_SOUGHT else _walked(key, own):
        runs += start > reached
        reached = max(reached, end)
    return runs


def _sought(key: str, own: Set[str]) -> list[tuple[int, int]]:
    """Return the places of grams, in order, each searched separately: faster for a few."""
    spelt, found = _spelt(key), []
    for gram in own:
        sought = f"\x1f{gram}\x1f"
        at = spelt.find(sought) if "\x1f" in gram else -1
        while at >= 0:
            found.append((at, at + len(gram) + 1))
            at = spelt.find(sought, at + 1)
    return sorted(found)


def _walked(key: str, own: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of the longest grams, symbol by symbol: time does not grow with their number."""
    signs = [*_signs(key), "", ""]
    for at in range(len(signs) - 3):
        pair = f"{signs[at]}\x1f{signs[at + 1]}"
        if f"{pair}\x1f{signs[at + 2]}" in own:
            yield at, at + 3
        elif pair in own:
            yield at, at + 2


def best_few(scored: Collection[tuple[int, int]]) -> list[int]:
    """Return the indices of the best ``(index, score)``; of equal ones the first."""
    if len(scored) <= WEIGHTS.likeness.candidates:
        return [index for index, _ in scored]
    return [
        -minus
        for _, minus in sorted([(value, -index) for index, value in scored], reverse=True)[
            : WEIGHTS.likeness.candidates
        ]
    ]
