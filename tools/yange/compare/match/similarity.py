"""The similarity of two texts: weighted Dice over 2- and 3-grams, where rare ones weigh more.

Rarity is counted over both versions together, so that what every clause says (市人民政府, 应当) has little influence on
which clauses match.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from yange.compare.match.gram_sets import GramIndex, grams_now, symbols
from yange.compare.weights import WEIGHTS

__all__ = ["Met", "Similarity", "best_few"]

_SLIGHT = 1e-9  # more than rounding can make of a quotient
_FEW_SOUGHT = 16


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


class _Weights(dict[int, int]):
    """The weight of each gram; one that is in no text weighs as one that is in one."""

    def __init__(self, weights: Mapping[int, int], rare: int) -> None:
        super().__init__(weights)
        self._rare = rare

    def __missing__(self, gram: int) -> int:
        return self._rare


class Similarity:
    """Weights grams over all texts of two sides, and compares any of them (or parts of them).

    Weights are whole numbers, so that sums are exact in whatever order a set is walked.
    """

    def __init__(self, old: Iterable[str], new: Iterable[str] = ()) -> None:
        olds, news = tuple(old), tuple(new)
        total = len(olds) + len(news)
        self.grams = grams_now()
        """What numbers the grams of these texts."""
        self._counts = Counter(self.grams.counted(news))
        self._counts.update(chain.from_iterable(map(self.grams.of, olds)))
        rare = round(1000 * math.log(1 + total))
        by_count = [rare, *(round(1000 * math.log(1 + total / count)) for count in range(1, total + 1))]
        self._weights = _Weights(
            dict(zip(self._counts, map(by_count.__getitem__, self._counts.values()), strict=True)), rare
        )
        self._rare = rare
        self._private = by_count[min(WEIGHTS.likeness.private, total)]
        self._likeness: dict[tuple[str, str], float] = {}
        self._masses: dict[str, int] = {}
        self._last = ("", "", 0)

    def _weight(self, found: Iterable[int]) -> int:
        return sum(map(self._weights.__getitem__, found))

    def _mass(self, key: str) -> int:
        mass = self._masses.get(key)
        if mass is None:
            mass = self._masses[key] = self._weight(self.grams.of(key))
        return mass

    def _both(self, one: str, other: str) -> frozenset[int]:
        return self.grams.of(one) & self.grams.of(other)

    def dice(self, one: str, other: str) -> float:
        """Return the similarity of two match keys, 0 to 1."""
        if one == other:
            return 1.0
        known = self._likeness.get((one, other))
        if known is None:
            whole = self._mass(one) + self._mass(other)
            known = 2 * self._weight(self._both(one, other)) / whole if whole else 0.0
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
            self._last = one, other, self._weight(self._both(one, other))
        return self._last[2]

    def shared(self, one: str, other: str) -> float:
        """Return the weight of what two texts share, in grams that no text has twice (the heaviest there are)."""
        return self.common(one, other) / self._rare

    def distinct(self, one: str, other: str) -> int:
        """Return how many grams two texts share that hardly any other text has: formulas share none."""
        return sum(map(self._private.__le__, map(self._weights.__getitem__, self._both(one, other))))

    def phrases(self, one: str, other: str) -> int:
        """Return how many phrases two texts share that hardly any other text has: grams in a run are one phrase."""
        private = [gram for gram in self._both(one, other) if self._counts[gram] <= WEIGHTS.likeness.private]
        own = set(map(self.grams.spelt, private))
        return min(_runs(one, own), _runs(other, own))

    def rarest(self, one: str, other: str) -> int:
        """Return how many texts contain the rarest gram that two texts share; more than all if they share none."""
        return min(map(self._counts.__getitem__, self._both(one, other)), default=len(self._counts) + 1)

    def candidates(self, old: Sequence[str], new: Sequence[str], floor: float) -> dict[tuple[int, int], float]:
        """Return the pairs ``(index in old, index in new)`` at or above ``floor``, the best few of each side.

        Only grams that are not common find candidates; every candidate is then measured in full.
        """
        if not old or not new:
            return {}
        sides = [list(map(self.grams.of, keys)) for keys in (old, new)]
        wanted = frozenset(chain.from_iterable(sides[0])).intersection(chain.from_iterable(sides[1]))
        indices = [GramIndex([wanted & own for own in side]) for side in sides]
        rows = self.all_met(*indices)
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

    def all_met(self, old: GramIndex, new: GramIndex) -> list[Met]:
        """Return what each of some texts shares with each of others: :meth:`met` for all of a side at once.

        Grams of one weight in the same texts of both sides are counted together, without a step of Python for each.
        """
        scores: list[defaultdict[int, int]] = [defaultdict(int) for _ in range(old.size)]
        apart: list[defaultdict[int, int]] = [defaultdict(int) for _ in range(old.size)]
        both = old.keys() & new.keys()
        common = new.common & both
        for (here, there, weight), times in self._alike(both - common if common else both, old, new):
            more, others = times * weight, new.of(there)
            for at in old.of(here):
                score = scores[at]
                for other in others:
                    score[other] += more
        for (here, there, weight), times in self._alike(common, old, new):
            for at in old.of(here):
                apart[at][there] += times * weight
        return [Met(score, tuple(more.items()), sum(more.values())) for score, more in zip(scores, apart, strict=True)]

    def _alike(self, own: Set[int], old: GramIndex, new: GramIndex) -> Iterable[tuple[tuple[int, int, int], int]]:
        """Return in which texts of both sides grams are, with their weight, and how many grams are in the same."""
        here, there = map(old.__getitem__, own), map(new.__getitem__, own)
        return Counter(zip(here, there, map(self._weights.__getitem__, own), strict=True)).items()

    def met(self, key: str, places: GramIndex, common: Set[int]) -> Met:
        """Return what ``key`` shares with each of some texts, given their grams' positions and the common ones."""
        own: Set[int] = self.grams.of(key) & places.keys()
        score: defaultdict[int, int] = defaultdict(int)
        apart: defaultdict[int, int] = defaultdict(int)
        if common and not common.isdisjoint(own):
            for gram in own & common:
                apart[places[gram]] += self._weights[gram]
            own = own - common
        # grams of one weight in the same texts are counted together, without a step of Python for each
        alike = Counter(zip(map(places.__getitem__, own), map(self._weights.__getitem__, own), strict=True))
        for (mask, weight), times in alike.items():
            for other in places.of(mask):
                score[other] += times * weight
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
        return any(self._counts[gram] == WEIGHTS.likeness.private for gram in self.grams.of(key))


@lru_cache(maxsize=16384)
def _spelt(key: str) -> str:
    """Return the symbols of a key in order, as grams join them: a separator before each and at the end."""
    return "\x1f".join(["", *symbols(key), ""])


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
    signs = [*symbols(key), "", ""]
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
