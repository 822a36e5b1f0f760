"""Spanish number words: the ordinals that number articles (vigésimo primero, decimosexta) and cardinals (Uno, Dos)."""

from __future__ import annotations

import unicodedata
from functools import cache

from yange.law.common import roman

__all__ = ["CARDINAL", "ORDINAL", "ORDINAL_MARK", "numeral", "read_numeral"]

_UNITS = ("primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven")
_TENS = (
    "decim", "vigesim", "trigesim", "cuadragesim", "quincuagesim", "sexagesim", "septuagesim", "octogesim", "nonagesim",
)  # fmt: skip
_BELOW_THIRTY = (
    "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiun", "veintidos",
    "veintitres", "veinticuatro", "veinticinco", "veintiseis", "veintisiete", "veintiocho", "veintinueve",
)  # fmt: skip
_FULL_TENS = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_ONES = 10
_RUN_TOGETHER = "i"
"""The y of treintaitrés and cuarentaicinco, as Colombia writes them."""

_ACCENTED = str.maketrans({"e": "[eéEÉ]", "a": "[aáAÁ]", "i": "[iíIÍ]", "o": "[oóOÓ]", "u": "[uúUÚ]"})
ORDINAL_MARK = r"(?:\.?[ºª°˚]|(?<=\d)(?:o|a|ro|do|to|er)(?![\w]))"
"""What is printed behind figures to make an ordinal of them: 1.º, 1º, 1°, 1o."""


def _loose(source: str) -> str:
    """Return the source of a pattern that matches words with and without accents."""
    return source.translate(_ACCENTED)


_UNIT = _loose("|".join((*_UNITS, "setim", "non")))
_TEN = _loose("|".join(_TENS))
_WORD = (
    rf"(?:(?:{_TEN})[oOaA]?(?:{_UNIT})[oOaA]?|(?:{_UNIT}|{_TEN}|{_loose('undecim')}|{_loose('duodecim')}"
    rf"|{_loose('centesim')})[oOaA]|(?:{_loose('primer')}|{_loose('tercer')})|{_loose('unic')}[oOaA])(?!\w)"
)
ORDINAL = rf"(?i:{_WORD}(?:[ \u00a0]{_WORD}){{0,2}})"
"""A regular expression without groups for an ordinal in words, in either case and gender; único counts as the first."""
_COUNT = _loose("|".join(sorted((*_BELOW_THIRTY, *_FULL_TENS, "cien"), key=len, reverse=True)))
CARDINAL = rf"(?i:(?:{_COUNT})o?(?:(?: y |i)(?:{_loose('|'.join(_BELOW_THIRTY[: _ONES - 1]))})o?)?(?!\w))"
"""A regular expression without groups for a cardinal in words, up to a hundred."""


@cache
def _values() -> dict[str, int]:
    found = {f"{stem}o": value for value, stem in enumerate(_UNITS, 1)}
    found.update({"primer": 1, "tercer": 3, "setimo": 7, "nono": 9, "unico": 1, "undecimo": 11, "duodecimo": 12})
    units = [(f"{stem}o", value) for value, stem in enumerate((*_UNITS[:6], "septim", "octav", "noven"), 1)]
    units += [("setimo", 7), ("nono", 9)]
    for tens, stem in enumerate(_TENS, 1):
        found[f"{stem}o"] = tens * 10
        for unit, value in units:
            joined = (f"{stem}o {unit}", f"{stem}o{unit}", f"{stem}{unit}")
            found.update(dict.fromkeys(joined, tens * 10 + value))
    found.update({f"centesimo {word}": 100 + value for word, value in tuple(found.items())})
    found["centesimo"] = 100
    cardinals = {word: value for value, word in enumerate(_BELOW_THIRTY, 1)}
    for tens, word in enumerate(_FULL_TENS, 3):
        cardinals[word] = tens * 10
        for value, one in enumerate(_BELOW_THIRTY[:9], 1):
            cardinals.update(dict.fromkeys((f"{word} y {one}", f"{word}{_RUN_TOGETHER}{one}"), tens * 10 + value))
    found.update({**cardinals, "cien": 100})
    found.update({f"{word}o": value for word, value in cardinals.items() if word.endswith("un")})
    return found


def _plain(word: str) -> str:
    """Return words in small letters, without accents, in the masculine."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    words = bare.replace("\u00a0", " ").split(" ")
    return " ".join(f"{one[:-1]}o" if one.endswith("a") and one not in _FULL_TENS else one for one in words)


def numeral(words: str) -> int | None:
    """Return the value of an ordinal or a cardinal in words, ``None`` for any other word."""
    return _values().get(_plain(words))


def read_numeral(text: str) -> int | None:
    """Return the value of a numeral in words or in Roman letters; one Roman letter above X is a letter."""
    return None if text in {"C", "L", "D", "M"} else numeral(text) or (roman(text) if text.isupper() else None)
