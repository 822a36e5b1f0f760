"""From an import to ``show``: a clause of a filed text names its page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import yange
from made_sources import MadeLine, made_reading
from yange.cli.app import group
from yange.importers import plan_readings
from yange.model import Library
from yange.readers.source_text import SourcePlace
from yange.storage.writing import write_files

WORDS = (
    "第一条 为了管好渡口，制定本条例。",
    "第二条 渡口每日六时开放，二十时关闭。",
    "第三条 本条例自2021年9月1日起施行。",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one text that was read from a file with pages."""
    data = b"%PDF-made"
    lines = [
        MadeLine(words, SourcePlace(page=page, box=(72.0, 90.5, 520.0, 120.0)), computed=page == 2)
        for page, words in enumerate(WORDS, 1)
    ]
    reading = made_reading("渡口.pdf", data, "望海市渡口条例", lines)
    (tmp_path / "policies").mkdir()
    made = plan_readings([(data, reading)], Library(), places=("望海市",))
    assert write_files(tmp_path, made.files())
    return tmp_path


def text_file(project: Path) -> Path:
    return next((project / "policies").rglob("2021-09-01.md"))


def show(project: Path, *arguments: str) -> tuple[str, str]:
    policy = text_file(project).parent.relative_to(project / "policies").as_posix()
    result = CliRunner().invoke(group, ["--project", str(project), "show", policy, "--on", "2022-01-01", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout, result.stderr


def test_show_names_the_page_of_a_clause(project: Path) -> None:
    out, err = show(project, "--clause", "第二条")
    assert "二十时关闭" in out
    assert "source of 第二条: 渡口.pdf: page 2\n" in err
    found = json.loads(show(project, "--clause", "第二条", "--json")[0])
    (clause,) = found["clauses"]
    assert clause["places"]["whole"] is True
    assert clause["places"]["places"] == [
        {"page": 2, "box": [72.0, 90.5, 520.0, 120.0], "path": None, "eid": None, "computed": True, "last_page": None}
    ]


def test_python_names_the_page_of_a_clause(project: Path) -> None:
    archive = yange.open(project)
    (policy,) = [one.id for one in archive.project.library.policies]
    places = archive.text(f"{policy}@v2021-09-01")["第三条"].places
    assert places is not None
    assert ([one.page for one in places.found.blocks], places.source.name) == ([3], "渡口.pdf")


def test_a_corrected_clause_says_that_words_have_no_place(project: Path) -> None:
    file = text_file(project)
    file.write_text(file.read_text("utf-8").replace("二十时关闭", "二十二时关闭"), encoding="utf-8")
    assert "渡口.pdf: page 2; some words have no place there" in show(project, "--clause", "第二条")[1]


def test_show_says_that_a_text_comes_from_a_scan(project: Path) -> None:
    assert "condition" not in show(project)[0]
    file = text_file(project)
    file.write_text(file.read_text("utf-8").replace("condition: complete", "condition: ocr"), encoding="utf-8")
    assert re.search(r"^condition +The words were recognised in pictures", show(project)[0], re.M)


def test_without_the_file_of_places_nothing_is_said(project: Path) -> None:
    (places,) = (project / "archive/sources").glob("*.places.json")
    places.unlink()
    assert "source of" not in show(project, "--clause", "第二条")[1]
    found = json.loads(show(project, "--clause", "第二条", "--json")[0])
    assert "places" not in found["clauses"][0]


def test_places_of_another_text_are_not_believed(project: Path) -> None:
    (places,) = (project / "archive/sources").glob("*.places.json")
    changed = json.loads(places.read_bytes())
    changed["texts"][0]["text"] = changed["texts"][0]["text"].replace("二十时", "九十时")
    places.write_text(json.dumps(changed, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    assert "source of" not in show(project, "--clause", "第二条")[1]
