"""The comparison itself: from two texts to the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from yange.compare.align import Link, heaviest_chain, primary_pairs
from yange.compare.atoms import defined_terms
from yange.compare.edges import make_edge
from yange.compare.grades import GradeRules, grade_of, highest
from yange.compare.headings import heading_pairs
from yange.compare.references import article_map, follow
from yange.compare.report import Band, Change, Comparison, Edge, Flags, Grade, Operation
from yange.compare.residue import Trace, trace_residue
from yange.compare.similarity import Similarity
from yange.compare.spans import explained
from yange.compare.units import Role, Unit, units_of
from yange.model import Provisions

__all__ = ["VERSION", "compare"]

VERSION = 1
"""The algorithm's version: results kept from another version are not to be used."""

_ROUNDS = 2
_REPLACED = 0.25
_FLOWING = frozenset({Role.BODY, Role.ANNEX})


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which units belong together: at most one link for each unit, and traces for splits and merges."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    links: tuple[Link, ...]
    traces: tuple[Trace, ...]
    moved: frozenset[tuple[int, int]]
    keys_old: Mapping[int, str]
    keys_new: Mapping[int, str]


def compare(old: Provisions, new: Provisions) -> Comparison:
    """Compare two texts clause by clause and word by word.

    Every unit of both sides stands in exactly one change; two equal texts give only ``unchanged``. Nothing depends on
    the clock, the locale or the machine.
    """
    alignment = align(units_of(old), units_of(new))
    return _report(alignment)


def align(old: Sequence[Unit], new: Sequence[Unit]) -> Alignment:
    """Return which units belong together."""
    body_old, body_new = _of(old, Role.BODY), _of(new, Role.BODY)
    keys_old = {unit.index: unit.key.text for unit in old}
    keys_new = {unit.index: unit.key.text for unit in new}
    links: tuple[Link, ...] = ()
    likeness = Similarity([*keys_old.values(), *keys_new.values()])
    for _ in range(_ROUNDS):
        links = _pairs(body_old, body_new, keys_old, keys_new, likeness)
        mapping = article_map(old, new, links)
        followed = {unit.index: follow(unit.key.text, mapping) for unit in old}
        if followed == keys_old:
            break
        keys_old = followed
        likeness = Similarity([*keys_old.values(), *keys_new.values()])
    links += _pairs(_of(old, Role.ANNEX), _of(new, Role.ANNEX), keys_old, keys_new, likeness)
    traces = trace_residue(old, new, keys_old, keys_new, links, likeness)
    moved = _moved(links, old)
    headings = heading_pairs(old, new, links, likeness)
    moved |= _moved(headings, old)
    every = tuple(sorted((*links, *headings)))
    return Alignment(tuple(old), tuple(new), every, traces, moved, keys_old, keys_new)


def _of(units: Sequence[Unit], role: Role) -> list[Unit]:
    return [unit for unit in units if unit.role is role]


def _pairs(
    old: Sequence[Unit],
    new: Sequence[Unit],
    keys_old: Mapping[int, str],
    keys_new: Mapping[int, str],
    likeness: Similarity,
) -> tuple[Link, ...]:
    first, second = [keys_old[unit.index] for unit in old], [keys_new[unit.index] for unit in new]
    return primary_pairs(old, new, first, second, likeness)


def _moved(links: Iterable[Link], old: Sequence[Unit]) -> frozenset[tuple[int, int]]:
    """Return the pairs off the heaviest run of pairs that keep their order: what moved, by the least text."""
    pairs = [(link.old, link.new, 1.0 + len(old[link.old].key) * link.likeness) for link in links]
    kept = {(a, b) for a, b, _ in heaviest_chain(pairs)}
    return frozenset((a, b) for a, b, _ in pairs if (a, b) not in kept)


def _components(alignment: Alignment) -> list[tuple[list[int], list[int], list[tuple[int, int]]]]:
    """Return the groups of units that hang together, in order of the new text, repealed units at their old place."""
    edges = sorted({(link.old, link.new) for link in alignment.links} | {(t.old, t.new) for t in alignment.traces})
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for unit in alignment.old:
        root(("old", unit.index))
    for unit in alignment.new:
        root(("new", unit.index))
    for a, b in edges:
        one, other = sorted((root(("old", a)), root(("new", b))))
        parent[other] = one
    members: defaultdict[tuple[str, int], tuple[list[int], list[int], list[tuple[int, int]]]] = defaultdict(
        lambda: ([], [], [])
    )
    for unit in alignment.old:
        members[root(("old", unit.index))][0].append(unit.index)
    for unit in alignment.new:
        members[root(("new", unit.index))][1].append(unit.index)
    for a, b in edges:
        members[root(("old", a))][2].append((a, b))
    return _in_order(list(members.values()), alignment)


def _in_order(
    groups: list[tuple[list[int], list[int], list[tuple[int, int]]]], alignment: Alignment
) -> list[tuple[list[int], list[int], list[tuple[int, int]]]]:
    """Order groups by their first new unit; a repealed unit stands after the new place of the unit before it."""
    place = {link.old: link.new for link in alignment.links if (link.old, link.new) not in alignment.moved}
    after = -1
    spot: dict[int, int] = {}
    for unit in alignment.old:
        after = place.get(unit.index, after)
        spot[unit.index] = after

    def rank(group: tuple[list[int], list[int], list[tuple[int, int]]]) -> tuple[int, int, int]:
        olds, news, _ = group
        return (news[0], 0, 0) if news else (spot[olds[0]], 1, olds[0])

    return sorted(groups, key=rank)


