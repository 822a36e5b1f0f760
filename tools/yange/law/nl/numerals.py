"""Dutch number words: een, twaalf, eenentwintig, and the ordinals that number the leden: eerste, twaalfde."""

from __future__ import annotations

from functools import cache

__all__ = ["CARDINAL", "ORDINAL", "cardinal", "ordinal", "ordinal_word"]

_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
    "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende",
    "twintigste",
)  # fmt: skip


@cache
def _cardinals() -> dict[str, int]:
    found = {word: value for value, word in enumerate((*_ONES, *_TEENS), 1)}
    for ten, word in enumerate(_TENS, 2):
        found[word] = 10 * ten
        for value, one in enumerate(_ONES, 1):
            found[f"{one}{'ën' if one.endswith('e') else 'en'}{word}"] = 10 * ten + value
    return {**found, "één": 1, "honderd": 100}


def _longest_first(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


CARDINAL = rf"(?:{_longest_first(tuple(_cardinals()))})"
"""A regular expression without groups for a cardinal in words up to a hundred."""
ORDINAL = rf"(?:{_longest_first(_ORDINALS)})"
"""A regular expression without groups for an ordinal in words up to the twentieth."""


def cardinal(word: str) -> int | None:
    """Return the value of a cardinal in words in either case, ``None`` for any other word."""
    return _cardinals().get(word.lower())


def ordinal(word: str) -> int | None:
    """Return the value of an ordinal in words in either case, ``None`` for any other word."""
    small = word.lower()
    return _ORDINALS.index(small) + 1 if small in _ORDINALS else None


def ordinal_word(value: int) -> str | None:
    """Return the ordinal in words, ``None`` beyond the twentieth."""
    return _ORDINALS[value - 1] if 0 < value <= len(_ORDINALS) else None
