"""The words of a text, by the dictionaries of its law."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from yange.characters import han_and_others, has_han, words_and_marks
from yange.law import Law
from yange.law.aspects.words import LanguageWords

__all__ = ["function_words", "heads", "is_spaced", "is_word", "readers", "words"]


@cache
def _cutter(law: Law) -> LanguageWords | None:
    return next((grammar.words for grammar in law if not grammar.words.spaced), None)


def words(text: str, law: Law) -> list[str]:
    """Return the words and single characters that make up ``text``, in order; joined they are ``text``.

    If the language of the law writes without blanks, its dictionary cuts. Else words end where Unicode says, and a word
    that lost its vowel at its apostrophe (l'accord is l' and accord); only Han in such a text is cut by a dictionary.
    """
    cutter = _cutter(law)
    if cutter and not is_spaced(law):
        return cutter.cut(text)
    if len(text) == 1:
        return [text]
    dividing = _dividing(law)
    return list(_parts(text, cutter, dividing)) if cutter or dividing else words_and_marks(text)


@cache
def is_spaced(law: Law) -> bool:
    """Return whether blanks separate the words of the language of a law; also if no pack reads it."""
    return not law or law[0].words.spaced


def readers(law: Law, key: str) -> Law:
    """Return the packs of a law that may read a match key: those of languages with blanks, if it has no Han."""
    return law if not is_spaced(law) or has_han(key) else _spaced(law)


@cache
def _spaced(law: Law) -> Law:
    return tuple(grammar for grammar in law if grammar.words.spaced)


@cache
def _dividing(law: Law) -> tuple[re.Pattern[str], ...]:
    """Return what matches the first part of a word that is two: a word that lost its vowel, a word before its particle.

    A word has at least two characters before the particle at its end.
    """
    elided = [form for grammar in law for form in grammar.words.elided]
    endings = [form for grammar in law for form in grammar.words.endings]
    forms = [rf"(?i:{'|'.join(elided)})'(?=\w)"] if elided else []
    forms += [rf"\w{{2,}}?(?=(?:{'|'.join(endings)})\Z)"] if endings else []
    return tuple(map(re.compile, forms))


def _parts(text: str, cutter: LanguageWords | None, dividing: Sequence[re.Pattern[str]]) -> Iterator[str]:
    for at, run in enumerate(han_and_others(text) if cutter else [text]):
        if cutter and at % 2:
            yield from cutter.cut(run)
            continue
        for word in words_and_marks(run):
            if match := next(filter(None, (form.match(word) for form in dividing)), None):
                yield from (word[: match.end()], word[match.end() :])
            else:
                yield word


@cache
def function_words(law: Law) -> frozenset[str]:
    """Return the words, in small letters, that only join others: articles, prepositions, conjunctions."""
    return frozenset[str]().union(*(grammar.words.function for grammar in law))


def is_word(text: str, law: Law) -> bool:
    """Return whether a dictionary of the law has this word."""
    return any(grammar.words.is_word(text) for grammar in law)


@cache
def heads(law: Law) -> frozenset[str]:
    """Return the words that end the names of persons, bodies, funds and papers."""
    return frozenset[str]().union(*(grammar.words.heads for grammar in law))
