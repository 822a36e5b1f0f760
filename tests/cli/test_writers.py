"""Commands that write beside each other, and beside people's work."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gitting import Repo
from yange.cli.app import group
from yange.library import load
from yange.storage.journal import Journal
from yange.storage.locking import project_lock
from yange.storage.writing import at_work

YANGE = [sys.executable, "-c", "from yange.cli import main; main()"]
FOLDER = "policies/wanghai/dukou"
BROKEN = '---\ntitle: "手工录入的文本\neffective: 2027-01-01\n---\n\n# 手工录入\n\n第一条　三个小时的手工录入。\n'
AMENDMENT = "将第二条中的“渔业局”修改为“港务处”。\n"
DOCUMENT = """望海市渡口办法

望府规〔2027〕2号

第一条　为了保护常识产权，制定本办法。

第二条　市港务处负责渡口的日常管理，每{count}日检查一次。

第三条　本办法自2027年{month}月1日起施行。《望海市渡口办法》（望府规〔2020〕1号）同时废止。

望海市人民政府
2026年12月1日
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo.make(tmp_path / "project")


def both(repo: Repo, *calls: tuple[str, ...]) -> list[subprocess.CompletedProcess[str]]:
    """Run several commands at once; all of them begin while the lock is held."""
    with project_lock(repo.folder, "test"):
        line = [*YANGE, "--project", str(repo.folder)]
        started = [
            subprocess.Popen([*line, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for words in calls
        ]
        for process in started:
            assert process.stderr is not None
            assert "is at work" in process.stderr.readline()
    return [subprocess.CompletedProcess(p.args, p.wait(), *p.communicate()) for p in started]


def test_two_imports_at_once_both_land(repo: Repo, tmp_path: Path) -> None:
    names = [tmp_path / "one.txt", tmp_path / "other.txt"]
    for file, count, month in zip(names, ("三", "五"), (2, 3), strict=True):
        file.write_text(DOCUMENT.format(count=count, month=month), encoding="utf-8")
    done = both(repo, *(("import", str(file)) for file in names))
    assert [one.returncode for one in done] == [0, 0], done
    library, _ = load(repo.folder)
    bodies = [version.body for version in library.versions()]
    assert [sum(f"每{count}日" in body for body in bodies) for count in ("三", "五")] == [1, 1]


def test_two_new_texts_of_one_day_have_a_name_each(repo: Repo) -> None:
    words = ("new", "dukou", "--effective", "2027-01-01", "--title")
    done = both(repo, (*words, "甲"), (*words, "乙"))
    assert sorted(one.stdout.strip() for one in done) == [f"{FOLDER}/2027-01-01.2.md", f"{FOLDER}/2027-01-01.md"]
    titles = {version.title for version in load(repo.folder)[0].versions() if "2027" in version.key}
    assert titles == {"甲", "乙"}


def test_a_writer_that_is_kept_waiting_too_long_is_refused(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import sys; from yange.storage.writing import at_work; from pathlib import Path\n"
    script += "with at_work(Path(sys.argv[1]), 'build'): print('held', flush=True); sys.stdin.read()"
    line = [sys.executable, "-c", script, str(repo.folder)]
    monkeypatch.setattr("yange.storage.writing.at_work", partial(at_work, wait=0.1))
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        result = repo.yange("new", "dukou", "--effective", "2027-01-01")
        other.kill()
    assert result.exit_code == 2
    assert f"yange build (process {other.pid}) is at work" in result.stderr
    assert "nothing was written" in result.stderr


@pytest.mark.parametrize("command", ["new", "amend", "import"])
def test_a_text_that_cannot_be_read_is_never_written_over(repo: Repo, tmp_path: Path, command: str) -> None:
    held = repo.folder / FOLDER / "2027-02-01.md"
    held.write_text(BROKEN.replace("2027-01-01", "2027-02-01"), encoding="utf-8")
    repo.commit({})
    before = held.read_bytes()
    (tmp_path / "amendment.txt").write_text(AMENDMENT, encoding="utf-8")
    (tmp_path / "document.txt").write_text(DOCUMENT.format(count="三", month=2), encoding="utf-8")
    result = repo.yange(
        *{
            "new": ("new", "dukou", "--effective", "2027-02-01"),
            "amend": ("amend", "dukou", str(tmp_path / "amendment.txt"), "--effective", "2027-02-01"),
            "import": ("import", str(tmp_path / "document.txt")),
        }[command]
    )
    assert result.exit_code == 2
    assert "2027-02-01.md: there is such a file already" in result.stderr
    assert held.read_bytes() == before
    assert repo.git("status", "--porcelain") == ""


def test_a_policy_that_cannot_be_read_is_never_written_over(repo: Repo, tmp_path: Path) -> None:
    repo.edit(f"{FOLDER}/policy.md", ("title: ", 'title: "'), ("kind: ", "note: 三年的编者按\nkind: "))
    (tmp_path / "document.txt").write_text(DOCUMENT.format(count="三", month=2), encoding="utf-8")
    repo.yange("import", str(tmp_path / "document.txt"))
    assert "三年的编者按" in (repo.folder / FOLDER / "policy.md").read_text(encoding="utf-8")
    assert repo.git("diff", "HEAD", "--name-only") == ""


@pytest.fixture
def record(tmp_path: Path) -> Repo:
    """A project in which a text is known by its facts alone, and is about to be imported."""
    repo = Repo.make(tmp_path / "project", {"policies/.gitkeep": ""})
    (tmp_path / "document.txt").write_text(DOCUMENT.format(count="三", month=2), encoding="utf-8")
    assert repo.yange("import", "--catalogue-only", str(tmp_path / "document.txt")).exit_code == 0
    return repo


def test_what_an_import_wrote_is_imported_over_before_it_is_committed(record: Repo, tmp_path: Path) -> None:
    result = record.yange("import", str(tmp_path / "document.txt"))
    assert result.exit_code == 0, result.stderr
    assert any(version.held for version in load(record.folder)[0].versions())


@pytest.mark.parametrize("way", ["committed", "added", "neither"])
def test_what_people_changed_is_imported_over_once_git_has_it(record: Repo, tmp_path: Path, way: str) -> None:
    (text,) = (path for path in record.folder.rglob("2027-*.md"))
    text.write_text(text.read_text(encoding="utf-8").replace("---\n", "---\n# 据公报校改\n", 1), encoding="utf-8")
    if way != "neither":
        record.git("add", "-A")
    if way == "committed":
        record.commit({})
    result = record.yange("import", str(tmp_path / "document.txt"))
    assert result.exit_code == (2 if way == "neither" else 0), result.stderr
    assert ("changed by hand and not yet in git" in result.stderr) is (way == "neither")
    assert "# 据公报校改" in text.read_text(encoding="utf-8")


def init(folder: Path) -> Result:
    return CliRunner().invoke(group, ["init", str(folder)])


def test_init_leaves_what_is_there_and_says_what_to_add(tmp_path: Path) -> None:
    own = {".gitignore": "*.bak\n", ".gitattributes": "*.jpg binary\n", "README.md": "ours\n", "notes/a.txt": "ours\n"}
    for name, content in own.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    result = init(tmp_path)
    assert result.exit_code == 0, result.output
    assert {name: (tmp_path / name).read_text() for name in own} == own
    assert "archive/history.git" in result.stderr
    assert "archive/sources/** -text" in result.stderr
    assert load(tmp_path)[1] == ()


@pytest.mark.parametrize("name", ["policies", "archive", "site", "mkdocs.yml"])
@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_init_refuses_a_folder_with_a_project_in_it(tmp_path: Path, name: str, kind: str) -> None:
    place = tmp_path / "mine" / name
    place.parent.mkdir()
    if kind == "link":
        (tmp_path / "elsewhere").mkdir()
        place.symlink_to(tmp_path / "elsewhere")
    elif kind == "folder":
        place.mkdir()
    else:
        place.write_text("ours\n")
    before = sorted(tmp_path.rglob("*"))
    result = init(tmp_path / "mine")
    assert result.exit_code == 2
    assert "nothing was written" in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_killed_init_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(self: Journal) -> tuple[str, ...]:
        os._exit(9)

    child = os.fork()
    if child == 0:
        Journal.forward = killed  # type: ignore[method-assign]
        init(tmp_path / "mine")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert not (tmp_path / "mine" / "mkdocs.yml").exists()
    result = init(tmp_path / "mine")
    assert result.exit_code == 0, result.output
    assert "finished a write of yange init that broke off" in result.stderr
    assert (tmp_path / "mine" / "mkdocs.yml").exists()


def changed_at(folder: Path) -> dict[Path, tuple[int, int]]:
    return {path: (path.stat().st_mtime_ns, path.stat().st_ctime_ns) for path in sorted(folder.rglob("*"))}


@pytest.mark.parametrize(
    "words",
    [
        ("list", "--all"),
        ("show", "dukou@2020-03-01"),
        ("timeline", "dukou"),
        ("check",),
        ("editions",),
        ("compare", "dukou@2020-03-01", "dukou@2027-01-01"),
        ("blame", "dukou"),
        ("history", "dukou", "第二条"),
        ("review", "HEAD", "--working-tree"),
        ("import", "--dry-run", "../document.txt"),
        ("amend", "dukou", "../amendment.txt", "--effective", "2028-01-01", "--dry-run"),
    ],
    ids=lambda words: words[0],
)
def test_a_command_that_reads_says_that_a_write_broke_off_and_writes_nothing(
    repo: Repo, tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "document.txt").write_text(DOCUMENT.format(count="三", month=2), encoding="utf-8")
    (tmp_path / "amendment.txt").write_text(AMENDMENT, encoding="utf-8")
    child = os.fork()
    if child == 0:
        Journal.forward = lambda self: os._exit(9)  # type: ignore[assignment,method-assign]
        repo.yange("amend", "dukou", str(tmp_path / "amendment.txt"), "--effective", "2027-01-01")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    before = changed_at(repo.folder)
    monkeypatch.chdir(repo.folder)
    result = repo.yange(*words)
    assert result.exit_code in {0, 1}, result.output
    assert result.stderr.count("a write of yange amend broke off") == 1
    assert changed_at(repo.folder) == before
    repo.yange("archive")  # any writer
    again = repo.yange(*words)
    assert "broke off" not in again.stderr
    assert again.stdout == result.stdout
