"""Ask the index: it is brought up to date, and then answers; or it cannot be used, and the caller reads the texts.

    rows = answer(root, lambda index: index.listed(day))  # None: read the library instead

What takes long to load is loaded only where something is to be read again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from yange.cache.inputs import program, program_stamp
from yange.coding import reader
from yange.index.database import ChangedError, Damaged, Database, UnusableError, opened
from yange.index.stamps import Known, stale
from yange.listing import ListedRow
from yange.model import Holding, Library, Policy, Status
from yange.names import number_key
from yange.problems import Problem, in_order
from yange.storage.snapshots import at_one_moment
from yange.storage.state import state_of
from yange.trees import POLICIES, FolderTree, Tree

__all__ = ["LEAST", "LibraryIndex", "answer"]

T = TypeVar("T")
LEAST = 100
"""Policies from which on an index is made. Reading fewer takes about as long as opening and checking an index: 100
policies of four texts take .36 CPU seconds, and the index .05 to open; the first answer would take .1 longer."""
_TIMES = 3
_MOST_IN_LINE = 200
"""Policies tied to one another of which the words are read to follow a clause. To read more takes longer than a second:
a policy of four texts takes 5 ms."""
_PROBLEM = reader(Problem)
_LABELS = reader(tuple[str, ...])


def answer(root: Path, ask: Callable[[LibraryIndex], T], *, least: int | None = None) -> T | None:
    """Return what ``ask`` finds in the index of the project at ``root``; ``None`` if the index cannot be used.

    ``ask`` may be called again where texts are written meanwhile. ``least``: the number of policies from which on an
    index is made, by default :data:`LEAST`.

    Raises:
        YangeError: if the machine cannot read the texts.

    """
    if not _large(root, LEAST if least is None else least):
        return None
    state = state_of(root)
    for _ in range(_TIMES):
        try:
            with opened(state) as database:
                return at_one_moment(root, partial(_asked, database, str(state.root), ask))
        except (Damaged, ChangedError):
            continue
        except (UnusableError, UnicodeEncodeError):
            return None
    return None


def _large(root: Path, least: int) -> bool:
    """Return whether the library has so many policies. A link in the place of the folder is not followed."""
    count = 0
    try:
        if (root / POLICIES).is_symlink():
            return False
        with os.scandir(root / POLICIES) as places:
            for place in places:
                if place.is_dir(follow_symlinks=False):
                    count += len(os.listdir(place.path))  # noqa: PTH208 - names only
                if count >= least:
                    return True
    except OSError:
        return False
    return False


def _asked(database: Database, root: str, ask: Callable[[LibraryIndex], T], tree: Tree) -> T:
    if type(tree) is not FolderTree:
        raise UnusableError("a write is under way or broke off")
    mark = program_stamp()
    database.begin(write=False)
    known = _known(database, mark)
    if known is None or stale(root, known):
        database.commit()
        _update(database, root, mark, tree)
        database.begin(write=False)
    found = ask(LibraryIndex(database, root, tree))
    database.commit()
    return found


def _known(database: Database, mark: str) -> Known | None:
    """Return the folders that the index knows; ``None`` if it was not made by this very program."""
    if not database.made or database.about("stamp of the program") != mark.encode():
        return None
    rows = database.rows("SELECT path, names, stamps FROM folders")
    return {str(path): (_bytes(names), _bytes(stamps)) for path, names, stamps in rows}


def _update(database: Database, root: str, mark: str, tree: Tree) -> None:
    from yange.index.upkeep import bring_up_to_date  # loads slowly; mostly nothing has changed

    database.begin(write=True)
    if not database.made or database.about("program") != program().encode():
        database.make()
        database.note("program", program().encode())
    database.note("stamp of the program", mark.encode())
    known = _known(database, mark) or {}
    bring_up_to_date(database, tree, root, known, stale(root, known))
    database.patient()
    database.commit()


class LibraryIndex:
    """An index that is up to date, while a question is answered."""

    def __init__(self, database: Database, root: str, tree: Tree) -> None:
        self._database = database
        self._root = root
        self._tree = tree

    def errors(self) -> int:
        """Return how many errors there are in files and front matter."""
        ((count,),) = self._database.rows("SELECT count(*) FROM problems WHERE severity = 'error'")
        return int(str(count))

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems of files and front matter, as :func:`yange.library.load` does."""
        return in_order(_read(_PROBLEM, one) for (one,) in self._database.rows("SELECT problem FROM problems"))

    def counts(self) -> tuple[int, int]:
        """Return how many policies and texts there are."""
        ((policies, texts),) = self._database.rows("SELECT count(*), coalesce(sum(versions), 0) FROM policies")
        return int(str(policies)), int(str(texts))

    def checked(self, jobs: int = 1) -> tuple[Problem, ...]:
        """Return the problems of files and front matter, and what a check of the library by so many processes finds."""
        from yange.index.checking import checked  # as in :meth:`about`

        return in_order((*self.problems(), *checked(self._database, self._root, self._whole, jobs)))

    def trees(self) -> dict[str, str]:
        """Return the id that git gives each policy's folder by its path; empty where files are no texts."""
        rows = self._database.rows("SELECT path, tree FROM folders WHERE mark IS NOT NULL")
        return {str(path): str(tree) for path, tree in rows}

    def ids(self) -> tuple[str, ...]:
        """Return the id of every policy."""
        return tuple(str(name) for (name,) in self._database.rows("SELECT id FROM policies"))

    def tied(self, policies: Iterable[Policy], most: int) -> frozenset[str] | None:
        """Return the folders of policies that these are tied to by ids and numbers, directly or through others.

        Policies beside which people answered questions on alignments, and those that the answers name, are among them.
        ``None`` if there are more than ``most``.
        """
        from yange.index.records import ties  # as in :meth:`about`

        names = []
        for policy in policies:
            names += [*(name for name, _ in ties(policy)), *(f"={owner}" for owner in _owners(policy.alignment))]
        found = self._tied(names, self._answered(), most)
        if found is None:
            return None
        paths = (self._database.rows("SELECT path FROM policies WHERE nr = ?", nr) for nr in found)
        return frozenset(str(path) for ((path,),) in paths)

    def _tied(self, names: Iterable[str], numbers: Iterable[int], most: int) -> set[int] | None:
        """Return the policies that these are, that bear or call such a name, and all that names tie to them."""
        waiting = list(names)
        seen, found = set(waiting), set(numbers)
        for nr in tuple(found):
            waiting.extend(self._names_of(nr, seen))
        while waiting:
            for (other,) in self._database.rows("SELECT nr FROM names WHERE name = ?", waiting.pop()):
                nr = int(str(other))
                if nr not in found:
                    found.add(nr)
                    waiting.extend(self._names_of(nr, seen))
            if len(found) > most:
                return None
        return found

    def _names_of(self, nr: int, seen: set[str]) -> list[str]:
        """Return the names of a policy that were not seen, and add them to those that were."""
        names = {str(name) for (name,) in self._database.rows("SELECT name FROM names WHERE nr = ?", nr)} - seen
        seen |= names
        return sorted(names)

    def listed(self, day: date, status: Status | None = None, place: str | None = None) -> tuple[ListedRow, ...]:
        """Return the policies with their standing on a day, in order of the library."""
        rows = self._database.rows(
            "SELECT p.id, p.title, p.place, p.kind, p.sample, p.versions, s.status, s.partial, s.version, s.since,"
            " s.last, s.labels, t.title, t.number, t.effective, t.expires, t.unread, t.held, t.review"
            " FROM spans s JOIN policies p ON p.nr = s.nr"
            " LEFT JOIN texts t ON t.nr = s.nr AND t.version = s.version"
            " WHERE s.first <= ?1 AND s.until > ?1 AND (?2 IS NULL OR s.status = ?2) AND (?3 IS NULL OR p.place = ?3)"
            " ORDER BY p.id, p.place_in_order",
            day.toordinal(),
            status.value if status else None,
            place,
        )
        return tuple(map(_listed, rows))

    def about(
        self, names: Sequence[str], *, answers: bool = False, lines: bool = False
    ) -> tuple[Library, tuple[Problem, ...]]:
        """Return what answers questions about policies by name: a part of the library, and the problems of all of it.

        It has the policies that :func:`yange.project.find_policy` would choose from, and all from which their standings
        follow. A policy that a name identifies has its words. ``answers``: so do all policies beside which people
        answered questions on alignments, and those that the answers name. ``lines``: and all that ids and numbers tie
        to it, through which the history of its clauses may go.

        Raises:
            UnusableError: if they are so many that reading the library takes no longer.

        """
        from yange.index.upkeep import joined, library_of  # loads slowly; a list needs none of it

        found = [self._named(name) for name in dict.fromkeys(names)]
        whole = {numbers[0] for numbers in found if len(numbers) == 1}
        if answers:
            whole.update(self._answered())
        if lines:
            tied = self._tied((), whole, _MOST_IN_LINE)
            if tied is None:
                raise UnusableError("more policies in one line than the index is for")
            whole |= tied
        asked = whole.union(*found) if found else whole
        policies = {nr: self._whole(nr) for nr in sorted(whole)}
        return library_of(self._database, joined(self._database, asked), policies.get), self.problems()

    def _whole(self, nr: int) -> Policy:
        from yange.index.records import read_record  # as above

        ((path, mark),) = self._database.rows(
            "SELECT p.path, f.mark FROM policies p JOIN folders f ON f.path = p.path WHERE p.nr = ?", nr
        )
        record = read_record(self._tree, self._root, str(path), 0)
        if record.policy is None or record.mark != mark:
            raise ChangedError(path)
        return record.policy

    def _answered(self) -> Iterator[int]:
        """Yield the policies with answers on alignments, and those that the answers may name."""
        for (found,) in self._database.rows("SELECT nr FROM policies WHERE answers"):
            nr = int(str(found))
            yield nr
            for owner in _owners(self._whole(nr).alignment):
                yield from self._of_id(owner)

    def _named(self, name: str) -> tuple[int, ...]:
        """Return the policies that a person may mean, in the order of ways of :func:`yange.project.find_policy`."""
        from yange.index.records import NameRole  # as above

        if not _storable(name):
            return ()
        known = self._of_id(name)
        if known:
            return known
        key = number_key(name)
        exact = "SELECT DISTINCT nr FROM words WHERE word = ? AND role = ?"
        ways: tuple[tuple[str, tuple[object, ...]], ...] = (
            (exact, (name, NameRole.SLUG)),
            (exact, (key, NameRole.NUMBER)),
            (exact, (name, NameRole.TITLE)),
            ("SELECT nr FROM words WHERE role = ?2 AND substr(word, 1, length(?1)) = ?1", (name, NameRole.SLUG)),
            ("SELECT nr FROM policies WHERE instr(id, ?1) OR instr(title, ?1)", (name,)),
        )
        for query, values in ways:
            found = tuple(int(str(nr)) for (nr,) in self._database.rows(query, *values))
            if found:
                return found
        return ()

    def _of_id(self, name: str) -> tuple[int, ...]:
        """Return the first policy that has an id, now or formerly."""
        if not _storable(name):
            return ()
        rows = self._database.rows(
            "SELECT p.nr FROM names n JOIN policies p ON p.nr = n.nr WHERE n.name = ? AND NOT n.calls"
            " ORDER BY p.id, p.place_in_order LIMIT 1",
            f"={name}",
        )
        return tuple(int(str(nr)) for (nr,) in rows)


