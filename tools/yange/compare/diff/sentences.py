"""Sentences inserted or deleted next to a replaced one: each keeps its own beginning and its own full stop.

由甲办理。 → 由乙办理。乙应当公告。 is one word replaced and one sentence added, not one replacement
across the full stop.
"""

from __future__ import annotations

from collections.abc import Sequence

from yange.compare.diff.hunks import Hunk, identity, join, length
from yange.compare.text.tokens import Token
from yange.compare.weights import WEIGHTS

__all__ = ["apart"]

_STOP = "。"


def apart(hunks: Sequence[Hunk]) -> list[Hunk]:
    """Return the same difference with whole sentences separated from what was replaced within one."""
    done = list(hunks)
    at = 0
    while at < len(done):
        left = done[at - 1] if at else None
        right = done[at + 1] if at + 1 < len(done) else None
        if not done[at].equal and done[at].old and done[at].new:
            if left and (parts := _begun_alike(left, done[at], first=at == 1)):
                done[at - 1 : at + 1] = parts
                at += len(parts) - 2
                continue
            if right and (parts := _with_own_stop(done[at], right)):
                done[at : at + 2] = parts
                at += len(parts) - 1
                continue
        at += 1
    return join(done)


def _with_own_stop(hunk: Hunk, right: Hunk) -> list[Hunk]:
    """Split a replacement that ends before a full stop where only one side has further sentences in it."""
    if right.old[0].text != _STOP:
        return []
    more, less = (hunk.new, hunk.old) if _stops(hunk.new) else (hunk.old, hunk.new)
    if not _stops(more) or _stops(less):
        return []
    at = _stops(more)[0]
    own, stop, rest = more[:at], more[at], more[at + 1 :]
    came = more is hunk.new
    beyond = (*rest, (right.new if came else right.old)[0])
    return [
        Hunk(less, own, False) if came else Hunk(own, less, False),
        Hunk((right.old[0],), (stop,), True) if came else Hunk((stop,), (right.new[0],), True),
        Hunk((), beyond, False) if came else Hunk(beyond, (), False),
        Hunk(right.old[1:], right.new[1:], True),
    ]


def _begun_alike(left: Hunk, hunk: Hunk, *, first: bool) -> list[Hunk]:
    """Split a replacement that repeats, after a full stop, how its sentence begins: 甲、丙。甲、乙 for 甲、乙."""
    starts = [at + 1 for at in _stops(left.old)] or ([0] if first else [])
    if not starts or starts[-1] == len(left.old):
        return []
    start = starts[-1]
    like = [identity(token) for token in left.old[start:]]
    if length(left.old[start:]) < WEIGHTS.reading.alike:
        return []
    for came in (True, False):
        more, less = (hunk.new, hunk.old) if came else (hunk.old, hunk.new)
        own, other = (left.new, left.old) if came else (left.old, left.new)
        places = [at + 1 for at in _stops(more) if [identity(t) for t in more[at + 1 : at + 1 + len(like)]] == like]
        if places and not _stops(less):
            place, end = places[-1], places[-1] + len(like)
            sentences, rest = (*own[start:], *more[:place]), more[end:]
            return [
                Hunk(left.old[:start], left.new[:start], True),
                *_sided(sentences, came=came),
                Hunk(other[start:], more[place:end], True) if came else Hunk(more[place:end], other[start:], True),
                Hunk(less, rest, False) if came else Hunk(rest, less, False),
            ]
    return []


def _sided(tokens: tuple[Token, ...], *, came: bool) -> list[Hunk]:
    return [Hunk((), tokens, False) if came else Hunk(tokens, (), False)]


def _stops(tokens: Sequence[Token]) -> list[int]:
    return [at for at, token in enumerate(tokens) if token.text == _STOP]
