"""Tables of XML vocabularies as lines of cells: those of HTML, of OASIS (CALS), of Formex and of Japan's e-Gov."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["TableWords", "table_words"]

_ROWS = frozenset({"tr", "row", "ROW", "TableRow", "TableHeaderRow", "tocItem", "header"})
_CELLS = frozenset({"td", "th", "entry", "CELL", "TableColumn", "TableHeaderColumn", "column"})
_WIDTHS = ("colspan", "COLSPAN")
_HEIGHTS = ("rowspan", "ROWSPAN")
_WIDEST = 200
"""Columns of a table, and rows of a cell: a file can claim any number."""
_MOST_EMPTY = 100_000
"""Cells of a table that only continue another one; above that, cells of several columns or rows are read as one."""
_MOST_FILLED = 500_000
"""Cells of a table whose rows are made equally long."""


@dataclass(frozen=True, slots=True)
class TableWords:
    """The words of a table: lines above it, the cells of its rows, lines below it."""

    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    below: tuple[str, ...]

    @property
    def markdown(self) -> str:
        """The table as lines of cells, with a rule below the first, which has as many cells as any row.

        All rows have, but for a table so large that it could only be a hostile one.
        """
        width = max(map(len, self.rows))
        filled = width * len(self.rows) <= _MOST_FILLED
        rows = [[*row, *[""] * ((width - len(row)) * (filled or not nth))] for nth, row in enumerate(self.rows)]
        lines = list(map(_line, rows))
        return "\n".join([lines[0], _line(["---"] * width), *lines[1:]])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def table_words(table: XmlElement, words: Callable[[XmlElement], str]) -> TableWords:
    """Return the words of a table, with ``words`` as reader of a cell.

    A cell over several columns or rows has its words in the first of them; the others are empty.
    """
    rows = list(_rows(table))
    grid = _grid(rows, words)
    around = list(_around(table, words))
    above = tuple(text for text, first in around if first)
    return TableWords(above, grid, tuple(text for text, first in around if not first))


def _rows(element: XmlElement) -> Iterator[XmlElement]:
    for child in element:
        name = local_name(child)
        if name in _ROWS:
            yield child
        elif name not in _CELLS:
            yield from _rows(child)


def _around(element: XmlElement, words: Callable[[XmlElement], str]) -> Iterator[tuple[str, bool]]:
    """Yield the words of a table outside its rows, and whether they are above the first row."""
    above = True
    for child in element:
        if local_name(child) in _ROWS:
            above = False
        elif next(_rows(child), None) is None:
            text = words(child)
            if text:
                yield text, above
        else:
            inner = list(_around(child, words))
            yield from ((text, above and first) for text, first in inner)
            above = False
        if (child.tail or "").strip():
            yield " ".join((child.tail or "").split()), above


def _grid(rows: list[XmlElement], words: Callable[[XmlElement], str]) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    taken: dict[int, int] = {}  # column: rows for which a cell from above still covers it
    empty = 0
    for row in rows:
        cells: list[str] = []
        below: dict[int, int] = {}
        for cell in row:
            _skip(cells, taken)
            width, height = (_span(cell, _WIDTHS), _span(cell, _HEIGHTS)) if empty < _MOST_EMPTY else (1, 1)
            empty += width * height - 1
            if local_name(cell) in _CELLS:
                below.update({len(cells) + k: height for k in range(width)})
                cells += [words(cell).replace("|", "\\|"), *[""] * (width - 1)]
            elif text := words(cell):
                cells.append(text.replace("|", "\\|"))
        _skip(cells, taken)
        taken = {column: left - 1 for column, left in {**taken, **below}.items() if left > 1}
        if any(cells):
            found.append(tuple(cells))
    return tuple(found)


def _skip(cells: list[str], taken: dict[int, int]) -> None:
    while len(cells) in taken and len(cells) < _WIDEST:
        cells.append("")


def _span(cell: XmlElement, names: tuple[str, ...]) -> int:
    said = next((cell.get(name) for name in names if cell.get(name)), None) or "1"
    return min(int(said), _WIDEST) if said.isascii() and said.isdigit() and len(said) < 6 and int(said) else 1
