"""A site that stands as it was built, from what it would be built of again: then nothing need be built.

After a build a record is left of what went in and of every file that came out. The site is left as it is only where all
that the next build would read is the same to the byte, the day is the same, and so is every file of the site. What the
record cannot vouch for (other plugins, hooks, themes and extensions, symbolic links, settings read from elsewhere)
leaves no record, and whatever is amiss with a record or a file is a reason to build.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from yange.mkdocs_plugin.inputs import digest_of, files_below, files_digest, program
from yange.mkdocs_plugin.places import cache_folder
from yange.shipped import FILE, LEDGER, folders
from yange.storage.replacing import replace_file
from yange.storage.sealing import Seal
from yange.storage.state import ProjectState

__all__ = ["BuiltSite", "inputs", "note", "standing"]

_RECORD = "site.json"
_SCHEMA = "yange.site-record/2"
_READ = (FILE, LEDGER, "policies")
_TOLD = ("templates", "site")
_ELSEWHERE = re.compile(rb"!\w|!!|^\s*INHERIT\b", re.M)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """What was built: ``asked`` is the day that was asked for, ``fixed`` whether the settings name one.

    ``inputs`` is the hash of all that went in, ``digests`` those of the files that came out as far as they are known.
    """

    inputs: str
    asked: date | None
    day: date
    fixed: bool
    zone: str
    target: Path | None
    place: Path
    digests: Mapping[str, str]


def inputs(root: Path) -> str | None:
    """Return the hash of all that a build of the project at ``root`` reads; ``None`` where nobody can tell.

    It is to be asked before the build: what changes meanwhile is then seen by the next one.
    """
    try:
        if any(root.glob(".yange-*")) or _ELSEWHERE.search((root / FILE).read_bytes()):
            return None
        own = [root / name for name in (*_READ, *_TOLD)]
        shipped = [folder for name in _TOLD for folder in folders(root, name)]
        return f"{program()} {files_digest(dict.fromkeys([*own, *shipped]))}"
    except OSError:
        return None


def standing(state: ProjectState, on: date | None, target: Path | None, read: str | None) -> Path | None:
    """Return the folder of the site where a build would make it anew as it stands there; ``None`` for any doubt.

    The arguments are those of :func:`~yange.mkdocs_plugin.site.prepared_site`, and what :func:`inputs` returned.
    """
    record = _record(state) if read is not None else None
    if record is None or record["inputs"] != read or record["root"] != _shown(state.root):
        return None
    if record["asked"] != (on and on.isoformat()) or record["target"] != _shown(target):
        return None
    if on is None and not record["fixed"]:
        today = datetime.now(UTC).astimezone(ZoneInfo(record["zone"])).date()
        if record["day"] != today.isoformat():
            return None
    place = Path(record["place"])
    return place if _files(place, {}) == record["files"] else None


def note(state: ProjectState, built: BuiltSite) -> None:
    """Leave a record of a finished build. Where it cannot be written the next build has none to go by."""
    files = _files(built.place, built.digests)
    if files is None:
        return
    record = {
        "schema": _SCHEMA,
        "inputs": built.inputs,
        "asked": built.asked and built.asked.isoformat(),
        "day": built.day.isoformat(),
        "fixed": built.fixed,
        "zone": built.zone,
        "root": _shown(state.root),
        "target": _shown(built.target),
        "place": _shown(built.place),
        "files": files,
    }
    file = cache_folder(state, _RECORD)
    if file is not None:
        with suppress(OSError):
            replace_file(file, Seal(state.key()).close(json.dumps(record).encode()))


def _record(state: ProjectState) -> dict[str, Any] | None:
    file = cache_folder(state, _RECORD, make=False)
    try:
        body = Seal(state.key()).open(file.read_bytes()) if file is not None else None
    except OSError:
        return None
    record: dict[str, Any] = json.loads(body or b"{}")
    return record if record.get("schema") == _SCHEMA else None


def _files(place: Path, known: Mapping[str, str]) -> dict[str, str] | None:
    """Return the hash of every file of a folder by its address: the one that is known, else of what stands there."""
    start = len(str(place)) + 1
    try:
        files = ((file[start:], file) for file in files_below(place))
        found = {address: known.get(address) or digest_of(Path(file).read_bytes()) for address, file in files}
    except OSError:
        return None
    return found if known.keys() <= found.keys() else None


def _shown(path: Path | None) -> str | None:
    return None if path is None else str(path.absolute())
