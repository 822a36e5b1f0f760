"""Writing files all or nothing: refusals, failures, kills at any moment."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from gitting import Repo
from yange.problems import YangeError
from yange.storage.journal import Direction, Journal
from yange.storage.snapshots import at_one_moment, broken_off
from yange.storage.state import ProjectState, state_of
from yange.storage.writing import at_work, write_files
from yange.trees import EntryKind, Tree


def tree(root: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
    }


def test_files_are_written_once(tmp_path: Path) -> None:
    files = {"policies/a/b/policy.md": "甲\n", "archive/x.bin": b"\0\1"}
    assert write_files(tmp_path, files) == ("archive/x.bin", "policies/a/b/policy.md")
    before = (tmp_path / "archive/x.bin").stat().st_mtime_ns
    assert write_files(tmp_path, files) == ()
    assert (tmp_path / "archive/x.bin").stat().st_mtime_ns == before
    assert tree(tmp_path)["policies/a/b/policy.md"] == "甲\n".encode()
    assert not [name for name in tree(tmp_path) if ".yange-" in name]


def test_files_are_removed_with_the_writing_of_others(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "a", "b.md": "b"})
    assert write_files(tmp_path, {"b.md": "c", "d.md": "d"}, remove=["a.md", "b.md", "never.md"]) == ("b.md", "d.md")
    assert tree(tmp_path) == {"b.md": b"c", "d.md": b"d"}


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "", ".", "a/..", "link/x", "link", "inner/x", "a\0b"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "link").symlink_to(outside)
    (root / "folder").mkdir()
    (root / "inner").symlink_to("folder")
    before = tree(tmp_path)
    with pytest.raises(YangeError, match="nothing was written"):
        write_files(root, {"good.md": "a", path: "b"})
    with pytest.raises(YangeError):
        write_files(root, {}, remove=[path])
    assert tree(tmp_path) == before


def test_a_link_to_a_file_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret").write_text("old")
    (root / "a.md").symlink_to(tmp_path / "secret")
    with pytest.raises(YangeError, match="symbolic link"):
        write_files(root, {"a.md": "new"})
    assert (tmp_path / "secret").read_text() == "old"


def test_a_failure_at_the_last_file_leaves_everything_as_it_was(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "old", "gone.md": "old"})
    (tmp_path / "z.md" / "inner").mkdir(parents=True)
    before = tree(tmp_path)
    with pytest.raises(YangeError):
        write_files(tmp_path, {"a.md": "new", "b/c/d.md": "new", "z.md": "new"}, remove=["gone.md"])
    with pytest.raises(YangeError):
        write_files(tmp_path, {"a.md": "new", "b/c/d.md": "new", "gone.md/e.md": "new"})
    assert tree(tmp_path) == before


def failing(monkeypatch: pytest.MonkeyPatch, call: str, name: str, number: int = 5) -> None:
    """Let a call of the system fail for a file of this name."""
    real = getattr(os, call)

    def refuse(path: str | os.PathLike[str], *rest: object, **named: object) -> object:
        if any(Path(str(one)).name == name for one in (path, *rest)):
            raise OSError(number, os.strerror(number), str(path))
        return real(path, *rest, **named)

    monkeypatch.setattr(os, call, refuse)


def test_a_failed_renaming_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.md": "old", "c.md": "old"})
    before = tree(tmp_path)
    with monkeypatch.context() as patch:
        failing(patch, "replace", "c.md")
        with pytest.raises(YangeError, match="nothing was written: Input/output error"):
            write_files(tmp_path, {"a.md": "new", "b/new.md": "new", "c.md": "new"})
    assert tree(tmp_path) == before


def test_a_folder_that_refuses_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    failing(monkeypatch, "mkdir", "z", 13)
    with pytest.raises(YangeError, match=r"nothing was written: Permission denied \(.*z\)"):
        write_files(tmp_path, {"a/b.md": "new", "c/d.md": "new", "z/e.md": "new"})
    assert tree(tmp_path) == {"a": None}


def test_an_old_file_that_cannot_be_read_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.md": "old", "b.md": "old"})
    before = tree(tmp_path)
    with monkeypatch.context() as patch:
        real = Path.read_bytes

        def refuse(self: Path) -> bytes:
            if self.name == "b.md":
                raise PermissionError(13, "Permission denied", str(self))
            return real(self)

        patch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(YangeError, match=r"b\.md: cannot be read"):
            write_files(tmp_path, {"a.md": "new", "b.md": "new"})
    assert tree(tmp_path) == before


def test_a_full_disk_leaves_the_old_state(tmp_path: Path) -> None:
    """The limit on the size of a file stands for a full disk: the write fails half way through."""
    write_files(tmp_path, {"a.md": "old", "b.md": "old"})
    before = tree(tmp_path)
    script = textwrap.dedent("""
        import resource, signal, sys
        from pathlib import Path
        from yange.storage.writing import write_files
        from yange.problems import YangeError
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
        try:
            write_files(Path(sys.argv[1]), {"a.md": "new", "b.md": "x" * 50_000, "c/d.md": "new"})
        except YangeError as refusal:
            print(refusal)
            sys.exit(2)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2, done.stderr
    assert "nothing was written" in done.stdout
    assert tree(tmp_path) == before
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 10_000


