"""Which files an import reads: folders, archives, names, what is left out, and what is refused."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from yange.problems import YangeError
from yange.readers import archives, collecting, opening
from yange.readers.collecting import Collection, collect, read_files

TEXT = "望海市渡口管理办法\n第一条　渡船应当登记。\n"


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def zipped(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return made.getvalue()


def names(*paths: Path) -> list[str]:
    return [name for name, _ in collect(paths)]


def told(collection: Collection) -> dict[str, str]:
    """Read all files, and return the code of each problem by its place and message."""
    list(collection)
    return {f"{problem.path}: {problem.message}": problem.code for problem in collection.problems}


def test_a_folder_is_read_with_the_folders_in_it_in_order_of_their_paths(tmp_path: Path) -> None:
    paths = ["b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "乙/甲.txt"]
    written(tmp_path, {name: TEXT + name for name in paths})
    assert names(tmp_path) == ["a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "乙/甲.txt"]
    assert names(tmp_path / "b.txt", tmp_path / "a") == ["b.txt", "b/c.txt", "z.txt"]
    assert names(tmp_path, tmp_path / "b.txt", tmp_path / "a") == names(tmp_path), "each file once"


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    written(tmp_path, {f"{folder}/x.txt": TEXT + folder for folder in ("a", "b", "c/a")} | {"y.txt": TEXT})
    files = [tmp_path / name for name in ("a/x.txt", "b/x.txt", "y.txt")]
    assert names(*files) == ["a/x.txt", "b/x.txt", "y.txt"]
    assert names(tmp_path / "a", tmp_path / "c/a") == [f"{tmp_path.name}/a/x.txt", "c/a/x.txt"]


def test_what_is_left_out_of_a_folder_is_reported(tmp_path: Path) -> None:
    outside = written(tmp_path / "outside", {"x.txt": TEXT})
    folder = written(
        tmp_path / "in",
        {
            "a.txt": TEXT,
            ".hidden/b.txt": TEXT,
            "~$open.docx": TEXT,
            "node_modules/c.txt": TEXT,
            "cache/CACHEDIR.TAG": "",
            "cache/d.txt": TEXT,
            "site/build/e.txt": TEXT + "e",
            "mine/mkdocs.yml": "",
            "mine/build/f.txt": TEXT,
            "mine/site/pages/g.txt": TEXT,
            "mine/policies/wanghai/dukou/policy.md": TEXT,
            "policies/h.txt": TEXT + "h",
            "s.css": "a {}",
            "p.png": b"\x89PNG\0",
            "q.png": b"\x89PNG\0\0",
        },
    )
    (folder / "away").symlink_to(outside)
    (folder / "file").symlink_to(outside / "x.txt")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    collection = collect([folder])
    assert [name for name, _ in collection] == ["a.txt", "policies/h.txt", "site/build/e.txt"]
    assert told(collection) == {
        "in: left out: folders of a project or a program (5)": "left-out",
        "in: left out: hidden files or folders (2)": "left-out",
        "in: left out: pipes or devices (1)": "left-out",
        "in: left out: symbolic links (3)": "left-out",
        "in: not read, because no reader knows their kind: .png (2), .css (1), .yml (1)": "kind-unread",
    }


def test_files_about_a_folder_are_counted_and_left_alone(tmp_path: Path) -> None:
    about = ["README.md", "LICENSE", "a/README.zh-CN.md", "a/CHANGELOG.txt"]
    written(tmp_path, dict.fromkeys(about, "Read me. No law is here.\n"))
    packed = zipped({"README": "x", "law.txt": TEXT})
    written(tmp_path, {"b.zip": packed, "licence.txt": TEXT + "1", "NOTICE.txt": TEXT + "2"})
    assert set(names(tmp_path)) == {"NOTICE.txt", "b.zip/law.txt", "licence.txt"}
    (said,) = (one for one, code in told(collect([tmp_path])).items() if code == "left-out")
    assert "left alone, as no law by their names (5): LICENSE, README.md, a/CHANGELOG.txt" in said


def test_a_file_about_a_folder_is_read_if_it_is_named(tmp_path: Path) -> None:
    written(tmp_path, {"README.md": TEXT})
    assert names(tmp_path / "README.md") == ["README.md"]


def test_a_pipe_or_a_device_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    real = os.open
    monkeypatch.setattr(
        os, "open", lambda path, *words: real(path, *words) if stat.S_ISREG(Path(path).stat().st_mode) else 1 / 0
    )
    for path in (tmp_path / "pipe", Path("/dev/null")):
        collection = collect([path])
        assert list(collection) == []
        assert [problem.code for problem in collection.problems] == ["source-not-a-file"]


def test_a_file_that_was_replaced_by_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = written(tmp_path / "in", {"a.txt": TEXT, "b.txt": TEXT + "b"})
    collection = collect([folder])
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(written(tmp_path, {"secret": TEXT}) / "secret")
    assert [name for name, _ in collection] == ["b.txt"]
    assert told(collection) == {"a.txt: this is no regular file but a folder, a pipe or a device": "source-not-a-file"}


def test_one_file_that_cannot_be_read_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 200)
    written(tmp_path, {"a.txt": TEXT, "large.txt": "长" * 100, "gone.txt": TEXT, "z.txt": TEXT + "z"})
    collection = collect([tmp_path])
    (tmp_path / "gone.txt").unlink()
    assert [name for name, _ in collection] == ["a.txt", "z.txt"]
    assert sorted(told(collection).values()) == ["source-too-large", "source-unreadable"]


def test_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    written(tmp_path, {"a.txt": TEXT, "b/a.txt": TEXT, "c.txt": TEXT + "c", "d.zip": zipped({"x/a.txt": TEXT})})
    collection = collect([tmp_path])
    assert [name for name, _ in collection] == ["a.txt", "c.txt"]
    assert told(collection) == dict.fromkeys(
        ("b/a.txt: the same bytes as a.txt", "d.zip/x/a.txt: the same bytes as a.txt"), "source-repeated"
    )


def test_a_named_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    written(tmp_path, {"text.css": TEXT, ".hidden": TEXT + "h", "p.png": b"\x89PNG\0"})
    assert names(tmp_path / "text.css", tmp_path / ".hidden", tmp_path / "p.png") == ["text.css", ".hidden", "p.png"]


def test_a_name_that_is_not_there_is_the_callers_fault(tmp_path: Path) -> None:
    with pytest.raises(YangeError, match=r"missing\.txt: cannot be read"):
        collect([tmp_path / "missing.txt"])
    with pytest.raises(YangeError, match="cannot be read"):
        read_files([tmp_path / "missing.txt"])


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, {f"{n}.txt": TEXT for n in range(4)})
    monkeypatch.setattr(collecting, "MOST_FILES", 3)
    with pytest.raises(YangeError, match="folder by folder"):
        collect([tmp_path])


# -- archives -------------------------------------------------------------------------------------------------------


def test_an_archive_is_known_by_its_content_and_read_member_by_member(tmp_path: Path) -> None:
    inner = zipped({"c.txt": TEXT + "c", "deep.zip": zipped({"d.txt": TEXT + "d"})})
    content = {
        "b/x.txt": TEXT + "b",
        "a.txt": TEXT,
        "__MACOSX/._a.txt": "x",
        ".DS_Store": "x",
        "in.ZIP": inner,
        "p.png": "\0",
    }
    file = written(tmp_path, {"corpus.bin": zipped(content)}) / "corpus.bin"
    collection = collect([file])
    assert [name for name, _ in collection] == ["corpus.bin/a.txt", "corpus.bin/b/x.txt", "corpus.bin/in.ZIP/c.txt"]
    assert told(collection) == {
        "corpus.bin/in.ZIP/deep.zip: an archive in an archive in an archive is not opened": "archive-nested",
        "corpus.bin: left out: hidden files (2)": "left-out",
        "corpus.bin: not read, because no reader knows their kind: .png (1)": "kind-unread",
    }


def test_a_package_of_a_document_is_no_archive() -> None:
    for part in ("[Content_Types].xml", "mimetype", "OFD.xml", "META-INF/container.xml"):
        assert not archives.is_archive(io.BytesIO(zipped({part: "x", "a.txt": TEXT})))
    assert archives.is_archive(io.BytesIO(zipped({"a.txt": TEXT})))
    assert not archives.is_archive(io.BytesIO(TEXT.encode()))


@pytest.mark.parametrize(
    ("member", "name"),
    [
        ("../../etc/passwd.txt", "z.zip/etc/passwd.txt"),
        ("/abs/a.txt", "z.zip/abs/a.txt"),
        ("C:\\docs\\a.txt", "z.zip/docs/a.txt"),
        ("a\x1b[2J.txt", "z.zip/a\\x1b[2J.txt"),
        ("望海/办法.txt", "z.zip/望海/办法.txt"),
    ],
)
def test_names_of_members_are_words_not_paths(tmp_path: Path, member: str, name: str) -> None:
    assert names(written(tmp_path, {"z.zip": zipped({member: TEXT})}) / "z.zip") == [name]


def test_names_packed_on_chinese_windows_are_read(tmp_path: Path) -> None:
    packed = zipped({"AAAA.txt": TEXT}).replace(b"AAAA", "办法".encode("gb2312"))
    assert names(written(tmp_path, {"z.zip": packed}) / "z.zip") == ["z.zip/办法.txt"]


def test_a_link_in_an_archive_is_left_out(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    collection = collect([written(tmp_path, {"z.zip": made.getvalue()}) / "z.zip"])
    assert list(told(collection)) == ["z.zip: left out: symbolic links (1)"]


def test_two_members_that_read_alike_are_told_apart(tmp_path: Path) -> None:
    file = written(tmp_path, {"z.zip": zipped({"../a.txt": TEXT, "a.txt": TEXT + "b"})}) / "z.zip"
    assert names(file) == ["z.zip/a.txt", "z.zip/a (2).txt"]


def test_broken_encrypted_and_odd_members_are_reported_and_the_others_read(tmp_path: Path) -> None:
    whole = zipped({"a.txt": TEXT, "b.txt": "b" + TEXT, "c.txt": "c" + TEXT}, zipfile.ZIP_STORED)
    at = whole.index(b"b\xe6")
    spoilt = whole[:at] + b"x" + whole[at + 1 :]
    place = whole.rindex(b"PK\x01\x02", 0, whole.rindex(b"c.txt"))
    locked = spoilt[: place + 8] + b"\x01" + spoilt[place + 9 :]
    collection = collect([written(tmp_path, {"z.zip": locked}) / "z.zip"])
    assert [name for name, _ in collection] == ["z.zip/a.txt"]
    assert [(problem.path, problem.code) for problem in collection.problems] == [
        ("z.zip/b.txt", "archive-unread"),
        ("z.zip/c.txt", "archive-unread"),
    ]
    for content in (zipped({"a.txt": TEXT}, zipfile.ZIP_LZMA), whole[:-30]):
        collection = collect([written(tmp_path, {"l.zip": content}) / "l.zip"])
        assert list(told(collection).values()) == ["archive-unread"]


def test_the_work_for_an_archive_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member of many zeros, and many small members: what the archive says of its sizes is not believed."""
    monkeypatch.setattr(opening, "LARGEST", 1000)
    bomb = zipped({"a.txt": TEXT, "bomb.txt": "0" * 100_000, "z.txt": TEXT + "z"})
    size = (100_000).to_bytes(4, "little")
    lying = bomb.replace(size, (10).to_bytes(4, "little"))
    for content in (bomb, lying):
        collection = collect([written(tmp_path, {"z.zip": content}) / "z.zip"])
        assert [name for name, _ in collection] == ["z.zip/a.txt", "z.zip/z.txt"]
        assert set(told(collection).values()) == {"archive-unread"}
    many = written(tmp_path, {"many.zip": zipped({f"{n}.txt": TEXT + str(n) for n in range(9)})}) / "many.zip"
    monkeypatch.setattr(archives, "LARGEST_TOTAL", 300)
    collection = collect([many])
    assert len(list(collection)) == 4
    assert list(told(collection).values()) == ["archive-unread"] * 5
    monkeypatch.setattr(archives, "MOST_MEMBERS", 8)
    collection = collect([many])
    assert list(collection) == []
    assert list(told(collection).values()) == ["archive-unread"]


def test_an_archive_in_an_archive_has_no_budget_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = {f"{n}.zip": zipped({"a.txt": "0" * 3000 + str(n)}) for n in range(5)}
    file = written(tmp_path, {"z.zip": zipped(inner)}) / "z.zip"
    assert len(names(file)) == 5
    monkeypatch.setattr(archives, "LARGEST_TOTAL", 8000)
    collection = collect([file])
    assert [name for name, _ in collection] == ["z.zip/0.zip/a.txt", "z.zip/1.zip/a.txt"]
    assert set(told(collection).values()) == {"archive-unread"}
