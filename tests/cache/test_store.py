"""The store of caches: a value comes back only as it was put, under its name and from the same basis."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from yange.cache.store import Seal, Store
from yange.coding import reader

SEAL = Seal(b"k" * 32)
READ = reader(dict[str, int])
VALUE = {"第一条": 1}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_value_comes_back_under_its_name_from_the_same_basis(tmp_path: Path) -> None:
    Store(tmp_path / "a" / "b", SEAL).put("one", "basis", VALUE)
    store = Store(tmp_path / "a" / "b", SEAL)
    assert store.get("one", "basis", READ) == VALUE
    assert store.get("one", "another", READ) is None
    assert store.get("two", "basis", READ) is None
    assert store.refused is None
    assert names(tmp_path / "a" / "b") == ["one.json"], "nothing is left beside an entry"


def test_a_later_value_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    store = Store(tmp_path, SEAL)
    store.put("one", "basis", VALUE)
    store.put("one", "later", {})
    assert store.get("one", "basis", READ) is None
    assert store.get("one", "later", READ) == {}
    assert names(tmp_path) == ["one.json"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b"\n",
        lambda data: data.replace(b"1}", b"2}"),
        lambda data: b"0" * 64 + data[64:],
        lambda data: data.partition(b"\n")[2],
        lambda data: Seal(b"of another machine").close(data.partition(b"\n")[2], "yange.cache/1\0one\0basis"),
        lambda data: SEAL.close(data.partition(b"\n")[2], "yange.cache/0\0one\0basis"),
        lambda data: SEAL.close(data.partition(b"\n")[2], ""),
        lambda data: SEAL.close(b"[" * 100_000, "yange.cache/1\0one\0basis"),
        lambda data: SEAL.close(b'{"a": 1}', "yange.cache/1\0one\0basis"),
        lambda data: SEAL.close(b'{"a":"1"}', "yange.cache/1\0one\0basis"),
        lambda data: b"\xff\xfe" + data,
    ],
)
def test_what_is_not_what_was_put_counts_as_nothing(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path, SEAL)
    store.put("one", "basis", VALUE)
    entry = tmp_path / "one.json"
    entry.write_bytes(spoil(entry.read_bytes()))
    assert store.get("one", "basis", READ) is None


def test_the_forgeries_of_the_test_above_are_right_but_for_one_thing(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(SEAL.close(b'{"a":1}', "yange.cache/1\0one\0basis"))
    assert Store(tmp_path, SEAL).get("one", "basis", READ) == {"a": 1}


def test_an_entry_in_the_place_of_another_counts_as_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, SEAL)
    store.put("one", "basis", VALUE)
    (tmp_path / "two.json").write_bytes((tmp_path / "one.json").read_bytes())
    assert store.get("two", "basis", READ) is None


def test_name_and_basis_cannot_be_mistaken_for_content() -> None:
    assert SEAL.open(SEAL.close(b"c", "ab"), "ab") == b"c"
    assert SEAL.open(SEAL.close(b"bc", "a"), "a") == b"bc"
    mark = SEAL.close(b"bc", "a").partition(b"\n")[0]
    assert SEAL.open(mark + b"\nc", "ab") is None


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """A branch knows the name of an entry and can put a link there."""
    (tmp_path / "mine").write_text("a diary")
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "one.json").symlink_to(tmp_path / "mine")
    store = Store(tmp_path / "cache", SEAL)
    assert store.get("one", "basis", READ) is None
    store.put("one", "basis", VALUE)
    assert (tmp_path / "mine").read_text() == "a diary"
    assert store.get("one", "basis", READ) == VALUE


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "cache", SEAL)
    store.put("one", "basis", VALUE)
    assert isinstance(store.refused, OSError)
    assert store.get("one", "basis", READ) is None
    store.trim()


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store(None, SEAL, most=0)
    store.put("one", "basis", VALUE)
    store.trim()
    assert store.get("one", "basis", READ) is None
    assert store.refused is not None


def test_the_entries_written_first_go_when_there_are_too_many(tmp_path: Path) -> None:
    store = Store(tmp_path, SEAL)
    for n, name in enumerate(("b", "d", "a", "c")):
        store.put(name, "basis", VALUE)
        os.utime(tmp_path / f"{name}.json", ns=(n, n))
    size = (tmp_path / "a.json").stat().st_size
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "notes.txt").write_text("no entry")
    Store(tmp_path, SEAL).trim()
    Store(tmp_path, SEAL, most=4 * size).trim()
    assert names(tmp_path) == ["a.json", "b.json", "c.json", "d.json", "folder.json", "notes.txt"]
    Store(tmp_path, SEAL, most=4 * size - 1).trim()
    assert names(tmp_path) == ["a.json", "c.json", "d.json", "folder.json", "notes.txt"]
    Store(tmp_path, SEAL, most=2 * size).trim()
    assert names(tmp_path) == ["a.json", "c.json", "folder.json", "notes.txt"]
    Store(tmp_path, SEAL, most=0).trim()
    assert names(tmp_path) == ["folder.json", "notes.txt"]


def test_a_folder_that_is_not_there_is_trimmed_without_a_word(tmp_path: Path) -> None:
    store = Store(tmp_path / "none", SEAL, most=0)
    store.trim()
    assert store.refused is None
