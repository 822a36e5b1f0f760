"""One file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from yange.replacing import replace_file


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    place = tmp_path / "修订对照表.docx"
    replace_file(place, b"one")
    replace_file(place, b"two, longer")
    assert place.read_bytes() == b"two, longer"
    assert list(tmp_path.iterdir()) == [place]


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "t.csv"
    replace_file(place, b"old")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        replace_file(place, b"new")
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "none" / "t.csv", b"")


def test_a_long_name_is_no_trouble(tmp_path: Path) -> None:
    place = tmp_path / ("沿" * 80)
    replace_file(place, b"x")
    assert place.read_bytes() == b"x"
