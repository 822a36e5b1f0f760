"""What goes wrong is said with file and line, ends in the right exit code, and leaves the old state whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from yange.cli.app import group

ROOT = Path(__file__).resolve().parents[2]
FERRIES = "policies/wanghai/dukou-guanli-banfa"
NAMED = "policies/wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize"
YANGE = [sys.executable, "-c", "from yange.cli import main; main()"]
SCRAPED = """临安市人民政府关于印发临安市桥梁管理办法的通知
临府规〔2024〕3号

各区人民政府，市有关单位：

　　现将《临安市桥梁管理办法》印发给你们，请遵照执行。

临安市人民政府

2024年3月1日

临安市桥梁管理办法

　　第一条　为了管好桥梁，制定本办法。

　　第二条　本办法自2024年4月1日起施行，有效期5年。
"""


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(group, ["--project", str(root), *words])


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "mine"
    assert CliRunner().invoke(group, ["init", str(root)]).exit_code == 0
    for policy in (FERRIES, NAMED):
        shutil.copytree(ROOT / policy, root / policy)
    return root


@pytest.mark.parametrize(
    ("name", "data", "code", "message"),
    [
        ("program.txt", b"\x7fELF\0\0\0\1" * 40, 1, "program.txt: error: the file is binary"),
        ("report.txt", b"%PDF-1.7 \xe2\xe3", 1, "report.txt: error: the PDF file cannot be read"),
        ("empty.txt", b"", 1, "empty.txt: error: the file is empty"),
        ("blank.txt", b" \n\n\t\n", 1, "blank.txt: error: the file is empty"),
        ("latin.txt", b"\xff\xff\xff\xfe\x80\x80", 1, "latin.txt: error"),
        ("long.txt", "某".encode() * 17_000_000, 1, "long.txt:1: error: the line has 17,000,000 characters"),
    ],
)
def test_import_refuses_what_is_no_text(project: Path, name: str, data: bytes, code: int, message: str) -> None:
    file = project.parent / name
    file.write_bytes(data)
    before = tree(project)
    result = run(project, "import", str(file))
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert tree(project) == before


@pytest.mark.parametrize(
    ("name", "said"), [("nothing.txt", "cannot be read"), (".", "no document to import was found")]
)
def test_import_refuses_what_cannot_be_read(project: Path, name: str, said: str) -> None:
    result = run(project, "import", str(project.parent / name))
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_import_says_who_may_not_read(project: Path) -> None:
    file = project.parent / "secret.txt"
    file.write_text(SCRAPED, encoding="utf-8")
    file.chmod(0)
    assert "cannot be read (Permission denied)" in run(project, "import", str(file)).stderr


def test_a_good_file_is_filed_beside_a_bad_one(project: Path) -> None:
    good, bad = project.parent / "good.txt", project.parent / "bad.txt"
    good.write_text(SCRAPED, encoding="utf-8")
    bad.write_bytes(b"\0\0")
    before = tree(project)
    done = run(project, "import", str(good), str(bad))
    assert (done.exit_code, "bad.txt" in done.stderr) == (1, True), done.stderr
    added = {path for path in tree(project) if path not in before}
    assert any(path.endswith("/policy.md") for path in map(str, added))
    assert {path: content for path, content in tree(project).items() if path not in added} == before


def test_a_dry_run_needs_no_project(tmp_path: Path) -> None:
    file = tmp_path / "bridges.txt"
    file.write_text(SCRAPED, encoding="utf-8")
    shown = run(tmp_path, "import", "--dry-run", str(file))
    assert shown.exit_code == 0, shown.stderr
    assert "临安市桥梁管理办法" in shown.stdout
    filed = run(tmp_path, "import", str(file))
    assert filed.exit_code == 2
    assert "yange init" in filed.stderr
    assert tree(tmp_path) == {"bridges.txt": SCRAPED.encode()}


def edited(project: Path, name: str, old: str, new: str) -> None:
    file = project / FERRIES / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def broken_yaml(project: Path) -> str:
    edited(project, "2004-01-01.md", "title: 望海市渡口管理办法", "title: [望海市渡口管理办法")
    return f"{FERRIES}/2004-01-01.md:"


def another_day(project: Path) -> str:
    edited(project, "2015-09-08.md", "effective: 2015-09-08", "effective: 2015-09-09")
    return f"{FERRIES}/2015-09-08.md:"


def no_such_day(project: Path) -> str:
    edited(project, "2015-09-08.md", "effective: 2015-09-08", "effective: 2015-02-30")
    return f"{FERRIES}/2015-09-08.md:"


def not_utf8(project: Path) -> str:
    file = project / FERRIES / "2015-09-08.md"
    file.write_bytes(file.read_text(encoding="utf-8").encode("gb18030"))
    return f"{FERRIES}/2015-09-08.md:"


def link_out(project: Path) -> str:
    (project / FERRIES / "2022-01-01.md").symlink_to("/etc/hostname")
    return f"{FERRIES}/2022-01-01.md"


def no_name(project: Path) -> str:
    (project / FERRIES / "neu.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
    return f"{FERRIES}/neu.md"


def same_text_twice(project: Path) -> str:
    shutil.copy(project / FERRIES / "2021-03-26.md", project / FERRIES / "2022-03-26.md")
    return f"{FERRIES}/2022-03-26.md:"


@pytest.mark.parametrize(
    "spoil",
    [broken_yaml, another_day, no_such_day, not_utf8, link_out, no_name, same_text_twice],
    ids=lambda f: f.__name__,
)
def test_a_spoilt_text_is_named_and_nothing_is_built(project: Path, spoil: object) -> None:
    assert run(project, "archive", "--on", "2026-01-01").exit_code == 0
    archive = (project / "archive/history.git").resolve()
    before = tree(archive)
    assert callable(spoil)
    where = spoil(project)
    checked = run(project, "check")
    assert checked.exit_code == 1
    assert where in checked.stdout
    built = run(project, "archive", "--on", "2026-01-01")
    assert built.exit_code == 1
    assert "nothing was built" in built.stderr
    assert (project / "archive/history.git").resolve() == archive
    assert tree(archive) == before


def test_check_speaks_to_machines_and_to_the_forge(project: Path) -> None:
    another_day(project)
    annotation = run(project, "check", "--github").stdout
    assert annotation.startswith(f"::error file={FERRIES}/2015-09-08.md,line=")
    machine = run(project, "check", "--json")
    assert machine.exit_code == 1
    assert '"schema": "yange.check/1"' in machine.stdout
    assert '"code": "file-day"' in machine.stdout


@pytest.mark.parametrize("moment", [0.0, 0.1, 0.4])
def test_an_import_that_is_killed_files_all_or_nothing(project: Path, moment: float) -> None:
    file = project.parent / "bridges.txt"
    file.write_text(SCRAPED, encoding="utf-8")
    call = [*YANGE, "--project", str(project), "import", str(file)]
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.25 + moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    listed = run(project, "list", "--all", "--on", "2024-05-01").stdout
    filed = project / "policies/linan"
    whole = filed.is_dir() and {path.name for path in next(filed.iterdir()).iterdir()} == {"policy.md", "2024-04-01.md"}
    assert whole == ("临安市桥梁管理办法" in listed)
    assert whole or not filed.exists() or not list(filed.rglob("*.md"))
    assert run(project, "import", str(file)).exit_code == 0
    assert "临安市桥梁管理办法" in run(project, "list", "--all", "--on", "2024-05-01").stdout
    assert not list(project.rglob(".yange*"))
