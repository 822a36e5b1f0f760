"""What of ``policies/`` differs from what the index has read, from the stamps that the file system gives files.

A stamp is made of the times of the last change of content and of facts (mtime and ctime, in nanoseconds), the size and
the number of a file (inode). Every folder and every file that counts is looked at before each answer: an editor that
writes into a file leaves no trace in its folder. What is trusted is that a file whose four values are the same has the
same content. A file that was written so shortly before it was read that a later change could bear the same times is not
trusted: it is read again the next time.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["GRAIN", "UNTRUSTED", "Known", "Stale", "packed", "stale", "stamp", "trusted"]

GRAIN = 2_000_000_000
"""Nanoseconds within which two changes of a file may bear the same times, on the coarsest file systems (FAT: 2 s)."""
UNTRUSTED = -1
"""Equal to no stamp: Python never hashes to it."""

Known = Mapping[str, tuple[bytes, bytes]]
"""Of each folder: the names of the files in it that are read, and the stamps of the folder and of these files."""


@dataclass(slots=True)
class Stale:
    """What is to be read again: folders whose own names changed, and policies; ``gone`` are folders that were known."""

    lists: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.lists or self.policies)


def stamp(path: str) -> int:
    """Return the stamp of a file or folder, of a link its own; ``UNTRUSTED`` where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return UNTRUSTED
    return hash((found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino))


def trusted(path: str, now: int) -> int:
    """Return the stamp of a file that is read after this call; ``now``: the time before, by the file system's clock."""
    try:
        found = os.lstat(path)
    except OSError:
        return UNTRUSTED
    if max(found.st_mtime_ns, found.st_ctime_ns) > now - GRAIN:
        return UNTRUSTED
    return hash((found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino))


def packed(stamps: Iterable[int]) -> bytes:
    """Return stamps as bytes."""
    return array("q", stamps).tobytes()


def stale(root: str, known: Known) -> Stale:
    """Return which of the known folders differ. ``root``: the real path of the project.

    A folder that is missing differs from what is known of the one that contains it.
    """
    found = Stale()
    lstat = os.lstat
    for path, (names, stamps) in known.items():
        at = f"{root}/{path}"
        if not names:
            if _unlike(at, stamps):
                (found.policies if path.count("/") == 2 else found.lists).append(path)
            continue
        values = array("q", stamps)
        try:
            for name, value in zip(("", *os.fsdecode(names).split("\0")), values, strict=True):
                seen = lstat(f"{at}/{name}" if name else at)
                if hash((seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino)) != value:
                    found.policies.append(path)
                    break
        except (OSError, ValueError):
            found.policies.append(path)
    return found


def _unlike(path: str, stamps: bytes) -> bool:
    values = array("q", stamps)
    return len(values) != 1 or values[0] == UNTRUSTED or stamp(path) != values[0]
