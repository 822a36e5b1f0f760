"""Which clauses of two whole texts are near one another, computed only for the clauses that need it.

Two clauses are near if one is among the few most similar to the other, and their similarity reaches a floor. In an
ordinary revision most clauses stayed word for word, and what is near those is never needed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain

from yange.compare.match.gram_sets import GramIndex
from yange.compare.match.similarity import Met, Similarity, best_few

__all__ = ["Nearness"]


class Nearness:
    """Finds for some old and some new texts, by place, which are near, how similar they are, and their rivals.

    ``new`` is all of a side, or all its sentences; common grams are those common there. ``floor`` is the least
    similarity of two near texts. With ``whole`` both are all clauses of a side, and a clause that occurs twice is near
    to none: nothing shows which of the two became what.
    """

    def __init__(
        self, likeness: Similarity, old: Sequence[str], new: Sequence[str], floor: float, *, whole: bool
    ) -> None:
        self._likeness, self._floor = likeness, floor
        self._old, self._new = tuple(old), tuple(new)
        self._whole = whole
        self._rows: dict[int, Met] = {}
        self._columns: dict[int, Met] = {}
        self._best_old: dict[int, Collection[int]] = {}
        self._best_new: dict[int, Collection[int]] = {}
        self._near: tuple[Mapping[int, Set[int]], Mapping[int, Set[int]]] | None = None
        self._alike: dict[tuple[int, int], float] = {}

    @cached_property
    def _places_new(self) -> GramIndex:
        return self._likeness.grams.index(self._new)

    @cached_property
    def _places_old(self) -> GramIndex:
        # parts of a text are used once: they would only displace whole texts from the cache
        grams = self._likeness.grams
        return grams.index(self._old) if self._whole else GramIndex([grams.of(text) for text in self._old])

    @cached_property
    def once_old(self) -> Sequence[bool]:
        """Return for each old text whether it occurs once."""
        return _once(self._old)

    @cached_property
    def once_new(self) -> Sequence[bool]:
        """Return for each new text whether it occurs once."""
        return _once(self._new)

    def look_at_all(self) -> None:
        """Compute all places at once: cheaper than one by one where most of them are needed."""
        if self._near is not None:
            return
        self._rows = dict(enumerate(self._likeness.all_met(self._places_old, self._places_new)))
        ranked: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for a in range(len(self._old)):
            for b, weight in self._row(a).scores.items():
                ranked[b].append((a, weight))
        self._best_new = {b: best_few(ranked[b]) for b in range(len(self._new))}
        near_old: defaultdict[int, set[int]] = defaultdict(set)
        near_new: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in self._pairs(range(len(self._old)), range(len(self._new))):
            near_old[a].add(b)
            near_new[b].add(a)
        self._near = near_old, near_new

    def among(self, olds: Collection[int], news: Collection[int]) -> dict[tuple[int, int], float]:
        """Return the pairs that are near one another among some old and some new places, and how similar they are."""
        found = {pair: self.alike(*pair) for pair in sorted(self._pairs(olds, news))}
        return {pair: value for pair, value in found.items() if value}

    def alike(self, a: int, b: int) -> float:
        """Return the similarity of the texts at two indices; 0 below the floor."""
        if (a, b) not in self._alike:
            value = 0.0
            if not self._whole or (self.once_old[a] and self.once_new[b]):
                value = self._likeness.measured(self._old[a], self._new[b], self._shared(a, b), self._floor)
            self._alike[a, b] = value
        return self._alike[a, b]

    def near(self, a: int) -> Iterator[tuple[int, float]]:
        """Yield the new places near an old one, and how similar they are."""
        for b in self._row(a).at_least(self._likeness.least(self._old[a], self._floor)):
            if (value := self.alike(a, b)) and self._are_near(a, b):
                yield b, value

    def rival(self, a: int, b: int) -> float:
        """Return the best similarity of either of two texts to a text other than its partner; 0 for none."""
        if self._near:
            near = self._beside(a, b, self._near[1][b], self._near[0][a])
            return max((self.alike(*pair) for pair in near), default=0.0)
        best = self._beside(a, b, self._few_of_new(b), self._few_of_old(a))
        top = max((self.alike(*pair) for pair in best), default=0.0)
        # of the others only those that share enough to be more similar need to be compared
        olds = self._column(b).at_least(self._likeness.least(self._new[b], top))
        news = self._row(a).at_least(self._likeness.least(self._old[a], top))
        for pair in self._beside(a, b, olds, news):
            if self.alike(*pair) > top and self._are_near(*pair):
                top = self.alike(*pair)
        return top

    def _beside(self, a: int, b: int, olds: Iterable[int], news: Iterable[int]) -> Iterator[tuple[int, int]]:
        return chain(((x, b) for x in olds if x != a), ((a, y) for y in news if y != b))

    def _shared(self, a: int, b: int) -> int:
        return self._rows[a].shared(b) if a in self._rows else self._column(b).shared(a)

    def _row(self, a: int) -> Met:
        if a not in self._rows:
            self._rows[a] = self._likeness.met(self._old[a], self._places_new, self._places_new.common)
        return self._rows[a]

    def _column(self, b: int) -> Met:
        if b not in self._columns:
            self._columns[b] = self._likeness.met(self._new[b], self._places_old, self._places_new.common)
        return self._columns[b]

    def _few_of_old(self, a: int) -> Collection[int]:
        if a not in self._best_old:
            self._best_old[a] = best_few(self._row(a).scores.items())
        return self._best_old[a]

    def _few_of_new(self, b: int) -> Collection[int]:
        if b not in self._best_new:
            self._best_new[b] = best_few(self._column(b).scores.items())
        return self._best_new[b]

    def _are_near(self, a: int, b: int) -> bool:
        if a in self._best_old:
            return b in self._best_old[a] or a in self._few_of_new(b)
        return a in self._few_of_new(b) or b in self._few_of_old(a)

    def _pairs(self, olds: Collection[int], news: Collection[int]) -> set[tuple[int, int]]:
        found = {(a, b) for a in olds for b in self._few_of_old(a) if b in news}
        return found | {(a, b) for b in news for a in self._few_of_new(b) if a in olds}


def _once(keys: Sequence[str]) -> Sequence[bool]:
    counts = Counter(keys)
    return [counts[key] == 1 for key in keys]
