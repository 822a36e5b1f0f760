"""Splits and merges: what a primary pair leaves unexplained is looked for in other clauses.

A clause has at most one primary partner. Where it was split, or absorbed another, the rest of its sentences are in
other clauses. Thresholds were measured on hand-matched revisions; each prefers no edge, because a false edge is worse
than a missed one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from yange.compare.match.boilerplate import is_catch_all, is_formula, without_formulas
from yange.compare.match.nearness import Nearness
from yange.compare.match.pairs import Link
from yange.compare.match.similarity import Similarity
from yange.compare.text.keys import SENTENCE
from yange.compare.text.spans import uncovered
from yange.compare.text.units import Role, Unit
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["Trace", "trace_residue"]


_Runs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Trace:
    """A run of an old unit that is in a new unit: key offsets on both sides (half-open)."""

    old: int
    new: int
    old_span: tuple[int, int]
    new_span: tuple[int, int]
    likeness: float


@dataclass(frozen=True, slots=True)
class _Fragment:
    unit: int
    start: int
    end: int
    text: str
    """Its words without formulas and cited numbers: two clauses with these in common share no rule."""

    sentence: str  # the whole sentence it is (a part of)
    exact: str  # its words unchanged
    entire: bool  # whether it is all that the unit says


def trace_residue(
    old: Sequence[Unit], new: Sequence[Unit], old_keys: Mapping[int, str], new_keys: Mapping[int, str],
    links: Sequence[Link], likeness: Similarity, law: Law,
) -> tuple[Trace, ...]:  # fmt: skip
    """Return the runs found in other clauses, for unit pairs that are not primary pairs and share enough.

    ``old_keys`` and ``new_keys`` give each unit's key by index. Units are looked at within the body and the annexes;
    headings and titles have no residue.
    """
    rest_old: dict[int, _Runs] = {unit.index: [(0, len(old_keys[unit.index]))] for unit in old if _may(unit)}
    rest_new: dict[int, _Runs] = {unit.index: [(0, len(new_keys[unit.index]))] for unit in new if _may(unit)}
    primary = {(link.old, link.new) for link in links}
    for a, b in primary:
        if a in rest_old and b in rest_new:
            same = old_keys[a] == new_keys[b]
            rest_old[a], rest_new[b] = ([], []) if same else uncovered(old_keys[a], new_keys[b])
    parts_old = _fragments(rest_old, old_keys, law)
    parts_new = _fragments(rest_new, new_keys, law)
    if not parts_old or not parts_new:
        return ()
    whole_old = [part for index in sorted(rest_old) for part in _sentences(index, old_keys[index], law)]
    whole_new = [part for index in sorted(rest_new) for part in _sentences(index, new_keys[index], law)]
    traces = _Homes(parts_old, parts_new, whole_old, whole_new, likeness, primary).traces()
    known = {(trace.old, trace.old_span, trace.new, trace.new_span) for trace in traces}
    verbatim = _word_for_word(whole_old, whole_new, primary)
    traces += [t for t in verbatim if (t.old, t.old_span, t.new, t.new_span) not in known]
    return _worthwhile(traces, old_keys, new_keys)


def _may(unit: Unit) -> bool:
    return unit.role in {Role.BODY, Role.ANNEX}


def _fragments(rest: Mapping[int, _Runs], keys: Mapping[int, str], law: Law) -> list[_Fragment]:
    """Cut what is left of every unit at the ends of sentences; short scraps are left out."""
    found: list[_Fragment] = []
    for index, runs in sorted(rest.items()):
        key = keys[index]
        found += _sentences(index, key, law) if runs == [(0, len(key))] else _cut(index, key, runs, law)
    return found


@lru_cache(maxsize=2048)
def _sentences(index: int, key: str, law: Law) -> Sequence[_Fragment]:
    """Return the sentences of a whole unit; cached, because a text is compared with several others."""
    return _cut(index, key, [(0, len(key))], law)


def _cut(index: int, key: str, runs: Iterable[tuple[int, int]], law: Law) -> list[_Fragment]:
    found = []
    sentences = [match.span() for match in SENTENCE.finditer(key)]
    starts = [start for start, _ in sentences]
    for start, end in runs:
        for match in SENTENCE.finditer(key, start, end):
            words, entire = match[0], len(match[0]) == len(key)
            if (len(words) >= WEIGHTS.splits.length or (len(words) >= WEIGHTS.splits.short and entire)) and not (
                is_catch_all(words, law) or is_formula(words, law)
            ):
                first, last = sentences[bisect_right(starts, match.start()) - 1]
                # a few characters that the partner happens to share are no beginning of another sentence
                begin = first if match.start() - first < WEIGHTS.splits.length else match.start()
                bare = without_formulas(words, law)
                found.append(_Fragment(index, begin, match.end(), bare, key[first:last], words, entire))
    return found


class _Neighbours:
    """For some of the runs of a side: the similarity of the most similar sentence near it, for each unit of a text."""

    def __init__(
        self, likeness: Similarity, parts: Sequence[_Fragment], chosen: Sequence[int], sentences: Sequence[_Fragment]
    ) -> None:
        self._places = {at: place for place, at in enumerate(chosen)}
        self._units = [one.unit for one in sentences]
        texts = [parts[at].text for at in chosen], [one.text for one in sentences]
        self._nearness = Nearness(likeness, *texts, WEIGHTS.splits.comes_near, whole=False)
        self._known: dict[int, Mapping[int, float]] = {}

    def __getitem__(self, at: int) -> Mapping[int, float]:
        if at not in self._known:
            units: dict[int, float] = {}
            for other, value in self._nearness.near(self._places[at]):
                unit = self._units[other]
                units[unit] = max(units.get(unit, 0.0), value)
            self._known[at] = units
        return self._known[at]


class _Homes:
    """Finds in which clauses the unexplained runs of both sides are, considering all sentences of both texts.

    Whether a run is a formula, or has a rival elsewhere, is decided over all sentences, explained or not: a penalty
    that ten articles contain does not show which of them became which.
    """

    def __init__(
        self, olds: Sequence[_Fragment], news: Sequence[_Fragment],
        all_old: Sequence[_Fragment], all_new: Sequence[_Fragment],
        likeness: Similarity, primary: set[tuple[int, int]],
    ) -> None:  # fmt: skip
        self._likeness = likeness
        self._primary = primary
        self._paired_old, self._paired_new = {a for a, _ in primary}, {b for _, b in primary}
        self._olds, self._news = olds, news
        self._all_old, self._all_new = all_old, all_new
        self._found = likeness.candidates(
            [part.text for part in olds], [part.text for part in news], WEIGHTS.splits.mutual / 2
        )
        # only runs that may be found elsewhere at all are compared more closely
        self._hopeful_old = sorted({a for a, _ in self._found})
        self._hopeful_new = sorted({b for _, b in self._found})

    @cached_property
    def _copies(self) -> tuple[Counter[str], Counter[str]]:
        return _copies(self._all_old), _copies(self._all_new)

    @cached_property
    def _alike(self) -> tuple[Counter[str], Counter[str]]:
        return _copies(self._all_old, exact=False), _copies(self._all_new, exact=False)

    @cached_property
    def _rivals_old(self) -> _Neighbours:
        return _Neighbours(self._likeness, self._olds, self._hopeful_old, self._all_new)

    @cached_property
    def _rivals_new(self) -> _Neighbours:
        return _Neighbours(self._likeness, self._news, self._hopeful_new, self._all_old)

    @cached_property
    def _twins_old(self) -> _Neighbours:
        return _Neighbours(self._likeness, self._olds, self._hopeful_old, self._all_old)

    @cached_property
    def _twins_new(self) -> _Neighbours:
        return _Neighbours(self._likeness, self._news, self._hopeful_new, self._all_new)

    def traces(self) -> list[Trace]:
        """Return the runs that were found in a unit other than the primary partner."""
        # the best match of a fragment may be in its own partner: it then stays there
        best_old: dict[int, float] = {}
        best_new: dict[int, float] = {}
        for (a, b), value in self._found.items():
            best_old[a] = max(best_old.get(a, 0.0), value)
            best_new[b] = max(best_new.get(b, 0.0), value)
        traces = []
        for (a, b), value in sorted(self._found.items()):
            one, other = self._olds[a], self._news[b]
            if (one.unit, other.unit) in self._primary:
                continue
            first, second = value >= best_old[a], value >= best_new[b]
            held = first and self._likeness.contained(one.text, other.text) >= WEIGHTS.splits.contained
            held = held or (second and self._likeness.contained(other.text, one.text) >= WEIGHTS.splits.contained)
            held = (
                held
                or (first and second and value >= WEIGHTS.splits.mutual)
                or ((first or second) and value >= WEIGHTS.splits.one_sided)
            )
            # the most expensive test last: most runs are not similar enough to reach it
            if held and self._telling(a, b, value):
                traces.append(Trace(one.unit, other.unit, (one.start, one.end), (other.start, other.end), value))
        return traces

    def _telling(self, a: int, b: int, value: float) -> bool:
        """Return whether only these two runs share something, or they are almost the same: formulas are neither."""
        one, other = self._olds[a], self._news[b]
        beside = self._beside(one.unit, other.unit)
        if one.exact == other.exact:
            only = max(side[one.exact] for side in self._copies) <= 1
            if only and (len(one.exact) >= WEIGHTS.splits.whole or beside or one.exact == one.sentence):
                return True
            if beside and (one.entire or other.entire):
                return True
        whole = self._likeness.dice(one.sentence, other.sentence)
        if self._likeness.distinct(one.text, other.text) >= WEIGHTS.splits.distinct:
            return whole >= WEIGHTS.splits.sentences and not self._crowded(a, b)
        orphan = one.unit not in self._paired_old or other.unit not in self._paired_new
        enough = WEIGHTS.splits.orphan if orphan or beside else WEIGHTS.splits.settled
        if (
            value < enough
            or whole < WEIGHTS.splits.mutual
            or self._likeness.rarest(one.text, other.text) > WEIGHTS.splits.seldom
        ):
            return False
        return not self._crowded(a, b) and not self._rivalled(a, b, value)

    def _crowded(self, a: int, b: int) -> bool:
        """Return whether either run is like sentences of three units there, or equal to those of three units here."""
        one, other = self._olds[a].text, self._news[b].text
        if max(self._alike[0][one], self._alike[1][other]) >= WEIGHTS.splits.crowd:
            return True
        return _crowd(self._rivals_old[a]) or _crowd(self._rivals_new[b])

    def _beside(self, a: int, b: int) -> bool:
        """Return whether one of two units is next to the other's own partner, where splits and merges leave it."""
        near_old = {(a - 1, b), (a + 1, b)}
        near_new = {(a, b - 1), (a, b + 1)}
        return bool(self._primary & (near_old | near_new))

    def _rivalled(self, a: int, b: int, value: float) -> bool:
        """Return whether a sentence of another clause is nearly as good a match for either run."""
        here, there = self._olds[a].unit, self._news[b].unit
        # similar runs without a match that point to the same place were inserted, or deleted, there together
        fellows_old = {self._olds[x].unit for x, y in self._found if y == b}
        fellows_new = {self._news[y].unit for x, y in self._found if x == a}
        others = (
            (self._rivals_old[a], there, fellows_new),
            (self._rivals_new[b], here, fellows_old),
            (self._twins_old[a], here, fellows_old),
            (self._twins_new[b], there, fellows_new),
        )
        return any(
            near > WEIGHTS.splits.rival * value
            for units, own, fellows in others
            for unit, near in units.items()
            if unit != own and unit not in fellows
        )


