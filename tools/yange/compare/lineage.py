"""Where the clauses of a text come from, over all its versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yange.compare.engine import compare
from yange.compare.report import Change, Comparison, Grade, Operation
from yange.model import Provisions
from yange.parse import full_text, own_text

__all__ = ["ClauseLine", "lineage"]

_LIGHT = {None, Grade.EDITORIAL, Grade.STYLE}
_IN_PLACE = {Operation.UNCHANGED, Operation.RENUMBERED, Operation.MOVED, Operation.AMENDED}


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause of the last text: the version it first stood in and the one that last changed its substance.

    A clause whose wording changed only in style or typography, or that was only renumbered or moved, is not changed.
    ``begins`` is the beginning of its words, for a reader's eye.
    """

    label: str
    path: str
    first: str
    changed: str
    begins: str


def lineage(versions: Sequence[tuple[str, Provisions]]) -> tuple[ClauseLine, ...]:
    """Trace every unit of the last of ``versions`` (key and text, oldest first) through all of them.

    A clause that was split or merged keeps the earliest first version among the clauses it has words of. No versions
    give no lines.
    """
    if not versions:
        return ()
    key, provisions = versions[0]
    traced = dict.fromkeys(_new_paths(compare(provisions, provisions)), (key, key))
    for key, following in versions[1:]:
        traced = _step(traced, compare(provisions, following), key)
        provisions = following
    return tuple(_line(provisions, path, *traced[path]) for path in _in_order(provisions, traced))


def _new_paths(comparison: Comparison) -> list[str]:
    return [path for change in comparison.changes for path in change.new_paths]


def _step(traced: dict[str, tuple[str, str]], comparison: Comparison, key: str) -> dict[str, tuple[str, str]]:
    return {path: _origin(traced, change, path, key) for change in comparison.changes for path in change.new_paths}


def _origin(traced: dict[str, tuple[str, str]], change: Change, path: str, key: str) -> tuple[str, str]:
    origins = [traced[edge.old_path] for edge in change.edges if edge.new_path == path and edge.old_path in traced]
    if not origins:
        return key, key
    first = min(first for first, _ in origins)
    kept = change.operation in _IN_PLACE and change.grade in _LIGHT
    return first, max(changed for _, changed in origins) if kept else key


def _in_order(provisions: Provisions, traced: dict[str, tuple[str, str]]) -> list[str]:
    return [clause.path for clause in provisions.walk() if clause.path in traced]


def _line(provisions: Provisions, path: str, first: str, changed: str) -> ClauseLine:
    clause = provisions.at(path)
    words = (own_text(provisions, clause) or full_text(provisions, clause)).replace("\n", " ") if clause else ""
    return ClauseLine(clause.label if clause else "", path, first, changed, words[:24])
