"""The changed values as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io

from yange.characters import formula_free, visible
from yange.reports.sides import Report

__all__ = ["values_csv"]

_BOM = "\ufeff"


def values_csv(report: Report) -> bytes:
    """Return the table, a row for each clause, in UTF-8 with a byte order mark, without which Excel misreads Chinese.

    A cell that a spreadsheet would read as a formula gets an apostrophe in front. Lines end in CR LF (RFC 4180).
    """
    words = report.words
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow([words(name) for name in ("kind", "was", "now", "at-old", "at-new")])
    for value in report.comparison.values:
        labels = (words.places([label], value.cell) if label else "" for label in (value.at_old, value.at_new))
        table.writerow(map(_inert, (words.named(f"kind.{value.kind}", value.kind), value.old, value.new, *labels)))
    return (_BOM + out.getvalue()).encode("utf-8")


def _inert(cell: str) -> str:
    return formula_free(visible(cell))
