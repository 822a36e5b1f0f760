"""A name that leads to a folder beside it, and is turned to another folder in one step.

It is a symbolic link. Where the system refuses links, or would not replace one in one step as on Windows, it is a file
with the line ``gitdir: NAME``, which git follows as it follows a link.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from yange.storage.machine import flush, open_no_link

__all__ = ["is_pointer", "point", "pointed"]

_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
_HEAD = "gitdir: "
_LONGEST = 4096


def is_pointer(place: Path) -> bool:
    """Return whether what is at a path leads elsewhere: a link of any kind, or a file as :func:`point` writes it."""
    return place.is_symlink() or pointed(place) is not None


def pointed(place: Path) -> str | None:
    """Return what a pointer names, as it is written in it; ``None`` where there is none."""
    if place.is_symlink():
        return str(place.readlink())
    try:
        handle = open_no_link(place, os.O_RDONLY)
    except OSError:  # nothing there; on Windows, a folder
        return None
    try:
        line = os.read(handle, _LONGEST).decode("utf-8", "replace")
    except OSError:  # a folder
        return None
    finally:
        os.close(handle)
    whole = line.startswith(_HEAD) and line.endswith("\n") and line.count("\n") == 1
    return line.removeprefix(_HEAD).removesuffix("\n") if whole else None


def point(place: Path, name: str, aside: Path) -> None:
    """Let ``place`` lead to the folder ``name`` beside it, in one step.

    Args:
        place: where nothing is, or a pointer.
        name: of the folder.
        aside: a free name in the same folder, on which the new pointer is made; what a killed call left there goes.

    Raises:
        OSError: when the machine refuses; ``place`` is as it was.

    """
    with suppress(FileNotFoundError):
        aside.unlink()
    if not _linked(aside, name):
        with aside.open("xb") as file:
            file.write(f"{_HEAD}{name}\n".encode())
        flush(aside)
    aside.replace(place)


def _linked(aside: Path, name: str) -> bool:
    """Make a link; return whether there is one."""
    if os.name == "nt":  # it would refuse to put a link in the place of another
        return False
    try:
        aside.symlink_to(name)
    except OSError as failure:
        if failure.errno in _NO_LINKS:
            return False
        raise
    return True
