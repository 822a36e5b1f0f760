"""How fresh an archive is: what counts as a look, what is due, and the report."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from yange.cli.app import group
from yange.model import Checked, Policy, Source, Version
from yange.provenance.freshness import by_place, by_source, freshness, looked_at

ON = date(2026, 11, 30)


def policy(name: str, place: str = "甲市", **facts: object) -> Policy:
    version = Version(policy=f"a/{name}", key="v2020-01-01", path="x.md", title=name, signed=date(2019, 12, 1))
    return Policy(id=f"a/{name}", title=name, place=place, versions=(replace(version, **facts),))  # type: ignore[arg-type]


def source(day: date | None, url: str | None = None) -> Source:
    return Source(name="公报", url=url, retrieved=day)


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({}, None),
        ({"sources": (source(None),)}, None),
        ({"sources": (source(date(2026, 1, 2)), source(date(2026, 3, 4)))}, date(2026, 3, 4)),
        (
            {"sources": (source(date(2026, 1, 2)),), "checked": Checked(date=date(2026, 5, 6), source="公报")},
            date(2026, 5, 6),
        ),
    ],
)
def test_a_fetch_and_a_check_are_looks(facts: dict[str, object], day: date | None) -> None:
    assert looked_at(policy("x", **facts).versions[0]) == day


def test_what_was_not_looked_at_for_so_many_days_is_due() -> None:
    policies = [
        policy("never"),
        policy("long ago", sources=(source(date(2026, 6, 3)),)),
        policy("lately", sources=(source(date(2026, 6, 4)),)),
    ]
    found = freshness(policies, ON, 180)
    assert [one.title for one in found.due] == ["never", "long ago"]
    assert found.newest == date(2019, 12, 1)
    assert found.looked == date(2026, 6, 4)
    assert found.checked is None


def test_a_day_to_come_is_no_newest_text() -> None:
    assert freshness([policy("x", signed=None, effective=date(2027, 1, 1))], ON, 180).newest is None


def test_places_and_sources_are_told_apart() -> None:
    policies = [
        policy("x", "乙市", sources=(source(date(2026, 1, 1), "https://a.test/1"),)),
        policy("y", sources=(source(date(2026, 2, 1), "https://a.test/2"), source(None))),
    ]
    assert [(one.place, one.texts) for one in by_place(policies, ON, 180)] == [("乙市", 1), ("甲市", 1)]
    assert [(one.name, one.texts, one.looked) for one in by_source(policies)] == [
        ("公报", 1, None),
        ("a.test", 2, date(2026, 2, 1)),
    ]


def test_the_report_names_places_and_what_is_due(project_root: Path) -> None:
    words = ["--project", str(project_root), "freshness", "--on", "2026-11-30"]
    result = CliRunner().invoke(group, words)
    assert result.exit_code == 0, result.output
    assert "望海市" in result.output
    assert "not looked at for 180 days on 2026-11-30" in result.output
    one = CliRunner().invoke(group, [*words, "--place", "望海市"])
    assert "wanghai/" in one.output
    assert "shenzhen/" not in one.output


def test_the_machine_output_says_the_same(project_root: Path) -> None:
    asked = ["--project", str(project_root), "freshness", "--on", "2026-11-30"]
    found = json.loads(CliRunner().invoke(group, [*asked, "--json"]).stdout)
    report = CliRunner().invoke(group, asked)
    table = report.stdout
    for one in (*found["places"], {**found["whole"], "place": "all"}):
        row = next(line for line in table.splitlines() if line.startswith(one["place"] + " "))
        assert row.split()[1] == str(one["texts"])
        assert row.split()[-1] == str(len(one["due"]))
    assert f"{sum(one['due'] for one in found['sources'])} sources not looked at" in report.stderr
    far = json.loads(CliRunner().invoke(group, [*asked, "--json", "--days", "30000"]).stdout)
    assert far["days"] == 30000
    assert set(far["whole"]["due"]) <= set(found["whole"]["due"])


def test_the_number_of_days_is_a_setting(project_root: Path, tmp_path: Path) -> None:
    shutil.copytree(project_root / "policies" / "wanghai", tmp_path / "policies" / "wanghai")
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - yange:\n      stale_days: 20000\n", "utf-8")
    asked = ["--project", str(tmp_path), "freshness", "--on", "2026-11-30", "--json"]
    found = json.loads(CliRunner().invoke(group, asked).stdout)
    assert found["days"] == 20000
