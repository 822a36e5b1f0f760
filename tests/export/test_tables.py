"""The tables say what the archive says, in every format, and validators that others wrote accept them."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pyarrow.parquet
import pytest
from frictionless import system, validate
from hypothesis import given
from hypothesis import strategies as st

import yange
from yange.dates import Period
from yange.export.clause_rows import remaining
from yange.export.columns import plain_cell
from yange.export.tables import TABLES, rows
from yange.library import load
from yange.model import EventKind
from yange.publish.context import SiteContext
from yange.settings import Settings
from yange.timeline import Out, build_timeline

pytestmark = pytest.mark.xdist_group("export")
POLICIES = 40

LAW = """
SELECT c.path FROM clauses c
WHERE c.policy = :policy AND c.version = :version AND c.valid_from <= :day
  AND (c.valid_to IS NULL OR :day < c.valid_to)
  AND EXISTS (
    SELECT 1 FROM periods p WHERE p.policy = c.policy AND p.version = c.version
      AND p.valid_from <= :day AND (p.valid_to IS NULL OR :day < p.valid_to))
  AND NOT EXISTS (
    SELECT 1 FROM outs o WHERE o.policy = c.policy AND o.version = c.version
      AND (c.path = o.path OR c.path LIKE o.path || '\\_\\_%' ESCAPE '\\')
      AND (o.out_from IS NULL OR o.out_from <= :day) AND (o.out_to IS NULL OR :day < o.out_to))
"""


def test_sqlite_finds_no_fault(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_law_of_every_day_is_that_of_the_archive(exported: Path, base: sqlite3.Connection) -> None:
    archive = yange.open(exported)
    asked = 0
    for policy in archive.policies:
        days = archive.timeline.change_days(policy.id)
        for day in sorted({day + timedelta(days=step) for day in days for step in (-1, 0)}):
            for text in archive.texts(policy.id):
                if not text.held:
                    continue
                at = archive.text(f"{policy.id}@{text.version.key}", on=day) if text.version else text
                law = {clause.path for clause in at.walk() if clause.in_force}
                names = {"policy": policy.id, "version": at.version.key if at.version else "", "day": str(day)}
                assert {path for (path,) in base.execute(LAW, names)} == law, (policy.id, names, day)
                asked += 1
    assert asked > 150


def test_chinese_words_are_found(base: sqlite3.Connection) -> None:
    rows = base.execute(
        "SELECT DISTINCT policy FROM clauses WHERE rowid IN"
        " (SELECT rowid FROM clauses_search WHERE clauses_search MATCH '渡口管理')"
    ).fetchall()
    assert ("wanghai/dukou-guanli-banfa",) in rows


def test_a_clause_knows_its_first_text_and_its_last_change(base: sqlite3.Connection, exported: Path) -> None:
    archive = yange.open(exported)
    blame = archive.blame("dukou-guanli-banfa@2022-01-01")
    found = {
        path: (first, changed)
        for path, first, changed in base.execute(
            "SELECT path, first_version, changed_version FROM clauses WHERE policy = ? AND version = ?",
            (blame.policy.id, blame.version.key),
        )
    }
    assert blame.found
    for line in blame:
        assert found[line.path] == (line.first, line.changed)


@pytest.mark.parametrize("name", ["package", "parquet"])
def test_frictionless_finds_no_fault_in_the_description(exported: Path, name: str) -> None:
    described = json.loads((exported / name / "datapackage.json").read_text("utf-8"))
    assert [one["name"].replace("-", "_") for one in described["resources"]] == [table.name for table in TABLES]
    with system.use_context(trusted=True):
        if name == "package":
            report = validate(str(exported / name / "datapackage.json"))
        else:
            report = validate(str(exported / name / "datapackage.json"), type="package", checklist=None, limit_rows=0)
    faults = report.flatten(["type", "message"])
    assert [fault for fault in faults if "pandas" not in fault[1]] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_all_formats_have_the_same_rows(exported: Path, base: sqlite3.Connection, table: object) -> None:
    assert isinstance(table, type(TABLES[0]))
    held = [tuple(row) for row in base.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')]
    parquet = pyarrow.parquet.read_table(exported / "parquet" / f"{table.name}.parquet").to_pylist()
    assert [tuple(map(plain_cell, row.values())) for row in parquet] == held
    with (exported / "package" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == [column.name for column in table.columns]
    assert len(rows) - 1 == len(held)
    assert {len(row) for row in rows} == {len(table.columns)}


def test_every_column_is_explained_in_the_file(base: sqlite3.Connection) -> None:
    explained = set(base.execute("SELECT of_table, name FROM columns"))
    assert explained == {(table.name, column.name) for table in TABLES for column in table.columns}
    for table in TABLES:
        there = {row[1] for row in base.execute(f'PRAGMA table_info("{table.name}")')}
        assert there == {column.name for column in table.columns}


DAYS = st.dates(date(2020, 1, 1), date(2020, 2, 10))


@given(
    st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=3),
    st.lists(st.tuples(st.none() | DAYS, st.none() | DAYS), max_size=3),
)
def test_what_remains_of_periods(
    periods: list[tuple[date, date | None]], gaps: list[tuple[date | None, date | None]]
) -> None:
    whole = [Period(start, end) for start, end in periods if end is None or start < end]
    outs = [
        Out("第一条", first, until, EventKind.SUSPENSION)
        for first, until in gaps
        if first is None or until is None or first <= until
    ]
    left = remaining(whole, outs)
    for nth in range(45):
        day = date(2019, 12, 30) + timedelta(days=nth)
        expected = any(day in one for one in whole) and not any(out.on(day) for out in outs)
        assert any(day in one for one in left) == expected, day
    assert not any(one.empty for one in left)


def test_each_text_is_parsed_once_and_each_comparison_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With more texts than are kept parsed at a time; table by table each would be parsed three times."""
    for number in range(POLICIES):
        folder = tmp_path / f"policies/city/law-{number:02}"
        folder.mkdir(parents=True)
        facts = f"id: city/law-{number:02}\ntitle: 第{number}号办法\nplace: 某市\n"
        (folder / "policy.md").write_text(f"---\n{facts}---\n", "utf-8")
        for year in (2001, 2011):
            head = f"title: 第{number}号办法\neffective: {year}-01-01\neffective_basis: stated\n"
            body = f"# 第{number}号办法\n\n第一条　本办法自{year}年1月1日起施行。\n"
            (folder / f"{year}-01-01.md").write_text(f"---\n{head}---\n\n{body}", "utf-8")
    done: Counter[str] = Counter()
    for name in ("_parsed", "_compared"):
        work = getattr(SiteContext, name)

        def counted(
            context: SiteContext, *texts: str, _name: str = name, _work: Callable[..., object] = work
        ) -> object:
            done[_name] += 1
            return _work(context, *texts)

        monkeypatch.setattr(SiteContext, name, counted)
    library, _ = load(tmp_path)
    context = SiteContext(library, build_timeline(library), Settings(), date(2024, 10, 1), ())
    counts = Counter({table.name: 0 for table in TABLES})
    for table, found in rows(context):
        counts[table.name] += len(found)
    assert (counts["versions"], counts["clauses"], counts["comparisons"]) == (2 * POLICIES, 4 * POLICIES, POLICIES)
    assert done == {"_parsed": 2 * POLICIES, "_compared": POLICIES}
