"""Finished pages kept on disk by what they were made from, so that a second build writes what stayed as it was.

A kept page is used when the texts it shows, the templates, the settings, the day and the program are the same to the
byte, and when what is read is what was written. Anything else counts as nothing and is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from yange.problems import YangeError
from yange.publish import Asset
from yange.settings import Settings

__all__ = ["KeptPages", "stamp"]

_LIBRARIES = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "opencc", "icalendar", "babel")
_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = {".py", ".po"}


def stamp(settings: Settings, on: str, folders: Sequence[Path], files: Sequence[Path]) -> str:
    """Return the hash of all that is the same for every page of a build: program, templates, settings, day."""
    digest = sha256(repr((astuple(settings), on, [(name, version(name)) for name in _LIBRARIES])).encode())
    code = [path for path in _PACKAGE.rglob("*") if path.suffix in _CODE]
    told = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    for path in sorted({*code, *told, *files}):
        digest.update(f"{path}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


class KeptPages:
    """A folder of kept files, each entry the files of one page. What a build did not ask for is dropped at its end."""

    def __init__(self, folder: Path, stamp: str) -> None:
        self._folder = folder
        self._stamp = stamp
        self._used: set[Path] = set()
        self.found = 0
        self.made = 0

    def holds(self, name: str, basis: str) -> bool:
        """Tell whether there is an entry; whether it is whole shows when it is read."""
        return self._place(name, basis).is_file()

    def read(self, name: str, basis: str) -> Iterator[Asset]:
        """Yield the files of an entry.

        Raises:
            YangeError: when the entry is not what was written; it is removed, so that the next build makes it anew.

        """
        place = self._place(name, basis)
        with place.open("rb") as file:
            while line := file.readline():
                asset = _asset(line, file.read)
                if asset is None:
                    place.unlink()
                    raise YangeError(f"{place}: a kept page was damaged and is removed; build again")
                yield asset
        self.found += 1

    def write(self, name: str, basis: str, assets: Iterable[Asset]) -> Iterator[Asset]:
        """Keep the files of an entry and pass each of them on. An entry that is cut short is not kept."""
        place = self._place(name, basis)
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_suffix(".new")
        with fresh.open("wb") as file:
            for asset in assets:
                head = [asset.address, len(asset.content), sha256(asset.content).hexdigest()]
                file.write(f"{json.dumps(head)}\n".encode())
                file.write(asset.content)
                yield asset
        fresh.replace(place)
        self.made += 1

    def drop_others(self) -> None:
        """Remove every entry that this build neither read nor wrote."""
        for path in self._folder.glob("*/*"):
            if path not in self._used:
                path.unlink()

    def _place(self, name: str, basis: str) -> Path:
        key = sha256(f"{self._stamp}\0{name}\0{basis}".encode()).hexdigest()[:40]
        place = self._folder / key[:2] / key[2:]
        self._used.add(place)
        return place


def _asset(line: bytes, read: Callable[[int], bytes]) -> Asset | None:
    try:
        address, size, digest = json.loads(line)
        content = read(size)
    except (ValueError, TypeError):
        return None
    whole = sha256(content).hexdigest() == digest
    return Asset(address, content) if whole else None
