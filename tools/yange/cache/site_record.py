"""The record of a finished build, which shows whether the next one would build the same site: then nothing is built.

It notes what went into the site and every file that came out. The site is left as it is only if all that the next build
would read is the same to the byte, the day is the same, and so is every file of the site. A build that read things
which the record does not cover (other plugins, hooks, themes and extensions, symbolic links, settings read from
elsewhere) leaves no record. Whatever is wrong with a record or a file is a reason to build.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from yange.cache.folder import cache_folder
from yange.cache.inputs import digest_of, files_below, files_digest, program
from yange.cache.store import Seal, Store
from yange.coding import reader
from yange.shipped import FILE, LEDGER, SOURCES, folders
from yange.storage.state import ProjectState

__all__ = ["SiteRecord", "inputs", "note", "standing"]

_NAME = "site"
_READ_WHOLE = (FILE, LEDGER, "policies")
_PROJECT_OR_PACKAGE = ("templates", "site")
_PLACES = ".json"
_ELSEWHERE = re.compile(rb"!\w|!!|^\s*INHERIT\b", re.M)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRecord:
    """What was built.

    ``asked`` is the day that was asked for, ``day`` the one shown, and ``fixed`` says whether the settings name one;
    without either it is the day it is in ``zone``. ``root``, ``target`` and ``place`` are absolute paths: of the
    project, of the site as a person named it, of the site as it was built. ``files`` holds SHA-256 by address.
    """

    asked: date | None
    day: date
    fixed: bool
    zone: str
    root: str
    target: str | None
    place: str
    files: dict[str, str]


_DECODE = reader(SiteRecord)


def inputs(root: Path) -> str | None:
    """Return the hash of all that a build of the project at ``root`` reads; ``None`` if it cannot be known.

    Call it before the build: the next build then notices what changed during this one.
    """
    try:
        if any(root.glob(".yange-*")) or _ELSEWHERE.search((root / FILE).read_bytes()):
            return None
        own = [root / name for name in (*_READ_WHOLE, *_PROJECT_OR_PACKAGE)]
        shipped = [folder for name in _PROJECT_OR_PACKAGE for folder in folders(root, name)]
        kept = _originals(root / SOURCES)
        names = digest_of(repr([(file.name, file.lstat().st_size) for file in kept]).encode())
        places = [file for file in kept if file.name.endswith(_PLACES)]
        return f"{program()} {names} {files_digest(dict.fromkeys([*own, *shipped, *places]))}"
    except OSError:
        return None


def _originals(folder: Path) -> list[Path]:
    """Return the files beside which places are kept. The name of each is its hash, so their content is not read."""
    return sorted(folder.iterdir()) if folder.is_dir() else []


def standing(state: ProjectState, on: date | None, target: Path | None, read: str | None, now: datetime) -> Path | None:
    """Return the folder of a site that a build would write again as it is; ``None`` if there is any doubt.

    Args:
        state: of the project, under its lock.
        on: the day that is asked for, if any.
        target: where the site is to be, as a person names it, if any.
        read: what :func:`inputs` returned.
        now: the time, with a zone.

    """
    store = _store(state) if read is not None else None
    record = store.get(_NAME, read, _DECODE) if store is not None and read is not None else None
    if record is None or record.root != _shown(state.root):
        return None
    if record.asked != on or record.target != _target(target):
        return None
    if on is None and not record.fixed and record.day != now.astimezone(ZoneInfo(record.zone)).date():
        return None
    place = Path(record.place)
    return place if _files(place, {}) == record.files else None


def note(
    state: ProjectState,
    read: str,
    *,
    asked: date | None,
    day: date,
    fixed: bool,
    zone: str,
    target: Path | None,
    place: Path,
    digests: Mapping[str, str],
) -> None:
    """Leave a record of a finished build. If it cannot be written, the next build has none.

    Args:
        state: of the project, under its lock.
        read: what :func:`inputs` returned before the build.
        asked: see :class:`SiteRecord`, as for the other fields.
        day: the day shown.
        fixed: whether the settings name the day.
        zone: of today.
        target: where the site was to be.
        place: where it is.
        digests: SHA-256 of the files that came out, by address, as far as they are known.

    """
    files, store = _files(place, digests), _store(state, make=True)
    if files is None or store is None:
        return
    record = SiteRecord(
        asked=asked,
        day=day,
        fixed=fixed,
        zone=zone,
        root=_shown(state.root),
        target=_target(target),
        place=_shown(place),
        files=files,
    )
    store.put(_NAME, read, record)


def _store(state: ProjectState, *, make: bool = False) -> Store | None:
    """Return the store of the record, directly in the folder of caches."""
    ours = cache_folder(state, f"{_NAME}.json", make=make)
    return None if ours is None else Store(ours.parent, Seal(state.key()))


def _files(place: Path, known: Mapping[str, str]) -> dict[str, str] | None:
    """Return the hash of every file of a folder by its address: the known one, else that of the file there."""
    start = len(str(place)) + 1
    try:
        files = ((file[start:], file) for file in files_below(place))
        found = {address: known.get(address) or digest_of(Path(file).read_bytes()) for address, file in files}
    except OSError:
        return None
    return found if known.keys() <= found.keys() else None


def _target(path: Path | None) -> str | None:
    return None if path is None else _shown(path)


def _shown(path: Path) -> str:
    return str(path.absolute())
