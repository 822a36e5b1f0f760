"""Finished pages kept on disk by what they were made from, so that a second build takes what stayed as it was.

A kept page is used when the texts it shows, the templates, the settings, the day and the program are the same to the
byte, and when every file of it is what this machine wrote. Anything else, such as what a branch brings, counts as
nothing and is made anew.

A kept file and the file of the site are one file with two names wherever the file system can do that: a page is written
once. Whoever changes a file of the site in place changes what is kept of it, which then counts as nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from yange.mkdocs_plugin.folder import SiteFolder, linked
from yange.mkdocs_plugin.inputs import digest_of, files_below, program
from yange.publish import Asset
from yange.settings import Settings
from yange.storage.replacing import replace_file
from yange.storage.sealing import Seal

__all__ = ["KeptPages", "stamp"]

_LIST = "list.json"


def stamp(settings: Settings, on: str, folders: Sequence[Path], files: Sequence[Path]) -> str:
    """Return the hash of all that is the same for every page of a build: program, templates, settings, day."""
    digest = sha256(repr((astuple(settings), on, program())).encode())
    told = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    for path in sorted({*told, *files}):
        digest.update(f"{path}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


class KeptPages:
    """A folder of kept entries, each the files of one page, and a list of them. What a build did not use is dropped.

    The list is written last and whole: entries that a build was killed over are in no list. Of two builds at once each
    writes its own, and the later list counts; an entry whose files the other has dropped counts as nothing.
    """

    def __init__(self, folder: Path | None, stamp: str, seal: Seal) -> None:
        """Read the list of the last build; one that is not what was written lists nothing.

        Args:
            folder: where entries are kept; ``None``: nowhere, every page is made anew.
            stamp: of what all pages have in common, see :func:`stamp`.
            seal: of this machine's state for the project.

        """
        self._folder = folder or Path(os.devnull)
        self._place = str(self._folder)
        self._stamp = stamp
        self._seal = seal
        self._known = self._read()
        self._used: dict[str, _Files] = {}
        self._folders: set[str] = set()
        self.refused: OSError | None = OSError("no folder") if folder is None else None

    def place(self, name: str, basis: str, site: SiteFolder) -> bool:
        """Put the files of an entry into the site; do nothing and return false where they are not what was written."""
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
        wanted = {f"{entry}.{n}" for entry, files in self._used.items() for n in range(len(files))} | {_LIST}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._used != self._known:
                body = json.dumps(self._used).encode()
                replace_file(self._folder / _LIST, self._seal.close(body))
            for file in files_below(self._folder):
                if file.rpartition("/")[2] not in wanted:
                    Path(file).unlink(missing_ok=True)
        except OSError as failure:
            self.refused = failure

    def _keep(self, place: str, content: bytes, file: str | None) -> None:
        """Keep a file. A folder that cannot be written costs time in the next build and changes nothing in this one."""
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

    def _read(self) -> dict[str, _Files]:
        try:
            body = self._seal.open((self._folder / _LIST).read_bytes())
        except OSError:
            return {}
        listed = json.loads(body or b"{}").items()
        return {entry: [(address, of) for address, of in files] for entry, files in listed}

    def _file(self, entry: str, n: int) -> str:
        return f"{self._place}/{entry[:2]}/{entry}.{n}"

    def _entry(self, name: str, basis: str) -> str:
        return sha256(f"{self._stamp}\0{name}\0{basis}".encode()).hexdigest()[:40]


_Files = list[tuple[str, str]]
"""The files of an entry: of each its address (empty: kept and not published) and its SHA-256."""


def _whole(file: str, digest: str) -> bytes | None:
    try:
        with open(file, "rb", opener=_no_link) as known:
            content = known.read()
    except OSError:
        return None
    return content if digest_of(content) == digest else None


def _no_link(file: str, flags: int) -> int:
    return os.open(file, flags | os.O_NOFOLLOW)


def _make(folder: str) -> None:
    """Make a folder of entries; nothing is kept through a link, which a branch can bring."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    if Path(folder).is_symlink():
        raise NotADirectoryError(20, "a link where entries are kept", folder)


def _put(place: str, content: bytes, file: str | None) -> None:
    if file is not None:
        linked(file, place)
        return
    with open(place, "xb") as out:  # noqa: PTH123
        out.write(content)
