"""Recognise the format of an archive in git, and list its laws: which files, in which commits, are states of which law.

A law is followed by its identifier, not by the name of its file and not by git's guess at renames.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from yange.characters import readable_name
from yange.git import PeerChange, PeerRepository
from yange.importers.git_archives.archeo_lex import ArcheoLexFormat
from yange.importers.git_archives.law_ref_book import LawRefBookFormat
from yange.importers.git_archives.legalize import LegalizeFormat
from yange.importers.git_archives.states import ArchiveFormat, PeerLook, PlacedState
from yange.problems import Problem, YangeError, warning
from yange.trees import EntryKind

__all__ = ["FORMATS", "PeerArchive", "PeerLaw"]

FORMATS: tuple[ArchiveFormat, ...] = (LegalizeFormat(), ArcheoLexFormat(), LawRefBookFormat())
"""The formats that are known, in the order in which they are asked."""

_LAST = 20
"""Commits by whose messages a format may be recognised."""


@dataclass(slots=True)
class PeerLaw:
    """A law of an archive: its identifier there, and its states in the order of its history."""

    identifier: str
    states: list[PlacedState] = field(default_factory=list)


@dataclass(frozen=True)
class PeerArchive:
    """An archive: its format, the code of its country, its laws in order of identifier, and remarks about the whole."""

    peer: PeerRepository
    format: ArchiveFormat
    place: str
    laws: tuple[PeerLaw, ...]
    problems: tuple[Problem, ...]

    @property
    def register(self) -> str:
        """The name of the archive in sources and identifiers: ``legalize/li``."""
        return f"{self.format.name}/{self.place}" if self.place else self.format.name

    @classmethod
    def of(cls, peer: PeerRepository) -> PeerArchive:
        """Recognise an archive and list its laws.

        Raises:
            YangeError: for a repository of no known format, or of a newer version of one.

        """
        changes = list(peer.changes())
        files = _files(changes)
        last = dict.fromkeys(change.commit for change in reversed(changes[-10 * _LAST :]))
        look = PeerLook(files, peer.blob, [peer.commit(commit).subject for commit in list(last)[:_LAST]])
        form = _recognised(look)
        grouping = _Grouping(form, peer)
        if form.historical:
            grouping.follow(changes)
        else:
            grouping.take(files, changes)
        laws = tuple(grouping.laws[key] for key in sorted(grouping.laws))
        return cls(peer, form, form.place(look), laws, (*_remarks(peer, changes), *grouping.problems))


def _files(changes: Sequence[PeerChange]) -> dict[str, str]:
    """Return the files of the last commit: blob by path."""
    found: dict[str, str] = {}
    for change in changes:
        if change.blob is None or change.kind is not EntryKind.FILE:
            found.pop(change.path, None)
        else:
            found[change.path] = change.blob
    return found


def _recognised(look: PeerLook) -> ArchiveFormat:
    for form in FORMATS:
        if form.recognises(look):
            return form
    looked = "; ".join(form.looked_for for form in FORMATS)
    raise YangeError(f"the repository is of no format that is known. Looked for: {looked}")


def _remarks(peer: PeerRepository, changes: Sequence[PeerChange]) -> Iterator[Problem]:
    others = {change.path for change in changes if change.kind is not EntryKind.FILE}
    if others:
        message = f"{len(others)} links or submodules are not read: {', '.join(map(readable_name, sorted(others)[:3]))}"
        yield warning("peer-link", "git", message, hint="a law in one of them is not imported")
    if peer.shallow:
        message = "the clone is shallow: states before its first commit are not in it"
        yield warning("peer-shallow", "git", message, hint="fetch the whole history there (git fetch --unshallow)")


class _Grouping:
    """Puts the files of commits together as states of laws."""

    def __init__(self, form: ArchiveFormat, peer: PeerRepository) -> None:
        self.laws: dict[str, PeerLaw] = {}
        self.problems: list[Problem] = []
        self._form = form
        self._peer = peer
        self._key_at: dict[str, str] = {}
        self._path_of: dict[str, str] = {}

    def take(self, files: dict[str, str], changes: Sequence[PeerChange]) -> None:
        """Take the files of the last commit as states; the commit of each is the one that last changed it."""
        latest = {change.path: change for change in changes}
        for path in sorted(path for path in files if self._form.is_law(path)):
            change = latest[path]
            key = self._form.key(change, self._peer.commit(change.commit), alone=True, read=self._peer.blob)
            self._add(key, change)

    def follow(self, changes: Sequence[PeerChange]) -> None:
        """Take every change of a law's file as a state, first commit first."""
        for commit, of_commit in groupby(changes, key=lambda change: change.commit):
            files = [one for one in of_commit if one.kind is EntryKind.FILE and self._form.is_law(one.path)]
            if files:
                self._commit(commit, files)

    def _commit(self, commit_id: str, files: Sequence[PeerChange]) -> None:
        commit = self._peer.commit(commit_id)
        brought = [change for change in files if change.blob is not None]
        gone = {change.path for change in files if change.blob is None}
        for change in brought:
            key = self._form.key(change, commit, alone=len(brought) == 1, read=self._peer.blob)
            if key:
                self._place(self._own(key, change.path, gone), change)
        for change in files:
            if change.blob is None:
                self._remove(change)

    def _own(self, key: str, path: str, gone: set[str]) -> str:
        """Return the identifier, or one of its own for a second file of the same identifier, which is a mistake."""
        other = self._path_of.get(key, path)
        if other == path or other in gone:
            return key
        message = f"{readable_name(path)} and {readable_name(other)} have the same identifier {key}"
        hint = "they were taken for two laws; report it to the archive"
        self.problems.append(warning("peer-identifier", readable_name(path), message, hint=hint))
        return f"{key} {readable_name(path)}"

    def _place(self, key: str, change: PeerChange) -> None:
        former = self._key_at.get(change.path)
        if former is not None and former != key and self._path_of.get(former) == change.path:
            del self._path_of[former]
        self._key_at[change.path] = key
        self._path_of[key] = change.path
        self._add(key, change)

    def _add(self, key: str, change: PeerChange) -> None:
        law = self.laws.setdefault(key, PeerLaw(key))
        law.states.append(PlacedState(change.commit, change.path, change.blob))

    def _remove(self, change: PeerChange) -> None:
        key = self._key_at.pop(change.path, None)
        if key is not None and self._path_of.get(key) == change.path:
            del self._path_of[key]
            self._add(key, change)
