"""Where the clauses of a text come from, over all its versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yange.compare.engine import compare
from yange.compare.history import Compare
from yange.compare.report import Comparison, Edge, Grade
from yange.compare.units import Unit, units_of
from yange.model import Provisions

__all__ = ["ClauseLine", "lineage"]

_BEGINS = 24


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause of the last text: the version it first stood in and the one that last changed its substance.

    A clause whose wording changed only in style or typography, that was only renumbered or moved, or whose cited
    numbers only followed a renumbering, is not changed; nor is one that was split off or merged with its words as they
    were. ``first_label`` is what it was called in ``first``; ``begins`` is how its words begin, for a reader's eye.
    """

    label: str
    path: str
    first: str
    first_label: str
    changed: str
    begins: str

    def to_json(self) -> dict[str, str]:
        """Return the line as machine output (``blame --json``)."""
        return {
            "clause": self.label,
            "path": self.path,
            "changed_in": self.changed,
            "first_in": self.first,
            "first_as": self.first_label,
            "begins": self.begins,
        }


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a clause first stood, and for each of its characters where that was last changed in substance.

    Both are places in the sequence of versions. By characters, because a clause that was merged with a changed one and
    split off again was not changed.
    """

    first: int
    label: str
    changed: Sequence[int]


def lineage(versions: Sequence[tuple[str, Provisions]], compare: Compare = compare) -> tuple[ClauseLine, ...]:
    """Trace every unit of the last of ``versions`` (key and text, oldest first) through all of them.

    A clause that was split or merged has the earliest first version among the clauses it has words of. No versions
    give no lines.
    """
    if not versions:
        return ()
    traced = {unit.path: _Origin(0, unit.label, [0] * len(unit.text)) for unit in units_of(versions[0][1])}
    for at in range(1, len(versions)):
        traced = _step(traced, compare(versions[at - 1][1], versions[at][1]), at)
    keys = [key for key, _ in versions]
    return tuple(_line(unit, traced[unit.path], keys) for unit in units_of(versions[-1][1]))


def _step(traced: dict[str, _Origin], comparison: Comparison, at: int) -> dict[str, _Origin]:
    return {
        path: _origin(traced, [edge for edge in change.edges if edge.new_path == path], label, text, at)
        for change in comparison.changes
        for path, label, text in zip(change.new_paths, change.new, change.new_texts, strict=True)
    }


def _origin(traced: dict[str, _Origin], edges: Sequence[Edge], label: str, text: str, at: int) -> _Origin:
    if not edges:
        return _Origin(at, label, [at] * len(text))
    first = min((traced[edge.old_path] for edge in edges), key=lambda origin: origin.first)
    changed = [at] * len(text)
    held = [False] * len(text)
    for edge in edges:
        before = traced[edge.old_path]
        for place, value in enumerate(_followed(edge, before, at)):
            # of two clauses that hold the same words the one that changed last speaks
            if value is not None:
                changed[place] = max(changed[place], value) if held[place] else value
                held[place] = True
    return _Origin(first.first, first.label, changed)


def _followed(edge: Edge, before: _Origin, at: int) -> list[int | None]:
    """Return for each character of the new clause where it was last changed; ``None`` for what stands elsewhere."""
    out: list[int | None] = []
    here = 0
    gone: list[int] = []
    cut = False  # something of substance went out just before
    for edit in edge.edits:
        length = len(edit.text)
        substance = edit.grade is Grade.SUBSTANTIVE
        if edit.op == "delete":
            gone = list(before.changed[here : here + length])
            cut = substance
        elif edit.op == "equal":
            out += before.changed[here : here + length]
            if cut and length:
                out[-length] = at
            gone, cut = [], False
        elif edit.elsewhere:
            out += [None] * length
        else:
            out += [at if substance or cut else max(gone, default=before.first)] * length
            gone, cut = [], False
        here += length if edit.op != "insert" else 0
    if cut and out:
        out[-1] = at
    return out


def _line(unit: Unit, origin: _Origin, keys: Sequence[str]) -> ClauseLine:
    changed = max(origin.changed, default=origin.first)
    begins = unit.text.replace("\n", " ")[:_BEGINS]
    return ClauseLine(unit.label, unit.path, keys[origin.first], origin.label, keys[changed], begins)
