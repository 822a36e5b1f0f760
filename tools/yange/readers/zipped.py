"""Open a zip container from outside: nothing is written, no name is used as a path, and the work is bounded.

A Word file, an OFD file and an archive of files are all zip containers. An entry is unpacked when it is asked for, in
memory, and counts against a total for the whole container.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

__all__ = ["ZipContainer", "ZipEntry", "ZipLimits", "ZipRefused", "is_zip", "open_zip"]


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """The most that is unpacked from one container: entries, bytes of one entry and of all, and the ratio.

    ``ratio`` is bytes out for each byte in, for an entry of more than ``free`` bytes: a long Word text has 15 to 40,
    a bomb about 1,000, the most that deflate can do.
    """

    entries: int = 10_000
    entry: int = 64 * 1024 * 1024
    total: int = 256 * 1024 * 1024
    ratio: int = 200
    free: int = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A file in a container: its name as recorded there, bytes when unpacked, and whether a password is needed.

    The name is for messages and look-ups. It may be absolute or lead upwards: never open it as a path. ``link`` is set
    for a symbolic link, whose bytes are the path that it points to.
    """

    name: str
    size: int
    encrypted: bool
    link: bool = False


class ZipRefused(Exception):  # noqa: N818 - it may be a hostile file as well as a broken one
    """The container or an entry is not read: broken, encrypted, or beyond the limits."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ZipContainer:
    """The entries of a container, and their bytes on request."""

    def __init__(self, opened: ZipFile, limits: ZipLimits) -> None:
        self._opened = opened
        self._limits = limits
        self._left = limits.total
        self._infos = {_name(info): info for info in opened.infolist() if not info.is_dir()}
        self.entries = tuple(_entry(name, info) for name, info in self._infos.items())

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """Return the bytes of an entry.

        Raises:
            KeyError: if there is no entry of this name.
            ZipRefused: if it is broken, encrypted, packed in a way that is not read, or beyond the limits.

        """
        info = self._infos[name]
        self._check(name, info)
        try:
            with self._opened.open(info) as packed:
                data = packed.read(self._limits.entry + 1)
        except _DAMAGES as problem:
            raise ZipRefused(f"{name} is damaged ({problem})") from problem
        self._left -= len(data)
        return data

    def _check(self, name: str, info: ZipInfo) -> None:
        limits = self._limits
        if _encrypted(info):
            raise ZipRefused(f"{name} is encrypted")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ZipRefused(f"{name} is packed in a way that is not read (method {info.compress_type})")
        if info.file_size > limits.entry:
            raise ZipRefused(f"{name} has {info.file_size:,} bytes when unpacked, more than {limits.entry:,}")
        if info.file_size > self._left:
            raise ZipRefused(f"the files in it have more than {limits.total:,} bytes when unpacked")
        if info.file_size > max(limits.free, info.compress_size * limits.ratio):
            raise ZipRefused(f"{name} grows by more than {limits.ratio} times when unpacked")


_LISTED = b"PK\x01\x02"
_PIECE = 1024 * 1024
_DAMAGES = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)
"""What zipfile raises for a container that is no good."""


def is_zip(data: bytes) -> bool:
    """Return whether the bytes begin as a zip container with entries does."""
    return data.startswith(b"PK\x03\x04")


def open_zip(data: bytes | BinaryIO, limits: ZipLimits = ZipLimits()) -> ZipContainer:
    """Open a container, given as bytes or as a file that is open; nothing is unpacked yet.

    Raises:
        ZipRefused: if it is broken, has too many entries, or two entries of one name, of which other programs could
            show the other one.

    """
    file = BytesIO(data) if isinstance(data, bytes) else data
    if _listed(file) > limits.entries:  # counted first: the list of a million entries takes a gigabyte
        raise ZipRefused(f"it has more than {limits.entries:,} files")
    try:
        opened = ZipFile(file)
    except _DAMAGES as problem:
        raise ZipRefused(f"the zip container is damaged ({problem})") from problem
    counts = Counter(_name(info) for info in opened.infolist())
    twice = next((name for name, count in counts.items() if count > 1), None)
    if twice is not None:
        raise ZipRefused(f"it has two files named {twice}")
    return ZipContainer(opened, limits)


def _listed(file: BinaryIO) -> int:
    """Return how often the mark of a listed entry is in a file."""
    file.seek(0)
    count, rest = 0, b""
    while piece := file.read(_PIECE):
        piece = rest + piece
        count += piece.count(_LISTED)
        rest = piece[-len(_LISTED) + 1 :]
    return count


def _entry(name: str, info: ZipInfo) -> ZipEntry:
    return ZipEntry(name, info.file_size, _encrypted(info), stat.S_ISLNK(info.external_attr >> 16))


def _encrypted(info: ZipInfo) -> bool:
    return bool(info.flag_bits & 0x1)


def _name(info: ZipInfo) -> str:
    """Return the name of an entry. Zip programs of Chinese Windows write GBK without a mark, read as code page 437."""
    if info.flag_bits & 0x800:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.orig_filename
