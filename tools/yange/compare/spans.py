"""Equal runs of two match keys, by rapidfuzz (the one module that knows it).

rapidfuzz's Indel alignment is minimal and compiled; it decides nothing that a reader sees, only which parts of two
paired clauses explain each other, so that what is left can look for a home elsewhere.
"""

from __future__ import annotations

from rapidfuzz.distance import Indel

__all__ = ["explained", "uncovered"]

_RUN = 4  # equal runs shorter than this explain nothing: single signs meet by chance
_ISLAND = 6  # an explained run this short between two unexplained ones does not part them


def _equal_runs(one: str, other: str) -> list[tuple[int, int, int, int]]:
    return [
        (block.src_start, block.src_end, block.dest_start, block.dest_end)
        for block in Indel.opcodes(one, other)
        if block.tag == "equal"
    ]


def explained(one: str, other: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the runs long enough to say that ``one`` and ``other`` share them, as offsets in both (half-open)."""
    return [((a, b), (c, d)) for a, b, c, d in _equal_runs(one, other) if b - a >= _RUN]


def uncovered(one: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the runs of either key that the other does not explain, as half-open offsets."""
    runs = explained(one, other)
    return _gaps([span for span, _ in runs], len(one)), _gaps([span for _, span in runs], len(other))


def _gaps(covered: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    gaps: list[tuple[int, int]] = []
    at = 0
    for start, end in [*covered, (length, length)]:
        if start > at:
            if gaps and at - gaps[-1][1] < _ISLAND:
                gaps[-1] = (gaps[-1][0], start)
            else:
                gaps.append((at, start))
        at = max(at, end)
    return gaps
