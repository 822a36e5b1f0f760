"""What a branch changes beside the texts, above everything else what runs as code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gitting import Repo

T1 = "policies/wanghai/dukou/2020-03-01.md"


def reviewed(repo: Repo, *how: str) -> str:
    return repo.yange("review", "main...fix", *how).stdout


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo.make(tmp_path / "mine")
    repo.commit({"mkdocs.yml": "site_name: 甲\n", "notes.txt": "甲\n", "templates/page.html": "甲\n"})
    repo.branch("fix")
    return repo


def test_files_that_run_come_first_and_the_mark_is_not_green(repo: Repo) -> None:
    repo.commit({
        "mkdocs.yml": "hooks: [evil.py]\n",
        "evil.py": "print()\n",
        "notes.txt": "乙\n",
        "templates/page.html": None,
        ".github/workflows/x.yml": "on: push\n",
        "a/-- @team\n::error::x <b>": "甲\n",
    })  # fmt: skip
    others = json.loads(reviewed(repo, "--json"))["other_files"]
    assert [(one["path"], one["what"], one["runs"]) for one in others] == [
        (".github/workflows/x.yml", "added", True),
        ("evil.py", "added", True),
        ("mkdocs.yml", "changed", True),
        ("templates/page.html", "removed", True),
        ("a/-- @team\\n::error::x <b>", "added", False),
        ("notes.txt", "changed", False),
    ]
    lines = reviewed(repo, "--markdown").splitlines()
    assert lines[1].startswith("## 沿革 ⚠️ 也改动了会作为程序运行的文件")
    headings = [line for line in lines if line.startswith("### ")]
    assert headings[:2] == [
        "### 会作为程序运行的文件 Files that run as code",
        "### 文本以外的文件 Files that are not texts",
    ]
    assert "- ⚠️ <code>.github/workflows/x.yml</code> added" in lines
    assert not [line for line in lines if line.lstrip().startswith("::") or "@team" in line]
    assert "files that run as code: read each before merging\n  .github/workflows/x.yml  added" in reviewed(repo)


def test_a_text_and_a_note_keep_the_green_mark(repo: Repo) -> None:
    repo.commit({"notes.txt": "乙\n"})
    comment = reviewed(repo, "--markdown")
    assert comment.splitlines()[1] == "## 沿革 ✅ 没有文本改动 no text changes"
    assert "<code>notes.txt</code> changed" in comment


@pytest.mark.parametrize("what", ["executable", "link", "submodule"])
def test_rights_links_and_submodules_count_as_code(repo: Repo, what: str) -> None:
    blob = repo.git("hash-object", "-w", "--stdin", data=b"notes.txt")
    head = repo.git("rev-parse", "HEAD")
    mode, mark = {"executable": ("100755", blob), "link": ("120000", blob), "submodule": ("160000", head)}[what]
    repo.git("update-index", "--add", "--cacheinfo", f"{mode},{mark},extra")
    repo.git("commit", "-qm", "extra")
    assert json.loads(reviewed(repo, "--json"))["other_files"] == [{"path": "extra", "what": "added", "runs": True}]


def test_a_journal_in_a_branch_is_a_new_error(repo: Repo) -> None:
    repo.commit({".yange-write/plan.json": "{}"})
    found = json.loads(reviewed(repo, "--json"))
    assert (found["ok"], [problem["code"] for problem in found["problems"]]) == (False, ["stray-file"])


def test_the_folder_is_read_by_what_git_tracks(repo: Repo) -> None:
    (repo.folder / "untracked.py").write_text("x", encoding="utf-8")
    found = json.loads(repo.yange("review", "HEAD", "--working-tree", "--json").stdout)
    assert (found["other_files"], found["problems"]) == ([], [])
    repo.git("add", "untracked.py")
    found = json.loads(repo.yange("review", "HEAD", "--working-tree", "--json").stdout)
    assert found["other_files"] == [{"path": "untracked.py", "what": "added", "runs": True}]


def test_a_tree_that_names_itself_is_said_and_hangs_nothing(repo: Repo) -> None:
    tree = repo.git("mktree", data=f"100644 blob {repo.git('hash-object', '-w', '--stdin', data=b'x')}\tx\n".encode())
    for _ in range(12):
        tree = repo.git("mktree", data="".join(f"040000 tree {tree}\td{n}\n" for n in range(9)).encode())
    whole = repo.git("ls-tree", "HEAD") + f"\n040000 tree {tree}\tbomb\n"
    commit = repo.git("commit-tree", "-p", "HEAD", "-m", "bomb", repo.git("mktree", data=whole.encode()))
    repo.git("reset", "-q", "--soft", commit)
    remarks = json.loads(reviewed(repo, "--json"))["remarks"]
    assert any("has more files than can be listed" in remark for remark in remarks)
