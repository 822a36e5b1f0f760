"""Zip containers from outside: names, limits, and files that are no good."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest

from yange.readers.zipped import ZipLimits, ZipRefused, is_zip, open_zip

SMALL = ZipLimits(entries=3, entry=5_000, total=8_000, ratio=10, free=1_000)


def packed(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as container:
        for name, data in files.items():
            container.writestr(name, data)
    return made.getvalue()


def noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)


def test_entries_and_their_bytes() -> None:
    container = open_zip(packed({"a/b.txt": b"one", "c/": b"", "../up.txt": b"two"}))
    assert [(one.name, one.size, one.encrypted) for one in container.entries] == [
        ("a/b.txt", 3, False),
        ("../up.txt", 3, False),
    ]
    assert container.read("a/b.txt") == b"one"
    assert container.read("../up.txt") == b"two"
    assert "a/b.txt" in container
    assert "c/" not in container
    with pytest.raises(KeyError):
        container.read("none")


def test_is_zip() -> None:
    assert is_zip(packed({"a": b"x"}))
    assert not is_zip(b"PK\x05\x06" + b"\0" * 18)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_a_mark_of_their_encoding(encoding: str) -> None:
    name = "望海市办法.docx"
    plain = name.encode(encoding)
    mark = b"x" * len(plain)
    made = packed({mark.decode(): b"x"}).replace(mark, plain)
    assert [one.name for one in open_zip(made).entries] == [name]
    assert open_zip(made).read(name) == b"x"


def test_a_name_with_its_mark() -> None:
    assert [one.name for one in open_zip(packed({"条例.txt": b"x"})).entries] == ["条例.txt"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a": noise(5_001)}, "has 5,001 bytes when unpacked, more than 5,000"),
        ({"a": b"x" * 4_000}, "grows by more than 10 times"),
        ({str(k): b"x" for k in range(4)}, "more than 3 files"),
    ],
)
def test_limits(files: Mapping[str, bytes], message: str) -> None:
    with pytest.raises(ZipRefused, match=message):
        open_zip(packed(files), SMALL).read("a")


def test_the_total_counts_all_entries() -> None:
    container = open_zip(packed({"a": noise(4_500), "b": noise(4_500)}), SMALL)
    container.read("a")
    with pytest.raises(ZipRefused, match="more than 8,000 bytes"):
        container.read("b")


def test_a_bomb_of_a_gigabyte() -> None:
    with pytest.raises(ZipRefused, match="grows by more than 200 times"):
        open_zip(packed({"a": b"\0" * 30_000_000})).read("a")


def test_a_size_that_lies() -> None:
    data = packed({"a": b"x" * 900_000})
    size = (900_000).to_bytes(4, "little")
    assert data.count(size) == 2
    with pytest.raises(ZipRefused, match="damaged"):
        open_zip(data.replace(size, (10).to_bytes(4, "little"))).read("a")


def test_two_entries_of_one_name() -> None:
    data = packed({"ab": b"x", "ac": b"y"}).replace(b"ac", b"ab")
    with pytest.raises(ZipRefused, match="two files named ab"):
        open_zip(data)


def test_an_encrypted_entry() -> None:
    data = bytearray(packed({"a": b"x"}))
    at = data.index(b"PK\x01\x02") + 8
    data[at] |= 1
    container = open_zip(bytes(data))
    assert container.entries[0].encrypted
    with pytest.raises(ZipRefused, match="a is encrypted"):
        container.read("a")


def test_a_method_that_can_grow_without_bound() -> None:
    with pytest.raises(ZipRefused, match="method 12"):
        open_zip(packed({"a": b"x"}, zipfile.ZIP_BZIP2)).read("a")


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"PK\x03\x04",
        lambda data: data.replace(b"PK\x01\x02", b"PK\x01\x03"),
        lambda data: data.replace(b"hello", b"hallo"),
        lambda data: data.replace(b"PK\x03\x04", b"PK\x03\x05"),
    ],
    ids=["cut", "magic-only", "directory", "content", "header"],
)
def test_damaged_containers(damage: Callable[[bytes], bytes]) -> None:
    data = packed({"a": b"hello " * 3}, zipfile.ZIP_STORED)
    with pytest.raises(ZipRefused, match="damaged"):
        open_zip(damage(data)).read("a")