def _owners(alignment: object) -> Iterator[str]:
    for entry in alignment if isinstance(alignment, list) else ():
        for name in entry.values() if isinstance(entry, dict) else ():
            if isinstance(name, str) and "@" in name:
                yield name.rpartition("@")[0]


def _storable(name: str) -> bool:
    """Return whether a name is text that a file can have; one from the command line may be any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in name


def _listed(row: tuple[object, ...]) -> ListedRow:
    (policy, policy_title, place, kind, sample, versions, status, partial_, version, since, last, labels,
     title, number, effective, expires, unread, held, review) = row  # fmt: skip
    return ListedRow(
        str(policy), str(policy_title), str(place), _text(kind), bool(sample), int(str(versions)), Status(str(status)),
        bool(partial_), _text(version), _day(since), _day(last), _labels(labels), _text(title), _text(number),
        _day(effective), _day(expires), bool(unread), Holding(str(held)) if held else None, _labels(review),
    )  # fmt: skip


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(str(value))


def _labels(value: object) -> tuple[str, ...]:
    return () if value is None else _read(_LABELS, value)


def _bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise Damaged("a value of another type")
    return value


def _read(read: Callable[[bytes], T], value: object) -> T:
    try:
        return read(_bytes(value))
    except ValueError as failure:
        raise Damaged(str(failure)) from failure
