"""Bring the index up to date: read what changed, and work out again what depends on it.

A policy's standing depends on its own texts, on the effects of the policies that act on it, on theirs, and so on, and
on which policy each name in these effects means. So a change concerns the policies that bear a name which the changed
ones bear or call, then the policies on which those act, and so on. Their standings are worked out from them and from
all that act on them; the rest of the library is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from yange.coding import encoded
from yange.dates import previous_day
from yange.index.database import Database
from yange.index.records import FolderRecord, facts_of, policy_of, read_record, ties, words
from yange.index.stamps import Known, Stale, packed, trusted
from yange.library import policy_folders
from yange.model import Library, Policy
from yange.problems import Problem
from yange.timeline import Standing, Timeline, build_timeline
from yange.trees import POLICIES, Tree

__all__ = ["LAST", "bring_up_to_date", "joined", "library_of"]

LAST = date.max.toordinal() + 1
"""The day after every day."""


def bring_up_to_date(database: Database, tree: Tree, root: str, known: Known, found: Stale) -> int:
    """Read again what differs; return the number of policies that were read.

    Args:
        database: within a transaction that writes.
        tree: the tree of files at ``root``, with no write under way.
        root: the real path of the project.
        known: the folders that the index knows.
        found: those of them that differ. Without any folder that is known everything is new.

    """
    now = database.clock()
    again = dict.fromkeys(found.policies)
    lists, gone = _lists(tree, found.lists if known else [POLICIES], known)
    for path, (problems, inside) in lists.items():
        own = trusted(f"{root}/{path}", now)
        _note_problems(database, path, problems)
        database.run("INSERT OR REPLACE INTO folders VALUES (?, ?, ?, ?, ?)", path, b"", packed([own]), None, "")
        if path != POLICIES:
            again.update(dict.fromkeys(one for one in inside if one not in known))
    for path in gone:
        again.pop(path, None)
    marks = {str(path): mark for path, mark in database.rows("SELECT path, mark FROM folders WHERE mark IS NOT NULL")}
    kept = {path: mark for path in again if isinstance(mark := marks.get(path), bytes)}
    return _Change(database).take((read_record(tree, root, path, now, kept.get(path)) for path in again), kept, gone)


def _lists(
    tree: Tree, stale: Iterable[str], known: Known
) -> tuple[Mapping[str, tuple[tuple[Problem, ...], tuple[str, ...]]], tuple[str, ...]]:
    """Return the listed folders with their problems and the folders in them, and what is no longer there."""
    listed: dict[str, tuple[tuple[Problem, ...], tuple[str, ...]]] = {}
    gone: dict[str, None] = {}
    waiting = list(stale)
    while waiting:
        path = waiting.pop()
        if path in listed or path in gone:
            continue
        problems: list[Problem] = []
        inside = tuple(policy_folders(tree, path, problems))
        listed[path] = tuple(problems), inside
        depth = path.count("/") + 1
        before = {one for one in known if one.startswith(f"{path}/") and one.count("/") == depth}
        for lost in sorted(before.difference(inside)):
            gone.update(dict.fromkeys(one for one in known if one == lost or one.startswith(f"{lost}/")))
        if path == POLICIES:
            waiting.extend(one for one in inside if one not in known)
    return {path: told for path, told in listed.items() if path not in gone}, tuple(gone)


def _note_problems(database: Database, path: str, problems: Iterable[Problem]) -> None:
    database.run("DELETE FROM problems WHERE path = ?", path)
    rows = [(path, problem.severity.value, encoded(problem)) for problem in problems]
    database.run_many("INSERT INTO problems VALUES (?, ?, ?)", rows)


@dataclass(slots=True)
class _Change:
    """One change of the index. ``fresh`` are the policies that were read for it, without their words."""

    database: Database

    def take(self, records: Iterator[FolderRecord], marks: Mapping[str, bytes], gone: Iterable[str]) -> int:
        """Put records in the place of those with another mark, remove what is gone, and work out what follows."""
        database = self.database
        numbers = {str(path): int(str(nr)) for path, nr in database.rows("SELECT path, nr FROM policies")}
        touched: dict[str, None] = {}
        fresh: dict[int, Policy] = {}
        count, following = 0, max(numbers.values(), default=0) + 1
        for path in gone:
            self._forget(path, numbers.pop(path, None), touched)
        for record in records:
            count += 1
            row = (record.path, record.names, record.stamps, record.mark, record.tree)
            database.run("INSERT OR REPLACE INTO folders VALUES (?, ?, ?, ?, ?)", *row)
            if marks.get(record.path) == record.mark:
                continue
            nr = numbers.pop(record.path, None)
            self._forget(record.path, nr, touched, folder=False)
            _note_problems(database, record.path, record.problems)
            if record.policy is not None:
                if nr is None:
                    nr, following = following, following + 1
                fresh[nr] = self._add(nr, record.path, record.policy, touched)
        self._work_out(fresh, touched)
        return count

    def _forget(self, path: str, nr: int | None, touched: dict[str, None], *, folder: bool = True) -> None:
        """Remove a policy, and note every name that it bore or called."""
        if folder:
            self.database.run("DELETE FROM folders WHERE path = ?", path)
        self.database.run("DELETE FROM problems WHERE path = ?", path)
        if nr is None:
            return
        touched.update((str(name), None) for (name,) in self.database.rows("SELECT name FROM names WHERE nr = ?", nr))
        for table in ("policies", "names", "words", "spans", "texts"):
            self.database.run(f"DELETE FROM {table} WHERE nr = ?", nr)  # noqa: S608 - a name of our own

    def _add(self, nr: int, path: str, policy: Policy, touched: dict[str, None]) -> Policy:
        """Keep a policy, and return it as it is kept."""
        database = self.database
        tied = dict.fromkeys(ties(policy))
        touched.update((name, None) for name, _ in tied)
        facts = facts_of(policy)
        about = (policy.id, policy.title, policy.place, policy.kind, policy.sample, len(policy.versions))
        row = (nr, path, path.replace("/", "\x01"), *about, policy.alignment is not None, facts)
        database.run("INSERT INTO policies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)
        database.run_many("INSERT INTO names VALUES (?, ?, ?)", [(name, nr, calls) for name, calls in tied])
        rows = [(word, nr, role) for word, role in dict.fromkeys(words(policy))]
        database.run_many("INSERT INTO words VALUES (?, ?, ?)", rows)
        return policy_of(facts)

    def _work_out(self, fresh: Mapping[int, Policy], touched: Iterable[str]) -> None:
        """Work out the standings of every policy that the change concerns."""
        concerned = _concerned(self.database, fresh, touched)
        if not concerned:
            return
        library = library_of(self.database, joined(self.database, concerned), fresh.get)
        timeline = build_timeline(library)
        ids = {str(path): int(str(nr)) for nr, path in self.database.rows("SELECT nr, path FROM policies")}
        for policy in library.policies:
            nr = ids[policy.path.rpartition("/")[0]]
            if nr in concerned:
                self._keep_standings(nr, policy, timeline)

    def _keep_standings(self, nr: int, policy: Policy, timeline: Timeline) -> None:
        texts: dict[str, tuple[object, ...]] = {}
        spans = []
        for first, until, standing in _spans(timeline, policy):
            version = standing.version
            spans.append((
                nr, first, until, version.key if version else None, standing.status.value, standing.partial,
                str(standing.since) if standing.since else None, str(standing.last_day) if standing.last_day else None,
                encoded(standing.not_in_force) if standing.not_in_force else None,
            ))  # fmt: skip
            if version is not None and version.key not in texts:
                expires = timeline.expires(version)
                unread = version.expires is None and "expires" in version.review
                texts[version.key] = (
                    nr, version.key, version.title, version.number,
                    str(version.effective) if version.effective else None, str(expires) if expires else None,
                    unread, version.text.value, encoded(version.review) if version.review else None,
                )  # fmt: skip
        self.database.run("DELETE FROM spans WHERE nr = ?", nr)
        self.database.run_many("INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", spans)
        self.database.run("DELETE FROM texts WHERE nr = ?", nr)
        self.database.run_many("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", texts.values())


def _spans(timeline: Timeline, policy: Policy) -> Iterator[tuple[int, int, Standing]]:
    """Yield the standings of a policy in order, each with its first day and the first day after it, as ordinals."""
    days = timeline.change_days(policy.id)
    before = previous_day(days[0]) if days and days[0] > date.min else None
    if not days or before is not None:
        yield 1, days[0].toordinal() if days else LAST, timeline.standing(policy.id, before or date.min)
    for day, following in zip_longest(days, days[1:]):
        until = following.toordinal() if following is not None else LAST
        yield day.toordinal(), until, timeline.standing(policy.id, day)


def _concerned(database: Database, changed: Iterable[int], touched: Iterable[str]) -> set[int]:
    """Return the policies whose standings may have changed: see the top of this module."""
    concerned = set(changed)
    waiting = list(dict.fromkeys(touched))
    seen = set(waiting)
    while waiting:
        name = waiting.pop()
        for (found,) in database.rows("SELECT nr FROM names WHERE name = ? AND NOT calls", name):
            nr = int(str(found))
            concerned.add(nr)
            for (called,) in database.rows("SELECT name FROM names WHERE nr = ? AND calls", nr):
                if called not in seen:
                    seen.add(str(called))
                    waiting.append(str(called))
    return concerned


def joined(database: Database, asked: Iterable[int]) -> tuple[int, ...]:
    """Return the policies from which those that are asked for follow, in order of the library.

    They are these, all that act on them directly or through others, and all that bear a name of one of them, so that
    each name means what it means in the whole library.
    """
    found = dict.fromkeys(asked)
    waiting = list(found)
    beside: set[int] = set()
    seen: set[str] = set()
    while waiting:
        nr = waiting.pop()
        for (name,) in database.rows("SELECT name FROM names WHERE nr = ? AND NOT calls", nr):
            if name in seen:
                continue
            seen.add(str(name))
            for other, calls in database.rows("SELECT nr, calls FROM names WHERE name = ?", name):
                number = int(str(other))
                if not calls:
                    beside.add(number)
                elif number not in found:
                    found[number] = None
                    waiting.append(number)
    return tuple(sorted(beside.union(found)))


def library_of(database: Database, numbers: Iterable[int], known: Callable[[int], Policy | None]) -> Library:
    """Return these policies as a library in its order, without words; ``known`` returns those that are at hand."""
    rows = []
    for nr in numbers:
        (found,) = database.rows("SELECT id, place_in_order FROM policies WHERE nr = ?", nr)
        rows.append((*map(str, found), nr))
    policies = []
    for nr in (int(str(row[2])) for row in sorted(rows)):
        policy = known(nr)
        if policy is None:
            ((facts,),) = database.rows("SELECT facts FROM policies WHERE nr = ?", nr)
            policy = policy_of(bytes(facts) if isinstance(facts, bytes) else b"")
        policies.append(policy)
    return Library(tuple(policies))
