"""The file of the index: SQLite in this machine's state of the project, outside everything that git carries.

Whatever is in a project's own tree may come from a branch; SQLite's tables cannot be sealed row by row, because a row
that is missing changes an answer as well as a row that was added. The folder of the state has mode 700 and belongs to
the user (:mod:`yange.storage.state`), so what is there was written by this user's Yange.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from yange.problems import YangeError
from yange.storage.machine import is_mine
from yange.storage.state import ProjectState

__all__ = ["NAME", "ChangedError", "Damaged", "Database", "UnusableError", "opened"]

NAME = "index.sqlite"
_FORMAT = 3
_DAMAGE = frozenset(
    (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_CONSTRAINT,
    )
)
_TABLES = """
CREATE TABLE about(name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE folders(path TEXT PRIMARY KEY, names BLOB NOT NULL, stamps BLOB NOT NULL, mark BLOB,
  tree TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE policies(
  nr INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, place_in_order TEXT NOT NULL, id TEXT NOT NULL,
  title TEXT NOT NULL, place TEXT NOT NULL, kind TEXT, sample INTEGER NOT NULL, versions INTEGER NOT NULL,
  answers INTEGER NOT NULL, facts BLOB NOT NULL);
CREATE INDEX policies_id ON policies(id);
CREATE TABLE names(name TEXT NOT NULL, nr INTEGER NOT NULL, calls INTEGER NOT NULL);
CREATE INDEX names_name ON names(name);
CREATE INDEX names_nr ON names(nr);
CREATE TABLE words(word TEXT NOT NULL, nr INTEGER NOT NULL, role INTEGER NOT NULL);
CREATE INDEX words_word ON words(word, role);
CREATE INDEX words_nr ON words(nr);
CREATE TABLE problems(path TEXT NOT NULL, severity TEXT NOT NULL, problem BLOB NOT NULL);
CREATE INDEX problems_path ON problems(path);
CREATE TABLE spans(
  nr INTEGER NOT NULL, first INTEGER NOT NULL, until INTEGER NOT NULL, version TEXT, status TEXT NOT NULL,
  partial INTEGER NOT NULL, since TEXT, last TEXT, labels BLOB);
CREATE INDEX spans_nr ON spans(nr);
CREATE TABLE texts(
  nr INTEGER NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL, number TEXT, effective TEXT, expires TEXT,
  unread INTEGER NOT NULL, held TEXT NOT NULL, review BLOB, PRIMARY KEY(nr, version)) WITHOUT ROWID;
CREATE TABLE findings(mark BLOB PRIMARY KEY, found BLOB NOT NULL) WITHOUT ROWID;
"""


class ChangedError(Exception):
    """A file was written between two looks at it: the question is asked again."""


class UnusableError(Exception):
    """The index cannot be used now: another process writes it, or the machine refuses. Texts are read without it."""


class Damaged(Exception):  # noqa: N818 - it is about the file, not about the call
    """The file is no index, or a damaged one: it is removed and made anew."""


class Database:
    """An open index. Every call raises :class:`UnusableError` or :class:`Damaged` for what SQLite says."""

    def __init__(self, file: Path) -> None:
        """Open the file, which is made if there is none."""
        self.file = file
        with _said():
            self._db = sqlite3.connect(str(file), isolation_level=None, timeout=0)
            self._db.execute("PRAGMA trusted_schema=OFF")
            self._db.execute("PRAGMA cell_size_check=ON")
            self._db.execute("PRAGMA cache_size=-16000")

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Return all rows of a query."""
        with _said():
            return self._db.execute(query, values).fetchall()

    def run(self, statement: str, *values: object) -> None:
        """Run a statement."""
        with _said():
            self._db.execute(statement, values)

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Run a statement for each row of values."""
        with _said():
            self._db.executemany(statement, rows)

    def begin(self, *, write: bool) -> None:
        """Begin a transaction; what is read in it is of one moment."""
        self.run("BEGIN IMMEDIATE" if write else "BEGIN")

    def patient(self) -> None:
        """Wait for others who read, where a transaction that took long is to be kept."""
        self.run("PRAGMA busy_timeout=10000")

    def commit(self) -> None:
        """End a transaction."""
        self.run("COMMIT")

    def close(self) -> None:
        """Close the file; a transaction that was not ended is taken back."""
        with suppress(sqlite3.Error):
            self._db.close()

    def about(self, name: str) -> bytes | None:
        """Return a value about the index as a whole."""
        found = self.rows("SELECT value FROM about WHERE name = ?", name)
        return bytes(found[0][0]) if found and isinstance(found[0][0], bytes) else None

    def note(self, name: str, value: bytes) -> None:
        """Keep a value about the index as a whole."""
        self.run("INSERT OR REPLACE INTO about VALUES (?, ?)", name, value)

    @property
    def made(self) -> bool:
        """Whether the tables of this format are there."""
        return self.rows("PRAGMA user_version") == [(_FORMAT,)]

    def make(self) -> None:
        """Make the tables anew, within a transaction that writes."""
        for kind, name in self.rows("SELECT type, name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL"):
            self.run(f'DROP {kind} "{str(name).replace(chr(34), chr(34) * 2)}"')
        for statement in filter(str.strip, _TABLES.split(";")):
            self.run(statement)
        self.run(f"PRAGMA user_version={_FORMAT}")

    def clock(self) -> int:
        """Return the present time of the file system in nanoseconds, as it would stamp a file that is written now."""
        try:
            os.utime(self.file)
            return self.file.stat().st_mtime_ns
        except OSError as failure:
            raise UnusableError(str(failure)) from failure


@contextmanager
def opened(state: ProjectState) -> Iterator[Database]:
    """Open the index of a project; its folder is made if there is none.

    Raises:
        UnusableError: if there cannot be one.
        Damaged: for a file that is no index; it is removed.

    """
    try:
        file = state.made() / NAME
        _ours(file)
    except (YangeError, OSError) as failure:
        raise UnusableError(str(failure)) from failure
    database = Database(file)
    try:
        yield database
    except Damaged:
        database.close()
        for ending in ("-journal", ""):
            with suppress(OSError):
                file.with_name(file.name + ending).unlink()
        raise
    finally:
        database.close()


def _ours(file: Path) -> None:
    """Refuse a link, something that is no file, and a file of another user."""
    try:
        found = file.lstat()
    except FileNotFoundError:
        return
    if not (stat.S_ISREG(found.st_mode) and is_mine(found)):
        raise UnusableError(f"{file}: was not written by this user's yange")


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as failure:
        code = getattr(failure, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in _DAMAGE or not isinstance(failure, sqlite3.DatabaseError):
            raise Damaged(str(failure)) from failure
        raise UnusableError(str(failure)) from failure
