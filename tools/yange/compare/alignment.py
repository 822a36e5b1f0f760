"""The alignment of two texts: which units belong together, and in what groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from yange.compare.align import Link, heaviest_chain, primary_pairs
from yange.compare.headings import heading_pairs
from yange.compare.references import article_map, follow
from yange.compare.residue import Trace, trace_residue
from yange.compare.similarity import Similarity
from yange.compare.units import Role, Unit

__all__ = ["Alignment", "Group", "align", "groups_of"]

_ROUNDS = 2


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


@dataclass(slots=True)
class Group:
    """Units of both sides that hang together, and the pairs that join them; indices in order of the texts."""

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)


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


def groups_of(alignment: Alignment) -> list[Group]:
    """Return the groups, in order of the new text; a repealed unit stands at its old place.

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
    groups: defaultdict[tuple[str, int], Group] = defaultdict(Group)
    for unit in alignment.old:
        groups[root(("old", unit.index))].old.append(unit.index)
    for unit in alignment.new:
        groups[root(("new", unit.index))].new.append(unit.index)
    for a, b in edges:
        groups[root(("old", a))].pairs.append((a, b))
    return _in_order(list(groups.values()), alignment)


def _in_order(groups: list[Group], alignment: Alignment) -> list[Group]:
    """Order groups by their first new unit; a repealed unit stands after the new place of the unit before it."""
    place = {link.old: link.new for link in alignment.links if (link.old, link.new) not in alignment.moved}
    after = -1
    spot: dict[int, int] = {}
    for unit in alignment.old:
        after = place.get(unit.index, after)
        spot[unit.index] = after

    def rank(group: Group) -> tuple[int, int, int]:
        return (group.new[0], 0, 0) if group.new else (spot[group.old[0]], 1, group.old[0])

    return sorted(groups, key=rank)
