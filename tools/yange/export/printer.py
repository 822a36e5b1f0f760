"""What writes an export: a format, found by name among those of Yange and of installed packages."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from yange.problems import YangeError
from yange.publish.context import SiteContext

__all__ = ["ENTRY_POINTS", "FolderPrinter", "Printer", "printers"]

ENTRY_POINTS = "yange.printers"


class Printer(Protocol):
    """A format of ``yange export``.

    ``context`` has the library as it may be published (private persons left out, unless the settings publish them),
    its timeline, parsed texts, comparisons and citations; everything is worked out on first use and kept for a while,
    so a printer that goes policy by policy needs little memory. A printer computes no law of its own.
    """

    name: str
    """The name on the command line."""
    about: str
    """One sentence for the list of formats."""
    folder: bool
    """Whether it writes a folder of files; else one file."""

    def write(self, context: SiteContext, target: Path) -> str:
        """Write the export and return one line that says what was written.

        Args:
            context: the archive on a day.
            target: an empty folder, or a file that is there and empty.

        Raises:
            YangeError: when a package is missing, or the archive cannot be written in this format.
            OSError: when the machine refuses.

        """

    def is_own(self, file: Path) -> bool:
        """Return whether a file is an earlier export in this format, which a new one may replace."""


class FolderPrinter:
    """What the formats of a folder share: the project's own notes say which folder is an earlier export."""

    folder = True

    def is_own(self, file: Path) -> bool:
        """Return false: no single file is an export in this format."""
        del file
        return False


def printers() -> Mapping[str, Printer]:
    """Return every format by name, in order of name.

    Raises:
        YangeError: if a package adds a format whose name is taken, or that cannot be loaded.

    """
    found: dict[str, Printer] = {}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: (point.name, point.value)):
        if point.name in found:
            raise YangeError(f"two packages have an export format {point.name!r}; remove one of them")
        try:
            found[point.name] = point.load()()
        except (ImportError, AttributeError) as failure:
            raise YangeError(
                f"the export format {point.name!r} ({point.value}) cannot be loaded: {failure}"
            ) from failure
    return found
