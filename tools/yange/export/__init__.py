"""Export the archive to the tools of others: databases, data frames, XML, other archives.

``printers()`` names the formats; ``write_export`` makes one. Everything an export says is worked out elsewhere:
an export only prints it. Packages add formats by the entry point ``yange.printers``.
"""

from yange.export.exporting import write_export
from yange.export.printer import ENTRY_POINTS, Printer, printers

__all__ = ["ENTRY_POINTS", "Printer", "printers", "write_export"]
