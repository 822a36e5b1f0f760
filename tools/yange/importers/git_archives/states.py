"""The values of an archive in git: where a state of a law is, and what the register says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from yange.characters import readable_name
from yange.git import PeerChange, PeerCommit
from yange.readers.source_text import GivenFacts

__all__ = ["ArchiveFormat", "Doubt", "PeerLook", "PlacedState", "StateRole", "StateSaid"]


class StateRole(StrEnum):
    """What a commit does to a law."""

    TEXT = "text"
    """It brings the text of a new state."""
    CORRECTED = "corrected"
    """It replaces the text of the state before it: the archive was wrong, the law did not change."""
    AMENDED_UNSEEN = "amended-unseen"
    """The law was amended, but the archive does not give the amended text."""
    ENDED = "ended"
    """The law ended; there is no text."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong or doubtful about a state, for the person who imports it."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PlacedState:
    """Where a state is: the file in a commit; ``blob`` is ``None`` where the commit removes the file."""

    commit: str
    path: str
    blob: str | None

    @property
    def name(self) -> str:
        """The file and its commit, as messages and sources name them."""
        return f"{readable_name(self.path)}@{self.commit[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSaid:
    """What the register says of a state, and its words as Markdown.

    ``first`` is the first day in force and ``last`` the last one. ``ended`` is the register's word for a law that is no
    longer in force (``repealed``), empty for one that is. ``entry`` is the key of the state in the register.
    """

    markdown: str
    role: StateRole = StateRole.TEXT
    first: date | None = None
    last: date | None = None
    ended: str = ""
    entry: str | None = None
    given: GivenFacts = field(default_factory=GivenFacts)
    fallback_day: date | None = None
    """A day to use if the text itself gives none."""
    caption: tuple[str, ...] = ()
    """The lines below the title that give passage and amendments, where the form sets them apart."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class PeerLook:
    """What a format is recognised by: the files of the last commit by path, their bytes, the last messages."""

    files: Mapping[str, str]
    read: Callable[[str], bytes | None]
    subjects: Sequence[str]

    def sample(self, paths: Sequence[str], count: int = 24) -> list[bytes]:
        """Return the bytes of at most ``count`` of the paths, evenly spread."""
        step = max(1, len(paths) // count)
        found = (self.read(self.files[path]) for path in paths[::step][:count])
        return [data for data in found if data]


class ArchiveFormat(Protocol):
    """A form in which archives keep laws in git."""

    name: str
    """A short name, part of the identifier of every law."""
    looked_for: str
    """What a repository of this form is recognised by, for people."""
    historical: bool
    """Whether the commits are the history of the law; if not, every file of the last commit is a state."""

    def recognises(self, look: PeerLook) -> bool:
        """Return whether a repository has this form.

        Raises:
            YangeError: for a newer version of the form than the one that is read.

        """

    def is_law(self, path: str) -> bool:
        """Return whether a file may be a law, by its path."""

    def key(self, change: PeerChange, commit: PeerCommit, *, alone: bool, read: Callable[[str], bytes | None]) -> str:
        """Return the identifier of the law in a file; empty if it is none.

        ``alone`` is set if the commit changes no other law.
        """

    def place(self, look: PeerLook) -> str:
        """Return the code of the country or place whose laws these are; empty if the form does not say."""

    def said(self, data: bytes, state: PlacedState, commit: PeerCommit, *, first: bool) -> StateSaid | None:
        """Return what the register says of a state; ``None`` for a file that is no text of a law.

        ``first`` is set for the first state of the law.
        """

    def ending(self, state: PlacedState, commit: PeerCommit) -> StateSaid:
        """Return what the register says where a commit removes the file of a law."""
