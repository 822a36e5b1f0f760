"""Reading of files: encodings, files that are not text, files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_pages import COVERED, TITLE, page

from yange.coding import plain
from yange.importers import plan, read_files
from yange.library import load
from yange.model import Library
from yange.problems import YangeError
from yange.readers import one_file, opening
from yange.readers.one_file import read_words
from yange.readers.text import LONGEST_LINE, decode
from yange.storage.writing import write_files

TEXT = page(*COVERED)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_give_the_same_document(encoding: str) -> None:
    made = plan([("a.txt", TEXT.encode(encoding))], Library())
    (document,) = plain(made.output())["documents"]
    assert (document["title"], document["start"]) == (TITLE, {"line": 1, "column": 0})


def test_lines_are_split_at_line_feeds_only() -> None:
    source, problems = decode("a.txt", "甲\u2028乙\x0c丙\n丁\r\n戊".encode())
    assert problems == ()
    assert source is not None
    assert [source.place(source.text.index(sign)) for sign in "甲乙丙丁戊"] == [(1, 0), (1, 2), (1, 4), (2, 0), (3, 0)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source-empty"),
        (b" \n\n\t", "source-empty"),
        (b"\x00\x01\x02\x03", "source-binary"),
        (b"%PDF-1.7 ...", "source-binary"),
        (b"\x01\x02\x03\x04\x05" * 40, "source-binary"),
        (TEXT.encode("utf-16"), "source-encoding"),
        (b"\xff\xff\xfe\xfd", "source-encoding"),
        (b"a\n" + b"x" * (LONGEST_LINE + 10), "source-line-too-long"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes, code: str) -> None:
    source, (problem,) = decode("a.txt", data)
    assert source is None
    assert (problem.code, problem.path) == (code, "a.txt")
    assert problem.hint


def test_a_line_of_fifty_megabytes_is_refused_not_chewed() -> None:
    made = plan([("a.txt", "长".encode() * 17_000_000)], Library())
    assert [problem.code for problem in made.problems] == ["source-line-too-long"]
    assert made.problems[0].line == 1


@pytest.mark.parametrize("signs", [" ", "　", "门牌", "《", "（", "第二条", "1.", "关于", "局 ", "人民政府"])
def test_monotonous_lines_are_read_in_a_moment(signs: str) -> None:
    """Quadratic patterns would take many minutes here; there is no clock in the test, it would simply not end."""
    made = plan([("a.txt", f"{TEXT}\n第四条　{signs * (60_000 // len(signs))}完".encode())], Library())
    assert made.problems == ()
    assert made.documents[0].facts.title == TITLE


def test_a_file_too_large_to_be_text_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(opening, "LARGEST", file.stat().st_size)
    assert read_words(file) == (TEXT, ())
    assert read_files([file])
    monkeypatch.setattr(opening, "LARGEST", file.stat().st_size - 1)
    for read in (read_words, lambda path: read_files([path])):
        with pytest.raises(YangeError, match="larger than"):
            read(file)
    monkeypatch.undo()
    monkeypatch.setattr(one_file, "LONGEST_TEXT", len(TEXT) - 1)
    with pytest.raises(YangeError, match=r"characters \(at most"):
        read_words(file)


def test_a_cr_alone_ends_a_line() -> None:
    lines, crs = (
        plain(plan([("a.txt", TEXT.replace("\n", end).encode())], Library()).output())["documents"][0] for end in "\n\r"
    )
    assert {**lines, "path": ""} == {**crs, "path": ""}


def test_a_name_in_another_encoding_is_read_and_filed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "渡口办法.txt".encode("gbk").decode("utf-8", "surrogateescape")).write_text(TEXT, encoding="utf-8")
    files = read_files([folder])
    assert [name for name, _ in files] == ["渡口办法.txt"]
    (tmp_path / "mine/policies").mkdir(parents=True)
    made = plan(files, Library())
    write_files(tmp_path / "mine", made.files(lambda _: None))
    library, problems = load(tmp_path / "mine")
    assert problems == ()
    assert [source.name for version in library.versions() for source in version.sources].count("渡口办法.txt") == 1
    again = plan(files, library)
    held = again.files(lambda path: (tmp_path / "mine" / path).read_text(encoding="utf-8"))
    assert write_files(tmp_path / "mine", held) == ()
