"""The alignment of two texts: which units match, and in what groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from yange.compare.answers import NO_ANSWERS, Answers
from yange.compare.match.gathered import gathered
from yange.compare.match.headings import heading_pairs
from yange.compare.match.pairs import Link, primary_pairs
from yange.compare.match.placeholders import placeholder_links
from yange.compare.match.relatedness import are_related, beyond_doubt
from yange.compare.match.renumbering import annex_maps, article_map, follow
from yange.compare.match.second_look import Evidence, Found
from yange.compare.match.series import annex_of
from yange.compare.match.similarity import Similarity
from yange.compare.match.splits import Trace, trace_residue
from yange.compare.text.chains import heaviest_chain
from yange.compare.text.units import Role, Unit
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["Alignment", "UnitGroup", "align", "first_look", "groups_of", "offers"]

_STANDS_APART = frozenset({Role.HEADING, Role.FRAME})


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which units match: at most one link for each unit, and traces for splits and merges."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    links: tuple[Link, ...]
    traces: tuple[Trace, ...]
    moved: frozenset[tuple[int, int]]
    keys_old: Mapping[int, str]
    keys_new: Mapping[int, str]
    likeness: Similarity
    told: frozenset[tuple[int, int]] = frozenset()
    related: bool = True
    doubtful: frozenset[tuple[int, int]] = frozenset()
    """Pairs that are more likely than not, but not asserted."""
    weighed: Mapping[tuple[int, int], float] = field(default_factory=dict)
    """How probable the asserted pairs are that were weighed as clauses in letters (0 to 1)."""
    limited: int = 0
    """How many pairs have so many sentences that only similar ones were compared."""


@dataclass(slots=True)
class UnitGroup:
    """Connected units of both sides, and the pairs that connect them; indices in order of the texts."""

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)


def align(old: Sequence[Unit], new: Sequence[Unit], law: Law, answers: Answers = NO_ANSWERS) -> Alignment:
    """Return which units match; the answers of a person come first."""
    found = _aligned(old, new, law, answers)
    placed = placeholder_links(old, new, found.links)
    return replace(found, links=tuple(sorted((*found.links, *placed)))) if placed else found


def _aligned(old: Sequence[Unit], new: Sequence[Unit], law: Law, answers: Answers) -> Alignment:
    first = first_look(old, new, law, answers)
    if not first.related:
        return first
    apart = answers.pairs(answers.apart, old, new)
    evidence = Evidence(old, new, first.keys_old, first.keys_new, first.links, law)
    if law and law[0].words.spaced:
        return _weighed(first, evidence, apart)
    known = {(link.old, link.new) for link in first.links} | {(trace.old, trace.new) for trace in first.traces} | apart
    judged = evidence.judged(known)
    found = evidence.found(judged)
    asserted = {(pair.old, pair.new) for pair in found}
    doubtful = {
        pair
        for pair, value in judged.items()
        if value >= WEIGHTS.second_look.likelier and pair not in asserted and evidence.worth_offering(*pair)
    }
    made = _with(first, found)
    more = gathered(old, new, made.keys_old, made.keys_new, made.links, made.traces, evidence.likeness, law)
    traces = (*made.traces, *(trace for trace in more if (trace.old, trace.new) not in apart))
    return replace(made, traces=traces, doubtful=frozenset(doubtful), limited=len(evidence.limited))


def _weighed(first: Alignment, evidence: Evidence, apart: frozenset[tuple[int, int]]) -> Alignment:
    """Return an alignment of texts in letters: of all pairs but the primary ones those that are probable enough."""
    traced = {(trace.old, trace.new) for trace in first.traces}
    known = {(link.old, link.new) for link in first.links} | apart
    weighed = evidence.weighed(known, traced)
    settled = _settled(first, weighed)
    if settled:
        pairs = {(link.old, link.new): weighed[link.old, link.new] for link in settled}
        weighed = (
            evidence.knowing((*first.links, *settled)).weighed(known | pairs.keys(), traced - pairs.keys()) | pairs
        )
    asserted = {pair: value for pair, value in weighed.items() if value >= WEIGHTS.letters.enough}
    kept = tuple(t for t in first.traces if (t.old, t.new) not in weighed or (t.old, t.new) in asserted)
    found = evidence.asserted({pair: value for pair, value in asserted.items() if pair not in traced})
    doubtful = {pair for pair, value in weighed.items() if WEIGHTS.letters.likelier <= value < WEIGHTS.letters.enough}
    return replace(
        _with(replace(first, traces=kept), found),
        doubtful=frozenset(doubtful),
        weighed=asserted,
        limited=len(evidence.limited),
    )


def _settled(first: Alignment, weighed: Mapping[tuple[int, int], float]) -> list[Link]:
    """Return the weighed pairs that are sure enough to explain the words of their clauses, one for each at most.

    What such a pair explains then counts for no other pair of its clauses.
    """
    paired = {link.old for link in first.links}, {link.new for link in first.links}
    free = [pair for pair in weighed if pair[0] not in paired[0] and pair[1] not in paired[1]]
    best = sorted((pair for pair in free if weighed[pair] >= WEIGHTS.letters.settled), key=lambda p: (-weighed[p], p))
    return [Link(a, b, first.likeness.dice(first.keys_old[a], first.keys_new[b])) for a, b in _once(best)]


def _with(first: Alignment, found: Iterable[Found]) -> Alignment:
    """Add what the second look found: a link where both units are free, otherwise traces of their own words."""
    links, traces = list(first.links), list(first.traces)
    taken_old, taken_new = {link.old for link in links}, {link.new for link in links}
    for pair in found:
        if pair.old in taken_old or pair.new in taken_new:
            traces += [Trace(pair.old, pair.new, *run, pair.likeness) for run in pair.runs]
        else:
            links.append(Link(pair.old, pair.new, pair.likeness))
            taken_old.add(pair.old)
            taken_new.add(pair.new)
    return replace(first, links=tuple(sorted(links)), traces=tuple(traces), moved=_moved(links, first.old))


def first_look(old: Sequence[Unit], new: Sequence[Unit], law: Law, answers: Answers = NO_ANSWERS) -> Alignment:
    """Return the pairs that similarity alone finds, and the rest of their words found in other clauses."""
    together, apart = answers.pairs(answers.together, old, new), answers.pairs(answers.apart, old, new)
    keys_old = {unit.index: unit.key.text for unit in old}
    keys_new = {unit.index: unit.key.text for unit in new}
    likeness = Similarity(keys_old.values(), keys_new.values())
    told = tuple(Link(a, b, 1.0) for a, b in _once(sorted(together)))
    links: tuple[Link, ...] = ()
    for _ in range(WEIGHTS.alignment.rounds):
        pools = _Pools(old, new, keys_old, keys_new, likeness, law, told, apart)
        links = (*told, *pools.pairs(Role.BODY))
        mapping = article_map(old, new, links, law)
        annexes = annex_maps(old, new, links, law)
        maps = {unit.index: annexes.get(annex_of(unit, law), mapping) for unit in old}
        followed = {unit.index: follow(unit.key.text, maps[unit.index], law) for unit in old}
        if followed == keys_old:
            break
        keys_old = followed
        likeness = Similarity(keys_old.values(), keys_new.values())
    links += _Pools(old, new, keys_old, keys_new, likeness, law, told, apart).pairs(Role.ANNEX)
    links += tuple(
        link
        for link in _named_annexes(old, new, keys_old, keys_new, links, likeness)
        if (link.old, link.new) not in apart
    )
    traces: tuple[Trace, ...] = ()
    related = are_related(old, new, keys_old, links, law)
    if related:
        traces = trace_residue(old, new, keys_old, keys_new, links, likeness, law)
    else:
        links = (*told, *(link for link in beyond_doubt(keys_old, keys_new, links, law) if link not in told))
    traces = tuple(trace for trace in traces if (trace.old, trace.new) not in apart)
    headings = heading_pairs(old, new, links, likeness)
    every = tuple(sorted((*links, *headings)))
    return Alignment(
        tuple(old),
        tuple(new),
        every,
        traces,
        _moved(every, old),
        keys_old,
        keys_new,
        likeness,
        together,
        related,
    )


def _named_annexes(
    old: Sequence[Unit], new: Sequence[Unit], keys_old: Mapping[int, str], keys_new: Mapping[int, str],
    links: Iterable[Link], likeness: Similarity,
) -> Iterator[Link]:  # fmt: skip
    """Yield the pairs of annexes, or of their items, of one number that are left over: they were written anew.

    They are pairs only if they share words that hardly any other unit has.
    """
    known = tuple(links)
    sides = []
    for units, taken in ((old, {link.old for link in known}), (new, {link.new for link in known})):
        free = [unit for unit in units if unit.role is Role.ANNEX and unit.index not in taken]
        counts = Counter(unit.label for unit in free)
        sides.append({unit.label: unit.index for unit in free if counts[unit.label] == 1})
    for label, a in sides[0].items():
        b = sides[1].get(label, -1)
        if b >= 0 and likeness.distinct(keys_old[a], keys_new[b]) >= WEIGHTS.pairs.own:
            yield Link(a, b, likeness.dice(keys_old[a], keys_new[b]))


def _once(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs of which neither side occurred before: a primary pair is one to one."""
    kept: list[tuple[int, int]] = []
    for a, b in pairs:
        if all(a != c and b != d for c, d in kept):
            kept.append((a, b))
    return kept


