"""Where the built repository is: a pointer to a numbered folder beside it, replaced in one step under the lock.

``history.git`` points to ``.history-000007`` (:mod:`yange.storage.pointers`: a symbolic link, or a file that git
follows where the system has no links). A build fills the next number and then replaces the pointer, which a file system
does entirely or not at all; whatever a killed build leaves is removed by the next one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yange.archive.manifest import MANIFEST, STATE
from yange.archive.repository import CONFIGURATION
from yange.problems import YangeError
from yange.storage.locking import project_lock
from yange.storage.machine import flush
from yange.storage.made_folders import MadeFolders
from yange.storage.pointers import is_pointer, point, pointed
from yange.storage.state import state_of

_CRASH = re.compile(r"fast_import_crash_\d+")


class ArchivePlace:
    """The address of an archive (``…/history.git``) and the numbered folders behind it.

    ``root`` is the project whose lock and notes are used; without it, the folder that holds the archive.
    """

    def __init__(self, target: Path, root: Path | None = None) -> None:
        # The parent is resolved, the link itself must not be.
        self.target = target.parent.resolve() / target.name
        self._given = target.parent
        self._root = root or target.parent
        self._stem = f".{target.stem}"
        self._slot = re.compile(re.escape(self._stem) + r"-\d{6,}")
        self._highest = 0

    @property
    def parent(self) -> Path:
        """The folder that holds the pointer."""
        return self.target.parent

    @property
    def _made(self) -> MadeFolders:
        return MadeFolders(state_of(self._root))

    @property
    def stands(self) -> bool:
        """Whether an archive, or something else, has this path."""
        return os.path.lexists(self.target)

    def current(self) -> Path | None:
        """Return the folder that holds the archive, ``None`` where there is none yet.

        Raises:
            YangeError: where something is there that this tool did not make.

        """
        name = pointed(self.target)
        if name is None:
            if self.target.exists() and not self._made.ours(self.target):
                raise YangeError(f"{self.target} is no link made by yange archive; move it away")
            return self.target if self.target.exists() else None
        found = self.parent / name
        if not self._slot.fullmatch(name) or found.is_symlink():
            raise YangeError(f"{self.target} points to {name}, which yange archive did not make; remove the link")
        return found

    def file(self, name: str) -> Path:
        """Return the path at which people find a file of the archive."""
        return (self.target if self.target.is_dir() else self.current() or self.target) / name

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other writer out; the lock is released when the process ends, however that happens.

        Raises:
            YangeError: when another writer holds it, or the archive would be outside the project.

        """
        if self.parent != self._root.resolve() / self._given.relative_to(self._root):
            raise YangeError(f"{self._given}: a link is on the way there; nothing was written; remove the link")
        self.parent.mkdir(parents=True, exist_ok=True)
        with project_lock(self._root, "archive", wait=0):  # a command waited for it already
            yield

    def fresh(self) -> Path:
        """Make the next numbered folder: never one that the git of a killed build may still write to."""
        self._note_numbers()
        folder = self._made.fresh(self.parent / f"{self._stem}-{self._highest + 1:06}", self.target)
        try:
            self._made.claim(folder)
        except OSError:
            self._made.discard(folder)
            raise
        return folder

    def discard(self, folder: Path) -> None:
        """Remove a folder that :meth:`fresh` made and nobody needs."""
        self._made.discard(folder)

    def publish(self, folder: Path) -> None:
        """Let the pointer lead to ``folder``, in one step."""
        _flush_tree(folder)
        if not is_pointer(self.target) and self._made.ours(self.target):
            self._made.discard(self.target)  # an earlier Yange put the folder itself there where it could make no link
        point(self.target, folder.name, self.parent / f"{self._stem}.link")
        self._made.settle(folder)
        flush(self.parent)

    def sweep(self) -> None:
        """Remove every numbered folder that Yange made and the pointer does not name; folders of others are kept.

        What cannot be removed (a killed git still writes to it, another owner) is left to the next build.
        """
        self._note_numbers()
        self._made.finish(self.target)
        current = self.current()
        for folder in self._folders():
            if folder != current and (self._made.ours(folder) or _finished(folder) or _of_dying_git(folder)):
                self._made.discard(folder)

    def _folders(self) -> list[Path]:
        return sorted(path for path in self.parent.iterdir() if self._slot.fullmatch(path.name))

    def _note_numbers(self) -> None:
        numbers = (int(folder.name.rpartition("-")[2]) for folder in self._folders())
        self._highest = max(self._highest, *numbers, 0)


def _finished(folder: Path) -> bool:
    """Return whether a folder is a complete archive, of which nothing is noted: an earlier Yange made it."""
    try:
        ours = (folder / "config").read_bytes() == CONFIGURATION
    except OSError:
        return False
    return ours and not folder.is_symlink() and (folder / STATE).is_file() and (folder / MANIFEST).is_file()


def _of_dying_git(folder: Path) -> bool:
    """Return whether a folder is empty, or holds what a git writes once more after its folder was removed under it.

    It makes the folders of its pack anew, and a fast-import whose builder is gone reports its own end beside them.
    """
    if folder.is_symlink() or not folder.is_dir():
        return False
    return all(
        path.is_dir() if path.name in {"objects", "refs"} else _CRASH.fullmatch(path.name) is not None
        for path in folder.iterdir()
    )


def _flush_tree(folder: Path) -> None:
    for parent, _, names in os.walk(folder):
        for name in names:
            flush(Path(parent, name))
        flush(Path(parent))
