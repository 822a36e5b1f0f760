"""Rows: a sequence of results that prints as a table in terminals and notebooks and converts to pandas.

The rows are the values themselves; the columns only say what a table shows of each value.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from importlib import import_module
from typing import Any, Generic, TypeVar, overload

from yange.characters import printable, visible
from yange.problems import YangeError

__all__ = ["Rows", "escaped", "table_html"]

T = TypeVar("T")
Cell = str | int | float | bool | date | None

_SHOWN = 20
"""Most rows of a printed table; a longer one says how many more there are."""
_WIDEST = 72
"""Most terminal columns of one cell; the value itself is never cut."""


class Rows(Sequence[T], Generic[T]):
    """An immutable sequence of results, each a value with attributes of its own.

    ``rows[0]`` is a value, ``rows[1:3]`` are rows again; rows equal any sequence of the same values. ``print`` and a
    notebook show a table of at most twenty rows.
    """

    __slots__ = ("_columns", "_details", "_items")

    def __init__(
        self,
        items: Iterable[T],
        columns: Mapping[str, Callable[[T], object]],
        details: Mapping[str, Callable[[T], object]] | None = None,
    ) -> None:
        """Hold values, and for each column its name and the function that returns its cell.

        ``details`` are further columns, only for ``records`` and ``to_frame``.
        """
        self._items = tuple(items)
        self._columns = dict(columns)
        self._details = dict(details or {})

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order: those that a table shows, then the details."""
        return (*self._columns, *self._details)

    def records(self) -> list[dict[str, Cell]]:
        """Return each row as a dictionary of plain values: strings, numbers, days, or ``None`` where nothing is known.

        Several labels in one cell are joined by 、.
        """
        cells = {**self._columns, **self._details}
        return [{name: _plain(cell(item)) for name, cell in cells.items()} for item in self._items]

    def to_frame(self) -> Any:
        """Return a pandas ``DataFrame`` of ``records``, one row for each value, with the columns in their order.

        Raises:
            YangeError: when pandas is not installed; Yange does not require it.

        """
        try:
            pandas = import_module("pandas")
        except ModuleNotFoundError as failure:
            if failure.name != "pandas":
                raise
            raise YangeError("to_frame() needs pandas: install it, or use .records()") from failure
        return pandas.DataFrame(self.records(), columns=list(self.columns))

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[T]: ...
    def __getitem__(self, index: int | slice) -> T | Rows[T]:
        """Return one value, or the rows of a slice."""
        if isinstance(index, slice):
            return Rows(self._items[index], self._columns, self._details)
        return self._items[index]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Sequence) and not isinstance(other, str | bytes):
            return self._items == tuple(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        if not self._items:
            return "no rows"
        rows = [[_cut(cell) for cell in row] for row in self._shown()]
        return "\n".join([*_aligned([[name.upper() for name in self._columns], *rows]), *self._more()])

    def _repr_html_(self) -> str:
        more = "".join(f"<p>{escaped(words)}</p>" for words in self._more())
        return table_html(tuple(self._columns), self._shown()) + more if self._items else "<p>no rows</p>"

    def _shown(self) -> list[list[str]]:
        return [[_cell(_plain(cell(item))) for cell in self._columns.values()] for item in self._items[:_SHOWN]]

    def _more(self) -> list[str]:
        left = len(self) - _SHOWN
        return [f"… and {left} more"] if left > 0 else []


def _plain(value: object) -> Cell:
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int | float | date):
        return value
    if isinstance(value, Iterable):
        return "、".join(str(_plain(one)) for one in value)
    return str(value)


def _cell(value: Cell) -> str:
    return "–" if value is None or value == "" else str(value)


def escaped(text: str) -> str:
    """Return words as HTML in which every character is visible: invisible ones and direction marks are escaped."""
    return html.escape(visible(text))


def table_html(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table that needs no style sheet and no network; every cell is escaped."""
    head = "".join(f'<th style="text-align: left">{escaped(name)}</th>' for name in columns)
    cells = '<td style="text-align: left; vertical-align: top">{}</td>'
    body = "\n".join("<tr>" + "".join(cells.format(escaped(cell)) for cell in row) + "</tr>" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _cut(cell: str) -> str:
    shown = printable(cell)
    if _width(shown) <= _WIDEST:
        return shown
    while _width(shown) >= _WIDEST:
        shown = shown[:-1]
    return f"{shown}…"


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
