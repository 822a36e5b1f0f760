"""Finished pages kept on disk by what they were made from, so that a second build writes what stayed as it was.

A kept page is used when the texts it shows, the templates, the settings, the day and the program are the same to the
byte, and when what is read is what was written. Anything else counts as nothing and is made anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from yange.problems import YangeError
from yange.publish import Asset
from yange.settings import Settings

__all__ = ["KeptPages", "stamp"]

_LIBRARIES = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "opencc", "icalendar", "babel", "python-docx")
_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = {".py", ".po"}
_TABLES = """
PRAGMA journal_mode = MEMORY;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS files (
    entry BLOB, n INTEGER, address TEXT, digest BLOB, content BLOB, PRIMARY KEY (entry, n)
);
CREATE TABLE IF NOT EXISTS ends (entry BLOB PRIMARY KEY);
"""


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
    """A file of kept entries, each the files of one page. What a build did not ask for is dropped at its end."""

    def __init__(self, file: Path, stamp: str) -> None:
        """Open the file, or make it. One that is no such file, or that another build holds, is as good as none."""
        self._stamp = stamp
        self._used: set[bytes] = set()
        self._base = _opened(file)

    def holds(self, name: str, basis: str) -> bool:
        """Tell whether there is an entry that is whole."""
        found = self._base.execute("SELECT 1 FROM ends WHERE entry = ?", (self._entry(name, basis),))
        return found.fetchone() is not None

    def read(self, name: str, basis: str) -> Iterator[Asset]:
        """Yield the files of an entry in order.

        Raises:
            YangeError: when the entry is not what was written; all that is kept is removed then, for the next build.

        """
        entry = self._entry(name, basis)
        rows = self._base.execute("SELECT address, digest, content FROM files WHERE entry = ? ORDER BY n", (entry,))
        for address, digest, content in rows:
            yield self._whole(address, digest, content)

    def file(self, name: str, basis: str, address: str) -> bytes | None:
        """Return one file of an entry, ``None`` where there is no such file; raises what :meth:`read` raises."""
        if not self.holds(name, basis):
            return None
        asked = (self._entry(name, basis), address)
        row = self._base.execute("SELECT digest, content FROM files WHERE entry = ? AND address = ?", asked).fetchone()
        return None if row is None else self._whole(address or name, *row).content

    def _whole(self, address: str, digest: bytes, content: bytes) -> Asset:
        if sha256(content).digest() != digest:
            self._base.executescript("DELETE FROM files; DELETE FROM ends;")
            raise YangeError(f"{address}: what was kept of the last build was damaged and is removed; build again")
        return Asset(address, content)

    def write(self, name: str, basis: str, assets: Iterable[Asset]) -> Iterator[Asset]:
        """Keep the files of an entry and pass each of them on. An entry that is cut short does not count."""
        entry = self._entry(name, basis)
        self._base.execute("DELETE FROM files WHERE entry = ?", (entry,))
        for n, asset in enumerate(assets):
            row = (entry, n, asset.address, sha256(asset.content).digest(), asset.content)
            self._base.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?)", row)
            yield asset
        self._base.execute("INSERT INTO ends VALUES (?)", (entry,))

    def close(self) -> None:
        """Remove every entry that this build neither read nor wrote, and keep the rest for the next one."""
        kept = [entry for (entry,) in self._base.execute("SELECT entry FROM ends")]
        for entry in kept:
            if entry not in self._used:
                self._drop(entry)
        self._base.commit()
        self._base.close()

    def _drop(self, entry: bytes) -> None:
        self._base.execute("DELETE FROM files WHERE entry = ?", (entry,))
        self._base.execute("DELETE FROM ends WHERE entry = ?", (entry,))

    def _entry(self, name: str, basis: str) -> bytes:
        entry = sha256(f"{self._stamp}\0{name}\0{basis}".encode()).digest()
        self._used.add(entry)
        return entry


def _opened(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(file, timeout=0)
    try:
        base.executescript(_TABLES)
        base.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        base.close()
        base = sqlite3.connect(":memory:")
        base.executescript(_TABLES)
    except sqlite3.DatabaseError:
        base.close()
        file.unlink()
        return _opened(file)
    return base
