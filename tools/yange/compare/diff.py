"""The word-level difference of two clauses (the one module that knows diff-match-patch).

Tokens, not signs, are compared: each different token becomes one private-use character and diff-match-patch works
over those, with its time-out off, because a time-out would make the result depend on the machine. What comes back is
tidied for reading: scraps of equal text between two changes are drawn into them, and an inserted or deleted run is
slid so that it ends where a sentence ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diff_match_patch import diff_match_patch

from yange.compare.atoms import AtomKind
from yange.compare.tokens import Token

__all__ = ["Hunk", "apply_delta", "delta_of", "diff_tokens"]

_PRIVATE = (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE))
_STOPS = {"。": 3, "!": 3, "?": 3, ";": 2, ",": 1, ":": 1, "、": 1}
_PUNCTUATION = frozenset("。!?;,:、()[]<>《》\"'…")
_SCRAP = 3  # key characters; longer equal runs are words a reader wants to see stay


@dataclass(frozen=True, slots=True)
class Hunk:
    """A run of tokens that stayed (token by token the same, but for the number of an item) or that changed.

    ``elsewhere`` names the clause of the other side that holds these words, where that is not the partner.
    """

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    equal: bool
    elsewhere: str = ""


def _differ() -> diff_match_patch:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ


def _identity(token: Token) -> str:
    """Return what makes two tokens one: their key text; the labels of items are all one, whatever their number."""
    return "\x00" if token.atom is AtomKind.LABEL else token.text


def _encode(*sides: Sequence[Token]) -> list[str]:
    codes: dict[str, str] = {}
    return ["".join(codes.setdefault(_identity(token), chr(_PRIVATE[len(codes)])) for token in side) for side in sides]


def diff_tokens(old: Sequence[Token], new: Sequence[Token]) -> tuple[Hunk, ...]:
    """Return what stayed and what changed between two token sequences, in order, equal and changed runs in turn."""
    first, second = _encode(old, new)
    hunks: list[Hunk] = []
    at_old = at_new = 0
    for op, codes in _differ().diff_main(first, second, False):
        size_old, size_new = (len(codes) if op <= 0 else 0), (len(codes) if op >= 0 else 0)
        part = Hunk(tuple(old[at_old : at_old + size_old]), tuple(new[at_new : at_new + size_new]), equal=op == 0)
        at_old, at_new = at_old + size_old, at_new + size_new
        hunks.append(part)
    return tuple(_slide(_join(_absorb(_join(hunks)))))


def _join(hunks: Sequence[Hunk]) -> list[Hunk]:
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


def _size(tokens: Sequence[Token]) -> int:
    return sum(len(token.text) for token in tokens)


def _is_scrap(tokens: Sequence[Token]) -> bool:
    """Tell whether an equal run is too short to read by itself and holds neither punctuation nor an atom."""
    return _size(tokens) <= _SCRAP and not any(t.atom or _PUNCTUATION & set(t.text) for t in tokens)


def _absorb(hunks: list[Hunk]) -> list[Hunk]:
    """Draw scraps between two changes into one change, where both changes are at least as long as the scrap."""
    done: list[Hunk] = []
    for at, hunk in enumerate(hunks):
        inside = 0 < at < len(hunks) - 1
        if hunk.equal and inside and _is_scrap(hunk.old):
            size = _size(hunk.old)
            around = (done[-1], hunks[at + 1])
            if all(max(_size(h.old), _size(h.new)) >= size for h in around) and _mixed(around):
                hunk = Hunk(hunk.old, hunk.new, equal=False)
        done.append(hunk)
        done = _join(done)
    return done


def _mixed(around: tuple[Hunk, Hunk]) -> bool:
    """Tell whether joining two changes hides no plain insertion or deletion beside a plain one of its own kind."""
    return any(hunk.old and hunk.new for hunk in around) or bool(around[0].old) != bool(around[1].old)


def _score(before: Token | None, last: Token, after: Token | None) -> int:
    ends = _STOPS.get(last.text[-1], 0)
    begins = 3 if before is None else _STOPS.get(before.text[-1], 0)
    return ends + begins + (1 if after is None and ends == 0 else 0)


def _slide(hunks: list[Hunk]) -> list[Hunk]:
    """Slide plain insertions and deletions along equal text to where a sentence or a phrase ends."""
    done = list(hunks)
    for at, hunk in enumerate(done):
        if hunk.equal or (hunk.old and hunk.new):
            continue
        left = done[at - 1] if at else Hunk((), (), equal=True)
        right = done[at + 1] if at + 1 < len(done) else Hunk((), (), equal=True)
        shift = _best_shift(left, hunk, right)
        if shift:
            moved = _shifted(left, hunk, right, shift)
            if at:
                done[at - 1] = moved[0]
            done[at] = moved[1]
            if at + 1 < len(done):
                done[at + 1] = moved[2]
            elif moved[2].new:
                done.append(moved[2])
            if not at and moved[0].new:
                return _slide(_join([moved[0], *done]))
    return _join(done)


def _best_shift(left: Hunk, hunk: Hunk, right: Hunk) -> int:
    """Return by how many tokens to slide a plain change, negative to the left; 0 keeps it."""
    own = hunk.old or hunk.new
    stretch = [*(left.old if hunk.old else left.new), *own, *(right.old if hunk.old else right.new)]
    start, size = len(left.old), len(own)
    low = start
    while low > 0 and _identity(stretch[low - 1]) == _identity(stretch[low + size - 1]):
        low -= 1
    high = start
    while high + size < len(stretch) and _identity(stretch[high]) == _identity(stretch[high + size]):
        high += 1
    places = range(low, high + 1)

    def worth(place: int) -> tuple[int, int]:
        before = stretch[place - 1] if place else None
        after = stretch[place + size] if place + size < len(stretch) else None
        return _score(before, stretch[place + size - 1], after), -abs(place - start)

    return max(places, key=worth) - start


def _shifted(left: Hunk, hunk: Hunk, right: Hunk, shift: int) -> tuple[Hunk, Hunk, Hunk]:
    deleted = bool(hunk.old)
    stretch = (*left.old, *hunk.old, *right.old) if deleted else (*left.new, *hunk.new, *right.new)
    other = (*left.new, *right.new) if deleted else (*left.old, *right.old)
    start, size = len(left.old) + shift, len(hunk.old or hunk.new)
    own = stretch[start : start + size]
    before, after = stretch[:start], stretch[start + size :]
    if deleted:
        return Hunk(before, other[:start], True), Hunk(own, (), False), Hunk(after, other[start:], True)
    return Hunk(other[:start], before, True), Hunk((), own, False), Hunk(other[start:], after, True)


_OPS = {"delete": -1, "equal": 0, "insert": 1}


def delta_of(pieces: Sequence[tuple[str, str]]) -> str:
    """Return diff-match-patch's delta of ``(op, text)`` pieces; it counts in UTF-16 units, as the library does."""
    delta: str = _differ().diff_toDelta([(_OPS[op], text) for op, text in pieces])
    return delta


def apply_delta(old: str, delta: str) -> str:
    """Return the new text that ``delta`` makes of ``old``; ``ValueError`` where it does not fit."""
    differ = _differ()
    new: str = differ.diff_text2(differ.diff_fromDelta(old, delta))
    return new
