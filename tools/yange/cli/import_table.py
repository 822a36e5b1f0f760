"""The table of what an import files: one line for each text."""

from __future__ import annotations

from collections.abc import Sequence

from yange.cli.output import print_table, say
from yange.importers import PlanRow

__all__ = ["print_rows"]

_HEADINGS = ("FROM", "FORMAT", "EFFECTIVE", "EXPIRES", "NUMBER", "CLAUSES", "READ AS", "TITLE", "FILED AS", "NOTE")
_FOLDED = frozenset({"FROM", "TITLE", "FILED AS", "NOTE"})
_SAID_ONCE = frozenset({"FORMAT"})
"""Columns that a git repository needs not: all its files have one format, and each state is a whole file."""


def print_rows(rows: Sequence[PlanRow], *, of_git: bool = False, most: int | None = None) -> None:
    """Print a line for each row, at most ``most`` of them; ``of_git`` for the states of a git repository."""
    shown = [name for name in _HEADINGS if not (of_git and name in _SAID_ONCE)]
    cells = [_cells(row, of_git=of_git) for row in rows[:most]]
    fold = tuple(at for at, name in enumerate(shown) if name in _FOLDED)
    print_table(shown, [tuple(row[name] for name in shown) for row in cells], fold=fold)
    if len(cells) < len(rows):
        say(f"and {len(rows) - len(cells):,} more states (--json lists all)")


def _cells(row: PlanRow, *, of_git: bool) -> dict[str, str]:
    values = (
        row.source if of_git else f"{row.source}:{row.lines[0]}-{row.lines[1]}",
        row.reader,
        row.effective or "–",
        row.expires or "–",
        row.number or "–",
        str(row.clauses),
        row.read_as,
        row.title or "–",
        row.path or "–",
        row.note,
    )
    return dict(zip(_HEADINGS, values, strict=True))
