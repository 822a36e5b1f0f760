"""``yange import`` for people: folders, ``--interactive`` and the file of answers, the summary, the table."""

from __future__ import annotations

import json
import os
import pty
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from yange.cli.app import group
from yange.readers.collecting import ANSWERS_FILE

FERRY = "渡口管理办法\n\n第一条　渡船应当登记。\n\n第二条　本办法自2020年3月1日起施行。\n"
QUAY = "码头收费标准\n\n第一条　货船每日{}元。\n\n第二条　客船每日{}元。\n\n第三条　自{}年3月1日起施行。\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mine/policies").mkdir(parents=True)
    for name, text in {
        "in/a/ferry.txt": FERRY,
        "in/a/x.txt": QUAY.format(50, 20, 2021),
        "in/b/x.txt": QUAY.format(60, 30, 2023),
        "in/b/empty.txt": "",
        "in/b/style.css": "a {}",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    with zipfile.ZipFile(tmp_path / "in/c.zip", "w") as packed:
        packed.writestr("deep/ferry.txt", FERRY.replace("渡口", "轮渡"))
    return tmp_path / "mine"


def run(project: Path, *words: str, say: str = "") -> Result:
    return CliRunner().invoke(group, ["--project", str(project), "import", *words], input=say)


def filed(result: Result) -> dict[str, str]:
    return {one["source"]: one["path"] for one in json.loads(result.stdout)["documents"]}


def test_good_files_are_filed_and_bad_ones_reported_with_a_summary(project: Path) -> None:
    result = run(project, str(project.parent / "in"))
    assert result.exit_code == 1, "a file has an error"
    assert "b/empty.txt: error: the file is empty [source-empty]" in result.stderr
    assert "in: warning: not read, because no reader knows their kind: .css (1) [kind-unread]" in result.stderr
    head, _, summary = result.stderr.partition("remarks by kind\n")
    assert summary.splitlines()[:3] == [
        "1  source-empty  the file is empty (b/empty.txt)",
        "1  kind-unread   files of kinds that are not read (in)",
        "1  same-title    a text of the same title is filed already (b/x.txt:1)",
    ]
    assert head.count("[same-title]") == 1
    assert result.stderr.splitlines()[-1].startswith("4 documents in 5 files, 3 remarks; ")
    rows = [line.split()[:2] for line in result.stdout.splitlines()]
    assert rows[0] == ["FROM", "FORMAT"]
    assert [row[1] for row in rows[1:]] == ["text"] * 4
    assert [row[0] for row in rows[1:]] == ["a/ferry.txt:1-5", "a/x.txt:1-7", "b/x.txt:1-7", "c.zip/deep/ferry.txt:1-5"]
    assert len(list(project.glob("policies/*/*/policy.md"))) == 4
    assert len(list(project.glob("archive/sources/*"))) == 4


def test_the_report_has_what_was_left_out_too(project: Path) -> None:
    problems = json.loads(run(project, "--dry-run", "--json", str(project.parent / "in")).stdout)["problems"]
    assert [one["code"] for one in problems] == ["source-empty", "kind-unread"]


def test_a_second_import_changes_nothing(project: Path) -> None:
    folder = str(project.parent / "in")
    run(project, folder)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert run(project, folder).stderr.splitlines()[-1].endswith("; 0 files written")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_folder_without_documents_is_refused(project: Path) -> None:
    result = run(project, str(project))
    assert result.exit_code == 2
    assert "no document to import was found" in result.stderr


def test_each_doubt_is_asked_once_for_all_documents_and_kept(project: Path) -> None:
    folder = project.parent / "in"
    first = run(project, "--interactive", "--dry-run", "--json", str(folder), say="?\n望海市\nz\nv\n")
    assert "place: 4 documents – the place is not known" in first.stderr
    assert "… and 1 more" in first.stderr
    assert "write one of version, copy, other" in first.stderr
    assert not list(project.rglob("*.md")), "a dry run writes nothing into the project"
    kept = folder / ANSWERS_FILE
    assert "answer: 望海市" in kept.read_text("utf-8")
    wanted = {
        "a/ferry.txt": "policies/wanghai/dukou-guanli-banfa/2020-03-01.md",
        "a/x.txt": "policies/wanghai/matou-shoufei-biaozhun/2021-03-01.md",
        "b/x.txt": "policies/wanghai/matou-shoufei-biaozhun/2023-03-01.md",
        "c.zip/deep/ferry.txt": "policies/wanghai/lundu-guanli-banfa/2020-03-01.md",
    }
    assert filed(first) == wanted
    plain = run(project, "--dry-run", "--json", str(folder))
    assert set(filed(plain).values()).isdisjoint(wanted.values())
    assert f"{ANSWERS_FILE} holds answers; --answers uses them" in plain.stderr
    again = run(project, "--json", "--answers", str(kept), str(folder))
    assert filed(again) == wanted
    asked = run(project, "--interactive", "--dry-run", "--json", str(folder))
    assert (asked.exit_code, filed(asked)) == (1, wanted), "nothing is open, so nothing is asked"


def test_a_question_can_be_answered_apart_or_left_open(project: Path) -> None:
    folder = project.parent / "in"
    result = run(project, "--interactive", "--dry-run", "--json", str(folder), say="/\n望海市\n\n青屿县\n\n")
    assert {name: path.split("/")[1] for name, path in filed(result).items()} == {
        "a/ferry.txt": "wanghai",
        "a/x.txt": "wanghai",
        "b/x.txt": "unplaced",
        "c.zip/deep/ferry.txt": "qingyu",
    }
    again = run(project, "--interactive", "--dry-run", "--json", str(folder), say="\n")
    assert "place: 1 document –" in again.stderr, "what was left open is asked again"


def test_no_file_of_answers_is_lost(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.yml"
    file.write_text("# hers\n- ask: mood\n", "utf-8")
    result = run(project, "--interactive", "--answers", str(file), str(project.parent / "in"), say="望海市\n\n")
    assert result.exit_code == 2
    assert f"{file}:2:8: 'mood' is not one of" in result.stderr
    assert file.read_text("utf-8") == "# hers\n- ask: mood\n"
    missing = run(project, "--answers", str(tmp_path / "no.yml"), str(project.parent / "in"))
    assert (missing.exit_code, "no such file of answers" in missing.stderr) == (2, True)


def test_a_bar_is_drawn_on_a_terminal_alone(project: Path) -> None:
    assert "reading" not in run(project, "--dry-run", str(project.parent / "in")).stderr
    two, third = str(project.parent / "in/a"), str(project.parent / "in/b/x.txt")
    assert "reading" in _on_a_terminal(project, "--dry-run", two, third)
    assert "reading" not in _on_a_terminal(project, "--dry-run", two), "two files are read at once"


def _on_a_terminal(project: Path, *words: str) -> str:
    """Return what a terminal gets on standard error; standard output goes nowhere."""
    child, end = pty.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.environ["TERM"] = "xterm"
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            group.main(["--project", str(project), "import", *words], prog_name="yange", standalone_mode=False)
        finally:
            sys.stderr.flush()
            os._exit(0)
    said = b""
    try:
        while piece := os.read(end, 65536):
            said += piece
    except OSError:  # the end of a terminal's output on Linux
        pass
    os.waitpid(child, 0)
    return said.decode()
