"""Which old unit became which new unit: the primary pairs, at most one for each unit.

Equal keys go first. Then a dynamic programme takes the heaviest chain of similar pairs in order, and the rest
is paired greedily, which finds what moved. Compared with matching by number and with one-to-one assignment, this order
of steps gave the fewest false pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yange.compare.match.boilerplate import StandingClause, is_catch_all, standing, without_formulas
from yange.compare.match.similarity import Similarity
from yange.compare.text.chains import heaviest_chain
from yange.compare.text.dictionary import is_spaced
from yange.compare.text.units import Role, Unit
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["Link", "primary_pairs"]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """An old and a new unit that match, by index, and their similarity (0 to 1)."""

    old: int
    new: int
    likeness: float


def primary_pairs(
    old: Sequence[Unit], new: Sequence[Unit], old_keys: Sequence[str], new_keys: Sequence[str],
    likeness: Similarity, law: Law, apart: frozenset[tuple[int, int]] = frozenset(),
) -> tuple[Link, ...]:  # fmt: skip
    """Return the primary pairs of two lists of units, by their ``index``, in order of the old side.

    The keys are separate from the units because citations in them may have been rewritten (reference propagation).
    ``apart`` are pairs (of ``index``) that a person said are not one.
    """
    place_old, place_new = {u.index: at for at, u in enumerate(old)}, {u.index: at for at, u in enumerate(new)}
    barred = {(place_old.get(a, -1), place_new.get(b, -1)) for a, b in apart}
    links = [pair for pair in _equal_keys(old, new, old_keys, new_keys) if pair not in barred]
    paired_old, paired_new = {a for a, _ in links}, {b for _, b in links}
    left_old = [at for at in range(len(old)) if at not in paired_old]
    left_new = [at for at in range(len(new)) if at not in paired_new]
    found = likeness.candidates(
        [old_keys[at] for at in left_old], [new_keys[at] for at in left_new], WEIGHTS.pairs.in_order
    )
    scores = {(left_old[a], left_new[b]): value for (a, b), value in found.items()}
    _add_same_label(old, new, old_keys, new_keys, left_old, left_new, likeness, scores)
    barred |= _catch_alls(old_keys, new_keys, scores, law)
    barred |= _formulas_only(old_keys, new_keys, scores, likeness, law)
    every = {pair: value for pair, value in scores.items() if pair not in barred}
    scores = {
        (a, b): value
        for (a, b), value in every.items()
        if value >= WEIGHTS.pairs.plain or likeness.distinct(old_keys[a], new_keys[b]) >= WEIGHTS.pairs.own
    }
    scores = _undominated(scores)
    chain = heaviest_chain(_nudged(old, new, scores | dict.fromkeys(links, 1.0)))
    chosen = {(a, b): scores[a, b] for a, b, _ in chain if (a, b) in scores}
    chosen |= _leftovers(scores, chosen)
    gaps = _Gaps(old, new, old_keys, new_keys, likeness, {*chosen, *links}, barred, *_tops(every), is_spaced(law))
    chosen |= gaps.pairs([(a, b, scores.get((a, b), 1.0)) for a, b, _ in chain])
    standing = _standing(old_keys, new_keys, {*chosen, *links}, likeness, law)
    chosen |= {pair: value for pair, value in standing.items() if pair not in barred}
    made = [*((a, b, 1.0) for a, b in links), *((a, b, value) for (a, b), value in chosen.items())]
    return tuple(sorted(Link(old[a].index, new[b].index, value) for a, b, value in made))


def _undominated(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Leave out pairs of which either side has a clearly better partner whose own best partner it is.

    Otherwise two clauses that changed places would be paired crosswise: two middling pairs in order weigh more than a
    good one out of order.
    """
    best_old: dict[int, tuple[float, int]] = {}
    best_new: dict[int, tuple[float, int]] = {}
    for (a, b), value in scores.items():
        best_old[a] = max(best_old.get(a, (0.0, 0)), (value, -b))
        best_new[b] = max(best_new.get(b, (0.0, 0)), (value, -a))
    settled = {(a, -b): value for a, (value, b) in best_old.items() if best_new[-b] == (value, -a)}
    of_old, of_new = {a: value for (a, _), value in settled.items()}, {b: value for (_, b), value in settled.items()}
    return {
        (a, b): value
        for (a, b), value in scores.items()
        if (a, b) in settled or value >= WEIGHTS.pairs.margin * min(of_old.get(a, 0.0), of_new.get(b, 0.0))
    }


def _nudged(
    old: Sequence[Unit], new: Sequence[Unit], scores: Mapping[tuple[int, int], float]
) -> list[tuple[int, int, float]]:
    return [(a, b, value + _nudge(old, new, a, b)) for (a, b), value in scores.items()]


