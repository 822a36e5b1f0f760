"""Where the built repository stands: a link to a numbered sibling folder, swapped in one step under a lock.

``history.git`` is a symbolic link to ``.history-000007`` beside it. A build fills the next number and then
replaces the link, which a file system does entirely or not at all; whatever a killed build leaves is swept up
by the next.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yange.locking import held
from yange.problems import YangeError


class Place:
    """The address of an archive (``…/history.git``) and the numbered folders behind it."""

    def __init__(self, target: Path) -> None:
        # The parent is resolved, the link itself must not be.
        self.target = target.parent.resolve() / target.name
        self._stem = f".{target.stem}"
        self._slot = re.compile(re.escape(self._stem) + r"-\d{6,}")
        self._highest = 0

    @property
    def parent(self) -> Path:
        """The folder that holds the link."""
        return self.target.parent

    def current(self) -> Path | None:
        """Return the folder the link points to, ``None`` where there is no archive yet.

        Raises:
            YangeError: where something stands there that this tool did not make.

        """
        if not self.target.is_symlink():
            if self.target.exists():
                raise YangeError(f"{self.target} is no link made by yange archive; move it away")
            return None
        name = self.target.readlink().name
        if str(self.target.readlink()) != name or not self._slot.fullmatch(name):
            raise YangeError(f"{self.target} points to {name}, which yange archive did not make; remove the link")
        return self.parent / name

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other builder out; the lock goes when the process does, however it ends.

        Raises:
            YangeError: when another builder holds it.

        """
        self.parent.mkdir(parents=True, exist_ok=True)
        advice = f"another yange is at work on {self.target}; wait until it is done and run the command again"
        with held(self.parent / f"{self._stem}.lock", wait=0, otherwise=lambda: advice):
            yield

    def fresh(self) -> Path:
        """Make the next numbered folder: never one that a dying git of a killed build may still write to."""
        self._note_numbers()
        folder = self.parent / f"{self._stem}-{self._highest + 1:06}"
        folder.mkdir()
        return folder

    def publish(self, folder: Path) -> None:
        """Let the link point to ``folder``, in one step."""
        _flush_tree(folder)
        link = self.parent / f"{self._stem}.link"
        link.unlink(missing_ok=True)
        link.symlink_to(folder.name)
        link.replace(self.target)
        _flush(self.parent)

    def sweep(self) -> None:
        """Remove every numbered folder the link does not point to.

        What cannot be removed (a git that is still dying in it, a foreign owner) waits for the next build.
        """
        self._note_numbers()
        current = self.current()
        for folder in self._folders():
            if folder != current:
                shutil.rmtree(folder, ignore_errors=True)

    def _folders(self) -> list[Path]:
        return sorted(path for path in self.parent.iterdir() if self._slot.fullmatch(path.name))

    def _note_numbers(self) -> None:
        numbers = (int(folder.name.rpartition("-")[2]) for folder in self._folders())
        self._highest = max(self._highest, *numbers, 0)


def _flush(path: Path) -> None:
    """See that a file or folder is on the disk before anything points to it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _flush_tree(folder: Path) -> None:
    for parent, _, names in os.walk(folder):
        for name in names:
            _flush(Path(parent, name))
        _flush(Path(parent))
