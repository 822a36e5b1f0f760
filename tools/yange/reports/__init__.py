"""One comparison, several printers: Markdown, an HTML fragment, a Word file, a table of changed values.

Each printer takes a :class:`~yange.reports.sides.Report` and returns text or bytes; none reads a file or a clock. The
rows, the folds and the notes on changes are decided once, in :mod:`~yange.reports.rows` and
:mod:`~yange.reports.change_notes`.
"""

from __future__ import annotations

from yange.reports.sides import Report, ReportReading, ReportSide

__all__ = ["Report", "ReportReading", "ReportSide"]
