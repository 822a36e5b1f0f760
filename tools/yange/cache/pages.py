"""Finished pages kept on disk, so that a second build writes only those that changed.

A kept page is used if the texts it shows, the day as of which it shows them, the templates, the settings and the
program are the same to the byte, and if every file of it has the digest that this machine noted in a store. Anything
else, such as what a branch brings, counts as nothing and is made anew.

A kept file and the file of the site are one file with two names wherever the file system can do that: a page is written
once. Whoever changes a file of the site in place changes the kept file too, which then counts as nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from yange.cache.inputs import digest_of, files_below, program
from yange.cache.site_folder import Asset, SiteFolder, linked
from yange.cache.store import Store
from yange.coding import reader
from yange.storage.machine import open_no_link

__all__ = ["KeptPages", "stamp"]

_Files = list[tuple[str, str]]
"""The files of an entry: of each its address (empty: kept and not published) and its SHA-256."""

_LIST = "list"
_READ = reader(dict[str, _Files])


def stamp(settings: str, editions: str, folders: Sequence[Path], files: Sequence[Path]) -> str:
    """Return the hash of all that is the same for every page of a build: program, templates, settings, editions."""
    digest = sha256(repr((settings, editions, program())).encode())
    told = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    for path in sorted({*told, *files}):
        digest.update(f"{path}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


class KeptPages:
    """Entries, each the files of one page, and a list of them in a store. What a build did not use is removed.

    The list is written last: an entry that was being written when a build was killed is in no list. Two builds at the
    same time each write a list, and the later one counts; an entry whose files the other has removed counts as nothing.
    """

    def __init__(self, store: Store, stamp: str) -> None:
        """Read the list of the last build.

        Args:
            store: of the list; the files are in folders below it.
            stamp: of what all pages have in common, see :func:`stamp`.

        """
        self._store = store
        self._folder = store.folder or Path(os.devnull)
        self._place = str(self._folder)
        self._stamp = stamp
        self._known = store.get(_LIST, "", _READ) or {}
        self._used: dict[str, _Files] = {}
        self._folders: set[str] = set()
        self.refused = store.refused

    def place(self, name: str, basis: str, site: SiteFolder) -> bool:
        """Put the files of an entry into the site; do nothing and return false if they are not what was written."""
        entry = self._entry(name, basis)
        files = self._known.get(entry)
        if files is None:
            return False
        known = [(self._file(entry, n), address, digest) for n, (address, digest) in enumerate(files)]
        if any(_whole(file, digest) is None for file, _, digest in known):
            return False
        try:
            for file, address, digest in known:
                if address:
                    site.link(file, address, digest)
        except FileNotFoundError:  # dropped by another build just now
            return False
        self._used[entry] = files
        return True

    def write(self, name: str, basis: str, assets: Iterable[Asset], site: SiteFolder) -> None:
        """Write files into the site and keep them as an entry. One that is cut short does not count."""
        entry = self._entry(name, basis)
        files: _Files = []
        for n, asset in enumerate(assets):
            digest = digest_of(asset.content)
            file = site.write(asset, digest) if asset.address else None
            self._keep(self._file(entry, n), asset.content, file)
            files.append((asset.address, digest))
        self._used[entry] = files

    def file(self, name: str, basis: str, address: str) -> bytes | None:
        """Return one file of an entry of this build, ``None`` where there is no such file or it is damaged."""
        entry = self._entry(name, basis)
        files = self._used.get(entry, ())
        asked = ((self._file(entry, n), digest) for n, (at, digest) in enumerate(files) if at == address)
        return next((_whole(file, digest) for file, digest in asked), None)

    def close(self) -> None:
        """Keep the entries that this build used for the next one, and remove all others."""
        if self.refused is not None:
            return
        wanted = {f"{entry}.{n}" for entry, files in self._used.items() for n in range(len(files))} | {f"{_LIST}.json"}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._used != self._known:
                self._store.put(_LIST, "", self._used)
            for file in files_below(self._folder):
                if Path(file).name not in wanted:
                    Path(file).unlink(missing_ok=True)
        except OSError as failure:
            self.refused = failure
        self.refused = self.refused or self._store.refused

    def _keep(self, place: str, content: bytes, file: str | None) -> None:
        """Keep a file. If the folder cannot be written, the next build takes longer and this one is the same."""
        if self.refused is not None:
            return
        try:
            folder = place.rpartition("/")[0]
            if folder not in self._folders:
                _make(folder)
                self._folders.add(folder)
            try:
                _put(place, content, file)
            except FileExistsError:  # of a build that was killed, or of another one
                Path(place).unlink()
                _put(place, content, file)
        except OSError as failure:
            self.refused = failure

    def _file(self, entry: str, n: int) -> str:
        return f"{self._place}/{entry[:2]}/{entry}.{n}"

    def _entry(self, name: str, basis: str) -> str:
        return sha256(f"{self._stamp}\0{name}\0{basis}".encode()).hexdigest()[:40]


def _whole(file: str, digest: str) -> bytes | None:
    try:
        with open(file, "rb", opener=_no_link) as known:
            content = known.read()
    except OSError:
        return None
    return content if digest_of(content) == digest else None


def _no_link(file: str, flags: int) -> int:
    return open_no_link(file, flags)


def _make(folder: str) -> None:
    """Make a folder of entries; a link, which a branch can bring, is refused."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    if Path(folder).is_symlink():
        raise NotADirectoryError(20, "a link where entries are kept", folder)


def _put(place: str, content: bytes, file: str | None) -> None:
    if file is not None:
        linked(file, place)
        return
    with open(place, "xb") as out:  # noqa: PTH123
        out.write(content)