def _catch_alls(
    old_keys: Sequence[str], new_keys: Sequence[str], scores: Mapping[tuple[int, int], float], law: Law
) -> set[tuple[int, int]]:
    """Return the pairs of a clause that only reserves criminal liability with one that also says other things."""
    return {
        (a, b)
        for (a, b), value in scores.items()
        if value < WEIGHTS.pairs.catch_all and is_catch_all(old_keys[a], law) is not is_catch_all(new_keys[b], law)
    }


def _formulas_only(
    old_keys: Sequence[str], new_keys: Sequence[str], scores: Mapping[tuple[int, int], float],
    likeness: Similarity, law: Law,
) -> set[tuple[int, int]]:  # fmt: skip
    """Return the pairs that share almost nothing but formulas: two penalties in one form are not one penalty."""
    olds = {a: without_formulas(old_keys[a], law) for a in {a for a, _ in scores}}
    news = {b: without_formulas(new_keys[b], law) for b in {b for _, b in scores}}
    return {
        (a, b)
        for a, b in scores
        if olds[a] != old_keys[a] and news[b] != new_keys[b] and likeness.dice(olds[a], news[b]) < WEIGHTS.pairs.bare
    }


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Pairs what is alone between two neighbouring pairs of the chain: there the place supports a weak pair."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    old_keys: Sequence[str]
    new_keys: Sequence[str]
    likeness: Similarity
    paired: set[tuple[int, int]]
    barred: set[tuple[int, int]]
    top_old: Mapping[int, float]
    top_new: Mapping[int, float]
    spaced: bool
    """Whether blanks separate words: what clauses in characters contain of one another by chance is not measured."""

    def pairs(self, chain: Sequence[tuple[int, int, float]]) -> dict[tuple[int, int], float]:
        """Return the pairs found in the gaps of ``chain`` (indices on both sides and similarity)."""
        here = WEIGHTS.pairs
        taken_old, taken_new = {a for a, _ in self.paired}, {b for _, b in self.paired}
        found: dict[tuple[int, int], float] = {}
        borders = [(-1, -1, 1.0), *chain, (len(self.old), len(self.new), 1.0)] if chain else []
        for (a, b, before), (c, d, after) in pairwise(borders):
            olds = [at for at in range(a + 1, c) if at not in taken_old]
            news = [at for at in range(b + 1, d) if at not in taken_new]
            if 0 < len(olds) <= here.small_gap and 0 < len(news) <= here.small_gap:
                sure = all(
                    value >= here.moved or self._is_item(*place) for *place, value in ((a, b, before), (c, d, after))
                )
                found |= self._within(olds, news, sure)
                if self.spaced and a >= 0 and c < len(self.old) and (c - a, d - b) == (2, 2):
                    found |= self._in_place(olds[0], news[0])
        return found

    def _in_place(self, x: int, y: int) -> dict[tuple[int, int], float]:
        """Return the pair of the only two clauses between neighbours on both sides, if either says what the other does.

        A clause that lost a long list, or gained paragraphs, shares little of all that the two say.
        """
        value = self.likeness.dice(self.old_keys[x], self.new_keys[y])
        contained = self.likeness.contained_either(self.old_keys[x], self.new_keys[y])
        if (x, y) in self.barred or contained < WEIGHTS.pairs.in_place or self._better_elsewhere((x, y), value):
            return {}
        return {(x, y): value}

    def _is_item(self, a: int, b: int) -> bool:
        """Return whether a pair is one item of an annex: its number is as sure as its words are."""
        if not (0 <= a < len(self.old) and 0 <= b < len(self.new)):
            return False
        return self.old[a].role is self.new[b].role is Role.ANNEX and self.old[a].label == self.new[b].label

    def _within(self, olds: Sequence[int], news: Sequence[int], sure: bool) -> dict[tuple[int, int], float]:
        """Return the pairs in one gap; ``sure`` says that the pairs around it are certain."""
        every = {
            (x, y): self.likeness.dice(self.old_keys[x], self.new_keys[y])
            for x in olds
            for y in news
            if (x, y) not in self.barred
        }
        inside = {
            pair: value
            for pair, value in every.items()
            if value >= WEIGHTS.pairs.in_order
            or (sure and self._held(pair, every) and not self._better_elsewhere(pair, value))
        }
        return {(x, y): inside[x, y] for x, y, _ in heaviest_chain(_nudged(self.old, self.new, inside))}

    def _held(self, pair: tuple[int, int], every: Mapping[tuple[int, int], float]) -> bool:
        """Return whether to accept a weak pair between two sure ones: it is alone, or no other is nearly as good."""
        here, value = WEIGHTS.pairs, every[pair]
        rivals = [other for key, other in every.items() if key != pair and (key[0] == pair[0] or key[1] == pair[1])]
        if not rivals:
            own = self.likeness.distinct(self.old_keys[pair[0]], self.new_keys[pair[1]])
            return value >= here.alone or (value >= here.alone_own and own >= here.alone_grams)
        return value >= here.among and max(rivals) <= here.margin * value

    def _better_elsewhere(self, pair: tuple[int, int], value: float) -> bool:
        return max(self.top_old.get(pair[0], 0.0), self.top_new.get(pair[1], 0.0)) > WEIGHTS.pairs.elsewhere * value


