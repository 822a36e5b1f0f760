"""The rows of a report: which clauses are side by side, which words changed, and which clauses are folded.

Every printer uses these rows, so that all show the same changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from yange.compare.result import Change, Comparison, Edge, Edit, Grade, Operation, ValueChange
from yange.compare.text.atoms import AtomKind

__all__ = [
    "ChangeRow",
    "Fold",
    "MarkedSpan",
    "Passage",
    "ValueRow",
    "WordMark",
    "in_other_script",
    "noise",
    "noise_of",
    "passages",
    "rows",
    "set_apart",
    "stats",
    "values_of",
]

_FOLDED = frozenset({Operation.UNCHANGED, Operation.RENUMBERED})
_UNPRINTED = frozenset({"title", "caption", "cover", "preamble", "closing"})


class WordMark(StrEnum):
    """What happened to some words."""

    KEPT = "kept"
    GONE = "gone"
    COME = "come"


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """Some words of one side, as printed, and what happened to them."""

    text: str
    mark: WordMark


@dataclass(frozen=True, slots=True)
class Passage:
    """One clause on one side. ``printed`` says whether its label is in the text (第三条) or only a name (序言).

    Words that any clause of the other side contains are kept: a sentence that moved to the next article in a split was
    not deleted.
    """

    label: str
    path: str
    printed: bool
    spans: tuple[MarkedSpan, ...]

    @property
    def text(self) -> str:
        """The words, without marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: its clauses on both sides, and how many differences of typography in it are not marked."""

    change: Change
    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    noise: int
    heading: bool
    woven: tuple[MarkedSpan, ...] = ()
    """Deletions and insertions in one text, where one clause became one clause."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighbouring clauses in which no word changed (or only their numbers did)."""

    operation: Operation
    rows: tuple[ChangeRow, ...]

    @property
    def in_other_script(self) -> bool:
        """Whether all clauses here differ only in script."""
        return all(row.change.grade is Grade.SCRIPT for row in self.rows if not row.heading)

    @property
    def noise(self) -> int:
        """How many differences of typography in them are not marked."""
        return sum(row.noise for row in self.rows)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One row of the table of changed values, with its clauses on both sides, and its cell in a table."""

    kind: str
    old: str
    new: str
    at_old: tuple[str, ...]
    at_new: tuple[str, ...]
    cell: str = ""


def rows(comparison: Comparison, *, editorial: bool = False) -> Iterator[ChangeRow | Fold]:
    """Yield the rows of a comparison in its order.

    Args:
        comparison: what is printed.
        editorial: mark differences of typography too, and fold no clause that has one.

    """
    headings = _headings(comparison)
    made = [_row(change, headings, editorial) for change in comparison.changes]

    def kind(row: ChangeRow) -> Operation | None:
        foldable = row.change.operation in _FOLDED and not (editorial and noise_of(row.change))
        return row.change.operation if foldable else None

    for operation, group in groupby(made, key=kind):
        if operation is None:
            yield from group
        else:
            yield from _folded(operation, list(group))


def _folded(operation: Operation, group: list[ChangeRow]) -> Iterator[ChangeRow | Fold]:
    """Yield the fold, then the headings at its end, because they belong to the following clauses."""
    end = len(group)
    while end and group[end - 1].heading:
        end -= 1
    if any(not row.heading for row in group[:end]):
        yield Fold(operation, tuple(group[:end]))
    yield from group[end:]


def _headings(comparison: Comparison) -> frozenset[str]:
    """Return the paths that have other clauses of the comparison below them."""
    paths = [path for change in comparison.changes for path in (*change.old_paths, *change.new_paths)]
    return frozenset(path[:at] for path in paths for at in _joints(path))


def _joints(path: str) -> Iterator[int]:
    at = path.find("__")
    while at >= 0:
        yield at
        at = path.find("__", at + 2)


def passages(change: Change, *, editorial: bool = False) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Return the clauses of both sides of a change, each with its words, and what the other side lacks marked."""
    old = tuple(
        _passage(label, path, text, [edge for edge in change.edges if edge.old_path == path], "delete", editorial)
        for label, path, text in zip(change.old, change.old_paths, change.old_texts, strict=True)
    )
    new = tuple(
        _passage(label, path, text, [edge for edge in change.edges if edge.new_path == path], "insert", editorial)
        for label, path, text in zip(change.new, change.new_paths, change.new_texts, strict=True)
    )
    return old, new


