"""What the reading commands answer about the sample city."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from yange.cli.app import group

ROOT = Path(__file__).resolve().parents[2]
FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
FERRIES = "wanghai/dukou-guanli-banfa"
OLD_FERRIES = "wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize"


def run(*words: str, root: Path = ROOT) -> Result:
    return CliRunner().invoke(group, ["--project", str(root), *words])


def answer(*words: str, root: Path = ROOT) -> dict[str, Any]:
    result = run(*words, "--json", root=root)
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    assert document["schema"] == f"yange.{words[0]}/1"
    return document


@pytest.mark.parametrize(
    ("day", "policy", "status", "version"),
    [
        ("1956-03-31", OLD_FERRIES, "not-yet-in-force", "v1956-04-01"),
        ("1956-04-01", OLD_FERRIES, "in-force", "v1956-04-01"),
        ("1970-01-01", OLD_FERRIES, "in-force", "v1964-06-10"),
        ("2003-12-31", OLD_FERRIES, "in-force", "v1964-06-10"),
        ("2004-01-01", OLD_FERRIES, "repealed", "v1964-06-10"),
        ("2004-01-01", FERRIES, "in-force", "v2004-01-01"),
        ("2015-09-08", FERRIES, "in-force", "v2015-09-08"),
        ("2017-06-30", FUND, "in-force", "v2013-05-01"),
        ("2025-01-01", FUND, "in-force", "v2017-07-01"),
        ("2025-03-01", FUND, "in-force", "v2025-03-01"),
        ("2030-03-01", FUND, "expired", "v2025-03-01"),
        ("2222-02-02", FERRIES, "in-force", "v2021-03-26"),
    ],
)
def test_list_answers_what_was_in_force_on_a_day(day: str, policy: str, status: str, version: str) -> None:
    rows = {row["id"]: row for row in answer("list", "--on", day)["policies"]}
    assert (rows[policy]["status"], rows[policy]["version"]) == (status, version)


def test_list_filters_by_status_and_keeps_the_fixed_fields() -> None:
    rows = answer("list", "--on", "2026-11-24", "--status", "expired")["policies"]
    assert rows
    assert {row["status"] for row in rows} == {"expired"}
    fixed = {
        "id",
        "title",
        "place",
        "kind",
        "status",
        "partial",
        "version",
        "number",
        "effective",
        "expires",
        "versions",
    }
    assert fixed <= rows[0].keys()


def test_list_for_people_shows_only_what_is_in_force() -> None:
    result = run("list", "--on", "2004-01-01")
    assert FERRIES in result.stdout
    assert OLD_FERRIES not in result.stdout
    assert "with another status" in result.stderr


def test_show_gives_the_text_of_a_day_and_a_single_clause() -> None:
    whole = run("show", f"{FERRIES}@2016-01-01")
    assert "渡口" in whole.stdout
    assert "第十四条之一" in whole.stdout
    clause = run("show", FERRIES, "--on", "2016-01-01", "--clause", "第十四条之一")
    assert clause.stdout.startswith("第十四条之一　")
    by_path = run("show", FERRIES, "--on", "2016-01-01", "--clause", "chp_4__art_14-1")
    assert by_path.stdout == clause.stdout


NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"
BOARDS = "《望海市户外招牌设置管理规定》（望府规〔2023〕5号）"


@pytest.mark.parametrize(
    ("clause", "day", "begins"),
    [
        ("（八）", "2023-07-31", f"（八）　［将废止，自 2023-08-01 起，据{BOARDS}］规范"),
        ("（八）", "2023-08-01", f"（八）　［已废止，自 2023-08-01 起，据{BOARDS}］规范"),
        ("（三）", "2024-10-01", "（三）　［暂停执行，2024-09-12 至 2024-11-07，据"),
        ("（三）", "2024-11-08", "（三）　有序"),
        ("（一）", "2024-10-01", "（一）　划定"),
    ],
)
def test_show_marks_clauses_out_of_force_on_the_day(clause: str, day: str, begins: str) -> None:
    alone = run("show", NIGHT, "--on", day, "--clause", clause)
    assert alone.stdout.startswith(begins)
    whole = run("show", NIGHT, "--on", day).stdout
    assert f"\n{begins.replace('　', '', 1)}" in whole
    given = answer("show", NIGHT, "--on", day, "--clause", clause)["clauses"]
    assert [one["in_force"] for one in given] == ["［已" not in begins and "［暂" not in begins]


def test_show_finds_a_clause_in_another_text_and_says_in_which() -> None:
    found = run("show", FERRIES, "--clause", "第十四条之一")
    assert found.stdout.startswith("第十四条之一　")
    assert "第十四条之一 is not in the text of today (v2021-03-26); shown as it is in v2015-09-08" in found.stderr
    given = run("show", FERRIES, "--on", "2022-01-01", "--clause", "第十四条之一")
    assert (given.exit_code, given.stdout) == (2, "")
    assert f"it is in {FERRIES}@v2015-09-08" in given.stderr


def test_show_says_what_is_missing() -> None:
    nothing = run("show", FERRIES, "--on", "2016-01-01", "--clause", "第九十九条")
    assert nothing.exit_code == 2
    assert "has no clause '第九十九条'" in nothing.stderr
    not_held = run("show", f"{OLD_FERRIES}@1970-01-01", "--clause", "第一条")
    assert not_held.exit_code == 2
    assert "not held" in not_held.stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nobody", "no policy is called 'nobody'"),
        ("wanghai", "give one id"),
        (f"{FUND}@1999-01-01", "has no text in force on 1999-01-01"),
        (f"{FUND}@tomorrow", "has no text 'tomorrow'"),
    ],
)
def test_show_refuses_what_it_cannot_name(name: str, message: str) -> None:
    result = run("show", name)
    assert result.exit_code == 2
    assert message in result.stderr


def test_timeline_tells_events_in_order_with_their_authors() -> None:
    document = answer("timeline", OLD_FERRIES)
    days = [event["day"] for event in document["events"]]
    assert days == sorted(days)
    repeal = next(event for event in document["events"] if event["kind"] == "repeal")
    assert (repeal["day"], repeal["by_policy"]) == ("2004-01-01", FERRIES)


def test_blame_traces_clauses_through_amendments() -> None:
    rows = {row["clause"]: row for row in answer("blame", FERRIES, "--on", "2016-01-01")["clauses"]}
    assert rows["第十四条之一"]["first_in"] == "v2015-09-08"
    assert rows["第一条"]["changed_in"] == "v2004-01-01"


def test_compare_names_both_texts_and_every_unit_once() -> None:
    document = answer("compare", f"{FERRIES}@2004-01-01", f"{FERRIES}@2015-09-08")
    assert document["old"]["version"] == "v2004-01-01"
    new_paths = [path for change in document["changes"] for path in change["new_paths"]]
    assert len(new_paths) == len(set(new_paths))
    inserted = [change["new"] for change in document["changes"] if change["operation"] == "inserted"]
    assert ["第十四条之一"] in inserted


def test_compare_reads_plain_files(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_bytes("某办法\n第一条　奖励5万元。\n第二条　自发布之日起施行。\n".encode("gb18030"))
    new.write_text("某办法\n第一条　奖励8万元。\n第二条　自发布之日起施行。\n", encoding="utf-8")
    document = answer("compare", str(old), str(new))
    amended = [change for change in document["changes"] if change["operation"] == "amended"]
    assert [change["old"] for change in amended] == [["第一条"]]
    edits = [(edit["op"], edit["text"]) for edit in amended[0]["edges"][0]["edits"]]
    assert ("delete", "5万元") in edits
    assert ("insert", "8万元") in edits


def test_a_folder_without_policies_is_the_callers_mistake(tmp_path: Path) -> None:
    result = run("list", root=tmp_path)
    assert result.exit_code == 2
    assert "no such folder" in result.stderr
