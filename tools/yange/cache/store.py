"""The one store of caches: values under a name, sealed with this machine's key, of bounded size, each written whole.

Caches lie in the project's own tree, where a branch can bring any file. A kept value therefore counts only if its seal
is right, and the key of the seal lies outside everything that git carries (:mod:`yange.storage.state`). The seal covers
the format, the name, what the value was made from, and the value: an entry that was cut short, edited, moved to another
name, made from something else or written by another version of Yange counts as nothing and is written anew.

An entry is one file: the seal in hexadecimal digits, a line feed, and the value as JSON (:mod:`yange.coding`). No value
is code.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from yange.coding import encoded
from yange.storage.writing import replace_file

__all__ = ["Seal", "Store"]

T = TypeVar("T")
_FORMAT = "yange.cache/1"
_ENDING = ".json"


class Seal:
    """Marks contents, and recognises what it marked itself.

    The key is that of the project's state on this machine (:meth:`yange.storage.state.ProjectState.key`), 32 bytes.
    """

    def __init__(self, key: bytes) -> None:
        """Take the key."""
        self._key = key

    def close(self, content: bytes, about: str) -> bytes:
        """Return ``content`` after its mark and a line feed. The mark holds for this ``about`` only."""
        return self._mark(content, about) + b"\n" + content

    def open(self, data: bytes, about: str) -> bytes | None:
        """Return the content that :meth:`close` was given with the same ``about``; ``None`` for anything else."""
        mark, _, content = data.partition(b"\n")
        return content if hmac.compare_digest(mark, self._mark(content, about)) else None

    def _mark(self, content: bytes, about: str) -> bytes:
        subject = about.encode("utf-8", "surrogateescape")
        return hmac.digest(self._key, b"%d:%s%s" % (len(subject), subject, content), "sha256").hex().encode()


class Store:
    """A folder of entries. Without a folder nothing is found and nothing is kept.

    A folder that cannot be written costs time and changes no result: :attr:`refused` then holds what the machine said,
    and nothing more is written.
    """

    def __init__(self, folder: Path | None, seal: Seal, *, most: int | None = None) -> None:
        """Open a store; nothing is read or made yet.

        Args:
            folder: where the entries are, directly; it is made when something is kept. ``None``: nowhere.
            seal: of this machine's state for the project.
            most: how many bytes the entries may take after :meth:`trim`; ``None``: any number.

        """
        self.folder = folder
        self.refused: OSError | None = None if folder is not None else OSError("no folder")
        self._seal = seal
        self._most = most

    def get(self, name: str, basis: str, read: Callable[[bytes], T]) -> T | None:
        """Return a kept value; ``None`` where nothing is kept under this name that was made from the same.

        Args:
            name: of the entry, fit to be a file name.
            basis: what the value was made from, or a hash of that.
            read: from :func:`yange.coding.reader`; raises ValueError for what is not such a value.

        """
        if self.folder is None:
            return None
        try:
            content = self._seal.open(self._file(name).read_bytes(), _about(name, basis))
            return None if content is None else read(content)
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, name: str, basis: str, value: object) -> None:
        """Keep a value in the place of the one that had this name. The arguments are those of :meth:`get`."""
        if self.folder is None or self.refused is not None:
            return
        try:
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True)
            replace_file(self._file(name), self._seal.close(encoded(value), _about(name, basis)))
        except OSError as failure:
            self.refused = failure

    def trim(self) -> None:
        """Remove the entries that were written first until the others fit. What cannot be removed stays."""
        if self.folder is None or self._most is None:
            return
        try:
            entries = sorted(self._entries(), reverse=True)
            left = self._most
            for _, name, size in entries:
                left -= size
                if left < 0:
                    (self.folder / name).unlink(missing_ok=True)
        except OSError as failure:
            self.refused = self.refused or failure

    def _entries(self) -> Iterator[tuple[int, str, int]]:
        """Yield of each entry when it was written (nanoseconds), its file name and its size in bytes."""
        if self.folder is None or not self.folder.is_dir():
            return
        with os.scandir(self.folder) as found:
            for entry in found:
                if entry.is_file(follow_symlinks=False) and entry.name.endswith(_ENDING):
                    known = entry.stat(follow_symlinks=False)
                    yield known.st_mtime_ns, entry.name, known.st_size

    def _file(self, name: str) -> Path:
        return (self.folder or Path(os.devnull)) / f"{name}{_ENDING}"


def _about(name: str, basis: str) -> str:
    return f"{_FORMAT}\0{name}\0{basis}"
