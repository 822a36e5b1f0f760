"""The second look: pairs of clauses that no threshold on similarity finds, judged by several features together.

A provision that was thoroughly reworded shares few words with what became of it, and so do clauses that have nothing to
do with each other. Only several features together distinguish them: phrases that no other clause contains, no similar
rival, a chapter that became the other's chapter, words that the partners found before do not explain. The features
are weighed by logistic regression on ten revisions matched by hand (nine laws and one municipal rule, 865 old and 1,108
new articles, 851 edges; ``tests/bench/hand_matched.py`` fits them anew). Judged with the weights fitted on the other
nine texts, 23 of the 26 pairs above 0.80 were true, before those with a rival are left open. A law matched only
after the fitting (280 edges) came out at precision 1.000 and recall .968.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace

from yange.compare.match.boilerplate import without_formulas
from yange.compare.match.nearness import Nearness
from yange.compare.match.pairs import Link
from yange.compare.match.similarity import Similarity
from yange.compare.text.chains import heaviest_chain
from yange.compare.text.keys import SENTENCE
from yange.compare.text.spans import uncovered
from yange.compare.text.units import Role, Unit
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["SIGNS", "Evidence", "Found"]


SIGNS = ("margin", "chapter", "rest", "both", "phrases", "sentence")
"""The features in the order of the weights; `Evidence.signs` says what each is."""

_FARTHEST = 10  # crossing more pairs in order than this makes a pair no less probable
_MOST_ODDS = 100  # as a logarithm: the exponential of more overflows
_MOST_SENTENCES = 40_000  # pairs that are all looked at: two hundred sentences a side, more than any clause seen has


@dataclass(frozen=True, slots=True)
class Found:
    """A pair of units by index, how probable it is (0 to 1), the similarity of the two, and the runs they share.

    ``spans`` are pairs of key offsets (old, new), half-open, at least one, that of the most similar sentences first;
    ``runs`` are those of them that share words which hardly any other clause has. ``explained`` is how much of the one
    unit the other explains and no partner does.
    """

    old: int
    new: int
    probability: float
    likeness: float
    explained: float
    spans: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    runs: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


class _Side:
    """The body units of one text, their keys, and what is left of those when the formulas of drafting are gone."""

    def __init__(self, units: Sequence[Unit], keys: Mapping[int, str], law: Law) -> None:
        self.units = [unit for unit in units if unit.role is Role.BODY]
        self.keys = [keys[unit.index] for unit in self.units]
        self.bare = [without_formulas(key, law) for key in self.keys]
        self.places = {unit.index: at for at, unit in enumerate(self.units)}
        self._rest: dict[int, str] = {}

    def without(self, changed: Collection[int]) -> _Side:
        """Return the same side where the partners of some places have changed."""
        again = copy(self)
        again._rest = {at: text for at, text in self._rest.items() if at not in changed}
        return again

    def rest(self, at: int, other: _Side, partners: Mapping[int, int]) -> str:
        """Return what its primary partner leaves unexplained of the unit at a place."""
        if at not in self._rest:
            text = self.bare[at]
            self._rest[at] = _unexplained(text, other.bare[partners[at]]) if at in partners else text
        return self._rest[at]


class Evidence:
    """Weighs the features of pairs of body units, given the pairs found before."""

    def __init__(
        self, old: Sequence[Unit], new: Sequence[Unit], keys_old: Mapping[int, str], keys_new: Mapping[int, str],
        links: Collection[Link], law: Law,
    ) -> None:  # fmt: skip
        self._old, self._new = _Side(old, keys_old, law), _Side(new, keys_new, law)
        self._law = law
        self.likeness = Similarity(self._old.bare, self._new.bare)
        """The similarity of the keys of all body units without formulas."""
        self.limited: set[tuple[int, int]] = set()
        """The pairs found, by index of their units, that have too many sentences to compare all."""
        self._near = Nearness(self.likeness, self._old.bare, self._new.bare, WEIGHTS.second_look.look, whole=True)
        self._shared: dict[tuple[int, int], tuple[float, float]] = {}
        self._know(links)

    def knowing(self, links: Collection[Link]) -> Evidence:
        """Return the same of these texts where other pairs were found before."""
        again = copy(self)
        again._know(links)
        again._old = self._old.without(_changed(self._partner_old, again._partner_old))
        again._new = self._new.without(_changed(self._partner_new, again._partner_new))
        return again

    def _know(self, links: Collection[Link]) -> None:
        """Take in the pairs found before: what they explain, which chapters became which, and their order."""
        self._links = {
            (self._old.places[link.old], self._new.places[link.new]): link.likeness
            for link in links
            if link.old in self._old.places and link.new in self._new.places
        }
        self._partner_old = {a: b for a, b in self._links}  # noqa: C416
        self._partner_new = {b: a for a, b in self._links}
        self._chapters = self._flow()
        chain = heaviest_chain([(a, b, 1.0 + value * len(self._old.keys[a])) for (a, b), value in self._links.items()])
        self._order = [a for a, _, _ in chain], [b for _, b, _ in chain]

    def _flow(self) -> dict[tuple[str, str], float]:
        """Return for two headings what share of the sure pairs under either is under both (Dice)."""
        sure = [pair for pair, value in self._links.items() if value >= WEIGHTS.second_look.sure]
        both = Counter(self._within(a, b) for a, b in sure)
        under_old = Counter(self._old.units[a].within for a, _ in sure)
        under_new = Counter(self._new.units[b].within for _, b in sure)
        return {(x, y): 2 * count / (under_old[x] + under_new[y]) for (x, y), count in both.items()}

    def _within(self, a: int, b: int) -> tuple[str, str]:
        return self._old.units[a].within, self._new.units[b].within

    def signs(self, a: int, b: int) -> tuple[float, ...]:
        """Return the features of the old and the new unit at two places, in the order of ``SIGNS``.

        ``margin``: similarity over that of the best rival of either; ``chapter``: how much of the one's chapter became
        the other's; ``rest``: logarithm of one and what they share that their primary partners do not explain;
        ``both``: how much of either the other contains, at least (its weight is below zero: it damps what long texts
        share by length alone); ``phrases``: logarithm of one and the count of shared phrases that hardly any other text
        has; ``sentence``: how much of the best sentence of either the other contains.
        """
        return *self._quick(a, b, self._near.rival(a, b)), *self._dear(a, b)

    def _quick(self, a: int, b: int, rival: float) -> tuple[float, ...]:
        one, other, likeness = self._old.bare[a], self._new.bare[b], self.likeness
        rest_old, rest_new = (
            self._old.rest(a, self._new, self._partner_old),
            self._new.rest(b, self._old, self._partner_new),
        )
        return (
            self._near.alike(a, b) / (rival + WEIGHTS.second_look.rival_floor),
            self._chapters.get(self._within(a, b), 0.0),
            math.log1p(likeness.shared(rest_old, rest_new)),
            min(likeness.contained(one, other), likeness.contained(other, one)),
        )

    def _dear(self, a: int, b: int) -> tuple[float, ...]:
        one, other = self._old.bare[a], self._new.bare[b]
        return (
            math.log1p(self.likeness.phrases(one, other)),
            max(self._best_sentence(one, other), self._best_sentence(other, one)),
        )

    def _best_sentence(self, one: str, other: str) -> float:
        parts = [match[0] for match in SENTENCE.finditer(one)]
        return max(
            (self.likeness.contained(part, other) for part in parts if len(part) >= WEIGHTS.second_look.length),
            default=0.0,
        )

    def _odds(self, a: int, b: int, rival: float) -> float:
        """Return the odds of a pair that has a rival at least so good; 0 where they are too low to count.

        Expensive features are computed only where the pair would count with their greatest values, and the best rival
        only where the pair would count without one.
        """
        quick = self._quick(a, b, rival)
        most = math.log1p(self.likeness.distinct(self._old.bare[a], self._new.bare[b])), 1.0
        if _odds((*quick, *most)) < WEIGHTS.second_look.counts:
            return 0.0
        dear = self._dear(a, b)
        if _odds((*quick, *dear)) < WEIGHTS.second_look.counts:
            return 0.0
        margin = self._near.alike(a, b) / (self._near.rival(a, b) + WEIGHTS.second_look.rival_floor)
        odds = _odds((margin, *quick[1:], *dear))
        return odds if odds >= WEIGHTS.second_look.counts else 0.0

    def _unsettled(self) -> tuple[list[int], list[int]]:
        """Return the places of both sides except the clauses that stayed word for word.

        No pair with a clause that stayed ever counts: its partner is the best possible rival and leaves nothing
        unexplained, and what it shares with a third clause is in three. The most that the other features can then
        weigh together is below ``counts`` (held by a test). That its partner is near is sure where the two have
        a gram to themselves.
        """
        settled = {
            (a, b)
            for a, b in self._links
            if self._old.bare[a] == self._new.bare[b]
            and self._near.once_old[a]
            and self._near.once_new[b]
            and self.likeness.in_two(self._old.bare[a])
        }
        olds, news = {a for a, _ in settled}, {b for _, b in settled}
        return (
            [a for a in range(len(self._old.units)) if a not in olds],
            [b for b in range(len(self._new.units)) if b not in news],
        )

    def _indices(self, a: int, b: int) -> tuple[int, int]:
        return self._old.units[a].index, self._new.units[b].index

    def _every(self) -> tuple[list[int], list[int]]:
        return list(range(len(self._old.units))), list(range(len(self._new.units)))

    def looked_at(self) -> dict[tuple[int, int], tuple[float, ...]]:
        """Return the features of each pair that is worth a look, by the indices of its units."""
        return {self._indices(a, b): self.signs(a, b) for a, b in self._near.among(*self._every())}

    def judged(self, known: Collection[tuple[int, int]]) -> dict[tuple[int, int], float]:
        """Return how probable each pair is that counts and is not in ``known`` (indices of units)."""
        few = self._unsettled()
        if not all(few):
            return {}
        if sum(map(len, few)) > sum(map(len, self._every())) / 2:
            self._near.look_at_all()
        scores = self._near.among(*map(frozenset, few))
        rows, columns = _two_best(scores, 0), _two_best(scores, 1)
        found = {}
        for a, b in scores:
            if self._indices(a, b) not in known:
                rival = max(_beside(rows[a], b), _beside(columns[b], a))
                if odds := self._odds(a, b, rival):
                    found[self._indices(a, b)] = odds / (1 + odds)
        return found

    def features(self, a: int, b: int) -> tuple[float, ...]:
        """Return what is weighed of two clauses in letters, in the order of ``LettersWeights.signs``.

        ``explained``: how much of either the other explains and no partner does; ``own``: logarithm of one and the
        count of grams that hardly any other clause has; ``longer``, ``shorter``: logarithm of the lengths; ``rest``: as
        in :meth:`signs`; ``far``: how many pairs in order it crosses, ten at most, in tens.
        """
        one, other, likeness = self._old.bare[a], self._new.bare[b], self.likeness
        rest = likeness.shared(
            self._old.rest(a, self._new, self._partner_old), self._new.rest(b, self._old, self._partner_new)
        )
        shorter, longer = sorted((math.log1p(len(self._old.keys[a])), math.log1p(len(self._new.keys[b]))))
        return (
            self._explained(a, b),
            math.log1p(likeness.distinct(one, other)),
            longer,
            shorter,
            math.log1p(rest),
            min(self._crossed(a, b), _FARTHEST) / _FARTHEST,
        )

    def weighed(
        self, known: Collection[tuple[int, int]], traced: Collection[tuple[int, int]]
    ) -> dict[tuple[int, int], float]:
        """Return how probable each pair of clauses in letters is, by the indices of its units.

        They are the pairs in ``traced``, and all others that are near and explain enough for their distance, without
        those in ``known``.
        """
        self._near.look_at_all()
        places = {(self._old.places[a], self._new.places[b]) for a, b in traced if self._has(a, b)}
        near = self._near.among(*map(frozenset, self._every()))
        places |= {pair for pair in near if self._explains(*pair, self._explained(*pair))}
        found = {}
        for a, b in sorted(places):
            if self._indices(a, b) not in known:
                signs = zip(WEIGHTS.letters.signs, self.features(a, b), strict=True)
                odds = math.exp(min(WEIGHTS.letters.base + sum(weight * sign for weight, sign in signs), _MOST_ODDS))
                found[self._indices(a, b)] = odds / (1 + odds)
        return found

    def asserted(self, weighed: Mapping[tuple[int, int], float]) -> list[Found]:
        """Return the weighed pairs that are probable enough, the most probable first."""
        pairs = [self._found(a, b, value) for (a, b), value in weighed.items() if value >= WEIGHTS.letters.enough]
        return sorted(pairs, key=lambda found: (-found.probability, found.old, found.new))

    def _has(self, old: int, new: int) -> bool:
        return old in self._old.places and new in self._new.places

    def found(self, judged: Mapping[tuple[int, int], float]) -> list[Found]:
        """Return of the judged pairs those that are probable enough and have no rival, the most probable first.

        Rivals are pairs that claim the same sentence of one unit. Where they are about as probable all are left open:
        a person decides. A unit that was split has several pairs, each with its own sentence.
        """
        contested: defaultdict[tuple[str, int, tuple[int, int]], list[Found]] = defaultdict(list)
        likely = [self._found(a, b, value) for (a, b), value in judged.items()]
        for pair in likely:
            (was, now) = pair.spans[0]
            contested["old", pair.old, was].append(pair)
            contested["new", pair.new, now].append(pair)
        pairs = []
        for pair in likely:
            (was, now) = pair.spans[0]
            rivals = (*contested["old", pair.old, was], *contested["new", pair.new, now])
            rival = max((one.probability for one in rivals if self._are_rivals(one, pair)), default=0.0)
            value = pair.probability
            if (
                value >= WEIGHTS.second_look.enough
                and self._explains(self._old.places[pair.old], self._new.places[pair.new], pair.explained)
                and value * (1 - rival) >= WEIGHTS.second_look.odds * rival * (1 - value)
            ):
                # a sentence that two clauses said has no words that only one of them has
                several = any((one.old, one.new) != (pair.old, pair.new) for one in rivals)
                pairs.append(replace(pair, runs=pair.runs or pair.spans[:1]) if several else pair)
        return sorted(pairs, key=lambda found: (-found.probability, found.old, found.new))

    def _are_rivals(self, one: Found, other: Found) -> bool:
        """Return whether only one of two pairs that claim a sentence can be true.

        Where two clauses of one text say the same sentence, both became the clause that says it now.
        """
        if (one.old, one.new) == (other.old, other.new):
            return False
        old = one.old == other.old
        keys, places = (self._new.keys, self._new.places) if old else (self._old.keys, self._old.places)
        words = []
        for pair in (one, other):
            start, end = pair.spans[0][old]
            words.append(without_formulas(keys[places[pair.new if old else pair.old]][start:end], self._law))
        return self.likeness.dice(*words) < WEIGHTS.splits.comes_near

    def worth_offering(self, old: int, new: int) -> bool:
        """Return whether the pair of two units, by index, explains as much as any pair that is asserted."""
        places = self._old.places[old], self._new.places[new]
        return self._explained(*places) >= WEIGHTS.second_look.explains

    def _explains(self, a: int, b: int, explained: float) -> bool:
        """Return whether a pair explains enough of either clause: more where it crosses the pairs in order.

        Two long clauses of one act share phrases that no third one has, by their length alone, and a clause that stayed
        may be copied into another: neither shows that the one became the other.
        """
        here = WEIGHTS.second_look
        if explained < here.explains:
            return False
        return explained >= here.explains_far or self._crossed(a, b) <= here.far

    def _crossed(self, a: int, b: int) -> int:
        """Return how many pairs in order the pair of two places crosses."""
        olds, news = self._order
        before = bisect_left(olds, a) - bisect_right(news, b)
        return max(before, bisect_left(news, b) - bisect_right(olds, a), 0)

    def _explained(self, a: int, b: int) -> float:
        """Return how much of the unit at one place that at the other explains and no partner does (weight, 0 to 1)."""
        likeness = self.likeness
        shared, contained = self._in_common(a, b)
        if not shared:
            return 0.0
        rest = likeness.shared(
            self._old.rest(a, self._new, self._partner_old), self._new.rest(b, self._old, self._partner_new)
        )
        return rest / shared * contained

    def _in_common(self, a: int, b: int) -> tuple[float, float]:
        """Return what the units at two places share, and how much of either the other contains."""
        known = self._shared.get((a, b))
        if known is None:
            one, other = self._old.bare[a], self._new.bare[b]
            known = self.likeness.shared(one, other), self.likeness.contained_either(one, other)
            self._shared[a, b] = known
        return known

    def _found(self, old: int, new: int, probability: float) -> Found:
        a, b = self._old.places[old], self._new.places[new]
        one, other = self._old.keys[a], self._new.keys[b]
        likeness, (spans, limited) = self.likeness.dice(self._old.bare[a], self._new.bare[b]), self._spans(one, other)
        if limited:
            self.limited.add((old, new))
        own = tuple(((p, q), (x, y)) for (p, q), (x, y) in spans if self.likeness.distinct(one[p:q], other[x:y]))
        return Found(old, new, probability, likeness, self._explained(a, b), spans, own)

    def _spans(self, one: str, other: str) -> tuple[tuple[tuple[tuple[int, int], tuple[int, int]], ...], bool]:
        """Return the sentences that two keys share, the most similar first, and whether too many were left out."""
        olds = [(match.span(), without_formulas(match[0], self._law)) for match in SENTENCE.finditer(one)]
        news = [(match.span(), without_formulas(match[0], self._law)) for match in SENTENCE.finditer(other)]
        scored = sorted(self._alike(olds, news), key=lambda row: (-row[0], row[1:]))
        spans: list[tuple[tuple[int, int], tuple[int, int]]] = []
        taken: tuple[set[tuple[int, int]], set[tuple[int, int]]] = set(), set()
        for value, p, q in scored:
            if not spans or (value >= WEIGHTS.second_look.traced and p not in taken[0] and q not in taken[1]):
                spans.append((p, q))
                taken[0].add(p)
                taken[1].add(q)
        return tuple(spans), len(olds) * len(news) > _MOST_SENTENCES

    def _alike(
        self, olds: Sequence[tuple[tuple[int, int], str]], news: Sequence[tuple[tuple[int, int], str]]
    ) -> list[tuple[float, tuple[int, int], tuple[int, int]]]:
        """Return sentences of two keys and their similarity: all pairs, or similar ones where there are very many."""
        if len(olds) * len(news) <= _MOST_SENTENCES:
            return [(self.likeness.dice(x, y), p, q) for p, x in olds for q, y in news]
        near = self.likeness.candidates([x for _, x in olds], [y for _, y in news], WEIGHTS.second_look.traced)
        found = [(value, olds[at][0], news[there][0]) for (at, there), value in near.items()]
        return found or [(self.likeness.dice(olds[0][1], news[0][1]), olds[0][0], news[0][0])]


def _odds(signs: Sequence[float]) -> float:
    return math.exp(
        WEIGHTS.second_look.base
        + sum(weight * sign for weight, sign in zip(WEIGHTS.second_look.signs, signs, strict=True))
    )


def _changed(before: Mapping[int, int], now: Mapping[int, int]) -> set[int]:
    """Return the places that have another partner than before, or no longer one."""
    return {at for at in before.keys() | now.keys() if before.get(at) != now.get(at)}


def _unexplained(text: str, partner: str) -> str:
    runs = uncovered(text, partner)[0]
    return "\n".join(text[start:end] for start, end in runs if end - start >= WEIGHTS.second_look.scraps)


def _two_best(scores: Mapping[tuple[int, int], float], side: int) -> dict[int, list[tuple[float, int]]]:
    """Return for each unit of a side its two best similarities, with the unit on the other side."""
    found: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair, value in scores.items():
        found[pair[side]].append((value, pair[1 - side]))
    return {at: sorted(values, reverse=True)[:2] for at, values in found.items()}


def _beside(best: Sequence[tuple[float, int]], other: int) -> float:
    """Return the best similarity except that with ``other``."""
    return next((value for value, at in best if at != other), 0.0)