class Killed(BaseException):
    """Stands for a kill: nothing that follows in the process is carried out."""


def broken(root: Path, monkeypatch: pytest.MonkeyPatch, *, undone: bool = False) -> None:
    """Leave a write that broke off between its first file and the second; ``undone``: while it was being undone."""
    replace, turn = os.replace, Journal.turn

    def die(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> None:
        if Path(target).name == "b.md":
            raise (OSError(5, "Input/output error", str(target)) if undone else Killed)
        replace(source, target)

    def turned(self: Journal, to: Direction) -> None:
        if to is Direction.UNDO and not undone:
            raise Killed
        turn(self, to)

    def killed(self: Journal) -> tuple[str, ...]:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", die)
        patch.setattr(Journal, "turn", turned)
        patch.setattr(Journal, "back", killed)
        with pytest.raises(Killed):
            write_files(root, {"a.md": "new", "b.md": "new", "c/new.md": "new"}, ["gone.md"])


OLD = {"a.md": b"old", "b.md": b"old", "gone.md": b"old"}
NEW = {"a.md": b"new", "b.md": b"new", "c/new.md": b"new"}


def read(root: Path) -> dict[str, bytes]:
    """Read what a reader sees."""

    def contents(tree: Tree, folder: str = "") -> dict[str, bytes]:
        found = {}
        for entry in tree.entries(folder) or ():
            path = f"{folder}/{entry.name}".lstrip("/")
            if entry.kind is EntryKind.FOLDER:
                found |= contents(tree, path)
            elif not entry.name.startswith(".yange-"):
                found[path] = tree.read(path)
                assert tree.size(path) == len(found[path])
        return found

    return at_one_moment(root, contents)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    write_files(root, OLD)
    return root


def files(root: Path) -> dict[str, bytes]:
    return {path: content for path, content in tree(root).items() if content is not None}


def finish(root: Path) -> list[str]:
    said: list[str] = []
    with at_work(root, "check", tell=said.append):
        pass
    return said


@pytest.mark.parametrize(("undone", "due"), [(False, NEW), (True, OLD)])
def test_a_write_that_broke_off_reads_whole_and_the_next_writer_ends_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, undone: bool, due: dict[str, bytes]
) -> None:
    broken(root, monkeypatch, undone=undone)
    assert files(root) not in (OLD, NEW)
    before = tree(root)
    assert read(root) == due
    assert "a write of yange write broke off" in str(broken_off(root))
    assert tree(root) == before
    (said,) = finish(root)
    assert said.startswith("undid" if undone else "finished")
    assert files(root) == due
    assert (root / "c").is_dir() is not undone
    assert broken_off(root) is None
    assert finish(root) == []


