"""A stranger's repository is read without its settings, and only what is its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from gitting import Repo
from yange.git import open_peer
from yange.problems import YangeError
from yange.trees import EntryKind


def made(folder: Path) -> Repo:
    repo = Repo.make(folder, {"a/one.md": "1", "b.md": "2"})
    repo.commit({"a/one.md": "3"}, message="second")
    repo.commit({"b.md": None}, message="third")
    return repo


def changes(folder: Path, *where: str) -> list[tuple[str, bool]]:
    with open_peer(folder, *where) as peer:
        return [(change.path, change.blob is not None) for change in peer.changes()]


WHOLE = [("a/one.md", True), ("b.md", True), ("a/one.md", True), ("b.md", False)]


def test_changes_are_in_order_of_history(tmp_path: Path) -> None:
    repo = made(tmp_path / "r")
    assert changes(repo.folder) == WHOLE
    assert changes(repo.folder / ".git") == WHOLE
    assert changes(repo.folder / "a") == [("one.md", True), ("one.md", True)]
    assert changes(repo.folder, "main", "a") == [("one.md", True), ("one.md", True)]


def test_a_bare_repository_a_packed_one_and_a_worktree(tmp_path: Path) -> None:
    repo = made(tmp_path / "r")
    repo.git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    repo.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "side")
    repo.git("pack-refs", "--all")
    assert changes(tmp_path / "bare") == WHOLE
    assert changes(tmp_path / "tree") == WHOLE
    assert changes(repo.folder, "side") == WHOLE


def test_contents_and_messages(tmp_path: Path) -> None:
    repo = made(tmp_path / "r")
    with open_peer(repo.folder) as peer:
        first, *_ = peer.changes()
        assert peer.blob(first.blob or "") == b"1"
        assert peer.blob("0" * 40) is None
        commit = peer.commit(first.commit)
        assert (commit.subject, str(commit.day)) == ("start", "2026-05-01")
        assert peer.branches == ("main",)


def test_its_settings_hooks_and_replacements_have_no_effect(tmp_path: Path) -> None:
    repo = made(tmp_path / "r")
    proof = tmp_path / "executed"
    hook = repo.folder / ".git" / "run.sh"
    hook.write_text(f"#!/bin/sh\ntouch {proof}\ncat\n")
    hook.chmod(0o755)
    for key in ("gpg.program", "core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "core.editor"):
        repo.git("config", key, str(hook))
    repo.git("config", "log.showSignature", "true")
    repo.git("config", "remote.origin.promisor", "true")
    repo.git("replace", repo.git("rev-parse", "HEAD:a/one.md"), repo.git("rev-parse", "HEAD~2:b.md"))
    (repo.folder / ".git" / "info").mkdir(exist_ok=True)
    (repo.folder / ".git" / "info" / "grafts").write_text(repo.git("rev-parse", "HEAD") + "\n")
    assert changes(repo.folder) == WHOLE
    with open_peer(repo.folder) as peer:
        assert peer.blob([change.blob for change in peer.changes()][2] or "") == b"3"
    assert not proof.exists()


def test_objects_of_another_folder_are_refused(tmp_path: Path) -> None:
    repo = made(tmp_path / "r")
    repo.git("clone", "-q", "--shared", ".", str(tmp_path / "shared"))
    with pytest.raises(YangeError, match="takes objects from another folder"):
        changes(tmp_path / "shared")
    linked = made(tmp_path / "linked")
    (linked.folder / ".git/objects").rename(tmp_path / "elsewhere")
    (linked.folder / ".git/objects").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(YangeError, match="takes objects from another folder"):
        changes(linked.folder)


def test_links_are_told_apart_and_strange_names_pass(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "r", {"x\n:100644 100644 a b M": "1", "\x01" + "0" * 40: "2"})
    (repo.folder / "link").symlink_to("/etc/passwd")
    repo.commit({})
    with open_peer(repo.folder) as peer:
        found = {change.path: change.kind for change in peer.changes()}
    assert found == {
        "x\n:100644 100644 a b M": EntryKind.FILE,
        "\x01" + "0" * 40: EntryKind.FILE,
        "link": EntryKind.LINK,
    }


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "../../HEAD", "a b", "main@{yesterday}", "/etc/passwd"])
def test_a_name_of_no_branch_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(YangeError, match="branch"):
        changes(made(tmp_path / "r").folder, name)


def test_a_branch_file_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    repo = made(tmp_path / "r")
    (tmp_path / "secret").write_text(repo.git("rev-parse", "HEAD"))
    (repo.folder / ".git/refs/heads/evil").symlink_to(tmp_path / "secret")
    with pytest.raises(YangeError, match="not read"):
        changes(repo.folder, "evil")


def test_a_merge_counts_once_and_a_shallow_clone_says_so(tmp_path: Path) -> None:
    repo = made(tmp_path / "r")
    repo.branch("side", "main~1")
    repo.commit({"c.md": "4"})
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-edit", "side")
    assert changes(repo.folder) == [*WHOLE, ("c.md", True)]
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.folder}", str(tmp_path / "shallow"))
    with open_peer(tmp_path / "shallow") as peer:
        assert peer.shallow
        assert [change.path for change in peer.changes()] == ["a/one.md", "c.md"]


def test_no_repository_and_an_empty_one_are_errors(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(YangeError, match="not in a git repository"):
        changes(tmp_path / "none")
    repo = Repo(tmp_path / "none")
    repo.git("init", "-q", "-b", "main")
    with pytest.raises(YangeError, match="has no commit"):
        changes(tmp_path / "none")
