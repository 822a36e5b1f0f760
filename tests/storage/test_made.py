"""Which folders are Yange's own, and what happens to any other."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from yange.problems import YangeError
from yange.storage import made_folders as module
from yange.storage.exchange_names import exchange
from yange.storage.made_folders import MARKER, MadeFolders
from yange.storage.state import state_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


@pytest.fixture
def made(root: Path) -> MadeFolders:
    return MadeFolders(state_of(root))


def again(made: MadeFolders) -> MadeFolders:
    """The same as another command sees it."""
    return MadeFolders(made._state)


def fill(folder: Path, words: str) -> Path:
    (folder / "a").write_text(words)
    return folder


def put(made: MadeFolders, place: Path, words: str) -> Path:
    made.replace(fill(made.beside(place), words), place)
    return place


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["exchanged", "renamed"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the system's exchange of names, and as on a file system that has none."""
    if request.param == "renamed":
        monkeypatch.setattr(module, "exchange", lambda one, other: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_folder_takes_the_place_of_an_older_one_of_ours(made: MadeFolders, root: Path) -> None:
    for words in ("one", "two", "three"):
        place = put(again(made), root / "site", words)
        assert (place / "a").read_text() == words
        assert again(made).ours(place)
        assert names(root) == ["site"]
    again(made).finish()
    assert (place / "a").read_text() == "three"


def test_names_are_exchanged_in_one_step(root: Path) -> None:
    for name in ("one", "two"):
        (root / name).mkdir()
        fill(root / name, name)
    if not exchange(root / "one", root / "two"):
        pytest.skip("this file system cannot exchange names")
    assert [(root / name / "a").read_text() for name in ("one", "two")] == ["two", "one"]
    with pytest.raises(FileNotFoundError):
        exchange(root / "one", root / "none")


def copied(place: Path) -> Path:
    return Path(shutil.copytree(place, place.with_name("copy"), symlinks=True))


def emptied(place: Path) -> Path:
    shutil.rmtree(place)
    place.mkdir()
    return fill(place, "diary")


def marked_by_hand(place: Path) -> Path:
    words = (place / MARKER).read_bytes()
    emptied(place)
    (place / MARKER).write_bytes(words)
    return place


def with_other_words(place: Path) -> Path:
    found = (place / MARKER).stat()
    (place / MARKER).write_text("mine")
    os.utime(place / MARKER, ns=(found.st_atime_ns, found.st_mtime_ns))
    return place


def with_a_link(place: Path) -> Path:
    (place / MARKER).rename(place.parent / "marker")
    (place / MARKER).symlink_to(place.parent / "marker")
    return place


def linked(place: Path) -> Path:
    place.rename(place.with_name("elsewhere"))
    place.symlink_to("elsewhere")
    return place


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("change", [copied, emptied, marked_by_hand, with_other_words, with_a_link, linked])
def test_what_only_looks_like_ours_is_not(made: MadeFolders, root: Path, change: Callable[[Path], Path]) -> None:
    place = change(put(made, root / "site", "one"))
    assert not made.ours(place)
    before = sorted((path, path.is_file() and path.read_bytes()) for path in place.rglob("*"))
    fresh = fill(made.beside(place), "two")
    with pytest.raises((YangeError, OSError)):
        made.replace(fresh, place)
    assert sorted((path, path.is_file() and path.read_bytes()) for path in place.rglob("*")) == before
    made.discard(fresh)
    assert not fresh.exists()


def test_a_folder_of_ours_stays_ours_when_the_project_is_moved(root: Path) -> None:
    git = root / ".git"
    git.mkdir()
    (git / "HEAD").write_text("ref: refs/heads/main\n")
    (root / "build").mkdir()
    put(MadeFolders(state_of(root)), root / "build" / "site", "one")
    moved = root.rename(root.with_name("moved"))
    assert MadeFolders(state_of(moved)).ours(moved / "build" / "site")


@pytest.mark.usefixtures("way")
def test_files_that_come_to_be_there_meanwhile_are_left(
    made: MadeFolders, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody puts a folder there after it was looked at and before the names are exchanged."""
    place = put(made, root / "site", "one")
    fresh = fill(made.beside(place), "two")
    monkeypatch.setattr(made, "vacant", lambda folder: bool(marked_by_hand(folder)) and False)
    with pytest.raises(YangeError, match="somebody else's files"):
        made.replace(fresh, place)
    assert (place / "a").read_text() == "diary"


def test_an_empty_folder_is_vacant_and_a_full_one_never(made: MadeFolders, root: Path) -> None:
    assert made.vacant(root / "none")
    (root / "empty").mkdir()
    assert made.vacant(root / "empty")
    (root / "link").symlink_to("nowhere")
    (root / "file").write_text("x")
    fill(Path(shutil.copytree(root / "empty", root / "full")), "x")
    assert not any(made.vacant(root / name) for name in ("link", "file", "full"))
    put(made, root / "empty", "one")
    assert made.ours(root / "empty")


def test_a_folder_in_the_making_never_takes_a_name_that_is_there(made: MadeFolders, root: Path) -> None:
    fresh = made.beside(root / "site")
    made.discard(fresh)
    fresh.mkdir()
    fill(fresh, "diary")
    other = made.beside(root / "site")
    assert other != fresh
    with pytest.raises(FileExistsError):
        made.fresh(fresh, root / "site")


def test_what_is_gone_is_forgotten(made: MadeFolders, root: Path) -> None:
    fresh = made.beside(root / "site")
    made.discard(fresh)
    again(made).finish()
    fresh.mkdir()
    fill(fresh, "diary")
    again(made).finish()
    assert (fresh / "a").read_text() == "diary"
