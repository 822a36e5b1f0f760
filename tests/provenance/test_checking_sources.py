"""``yange check --sources``: originals have their hashes, and reading them again gives what was recorded."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from made_sources import MadeLine, made_reading
from yange.cli.app import group
from yange.importers import plan_readings
from yange.model import Library
from yange.provenance import checking
from yange.readers.source_text import DocumentReading, SourcePlace
from yange.storage.writing import write_files

LINES = (
    "第一条 为了管好渡口，制定本条例。",
    "第二条 渡口每日六时开放，二十时关闭。",
    "第三条 本条例自2021年9月1日起施行。",
)
DATA = "渡口".encode("utf-16")


class MadeReader:
    """A reader whose words and version a test sets."""

    name = "made"
    suffixes = (".made",)
    lines = LINES
    library = "made 1.0"

    def recognises(self, name: str, data: bytes) -> bool:
        return True

    def read(self, name: str, data: bytes) -> DocumentReading:
        lines = [MadeLine(words, SourcePlace(page=page)) for page, words in enumerate(self.lines, 1)]
        made = {"media": "application/x-made", "reader": self.name, "library": self.library}
        return made_reading(name, data, "望海市渡口条例", lines, **made)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> MadeReader:
    made = MadeReader()
    monkeypatch.setattr(checking, "reader_of", lambda name, data: made)
    return made


@pytest.fixture
def project(tmp_path: Path, reader: MadeReader) -> Path:
    (tmp_path / "policies").mkdir()
    made = plan_readings([(DATA, reader.read("渡口.made", DATA))], Library())
    write_files(tmp_path, made.files())
    return tmp_path


def codes(project: Path, expected: int = 0) -> list[str]:
    result = CliRunner().invoke(group, ["--project", str(project), "check", "--sources", "--json"])
    assert result.exit_code == expected, result.output
    found = [problem["code"] for problem in json.loads(result.stdout)["problems"]]
    return [code for code in found if code.startswith(("source-", "places-"))]


def messages(project: Path) -> str:
    return CliRunner().invoke(group, ["--project", str(project), "check", "--sources"]).output


def original(project: Path, ending: str = ".made") -> Path:
    return next((project / "archive/sources").glob(f"*{ending}"))


def test_a_project_that_is_as_imported_is_sound(project: Path) -> None:
    assert codes(project) == []


def test_a_changed_original_is_an_error(project: Path) -> None:
    original(project).write_bytes(b"other")
    assert codes(project, expected=1) == ["source-changed"]


def test_a_missing_original_is_said_and_is_no_error(project: Path) -> None:
    original(project).unlink()
    assert codes(project) == ["source-missing"]


def test_the_same_reader_with_other_words_is_an_error(project: Path, reader: MadeReader) -> None:
    reader.lines = (LINES[0], LINES[1].replace("二十", "廿"), LINES[2])
    assert sorted(codes(project, expected=1)) == ["source-read-anew", "source-reads-otherwise"]


def test_a_newer_reader_is_reported_with_both_readings_and_files_nothing(project: Path, reader: MadeReader) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    reader.library = "made 2.0"
    assert codes(project) == []
    reader.lines = (LINES[0], LINES[1].replace("二十时", "二十一时"), LINES[2])
    assert codes(project) == ["source-read-anew", "source-read-anew"]
    said = messages(project)
    assert "made (made 2.0) reads other words than made (made 1.0); nothing was filed" in said
    assert "now “一”" in said
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_without_the_text_that_was_read_the_differences_are_not_known(project: Path, reader: MadeReader) -> None:
    original(project, ".places.json").unlink()
    reader.library, reader.lines = "made 2.0", LINES[:2]
    assert "the differences are not known" in messages(project)


def test_places_that_were_changed_or_removed_are_reported(project: Path) -> None:
    places = original(project, ".places.json")
    kept = places.read_bytes()
    places.write_bytes(kept.replace(b'"page":2', b'"page":9'))
    assert codes(project) == ["places-changed"]
    places.unlink()
    assert codes(project) == ["places-missing"]


def test_an_original_that_no_reader_reads_is_said(
    project: Path, reader: MadeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    from yange.problems import error

    broken = DocumentReading((), (error("source-binary", "a", "the file is binary"),))
    monkeypatch.setattr(reader, "read", lambda name, data: broken)
    assert codes(project) == ["source-unread"]


def test_a_link_is_no_original(project: Path, tmp_path: Path) -> None:
    file = original(project)
    data = file.read_bytes()
    file.unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(data)
    file.symlink_to(elsewhere)
    assert codes(project, expected=1) == ["source-missing"]


def test_texts_that_are_only_catalogued_need_no_original(project: Path) -> None:
    (text,) = (project / "policies").rglob("2021-09-01.md")
    front = text.read_text("utf-8").replace("text: held", "text: catalogue-only")
    text.write_text(front.partition("\n---\n")[0] + "\n---\n", encoding="utf-8")
    original(project).unlink()
    assert codes(project) == []


def test_a_reading_is_replaced_not_changed() -> None:
    assert replace(DocumentReading(), words="a").texts == ()
