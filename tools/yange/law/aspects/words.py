"""The aspect of words: the boundaries of words, and the words that form names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["LanguageWords", "word_set"]


def _whole(text: str) -> list[str]:
    return [text] if text else []


def _no_word(_text: str) -> bool:
    return False


def _whole_title(title: str) -> str:
    return title


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list with blanks between them."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The words of one language."""

    spaced: bool = True
    """Whether spaces separate its words, so that no dictionary is needed; ``cut`` is then not called."""
    cut: Callable[[str], list[str]] = _whole
    """A function that divides a text into dictionary words and single characters, in order and without loss."""
    is_word: Callable[[str], bool] = _no_word
    """A function that returns whether a dictionary has this word."""
    function: frozenset[str] = frozenset()
    """Words in small letters that only join others: articles, prepositions, conjunctions, pronouns, auxiliary verbs. No
    word of duty, of permission or of denial is one. A replacement of such words alone is no replaced term."""
    elided: tuple[str, ...] = ()
    """Patterns of what a word keeps before an apostrophe and a vowel: l in l'accord."""
    endings: tuple[str, ...] = ()
    """Patterns of particles at the end of a word, with no blank before them: 는 in 소유자는. They are words."""
    heads: frozenset[str] = frozenset()
    """Last words in the names of persons, bodies, funds and documents: 建设**单位**."""
    names: tuple[str, ...] = ()
    """Patterns of a word that can be part of a name."""
    no_terms: tuple[str, ...] = ()
    """Patterns, matched from the beginning, of words that are never reported as a term replaced throughout a text."""
    definitions: tuple[re.Pattern[str], ...] = ()
    """The forms in which a text defines a term; group 1 is the term."""
    meanings: tuple[re.Pattern[str], ...] = ()
    """Further forms of definitions, for readers: a comparison does not keep these terms whole. Group 1 is the term."""
    made_under: tuple[re.Pattern[str], ...] = ()
    """The forms in which a text says under what it is made; group 1 contains the instruments that it names."""
    made_under_titles: tuple[re.Pattern[str], ...] = ()
    """The same forms in texts that put no marks around titles; group 1 is the title of the instrument."""
    plain_title: Callable[[str], str] = _whole_title
    """A function that returns a title of these forms as the instrument has it: Hafengesetz, for des Hafengesetzes."""
    implementing: tuple[re.Pattern[str], ...] = ()
    """The forms of a title of rules that carry out the instrument under which they are made."""
