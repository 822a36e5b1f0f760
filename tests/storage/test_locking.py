"""Where a machine keeps its own state about a project, and the one lock of those who write."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from yange.problems import YangeError
from yange.storage.locking import busy, project_lock
from yange.storage.state import UntrustedError, put, state_of, take


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


def git_folder(root: Path) -> Path:
    (root / ".git").mkdir()
    (root / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    return root / ".git"


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_state_lies_in_the_git_folder_and_for_its_owner_alone(home: Path, root: Path) -> None:
    folder = git_folder(root)
    with project_lock(root, "import") as state:
        assert state.folder.parent == folder / "yange"
        state.key()
        assert {mode(path) for path in (folder / "yange", state.folder)} == {0o700}
        assert {mode(path) for path in state.folder.iterdir()} == {0o600}
    assert not home.exists()


def test_state_lies_in_the_users_folder_where_there_is_no_git(home: Path, root: Path) -> None:
    with project_lock(root, "import") as state:
        assert state.folder.parent == home / "yange" / "projects"
    assert list(root.iterdir()) == []


def test_each_project_and_each_path_has_its_own(home: Path, root: Path, tmp_path: Path) -> None:
    git_folder(root)
    (tmp_path / "link").symlink_to(root)
    inner = root / "inner"
    inner.mkdir()
    assert state_of(tmp_path / "link") == state_of(root)
    assert len({state_of(path).folder for path in (root, inner, tmp_path)}) == 3


def test_a_linked_worktree_has_its_own(home: Path, root: Path, tmp_path: Path) -> None:
    shared = git_folder(root) / "worktrees" / "other"
    shared.mkdir(parents=True)
    (shared / "HEAD").write_text("ref: refs/heads/other\n")
    other = tmp_path / "other"
    other.mkdir()
    (other / ".git").write_text(f"gitdir: {shared}\n")
    assert state_of(other).folder.is_relative_to(shared)


def test_what_was_left_before_the_project_had_git_is_still_found(home: Path, root: Path) -> None:
    with project_lock(root, "import") as state:
        early = state.folder
    git_folder(root)
    assert list(state_of(root).found()) == [early]
    with project_lock(root, "import") as state:
        assert list(state_of(root).found()) == [state.folder, early]


def a_link(folder: Path, elsewhere: Path) -> None:
    elsewhere.mkdir(mode=0o700)
    folder.symlink_to(elsewhere)


def a_file(folder: Path, elsewhere: Path) -> None:
    folder.write_text("")


def a_folder_open_to_all(folder: Path, elsewhere: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)


@pytest.mark.parametrize("made", [a_link, a_file, a_folder_open_to_all])
@pytest.mark.parametrize("depth", ["yange", "project"])
def test_what_somebody_else_may_have_made_is_never_used(
    home: Path, root: Path, tmp_path: Path, made: Callable[[Path, Path], None], depth: str
) -> None:
    folder = git_folder(root) / "yange"
    if depth == "project":
        folder.mkdir(mode=0o700)
        folder = state_of(root).folder
    made(folder, tmp_path / "elsewhere")
    with pytest.raises(UntrustedError, match=r"remove it|chmod 700"), project_lock(root, "import"):
        pass
    with pytest.raises(UntrustedError):
        list(state_of(root).found())


def test_the_folder_of_another_user_is_never_used(home: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with project_lock(root, "import") as state:
        put(state.folder / "note", b"x")
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(UntrustedError, match="belongs to another user"), project_lock(root, "import"):
        pass
    with pytest.raises(UntrustedError, match="not written by this user"):
        take(state.folder / "note")


def test_a_file_of_the_state_is_never_read_through_a_link(home: Path, root: Path) -> None:
    folder = state_of(root).made()
    (folder / "real").write_bytes(b"evil")
    (folder / "note").symlink_to("real")
    with pytest.raises(YangeError, match="cannot be read"):
        take(folder / "note")
    put(folder / "note", b"own")
    assert (take(folder / "note"), (folder / "real").read_bytes()) == (b"own", b"evil")
    assert take(folder / "none") is None


def test_the_key_stays_and_differs_from_project_to_project(home: Path, root: Path, tmp_path: Path) -> None:
    key = state_of(root).key()
    assert (len(key), state_of(root).key()) == (32, key)
    assert state_of(tmp_path).key() != key
    (state_of(root).folder / "token").write_bytes(b"short")
    assert len(state_of(root).key()) == 32


def test_a_state_that_cannot_be_kept_is_said(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").write_text("a file")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    with pytest.raises(YangeError, match="XDG_STATE_HOME"), project_lock(root, "import"):
        pass
    assert list(state_of(root).found()) == []
    assert not busy(root)


@contextmanager
def another_process(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the lock in the block."""
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from yange.storage.locking import project_lock
        with project_lock(Path(sys.argv[1]), "build"):
            print("held", flush=True)
            sys.stdin.read()
    """)
    line = [sys.executable, "-c", script, str(root)]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_writer_waits_a_bounded_time_and_is_refused(home: Path, root: Path) -> None:
    said: list[str] = []
    with another_process(root) as process:
        assert busy(root)
        who = rf"yange build \(process {process.pid}\) is at work in {root}"
        with pytest.raises(YangeError, match=who), project_lock(root, "import", wait=0.1, tell=said.append):
            pass
    assert len(said) == 1
    assert f"process {process.pid}" in said[0]


def test_a_killed_holder_leaves_no_lock(home: Path, root: Path) -> None:
    with another_process(root) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert not busy(root)
        with project_lock(root, "import", wait=0):
            assert busy(root)


def test_the_lock_is_re_entrant_and_named_by_its_first_holder(home: Path, root: Path) -> None:
    with project_lock(root, "build") as state:
        with project_lock(root, "archive", wait=0):
            pass
        assert busy(root)
        assert b'"build"' in (take(state.folder / "holder.json") or b"")
    assert not busy(root)


def test_asking_writes_nothing(home: Path, root: Path) -> None:
    git_folder(root)
    before = sorted(root.rglob("*"))
    assert not busy(root)
    assert list(state_of(root).found()) == []
    assert sorted(root.rglob("*")) == before
    assert not home.exists()
