"""How alike two texts are: weighted Dice over 2- and 3-grams, where rare ones weigh more.

Rarity is counted over both versions together, so that what every clause says (市人民政府, 应当) says little about
which clause belongs to which.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

__all__ = ["Similarity", "grams"]

_SYMBOL = re.compile(r"[0-9]+(?:\.[0-9]+)?|[A-Za-z\u00c0-\u024f]+|[^\W_]")
_COMMON = 48  # a gram that stands in more units than this finds no candidates, though it still weighs
_CANDIDATES = 12


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


class Similarity:
    """Weights grams over all texts it is made with, and compares any of them (or parts of them)."""

    def __init__(self, texts: Iterable[str]) -> None:
        sets = [grams(text) for text in texts]
        counts = Counter(gram for found in sets for gram in found)
        total = len(sets)
        self._weights = {gram: math.log(1 + total / count) for gram, count in counts.items()}
        self._rare = math.log(1 + total)

    def _weight(self, found: Iterable[str]) -> float:
        # fsum: the same sum in whatever order a set is walked
        return math.fsum(self._weights.get(gram, self._rare) for gram in found)

    def mass(self, key: str) -> float:
        """Return the weight of all grams of a text."""
        return self._weight(grams(key))

    def dice(self, one: str, other: str) -> float:
        """Return how alike two match keys are, 0 to 1."""
        if one == other:
            return 1.0
        whole = self.mass(one) + self.mass(other)
        return 2 * self._weight(grams(one) & grams(other)) / whole if whole else 0.0

    def contained(self, part: str, whole: str) -> float:
        """Return how much of ``part`` stands in ``whole``, 0 to 1."""
        mass = self.mass(part)
        return self._weight(grams(part) & grams(whole)) / mass if mass else 0.0

    def candidates(self, old: Sequence[str], new: Sequence[str], floor: float) -> dict[tuple[int, int], float]:
        """Return the pairs ``(index in old, index in new)`` at least ``floor`` alike, the best few of each side.

        Only grams that are not common find candidates; every candidate is then measured in full.
        """
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(new):
            for gram in grams(key):
                places[gram].append(index)
        found: set[tuple[int, int]] = set()
        reverse: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for index, key in enumerate(old):
            score: defaultdict[int, float] = defaultdict(float)
            for gram in sorted(grams(key)):
                where = places.get(gram, ())
                if len(where) <= _COMMON:
                    for other in where:
                        score[other] += self._weights.get(gram, self._rare)
            for other, value in score.items():
                reverse[other].append((value, -index))
            found.update((index, other) for _, other in _best((v, -o) for o, v in score.items()))
        for other, ranked in reverse.items():
            found.update((index, other) for _, index in _best(ranked))
        measured = {(a, b): self.dice(old[a], new[b]) for a, b in sorted(found)}
        return {pair: value for pair, value in measured.items() if value >= floor}


def _best(ranked: Iterable[tuple[float, int]]) -> list[tuple[float, int]]:
    return [(value, -minus) for value, minus in heapq.nlargest(_CANDIDATES, ranked)]