def _nudge(old: Sequence[Unit], new: Sequence[Unit], a: int, b: int) -> float:
    """Return what decides between pairs of equal similarity: the same label, the nearer place in the text, the first.

    It is symmetric in the two sides.
    """
    apart = abs(a * len(new) - b * len(old)) / (len(old) * len(new))
    return (1e-4 if old[a].label == new[b].label else 0.0) - 1e-6 * apart - 1e-9 * (a + b)


def _equal_keys(
    old: Sequence[Unit], new: Sequence[Unit], old_keys: Sequence[str], new_keys: Sequence[str]
) -> list[tuple[int, int]]:
    """Pair units of equal keys: those of the same label first, the rest in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(new_keys):
        places[key].append(at)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(old_keys):
        if key in places:
            groups[key].append(at)
    links = []
    for key, olds in groups.items():
        news = places[key]
        labels = {new[b].label: b for b in reversed(news)} if max(len(olds), len(news)) > 1 else {}
        same = [(a, labels[old[a].label]) for a in olds if old[a].label in labels]
        taken_old, taken_new = {a for a, _ in same}, {b for _, b in same}
        rest_old = [a for a in olds if a not in taken_old]
        rest_new = [b for b in news if b not in taken_new]
        links += [*same, *zip(rest_old, rest_new, strict=False)]
    return sorted(links)


def _add_same_label(
    old: Sequence[Unit], new: Sequence[Unit], old_keys: Sequence[str], new_keys: Sequence[str],
    left_old: Sequence[int], left_new: Sequence[int], likeness: Similarity, scores: dict[tuple[int, int], float],
) -> None:  # fmt: skip
    """Also measure pairs of one label: short clauses share only common grams, which find no candidates."""
    labels = {new[at].label: at for at in reversed(left_new)}
    for at in left_old:
        other = labels.get(old[at].label)
        if other is not None and (at, other) not in scores:
            value = likeness.dice(old_keys[at], new_keys[other])
            if value >= WEIGHTS.pairs.in_order:
                scores[at, other] = value


def _standing(
    old_keys: Sequence[str], new_keys: Sequence[str], paired: Iterable[tuple[int, int]], likeness: Similarity, law: Law
) -> dict[tuple[int, int], float]:
    """Pair the clauses that every text has once: why it is made, when it takes effect, who interprets it."""
    taken = set(paired)
    taken_old, taken_new = {a for a, _ in taken}, {b for _, b in taken}
    found: dict[tuple[int, int], float] = {}
    if len(taken_old) == len(old_keys) or len(taken_new) == len(new_keys):
        return found
    for which in StandingClause:
        olds = [at for at, key in enumerate(old_keys) if which in standing(key, law)]
        news = [at for at, key in enumerate(new_keys) if which in standing(key, law)]
        if len(olds) == len(news) == 1 and olds[0] not in taken_old and news[0] not in taken_new:
            found[olds[0], news[0]] = likeness.dice(old_keys[olds[0]], new_keys[news[0]])
            taken_old.add(olds[0])
            taken_new.add(news[0])
    return found


def _leftovers(
    scores: Mapping[tuple[int, int], float], chosen: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """Pair what the chain left over, best first, where the pair is nearly the best that either side has."""
    taken_old, taken_new = {a for a, _ in chosen}, {b for _, b in chosen}
    top_old, top_new = _tops(scores)
    rows: defaultdict[int, list[float]] = defaultdict(list)
    columns: defaultdict[int, list[float]] = defaultdict(list)
    for (a, b), value in scores.items():
        rows[a].append(value)
        columns[b].append(value)
    found = {}
    for (a, b), value in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if value < WEIGHTS.pairs.moved:
            break
        free = a not in taken_old and b not in taken_new
        if (
            free
            and value >= WEIGHTS.pairs.margin * max(top_old[a], top_new[b])
            and not _of_a_family((a, b), value, rows, columns)
        ):
            found[a, b] = value
            taken_old.add(a)
            taken_new.add(b)
    return found


def _of_a_family(
    pair: tuple[int, int], value: float, rows: Mapping[int, list[float]], columns: Mapping[int, list[float]]
) -> bool:
    """Return whether a clause has several others of about the same similarity: clauses made from one template."""
    near = [
        other for side in (rows[pair[0]], columns[pair[1]]) for other in side if other >= WEIGHTS.pairs.margin * value
    ]
    return value < WEIGHTS.pairs.family and len(near) > WEIGHTS.pairs.family_size  # the pair itself is in both


def _tops(scores: Mapping[tuple[int, int], float]) -> tuple[dict[int, float], dict[int, float]]:
    """Return the best similarity of each old and each new unit."""
    top_old: defaultdict[int, float] = defaultdict(float)
    top_new: defaultdict[int, float] = defaultdict(float)
    for (a, b), value in scores.items():
        top_old[a], top_new[b] = max(top_old[a], value), max(top_new[b], value)
    return top_old, top_new
