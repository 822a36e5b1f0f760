"""Reading the texts of a project at one moment, while writers may be at work, and without writing anything.

A write that is under way, or broke off, has a journal (:mod:`yange.storage.journal`): for the files of its plan the
reader takes the contents that count from there, and everything else from the disk. Where another write has come to its
end meanwhile, it reads again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from yange.problems import YangeError
from yange.storage.journal import Direction, Journal, find, last_write
from yange.storage.locking import busy
from yange.storage.state import ProjectState, UntrustedError, state_of
from yange.trees import EntryKind, FolderTree, Tree, TreeEntry, UnreadableError

__all__ = ["at_one_moment", "broken_off"]

T = TypeVar("T")

_TIMES = 20
"""A reading that meets the end of twenty writes in a row gives up: nothing that people do writes so often."""


def at_one_moment(root: Path, read: Callable[[Tree], T]) -> T:
    """Return what ``read`` makes of the project's tree; all of it is of one moment between two writes.

    ``read`` is called again where another write came to its end meanwhile; what it may raise for the machine
    (:class:`UnreadableError`, :class:`YangeError`) counts only if none did.

    Raises:
        YangeError: when the machine refuses, or the texts are written without a pause.

    """
    state = state_of(root)
    for _ in range(_TIMES):
        journal = _journal(state)
        mark = _mark(state, journal)
        contents = {} if journal is None else journal.contents()
        if contents is None:
            continue
        tree = FolderTree(state.root) if journal is None else _Overlaid(state.root, journal, contents)
        try:
            answer = read(tree)
        except (UnreadableError, YangeError):
            if _mark(state, _journal(state)) == mark:
                raise
            continue
        if _mark(state, _journal(state)) == mark:
            return answer
    raise YangeError(f"{root}: the texts are being written without a pause; wait until that is done and call again")


def broken_off(root: Path) -> str | None:
    """Say that a write broke off and which command finishes it; ``None`` where none did. Nothing is written."""
    state = state_of(root)
    try:
        found = find(state)
        if found is None or busy(root):
            return None
        again = find(state)
    except UntrustedError as failure:
        return f"it is not known whether a write broke off: {failure}"
    if again is None or again.token != found.token:
        return None
    reads = "as if it had been done" if again.direction is Direction.REDO else "as if it had not begun"
    return (
        f"a write of yange {again.command} broke off; until the next yange import, new, amend, archive or build"
        f" {'finishes' if again.direction is Direction.REDO else 'undoes'} it, the texts are read {reads}"
    )


def _journal(state: ProjectState) -> Journal | None:
    """Return the journal, if any; :func:`broken_off` reports one that is not this machine's own."""
    with suppress(UntrustedError):
        return find(state)
    return None


def _mark(state: ProjectState, journal: Journal | None) -> object:
    """Return what is the same at two moments between which no write came to its end, nor another one began."""
    if journal is not None:
        return (journal.token.encode(),)
    with suppress(UntrustedError):
        return last_write(state)
    return None


class _Overlaid(FolderTree):
    """The tree of a project with the contents that count while a journal is there."""

    def __init__(self, root: Path, journal: Journal, contents: Mapping[str, bytes | None]) -> None:
        super().__init__(root)
        self._contents = contents
        self._folders = _folders(journal, contents)
        self._names: dict[str, dict[str, EntryKind | None]] = {}
        files = {path: None if content is None else EntryKind.FILE for path, content in contents.items()}
        folders = {path: EntryKind.FOLDER if there else None for path, there in self._folders.items()}
        for path, kind in (*files.items(), *folders.items()):
            parent, _, name = path.rpartition("/")
            self._names.setdefault(parent, {})[name] = kind

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        """Return the entries of a folder in order of name; ``None`` if there is no such folder."""
        if self._folders.get(path) is False:
            return None
        here = {entry.name: entry for entry in super().entries(path) or ()}
        known = here or self._folders.get(path) or (self._root / path).is_dir()
        for name, kind in self._names.get(path, {}).items():
            if kind is None:
                here.pop(name, None)
            else:
                here[name] = TreeEntry(name, kind)
        return tuple(here[name] for name in sorted(here)) if known else None

    def size(self, path: str) -> int:
        """Return the size of a file in bytes."""
        content = self._content(path)
        return super().size(path) if content is None else len(content)

    def read(self, path: str) -> bytes:
        """Return the content of a file."""
        content = self._content(path)
        return super().read(path) if content is None else content

    def _content(self, path: str) -> bytes | None:
        if path not in self._contents:
            return None
        content = self._contents[path]
        if content is None:
            raise UnreadableError("no such file")
        return content


def _folders(journal: Journal, contents: Mapping[str, bytes | None]) -> dict[str, bool]:
    """Tell of the folders that are new with the write whether they count; one in which a person put files does."""
    if journal.direction is Direction.REDO:
        return dict.fromkeys(journal.folders, True)
    return {folder: _other_files(journal.root / folder, folder, contents) for folder in journal.folders}


def _other_files(place: Path, folder: str, contents: Mapping[str, bytes | None]) -> bool:
    if not place.is_dir():
        return False
    names = (f"{folder}/{file.relative_to(place).as_posix()}" for file in place.rglob("*") if file.is_file())
    return any(name not in contents and not name.rpartition("/")[2].startswith(".yange-") for name in names)
