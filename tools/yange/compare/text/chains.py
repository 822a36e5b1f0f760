"""The heaviest chain of pairs that rise on both sides: the pairs that kept their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

__all__ = ["heaviest_chain"]


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Return the heaviest chain of pairs that rise strictly on both sides, in O(n log n) (a Fenwick tree of maxima).

    Among chains of one weight the result is the same for the same set of pairs, whatever order they come in.
    """
    columns = sorted({new for _, new, _ in pairs})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    weight: list[float] = []
    before: list[int] = []
    for index, (_, new, value) in enumerate(ordered):
        column = bisect_left(columns, new)
        top, last = 0.0, -1
        at = column
        while at > 0:
            if best[at][0] > top:
                top, last = best[at]
            at -= at & -at
        weight.append(top + value)
        before.append(last)
        at = column + 1
        while at < len(best):
            if top + value > best[at][0]:
                best[at] = (top + value, index)
            at += at & -at
    if not ordered:
        return []
    at = max(range(len(ordered)), key=lambda index: (weight[index], -index))
    chain = []
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]
