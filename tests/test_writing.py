"""Writing files all or nothing: refusals, failures, kills at any moment."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import pytest

from yange.problems import YangeError
from yange.writing import JOURNAL, recover, write_files


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


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "", ".", "a/..", "link/x", "link", "a\0b"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "link").symlink_to(outside)
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


def test_a_failed_renaming_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.md": "old", "c.md": "old"})
    before = tree(tmp_path)
    real = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "c.md" and not self.name.startswith("old-"):
            raise OSError(5, "Input/output error", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(YangeError, match="Input/output error"):
        write_files(tmp_path, {"a.md": "new", "b/new.md": "new", "c.md": "new"})
    assert tree(tmp_path) == before


def test_a_folder_that_refuses_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    real = Path.mkdir

    def refuse(self: Path, *, exist_ok: bool = False, parents: bool = False) -> None:
        if self.name == "z":
            raise PermissionError(13, "Permission denied", str(self))
        real(self, exist_ok=exist_ok, parents=parents)

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(YangeError, match=r"nothing was written: Permission denied \(.*z\)"):
        write_files(tmp_path, {"a/b.md": "new", "c/d.md": "new", "z/e.md": "new"})
    assert tree(tmp_path) == {"a": None}


def test_a_project_that_refuses_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*, dir: Path, prefix: str) -> str:  # noqa: A002  the name is tempfile's
        raise PermissionError(13, "Permission denied", str(dir))

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(YangeError, match="nothing was written: Permission denied"):
        write_files(tmp_path, {"a.md": "new"})
    assert tree(tmp_path) == {}


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
        from yange.writing import write_files
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


@pytest.mark.parametrize("moment", [0.0, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2])
def test_killed_at_any_moment_all_or_nothing_is_written(tmp_path: Path, moment: float) -> None:
    old, new = "旧" * 20_000, "新" * 20_000
    names = [f"{n:03}.md" for n in range(60)]
    write_files(tmp_path, {**dict.fromkeys(names, old), "gone.md": old})
    script = (
        "import sys\nfrom pathlib import Path\nfrom yange.writing import write_files\n"
        "files = dict.fromkeys([f'{n:03}.md' for n in range(60)], '新' * 20_000)\n"
        "write_files(Path(sys.argv[1]), files, ['gone.md'])\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)])
    while process.poll() is None and not list(tmp_path.glob(".yange-*")):
        time.sleep(0.001)
    time.sleep(moment)
    process.kill()
    process.wait()
    recover(tmp_path)
    found = {(tmp_path / name).read_text(encoding="utf-8") for name in names}
    assert found in ({old}, {new})
    assert (tmp_path / "gone.md").exists() == (found == {old})
    assert not list(tmp_path.glob(".yange-*"))


def test_a_decided_write_is_finished_by_the_next_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.md": "old", "gone.md": "old"})

    class Killed(BaseException):
        pass

    real = Path.replace

    def die(self: Path, target: Path) -> Path:
        if Path(target).name == "b.md" or self.name.startswith("old-"):
            raise Killed
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", die)
        with pytest.raises(Killed):
            write_files(tmp_path, {"a.md": "new", "b.md": "new"}, ["gone.md"])
    assert (tmp_path / JOURNAL).is_dir()
    recover(tmp_path)
    assert tree(tmp_path) == {"a.md": b"new", "b.md": b"new"}


def test_a_journal_cannot_lead_outside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / JOURNAL).mkdir(parents=True)
    (root / JOURNAL / "new-0").write_text("evil")
    (root / JOURNAL / "plan.json").write_text('{"write": ["../evil.md"], "remove": [], "folders": []}')
    with pytest.raises(YangeError, match="outside the project"):
        recover(root)
    assert not (tmp_path / "evil.md").exists()
