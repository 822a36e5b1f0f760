"""Read the tables of a page: which are tables, which are only layout, and the grid of those that are tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from yange.readers.html.names import HEADINGS, is_block
from yange.readers.html.tree import Element
from yange.readers.html.words import all_words, one_line

__all__ = ["LABEL", "PageCell", "TableUse", "grid_lines", "label_cell", "pairs_of", "rows_of", "table_use"]

LABEL = re.compile(
    r"[(（\[]?(?:\d{1,4}|[a-zA-Z]{1,2}|[ivxlcdmIVXLCDM]{1,7}|[㈠-㈩①-⑳一二三四五六七八九十百]{1,6}|[가-힣])"
    r"(?:[.．·]\d{1,3}){0,3}[)）\]]?[.．、:：]?|[-–—•·*]|§+\s?\d{1,4}\s?[a-z]?"
)
"""A cell, or a term of a list, that is only the number of the words beside it: (a), 1., aa), –."""

_MOST_CELLS = 100_000
_MOST_COLUMNS = 1_000
"""The largest ``colspan`` of the HTML standard."""
_LONGEST_LABEL = 12
_FEWEST_WORDS = 12
_LONG_CELL = 500
_MOST_BLOCKS = 3
_BREAK_IN_CELL = re.compile(r"\s*\n\s*")


class TableUse(Enum):
    """What a table element is used for."""

    TABLE = "table"
    LAYOUT = "layout"
    LABELS = "labels"
    """Two columns: a number, and the words that it numbers."""
    ROWS = "rows"
    """Names of facts and their values, as above a document of a government."""


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell with the columns and rows that it spans."""

    element: Element
    columns: int
    rows: int


def rows_of(table: Element) -> list[list[PageCell]]:
    """Return the cells of each row, without those of tables inside."""
    return [[_cell(cell) for cell in _children(row, "td", "th")] for row in _rows(table)]


def _rows(table: Element) -> Iterator[Element]:
    for child in _children(table, "tr", "thead", "tbody", "tfoot"):
        if child.tag == "tr":
            yield child
        else:
            yield from _children(child, "tr")


def _children(element: Element, *tags: str) -> Iterator[Element]:
    return (
        child for child in element.children if isinstance(child, Element) and child.tag in tags and child.reason is None
    )


def _cell(element: Element) -> PageCell:
    return PageCell(element, _span(element, "colspan"), _span(element, "rowspan"))


def _span(element: Element, name: str) -> int:
    given = element.attributes.get(name, "1").strip()
    return min(max(int(given), 1), _MOST_COLUMNS) if re.fullmatch(r"[0-9]{1,9}", given) else 1


def table_use(table: Element, rows: Sequence[Sequence[PageCell]], is_row: Callable[[str], bool]) -> TableUse:
    """Return what a table is used for; ``is_row`` recognises the row of a page's facts."""
    if not rows or table.attributes.get("role") in ("presentation", "none"):
        return TableUse.LAYOUT
    if _is_labels(rows):
        return TableUse.LABELS
    if any(child.tag in ("table", *HEADINGS) for row in rows for cell in row for child in cell.element.elements()):
        return TableUse.LAYOUT
    if _is_rows(rows, is_row):
        return TableUse.ROWS
    declared = any(child.tag in ("th", "caption", "thead") and child.size for child in table.elements())
    if not declared and (max(map(len, rows)) == 1 or len(rows) == 1 or _has_texts(rows)):
        return TableUse.LAYOUT
    return TableUse.TABLE


def _is_rows(rows: Sequence[Sequence[PageCell]], is_row: Callable[[str], bool]) -> bool:
    pairs = [pair for row in rows for pair in pairs_of(row, _shown)]
    read = sum(1 for key, value in pairs if is_row(f"{key}\t{value}"))
    return read > 0 and read * 2 >= len(pairs)


def pairs_of(row: Sequence[PageCell], words: Callable[[Element], str]) -> list[tuple[str, str]]:
    """Return the cells of a row two by two, name and value."""
    found = [words(cell.element) for cell in row]
    return [(key, value) for key, value in zip(found[::2], [*found[1::2], ""], strict=False) if key or value]


def label_cell(row: Sequence[PageCell]) -> Element | None:
    """Return the cell with the number of a row of :attr:`TableUse.LABELS`: the first with words, but not the last."""
    cells = [cell.element for cell in row[:-1]]
    return next((cell for cell in cells if cell.every), cells[-1] if cells else None)


def _shown(element: Element) -> str:
    return one_line(all_words(element)).strip()


def _is_labels(rows: Sequence[Sequence[PageCell]]) -> bool:
    """Return whether each row is a number and its words; empty cells before the number are its indentation."""
    numbers = words = 0
    for row in rows:
        label = label_cell(row)
        if label is None or len(row) < 2 or label is not row[-2].element or label.tag == "th":
            return False
        if label.every > _LONGEST_LABEL or (label.every and not LABEL.fullmatch(_shown(label))):
            return False
        numbers += label.every > 0
        words += row[-1].element.every > _FEWEST_WORDS
    # Short words in the second column: a table of figures.
    return numbers > 0 and words > 0


def _has_texts(rows: Sequence[Sequence[PageCell]]) -> bool:
    for row in rows:
        for cell in row:
            parts = sum(1 for child in cell.element.elements() if is_block(child) or child.tag == "br")
            if parts > _MOST_BLOCKS and cell.element.size > _LONG_CELL:
                return True
    return False


def grid_lines(rows: Sequence[Sequence[PageCell]], words: Callable[[Element], str]) -> list[str]:
    """Return a table as lines of a pipe table; a cell that spans several has its words in the first of them."""
    grid = _grid(rows, words)
    width = max((len(row) for row in grid), default=0)
    if not width:
        return []
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in grid]
    return [lines[0], "| " + " | ".join(["---"] * width) + " |", *lines[1:]]


def _grid(rows: Sequence[Sequence[PageCell]], words: Callable[[Element], str]) -> list[list[str]]:
    total = sum(cell.columns * min(cell.rows, len(rows)) for row in rows for cell in row)
    taken: dict[tuple[int, int], bool] = {}
    grid: list[list[str]] = []
    for y, row in enumerate(rows):
        line: list[str] = []
        for cell in row:
            while taken.pop((y, len(line)), False):
                line.append("")
            line.append(_BREAK_IN_CELL.sub(" ", words(cell.element)).replace("|", "\\|"))
            if total > _MOST_CELLS:
                continue
            x = len(line) - 1
            line.extend([""] * (cell.columns - 1))
            down = range(y + 1, min(y + cell.rows, len(rows)))
            taken.update({(below, x + k): True for below in down for k in range(cell.columns)})
        while taken.pop((y, len(line)), False):
            line.append("")
        grid.append(line)
    return grid
