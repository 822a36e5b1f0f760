"""Posting lists in shards: which texts hold a gram, packed into files of some 24 kB that a page loads by need.

A list is written as the differences of its numbers, each in digits of five bits from the lowest up, with a sixth bit
where more follow. A gram's shard is its FNV-1a hash; ``site/assets/search_index.js`` counts the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import sub

__all__ = ["DIGITS", "encode", "shard_of", "shards"]

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SHARD_BYTES = 24_000
_MOST = 1 << 16


def encode(numbers: Iterable[int]) -> str:
    """Return ascending numbers as text."""
    ascending = tuple(numbers)
    return "".join(map(_STEPS.__getitem__, map(sub, ascending, (-1, *ascending))))


class _Steps(dict[int, str]):
    """How each difference between neighbouring numbers is written, worked out when it first occurs."""

    def __missing__(self, step: int) -> str:
        written, rest = "", step - 1
        while rest >= 32:
            written += DIGITS[32 | rest & 31]
            rest >>= 5
        self[step] = written + DIGITS[rest]
        return self[step]


_STEPS = _Steps()


def shard_of(gram: str, count: int) -> int:
    """Return the shard of a gram among ``count`` (a power of two): FNV-1a over its UTF-16 units."""
    value = 0x811C9DC5
    data = gram.encode("utf-16-le")
    for low, high in zip(data[::2], data[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return (value ^ value >> 16) & (count - 1)


def shards(lists: Mapping[str, Iterable[int]]) -> tuple[int, Iterator[tuple[int, dict[str, str]]]]:
    """Return how many shards there are, and each: its number and its lists by key.

    Args:
        lists: by key; the part of a key before a colon does not count towards its shard.

    """
    written = {key: encode(numbers) for key, numbers in lists.items()}
    size = sum(len(key.encode()) + len(value) + 6 for key, value in written.items())
    count = 1
    while count * _SHARD_BYTES < size and count < _MOST:
        count *= 2
    return count, _split(written, count)


def _split(written: Mapping[str, str], count: int) -> Iterator[tuple[int, dict[str, str]]]:
    parts: dict[int, dict[str, str]] = {}
    for key in sorted(written):
        parts.setdefault(shard_of(key.partition(":")[2] or key, count), {})[key] = written[key]
    yield from ((number, parts.get(number, {})) for number in range(count))
