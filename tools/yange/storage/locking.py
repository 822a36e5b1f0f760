"""One lock a project for everything that writes: import, new, amend, init, archive, build, publish, serve's rebuild.

The lock is a file of the project's state (:mod:`yange.storage.state`), held with the system's own lock through
filelock, so it is released however a process ends. It is re-entrant within a thread. Readers never take it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout, lock_descriptor

from yange.problems import YangeError
from yange.storage.machine import open_no_link
from yange.storage.state import ProjectState, put, state_of, take

__all__ = ["WAIT", "busy", "held", "project_lock", "try_lock"]

WAIT = 30.0
"""Seconds that a writer waits for another; imports and edits take less than one, a build of some size takes longer."""

_LOCK = "lock"
_HOLDER = "holder.json"


@contextmanager
def project_lock(
    root: Path, command: str, *, wait: float = WAIT, tell: Callable[[str], None] | None = None
) -> Iterator[ProjectState]:
    """Hold the lock of the project at ``root`` in the block, and give the place of its state.

    Args:
        root: the project.
        command: what holds it, named to others (``import``).
        wait: seconds to wait for another holder; 0: not at all.
        tell: is given a sentence when the wait begins.

    Raises:
        YangeError: when another process still holds it, or the machine refuses. Nothing was done then.

    """
    state = state_of(root)
    folder = state.made()
    file = folder / _LOCK
    if wait and tell and busy(root):
        tell(f"{_who(folder)} is at work in {state.root}; waiting up to {wait:g} s")
    with held(file, wait=wait, otherwise=lambda: _advice(state)) as depth:
        if depth == 1:
            with suppress(OSError):  # it only gives a name to the holder in somebody else's message
                put(folder / _HOLDER, json.dumps({"command": command, "process": os.getpid()}).encode())
        yield state


@contextmanager
def held(file: Path, *, wait: float, otherwise: Callable[[], str]) -> Iterator[int]:
    """Hold the lock on ``file`` in the block; ``otherwise`` words the refusal after ``wait`` seconds.

    The block is given how many blocks of this thread hold it, itself included.

    Raises:
        YangeError: when it is held elsewhere, or the machine refuses.

    """
    try:
        lock = FileLock(file, mode=0o600, is_singleton=True)
        lock.acquire(timeout=wait)
    except Timeout as failure:
        raise YangeError(otherwise()) from failure
    except OSError as failure:
        raise YangeError(f"{file}: cannot be locked: {failure.strerror or failure}; nothing was written") from failure
    try:
        yield lock.lock_counter
    finally:
        lock.release()


def busy(root: Path) -> bool:
    """Return whether a writer is at work in the project, without writing anything.

    Raises:
        YangeError: where the project's state cannot be trusted.

    """
    return any(_is_held(folder / _LOCK) for folder in state_of(root).found())


def try_lock(handle: int) -> bool:
    """Lock an open file for this process until it is closed; return false if another process holds the lock.

    It is the lock that :func:`held` takes, too. ``handle`` is a descriptor.

    Raises:
        OSError: where the file system has no locks.

    """
    return lock_descriptor(handle, blocking=False)


def _is_held(file: Path) -> bool:
    try:
        handle = open_no_link(file, os.O_RDWR)
    except OSError:
        return False
    try:
        return not try_lock(handle)
    except OSError:
        return True
    finally:
        os.close(handle)


def _advice(state: ProjectState) -> str:
    return (
        f"{_who(state.folder)} is at work in {state.root}; nothing was written; wait until it is done and run the"
        " command again"
    )


def _who(folder: Path) -> str:
    try:
        noted = json.loads(take(folder / _HOLDER) or b"{}")
        return f"yange {noted['command']} (process {noted['process']})"
    except (YangeError, ValueError, KeyError, TypeError):
        return "another yange"
