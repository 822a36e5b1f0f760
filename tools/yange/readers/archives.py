"""Read the members of a zip archive one by one, within bounds; their names are words for people, never paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from yange.characters import readable_name
from yange.problems import Problem, error
from yange.readers import opening
from yange.readers.zipped import ZipContainer, ZipEntry, ZipLimits, ZipRefused, is_zip, open_zip

__all__ = ["ArchiveMembers", "UnpackingBudget", "is_archive", "is_hidden"]

MOST_MEMBERS = 20_000
LARGEST_TOTAL = 1024 * 1024 * 1024
"""Bytes that are unpacked of one archive, with the archives in it."""

_MAGIC = 4
_PACKAGE = re.compile(r"\[Content_Types\]\.xml|mimetype|META-INF/.*|OFD\.xml", re.DOTALL)
"""Members that only packages of one document have: Office Open XML, OpenDocument, EPUB, OFD, Java."""
_DRIVE = re.compile(r"[A-Za-z]:")
_HINT = "unpack it yourself and import its files"


@dataclass(slots=True)
class UnpackingBudget:
    """The bytes that may still be unpacked."""

    left: int

    @classmethod
    def whole(cls) -> UnpackingBudget:
        """Return what one archive may have."""
        return cls(LARGEST_TOTAL)

    @property
    def limits(self) -> ZipLimits:
        """The limits for an archive that is opened now."""
        return ZipLimits(entries=MOST_MEMBERS, entry=opening.LARGEST, total=self.left)


def is_archive(file: BinaryIO) -> bool:
    """Return whether a file is a zip archive of other files, not one document that is kept as such."""
    file.seek(0)
    if not is_zip(file.read(_MAGIC)):
        return False
    try:
        container = open_zip(file, ZipLimits(entries=MOST_MEMBERS))
    except ZipRefused:
        return True  # to be refused as an archive
    return not any(_PACKAGE.fullmatch(entry.name) for entry in container.entries)


class ArchiveMembers:
    """The members of one archive, as pairs of name and bytes. ``problems`` is filled while they are read.

    ``hidden`` and ``links`` count what is no document by its nature.
    """

    def __init__(self, name: str, file: BinaryIO, budget: UnpackingBudget) -> None:
        self.problems: list[Problem] = []
        self.hidden = self.links = 0
        self._name = name
        self._file = file
        self._budget = budget

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        try:
            container = open_zip(self._file, self._budget.limits)
        except ZipRefused as refused:
            message = f"the archive is not read: {refused.message}"
            self.problems.append(error("archive-unread", self._name, message, hint=_HINT))
            return
        for name, entry in self._members(container):
            data = self._unpacked(container, name, entry)
            if data is not None:
                yield name, data

    def _members(self, container: ZipContainer) -> list[tuple[str, ZipEntry]]:
        """Return the members that may be documents, in order of their names."""
        found: list[tuple[str, ZipEntry]] = []
        for entry in container.entries:
            parts = _parts(entry.name)
            if entry.link:
                self.links += 1
            elif any(map(is_hidden, parts)):
                self.hidden += 1
            else:
                found.append(("/".join((self._name, *parts)), entry))
        return sorted(found, key=lambda one: (one[0], one[1].name))

    def _unpacked(self, container: ZipContainer, name: str, entry: ZipEntry) -> bytes | None:
        if entry.size > self._budget.left:
            message = f"unpacked, the archive has more than {LARGEST_TOTAL >> 20:,} MB; this file is not read"
            self.problems.append(error("archive-unread", name, message, hint=_HINT))
            return None
        try:
            data = container.read(entry.name)
        except ZipRefused as refused:
            message = f"the file is not unpacked: {refused.message}"
            self.problems.append(error("archive-unread", name, message, hint=_HINT))
            return None
        self._budget.left -= len(data)
        return data


def is_hidden(name: str) -> bool:
    """Return whether a file or folder is hidden: by a dot, by macOS, or as the lock of a program that has it open."""
    return name.startswith((".", "~$")) or name in {"__MACOSX", "Thumbs.db", "desktop.ini"}


def _parts(name: str) -> list[str]:
    """Return the parts of a member's name as words for people, without those that lead anywhere."""
    parts = re.split(r"[/\\]", name.replace("\0", ""))
    return [readable_name(part) for part in parts if part.strip(". ") and not _DRIVE.fullmatch(part)]
