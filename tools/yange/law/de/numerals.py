"""German number words: ein, zwölf, einundzwanzig, and their ordinals Erster, Zwölftes, Einundzwanzigste."""

from __future__ import annotations

from functools import cache

__all__ = ["CARDINAL", "ORDINAL", "cardinal", "ordinal"]

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_BELOW_TWENTY = (
    "eins", *_ONES[1:], "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
    "neunzehn",
)  # fmt: skip
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_IRREGULAR = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}


@cache
def _cardinals() -> dict[str, int]:
    found = {word: value for value, word in enumerate(_BELOW_TWENTY, 1)}
    for ten, word in enumerate(_TENS, 2):
        found[word] = 10 * ten
        found.update({f"{one}und{word}": 10 * ten + value for value, one in enumerate(_ONES, 1)})
    return {**found, **{word.replace("ß", "ss"): value for word, value in found.items()}, "hundert": 100}


@cache
def _ordinals() -> dict[str, int]:
    found = {f"{word}{'t' if value < 20 else 'st'}": value for word, value in _cardinals().items()}
    found.update({word: value for value, word in _IRREGULAR.items()})
    return found


def _longest_first(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


CARDINAL = rf"(?:{_longest_first(_cardinals())}|eine[mnrs]?)"
"""A regular expression without groups for a cardinal in words up to a hundred, and the forms of ein."""
ORDINAL = rf"(?:{_longest_first(_ordinals())})(?:e[rsnm]?)"
"""A regular expression without groups for an ordinal in words up to the hundredth, in every case and gender."""


def cardinal(word: str) -> int | None:
    """Return the value of a cardinal in words in either case, ``None`` for any other word."""
    small = word.lower()
    return 1 if small in {"ein", "eine", "einem", "einen", "einer", "eines"} else _cardinals().get(small)


def ordinal(word: str) -> int | None:
    """Return the value of an ordinal in words in either case, ``None`` for any other word."""
    small = word.lower()
    ending = next((end for end in ("er", "es", "en", "em", "e") if small.endswith(end)), "")
    return _ordinals().get(small.removesuffix(ending)) if ending else None
