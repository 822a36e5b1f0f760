"""Italian number words: ordinals of divisions (primo, decimoquarto, ventunesimo) and cardinals (trenta, ventuno)."""

from __future__ import annotations

import unicodedata
from functools import cache

from yange.law.common import roman

__all__ = ["CARDINAL", "ORDINAL", "cardinal", "ordinal"]

_UNITS = ("prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non")
_TEENS = {
    "decim": 10, "undecim": 11, "undicesim": 11, "duodecim": 12, "dodicesim": 12, "tredicesim": 13,
    "quattordicesim": 14, "quindicesim": 15, "sedicesim": 16, "diciassettesim": 17, "diciottesim": 18,
    "diciannovesim": 19,
}  # fmt: skip
_TENS = {"vent": 20, "trent": 30, "quarant": 40, "cinquant": 50, "sessant": 60}
_ENDINGS = ("un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
_CARDINALS = (
    "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
    "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
)  # fmt: skip
_FULL_TENS = {
    "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80,
    "novanta": 90,
}  # fmt: skip


@cache
def _ordinals() -> dict[str, int]:
    """Return the ordinals in words without their last letter."""
    found = {stem: value for value, stem in enumerate(_UNITS, 1)} | _TEENS | {"unic": 1}
    for value, stem in enumerate(_UNITS, 1):
        found |= {f"decimo{stem}": 10 + value, f"decimo {stem}": 10 + value, f"ventesimo {stem}": 20 + value}
        found[f"ventesimo{stem}"] = 20 + value
    for stem, tens in _TENS.items():
        found[f"{stem}esim"] = tens
        for value, ending in enumerate(_ENDINGS, 1):
            whole = f"{stem}{'' if ending in ('un', 'otto') else 'i' if tens == 20 else 'a'}{ending}"
            found[f"{whole.removesuffix('e') if ending not in ('tre', 'sei') else whole}esim"] = tens + value
            found[f"{whole.removesuffix('o').removesuffix('e')}esim"] = tens + value
    return found


@cache
def _cardinals() -> dict[str, int]:
    found = {word: value for value, word in enumerate(_CARDINALS, 1)} | _FULL_TENS
    for word, tens in _FULL_TENS.items():
        for value, one in enumerate(_CARDINALS[:9], 1):
            found[f"{word[:-1] if one in ('uno', 'otto') else word}{one}"] = tens + value
    found |= {f"{word[:-1]}": value for word, value in tuple(found.items()) if word.endswith("uno")}
    return found | {"una": 1, "cento": 100, "centoventi": 120, "centottanta": 180, "duecento": 200}


def _plain(word: str) -> str:
    """Return a word in small letters and without accents."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    return bare.replace("\u00a0", " ")


def ordinal(text: str) -> int | None:
    """Return the value of an ordinal in words, in figures or in Roman letters; unico is the first."""
    bare = _plain(text).rstrip("°ºª")
    return int(bare) if bare.isdigit() else _ordinals().get(bare[:-1]) or roman(text)


def cardinal(text: str) -> int | None:
    """Return the value of a cardinal in words, ``None`` for any other word."""
    return _cardinals().get(_plain(text))


ORDINAL = rf"(?i:(?:{'|'.join(sorted(_ordinals(), key=lambda word: (-len(word), word)))})[oaie](?!\w))"
"""A regular expression without groups for an ordinal in words, in either case, gender and number."""
CARDINAL = (
    rf"(?i:(?:{'|'.join(sorted(_cardinals(), key=lambda word: (-len(word), word))).replace('tre|', 'tr[eé]|')})(?!\w))"
)
"""A regular expression without groups for a cardinal in words, up to a hundred."""
