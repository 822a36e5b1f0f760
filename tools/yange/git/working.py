"""The working folder, compared with its commit: what git's settings changed on checkout is not a change.

Git writes files in the form its settings and the machine ask for: with other line ends (``core.autocrlf``,
``core.eol``, ``.gitattributes``), a link as a plain file that names its target (``core.symlinks``), a submodule as an
empty folder. A file that differs from its commit only in this is read as committed. Git is not run for it, so that no
filter runs; what a filter changed beyond line ends is read as it is in the folder.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha1, sha256

from yange.git.history import CommitTree
from yange.trees import EntryKind, Tree, TreeEntry, UnreadableError

__all__ = ["WorkingTree", "blob_id"]


def blob_id(data: bytes, width: int) -> str:
    """Return the id that git gives a file's content, in a repository with ids of ``width`` hexadecimal digits."""
    digest = sha256 if width == 64 else sha1
    return digest(b"blob %d\0" % len(data) + data).hexdigest()


class WorkingTree:
    """The files of a folder (a :class:`yange.trees.Tree`), as they would be committed on top of ``commit``.

    An entry's mark is the id that git gives the file, as in a :class:`CommitTree`, so that the two compare.
    """

    def __init__(self, folder: Tree, commit: CommitTree) -> None:
        self._folder = folder
        self._commit = commit

    @property
    def name(self) -> str:
        """The folder."""
        return self._folder.name

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        """Return the entries of a folder, in order of name; ``None`` where there is no such folder."""
        found = self._folder.entries(path)
        if found is None:
            return None
        committed = {entry.name: entry for entry in self._commit.entries(path) or ()}
        return tuple(self._entry(path, entry, committed.get(entry.name)) for entry in found)

    def size(self, path: str) -> int:
        """Return the size of a file in the folder, in bytes."""
        return self._folder.size(path)

    def read(self, path: str) -> bytes:
        """Return the content of a file; the committed content if only git's line end settings made a difference."""
        data = self._folder.read(path)
        return self._unconverted(path, data) if b"\r\n" in data else data

    def _entry(self, folder: str, entry: TreeEntry, committed: TreeEntry | None) -> TreeEntry:
        if committed is not None and committed.kind is EntryKind.SUBMODULE and entry.kind is EntryKind.FOLDER:
            return committed
        if entry.kind is not EntryKind.FILE:
            return entry
        path = f"{folder}/{entry.name}"
        try:
            mark = blob_id(self.read(path), self._commit.width)
        except UnreadableError:  # whoever reads it is told
            return entry
        if committed is not None and committed.kind is EntryKind.LINK and committed.mark == mark:
            return committed
        return TreeEntry(entry.name, entry.kind, mark)

    def _unconverted(self, path: str, data: bytes) -> bytes:
        """Return the content from which git made ``data``, if it did: git only turns LF into CRLF."""
        with suppress(UnreadableError):
            committed = self._commit.read(path)
            same = committed.replace(b"\r\n", b"\n") == data.replace(b"\r\n", b"\n")
            if same and committed.count(b"\r\n") < data.count(b"\r\n"):
                return committed
        return data
