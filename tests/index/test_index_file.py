"""An index that is damaged, foreign, locked or cannot be written changes no answer."""

from __future__ import annotations

import multiprocessing
import os
import random
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from library_edits import EditedLibrary
from yange.check import findings
from yange.index import checking, kept, upkeep
from yange.problems import YangeError
from yange.project import Project

DAY = date(2005, 5, 5)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(kept, "LEAST", 0)
    EditedLibrary(tmp_path / "project", random.Random(3))
    return tmp_path / "project"


def index_of(root: Path) -> Path:
    (found,) = (root.parent / "state").glob("yange/projects/*/index.sqlite")
    return found


def without(root: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    with monkeypatch.context() as context:
        context.setattr(kept, "LEAST", 1_000_000)
        return Project(root).standings(DAY)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def overwritten(file: Path) -> None:
    file.write_bytes(b"no index\n" * 1000)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:6000])


def torn(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\x00" * 4096 * 3
    file.write_bytes(data)


def foreign(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE folders(path)")
        database.execute("PRAGMA user_version=1")


def of_another_program(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE about SET value = X'00'")
        database.execute("DELETE FROM spans")


@pytest.mark.parametrize("harm", [emptied, overwritten, cut, torn, foreign, of_another_program])
def test_a_damaged_or_foreign_index_is_made_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None]
) -> None:
    whole = without(root, monkeypatch)
    assert Project(root).standings(DAY) == whole
    harm(index_of(root))
    assert Project(root).standings(DAY) == whole
    monkeypatch.setattr(upkeep, "library_of", None)  # the next answer works nothing out
    assert Project(root).standings(DAY) == whole


def test_what_is_no_file_of_ours_is_left_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Project(root).standings(DAY)
    file = index_of(root)
    target = root / "precious"
    target.write_bytes(b"precious")
    file.unlink()
    file.symlink_to(target)
    assert Project(root).standings(DAY) == whole == without(root, monkeypatch)
    assert target.read_bytes() == b"precious"
    assert file.is_symlink()


def test_nothing_waits_for_another_process_that_writes_the_index(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Project(root).standings(DAY)
    next(root.glob("policies/*/*/2*.md")).unlink()
    other = sqlite3.connect(index_of(root), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert Project(root).standings(DAY) == without(root, monkeypatch)
    finally:
        other.close()


def test_a_project_of_which_nothing_can_be_noted_is_read_whole(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", str(root.parent / "file"))
    assert Project(root).standings(DAY) == without(root, monkeypatch) != ()


def test_a_small_library_has_no_index(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = len(list(root.glob("policies/*/*")))
    monkeypatch.setattr(kept, "LEAST", count + 1)
    Project(root).standings(DAY)
    assert not list((root.parent / "state").glob("yange/projects/*/index.sqlite"))
    monkeypatch.setattr(kept, "LEAST", count)
    Project(root).standings(DAY)
    assert index_of(root).stat().st_size


def test_the_project_itself_is_not_touched(root: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in root.rglob("*"))
    Project(root).standings(DAY)
    Project(root).about(["p1"])
    assert sorted((path, path.stat().st_mtime_ns) for path in root.rglob("*")) == before


def test_several_processes_check_alike(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "FIRST_HERE", 1)
    several = Project(root).all_problems(jobs=3)
    assert multiprocessing.active_children() == []
    index_of(root).unlink()
    assert several == Project(root).all_problems(jobs=1)
    assert several


def ended(_: object) -> None:
    os._exit(3)


def test_a_process_that_ends_names_the_policy(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "FIRST_HERE", 0)
    monkeypatch.setattr(checking, "_checked_folder", ended)
    with pytest.raises(YangeError, match=r"^policies/.*/policy.md: the process .* --jobs 1"):
        Project(root).all_problems(jobs=2)
    assert multiprocessing.active_children() == []


def test_an_answer_of_check_is_kept_until_a_file_changes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Project(root).all_problems()
    with monkeypatch.context() as context:
        context.setattr(checking, "check", lambda *_: pytest.fail("nothing changed"))
        assert Project(root).all_problems() == first
    text = next(path for path in sorted(root.glob("policies/*/*/*.md")) if path.name != "policy.md")
    text.write_bytes(text.read_bytes() + "\n第九十九条　照第九十条办理。\n".encode())
    again = Project(root).all_problems()
    assert again != first
    with sqlite3.connect(index_of(root)) as database:
        database.execute("UPDATE about SET value = substr(value, 1, 40) WHERE name = 'checked'")
    assert Project(root).all_problems() == again, "an answer that was cut short is worked out again"
