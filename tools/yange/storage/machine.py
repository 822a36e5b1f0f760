"""What operating systems do differently: opening without following links, flushing folders, owners and rights.

Linux and macOS have all of it. Windows has no flags against links, flushes no folder, and knows no user numbers and no
permission bits: whose a file is, is there decided by the rights of the user's own folders. A file that is open can be
neither renamed nor removed there.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

__all__ = ["MOVES_OPEN_FILES", "flush", "is_mine", "is_private", "open_no_link", "remove_tree"]

_WINDOWS = os.name == "nt"
MOVES_OPEN_FILES = not _WINDOWS
"""Whether a file can be renamed or removed while a process has it open."""

_NOFOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_NONBLOCK: int = getattr(os, "O_NONBLOCK", 0)
_BINARY: int = getattr(os, "O_BINARY", 0)


def open_no_link(file: str | Path, flags: int, mode: int = 0o600) -> int:
    """Open a file as :func:`os.open` does, in binary, and return its descriptor. Nothing is waited for.

    Raises:
        OSError: when the machine refuses, or a symbolic link has that name. Where the system has no flag for that, a
            link that is made at this very moment may be followed.

    """
    if not _NOFOLLOW and Path(file).is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(file))
    return os.open(file, flags | _NOFOLLOW | _NONBLOCK | _BINARY, mode)


def flush(path: Path) -> None:
    """Make sure that a finished file, or the names in a folder, are on the disk. Windows does that by itself.

    Raises:
        OSError: when the machine refuses.

    """
    if _WINDOWS:
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_mine(found: os.stat_result) -> bool:
    """Return whether the user who runs the command owns a file or folder; true on systems without user numbers."""
    return not hasattr(os, "geteuid") or found.st_uid == os.geteuid()


def is_private(found: os.stat_result) -> bool:
    """Return whether no other user may enter a folder; true on systems without permission bits."""
    return _WINDOWS or not stat.S_IMODE(found.st_mode) & 0o077


def remove_tree(folder: Path) -> None:
    """Remove a folder with all that is in it. What the machine refuses to remove stays."""
    if _WINDOWS:  # it removes no file that is marked as read-only, as git's objects are
        for parent, _, names in os.walk(folder):
            for name in names:
                with suppress(OSError):
                    Path(parent, name).chmod(stat.S_IWRITE)
    shutil.rmtree(folder, ignore_errors=True)
