"""One file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from killing import Blow, count_calls, strike
from yange.storage.locking import try_lock
from yange.storage.writing import replace_file, sweep_beside


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


def test_killed_at_each_call_it_leaves_old_or_new_and_the_next_call_clears_up(tmp_path: Path) -> None:
    place = tmp_path / "修订对照表.docx"

    def act() -> None:
        sweep_beside(place)
        replace_file(place, b"new, longer")

    calls = count_calls(act, [tmp_path])
    assert calls >= 4
    left = 0
    for nth in range(1, calls + 1):
        place.write_bytes(b"old")
        assert strike(act, [tmp_path], Blow("kill"), nth).status == -9
        assert place.read_bytes() in {b"old", b"new, longer"}
        left += len(list(tmp_path.iterdir())) - 1
        act()
        assert list(tmp_path.iterdir()) == [place]
    assert left > 0


def test_a_file_that_is_still_written_stays(tmp_path: Path) -> None:
    place = tmp_path / "t.csv"
    other = tmp_path / ".t.csv-abcd1234.yange-new"
    with other.open("wb") as handle:
        assert try_lock(handle.fileno())
        sweep_beside(place)
        assert other.exists()
    (tmp_path / ".t.csv-mine").write_text("ours")
    sweep_beside(place)
    assert [path.name for path in tmp_path.iterdir()] == [".t.csv-mine"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "none" / "t.csv", b"")


def test_a_long_name_is_no_trouble(tmp_path: Path) -> None:
    place = tmp_path / ("沿" * 80)
    replace_file(place, b"x")
    assert place.read_bytes() == b"x"
