"""The published editions as pages show them; the caller reads the ledger and the history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

__all__ = ["NO_EDITIONS", "Editions", "PublishedEdition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEdition:
    """One published edition: the day it was entered, the last day it covers, and its ids.

    ``commit`` is that of the texts; ``main``, ``scheduled`` and ``manifest`` are the archive's. ``files`` are the marks
    of the texts' files by path, empty where the history does not reach back to it.
    """

    number: int
    published: date
    as_of: date
    commit: str
    main: str | None
    scheduled: str | None
    manifest: str
    files: Mapping[str, str] = field(default_factory=dict)


def _nothing(path: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Editions:
    """All editions, oldest first; ``mark`` returns the mark of a file as it is now, empty for none."""

    all: tuple[PublishedEdition, ...] = ()
    mark: Callable[[str], str] = _nothing

    def since(self, path: str) -> PublishedEdition | None:
        """Return the first of the latest editions that all have the file as it is now; ``None`` if the last has not."""
        mark, found = self.mark(path), None
        for edition in reversed(self.all):
            if not mark or edition.files.get(path) != mark:
                break
            found = edition
        return found


NO_EDITIONS = Editions()
