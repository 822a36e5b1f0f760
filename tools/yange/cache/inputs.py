"""Hashes of all that a build reads: the program, and folders to the byte.

This is computed before it is known whether a build is needed, so nothing that takes long to load is imported here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

__all__ = ["DoubtError", "digest_of", "files_below", "files_digest", "program", "program_anywhere", "program_stamp"]

_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = (".py", ".po", ".json")
_INSTALLED = (".dist-info", ".egg-info", ".egg-link", ".pth")


class DoubtError(OSError):
    """A path whose content cannot be known for certain from the bytes of files."""


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return sha256(content).hexdigest()


@cache
def program() -> str:
    """Return the hash of the program: our code, and name and version of Python and of everything installed.

    It describes the program as it runs: what is installed later does not change it.
    """
    digest = sha256(sys.version.encode())
    for folder in map(Path, sys.path):
        if folder.is_dir():
            names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(_INSTALLED))
            digest.update(repr(names).encode())
    code = (file for file in files_below(_PACKAGE) if file.endswith(_CODE))
    digest.update(files_digest(map(Path, code)).encode())
    return digest.hexdigest()


@cache
def program_anywhere() -> str:
    """Return the hash of our code, of Python and of everything installed, wherever they lie on a machine."""
    installed = sorted({f"{one.name}=={one.version}" for one in distributions()})
    digest = sha256(repr((sys.version, installed)).encode())
    for file in files_below(_PACKAGE):
        if file.endswith(_CODE):
            digest.update(f"{Path(file).relative_to(_PACKAGE).as_posix()}\0".encode())
            digest.update(sha256(Path(file).read_bytes()).digest())
    return digest.hexdigest()


def program_stamp() -> str:
    """Return what changes with every change of the program, from what the file system says of its files.

    It takes a tenth of the time of :func:`program`. A file with the same times, size and number counts as the same.
    """
    digest = sha256(sys.version.encode())
    for folder in map(Path, sys.path):
        if folder.is_dir():
            names = sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(_INSTALLED))
            digest.update(repr((str(folder), names)).encode("utf-8", "surrogateescape"))
    for file in files_below(_PACKAGE):
        if file.endswith(_CODE):
            found = os.lstat(file)
            facts = file, found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
            digest.update(repr(facts).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def files_digest(paths: Iterable[Path]) -> str:
    """Return the hash of files and folders with all that is in them, by name and to the byte; missing ones count too.

    Raises:
        DoubtError: if a symbolic link is among them, or something that is no file.

    """
    digest = sha256()
    for path in paths:
        digest.update(f"{path}\0{path.is_dir():d}\0".encode())
        for file in files_below(path) if path.is_dir() else [str(path)] if path.exists() else []:
            digest.update(f"{file}\0".encode("utf-8", "surrogateescape"))
            digest.update(sha256(Path(file).read_bytes()).digest())
    return digest.hexdigest()


def files_below(folder: Path | str) -> Iterator[str]:
    """Yield the path of every file below a folder, in order of name.

    Raises:
        DoubtError: if a symbolic link is among them, or something that is no file.

    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path)
        elif entry.is_file(follow_symlinks=False):
            yield entry.path
        else:
            raise DoubtError(entry.path)
