"""Write ``docs/reference/tables.md``: the tables and columns of an export (``make docs`` calls this)."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from yange.export.columns import Table
from yange.export.tables import TABLES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "tables.md"
_HEAD = """\
# Tables of an export

<!-- Written by `make docs` from the program; do not edit. -->

The tables of `yange export sqlite`, `parquet` and `datapackage`; [Export the archive](../how-to/export.md) says how to
use them. An empty cell is a fact that is not known, or that there is none. SQLite has days as `YYYY-MM-DD`, truth
values as 0 and 1, and several strings as a JSON array.
"""


def page() -> str:
    """Return the page."""
    return "\n".join([_HEAD, *(line for table in TABLES for line in _table(table))]).rstrip() + "\n"


def _table(table: Table) -> Iterator[str]:
    yield f"## `{table.name}`\n"
    links = "".join(f" {_names(link.columns)}: a row of `{link.table}`." for link in table.links)
    yield f"{table.about} Key: {_names(table.key)}.{links}\n"
    yield "| Column | Type | Meaning |"
    yield "|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {column.type.value}{'' if column.required else ', may be empty'} | {column.about} |"
    yield ""


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def write() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(write())
