"""What a table of an export is: its columns with their types and meanings, its key, and where its rows come from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yange.export.exported_policy import ExportedPolicy

__all__ = ["OF_TEXT", "TEXT_KEY", "Cell", "Column", "ColumnType", "Row", "Table", "TableLink", "plain_cell"]

Cell = str | int | bool | date | None | Sequence[str]
Row = Sequence[Cell]


class ColumnType(StrEnum):
    """The types of cells, by their names in Frictionless Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    ARRAY = "array"
    """Several strings: a JSON array where a format has no lists."""
    JSON = "json"
    """A JSON array of objects, as a string."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``about`` is one sentence for the documentation; ``required`` cells are never empty."""

    name: str
    about: str
    type: ColumnType = ColumnType.STRING
    required: bool = False


@dataclass(frozen=True, slots=True)
class TableLink:
    """A foreign key: these columns name a row of another table, or are empty."""

    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``rows`` yields those of one policy."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[ExportedPolicy], Iterator[Row]]
    links: tuple[TableLink, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()


TEXT_KEY = (
    Column("policy", "Id of the policy", required=True),
    Column("version", "Key of the text within its policy: v2020-03-01", required=True),
)
"""The columns that name a text."""
OF_TEXT = TableLink(("policy", "version"), "versions", ("policy", "version"))


def plain_cell(cell: Cell) -> str | int | None:
    """Return a cell for a format without days, truth values and lists: ``YYYY-MM-DD``, 0 or 1, a JSON array."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, int):
        return int(cell)
    return cell.isoformat() if isinstance(cell, date) else json.dumps(list(cell), ensure_ascii=False)
