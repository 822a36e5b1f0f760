"""Sliding an insertion or a deletion along equal text to where a sentence, an item or a phrase ends.

甲。 → 甲。乙。 can be shown as 。乙 inserted before the full stop; a lawyer reads that 乙。 was added.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from yange.compare.diff.hunks import Hunk, identity, join
from yange.compare.text.tokens import Token

__all__ = ["gather", "slide"]

_STOPS = {"。": 3, "!": 3, "?": 3, ";": 2, ".": 2, ",": 1, ":": 1, "、": 1}


def _worth_of_place(before: Token | None, last: Token, after: Token | None) -> int:
    ends = _STOPS.get(last.text[-1], 0)
    begins = 3 if before is None else _STOPS.get(before.text[-1], 0)
    return ends + begins + (1 if after is None and ends == 0 else 0)


def gather(hunks: list[Hunk]) -> list[Hunk]:
    """If equal words occur twice around an insertion or a deletion, keep the copy that ends at a phrase boundary.

    由双方约定。 → 由双方书面约定；发生损失时以约定的价值为准。 keeps the first 约定, at the end of its phrase.
    """
    done = list(hunks)
    for at in range(len(hunks) - 2):
        first, kept, last = done[at : at + 3]
        come = not (first.old or last.old)
        if first.equal or not kept.equal or last.equal or not (come or not (first.new or last.new)):
            continue
        whole = (*first.new, *kept.new, *last.new) if come else (*first.old, *kept.old, *last.old)
        size, was = len(kept.old), len(first.old or first.new)
        like, names = [identity(token) for token in kept.old], [identity(token) for token in whole]
        places = [place for place in range(len(whole) - size + 1) if names[place : place + size] == like]
        best = max(places, key=lambda place: (_worth_of_keeping(whole, place, size), place == was), default=was)
        if best != was:
            before, own, after = whole[:best], whole[best : best + size], whole[best + size :]
            done[at : at + 3] = (
                [Hunk((), before, False), Hunk(kept.old, own, True), Hunk((), after, False)]
                if come
                else [Hunk(before, (), False), Hunk(own, kept.new, True), Hunk(after, (), False)]
            )
    return join(done)


def _worth_of_keeping(whole: Sequence[Token], place: int, size: int) -> int:
    before, after = whole[:place], whole[place + size :]
    worth = (not before) + (not after)
    worth += bool(before) and before[-1].text[-1] in _STOPS
    return worth + (bool(after) and after[0].text[0] in _STOPS)


def slide(hunks: list[Hunk], joining: Set[str] = frozenset()) -> list[Hunk]:
    """Slide plain insertions and deletions along equal text to where a sentence or a phrase ends.

    ``joining`` are words, in small letters, that join others: a phrase begins with them and does not end with them. In
    enforced in France in accordance, in France came, and not France in.
    """
    done = list(hunks)
    for at, hunk in enumerate(done):
        if hunk.equal or (hunk.old and hunk.new):
            continue
        left = done[at - 1] if at else Hunk((), (), equal=True)
        right = done[at + 1] if at + 1 < len(done) else Hunk((), (), equal=True)
        shift = _best_shift(left, hunk, right, joining)
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
                return slide(join([moved[0], *done]), joining)
    return join(done)


def _best_shift(left: Hunk, hunk: Hunk, right: Hunk, joining: Set[str]) -> int:
    """Return by how many tokens to move a plain change, negative to the left; 0 leaves it."""
    own = hunk.old or hunk.new
    stretch = [*(left.old if hunk.old else left.new), *own, *(right.old if hunk.old else right.new)]
    start, size = len(left.old), len(own)
    low = start
    while low > 0 and identity(stretch[low - 1]) == identity(stretch[low + size - 1]):
        low -= 1
    high = start
    while high + size < len(stretch) and identity(stretch[high]) == identity(stretch[high + size]):
        high += 1
    places = range(low, high + 1)

    def worth(place: int) -> tuple[int, bool, int]:
        before, last = stretch[place - 1] if place else None, stretch[place + size - 1]
        after = stretch[place + size] if place + size < len(stretch) else None
        return _worth_of_place(before, last, after), last.text.lower() not in joining, -abs(place - start)

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