def _row(change: Change, headings: frozenset[str], editorial: bool) -> ChangeRow:
    old, new = passages(change, editorial=editorial)
    paths = change.new_paths or change.old_paths
    woven = _woven(change.edges[0], editorial) if len(change.edges) == len(old) == len(new) == 1 else ()
    heading = all(path in headings for path in paths)
    return ChangeRow(change, old, new, 0 if editorial else noise_of(change), heading, tuple(woven))


def _woven(edge: Edge, editorial: bool) -> Iterator[MarkedSpan]:
    for edit in edge.edits:
        if edit.op == "equal" or (edit.grade is not None and edit.grade.is_printing and not editorial):
            if edit.op != "delete":  # the same words printed in two ways: take the new one
                yield MarkedSpan(edit.text, WordMark.KEPT)
        else:
            yield MarkedSpan(edit.text, WordMark.GONE if edit.op == "delete" else WordMark.COME)


def _passage(label: str, path: str, text: str, edges: Sequence[Edge], op: str, editorial: bool) -> Passage:
    kept = bytearray(len(text))
    for edge in edges:
        at = 0
        for edit in edge.edits:
            if edit.op in {"equal", op}:
                # words that moved are kept by the edge to the other clause, or were changed there
                if edit.op == "equal" or (edit.grade is not None and edit.grade.is_printing and not editorial):
                    kept[at : at + len(edit.text)] = b"\1" * len(edit.text)
                at += len(edit.text)
    changed = WordMark.GONE if op == "delete" else WordMark.COME
    spans = (
        MarkedSpan("".join(sign for sign, _ in run), WordMark.KEPT if same else changed)
        for same, run in groupby(zip(text, kept, strict=True), key=lambda pair: bool(pair[1]) or pair[0] == "\n")
    )
    printed = path.split("__")[0].split("_")[0].split(".")[0] not in _UNPRINTED
    # an unnumbered heading is named by its own words
    return Passage("" if label and text.startswith(label) else label, path, printed, tuple(spans))


def noise_of(change: Change) -> int:
    """Count the differences of typography in a change: a deletion and the insertion in its place are one."""
    return sum(_noise(edge.edits) for edge in change.edges)


def _noise(edits: Iterable[Edit]) -> int:
    runs = groupby(edits, key=lambda edit: edit.op != "equal" and edit.grade is Grade.EDITORIAL)
    return sum(editorial for editorial, _ in runs)


def in_other_script(comparison: Comparison) -> int:
    """Count the clauses that differ only in script (simplified or traditional characters)."""
    return sum(change.grade is Grade.SCRIPT for change in comparison.changes)


def noise(comparison: Comparison) -> int:
    """Count the differences of typography in a comparison."""
    return sum(noise_of(change) for change in comparison.changes)


def stats(comparison: Comparison) -> tuple[tuple[Operation, int], ...]:
    """Count the changes by operation, in the order of the operations; leave out operations that did not occur.

    Every output that prints counts prints these. Changes of cover notices and captions are in none of them.
    """
    counts = Counter(change.operation for change in comparison.changes if not change.is_apart)
    return tuple((operation, counts[operation]) for operation in Operation if counts[operation])


def set_apart(comparison: Comparison) -> int:
    """Count the changes of cover notices and captions, which are in no other count."""
    differ = (change.operation is not Operation.UNCHANGED or change.grade for change in comparison.changes)
    return sum(bool(one) and change.is_apart for one, change in zip(differ, comparison.changes, strict=True))


def values_of(comparison: Comparison) -> tuple[ValueRow, ...]:
    """Return the table of changed values, in order; a body that was renamed in several clauses has one row."""
    found: dict[tuple[str, ...], list[ValueChange]] = {}
    for at, value in enumerate(comparison.values):
        renamed = value.kind == AtomKind.BODY and value.old and value.new
        found.setdefault((value.kind, value.old, value.new) if renamed else (str(at),), []).append(value)
    return tuple(
        ValueRow(
            values[0].kind,
            values[0].old,
            values[0].new,
            tuple(dict.fromkeys(value.at_old for value in values)),
            tuple(dict.fromkeys(value.at_new for value in values)),
            values[0].cell,
        )
        for values in found.values()
    )
