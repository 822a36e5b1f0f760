"""The changes of a comparison as its page shows them: all that is no word of the page's own language.

It is made once for the pages of all languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from yange.compare.result import Band, Change, CitationChange, CitationFate, Comparison, Edge, Grade, Operation
from yange.publish.facts.clause_names import Called
from yange.publish.parts.marked_words import names_others, new_side, pieces
from yange.publish.parts.stacked import Stack, stacked
from yange.reports.rows import ValueRow, stats, values_of

__all__ = ["Run", "Shown", "ShownChange", "ShownEdge", "changed", "counts", "shown_comparison"]

Names = tuple[Mapping[str, Called], Mapping[str, Called]]
"""What the clauses of the older and of the newer text are called, by path."""

_GRADES = (Grade.SUBSTANTIVE, Grade.CONSEQUENTIAL, Grade.RELOCATED, Grade.STYLE, Grade.SCRIPT, Grade.EDITORIAL)
_ELSEWHERE = {Operation.MOVED, Operation.SPLIT, Operation.MERGED, Operation.REORGANISED}
_TOLD = {CitationFate.STALE, CitationFate.DANGLING, CitationFate.RETARGETED}


@dataclass(frozen=True, slots=True)
class ShownEdge:
    """An edge with its words: ``same`` where nothing differs, else as HTML ``both`` sides and the ``new`` one.

    ``both`` and ``new`` are ``None`` where they name other clauses in words of the page's language.
    """

    edge: Edge
    same: str | None
    both: Markup | None
    new: Markup | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change: its operation and grade (empty where it has none, ``told`` where a flag says it), what else happened.

    ``anchor`` is its address on the page, ``others`` those of its further clauses, ``home`` the division it is in now.
    ``homes`` are its former and its present division, where it went from one into another; ``band`` is what its one
    edge leaves open; ``stack`` has the clauses of a split or a merger.
    """

    change: Change
    operation: str
    grade: str
    told: bool
    flags: tuple[str, ...]
    homes: tuple[str, str] | None
    band: str
    edges: tuple[ShownEdge, ...]
    anchor: str
    others: tuple[str, ...]
    home: str
    stack: Stack | None


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring changes; ``folded`` if not even a comma changed, else ``rows`` show them."""

    folded: bool
    changes: Sequence[Change]
    rows: Sequence[ShownChange] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison as its page shows it. ``renumbered`` are the changes of the map of new numbers.

    ``apart`` are the changes of cover notices and captions, which are in no count.
    """

    runs: Sequence[Run]
    values: Sequence[ValueRow]
    stats: Sequence[tuple[str, int]]
    grades: Sequence[tuple[str, int]]
    renumbered: Sequence[Change]
    citations: Sequence[CitationChange]
    same: bool
    apart: Sequence[ShownChange]


def shown_comparison(comparison: Comparison, names: Names) -> Shown:
    """Return a comparison as its page shows it."""
    beside = [change for change in comparison.changes if change.is_apart]
    comparison = replace(comparison, changes=tuple(change for change in comparison.changes if not change.is_apart))
    return Shown(
        runs=list(_runs(comparison, names)),
        values=_values(comparison, beside),
        stats=counts(comparison),
        grades=_grades(comparison),
        renumbered=[change for change in comparison.changes if _has_new_place(change)],
        citations=[citation for citation in comparison.citations if citation.fate in _TOLD],
        same=not any(map(changed, comparison.changes)),
        apart=[_change(change, names) for change in beside if _is_shown(change)],
    )


def changed(change: Change) -> bool:
    """Return whether a change is one for a reader: neither untouched nor different in typography alone."""
    return change.operation is not Operation.UNCHANGED


def counts(comparison: Comparison) -> list[tuple[str, int]]:
    """Count the changes by operation, in the order of the operations, without cover notices and captions."""
    return [(operation.value, count) for operation, count in stats(comparison)]


def _is_shown(change: Change) -> bool:
    return changed(change) or change.grade is not None


def _runs(comparison: Comparison, names: Names) -> Iterator[Run]:
    for shown, group in groupby(comparison.changes, key=_is_shown):
        changes = tuple(group)
        yield Run(not shown, changes, [_change(change, names) for change in changes] if shown else ())


def _change(change: Change, names: Names) -> ShownChange:
    operation = change.operation
    only = change.edges[0].band if len(change.edges) == 1 else Band.SURE
    return ShownChange(
        change=change,
        operation=operation.value,
        grade=change.grade.value if change.grade is not None else "",
        told=change.grade is not None and operation is not Operation.RENUMBERED,
        flags=tuple(_flags(change)),
        homes=_homes(change, names),
        band=only.value if only is not Band.SURE else "",
        edges=tuple(map(_edge, change.edges)),
        anchor=change.new_paths[0] if change.new_paths else f"old.{change.old_paths[0]}",
        others=change.new_paths[1:],
        home=_home(change.new_paths[0], names[1]) if change.new_paths else _home(change.old_paths[0], names[0]),
        stack=stacked(change),
    )


def _edge(edge: Edge) -> ShownEdge:
    doubtful = edge.band is not Band.SURE
    if len(edge.edits) == 1 and edge.edits[0].op == "equal":
        return ShownEdge(edge, edge.edits[0].text, None, None, doubtful)
    if names_others(edge):
        return ShownEdge(edge, None, None, None, doubtful)
    return ShownEdge(edge, None, pieces(edge), new_side(edge), doubtful)


def _flags(change: Change) -> Iterator[str]:
    """Yield what else happened to a clause, where the operation does not say it already."""
    if change.flags.renumbered and change.operation is not Operation.RENUMBERED:
        yield "renumbered"
    if change.flags.moved and change.operation is not Operation.MOVED:
        yield "moved"
    if change.flags.label_lost:
        yield "label_lost"


def _homes(change: Change, names: Names) -> tuple[str, str] | None:
    """Return the former and the present division of a clause that went from one into another."""
    if not change.flags.chapter_changed or not change.old_paths or not change.new_paths:
        return None
    old, new = _home(change.old_paths[0], names[0]), _home(change.new_paths[0], names[1])
    return (old, new) if old and new and old != new else None


def _home(path: str, names: Mapping[str, Called]) -> str:
    above = path.rpartition("__")[0]
    return names[above].own if above in names else ""


def _grades(comparison: Comparison) -> list[tuple[str, int]]:
    """Count what is shown by grade, the gravest first."""
    found = Counter(change.grade or Grade.EDITORIAL for change in comparison.changes if _is_shown(change))
    return [(grade.value, found[grade]) for grade in _GRADES if found[grade]]


def _values(comparison: Comparison, beside: Sequence[Change]) -> list[ValueRow]:
    """Return the table of changed values, without those shown once as a term replaced throughout.

    Values in nothing but a cover notice or a caption (``beside``) are left out too.
    """
    terms = {(term.old, term.new) for term in comparison.terms}
    places = {label for change in beside for label in (*change.old, *change.new)} | {""}
    found = (value for value in values_of(comparison) if (value.old, value.new) not in terms)
    return [value for value in found if not places.issuperset((*value.at_old, *value.at_new))]


def _has_new_place(change: Change) -> bool:
    return bool(change.old and change.new) and (change.flags.renumbered or change.operation in _ELSEWHERE)
