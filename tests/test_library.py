"""The folder ``policies/``: what is read, what is refused with file and line, and files written all or nothing."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import pytest

from yange.library import load, version_order, write_files
from yange.model import Version
from yange.problems import YangeError

POLICY = "---\nid: wanghai/dukou\ntitle: 渡口办法\nplace: wanghai\nkind: 办法\nrank: null\n---\n"
VERSION = "---\ntitle: 渡口办法\neffective: 2020-03-01\neffective_basis: stated\n---\n\n# 渡口办法\n\n第一条　甲。\n"
FOLDER = "policies/wanghai/dukou"


def project(root: Path, **files: str | bytes) -> Path:
    """Make a project with one policy and further files; ``__`` in a name stands for ``/``."""
    made = {f"{FOLDER}/policy.md": POLICY, **{f"{FOLDER}/{name}": content for name, content in files.items()}}
    for name, content in made.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def codes(root: Path) -> list[tuple[str, str, int | None]]:
    return [(problem.code, problem.path.removeprefix(FOLDER + "/"), problem.line) for problem in load(root)[1]]


def test_a_library_is_read_in_order(tmp_path: Path) -> None:
    files = {"2021-01-01.md": VERSION, "2020-03-01.2.md": VERSION, "2020-03-01.md": VERSION, "undated.md": VERSION}
    library, problems = load(project(tmp_path, **files))
    assert problems == ()
    assert [v.key for v in library.versions()] == ["2020-03-01", "2020-03-01.2", "2021-01-01", "undated"]
    version = next(library.versions())
    assert (version.policy, version.path) == ("wanghai/dukou", f"{FOLDER}/2020-03-01.md")
    assert version.body == "# 渡口办法\n\n第一条　甲。\n"
    assert VERSION.split("\n")[version.body_line - 1] == "# 渡口办法"


def test_the_tenth_text_of_a_day_stands_after_the_second() -> None:
    keys = ["2020-03-01.10", "undated", "2020-03-01.2", "1949-10-01", "2020-03-01"]
    versions = [Version(policy="a/b", key=key, path="", title="") for key in keys]
    assert [v.key for v in sorted(versions, key=version_order)] == [
        "1949-10-01", "2020-03-01", "2020-03-01.2", "2020-03-01.10", "undated",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "code", "line"),
    [
        ("2020-13-01.md", VERSION, "file-name", None),
        ("2020-02-30.md", VERSION, "file-name", None),
        ("2020-03-01.1.md", VERSION, "file-name", None),
        ("march.md", VERSION, "file-name", None),
        ("2020-03-01.txt", VERSION, "stray-file", None),
        ("2020-03-01.md", b"\xff\xfe---\n", "encoding", 1),
        ("2020-03-01.md", "---\ntitle: 渡口\n---\n".encode("gb18030"), "encoding", 2),
        ("2020-03-01.md", b"\x89PNG\r\n\x1a\n\x00\x00", "encoding", 1),
        ("2020-03-01.md", b"---\ntitle: a\n---\n\0", "binary", 4),
        ("2020-03-01.md", "", "no-front-matter", 1),
        ("2020-03-01.md", "渡口\n", "no-front-matter", 1),
        ("2020-03-01.md", "---\ntitle: 渡口\n", "no-front-matter", 1),
        ("2020-03-01.md", "---\n---\n", "no-front-matter", 1),
        ("2020-03-01.md", "---\ntitle: [渡口\n---\n", "yaml", 3),
        ("2020-03-01.md", "---\ntitle: a: b\n---\n", "yaml", 2),
        ("2020-03-01.md", "---\ntitle: \x07\n---\n", "yaml", 2),
        ("2020-03-01.md", "---\n- a\n---\n", "front-matter", 2),
        ("2020-03-01.md", "---\ntitle: 渡口\ntitel: 渡口\n---\n", "front-matter", 3),
        ("2020-03-01.md", "---\ntitle: 渡口\ntitle: 渡口\n---\n", "front-matter", 3),
        ("2020-03-01.md", "---\ntitle: 渡口\nsigned: 2020-02-30\n---\n", "bad-day", 3),
        ("2020-03-01.md", "---\ntitle: 渡口\nsigned: 1 March\n---\n", "bad-day", 3),
        ("2020-03-01.md", "---\ntitle: 渡口\nclause_periods: [{clause: 一, to: 9999-12-31}]\n---\n", "bad-day", 3),
        ("2020-03-01.md", "---\ntitle: 渡口\ntext: kept\n---\n", "front-matter", 3),
        ("2020-03-01.md", "---\ntitle: 渡口\nunits: {kind: a, count: many}\n---\n", "front-matter", 3),
        ("2020-03-01.md", "---\ntitle: 渡口\nunits: {count: 99999999999999999999}\n---\n", "front-matter", 3),
        ("2020-03-01.md", "---\neffective: 2020-03-01\n---\n", "no-title", 2),
        ("2020-03-01.md", "---\n? [a]\n: b\ntitle: 渡口\n---\n", "front-matter", 2),
        ("2020-03-01.md", "---\ntitle: &a 渡口\nnote: *a\n---\n", "yaml", 3),
        ("2020-03-01.md", "---\na: " + "[" * 100_000 + "\n---\n", "yaml", 2),
        ("2020-03-01.md", "---\n" + "- " * 50_000 + "\n---\n", "yaml", 2),
        ("2020-03-01.md", VERSION.replace("\n", "\r\n"), "line-ends", 1),
        ("2020-03-01.md", b"\n" * (17 * 1024 * 1024), "too-large", None),
    ],
)  # fmt: skip
def test_every_mistake_is_told_with_file_and_line(
    tmp_path: Path, name: str, content: str | bytes, code: str, line: int | None
) -> None:
    root = project(tmp_path, **{name: content})
    _, problems = load(root)
    found = [(problem.code, problem.path, problem.line) for problem in problems]
    assert (code, f"{FOLDER}/{name}", line) in found
    assert all(problem.hint and problem.message for problem in problems)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    library, problems = load(project(tmp_path, **{"2020-03-01.md": "\ufeff" + VERSION}))
    assert problems == ()
    assert next(library.versions()).title == "渡口办法"


def test_one_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    library, problems = load(project(tmp_path, **{"2020-03-01.md": VERSION, "2021-01-01.md": "---\n[\n---\n"}))
    assert [version.key for version in library.versions()] == ["2020-03-01"]
    assert [problem.code for problem in problems] == ["yaml"]


def test_a_folder_without_a_policy_is_told(tmp_path: Path) -> None:
    root = project(tmp_path, **{"2020-03-01.md": VERSION})
    (root / FOLDER / "policy.md").unlink()
    assert [code for code, _, _ in codes(root)] == ["no-policy"]


def test_links_and_strange_names_are_refused(tmp_path: Path) -> None:
    root = project(tmp_path, **{"2020-03-01.md": VERSION})
    (root / FOLDER / "2021-01-01.md").symlink_to(root / FOLDER / "2020-03-01.md")
    (root / "policies" / "elsewhere").symlink_to(tmp_path)
    (root / "policies" / "Bad Name").mkdir()
    (root / "policies" / "notes.txt").write_text("a")
    (root / "policies" / ".hidden").mkdir()
    assert sorted(code for code, _, _ in codes(root)) == ["folder-name", "stray-file", "stray-file", "symlink"]


def test_no_library_at_all(tmp_path: Path) -> None:
    with pytest.raises(YangeError, match="yange init"):
        load(tmp_path)


def test_an_unreadable_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path, **{"2020-03-01.md": VERSION})
    refuse_reading(monkeypatch, "2020-03-01.md")
    assert codes(root) == [("unreadable", "2020-03-01.md", None)]


def refuse_reading(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Rights do not bind root, who runs the tests in many a container: the refusal is made here."""
    real = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == name:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)


