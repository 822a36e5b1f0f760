"""Read the rows of pipe tables: ``| cell | cell |``, in which a backslash is before a bar that is a character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yange.parse.markdown import escape, escape_cell

__all__ = ["is_ruled", "row_of", "rows_of", "written_rows"]

_CELL_ENDS = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*:?-{3,}:?\s*")


def row_of(line: str) -> list[str] | None:
    """Return the words of the cells of a row, ``None`` if the line is no row."""
    plain = line.strip()
    if not (plain.startswith("|") and plain.endswith("|") and len(plain) > 1):
        return None
    return [cell.strip().replace("\\|", "|") for cell in _CELL_ENDS.split(plain[1:-1])]


def is_ruled(row: Sequence[str]) -> bool:
    """Return whether a row only divides the head of a table from its rows: ``| --- | --- |``."""
    return all(_RULE.fullmatch(cell) for cell in row)


def rows_of(table: str) -> Iterator[list[str]]:
    """Yield the words of each row of a table, cell by cell, without the row that only rules."""
    for line in table.split("\n"):
        row = row_of(line)
        if row is None:
            yield [line]
        elif not is_ruled(row):
            yield row


def written_rows(table: str) -> Iterator[str]:
    """Yield the rows of a table, whose words are plain, as Markdown."""
    for line in table.split("\n"):
        row = row_of(line)
        if row is None:
            yield escape(line)
        else:
            yield line.strip() if is_ruled(row) else f"| {' | '.join(map(escape_cell, row))} |"
