"""Cutting a match key into the tokens a comparison works with: atoms, dictionary words, single signs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from yange.compare.text.atoms import AtomKind, find_atoms
from yange.compare.text.dictionary import words

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
def cut(key: str, terms: tuple[str, ...] = ()) -> tuple[Token, ...]:
    """Return the tokens of a match key; they abut and cover it.

    ``terms`` are the terms defined by either text (:func:`yange.compare.text.atoms.defined_terms`).
    """
    tokens: list[Token] = []
    at = 0
    for atom in find_atoms(key, terms):
        tokens.extend(_words(key, at, atom.start))
        tokens.append(Token(atom.start, atom.end, key[atom.start : atom.end], atom.kind))
        at = atom.end
    tokens.extend(_words(key, at, len(key)))
    return tuple(tokens)


def signs(key: str) -> tuple[Token, ...]:
    """Return every sign of a match key as a token of its own."""
    return tuple(Token(at, at + 1, sign) for at, sign in enumerate(key))


def _words(key: str, start: int, end: int) -> list[Token]:
    tokens = []
    at = start
    for word in words(key[start:end]):
        tokens.append(Token(at, at + len(word), word))
        at += len(word)
    return tokens
