"""Estonian number words in the cases that laws use: kolm, kolme, kolmekümne, kolmas, kolmanda."""

from __future__ import annotations

from functools import cache

__all__ = ["CARDINAL", "ORDINAL", "cardinal", "ordinal"]

_ONES = {
    1: ("üks", "ühe", "ühte"),
    2: ("kaks", "kahe", "kahte"),
    3: ("kolm", "kolme"),
    4: ("neli", "nelja"),
    5: ("viis", "viie", "viit"),
    6: ("kuus", "kuue", "kuut"),
    7: ("seitse", "seitsme", "seitset"),
    8: ("kaheksa", "kaheksat"),
    9: ("üheksa", "üheksat"),
}
_ORDINALS = {
    1: ("esimene", "esimese", "esimest"),
    2: ("teine", "teise", "teist"),
    3: ("kolmas", "kolmanda", "kolmandat"),
    4: ("neljas", "neljanda", "neljandat"),
    5: ("viies", "viienda", "viiendat"),
    6: ("kuues", "kuuenda", "kuuendat"),
    7: ("seitsmes", "seitsmenda", "seitsmendat"),
    8: ("kaheksas", "kaheksanda", "kaheksandat"),
    9: ("üheksas", "üheksanda", "üheksandat"),
    10: ("kümnes", "kümnenda", "kümnendat"),
}


@cache
def _cardinals() -> dict[str, int]:
    found = {word: value for value, words in _ONES.items() for word in words}
    found |= {
        "kümme": 10,
        "kümne": 10,
        "kümmet": 10,
        "sada": 100,
        "saja": 100,
        "sadat": 100,
        "tuhat": 1000,
        "tuhande": 1000,
    }
    for value, words in _ONES.items():
        for word in words[:2]:
            found |= {f"{word}teist": 10 + value, f"{word}teistkümmend": 10 + value, f"{word}teistkümne": 10 + value}
            if value > 1:
                found |= {f"{word}kümmend": 10 * value, f"{word}kümne": 10 * value, f"{word}sada": 100 * value}
    for ten, tens in _ONES.items():
        for one, ones in _ONES.items() if ten > 1 else ():
            found[f"{tens[0]}kümmend {ones[0]}"] = 10 * ten + one
            found[f"{tens[1]}kümne {ones[1 if len(ones) > 1 else 0]}"] = 10 * ten + one
    return found


def _longest_first(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _nth() -> dict[str, int]:
    return {word: value for value, words in _ORDINALS.items() for word in words}


CARDINAL = rf"(?:{_longest_first(_cardinals())})"
"""A regular expression without groups for a cardinal in words, in the nominative, genitive or partitive."""
ORDINAL = rf"(?:{_longest_first(_nth())})"
"""A regular expression without groups for an ordinal in words up to the tenth."""


def cardinal(word: str) -> int | None:
    """Return the value of a cardinal in words in either case, ``None`` for any other word."""
    return _cardinals().get(word.lower())


def ordinal(word: str) -> int | None:
    """Return the value of an ordinal in words in either case, ``None`` for any other word."""
    return _nth().get(word.lower())
