"""Tracked files that must not be in a project: which are reported, and which are left to their owner."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from gitting import Repo, policy, version
from yange.check.stray import stray_files
from yange.cli.app import group
from yange.trees import EntryKind, Listed

HASH = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("path", "severity", "named"),
    [
        (".yange-write/plan.json", "error", ".yange-write"),
        ("policies/wanghai/.yange-stage-x/new-0", "error", "policies/wanghai/.yange-stage-x"),
        ("archive/history.git/hooks/post-update", "error", "archive/history.git"),
        ("archive/.history-aside/config", "error", "archive/.history-aside"),
        ("archive/edition-3.git/HEAD", "error", "archive/edition-3.git"),
        ("sub/.GIT/config", "error", "sub/.GIT"),
        ("GIT~1/config", "error", "GIT~1"),
        (".git. /config", "error", ".git. "),
        (".git::$INDEX_ALLOCATION/config", "error", ".git::$INDEX_ALLOCATION"),
        (".g\u200dit/config", "error", ".g\\u200dit"),
        ("build/site/index.html", "warning", "build"),
        ("archive/sources/notes.txt", "warning", "archive/sources/notes.txt"),
        (f"archive/sources/{HASH[:-1]}.txt", "warning", f"archive/sources/{HASH[:-1]}.txt"),
        ("archive/run.sh", "warning", "archive/run.sh"),
        ("policies/wanghai/.hidden/x.md", "warning", "policies/wanghai/.hidden"),
        ("policies/wanghai/dukou/.draft.md", "warning", "policies/wanghai/dukou/.draft.md"),
        ("policies/wanghai/2020-03-01.md", "warning", "policies/wanghai/2020-03-01.md"),
    ],
)
def test_files_that_must_not_be_there_are_reported(path: str, severity: str, named: str) -> None:
    (problem,) = stray_files([Listed(path, EntryKind.FILE)])
    assert (problem.code, problem.severity.value, problem.where) == ("stray-file", severity, named)
    assert problem.hint


@pytest.mark.parametrize(
    "path",
    [
        "policies/README.md", "policies/wanghai/README.zh-CN.md", "policies/wanghai/dukou/2020-03-01.md",
        "policies/.gitkeep", "policies/wanghai/.gitkeep", f"archive/sources/{HASH}.txt", "archive/README.md",
        f"archive/sources/{HASH}.places.json",
        "archive/editions.yml", "archive/sources/.gitkeep", ".github/workflows/x.yml", ".gitignore", "mine/tool.py",
        "builder/x", "gitlab/.git-blame-ignore-revs",
    ],
)  # fmt: skip
def test_other_files_are_not_reported(path: str) -> None:
    assert stray_files([Listed(path, EntryKind.FILE)]) == ()


@pytest.mark.parametrize(
    ("file", "severity"),
    [
        (Listed(f"archive/sources/{HASH}.txt", EntryKind.LINK), "error"),
        (Listed("archive/sources", EntryKind.SUBMODULE), "error"),
        (Listed(f"archive/sources/{HASH}.txt", EntryKind.FILE, "", executable=True), "warning"),
        (Listed("policies/wanghai/dukou/2020-03-01.md", EntryKind.FILE, "", executable=True), "warning"),
    ],
)
def test_links_submodules_and_programs_among_texts_are_reported(file: Listed, severity: str) -> None:
    assert [problem.severity.value for problem in stray_files([file])] == [severity]


def test_a_folder_full_of_them_is_reported_once() -> None:
    assert len(stray_files(Listed(f"build/site/{n}.html", EntryKind.FILE) for n in range(100))) == 1


def test_check_reports_only_what_git_tracks(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "mine")
    repo.commit({".yange-write/plan.json": "{}", "archive/notes.txt": "甲"})
    (repo.folder / "build").mkdir()
    (repo.folder / "build/index.html").write_text("built", encoding="utf-8")
    result = repo.yange("check")
    assert result.exit_code == 1
    assert "stray-file" in result.stdout
    assert [line.partition(":")[0] for line in result.stdout.splitlines() if "[stray-file]" in line] == [
        ".yange-write",
        "archive/notes.txt",
    ]


def test_check_works_without_git(tmp_path: Path) -> None:
    folder = tmp_path / "policies/wanghai/dukou"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text(policy(), encoding="utf-8")
    (folder / "2020-03-01.md").write_text(version(), encoding="utf-8")
    (tmp_path / "archive/sources").mkdir(parents=True)
    (tmp_path / "archive/sources/notes.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "archive/history.git").mkdir()
    (tmp_path / "archive/history.git/config").write_text("", encoding="utf-8")
    (tmp_path / "archive/link").symlink_to("x")
    result = CliRunner().invoke(group, ["--project", str(tmp_path), "check"])
    found = [line.partition(":")[0] for line in result.stdout.splitlines() if "[stray-file]" in line]
    assert (result.exit_code, found) == (1, ["archive/link", "archive/sources/notes.txt"])
