"""The cells of pipe tables: the row and the column a value stands in, and the unit that the column's head gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yange.compare.atoms import AtomKind, find_atoms
from yange.compare.keys import make_key

__all__ = ["Cell", "cell_at", "kind_in_unit"]

_BAR = "|"
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_UNIT = re.compile(r"\s*[(（](?:单位[:：]\s*)?([^()（）\d\s]{1,8})[)）]\s*$")
_UNIT_ABOVE = re.compile(r"单位[:：]\s*([^()（）\d\s,，。;；]{1,8})[)）]?\s*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the first cell of its row, the head of its column without the unit, and the unit, each empty if none."""

    row: str
    column: str
    unit: str

    def __str__(self) -> str:
        """Return row and column as they are told beside a clause."""
        return " / ".join(part for part in (self.row, self.column) if part)


def cell_at(text: str, at: int) -> Cell | None:
    """Return the cell of a pipe table in which a place of a text lies; ``None`` outside of tables and in heads."""
    start = text.rfind("\n", 0, at) + 1
    if not text.startswith(_BAR, start):
        return None
    before = text[:start].split("\n")[:-1]
    table = len(before)
    while table and before[table - 1].startswith(_BAR):
        table -= 1
    rows = before[table:]
    if len(rows) < 2 or not _RULE.fullmatch(rows[1]):
        return None
    cells = _cells(text[start:].split("\n", 1)[0])
    column = text.count(_BAR, start, at) - 1
    heads = _cells(rows[0])
    head = heads[column] if column < len(heads) else ""
    above = _UNIT_ABOVE.search(before[table - 1]) if table else None
    own = _UNIT.search(head)
    unit = own[1] if own else above[1] if above else ""
    return Cell(cells[0] if column else "", head[: own.start()] if own else head, unit)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip(_BAR).split(_BAR)]


def kind_in_unit(figure: str, unit: str) -> AtomKind | None:
    """Return what kind of value a plain number is in a unit (30, 元: an amount); ``None`` where that is no unit."""
    key = make_key(figure + unit).text
    atoms = find_atoms(key) if unit else ()
    whole = len(atoms) == 1 and (atoms[0].start, atoms[0].end) == (0, len(key))
    return atoms[0].kind if whole and atoms[0].kind is not AtomKind.FIGURE else None
