"""Cutting a match key into the tokens a comparison works with: atoms, dictionary words, single characters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from yange.compare.text.atoms import AtomKind, find_atoms
from yange.compare.text.dictionary import words
from yange.compare.text.vocabulary import Vocabulary
from yange.law import Law

__all__ = ["Token", "cut", "signs"]


@dataclass(frozen=True, slots=True)
class Token:
    """One token: half-open offsets in the key, its key text, and its kind where it is an atom.

    ``follows`` is how the new text prints a citation whose target was renumbered; empty otherwise.
    """

    start: int
    end: int
    text: str
    atom: AtomKind | None = None
    follows: str = ""


@lru_cache(maxsize=4096)
def cut(key: str, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """Return the tokens of a match key; they abut and cover it."""
    tokens: list[Token] = []
    at = 0
    for atom in find_atoms(key, vocabulary):
        tokens.extend(_words(key, at, atom.start, vocabulary.law))
        tokens.append(Token(atom.start, atom.end, key[atom.start : atom.end], atom.kind))
        at = atom.end
    tokens.extend(_words(key, at, len(key), vocabulary.law))
    return tuple(tokens)


def signs(key: str) -> tuple[Token, ...]:
    """Return every character of a match key as a token of its own."""
    return tuple(Token(at, at + 1, sign) for at, sign in enumerate(key))


def _words(key: str, start: int, end: int, law: Law) -> list[Token]:
    tokens = []
    at = start
    for word in words(key[start:end], law):
        tokens.append(Token(at, at + len(word), word))
        at += len(word)
    return tokens
