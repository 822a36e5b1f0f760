"""The Latin words by which the law of much of Europe numbers what it inserts: 12 bis, 12 ter, 12 octodecies."""

from __future__ import annotations

__all__ = ["LATIN_WORDS", "latin_ordinal", "latin_words"]

_ROWS = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies novies", "decies", "undecies",
    "duodecies", "terdecies tredecies", "quaterdecies", "quindecies quinquiesdecies quinquedecies",
    "sexdecies sexiesdecies",
    "septdecies septiesdecies septemdecies", "octodecies octiesdecies duodevicies",
    "novodecies noviesdecies undevicies",
    "vicies", "unvicies", "duovicies", "tervicies", "quatervicies", "quinvicies", "sexvicies", "septvicies",
    "octovicies", "novovicies", "tricies",
)  # fmt: skip
_VALUES = {word: nth for nth, row in enumerate(_ROWS, 1) for word in row.split()}

LATIN_WORDS = "|".join(sorted(_VALUES, key=lambda word: (-len(word), word)))
"""The words as the source of a pattern, longer ones first."""


def latin_ordinal(word: str) -> int:
    """Return which insertion a word names: 1 for bis, the first that follows; upper case is read too."""
    return _VALUES[word.lower()]


def latin_words() -> tuple[str, ...]:
    """Return the usual word of each insertion, from the first: bis, ter, quater."""
    return tuple(row.split()[0] for row in _ROWS)
