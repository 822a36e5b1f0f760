"""Cutting a match key into the tokens a comparison works with: atoms, dictionary words, single characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from yange.compare.text.atoms import Atom, AtomKind, find_atoms
from yange.compare.text.dictionary import is_spaced, words
from yange.compare.text.keys import Key
from yange.compare.text.vocabulary import Vocabulary
from yange.law import Law

__all__ = ["LinedKey", "Token", "cut", "lined", "signs"]


_IN_LABELS = frozenset({AtomKind.LABEL, AtomKind.FIGURE, AtomKind.COUNT})


class Token(NamedTuple):
    """One token: half-open offsets in the key, its key text, and its kind where it is an atom.

    ``follows`` is how the new text prints a citation whose target was renumbered; empty otherwise.
    """

    start: int
    end: int
    text: str
    atom: AtomKind | None = None
    follows: str = ""
    blank: bool = False
    """Whether a blank is before it in the key."""


_LABEL = re.compile(
    r"[-•]? ?(?:[(](?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivxlc]{1,6})[)]|(?:\d{1,3}[a-z]?|[a-z])[.)]|[ivxlc]{2,6}[)])"
    r"(?=[^\d.)])|[-•](?=[^\W\d])"
)
"""The label of an item at the beginning of a line, or the dash in its place, or both."""


@lru_cache(maxsize=4096)
def cut(key: str, vocabulary: Vocabulary, lines: tuple[int, ...] = ()) -> tuple[Token, ...]:
    """Return the tokens of a match key, in order. They cover it but for the blanks between words.

    A blank is no token, so that words alone are compared: a blank that stayed between two changed words is no word.
    ``lines`` is where lines begin: what looks like the label of an item is one there, in languages with blanks.
    """
    tokens: list[Token] = []
    at = 0
    for atom in _labelled(key, find_atoms(key, vocabulary), lines if is_spaced(vocabulary.law) else ()):
        tokens.extend(_words(key, at, atom.start, vocabulary.law))
        blank = atom.start > 0 and key[atom.start - 1] == " "
        tokens.append(Token(atom.start, atom.end, key[atom.start : atom.end], atom.kind, blank=blank))
        at = atom.end
    tokens.extend(_words(key, at, len(key), vocabulary.law))
    return tuple(tokens)


def _labelled(key: str, atoms: Sequence[Atom], lines: Sequence[int]) -> Sequence[Atom]:
    """Return the atoms with a label at every line that begins with one; an atom does not run from line to line."""
    spans = [match.span() for at in lines if (match := _LABEL.match(key, at))]
    if not spans:
        return atoms
    found: list[Atom] = []
    at = 0
    for atom in atoms:
        while at < len(spans) and spans[at][0] <= atom.start:
            at += 1
        before = spans[at - 1] if at else (0, 0)
        if atom.start < before[1] and atom.kind not in _IN_LABELS:
            spans[at - 1 : at], at = [], at - 1  # 1. März
        elif atom.start >= before[1]:
            end = min(atom.end, spans[at][0]) if at < len(spans) else atom.end
            found.append(atom if end == atom.end else replace(atom, end=len(key[:end].rstrip(" .;,"))))
    found += (Atom(*span, AtomKind.LABEL) for span in spans)
    return sorted(found, key=lambda atom: atom.start)


LinedKey = tuple[str, tuple[int, ...]]
"""A match key, and where its lines begin; no lines where the language does not need them."""


def lined(key: Key, law: Law) -> LinedKey:
    """Return a match key as :func:`cut` reads it: with its lines in languages with blanks between words."""
    return key.text, key.lines() if is_spaced(law) else ()


def signs(key: str) -> tuple[Token, ...]:
    """Return every character of a match key as a token of its own."""
    return tuple(Token(at, at + 1, sign) for at, sign in enumerate(key))


def _words(key: str, start: int, end: int, law: Law) -> list[Token]:
    if start == end:
        return []
    tokens = []
    at = start
    for word in words(key[start:end], law):
        if word != " ":
            tokens.append(Token(at, at + len(word), word, blank=at > 0 and key[at - 1] == " "))
        at += len(word)
    return tokens
