"""A check of the library from its facts; words are read where findings are not kept, or a promise asks for them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from yange.check import check
from yange.check.findings import PolicyFindings, worked_out
from yange.coding import encoded, reader
from yange.index.database import ChangedError, Damaged, Database, UnusableError
from yange.index.records import policy_of, read_record
from yange.model import Library, Policy
from yange.problems import Problem
from yange.processes import LateProcesses
from yange.timeline import build_timeline
from yange.trees import FolderTree

__all__ = ["IndexedFindings", "checked"]

T = TypeVar("T")
_FINDINGS = reader(PolicyFindings)
_PROBLEMS = reader(tuple[Problem, ...])
_ANSWER = "checked"
_SPARE = 1000
"""Findings of folders as they no longer are that may stay, beside as many as there are policies."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """A policy's folder in the project at ``root``, with its mark as it was read and what checks a policy."""

    root: str
    path: str
    mark: bytes
    work: Callable[[Policy], PolicyFindings]


def _checked_folder(folder: _Folder) -> tuple[bytes, bytes]:
    """Return the mark of a policy's folder as it is now, and the findings of the policy as the index keeps them."""
    record = read_record(FolderTree(Path(folder.root)), folder.root, folder.path, 0)
    if record.policy is None:
        return b"", b""
    return record.mark, zlib.compress(encoded(folder.work(record.policy)), 1)


class IndexedFindings:
    """Findings by the mark of a policy's folder; ``made`` are those that were worked out."""

    def __init__(self, database: Database, root: str, marks: dict[str, bytes], jobs: int) -> None:
        """Take the real path of the project, the marks of folders by the path of ``policy.md``, and how many jobs."""
        self._database = database
        self._root = root
        self._marks = marks
        self._jobs = jobs
        self.made: dict[bytes, bytes] = {}

    def __call__(
        self, policies: Iterable[Policy], work: Callable[[Policy], PolicyFindings]
    ) -> Iterator[PolicyFindings]:
        """Yield the kept findings of each policy; else work them out from its words."""
        return worked_out(policies, self._jobs, partial(self._begin, work))

    def _begin(
        self, work: Callable[[Policy], PolicyFindings], processes: LateProcesses, policy: Policy
    ) -> Callable[[], PolicyFindings]:
        mark = self._marks[policy.path]
        for (kept,) in self._database.rows("SELECT found FROM findings WHERE mark = ?", mark):
            return partial(_findings, kept if isinstance(kept, bytes) else b"")
        folder = _Folder(self._root, policy.path.rpartition("/")[0], mark, work)
        made = processes.begin(_checked_folder, folder, policy.path)

        def found() -> PolicyFindings:
            seen, findings = made()
            if seen != mark:
                raise ChangedError(policy.path)
            self.made[mark] = findings
            return _findings(findings)

        return found

    def keep(self) -> None:
        """Keep what was worked out, unless another process is writing."""
        if not self.made:
            return
        database = self._database
        try:
            database.run_many("INSERT OR REPLACE INTO findings VALUES (?, ?)", self.made.items())
            ((kept, needed),) = database.rows("SELECT (SELECT count(*) FROM findings), (SELECT count(*) FROM policies)")
            if int(str(kept)) > 2 * int(str(needed)) + _SPARE:
                database.run("DELETE FROM findings WHERE mark NOT IN (SELECT mark FROM folders WHERE mark IS NOT NULL)")
        except UnusableError:
            return


def _findings(kept: bytes) -> PolicyFindings:
    return _decoded(_FINDINGS, kept)


def _decoded(read: Callable[[bytes], T], kept: bytes) -> T:
    try:
        return read(zlib.decompress(kept))
    except (zlib.error, ValueError) as failure:
        raise Damaged(str(failure)) from failure


def checked(database: Database, root: str, whole: Callable[[int], Policy], jobs: int) -> tuple[Problem, ...]:
    """Return what :func:`yange.check.check` finds.

    ``whole`` reads a policy of the project at ``root`` with its words, by its number; ``jobs`` processes check them.
    The answer follows from the files of the policies alone: it is kept until one of them changes.
    """
    state = sha256(b"".join(_marks(database))).digest()
    kept = database.about(_ANSWER) or b""
    if kept.startswith(state):
        return _decoded(_PROBLEMS, kept[len(state) :])
    problems = _checked(database, root, whole, jobs)
    with suppress(UnusableError):  # another process is writing
        database.note(_ANSWER, state + zlib.compress(encoded(problems), 1))
    return problems


def _marks(database: Database) -> Iterator[bytes]:
    """Yield the marks of all policies' folders in the order of the library."""
    rows = database.rows(
        "SELECT f.mark FROM policies p JOIN folders f ON f.path = p.path ORDER BY p.id, p.place_in_order"
    )
    for (mark,) in rows:
        if not isinstance(mark, bytes):
            raise Damaged("a value of another type")
        yield mark


def _checked(database: Database, root: str, whole: Callable[[int], Policy], jobs: int) -> tuple[Problem, ...]:
    numbers: dict[str, int] = {}
    marks: dict[str, bytes] = {}
    policies = []
    rows = database.rows(
        "SELECT p.nr, p.answers, p.facts, f.mark FROM policies p JOIN folders f ON f.path = p.path"
        " ORDER BY p.id, p.place_in_order"
    )
    for found, answers, facts, mark in rows:
        nr = int(str(found))
        if not (isinstance(facts, bytes) and isinstance(mark, bytes)):
            raise Damaged("a value of another type")
        try:
            policy = whole(nr) if answers else policy_of(facts)
        except ValueError as failure:
            raise Damaged(str(failure)) from failure
        policies.append(policy)
        numbers[policy.path], marks[policy.path] = nr, mark
    library = Library(tuple(policies))

    def with_words(policy: Policy) -> Policy:
        return whole(numbers[policy.path])

    keep = IndexedFindings(database, root, marks, jobs)
    problems = check(library, build_timeline(library), keep, with_words)
    keep.keep()
    return problems
