"""A hunk: a run of tokens that stayed, or that changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yange.compare.text.atoms import AtomKind
from yange.compare.text.tokens import Token

__all__ = ["Hunk", "identity", "join", "length", "text_of"]


@dataclass(frozen=True, slots=True)
class Hunk:
    """A run of tokens that stayed (the same but for the numbers of items and of renumbered targets) or that changed.

    ``elsewhere`` names the clause of the other side that contains these words, where that is not the partner.
    """

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    equal: bool
    elsewhere: str = ""


def identity(token: Token) -> str:
    """Return what decides whether two tokens are equal: their key text. All labels of items are equal.

    An old citation equals the form in which the new text prints it.
    """
    return "\x00" if token.atom is AtomKind.LABEL else token.follows or token.text


def text_of(tokens: Iterable[Token]) -> str:
    """Return the key text of a run of tokens, with the blanks between words."""
    return "".join([f" {token.text}" if token.blank else token.text for token in tokens]).lstrip(" ")


def length(tokens: Iterable[Token]) -> int:
    """Return the length of a run of tokens in key characters, with the blanks before words."""
    return sum([len(token.text) + token.blank for token in tokens])


def join(hunks: Sequence[Hunk]) -> list[Hunk]:
    """Join neighbours of one kind and drop empty ones."""
    joined: list[Hunk] = []
    for hunk in hunks:
        if not hunk.old and not hunk.new:
            continue
        if joined and joined[-1].equal == hunk.equal:
            last = joined.pop()
            joined.append(Hunk(last.old + hunk.old, last.new + hunk.new, hunk.equal))
        else:
            joined.append(hunk)
    return joined
