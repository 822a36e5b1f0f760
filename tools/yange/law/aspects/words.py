"""The words of one language: where one ends and the next begins, and which of them make names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["LanguageWords"]


def _whole(text: str) -> list[str]:
    return [text] if text else []


def _no_word(_text: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The words of one language."""

    spaced: bool = True
    """Whether blanks part its words, so that no dictionary is needed to find them; ``cut`` is then not called."""
    cut: Callable[[str], list[str]] = _whole
    """Return the dictionary words and single characters that make up a text, in order; joined they are the text."""
    is_word: Callable[[str], bool] = _no_word
    """Return whether a dictionary has this word."""
    heads: frozenset[str] = frozenset()
    """Words that end the names of persons, bodies, funds and papers: 建设**单位**."""
    names: tuple[str, ...] = ()
    """Patterns of a word that can be part of a name."""
    no_terms: tuple[str, ...] = ()
    """Patterns, from its beginning, of what is never reported as a term replaced throughout a text."""
    definitions: tuple[re.Pattern[str], ...] = ()
    """How a text defines a term for itself; group 1 is the term."""
