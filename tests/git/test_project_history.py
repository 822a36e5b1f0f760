"""The project's own history, read with nothing checked out: names, days, trees, and what must not be followed."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gitting import Repo, version
from yange.git import ProjectHistory
from yange.library import load, load_tree
from yange.problems import YangeError
from yange.trees import EntryKind, UnreadableError

TEXT = "policies/wanghai/dukou/2020-03-01.md"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo.make(tmp_path / "mine")


def test_a_commit_reads_as_the_folder_did(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD")
    before = load(repo.folder)
    repo.edit(TEXT, ("常识产权", "知识产权"))
    history = ProjectHistory(repo.folder)
    with history.tree(first) as tree:
        assert load_tree(tree) == before
    with history.tree(history.resolve("HEAD")) as tree:
        assert load_tree(tree) == load(repo.folder) != before


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "all", {f"docs/laws/{TEXT}": version(), "docs/laws/policies/a/b/x.txt": "x"})
    root = repo.folder / "docs" / "laws"
    history = ProjectHistory(root)
    with history.tree(history.resolve("main")) as tree:
        assert load_tree(tree) == load(root)


def test_a_worktree_is_read_through_its_repository(repo: Repo, tmp_path: Path) -> None:
    repo.git("worktree", "add", "-q", str(tmp_path / "beside"), "-b", "other")
    history = ProjectHistory(tmp_path / "beside")
    assert history.resolve("other") == repo.git("rev-parse", "main")


def test_the_callers_git_variables_do_not_matter(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Repo.make(tmp_path / "other", {"a": "b"})
    for name, value in {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_INDEX_FILE": str(tmp_path / "index"),
        "GIT_OBJECT_DIRECTORY": str(other.folder / ".git/objects"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.bare",
        "GIT_CONFIG_VALUE_0": "nonsense",
    }.items():
        monkeypatch.setenv(name, value)
    assert ProjectHistory(repo.folder).resolve("main") == repo.git("rev-parse", "main")


@pytest.mark.parametrize(
    "name",
    ["nothing", "", "-h", "--output=x", "main@{yesterday}", ":/start", "main:policies", "a b", "main\nHEAD", "x" * 300],
)
def test_what_cannot_name_a_commit(repo: Repo, name: str) -> None:
    with pytest.raises(YangeError, match="commit"):
        ProjectHistory(repo.folder).resolve(name)
    assert not (repo.folder / "x").exists()


def test_names_that_people_use(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD")
    second = repo.edit(TEXT, ("常识", "知识"))
    repo.git("branch", "改字/常识产权")
    repo.git("tag", "-a", "v1", "-m", "one")
    history = ProjectHistory(repo.folder)
    names = {"HEAD~1": first, first[:9]: first, "改字/常识产权": second, "v1": second, "refs/heads/main": second}
    assert {name: history.resolve(name) for name in names} == names


def test_a_commit_tells_its_day_where_it_was_made_and_its_author(repo: Repo) -> None:
    made = repo.commit({}, day="2026-05-03")
    commit = ProjectHistory(repo.folder).commit(made)
    assert (commit.day.isoformat(), commit.author, len(commit.parents)) == ("2026-05-03", "张三", 1)


def test_links_submodules_and_strange_names_are_named_and_not_followed(repo: Repo, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(version())
    folder = repo.folder / "policies/wanghai/dukou"
    (folder / "2021-01-01.md").symlink_to(tmp_path / "secret.md")
    (repo.folder / "policies/linked").symlink_to(tmp_path)
    repo.git("add", "-A")
    head = repo.git("rev-parse", "HEAD")
    for path in ("policies/module", "policies/wanghai/module", "policies/wanghai/dukou/2022-01-01.md"):
        repo.git("update-index", "--add", "--cacheinfo", f"160000,{head},{path}")
    blob = repo.git("hash-object", "-w", "--stdin", data=b"x")
    repo.git("update-index", "-z", "--index-info", data=b"100644 " + blob.encode() + b"\tpolicies/wanghai/\xff\n.md\0")
    repo.git("commit", "-q", "-m", "hostile")
    history = ProjectHistory(repo.folder)
    with history.tree(history.resolve("HEAD")) as tree:
        library, problems = load_tree(tree)
        kinds = {entry.name: entry.kind for entry in tree.entries("policies") or ()}
        with pytest.raises(UnreadableError):
            tree.read("policies/wanghai/dukou/2021-01-01.md")
    assert kinds == {"wanghai": EntryKind.FOLDER, "linked": EntryKind.LINK, "module": EntryKind.SUBMODULE}
    assert [v.key for v in library.versions()] == ["v2020-03-01"]
    assert [(p.code, p.path) for p in problems] == [
        ("symlink", "policies/linked"),
        ("submodule", "policies/module"),
        ("symlink", "policies/wanghai/dukou/2021-01-01.md"),
        ("submodule", "policies/wanghai/dukou/2022-01-01.md"),
        ("submodule", "policies/wanghai/module"),
    ]
    assert all("\n" not in problem.where for problem in problems)


def test_a_giant_is_not_read(repo: Repo) -> None:
    repo.commit({"policies/wanghai/dukou/2021-01-01.md": b"x" * (17 << 20)})
    history = ProjectHistory(repo.folder)
    with history.tree(history.resolve("HEAD")) as tree:
        assert [problem.code for problem in load_tree(tree)[1]] == ["too-large"]


def test_a_tree_that_names_itself_a_thousandfold_is_stopped(repo: Repo) -> None:
    blob = repo.git("hash-object", "-w", "--stdin", data=b"x")
    mark = repo.git("mktree", data="".join(f"100644 blob {blob}\tf{i}.md\n" for i in range(150)).encode())
    for _ in range(2):
        mark = repo.git("mktree", data="".join(f"040000 tree {mark}\td{i}\n" for i in range(150)).encode())
    top = repo.git("mktree", data=f"040000 tree {mark}\tpolicies\n".encode())
    commit = repo.git("commit-tree", top, "-m", "bomb")
    with ProjectHistory(repo.folder).tree(commit) as tree, pytest.raises(YangeError, match="is not a library"):
        load_tree(tree)


def test_where_two_lines_parted(repo: Repo) -> None:
    base = repo.git("rev-parse", "HEAD")
    ours = repo.edit(TEXT, ("渔业局", "海事局"))
    repo.branch("fork", base)
    theirs = repo.edit(TEXT, ("常识", "知识"))
    repo.git("checkout", "-q", "--orphan", "alone")
    alone = repo.commit({})
    history = ProjectHistory(repo.folder)
    assert history.merge_base(ours, theirs) == base
    assert history.merge_base(ours, alone) is None


def test_a_shallow_clone_says_what_it_needs(repo: Repo, tmp_path: Path) -> None:
    repo.edit(TEXT, ("渔业局", "海事局"))
    repo.branch("fork", "HEAD~1")
    repo.edit(TEXT, ("常识", "知识"))
    clone = tmp_path / "clone"
    line = ["git", "clone", "-q", "--depth=1", "--no-single-branch", f"file://{repo.folder}", str(clone)]
    subprocess.run(line, check=True, capture_output=True)
    history = ProjectHistory(clone)
    assert history.shallow
    with pytest.raises(YangeError, match="git fetch --unshallow"):
        history.merge_base(history.resolve("main"), history.resolve("fork"))
    with pytest.raises(YangeError, match="git fetch --unshallow"):
        history.last_before(history.resolve("main"), datetime(2000, 1, 1, tzinfo=UTC))


def test_what_stood_on_the_main_line_at_a_moment(repo: Repo) -> None:
    first = repo.commit({}, day="2026-05-02")
    repo.branch("fork")
    repo.commit({}, day="2026-05-03")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "fork", "-m", "merge", day="2026-05-05")
    merge = repo.git("rev-parse", "HEAD")
    history = ProjectHistory(repo.folder)
    before = {day: history.last_before(merge, datetime(2026, 5, day, tzinfo=UTC)) for day in (3, 4, 6)}
    assert before == {3: first, 4: first, 6: merge}
    assert history.last_before(merge, datetime(2001, 1, 1, tzinfo=UTC)) is None


def test_a_folder_without_a_repository(tmp_path: Path) -> None:
    with pytest.raises(YangeError, match="not in a git repository"):
        ProjectHistory(tmp_path / "alone")
