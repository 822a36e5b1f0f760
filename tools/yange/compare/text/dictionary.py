"""The words of a text, by the dictionaries of its law."""

from __future__ import annotations

import re
from functools import cache

from yange.law import Law
from yange.law.aspects.words import LanguageWords

__all__ = ["heads", "is_word", "words"]

_SPACED = re.compile(r"\w+|\W")


@cache
def _cutter(law: Law) -> LanguageWords | None:
    return next((grammar.words for grammar in law if not grammar.words.spaced), None)


def words(text: str, law: Law) -> list[str]:
    """Return the words and single characters that make up ``text``, in order; joined they are ``text``.

    The first language of the law that writes without blanks cuts; where there is none, words end at blanks and
    punctuation.
    """
    cutter = _cutter(law)
    return cutter.cut(text) if cutter else _SPACED.findall(text)


def is_word(text: str, law: Law) -> bool:
    """Return whether a dictionary of the law has this word."""
    return any(grammar.words.is_word(text) for grammar in law)


@cache
def heads(law: Law) -> frozenset[str]:
    """Return the words that end the names of persons, bodies, funds and papers."""
    return frozenset[str]().union(*(grammar.words.heads for grammar in law))
