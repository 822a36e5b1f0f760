"""How alike two texts are: weighted Dice over 2- and 3-grams, where rare ones weigh more.

Rarity is counted over both versions together, so that what every clause says (市人民政府, 应当) says little about
which clause belongs to which.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
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


@lru_cache(maxsize=24)
def _counted(keys: tuple[str, ...]) -> Mapping[str, int]:
    """Return in how many keys each gram stands; kept, because a text is compared with several others."""
    return Counter(chain.from_iterable(map(grams, keys)))


class _Places(dict[str, int]):
    """In which of some texts each gram stands: bit n of the whole number is set where it stands in the n-th.

    Many grams stand in the very same texts: as numbers they are told in one go.
    """

    def __init__(self, keys: Iterable[Iterable[str]]) -> None:
        found: defaultdict[str, int] = defaultdict(int)
        for at, own in enumerate(keys):
            bit = 1 << at
            for gram in own:
                found[gram] |= bit
        super().__init__(found)
        self._bits: dict[int, Sequence[int]] = {}

    def of(self, mask: int) -> Sequence[int]:
        """Return the places whose bits are set."""
        bits = self._bits.get(mask)
        if bits is None:
            bits = self._bits[mask] = [at for at, bit in enumerate(bin(mask)[:1:-1]) if bit == "1"]
        return bits


@lru_cache(maxsize=24)
def _index(keys: tuple[str, ...]) -> _Places:
    """Return in which keys each gram stands; kept for the same reason."""
    return _Places(map(grams, keys))


@dataclass(frozen=True, slots=True)
class _Met:
    """What one text shares with others: by their place the weight shared, apart from the grams that are common.

    ``common`` gives what those weigh that stand in the same places.
    """

    scores: Mapping[int, int]
    common: Sequence[tuple[int, int]]

    def shared(self, at: int) -> int:
        """Return the weight shared with the text at a place, common grams and all."""
        weight = self.scores[at]
        for mask, more in self.common:
            if mask >> at & 1:
                weight += more
        return weight


class _Weights(dict[str, int]):
    """What each gram weighs, worked out when it is asked for; one that stands in no text weighs the most."""

    def __init__(self, old: Mapping[str, int], new: Mapping[str, int], total: int) -> None:
        super().__init__()
        self._old, self._new = old.get, new.get
        rare = round(1000 * math.log(1 + total))
        self._weighed = [rare, *(round(1000 * math.log(1 + total / count)) for count in range(1, total + 1))]

    def count(self, gram: str) -> int:
        """Return in how many texts a gram stands."""
        return self._old(gram, 0) + self._new(gram, 0)

    def __missing__(self, gram: str) -> int:
        weight = self[gram] = self._weighed[self._old(gram, 0) + self._new(gram, 0)]
        return weight


class Similarity:
    """Weights grams over all texts of two sides, and compares any of them (or parts of them).

    Weights are whole numbers, so that sums are exact in whatever order a set is walked.
    """

    def __init__(self, old: Iterable[str], new: Iterable[str] = ()) -> None:
        olds, news = tuple(old), tuple(new)
        self._sides = _counted(olds), _counted(news)
        self._weights = _Weights(*self._sides, len(olds) + len(news))
        self._count = self._weights.count
        self._rare = self._weights[""]
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
        return sum(self._count(gram) <= _PRIVATE for gram in grams(one) & grams(other))

    def phrases(self, one: str, other: str) -> int:
        """Return how many phrases two texts share that hardly any other text has: grams in a run are one phrase."""
        own = {gram for gram in grams(one) & grams(other) if self._count(gram) <= _PRIVATE}
        return min(_runs(one, own), _runs(other, own))

    def rarest(self, one: str, other: str) -> int:
        """Return in how many texts the rarest gram stands that two texts share; none shared: in more than all."""
        shared = [self._count(gram) for gram in grams(one) & grams(other)]
        return min(shared) if shared else len(set().union(*self._sides)) + 1

    def candidates(
        self, old: Sequence[str], new: Sequence[str], floor: float, *, whole: bool = False
    ) -> dict[tuple[int, int], float]:
        """Return the pairs ``(index in old, index in new)`` at least ``floor`` alike, the best few of each side.

        Only grams that are not common find candidates; every candidate is then measured in full. With ``whole``,
        ``new`` is all of a text, and where its grams stand is kept for the next text that it is compared with.
        """
        places = _index(tuple(new)) if whole else _Places(_wanted(old, new))
        rows = [self._met(grams(key), places) for key in old]
        reverse: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for index, row in enumerate(rows):
            for other, value in row.scores.items():
                reverse[other].append((index, value))
        found = {(index, other) for index, row in enumerate(rows) for other in _best(row.scores.items())}
        found.update((index, other) for other, ranked in reverse.items() for index in _best(ranked))
        measured = {(a, b): self._measured(old[a], new[b], rows[a].shared(b), floor) for a, b in sorted(found)}
        return {pair: value for pair, value in measured.items() if value >= floor}

    def candidates_of(
        self, old: Sequence[str], new: Sequence[str], few: tuple[Collection[int], Collection[int]], floor: float
    ) -> dict[tuple[int, int], float]:
        """Return of the :meth:`candidates` of two whole texts the best few of these old and of these new places alone.

        Every candidate whose two sides are both among ``few`` is there; of the others some.
        """
        places_old, places_new = _index(tuple(old)), _index(tuple(new))
        found: dict[tuple[int, int], float] = {}
        for a in few[0]:
            row = self._met(grams(old[a]), places_new)
            for b in _best(row.scores.items()):
                found[a, b] = self._measured(old[a], new[b], row.shared(b), floor)
        for b in few[1]:
            own = grams(new[b])
            common = {gram for gram in own if places_new[gram].bit_count() > _COMMON}
            column = self._met(own, places_old, common)
            for a in _best(column.scores.items()):
                if (a, b) not in found:
                    found[a, b] = self._measured(old[a], new[b], column.shared(a), floor)
        return {pair: value for pair, value in sorted(found.items()) if value >= floor}

    def _met(self, own: Iterable[str], places: _Places, common: Set[str] | None = None) -> _Met:
        """Return what grams share with the texts in which they stand.

        Those in ``common`` are set apart, or else those that stand in more than ``_COMMON`` of these texts.
        """
        weighed: defaultdict[int, int] = defaultdict(int)
        apart: defaultdict[int, int] = defaultdict(int)
        weights, known = self._weights, places.get
        for gram in own:
            mask = known(gram)
            if mask:
                into = apart if common and gram in common else weighed
                into[mask] += weights[gram]
        score: defaultdict[int, int] = defaultdict(int)
        for mask, weight in weighed.items():
            where = places.of(mask)
            if common is None and len(where) > _COMMON:
                apart[mask] += weight
                continue
            for other in where:
                score[other] += weight
        return _Met(score, tuple(apart.items()))

    def _measured(self, one: str, other: str, shared: int, floor: float) -> float:
        """Return what :meth:`dice` does, given the weight of what two texts share; 0 where it is below ``floor``."""
        if one == other:
            return 1.0
        own = self._mass(one)
        if 2 * shared < floor * (own + shared):  # the other holds at least what they share
            return 0.0
        whole = own + self._mass(other)
        known = self._likeness[one, other] = self._likeness[other, one] = 2 * shared / whole if whole else 0.0
        return known

    def all_alike(self, key: str, texts: Sequence[str], floor: float) -> Iterable[tuple[int, float]]:
        """Yield the places of a whole text's ``texts`` that are at least ``floor`` like ``key``, and how alike."""
        met = self._met(grams(key), _index(tuple(texts)), frozenset())
        for at, shared in met.scores.items():
            value = self._measured(key, texts[at], shared, floor)
            if value >= floor:
                yield at, value

    def in_two(self, key: str) -> bool:
        """Tell whether a text has a gram that stands in two texts and no more."""
        return any(self._count(gram) == _PRIVATE for gram in grams(key))


def _wanted(old: Iterable[str], new: Iterable[str]) -> Iterator[Set[str]]:
    """Yield of the grams of each new key those that stand in an old one."""
    wanted = frozenset(chain.from_iterable(map(grams, old)))
    return (wanted & grams(key) for key in new)


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


def _best(scored: Collection[tuple[int, int]]) -> list[int]:
    """Return the indices of the best ``(index, score)``; of equal ones the first."""
    if len(scored) <= _CANDIDATES:
        return [index for index, _ in scored]
    return [-minus for _, minus in sorted([(value, -index) for index, value in scored], reverse=True)[:_CANDIDATES]]
