"""The cells of pipe tables: the row and the column of a value, and the unit that the head of the column gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from yange.compare.text.atoms import AtomKind, find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.vocabulary import Vocabulary
from yange.law import Law

__all__ = ["Cell", "Tables", "kind_in_unit"]

_BAR = "|"
_RULE = re.compile(r"[\s:|]*-[\s:|-]*")


@cache
def _units(law: Law) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Return how a unit is given at the end of a column's head, and in the line above a table."""
    called = "|".join(form for grammar in law for form in grammar.values.units)
    named = rf"(?:{called})[:：]\s*"
    own = re.compile(rf"(?<!\s)\s*[(（](?:{named})?([^()（）\d\s]{{1,8}})[)）]\s*$")
    above = re.compile(rf"{named}([^()（）\d\s,，。;；]{{1,8}})[)）]?\s*$") if called else None
    return own, above


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the first cell of its row, the head of its column without the unit, and the unit, each empty if none."""

    row: str
    column: str
    unit: str

    def __str__(self) -> str:
        """Return row and column as they are printed after a clause."""
        return " / ".join(part for part in (self.row, self.column) if part)


class Tables:
    """The pipe tables of one text, read once, line by line, for callers that ask for many places."""

    def __init__(self, text: str, law: Law) -> None:
        self._text = text
        self._own, self._above = _units(law)
        self._lines = text.split("\n")
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._first: list[int] = []  # for each line that begins with a bar, the first line of its table
        for at, line in enumerate(self._lines):
            begun = at > 0 and self._lines[at - 1].startswith(_BAR)
            self._first.append(self._first[-1] if begun and line.startswith(_BAR) else at)

    def cell_at(self, at: int) -> Cell | None:
        """Return the cell in which a place of the text lies; ``None`` outside of tables and in their heads."""
        row = bisect_right(self._starts, at) - 1
        if not self._lines[row].startswith(_BAR):
            return None
        table = self._first[row]
        if row - table < 2 or not _RULE.fullmatch(self._lines[table + 1]):
            return None
        cells, heads = _cells(self._lines[row]), _cells(self._lines[table])
        column = self._text.count(_BAR, self._starts[row], at) - 1
        head = heads[column] if column < len(heads) else ""
        above = self._above.search(self._lines[table - 1]) if table and self._above else None
        own = self._own.search(head)
        unit = own[1] if own else above[1] if above else ""
        return Cell(cells[0] if column else "", head[: own.start()] if own else head, unit)


@lru_cache(maxsize=64)
def _cells(line: str) -> Sequence[str]:
    return [cell.strip() for cell in line.strip().strip(_BAR).split(_BAR)]


def kind_in_unit(figure: str, unit: str, vocabulary: Vocabulary) -> AtomKind | None:
    """Return what kind of value a plain number is in a unit (30, 元: an amount); ``None`` where that is no unit."""
    key = make_key(figure + unit, vocabulary.law).text
    atoms = find_atoms(key, vocabulary) if unit else ()
    whole = len(atoms) == 1 and (atoms[0].start, atoms[0].end) == (0, len(key))
    return atoms[0].kind if whole and atoms[0].kind is not AtomKind.FIGURE else None