def _crowd(units: Mapping[int, float]) -> bool:
    return sum(value >= WEIGHTS.splits.near for value in units.values()) >= WEIGHTS.splits.crowd


def _copies(sentences: Sequence[_Fragment], exact: bool = True) -> Counter[str]:
    """Count how many units of a side contain each sentence, word for word or except for the numbers it cites."""
    return Counter(text for text, _ in {(one.exact if exact else one.text, one.unit) for one in sentences})


def _word_for_word(olds: Sequence[_Fragment], news: Sequence[_Fragment], primary: set[tuple[int, int]]) -> list[Trace]:
    """Return the sentences of clauses without a partner that one clause of the other side contains word for word.

    What a clause's own partner explains does not help here: of two penalties made from one template either explains
    most of the other.
    """
    once_old, once_new = _once_only(olds), _once_only(news)
    paired_old, paired_new = {a for a, _ in primary}, {b for _, b in primary}
    traces = []
    for text, one in once_old.items():
        other = once_new.get(text)
        if other is None or (one.unit in paired_old and other.unit in paired_new):
            continue
        if len(text) >= WEIGHTS.splits.whole and (one.unit, other.unit) not in primary:
            traces.append(Trace(one.unit, other.unit, (one.start, one.end), (other.start, other.end), 1.0))
    return traces


def _once_only(sentences: Sequence[_Fragment]) -> dict[str, _Fragment]:
    counts = Counter(one.exact for one in sentences)
    return {one.exact: one for one in sentences if counts[one.exact] == 1}


def _worthwhile(traces: Sequence[Trace], old_keys: Mapping[int, str], new_keys: Mapping[int, str]) -> tuple[Trace, ...]:
    """Keep the unit pairs whose traced runs explain enough of either clause."""
    by_pair: defaultdict[tuple[int, int], list[Trace]] = defaultdict(list)
    for trace in traces:
        by_pair[trace.old, trace.new].append(trace)
    kept: list[Trace] = []
    for (a, b), members in sorted(by_pair.items()):
        share_old = _covered(t.old_span for t in members) / max(1, len(old_keys[a]))
        share_new = _covered(t.new_span for t in members) / max(1, len(new_keys[b]))
        if max(share_old, share_new) >= WEIGHTS.splits.share:
            kept += members
    return tuple(kept)


def _covered(spans: Iterable[tuple[int, int]]) -> int:
    signs: set[int] = set()
    for start, end in spans:
        signs.update(range(start, end))
    return len(signs)
