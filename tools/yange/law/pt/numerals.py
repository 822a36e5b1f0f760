"""Portuguese number words: the ordinals of articles and divisions (primeiro, décimo quinto) and cardinals (trinta)."""

from __future__ import annotations

import unicodedata
from functools import cache

from yange.law.common import roman

__all__ = ["CARDINAL", "ORDINAL", "cardinal", "ordinal"]

_UNITS = ("primeir", "segund", "terceir", "quart", "quint", "sext", "setim", "oitav", "non")
_TENS = ("decim", "vigesim", "trigesim", "quadragesim", "quinquagesim")
_CARDINALS = (
    "um", "dois", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze", "catorze",
    "quinze", "dezasseis", "dezassete", "dezoito", "dezanove",
)  # fmt: skip
_FULL_TENS = ("vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa")
_ACCENTED = {ord(letters[0]): f"[{letters}]" for letters in ("eéê", "ií", "aá", "uú")}


@cache
def _ordinals() -> dict[str, int]:
    """Return the ordinals in words, in the masculine and without accents."""
    found = {f"{stem}o": value for value, stem in enumerate(_UNITS, 1)} | {"unico": 1}
    for tens, stem in enumerate(_TENS, 1):
        found[f"{stem}o"] = tens * 10
        found |= {f"{stem}o {unit}o": tens * 10 + value for value, unit in enumerate(_UNITS, 1)}
    return found


@cache
def _cardinals() -> dict[str, int]:
    found = {word: value for value, word in enumerate(_CARDINALS, 1)}
    found |= {"uma": 1, "duas": 2, "quatorze": 14, "dezesseis": 16, "dezessete": 17, "dezenove": 19}
    for tens, word in enumerate(_FULL_TENS, 2):
        found[word] = tens * 10
        found |= {f"{word} e {one}": tens * 10 + found[one] for one in (*_CARDINALS[:9], "uma", "duas")}
    return found | {"cem": 100, "cento e vinte": 120, "cento e oitenta": 180}


def _plain(words: str) -> str:
    """Return words in small letters and without accents."""
    bare = "".join(c for c in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(c))
    return bare.replace("\u00a0", " ").replace("\n", " ")


def ordinal(words: str) -> int | None:
    """Return the value of an ordinal in words, in figures or in Roman letters; único is the first."""
    bare = _plain(words).rstrip(".ºª°")
    if bare.isdigit():
        return int(bare)
    return _ordinals().get(" ".join(f"{word[:-1]}o" for word in bare.split())) or roman(words)


def cardinal(words: str) -> int | None:
    """Return the value of a cardinal in words, ``None`` for any other words."""
    return _cardinals().get(_plain(words))


def _source(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word))).translate(_ACCENTED)


def _ordinal_source() -> str:
    words = sorted(_ordinals(), key=lambda word: (-len(word), word))
    return "|".join("[oO] ".join(word[:-1].split("o ")) for word in words).translate(_ACCENTED).replace("[oO]", "[oa]")


ORDINAL = rf"(?i:(?:{_ordinal_source()})[oa]s?(?!\w))"
"""A regular expression without groups for an ordinal in words, in either case, gender and number."""
CARDINAL = rf"(?i:(?:{_source(_cardinals())})(?!\w))"
"""A regular expression without groups for a cardinal in words, up to a hundred."""
