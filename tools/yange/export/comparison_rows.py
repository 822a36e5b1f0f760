"""The tables of comparisons: the pairs that have a page, their changes and their changed values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yange.coding import encoded
from yange.export.columns import Column, ColumnType, Row, Table, TableLink
from yange.export.exported_policy import ExportedPolicy

__all__ = ["CHANGED_VALUES", "CHANGES", "COMPARISONS"]


def _comparisons(part: ExportedPolicy) -> Iterator[Row]:
    for name, old, new in part.pairs:
        yield (name, old.policy, old.key, new.policy, new.key)


def _changes(part: ExportedPolicy) -> Iterator[Row]:
    for name, comparison in part.comparisons:
        for nth, one in enumerate(comparison.changes, 1):
            flags = (one.flags.renumbered, one.flags.moved, one.flags.chapter_changed)
            yield (
                *(name, nth, one.operation.value, one.grade.value if one.grade else None),
                *(one.old, one.new, one.old_paths, one.new_paths, *flags),
                *(_words(one.old_texts), _words(one.new_texts)),
                *(encoded(one.edges).decode() if one.edges else None,),
            )


def _words(texts: Sequence[str]) -> str | None:
    return "\n".join(texts) if texts else None


def _values(part: ExportedPolicy) -> Iterator[Row]:
    for name, comparison in part.comparisons:
        for nth, one in enumerate(comparison.values, 1):
            cells = (one.kind, one.old, one.new, one.at_old, one.at_new, one.cell)
            yield (name, nth, *(cell or None for cell in cells))


_I, _B, _A = ColumnType.INTEGER, ColumnType.BOOLEAN, ColumnType.ARRAY
_OF_COMPARISON = TableLink(("comparison",), "comparisons", ("id",))
_KEY = (
    Column("comparison", "Id of the comparison", required=True),
    Column("nth", "Place in the comparison, from 1", _I, required=True),
)

COMPARISONS = Table(
    "comparisons",
    "Pairs of texts that were compared: those that have a page on the site.",
    (
        Column("id", "Address of its page below that of the site", required=True),
        Column("old_policy", "Policy of the older text", required=True),
        Column("old_version", "Its key", required=True),
        Column("new_policy", "Policy of the newer text", required=True),
        Column("new_version", "Its key", required=True),
    ),
    ("id",),
    _comparisons,
    (
        TableLink(("old_policy", "old_version"), "versions", ("policy", "version")),
        TableLink(("new_policy", "new_version"), "versions", ("policy", "version")),
    ),
    (("old_policy", "old_version"), ("new_policy", "new_version")),
)

CHANGES = Table(
    "changes",
    "What happened to each clause, or group of clauses, between two texts; unchanged ones included.",
    (
        *_KEY,
        Column(
            "operation", "amended, inserted, repealed, split, merged, moved, renumbered, unchanged …", required=True
        ),
        Column("grade", "substantive, consequential, relocated, style, script or editorial; empty: no word changed"),
        Column("old_labels", "Clauses of the older text", _A, required=True),
        Column("new_labels", "Clauses of the newer text", _A, required=True),
        Column("old_paths", "Their paths", _A, required=True),
        Column("new_paths", "Their paths", _A, required=True),
        Column("renumbered", "Whether the number changed", _B, required=True),
        Column("moved", "Whether the order changed", _B, required=True),
        Column("chapter_changed", "Whether it is in another chapter", _B, required=True),
        Column("old_words", "Words of the older text"),
        Column("new_words", "Words of the newer text"),
        Column("edges", "Pairs of clauses with their edits, as in compare --json", ColumnType.JSON),
    ),
    ("comparison", "nth"),
    _changes,
    (_OF_COMPARISON,),
    (("operation", "grade"),),
)

CHANGED_VALUES = Table(
    "changed_values",
    "Amounts, deadlines, percentages, days and bodies that changed between two texts.",
    (
        *_KEY,
        Column("kind", "amount, deadline, percentage, day, body …", required=True),
        Column("old", "Value in the older text; empty: new"),
        Column("new", "Value in the newer text; empty: gone"),
        Column("at_old", "Clause of the older text"),
        Column("at_new", "Clause of the newer text"),
        Column("cell", "Row and column, in a table"),
    ),
    ("comparison", "nth"),
    _values,
    (_OF_COMPARISON,),
    (("kind",),),
)
