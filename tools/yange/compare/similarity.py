"""How alike two texts are: weighted Dice over 2- and 3-grams, where rare ones weigh more.

Rarity is counted over both versions together, so that what every clause says (市人民政府, 应当) says little about
which clause belongs to which.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain, pairwise

__all__ = ["Similarity", "grams"]

_SYMBOL = re.compile(r"[0-9]+(?:\.[0-9]+)?|[A-Za-z\u00c0-\u024f]+|[^\W_]")
_COMMON = 20  # a gram that stands in more units than this finds no candidates, though it still weighs
_CANDIDATES = 6
_PRIVATE = 2  # a gram in no more texts than this belongs to one clause on each side


@lru_cache(maxsize=16384)
def grams(key: str) -> frozenset[str]:
    """Return the grams of a match key: 2- and 3-grams of signs, where a Latin word or a number is one sign.

    A Latin word also counts by itself: English clauses share few runs of three words.
    """
    signs = [sign.lower() for sign in _SYMBOL.findall(key)]
    found = {sign for sign in signs if len(sign) > 1 and sign[0].isalpha()}
    found.update(a + "\x1f" + b for a, b in pairwise(signs))
    found.update("\x1f".join(three) for three in zip(signs, signs[1:], signs[2:], strict=False))
    return frozenset(found or signs)


class _Weights(dict[str, int]):
    """What each gram weighs; one that stands in no text weighs the most."""

    def __init__(self, known: Mapping[str, int], rare: int) -> None:
        super().__init__(known)
        self._rare = rare

    def __missing__(self, gram: str) -> int:
        return self._rare


class Similarity:
    """Weights grams over all texts it is made with, and compares any of them (or parts of them).

    Weights are whole numbers, so that sums are exact in whatever order a set is walked.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        sets = [grams(text) for text in texts]
        counts = Counter(chain.from_iterable(sets))
        total = len(sets)
        weighed = {count: round(1000 * math.log(1 + total / count)) for count in set(counts.values())}
        rare = round(1000 * math.log(1 + total))
        self._weights = _Weights({gram: weighed[count] for gram, count in counts.items()}, rare)
        self._rare = rare
        self._counts = counts
        self._likeness: dict[tuple[str, str], float] = {}
        self._masses: dict[str, int] = {}

    def _weight(self, found: Iterable[str]) -> int:
        return sum(map(self._weights.__getitem__, found))

    def _mass(self, key: str) -> int:
        mass = self._masses.get(key)
        if mass is None:
            mass = self._masses[key] = self._weight(grams(key))
        return mass

    def dice(self, one: str, other: str) -> float:
        """Return how alike two match keys are, 0 to 1."""
        if one == other:
            return 1.0
        known = self._likeness.get((one, other))
        if known is None:
            whole = self._mass(one) + self._mass(other)
            known = 2 * self._weight(grams(one) & grams(other)) / whole if whole else 0.0
            self._likeness[one, other] = self._likeness[other, one] = known
        return known

    def contained(self, part: str, whole: str) -> float:
        """Return how much of ``part`` stands in ``whole``, 0 to 1."""
        mass = self._mass(part)
        return self._weight(grams(part) & grams(whole)) / mass if mass else 0.0

    def shared(self, one: str, other: str) -> float:
        """Return the weight of what two texts share, in grams that no text has twice (the heaviest there are)."""
        return self._weight(grams(one) & grams(other)) / self._rare

    def distinct(self, one: str, other: str) -> int:
        """Return how many grams two texts share that hardly any other text has: formulas share none."""
        return sum(self._counts[gram] <= _PRIVATE for gram in grams(one) & grams(other))

    def phrases(self, one: str, other: str) -> int:
        """Return how many phrases two texts share that hardly any other text has: grams in a run are one phrase."""
        own = {gram for gram in grams(one) & grams(other) if self._counts[gram] <= _PRIVATE}
        return min(_runs(one, own), _runs(other, own))

    def rarest(self, one: str, other: str) -> int:
        """Return in how many texts the rarest gram stands that two texts share; none shared: in more than all."""
        return min((self._counts[gram] for gram in grams(one) & grams(other)), default=len(self._counts) + 1)

    def candidates(self, old: Sequence[str], new: Sequence[str], floor: float) -> dict[tuple[int, int], float]:
        """Return the pairs ``(index in old, index in new)`` at least ``floor`` alike, the best few of each side.

        Only grams that are not common find candidates; every candidate is then measured in full.
        """
        weights = self._weights
        wanted = frozenset(chain.from_iterable(map(grams, old)))
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(new):
            for gram in wanted & grams(key):
                places[gram].append(index)
        telling = {gram: where for gram, where in places.items() if len(where) <= _COMMON}
        found: set[tuple[int, int]] = set()
        reverse: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for index, key in enumerate(old):
            score = [0] * len(new)
            for gram in telling.keys() & grams(key):
                weight = weights[gram]
                for other in telling[gram]:
                    score[other] += weight
            met = [(other, value) for other, value in enumerate(score) if value]
            for other, value in met:
                reverse[other].append((value, -index))
            found.update((index, other) for other in _best(met))
        for other, ranked in reverse.items():
            found.update((index, other) for index in _best((-minus, value) for value, minus in ranked))
        measured = {(a, b): self.dice(old[a], new[b]) for a, b in sorted(found)}
        return {pair: value for pair, value in measured.items() if value >= floor}


@lru_cache(maxsize=16384)
def _spelt(key: str) -> str:
    """Return the signs of a key, one behind the other, as grams join them: a separator before each and at the end."""
    return "".join(f"\x1f{sign.lower()}" for sign in _SYMBOL.findall(key)) + "\x1f"


def _runs(key: str, own: Set[str]) -> int:
    """Count the runs of signs of a key that are covered by grams of ``own``; signs that stand alone are none."""
    spelt, found = _spelt(key), []
    for gram in own:
        sought = f"\x1f{gram}\x1f"
        at = spelt.find(sought) if "\x1f" in gram else -1
        while at >= 0:
            found.append((at, at + len(gram) + 1))
            at = spelt.find(sought, at + 1)
    runs, reached = 0, -1
    for start, end in sorted(found):
        runs += start > reached
        reached = max(reached, end)
    return runs


def _best(scored: Iterable[tuple[int, int]]) -> list[int]:
    """Return the indices of the best ``(index, score)``; of equal ones the first."""
    return [-minus for _, minus in sorted([(value, -index) for index, value in scored], reverse=True)[:_CANDIDATES]]
