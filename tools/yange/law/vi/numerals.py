"""Vietnamese number words: một, mười hai, hai mươi lăm, and the ordinals of parts: thứ nhất, thứ tư."""

from __future__ import annotations

import unicodedata
from functools import cache

from yange.law.vi.spelling import spelled

__all__ = ["CARDINAL", "ORDINAL", "cardinal", "ordinal"]

_ONES = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MOST = 100


def _word(value: int) -> str:
    if value < 10:
        return _ONES[value - 1]
    ten, one = divmod(value, 10)
    head = "mười" if ten == 1 else f"{_ONES[ten - 1]} mươi"
    if not one:
        return head
    last = {1: "mốt" if ten > 1 else "một", 4: "bốn", 5: "lăm"}.get(one, _ONES[one - 1])
    return f"{head} {last}"


@cache
def _cardinals() -> dict[str, int]:
    found = {_word(value): value for value in range(1, _MOST)}
    found |= {word.replace("bảy", "bẩy"): value for word, value in found.items() if "bảy" in word}
    found |= {f"{_ONES[ten - 1]} mươi tư": 10 * ten + 4 for ten in range(2, 10)}
    return {**found, "một trăm": 100}


@cache
def _ordinals() -> dict[str, int]:
    return {**_cardinals(), "nhất": 1, "nhì": 2, "tư": 4}


def _longest_first(words: dict[str, int]) -> str:
    return "|".join(spelled(word) for word in sorted(words, key=lambda word: (-len(word), word)))


CARDINAL = rf"(?:{_longest_first(_cardinals())})"
"""A regular expression without groups for a cardinal in words up to a hundred."""
ORDINAL = rf"(?:{_longest_first(_ordinals())})"
"""A regular expression without groups for the ordinal of a part, without *thứ*."""


def _plain(word: str) -> str:
    return " ".join(unicodedata.normalize("NFC", word).lower().split())


def cardinal(word: str) -> int | None:
    """Return the value of a cardinal in words in either case, ``None`` for any other word."""
    return _cardinals().get(_plain(word))


def ordinal(word: str) -> int | None:
    """Return the value of an ordinal in words in either case, ``None`` for any other word."""
    return _ordinals().get(_plain(word))
