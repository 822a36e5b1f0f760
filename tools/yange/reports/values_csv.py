"""The changed values as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io

from yange.reports.rows import values_of
from yange.reports.sides import Report

__all__ = ["values_csv"]

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def values_csv(report: Report) -> bytes:
    """Return the table in UTF-8 with a byte order mark, without which Excel takes Chinese for something else.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it. Lines end in CR LF (RFC 4180).
    """
    words = report.words
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow([words(name) for name in ("kind", "was", "now", "at-old", "at-new")])
    for kind, *cells in values_of(report.comparison):
        labels = (words.label(cell) if cell else "" for cell in cells[2:])
        table.writerow([_inert(cell) for cell in (words.named(f"kind.{kind}", kind), *cells[:2], *labels)])
    return (_BOM + out.getvalue()).encode("utf-8")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
