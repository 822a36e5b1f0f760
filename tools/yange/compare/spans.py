"""Equal runs of two match keys, by rapidfuzz (the one module that knows it).

rapidfuzz's Indel alignment is minimal and compiled; it decides nothing that a reader sees, only which parts of two
paired clauses explain each other, so that what is left can look for a home elsewhere.
"""

from __future__ import annotations

from rapidfuzz.distance import Indel

__all__ = ["coarse", "uncovered"]

_RUN = 4  # equal runs shorter than this explain nothing: single signs meet by chance
_STRETCH = 12
_CLOSING = frozenset("。;,:、!?")
_ISLAND = 6  # an explained run this short between two unexplained ones does not part them


def _equal_runs(one: str, other: str) -> list[tuple[int, int, int, int]]:
    """Return the equal runs of two keys; of several alignments of one length the same either way round."""
    if other < one:
        return [(c, d, a, b) for a, b, c, d in _equal_runs(other, one)]
    return [
        (block.src_start, block.src_end, block.dest_start, block.dest_end)
        for block in Indel.opcodes(one, other)
        if block.tag == "equal"
    ]


def _explained(one: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    runs = [run for run in _equal_runs(one, other) if run[1] - run[0] >= _RUN]
    return [run[:2] for run in runs], [run[2:] for run in runs]


def uncovered(one: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the runs of either key that the other does not explain, as half-open offsets."""
    runs_one, runs_other = _explained(one, other)
    return _gaps(runs_one, len(one)), _gaps(runs_other, len(other))


def coarse(one: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the stretches of either key that the other explains, small interruptions included (half-open)."""
    gaps_one, gaps_other = uncovered(one, other)
    return _between(gaps_one, one), _between(gaps_other, other)


def _between(gaps: list[tuple[int, int]], key: str) -> list[tuple[int, int]]:
    """Return what lies between gaps; the punctuation that closes a stretch belongs to it."""
    stretches: list[tuple[int, int]] = []
    at, length = 0, len(key)
    for start, end in [*(gap for gap in gaps if gap[1] - gap[0] >= _STRETCH), (length, length)]:
        if start - at >= _STRETCH:
            close = start
            while close < end and key[close] in _CLOSING:
                close += 1
            stretches.append((at, close))
        at = end
    return stretches


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
