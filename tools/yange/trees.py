"""A tree of files to read from: a folder on disk, or a commit that is not checked out (see :mod:`yange.git`).

Paths are relative to the project, with ``/``. The kind and size of an entry are known before it is opened, so that a
reader can refuse links, submodules and huge files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from yange.problems import YangeError

__all__ = ["POLICIES", "EntryKind", "FolderTree", "Listed", "Tree", "TreeEntry", "UnreadableError", "walk"]

POLICIES = "policies"
"""The folder of the texts in a project."""


class EntryKind(StrEnum):
    """The kind of an entry of a folder."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    SUBMODULE = "submodule"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """One entry of a folder. ``mark`` is equal for equal files in one kind of tree, and empty if unknown.

    ``executable`` is the permission that git records for a file.
    """

    name: str
    kind: EntryKind
    mark: str = ""
    executable: bool = False

    @property
    def suffix(self) -> str:
        """The last part of the name from the dot on, as in :attr:`pathlib.PurePath.suffix`."""
        return Path(self.name).suffix


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a whole tree, by its path; links and submodules are files here."""

    path: str
    kind: EntryKind
    mark: str = ""
    executable: bool = False


class UnreadableError(Exception):
    """A file that cannot be read; the message says why."""


class Tree(Protocol):
    """A tree of files that can be read."""

    @property
    def name(self) -> str:
        """The name of the tree in messages."""

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        """Return the entries of a folder in order of name, or ``None`` if there is no such folder.

        Raises:
            YangeError: if the machine cannot read the folder.

        """

    def size(self, path: str) -> int:
        """Return the size of a file in bytes.

        Raises:
            UnreadableError: if the size is not known.

        """

    def read(self, path: str) -> bytes:
        """Return the content of a file.

        Raises:
            UnreadableError: if the file cannot be read.

        """


def walk(tree: Tree, *tops: str) -> Iterator[Listed]:
    """Yield every file of a tree, or of some of its folders, in order of path.

    Raises:
        YangeError: if the machine cannot read it, or the tree is larger than any library.

    """
    for top in tops or ("",):
        for entry in tree.entries(top) or ():
            path = f"{top}/{entry.name}" if top else entry.name
            if entry.kind is EntryKind.FOLDER:
                yield from walk(tree, path)
            else:
                yield Listed(path, entry.kind, entry.mark, entry.executable)


class FolderTree:
    """The tree of a folder on disk."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def name(self) -> str:
        """The folder."""
        return str(self._root)

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        """Return the entries of a folder in order of name, or ``None`` if there is no such folder."""
        folder = self._root / path
        if not folder.is_dir():
            return None
        try:
            found = sorted(folder.iterdir(), key=lambda entry: entry.name)
        except OSError as failure:
            raise YangeError(f"{folder}: cannot be read: {failure.strerror}") from failure
        return tuple(TreeEntry(entry.name, _kind(entry)) for entry in found)

    def size(self, path: str) -> int:
        """Return the size of a file in bytes."""
        try:
            return (self._root / path).stat().st_size
        except OSError as failure:
            raise UnreadableError(failure.strerror or str(failure)) from failure

    def read(self, path: str) -> bytes:
        """Return the content of a file."""
        try:
            return (self._root / path).read_bytes()
        except OSError as failure:
            raise UnreadableError(failure.strerror or str(failure)) from failure


def _kind(path: Path) -> EntryKind:
    if path.is_symlink():
        return EntryKind.LINK
    if path.is_dir():
        return EntryKind.FOLDER
    return EntryKind.FILE if path.is_file() else EntryKind.OTHER
