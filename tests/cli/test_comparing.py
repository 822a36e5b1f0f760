"""``compare`` in every form, ``history`` and ``blame``: over the sample city, and over plain files with no archive."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from docx import Document

from yange.cli.app import group

ROOT = Path(__file__).resolve().parents[2]
FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
FERRIES = "wanghai/dukou-guanli-banfa"
OLD_FERRIES = "wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize"
LIFT = "wanghai/jiyou-zhuzhai-jiazhuang-dianti-shishi-banfa"
PAIR = (f"{FUND}@2013-05-01", f"{FUND}@2017-07-01")


def run(*words: str, root: Path = ROOT) -> Result:
    return CliRunner().invoke(group, ["--project", str(root), *words])


def answer(*words: str) -> dict[str, Any]:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    assert document["schema"] == f"yange.{words[0]}/1"
    return document


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two texts in a folder that knows nothing of Yange, in two encodings."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_bytes("青屿县奖励办法\n第一条　奖励5万元。\n第二条　自发布之日起施行。\n".encode("gb18030"))
    new.write_text("青屿县奖励办法\n第一条　奖励8万元。\n第二条　自发布之日起施行。\n", encoding="utf-8")
    return str(old), str(new)


def plain(files: tuple[str, str], *words: str) -> Result:
    return run("compare", *files, *words, root=Path(files[0]).parent)


def test_plain_files_compare_in_every_form_without_an_archive(files: tuple[str, str]) -> None:
    folder = Path(files[0]).parent
    for name in ("t.txt", "t.json", "t.md", "t.html", "t.docx", "t.csv"):
        done = plain(files, "--output", str(folder / name))
        assert (done.exit_code, done.stdout) == (0, ""), name
    assert "[-5万元-]{+8万元+}" in (folder / "t.txt").read_text("utf-8")
    assert json.loads((folder / "t.json").read_text("utf-8"))["schema"] == "yange.compare/1"
    assert "<del>5万元</del><ins>8万元</ins>" in (folder / "t.md").read_text("utf-8")
    assert (folder / "t.html").read_text("utf-8").startswith("<section")
    table = Document(str(folder / "t.docx")).tables[0]
    assert "5万元" in table.rows[2].cells[0].text
    rows = list(csv.reader(io.StringIO((folder / "t.csv").read_bytes().decode("utf-8-sig"))))
    assert rows[1] == ["金额", "5万元", "8万元", "第一条", "第一条"]
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["old.txt", "new.txt", "t.txt", "t.json", "t.md", "t.html", "t.docx", "t.csv"]
    )


def test_what_is_printed_is_what_is_written(files: tuple[str, str], tmp_path: Path) -> None:
    for form in ("text", "markdown", "html", "csv", "json"):
        target = tmp_path / f"out.{form}"
        assert plain(files, "--format", form, "--output", str(target)).exit_code == 0
        assert plain(files, "--format", form).stdout_bytes == target.read_bytes(), form


def test_a_word_file_twice_is_the_same_bytes(files: tuple[str, str], tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        done = plain(files, "--output", str(tmp_path / name))
        assert (done.exit_code, done.stdout) == (0, "")
        assert re.search(rf"wrote .*{re.escape(name)}: \w+, \d+ of \d+ units differ", done.stderr)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--format", "docx"), "--output NAME.docx"),
        (("--json", "--format", "csv"), "exclude each other"),
        (("--output", "missing/t.md"), "missing/t.md: cannot be written"),
        (("--steps",), "name both sides as policy@day"),
    ],
)
def test_calls_that_cannot_be_answered_are_refused(
    files: tuple[str, str], words: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(files[0]).parent)
    done = plain(files, *words)
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_file_with_front_matter_brings_its_facts(tmp_path: Path) -> None:
    folder = ROOT / "policies" / FUND
    result = run("compare", str(folder / "2013-05-01.md"), str(folder / "2017-07-01.md"), "--format", "markdown")
    assert "（望府规〔2017〕9号，2017年7月1日起施行）" in result.stdout


def test_the_language_is_that_of_the_new_text_unless_another_is_asked_for() -> None:
    berths = ("wanghai/rules-on-small-craft-berths@2021-06-01", "wanghai/rules-on-small-craft-berths@2024-09-01")
    assert run("compare", *berths, "--format", "markdown").stdout.startswith("## Table of amendments")
    assert run("compare", *berths, "--format", "markdown", "--language", "zh").stdout.startswith("## 修订对照表")


def test_json_gives_the_words_of_inserted_and_repealed_clauses() -> None:
    changes = answer("compare", *PAIR)["changes"]
    inserted = next(change for change in changes if change["new"] == ["第四条"])
    assert inserted["operation"] == "inserted"
    assert "应当回避" in inserted["new_texts"][0]
    split = next(change for change in changes if change["operation"] == "split")
    assert {e["elsewhere"] for edge in split["edges"] for e in edge["edits"]} >= {"第十二条", "第十三条"}


def test_any_two_days_are_compared_by_steps_too() -> None:
    document = answer("compare", f"{FUND}@2013-05-01", f"{FUND}@2025-03-01", "--steps")
    steps = document["steps"]
    assert steps["through"] == [f"{FUND}@v2013-05-01", f"{FUND}@v2017-07-01", f"{FUND}@v2025-03-01"]
    direct = sum(len(change["edges"]) for change in document["changes"])
    assert steps["agreed"] + len(steps["only_direct"]) == direct
    assert steps["agreed"] >= 25
    shown = run("compare", f"{FUND}@2013-05-01", f"{FUND}@2025-03-01", "--steps").stdout
    assert f"{steps['agreed']} pairs of clauses found both ways" in shown


def test_steps_lead_forwards_only() -> None:
    done = run("compare", f"{FUND}@2025-03-01", f"{FUND}@2013-05-01", "--steps")
    assert done.exit_code == 2
    assert "did not succeed" in done.stderr


NIGHTS = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (f"{NIGHTS}@2022-06-01", "将暂停执行"),
        (f"{NIGHTS}@2024-10-01", "暂停执行"),
        (f"{NIGHTS}@v2022-01-01.2", None),
    ],
)
def test_clauses_out_of_force_are_those_of_the_asked_day(new: str, said: str | None) -> None:
    found = run("compare", f"{NIGHTS}@v2019-06-01", new, "--format", "markdown").stdout
    rows = found[found.index("### ") :]
    # a name of one text says no day: today, on which the suspension is over
    assert ("*［将暂停执行" in rows, "*［暂停执行" in rows) == (said == "将暂停执行", said == "暂停执行")


def line(policy: str, clause: str, day: str) -> list[tuple[str, str, list[str], list[str]]]:
    steps = answer("history", policy, clause, "--on", day)["steps"]
    return [(step["to"]["version"], step["operation"], step["old"], step["new"]) for step in steps]


@pytest.mark.parametrize("day", ["2014-01-01", "2018-01-01", "2026-01-01"])
def test_a_split_stands_in_the_history_whenever_it_is_asked(day: str) -> None:
    """第十一条 was split in 2017 (policies/wanghai/README.md); its parts went on under new numbers."""
    clause = {"2014-01-01": "第十一条", "2018-01-01": "第十三条", "2026-01-01": "第十二条"}[day]
    found = line(FUND, clause, day)
    assert ("v2017-07-01", "split", ["第十一条"], ["第十二条", "第十三条"]) in found
    assert ("v2025-03-01", "renumbered", ["第十三条"], ["第十二条"]) in found


def test_a_merger_and_the_split_that_followed() -> None:
    assert line(FUND, "第十六条", "2018-01-01") == [
        ("v2017-07-01", "merged", ["第十五条", "第十六条"], ["第十六条"]),
        ("v2025-03-01", "split", ["第十六条"], ["第十五条", "第十六条"]),
    ]


def test_a_move_and_an_inserted_number() -> None:
    assert ("v2017-07-01", "moved", ["第十三条"], ["第二十条"]) in line(FUND, "第二十条", "2018-01-01")
    inserted, renumbered = line(FERRIES, "第十四条之一", "2016-01-01")
    assert inserted[:2] == ("v2015-09-08", "inserted")
    assert (renumbered[0], renumbered[2], renumbered[3]) == ("v2021-03-26", ["第十四条之一"], ["第十五条"])


def test_a_history_goes_back_into_the_policy_that_was_replaced_and_says_what_is_not_held() -> None:
    document = answer("history", FERRIES, "标题", "--on", "2022-01-01")
    first = document["steps"][0]
    assert first["from"]["policy"] == OLD_FERRIES
    assert first["not_held"] == [f"{OLD_FERRIES}@v1964-06-10"]
    assert [text["version"] for text in document["texts"]] == [
        "v1956-04-01",
        "v2004-01-01",
        "v2015-09-08",
        "v2021-03-26",
    ]


def test_a_history_for_people_shows_the_words_as_they_changed() -> None:
    shown = run("history", FUND, "第十条", "--on", "2026-01-01").stdout
    assert "每个品种给予[-5万元-]{+8万元+}奖励" in shown
    assert "每个品种给予[-8万元-]{+10万元+}奖励" in shown
    assert shown.index("2013-05-01") < shown.index("2017-07-01") < shown.index("2025-03-01")
    assert shown.count("(asked)") == 1
    ended = run("history", FERRIES, "第十六条", "--on", "2016-01-01").stdout
    assert "2021-03-26  第十六条 repealed" in ended


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((FUND, "第九十九条", "--on", "2018-01-01"), "has no clause '第九十九条'"),
        ((f"{OLD_FERRIES}@1970-01-01", "第一条"), "not held"),
        ((FUND, "（一）", "--on", "2018-01-01"), "name one by its path"),
        ((FUND, "第一条", "--on", "1999-01-01"), "no text in force"),
    ],
)
def test_a_history_that_cannot_be_told_is_refused(words: tuple[str, ...], message: str) -> None:
    done = run("history", *words)
    assert done.exit_code == 2
    assert message in done.stderr


def test_blame_follows_words_through_a_merger_and_out_again() -> None:
    """第十五条 of 2025 is 第十五条 of 2013 unchanged, though it stood in one article with a changed one between."""
    rows = {row["clause"]: row for row in answer("blame", FUND, "--on", "2026-01-01")["clauses"]}
    assert (rows["第十五条"]["first_in"], rows["第十五条"]["changed_in"]) == ("v2013-05-01", "v2013-05-01")
    assert rows["第十六条"]["changed_in"] == "v2025-03-01"
    assert rows["第十二条"]["first_as"] == "第十一条"
    assert rows["第二十四条"]["first_in"] == "v2025-03-01"


def test_blame_over_a_text_to_come() -> None:
    """What the README of the sample city says was inserted and merged in the text of 2027."""
    rows = {row["clause"]: row for row in answer("blame", LIFT, "--on", "2027-06-01")["clauses"]}
    assert {rows[label]["first_in"] for label in ("第十一条", "第十八条", "第十九条", "第二十条")} == {"v2027-03-01"}
    assert (rows["第十六条"]["first_in"], rows["第十六条"]["first_as"]) == ("v2018-09-01", "第十四条")


def test_blame_on_a_day_without_a_text_is_refused() -> None:
    done = run("blame", LIFT, "--on", "2021-12-01")
    assert done.exit_code == 2
    assert "no text in force on 2021-12-01" in done.stderr


def test_what_of_the_numbering_was_not_read_is_said_of_each_side(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("港湾条例\n\n第一条　甲。\n\n第一条の二　乙。\n\n第二条　丙。\n", "utf-8")
    new.write_text("港湾条例\n\nPasal 1 Dermaga.\n\nPasal 2 Feri.\n", "utf-8")
    said = run("compare", str(old), str(new), root=tmp_path)
    assert f"{old}: 1 line begins like a number but opens no clause: 第一条の二 (line 5). [unread-label]" in said.stderr
    assert f"{new}: No clause was recognised in this text. [no-clauses]" in said.stderr
    assert "unread-label" not in said.stdout
    told = json.loads(run("compare", str(old), str(new), "--json", root=tmp_path).stdout)
    assert [(one["code"], one["form"], one["lines"]) for one in told["old"]["remarks"]] == [
        ("unread-label", "han", [5])
    ]
    assert [one["code"] for one in told["new"]["remarks"]] == ["no-clauses", "unread-label"]


def test_any_two_documents_are_compared_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No archive, no git: each side by its content, one of several texts by its number."""
    monkeypatch.chdir(tmp_path)
    lines = [
        "望海市渡口管理办法",
        "第一条　渡船应当登记。",
        "第二条　罚款{}元。",
        "第三条　本办法自2020年3月1日起施行。",
    ]
    old, new = ("\n".join(lines).format(amount) + "\n" for amount in ("五十", "八十"))
    Path("old.pdf").write_text(old, "utf-8")
    Path("new.txt").write_text(f"{old}\n{new}", "utf-8")
    refused = CliRunner().invoke(group, ["compare", "old.pdf", "new.txt"])
    assert refused.exit_code == 2
    assert "2 texts are in this file; name one: new.txt#1 (望海市渡口管理办法); new.txt#2" in refused.stderr
    done = CliRunner().invoke(group, ["compare", "old.pdf", "new.txt#2", "--output", "table.docx"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert "八十元" in "".join(cell.text for row in Document("table.docx").tables[0].rows for cell in row.cells)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.txt", "old.pdf", "table.docx"]


def test_a_pipe_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    Path("a.txt").write_text("第一条　甲。\n", "utf-8")
    done = CliRunner().invoke(group, ["compare", "a.txt", "pipe"])
    assert (done.exit_code, "a pipe or a device" in done.stderr) == (2, True)


def test_a_redline_is_a_word_file_with_tracked_changes(tmp_path: Path) -> None:
    for nth, words in enumerate((("--redline",), ("--format", "redline"))):
        target = tmp_path / f"{nth}.docx"
        result = run("compare", *PAIR, *words, "--output", str(target))
        assert result.exit_code == 0, result.output
        assert "wrote" in result.stderr
        xml = Document(str(target)).element.xml
        assert "<w:ins " in xml
        assert "<w:del " in xml
    assert (tmp_path / "0.docx").read_bytes() == (tmp_path / "1.docx").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--redline",), "--output NAME.docx"),
        (("--redline", "--output", "table.md"), "end the name in .docx"),
        (("--redline", "--format", "csv", "--output", "a.csv"), "exclude each other"),
    ],
)
def test_a_redline_that_is_no_word_file_is_refused(words: tuple[str, ...], said: str) -> None:
    result = run("compare", *PAIR, *words)
    assert result.exit_code == 2
    assert said in result.output