def _report(alignment: Alignment) -> Comparison:
    terms = defined_terms(*(unit.key.text for unit in (*alignment.old, *alignment.new)))
    rules = GradeRules(article_map(alignment.old, alignment.new, alignment.links))
    changes = tuple(_change(alignment, group, terms, rules) for group in _components(alignment))
    stats = {operation.value: sum(change.operation is operation for change in changes) for operation in Operation}
    stats |= {"old_units": len(alignment.old), "new_units": len(alignment.new)}
    return Comparison(changes, stats=stats)


def _change(
    alignment: Alignment,
    group: tuple[list[int], list[int], list[tuple[int, int]]],
    terms: tuple[str, ...],
    rules: GradeRules,
) -> Change:
    olds, news, pairs = group
    held_old, held_new = _held(alignment, olds, news, pairs)
    links = {(link.old, link.new): link for link in alignment.links}
    edges = tuple(
        make_edge(
            alignment.old[a], alignment.new[b], terms, rules, _band(alignment, links.get((a, b)), (a, b)),
            [(*run[:2], alignment.new[run[2]].label) for run in held_old.get(a, ()) if run[2] != b],
            [(*run[:2], alignment.old[run[2]].label) for run in held_new.get(b, ()) if run[2] != a],
        )
        for a, b in pairs
    )  # fmt: skip
    flags = _flags(alignment, pairs)
    operation = _operation(olds, news, edges, flags)
    return Change(
        operation,
        tuple(alignment.old[a].label for a in olds),
        tuple(alignment.new[b].label for b in news),
        tuple(alignment.old[a].path for a in olds),
        tuple(alignment.new[b].path for b in news),
        edges,
        flags,
        _grade(operation, edges),
        tuple(alignment.old[a].text for a in olds),
        tuple(alignment.new[b].text for b in news),
    )


_Runs = dict[int, list[tuple[int, int, int]]]


def _held(
    alignment: Alignment, olds: Sequence[int], news: Sequence[int], pairs: Sequence[tuple[int, int]]
) -> tuple[_Runs, _Runs]:
    """Return for each unit of a group which runs of its key which other unit holds; nothing for a plain pair."""
    if len(pairs) < 2:
        return {}, {}
    held_old: _Runs = defaultdict(list)
    held_new: _Runs = defaultdict(list)
    inside = set(pairs)
    traced = {(t.old, t.new) for t in alignment.traces}
    for trace in alignment.traces:
        if (trace.old, trace.new) in inside:
            held_old[trace.old].append((*trace.old_span, trace.new))
            held_new[trace.new].append((*trace.new_span, trace.old))
    for a, b in pairs:
        if (a, b) not in traced:
            for old_span, new_span in explained(alignment.old[a].key.text, alignment.new[b].key.text):
                _add_free(held_old[a], old_span, b)
                _add_free(held_new[b], new_span, a)
    return held_old, held_new


def _add_free(runs: list[tuple[int, int, int]], span: tuple[int, int], holder: int) -> None:
    """Add a run where no traced one lies already."""
    if all(span[1] <= start or span[0] >= end for start, end, _ in runs):
        runs.append((*span, holder))


def _band(alignment: Alignment, link: Link | None, pair: tuple[int, int]) -> Band:
    if link is not None:
        if link.likeness >= (0.6 if pair in alignment.moved else 0.5):
            return Band.SURE
        return Band.LIKELY if link.likeness >= 0.33 else Band.CHECK
    best = max(trace.likeness for trace in alignment.traces if (trace.old, trace.new) == pair)
    return Band.LIKELY if best >= 0.6 else Band.CHECK


def _flags(alignment: Alignment, pairs: Sequence[tuple[int, int]]) -> Flags:
    if not pairs:
        return Flags()
    home = {alignment.old[link.old].path: alignment.new[link.new].path for link in alignment.links}
    renumbered = moved = chapter = False
    for a, b in pairs:
        was, now = alignment.old[a], alignment.new[b]
        renumbered |= bool(was.number or now.number) and was.number != now.number
        moved |= (a, b) in alignment.moved
        chapter |= was.role in _FLOWING and home.get(was.within, "" if not was.within else None) != now.within
    return Flags(renumbered, moved, chapter)


def _operation(olds: Sequence[int], news: Sequence[int], edges: Sequence[Edge], flags: Flags) -> Operation:
    if not news:
        return Operation.REPEALED
    if not olds:
        return Operation.INSERTED
    if len(edges) > 1:
        if len(olds) > 1 and len(news) > 1:
            return Operation.REORGANISED
        return Operation.SPLIT if len(news) > 1 else Operation.MERGED
    edge = edges[0]
    if grade_of(edge.edits) not in {None, Grade.EDITORIAL}:
        return Operation.REPLACED if _kept(edge) < _REPLACED else Operation.AMENDED
    if flags.moved:
        return Operation.MOVED
    return Operation.RENUMBERED if flags.renumbered else Operation.UNCHANGED


def _kept(edge: Edge) -> float:
    """Return how much of the shorter text stayed: an old clause that only gained sentences was not replaced."""
    sizes = {op: sum(len(edit.text) for edit in edge.edits if edit.op == op) for op in ("equal", "delete", "insert")}
    return sizes["equal"] / max(1, sizes["equal"] + min(sizes["delete"], sizes["insert"]))


def _grade(operation: Operation, edges: Sequence[Edge]) -> Grade | None:
    if operation in {Operation.INSERTED, Operation.REPEALED}:
        return Grade.SUBSTANTIVE
    within = highest([grade_of(edge.edits) for edge in edges])
    if operation in {Operation.MOVED, Operation.RENUMBERED}:
        return highest([within, Grade.CONSEQUENTIAL])
    return within
