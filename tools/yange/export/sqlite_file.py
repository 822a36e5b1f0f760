"""Write the tables into one SQLite file, with keys, indexes and full-text search that finds Chinese."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from yange import __version__
from yange.export.columns import Column, ColumnType, Table, plain_cell
from yange.export.tables import TABLES, rows
from yange.publish.context import SiteContext

__all__ = ["APPLICATION_ID", "FORMAT", "SqliteFile"]

APPLICATION_ID = 0x59414E47
""""YANG" in ASCII, at byte 68 of the file: how an export of Yange is recognised (the SQLite file format, §1.3.17)."""
FORMAT = 1
"""Kept as SQLite's user version; raised when a column is removed or changes its meaning."""
_AT, _MAGIC = 68, b"SQLite format 3\0"
_TYPES = {ColumnType.INTEGER: "INTEGER", ColumnType.BOOLEAN: "INTEGER"}

# The trigram tokenizer finds any run of three characters or more, in every script; a word list would be needed for
# Chinese otherwise. External content: the words are kept once, in ``clauses``.
_SEARCH = (
    "CREATE VIRTUAL TABLE clauses_search USING fts5(label, words, content='clauses', tokenize='trigram')",
    "INSERT INTO clauses_search(rowid, label, words) SELECT rowid, label, words FROM clauses",
    "INSERT INTO clauses_search(clauses_search) VALUES ('optimize')",
)
_SET = (
    "page_size = 8192",
    "journal_mode = OFF",
    "synchronous = OFF",
    f"application_id = {APPLICATION_ID}",
    f"user_version = {FORMAT}",
)


class SqliteFile:
    """The format ``sqlite``."""

    name = "sqlite"
    about = "one SQLite database, with full-text search over the clauses"
    folder = False

    def is_own(self, file: Path) -> bool:
        """Return whether the file has the application id of Yange's exports."""
        with file.open("rb") as opened:
            head = opened.read(_AT + 4)
        return head.startswith(_MAGIC) and int.from_bytes(head[_AT:], "big") == APPLICATION_ID

    def write(self, context: SiteContext, target: Path) -> str:
        """Write the database."""
        with closing(sqlite3.connect(target, isolation_level=None)) as base:
            for setting in _SET:
                base.execute(f"PRAGMA {setting}")
            base.execute("BEGIN")
            _describe(base, context)
            counts = _fill(base, context)
            for statement in (*_indexes(), *_SEARCH, "COMMIT", "ANALYZE"):
                base.execute(statement)
        return f"{counts['policies']} policies, {counts['versions']} texts, {counts['clauses']} clauses"


def _indexes() -> Iterator[str]:
    for table in TABLES:
        for columns in table.indexes:
            name = "_".join((table.name, *columns))
            yield f"CREATE INDEX {_quoted(name)} ON {_quoted(table.name)} ({_list(columns)})"


def _describe(base: sqlite3.Connection, context: SiteContext) -> None:
    """Write the tables ``about`` and ``columns``: what the file is, and what each of its columns means."""
    base.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
    about = {"format": f"yange.sqlite/{FORMAT}", "on": context.on.isoformat(), "version": __version__}
    base.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
    base.execute(
        "CREATE TABLE columns (name TEXT, of_table TEXT, type TEXT, about TEXT, PRIMARY KEY (of_table, name))"
        " WITHOUT ROWID"
    )
    rows = [(column.name, table.name, column.type.value, column.about) for table in TABLES for column in table.columns]
    base.executemany("INSERT INTO columns VALUES (?, ?, ?, ?)", rows)


def _fill(base: sqlite3.Connection, context: SiteContext) -> Counter[str]:
    """Make the tables and insert their rows as they come; return how many rows each table has."""
    inserts = {}
    for table in TABLES:
        base.execute(_creation(table))
        marks = ", ".join("?" for _ in table.columns)
        inserts[table.name] = f"INSERT INTO {_quoted(table.name)} VALUES ({marks})"  # noqa: S608
    counts: Counter[str] = Counter()
    for table, found in rows(context):
        base.executemany(inserts[table.name], [tuple(map(plain_cell, row)) for row in found])
        counts[table.name] += len(found)
    return counts


def _creation(table: Table) -> str:
    keys = [f"PRIMARY KEY ({_list(table.key)})"]
    for link in table.links:
        keys.append(f"FOREIGN KEY ({_list(link.columns)}) REFERENCES {_quoted(link.table)} ({_list(link.target)})")
    columns = [_definition(column) for column in table.columns]
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join([*columns, *keys])})"


def _definition(column: Column) -> str:
    required = " NOT NULL" if column.required else ""
    return f"{_quoted(column.name)} {_TYPES.get(column.type, 'TEXT')}{required}"


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'
