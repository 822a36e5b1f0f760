"""Open files that people name: regular ones only, nothing that waits, no more bytes than a document can have."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from yange.problems import Problem, YangeError, error

__all__ = ["LARGEST", "NotAFileError", "named_bytes", "opened", "read_bytes", "refusal", "too_large"]

LARGEST = 64 * 1024 * 1024
"""Bytes of an imported file. The largest scrape seen, of about a hundred documents, has a tenth of that."""

_NOFOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_FLAGS: int = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotAFileError(ValueError):
    """What has this name is no regular file."""


def opened(path: Path, *, follow: bool = False) -> BinaryIO:
    """Open a regular file. A pipe would be waited for, and a device can be set to work: neither is opened.

    Args:
        path: the file.
        follow: also if it is a symbolic link.

    Raises:
        NotAFileError: for anything else.
        OSError: when the machine refuses.

    """
    if not stat.S_ISREG((path.stat() if follow else path.lstat()).st_mode):
        raise NotAFileError(str(path))
    file = open(os.open(path, _FLAGS | (0 if follow else _NOFOLLOW)), "rb")  # noqa: PTH123, SIM115 - of a descriptor
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):  # it was replaced between the two looks
        file.close()
        raise NotAFileError(str(path))
    return file


def read_bytes(path: Path, name: str, *, follow: bool = False) -> bytes | Problem:
    """Return the bytes of a regular file, or why it is not read; ``name`` is its name in the message."""
    try:
        with opened(path, follow=follow) as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(LARGEST + 1) if size <= LARGEST else b""
    except (NotAFileError, OSError) as failure:
        return refusal(name, failure)
    return too_large(name) if max(size, len(data)) > LARGEST else data


def named_bytes(path: Path) -> bytes:
    """Return the bytes of the one file that a call is about.

    Raises:
        YangeError: if it is no regular file, cannot be read, or is too large.

    """
    found = read_bytes(path, str(path), follow=True)
    if isinstance(found, Problem):
        raise YangeError(f"{path}: {found.message}; {found.hint}")
    return found


def refusal(name: str, failure: NotAFileError | OSError) -> Problem:
    """Return the problem of a file that was not opened."""
    if isinstance(failure, OSError):
        reason = failure.strerror or str(failure)
        return error("source-unreadable", name, f"cannot be read ({reason})", hint="check the name and its permissions")
    message = "this is no regular file but a folder, a pipe or a device"
    return error("source-not-a-file", name, message, hint="name a file; save what a program prints to one first")


def too_large(name: str) -> Problem:
    """Return the problem of a file with more than :data:`LARGEST` bytes."""
    message = f"the file is larger than {LARGEST >> 20} MB"
    return error("source-too-large", name, message, hint="cut it into its documents")
