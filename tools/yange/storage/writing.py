"""Writing files of a project: under its lock, all or nothing, and never over what people wrote and nobody else holds.

A command that writes does all its reading and writing in one block of :func:`at_work`. Another writer waits outside or
is refused; a write that broke off is finished first. :mod:`yange.storage.journal` says how a write survives failures
and kills, :mod:`yange.storage.snapshots` how readers see none of it.

:func:`replace_file` writes one file that is no text of a project, whole or not at all: a report, a kept value.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from yange.git.known import known_to_git
from yange.problems import YangeError
from yange.storage.journal import Direction, Journal, begin, find, inside, sweep, written
from yange.storage.locking import WAIT, project_lock, try_lock
from yange.storage.machine import MOVES_OPEN_FILES, open_no_link
from yange.storage.made_folders import MadeFolders
from yange.storage.state import ProjectState

__all__ = ["WriteSession", "at_work", "replace_file", "replacing", "sweep_beside", "write_files"]

_SHOWN = 8
_ENDING = ".yange-new"


@dataclass(frozen=True, slots=True)
class WriteSession:
    """What a command at work may do. ``finished`` names the command whose write broke off and was finished now."""

    state: ProjectState
    command: str
    finished: str | None = None

    def write(
        self, files: Mapping[str, str | bytes], remove: Iterable[str] = (), *, fresh: Collection[str] = ()
    ) -> tuple[str, ...]:
        """Write files below the project, all or nothing. Files that already hold the same bytes are left alone.

        Args:
            files: content by path relative to the project, with ``/``.
            remove: paths to remove with it (a record that is named by another day now); missing ones are fine.
            fresh: those of ``files`` that the command expects to be new: none of them may exist.

        Returns:
            The paths that were written, in order.

        Raises:
            YangeError: for a file that is to be new and is there; for one to be changed whose content neither git
                (commit checked out, or index) nor Yange itself put there; for a path outside the project, through a
                link or with a name with a dot in front; and when the machine refuses. Nothing was written then.

        """
        return self._write(files, remove, fresh, guarded=True)

    def _write(
        self, files: Mapping[str, str | bytes], remove: Iterable[str], fresh: Collection[str], *, guarded: bool
    ) -> tuple[str, ...]:
        root = self.state.root
        new = {path: _bytes(content) for path, content in sorted(files.items())}
        gone = sorted(set(remove) - set(files))
        there = {path: _content(root, path) for path in (*new, *gone)}
        old = {path: content for path, content in there.items() if content is not None}
        changed = {path: content for path, content in new.items() if old.get(path) != content}
        gone = [path for path in gone if path in old]
        if guarded:
            self._refuse_fresh([path for path in changed if path in old and path in fresh])
            self._refuse_unknown({path: old[path] for path in (*changed, *gone) if path in old})
        if changed or gone:
            self._carry_out(changed, gone, old)
        return tuple(changed)

    def _refuse_fresh(self, taken: list[str]) -> None:
        if taken:
            raise YangeError(
                f"{_listed(taken)}: there is such a file already, though it could not be read as a text of the library;"
                " nothing was written; fix it (yange check says what is wrong) or move it away"
            )

    def _refuse_unknown(self, old: Mapping[str, bytes]) -> None:
        """Refuse to touch files with work in them that would be lost: neither git nor Yange holds it."""
        ours = written(self.state)
        foreign = {path: content for path, content in old.items() if ours.get(path) != sha256(content).hexdigest()}
        if foreign:
            with suppress(YangeError):  # no git here: then it holds nothing
                known = known_to_git(self.state.root, foreign)
                foreign = {path: content for path, content in foreign.items() if path not in known}
        if foreign:
            raise YangeError(
                f"{_listed(list(foreign))}: changed by hand and not yet in git, so writing over it would lose work;"
                " nothing was written; git add or commit it, or move it away, and run the command again"
            )

    def _carry_out(self, changed: Mapping[str, bytes], gone: list[str], old: Mapping[str, bytes]) -> None:
        root = self.state.root
        try:
            journal = begin(self.state, self.command, changed, gone, old)
        except OSError as failure:
            raise _refused(root, failure) from failure
        try:
            journal.prepare()
            journal.turn(Direction.REDO)
            _refuse_changed(journal.forward())
        except BaseException as failure:
            undone = _take_back(journal)
            if isinstance(failure, OSError):
                raise _refused(root, failure) if undone else _unfinished(root, failure) from failure
            raise
        try:
            journal.close()
        except OSError as failure:
            raise YangeError(
                f"{root}: everything was written, but this machine's note of it was not ({failure.strerror}); the next"
                " command that writes makes up for it"
            ) from failure


@contextmanager
def at_work(
    root: Path, command: str, *, wait: float = WAIT, tell: Callable[[str], None] | None = None
) -> Iterator[WriteSession]:
    """Hold the project's lock in the block, and finish or undo first what a writer that broke off has left.

    That is a write of texts, and folders in the making: half an archive, half a site.

    Args:
        root: the project.
        command: what is at work, named to others (``import``).
        wait: seconds to wait for another writer; 0: not at all.
        tell: is given a sentence when it waits, and when it finished or undid something.

    Raises:
        YangeError: when another process still writes, or the machine refuses. Nothing was written then.

    """
    with project_lock(root, command, wait=wait, tell=tell) as state:
        finished = _recover(state, tell)
        _clear_away(state)
        yield WriteSession(state, command, finished)


def write_files(root: Path, files: Mapping[str, str | bytes], remove: Iterable[str] = ()) -> tuple[str, ...]:
    """Write files below ``root`` as :meth:`WriteSession.write` does, over whatever is there.

    For callers that know what is there; commands write in a :class:`WriteSession`.

    Raises:
        YangeError: for a path outside ``root`` or through a symbolic link, and when the machine refuses; nothing was
            written then.

    """
    with at_work(root, "write") as session:
        return session._write(files, remove, (), guarded=False)


def _clear_away(state: ProjectState) -> None:
    try:
        MadeFolders(state).finish()
    except OSError as failure:
        raise YangeError(
            f"{state.root}: what a build that broke off left cannot be cleared away: {_reason(failure)}; mend that and"
            " call again"
        ) from failure


def _recover(state: ProjectState, tell: Callable[[str], None] | None) -> str | None:
    try:
        sweep(state)
        journal = find(state)
        if journal is None:
            return None
        left = journal.finish()
    except OSError as failure:
        raise YangeError(
            f"{state.root}: a write that broke off cannot be finished: {_reason(failure)}; fix that and call again"
        ) from failure
    if tell:
        done = "finished" if journal.direction is Direction.REDO else "undid"
        kept = f"; left as they were changed since: {_listed(left)}" if left else ""
        tell(f"{done} a write of yange {journal.command} that broke off{kept}")
    return journal.command if journal.direction is Direction.REDO else None


def _refuse_changed(paths: tuple[str, ...]) -> None:
    if paths:
        raise YangeError(f"{_listed(paths)}: changed while yange was writing; nothing was written; call again")


def _take_back(journal: Journal) -> bool:
    """Undo; return whether the old contents count now. What the machine refuses is left to the next writer."""
    with suppress(OSError):
        if journal.direction is Direction.REDO:
            journal.turn(Direction.UNDO)
        journal.back()
        journal.close()
    return journal.direction is Direction.UNDO


def _refused(root: Path, failure: OSError) -> YangeError:
    return YangeError(f"{root}: nothing was written: {_reason(failure)}; fix that and call again")


def _unfinished(root: Path, failure: OSError) -> YangeError:
    return YangeError(
        f"{root}: the write was decided and could be neither finished nor undone: {_reason(failure)}; the texts are"
        " read as if it had been done; mend that, and the next command that writes finishes it"
    )


def _reason(failure: OSError) -> str:
    return f"{failure.strerror} ({failure.filename})" if failure.filename else str(failure.strerror)


def _listed(paths: Iterable[str]) -> str:
    shown = list(paths)
    return ", ".join(shown[:_SHOWN]) + (f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else "")


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _content(root: Path, path: str) -> bytes | None:
    target = inside(root, path)
    try:
        return target.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as failure:
        raise YangeError(f"{target}: cannot be read: {failure.strerror}; nothing was written") from failure


def replace_file(path: Path, data: bytes) -> None:
    """Write ``data`` to the file ``path``: a reader sees the old file or the new one, never a part.

    Raises:
        OSError: when the machine refuses; the old file is then unchanged, and nothing is left beside it.

    """
    with replacing(path) as aside:
        aside.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give an empty file beside ``path``, by its handle and its ``name``, that takes its place at the end of the block.

    Raises:
        OSError: when the machine refuses; the old file is then unchanged, and nothing is left beside it.

    """
    prefix = _prefix(path)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=prefix, suffix=_ENDING, delete=False) as aside:
        fresh = Path(aside.name)
        try:
            with suppress(OSError):  # a file system without locks: then nobody can lock what is left, nor remove it
                try_lock(aside.fileno())
            yield cast(BinaryIO, aside)
            aside.flush()
            fresh.chmod(0o644)
            if not MOVES_OPEN_FILES:
                aside.close()
            fresh.replace(path)
        except BaseException:
            aside.close()
            with suppress(OSError):
                fresh.unlink()
            raise


def sweep_beside(path: Path) -> None:
    """Remove what calls of :func:`replace_file` for ``path`` that were killed have left beside it.

    A file that a living process still writes is locked by it, and stays.
    """
    left = re.compile(rf"{re.escape(_prefix(path))}[a-z0-9_]{{8}}{re.escape(_ENDING)}")
    with suppress(OSError):
        for name in [name for name in os.listdir(path.parent) if left.fullmatch(name)]:  # noqa: PTH208
            _remove_if_left(path.with_name(name))


def _remove_if_left(file: Path) -> None:
    handle = open_no_link(file, os.O_RDWR)
    try:
        left = try_lock(handle) and stat.S_ISREG(os.fstat(handle).st_mode)
    finally:
        os.close(handle)
    if left:
        file.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name[:40]}-"
