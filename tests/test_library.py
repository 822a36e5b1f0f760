"""The folder ``policies/``: what is read, what is refused with file and line, and files written all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanging import ends
from yange.library import load, version_order
from yange.model import Version
from yange.names import is_id
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
    assert [v.key for v in library.versions()] == ["v2020-03-01", "v2020-03-01.2", "v2021-01-01", "undated"]
    version = next(library.versions())
    assert (version.policy, version.path) == ("wanghai/dukou", f"{FOLDER}/2020-03-01.md")
    assert version.body == "# 渡口办法\n\n第一条　甲。\n"
    assert VERSION.split("\n")[version.body_line - 1] == "# 渡口办法"


def test_the_tenth_text_of_a_day_is_after_the_second() -> None:
    keys = ["v2020-03-01.10", "undated", "v2020-03-01.2", "v1949-10-01", "v2020-03-01"]
    versions = [Version(policy="a/b", key=key, path="", title="") for key in keys]
    assert [v.key for v in sorted(versions, key=version_order)] == [
        "v1949-10-01", "v2020-03-01", "v2020-03-01.2", "v2020-03-01.10", "undated",
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
        ("2020-03-01.md", VERSION.replace("\n", "\r"), "line-ends", 1),
        ("２020-03-01.md", VERSION, "file-name", None),
        ("2020-03-01.md", b"\n" * (17 * 1024 * 1024), "too-large", None),
    ],
)  # fmt: skip
def test_every_mistake_is_reported_with_file_and_line(
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
    assert [version.key for version in library.versions()] == ["v2020-03-01"]
    assert [problem.code for problem in problems] == ["yaml"]


def test_a_folder_without_a_policy_is_reported(tmp_path: Path) -> None:
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
    assert sorted(code for code, _, _ in codes(root)) == ["folder-name", "stray-file", "symlink", "symlink"]


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9"])
def test_a_folder_named_as_a_windows_device_is_refused(tmp_path: Path, name: str) -> None:
    root = project(tmp_path, **{"2020-03-01.md": VERSION})
    (root / "policies" / name).mkdir()
    assert [code for code, _, _ in codes(root)] == ["folder-name"]


def test_a_name_that_only_begins_as_a_device_is_an_id() -> None:
    assert (is_id("wanghai/conduct"), is_id("wanghai/com10"), is_id("wanghai/com1")) == (True, True, False)


def test_no_library_at_all(tmp_path: Path) -> None:
    with pytest.raises(YangeError, match="yange init"):
        load(tmp_path)


def test_an_unreadable_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
    with ends():
        library, problems = load(root)
    assert problems == ()
    assert len(list(library.versions())) == 1000
