"""Numerals of French law: premier, deuxième, Ier, 1er, IIe."""

from __future__ import annotations

from yange.law.common import read_digits, roman

__all__ = ["ORDINALS", "read_ordinal", "strip_accents"]

_WORDS = (
    "premier première unique ier ière", "deuxième second seconde", "troisième", "quatrième", "cinquième", "sixième",
    "septième", "huitième", "neuvième", "dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième",
    "seizième", "dix-septième", "dix-huitième", "dix-neuvième", "vingtième", "vingt et unième", "vingt-deuxième",
    "vingt-troisième", "vingt-quatrième", "vingt-cinquième",
)  # fmt: skip
_ACCENTS = str.maketrans("èéêÈÉÊ", "eeeEEE")


def strip_accents(text: str) -> str:
    """Return a text without the accents that capitals often lack: PREMIÈRE and PREMIERE."""
    return text.translate(_ACCENTS)


_VALUES = {
    spelling: nth
    for nth, row in enumerate(_WORDS, 1)
    for word in (row.split() if nth != 21 else [row])
    for spelling in (word, strip_accents(word))
}
ORDINALS = "|".join(sorted(_VALUES, key=lambda word: (-len(word), word)))
"""The ordinals in words as the source of a pattern, in small letters."""


def read_ordinal(text: str) -> int | None:
    """Return the value of an ordinal in words, of a Roman numeral or of digits; ``None`` for anything else."""
    small = strip_accents(text.lower())
    return _VALUES.get(small) or read_digits(text) or roman(text)
