"""Writing one file whole or not at all, anywhere on the machine; a project's texts: :mod:`yange.storage.writing`."""

from __future__ import annotations

import fcntl
import os
import re
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

__all__ = ["replace_file", "sweep_beside"]

_ENDING = ".yange-new"


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` where ``path`` is: a reader sees the old file or the new one, never a part.

    Raises:
        OSError: when the machine refuses; the old file then still stands, and nothing is left beside it.

    """
    prefix = _prefix(path)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=prefix, suffix=_ENDING, delete=False) as aside:
        fresh = Path(aside.name)
        try:
            with suppress(OSError):  # a file system without locks: then nobody can lock what is left, nor remove it
                fcntl.flock(aside, fcntl.LOCK_EX | fcntl.LOCK_NB)
            aside.write(data)
            aside.flush()
            fresh.chmod(0o644)
            fresh.replace(path)
        except BaseException:
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
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if stat.S_ISREG(os.fstat(handle).st_mode):
            file.unlink()
    finally:
        os.close(handle)


def _prefix(path: Path) -> str:
    return f".{path.name[:40]}-"