@dataclass(frozen=True, slots=True)
class _Pools:
    """The units that are still free to be paired."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    keys_old: Mapping[int, str]
    keys_new: Mapping[int, str]
    likeness: Similarity
    law: Law
    told: tuple[Link, ...]
    apart: frozenset[tuple[int, int]]

    def pairs(self, role: Role) -> tuple[Link, ...]:
        """Return the primary pairs among the free units of one role."""
        taken_old, taken_new = {link.old for link in self.told}, {link.new for link in self.told}
        olds = [unit for unit in self.old if unit.role is role and unit.index not in taken_old]
        news = [unit for unit in self.new if unit.role is role and unit.index not in taken_new]
        first, second = [self.keys_old[unit.index] for unit in olds], [self.keys_new[unit.index] for unit in news]
        return primary_pairs(olds, news, first, second, self.likeness, self.law, self.apart)


def _moved(links: Iterable[Link], old: Sequence[Unit]) -> frozenset[tuple[int, int]]:
    """Return the pairs outside the heaviest chain of pairs in order: so as little text as possible moved.

    Headings are compared with headings and all other units with each other: a clause does not move with its chapter.
    """
    moved: set[tuple[int, int]] = set()
    every = list(links)
    for chapters in (False, True):
        part = [link for link in every if (old[link.old].role in _STANDS_APART) is chapters]
        pairs = [(link.old, link.new, 1.0 + len(old[link.old].key) * link.likeness) for link in part]
        kept = {(a, b) for a, b, _ in heaviest_chain(pairs)}
        moved |= {(a, b) for a, b, _ in pairs} - kept
    return frozenset(moved)


def groups_of(alignment: Alignment) -> list[UnitGroup]:
    """Return the groups, in order of the new text; a repealed unit is at its old place.

    Every unit of both sides is in exactly one group.
    """
    edges = sorted({(link.old, link.new) for link in alignment.links} | {(t.old, t.new) for t in alignment.traces})
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        one, other = sorted((root(("old", a)), root(("new", b))))
        parent[other] = one
    groups: defaultdict[tuple[str, int], UnitGroup] = defaultdict(UnitGroup)
    for unit in alignment.old:
        groups[root(("old", unit.index))].old.append(unit.index)
    for unit in alignment.new:
        groups[root(("new", unit.index))].new.append(unit.index)
    for a, b in edges:
        groups[root(("old", a))].pairs.append((a, b))
    return _in_order(list(groups.values()), alignment)


def offers(alignment: Alignment) -> list[tuple[int, int]]:
    """Return pairs that are suggested to a person and not asserted.

    They are the pairs more likely than not of which at least one unit is unmatched, and unmatched units that are alone
    between the same anchors: at most ``WEIGHTS.alignment.offered_widest`` on either side, the most similar of them.
    """
    widest = WEIGHTS.alignment.offered_widest
    matched_old = {link.old for link in alignment.links} | {trace.old for trace in alignment.traces}
    matched_new = {link.new for link in alignment.links} | {trace.new for trace in alignment.traces}
    anchors = [link for link in alignment.links if (link.old, link.new) not in alignment.moved]
    borders = [(-1, -1), *((link.old, link.new) for link in anchors), (len(alignment.old), len(alignment.new))]
    offered: list[tuple[int, int]] = []
    for (a, b), (c, d) in pairwise(borders):
        olds = [at for at in range(a + 1, c) if at not in matched_old and alignment.old[at].role is Role.BODY]
        news = [at for at in range(b + 1, d) if at not in matched_new and alignment.new[at].role is Role.BODY]
        if 0 < len(olds) <= widest and 0 < len(news) <= widest:
            offered += _most_alike(alignment, olds, news)
    free = {(a, b) for a, b in alignment.doubtful if a not in matched_old or b not in matched_new}
    return sorted(free.union(offered))


def _most_alike(alignment: Alignment, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    scored = [
        (alignment.likeness.dice(alignment.keys_old[a], alignment.keys_new[b]), -a, -b) for a in olds for b in news
    ]
    return sorted(_once((-a, -b) for value, a, b in sorted(scored, reverse=True) if value >= WEIGHTS.alignment.offered))


def _in_order(groups: list[UnitGroup], alignment: Alignment) -> list[UnitGroup]:
    """Order groups by their first new unit; a repealed unit comes after the new place of the unit before it."""
    place = {link.old: link.new for link in alignment.links if (link.old, link.new) not in alignment.moved}
    after = -1
    spot: dict[int, int] = {}
    for unit in alignment.old:
        after = place.get(unit.index, after)
        spot[unit.index] = after

    def rank(group: UnitGroup) -> tuple[int, int, int]:
        return (group.new[0], 0, 0) if group.new else (spot[group.old[0]], 1, group.old[0])

    return sorted(groups, key=rank)
