"""A check of the library from its facts; words are read where findings are not kept, or a promise asks for them."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from yange.check import check
from yange.check.findings import PolicyFindings
from yange.coding import encoded, reader
from yange.index.database import Damaged, Database, UnusableError
from yange.index.records import policy_of
from yange.model import Library, Policy
from yange.problems import Problem
from yange.timeline import build_timeline

__all__ = ["IndexedFindings", "checked"]

_FINDINGS = reader(PolicyFindings)
_SPARE = 1000
"""Findings of folders as they no longer are that may stay, beside as many as there are policies."""


class IndexedFindings:
    """Findings by the mark of a policy's folder; ``made`` are those that were worked out."""

    def __init__(self, database: Database, marks: dict[str, bytes], whole: Callable[[Policy], Policy]) -> None:
        """Take the marks of folders by the path of ``policy.md``, and what returns a policy with its words."""
        self._database = database
        self._marks = marks
        self._whole = whole
        self.made: dict[bytes, bytes] = {}

    def __call__(self, policy: Policy, work: Callable[[Policy], PolicyFindings]) -> PolicyFindings:
        """Return the kept findings of a policy; else work them out from its words."""
        mark = self._marks[policy.path]
        for (kept,) in self._database.rows("SELECT found FROM findings WHERE mark = ?", mark):
            try:
                return _FINDINGS(zlib.decompress(kept if isinstance(kept, bytes) else b""))
            except (zlib.error, ValueError) as failure:
                raise Damaged(str(failure)) from failure
        found = work(self._whole(policy))
        self.made[mark] = zlib.compress(encoded(found), 1)
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


def checked(database: Database, whole: Callable[[int], Policy]) -> tuple[Problem, ...]:
    """Return what :func:`yange.check.check` finds. ``whole`` reads a policy with its words, by its number."""
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

    keep = IndexedFindings(database, marks, with_words)
    problems = check(library, build_timeline(library), keep, with_words)
    keep.keep()
    return problems
