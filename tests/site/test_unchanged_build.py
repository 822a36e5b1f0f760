"""``yange build`` does nothing a second time, and everything where a text, the day or the archive is another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from calling import call
from small_projects import BERTHS, small_project
from yange.cli import building

pytestmark = pytest.mark.xdist_group("unchanged build")

ON = ["--on", "2026-11-23"]


class BuiltError(Exception):
    """Raised in the place of a build."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one policy, checked, compiled and built."""
    root = small_project(tmp_path_factory.mktemp("again") / "project", BERTHS, languages="zh")
    assert call(["build", *ON], root).exit_code == 0
    return root


@pytest.fixture(autouse=True)
def never(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no build begin."""

    def begun(*_: object) -> None:
        raise BuiltError

    monkeypatch.setattr(building, "_built", begun)


def builds(root: Path, *arguments: str) -> bool:
    """Return whether the command would build something."""
    done = call(["build", *arguments], root)
    assert done.exit_code in {0, 2}, done.output
    return done.exit_code == 2


def test_a_second_build_says_the_same_and_makes_nothing(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not builds(built, *ON)
    again = call(["build", *ON], built)
    monkeypatch.undo()
    (built / "build/cache/build.json").unlink()
    first = call(["build", *ON], built)
    assert again.stdout == first.stdout
    assert "archive  archive/history.git  " in again.stdout
    assert "as of 2026-11-23" in again.stdout


def write(path: str, text: str) -> Callable[[Path], None]:
    return lambda root: (root / path).write_text(text, encoding="utf-8")


def edit(root: Path) -> None:
    file = next((root / "policies" / BERTHS).glob("2024*.md"))
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def spoil_archive(root: Path) -> None:
    pack = next((root / "archive" / "history.git").glob("**/*.pack"))
    pack.chmod(0o644)
    pack.write_bytes(pack.read_bytes()[:-1])


@pytest.mark.parametrize(
    "change",
    [
        edit,
        spoil_archive,
        lambda root: (root / "archive" / "history.git").unlink(),
        lambda root: (root / "build" / "site" / "index.html").unlink(),
        write("policies/wanghai/stray.txt", "what the check would report"),
        write("archive/stray.txt", "what the check would report"),
        write("archive/editions.yml", "[]\n"),
        write("build/cache/build.json", "{}"),
    ],
)
def test_any_change_is_built(
    built: Path, tmp_path: Path, change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert call(["build", *ON], built).exit_code == 0
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    monkeypatch.setattr(building, "_built", lambda *_: (_ for _ in ()).throw(BuiltError))
    assert not builds(built, *ON)
    change(built)
    assert builds(built, *ON)
    for path in built.rglob("*"):
        if path.is_file() and path not in before:
            path.unlink()
    for path, content in before.items():
        if path.parent.is_dir() and (not path.exists() or path.read_bytes() != content):
            path.write_bytes(content)


@pytest.mark.parametrize("arguments", [["--on", "2026-11-24"], [*ON, "--output", "elsewhere"], []])
def test_another_day_or_place_is_built(built: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building.CommandProject, "today", lambda _: date(2026, 11, 25))
    assert builds(built, *arguments)
