"""Where the clauses of a text come from, over all its versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from yange.compare.compare import WHOLE
from yange.compare.history.clause_history import Compare
from yange.compare.result import Comparison, Edge, Grade
from yange.compare.text.units import Unit, units_of
from yange.model import Provisions

__all__ = ["ClauseLine", "first_and_last", "last_changes", "lineage"]

_BEGINS = 24


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause of the last text: the version that first contained it and the one that last changed its substance.

    A clause whose wording changed only in style or typography, that was only renumbered or moved, or whose cited
    numbers only followed a renumbering, is not changed; nor is one that was split off or merged with its words as they
    were. ``first_label`` is what it was called in ``first``; ``begins`` is the beginning of its words, for readers.
    """

    label: str
    path: str
    first: str
    first_label: str
    changed: str
    begins: str


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a character was last changed in substance, and the clause it came from: places in the sequence of versions.

    Kept for every character, because a clause that was merged with a changed one and split off again was not changed,
    and comes from its clause before the merger.
    """

    changed: int
    first: int
    label: str


_Origins = Sequence[_Origin]


def lineage(versions: Sequence[tuple[str, Provisions]], compare: Compare = WHOLE) -> tuple[ClauseLine, ...]:
    """Trace every unit of the last of ``versions`` (key and text, oldest first) through all of them.

    A clause that was split or merged has the earliest first version of the clauses whose words it contains. Without
    versions there are no lines.
    """
    if not versions:
        return ()
    units = [units_of(versions[0][1]), units_of(versions[-1][1])]
    steps = (compare(old, new) for (_, old), (_, new) in pairwise(versions))
    *_, last = _traced(units[0], steps)
    keys = [key for key, _ in versions]
    return tuple(_line(unit, last[unit.path], keys) for unit in units[1])


def last_changes(keys: Sequence[str], first: Sequence[Unit], steps: Iterable[Comparison]) -> list[dict[str, str]]:
    """Return for each of several texts which of them, by its key, last changed each clause in substance.

    The arguments are those of :func:`first_and_last`.
    """
    return [{path: last for path, (_, last) in text.items()} for text in first_and_last(keys, first, steps)]


def first_and_last(
    keys: Sequence[str], first: Sequence[Unit], steps: Iterable[Comparison]
) -> list[dict[str, tuple[str, str]]]:
    """Return for each of several texts, by path of a clause, which of them first had it and which last changed it.

    ``first`` are the units of the first text, ``steps`` the comparisons of neighbours: what :func:`lineage`
    returns for every text, in one pass. The texts are named by their keys; changes are those in substance.
    """
    found: dict[int, tuple[str, str]] = {}
    walked = list(_traced(first, steps))  # kept to the end: an unchanged clause has one list in all texts
    for origins in chain.from_iterable(traced.values() for traced in walked):
        if id(origins) not in found:
            begun, changed = min(one.first for one in origins), max(one.changed for one in origins)
            found[id(origins)] = (keys[begun], keys[changed])
    return [{path: found[id(origins)] for path, origins in traced.items()} for traced in walked]


def _traced(first: Sequence[Unit], steps: Iterable[Comparison]) -> Iterator[dict[str, _Origins]]:
    """Yield for each text, from the first on, where the characters of each clause come from."""
    traced = {unit.path: _new(0, unit.label, unit.text) for unit in first}
    yield traced
    for at, comparison in enumerate(steps, 1):
        traced = _step(traced, comparison, at)
        yield traced


def _new(at: int, label: str, text: str) -> _Origins:
    return [_Origin(at, at, label)] * max(1, len(text))


def _step(traced: dict[str, _Origins], comparison: Comparison, at: int) -> dict[str, _Origins]:
    return {
        path: _origins(traced, [edge for edge in change.edges if edge.new_path == path], label, text, at)
        for change in comparison.changes
        for path, label, text in zip(change.new_paths, change.new, change.new_texts, strict=True)
    }


def _origins(traced: dict[str, _Origins], edges: Sequence[Edge], label: str, text: str, at: int) -> _Origins:
    if len(edges) == 1 and len(edges[0].edits) == 1 and edges[0].edits[0].op == "equal":
        return traced[edges[0].old_path]
    found = list(_new(at, label, text))
    held = [False] * len(found)
    for edge in edges:
        for place, origin in enumerate(_followed(edge, traced[edge.old_path], at)):
            # of two clauses that contain the same words the one that changed last counts
            if origin is not None and not (held[place] and found[place].changed >= origin.changed):
                found[place], held[place] = origin, True
    return found


def _followed(edge: Edge, before: _Origins, at: int) -> list[_Origin | None]:
    """Return the origin of each character of the new clause; ``None`` for what another clause contains."""
    out: list[_Origin | None] = []
    here = 0
    gone: _Origins = ()
    cut = False  # something of substance was deleted just before
    for edit in edge.edits:
        length = len(edit.text)
        substance = edit.grade is Grade.SUBSTANTIVE
        if edit.op == "delete":
            gone, cut = before[here : here + length], substance
        elif edit.op == "equal":
            out += before[here : here + length]
            if cut:
                out[-length] = replace(before[here], changed=at)
            gone, cut = (), False
        elif edit.elsewhere:
            out += [None] * length
        else:
            model = max(gone, key=lambda origin: origin.changed) if gone else before[max(0, here - 1)]
            out += [replace(model, changed=at) if substance or cut else model] * length
            gone, cut = (), False
        here += length if edit.op != "insert" else 0
    if cut and out and out[-1]:
        out[-1] = replace(out[-1], changed=at)
    return out


def _line(unit: Unit, origins: _Origins, keys: Sequence[str]) -> ClauseLine:
    first = min(origins, key=lambda origin: origin.first)
    changed = max(origin.changed for origin in origins)
    begins = unit.text.replace("\n", " ")[:_BEGINS]
    return ClauseLine(unit.label, unit.path, keys[first.first], first.label, keys[changed], begins)