def test_a_thousand_versions_are_read_quickly(tmp_path: Path) -> None:
    body = VERSION + "\n".join(f"第{n}条　港务部门应当依法履行职责。\n" for n in range(2, 40))
    files = {f"{1000 + n}-03-01.md": body.replace("2020-03-01", f"{1000 + n}-03-01") for n in range(1000)}
    root = project(tmp_path, **files)
    begun = time.process_time()
    library, problems = load(root)
    assert time.process_time() - begun < 6
    assert problems == ()
    assert len(list(library.versions())) == 1000


# --- writing -------------------------------------------------------------------------------------------------------


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
        if Path(target).name == "c.md" and not self.name.startswith(".yange-old"):
            raise OSError(5, "Input/output error", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(YangeError, match="Input/output error"):
        write_files(tmp_path, {"a.md": "new", "b/new.md": "new", "c.md": "new"})
    assert tree(tmp_path) == before


def test_a_folder_that_refuses_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    real = tempfile.mkstemp

    def refuse(*, dir: Path, prefix: str) -> tuple[int, str]:  # noqa: A002  the name is tempfile's
        if dir.name == "z":
            raise PermissionError(13, "Permission denied", str(dir))
        return real(dir=dir, prefix=prefix)

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(YangeError, match=r"nothing was written: Permission denied \(.*z\)"):
        write_files(tmp_path, {"a/b.md": "new", "c/d.md": "new", "z/e.md": "new"})
    assert tree(tmp_path) == {"a": None}


def test_an_old_file_that_cannot_be_read_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.md": "old", "b.md": "old"})
    before = tree(tmp_path)
    with monkeypatch.context() as patch:
        refuse_reading(patch, "b.md")
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
        from yange.library import write_files
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


def test_killed_while_writing_every_file_is_whole(tmp_path: Path) -> None:
    old, new = "旧" * 20_000, "新" * 20_000
    names = [f"{n:03}.md" for n in range(60)]
    write_files(tmp_path, dict.fromkeys(names, old))
    script = (
        "import sys\nfrom pathlib import Path\nfrom yange.library import write_files\n"
        "write_files(Path(sys.argv[1]), dict.fromkeys([f'{n:03}.md' for n in range(60)], '新' * 20_000))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)])
    while process.poll() is None and not list(tmp_path.glob(".yange-*")):
        time.sleep(0.002)
    process.kill()
    process.wait()
    assert {(tmp_path / name).read_text(encoding="utf-8") for name in names} <= {old, new}
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == names
    write_files(tmp_path, dict.fromkeys(names, new))
    assert {(tmp_path / name).read_text(encoding="utf-8") for name in names} == {new}