def test_a_file_that_a_person_went_on_with_is_left_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(root, monkeypatch)
    (root / "a.md").write_text("by hand, from the new text")
    assert read(root) == {**NEW, "a.md": b"by hand, from the new text"}
    (said,) = finish(root)
    assert "a.md" in said
    assert files(root) == {**NEW, "a.md": b"by hand, from the new text"}


def test_a_write_is_undone_where_a_person_went_on_with_an_old_text(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(root, monkeypatch)
    (root / "b.md").write_text("by hand, from the old text")
    (said,) = finish(root)
    assert "b.md" in said
    assert files(root) == {**OLD, "b.md": b"by hand, from the old text"}


def test_a_file_saved_during_a_write_is_not_written_over(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Journal.forward

    def saved(self: Journal) -> tuple[str, ...]:
        (root / "b.md").write_text("saved just now")
        return real(self)

    monkeypatch.setattr(Journal, "forward", saved)
    with pytest.raises(YangeError, match=r"b\.md: changed while yange was writing"):
        write_files(root, {"a.md": "new", "b.md": "new", "c/new.md": "new"})
    assert files(root) == {**OLD, "b.md": b"saved just now"}
    assert not (root / "c").exists()


def test_a_journal_in_the_project_is_nothing_to_anybody(root: Path) -> None:
    for name in (".yange-write", ".yange-stage-x", ".yange/redo", "redo", "undo"):
        (root / name).mkdir(parents=True)
        (root / name / "new-0").write_text("evil")
        (root / name / "plan.json").write_text('{"write": ["a.md"], "remove": ["b.md"], "folders": []}')
        (root / name / "plan").write_text('00\n{"root": "", "command": "x", "token": "x", "steps": [], "folders": []}')
    before = tree(root)
    assert read(root)["a.md"] == b"old"
    assert broken_off(root) is None
    finish(root)
    assert tree(root) == before


def forged(state: ProjectState) -> None:
    plan = state.folder / "redo" / "plan"
    plan.write_bytes(plan.read_bytes().replace(b'"a.md"', b'"z.md"'))


def of_another_key(state: ProjectState) -> None:
    (state.folder / "token").write_bytes(b"x" * 32)


@pytest.mark.parametrize("spoil", [forged, of_another_key])
def test_a_journal_that_this_machine_did_not_write_is_not_obeyed(
    root: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[ProjectState], None]
) -> None:
    broken(root, monkeypatch)
    spoil(state_of(root))
    before = tree(root)
    with pytest.raises(YangeError, match="not obeyed"):
        finish(root)
    assert "it is not known whether a write broke off" in str(broken_off(root))
    read(root)
    assert tree(root) == before


def test_a_journal_is_for_the_place_where_it_was_written(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".git").mkdir()
    (root / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    broken(root, monkeypatch)
    moved = tmp_path / "moved"
    root.rename(moved)
    before = {path: content for path, content in tree(moved).items() if ".git/" not in path}
    with pytest.raises(YangeError, match=f"broke off while the project was at {root}"):
        finish(moved)
    assert {path: content for path, content in tree(moved).items() if ".git/" not in path} == before
    moved.rename(root)
    finish(root)
    assert {path: content for path, content in files(root).items() if ".git/" not in path} == NEW


def test_a_reader_among_writers_sees_one_state(root: Path) -> None:
    """A writer goes on all the time: each reading is of one of its states, whatever it meets."""
    child = os.fork()
    if child == 0:
        try:
            for turn in range(50):
                new, gone = (NEW, ["gone.md"]) if turn % 2 == 0 else (OLD, ["c/new.md"])
                write_files(root, new, gone)
        finally:
            os._exit(0)
    found = []
    while os.waitpid(child, os.WNOHANG)[0] == 0:
        with suppress(YangeError):  # a reader that meets too many writers in a row says so
            found.append(read(root))
    assert len(found) > 20
    assert all(one in (OLD, NEW) for one in found)
    assert OLD in found
    assert NEW in found


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo.make(tmp_path / "clone", {"a.md": "committed\n", "policies/b.md": "committed\n"})


def by_hand(root: Path, name: str) -> None:
    (root / name).write_text("three hours of work\n")


@pytest.mark.parametrize("name", ["a.md", "policies/b.md"])
@pytest.mark.parametrize("way", ["write", "remove"])
def test_work_that_nobody_else_holds_is_never_lost(repo: Repo, name: str, way: str) -> None:
    by_hand(repo.folder, name)

    def write() -> None:
        with at_work(repo.folder, "import") as session:
            session.write({"new.md": "new", **({name: "new\n"} if way == "write" else {})}, [name])

    with pytest.raises(YangeError, match=rf"{name}: changed by hand and not yet in git.*nothing was written"):
        write()
    assert (repo.folder / name).read_text() == "three hours of work\n"
    assert not (repo.folder / "new.md").exists()
    repo.git("add", name)
    write()
    assert (repo.folder / name).exists() is (way == "write")


def test_what_git_or_yange_holds_may_be_written_over(repo: Repo) -> None:
    with at_work(repo.folder, "import") as session:
        assert session.write({"a.md": "one\n", "untracked.md": "one\n"}) == ("a.md", "untracked.md")
        assert session.write({"a.md": "two\n", "untracked.md": "two\n"}) == ("a.md", "untracked.md")
        by_hand(repo.folder, "untracked.md")
        with pytest.raises(YangeError, match=r"untracked\.md"):
            session.write({"untracked.md": "three\n"})
    repo.edit("a.md", ("two", "edited and committed"))
    with at_work(repo.folder, "import") as session:
        assert session.write({"a.md": "three\n", "untracked.md": "three\n"}) == ("a.md", "untracked.md")


def test_a_checkout_with_windows_line_ends_is_what_git_holds(repo: Repo) -> None:
    (repo.folder / "a.md").write_bytes(b"committed\r\n")
    with at_work(repo.folder, "import") as session:
        assert session.write({"a.md": "new\n"}) == ("a.md",)


def test_without_git_only_what_yange_wrote_is_written_over(root: Path) -> None:
    by_hand(root, "a.md")
    with at_work(root, "import") as session:
        with pytest.raises(YangeError, match=r"a\.md: changed by hand"):
            session.write({"a.md": "new", "b.md": "new"})
        assert files(root) == {**OLD, "a.md": b"three hours of work\n"}
        assert session.write({"b.md": "new"}) == ("b.md",)


def test_what_yange_wrote_before_the_project_had_git_is_still_its_own(root: Path) -> None:
    Repo(root).git("init", "-q")
    with at_work(root, "import") as session:
        assert session.write({"a.md": "new"}) == ("a.md",)
        assert session.write({"a.md": "newer"}) == ("a.md",)


def test_a_file_that_is_to_be_new_may_not_be_there(repo: Repo) -> None:
    with at_work(repo.folder, "new") as session:
        with pytest.raises(YangeError, match=r"a\.md: there is such a file already"):
            session.write({"a.md": "new\n", "c.md": "new\n"}, fresh={"a.md", "c.md"})
        assert session.write({"a.md": "committed\n", "c.md": "new\n"}, fresh={"a.md", "c.md"}) == ("c.md",)


@pytest.mark.parametrize("path", [".git/config", ".git/hooks/post-checkout", "policies/.git/config", ".github/x.yml"])
def test_no_name_with_a_dot_in_front_is_written(repo: Repo, path: str) -> None:
    before = tree(repo.folder)
    with at_work(repo.folder, "import") as session, pytest.raises(YangeError, match="dot in front"):
        session.write({"new.md": "new", path: "evil"})
    assert {path: content for path, content in tree(repo.folder).items() if ".git/yange" not in path} == before
