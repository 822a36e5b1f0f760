"""A tree of files to read from: a folder on the disk, or (see :mod:`yange.git`) a commit that is nowhere checked out.

Paths are relative to the project, with ``/``. What a name leads to is said before it is opened, so that a reader can
refuse links, submodules and giants without touching them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from yange.problems import YangeError

__all__ = ["EntryKind", "FolderTree", "Listed", "Tree", "TreeEntry", "UnreadableError", "walk"]


class EntryKind(StrEnum):
    """What stands under a name."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    SUBMODULE = "submodule"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """One name in a folder. ``mark`` is equal for equal files of one kind of tree; empty where that is not known.

    ``executable`` is what git records of a file's rights.
    """

    name: str
    kind: EntryKind
    mark: str = ""
    executable: bool = False

    @property
    def suffix(self) -> str:
        """The name's last part from the dot on, as :attr:`pathlib.PurePath.suffix` has it."""
        return Path(self.name).suffix


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a whole tree, by its path; links and submodules are files here."""

    path: str
    kind: EntryKind
    mark: str = ""
    executable: bool = False


class UnreadableError(Exception):
    """A file cannot be read; the message says why."""


class Tree(Protocol):
    """Something files can be read from."""

    @property
    def name(self) -> str:
        """How the tree is called in messages."""

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        """Return what stands in a folder, in order of name; ``None`` where there is no such folder.

        Raises:
            YangeError: when the machine refuses.

        """

    def size(self, path: str) -> int:
        """Return the size of a file in bytes.

        Raises:
            UnreadableError: when it cannot be told.

        """

    def read(self, path: str) -> bytes:
        """Return the content of a file.

        Raises:
            UnreadableError: when it cannot be read.

        """


def walk(tree: Tree, *tops: str) -> Iterator[Listed]:
    """Yield every file of a tree, or of these folders of it, in order of path.

    Raises:
        YangeError: when the machine refuses, or the tree is larger than any library.

    """
    for top in tops or ("",):
        for entry in tree.entries(top) or ():
            path = f"{top}/{entry.name}" if top else entry.name
            if entry.kind is EntryKind.FOLDER:
                yield from walk(tree, path)
            else:
                yield Listed(path, entry.kind, entry.mark, entry.executable)


class FolderTree:
    """The tree of a folder on the disk."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def name(self) -> str:
        """The folder."""
        return str(self._root)

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        """Return what stands in a folder, in order of name; ``None`` where there is no such folder."""
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
