"""The record of a finished ``yange build``: whether the next one would check, compile and build the same again.

The check and the archive are made from the texts, the settings, the program, the day and what git knows of the
project. Where all of these are the same, and so is every file of the archive, both would come out as they did.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yange.cache.folder import cache_folder
from yange.cache.inputs import DoubtError, files_digest
from yange.cache.store import Seal, Store
from yange.coding import reader
from yange.storage.pointers import pointed
from yange.storage.state import ProjectState

__all__ = ["BuildRecord", "archive_digest", "kept_build", "note_build"]

_NAME = "build"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRecord:
    """What the command found and made: texts, policies and warnings, and the archive of ``day``.

    ``archive`` is the hash of the archive's files, ``commits`` and ``main`` are what is said of it.
    """

    day: date
    texts: int
    policies: int
    warnings: int
    commits: int
    main: str | None
    archive: str


_DECODE = reader(BuildRecord)


def kept_build(state: ProjectState, basis: str | None, day: date, archive: Path) -> BuildRecord | None:
    """Return the record of a build that would be the same again; ``None`` if there is any doubt.

    Args:
        state: of the project, under its lock.
        basis: all that is read, as a hash; ``None`` where it cannot be known.
        day: of all statuses.
        archive: the path of the compiled history.

    """
    store = _store(state, make=False) if basis is not None else None
    record = store.get(_NAME, basis, _DECODE) if store is not None and basis is not None else None
    if record is None or record.day != day or not record.archive:
        return None
    if record.archive != archive_digest(archive):
        return None
    return record


def note_build(state: ProjectState, basis: str, record: BuildRecord) -> None:
    """Leave a record. If it cannot be written, the next build has none."""
    store = _store(state, make=True)
    if store is not None:
        store.put(_NAME, basis, record)


def archive_digest(archive: Path) -> str:
    """Return the hash of the archive's files and of what leads to them; empty where it cannot be known."""
    name = pointed(archive)
    try:
        return f"{name} {files_digest([archive.parent / name if name else archive])}"
    except (DoubtError, OSError):
        return ""


def _store(state: ProjectState, *, make: bool) -> Store | None:
    ours = cache_folder(state, f"{_NAME}.json", make=make)
    return None if ours is None else Store(ours.parent, Seal(state.key()))
