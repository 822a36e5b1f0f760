"""Equal runs of two match keys, by rapidfuzz (the one module that imports it).

rapidfuzz's Indel alignment is minimal and compiled. It shows which parts of two paired clauses are equal, so that
the rest can be looked for in other clauses; and what stayed in clauses so long or so changed that diff-match-patch
would take seconds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from yange.compare.weights import WEIGHTS

__all__ = ["aligned_in_parts", "coarse", "edits_within", "equal_runs", "uncovered"]

_CLOSING = frozenset("。;,:、!?")
_CELLS = 400_000_000
"""Pairs of characters that are aligned at once: 20,000 on either side, which takes 50 MB and 0.05 s."""
_PHRASE = 8


def edits_within(one: str, other: str, most: int) -> bool:
    """Return whether at most ``most`` characters were deleted or inserted between two texts, by the fewest edits."""
    if abs(len(one) - len(other)) > most:
        return False
    if len(one) + len(other) <= most or one == other:
        return True
    if len(one) * len(other) > _CELLS:
        return False
    return Indel.distance(one, other, score_cutoff=most) <= most


def aligned_in_parts(one: str, other: str) -> bool:
    """Return whether two texts are too long to align at once: :func:`equal_runs` may then miss the longest runs."""
    return len(one) * len(other) > _CELLS


@lru_cache(maxsize=32)
def equal_runs(one: str, other: str) -> Sequence[tuple[int, int, int, int]]:
    """Return the equal runs of two texts: start and end in the one, start and end in the other, in order.

    Of several alignments of one length it is the same either way round. It is the longest there is, but for texts of
    more than ``_CELLS`` pairs of characters: those are cut at phrases that both contain once, or otherwise
    into equal parts, and every part is aligned by itself, so that time and memory grow linearly with the texts.
    """
    if other < one:
        return [(c, d, a, b) for a, b, c, d in equal_runs(other, one)]
    found: list[tuple[int, int, int, int]] = []
    for a, b, c, d in _parts(one, other):
        for block in Indel.opcodes(one[a:b], other[c:d]):
            if block.tag == "equal":
                run = a + block.src_start, a + block.src_end, c + block.dest_start, c + block.dest_end
                meets = bool(found) and (found[-1][1], found[-1][3]) == (run[0], run[2])
                found[-1:] = [(found[-1][0], run[1], found[-1][2], run[3])] if meets else [*found[-1:], run]
    return found


def _parts(one: str, other: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield the parts in which two texts are aligned; one part if they are not huge."""
    ends = [*(_anchors(one, other) if len(one) * len(other) > _CELLS else ()), (len(one), len(other))]
    a = c = 0
    for at, (b, d) in enumerate(ends):
        following = ends[at + 1] if at + 1 < len(ends) else None
        if following and (following[0] - a) * (following[1] - c) <= _CELLS:
            continue
        yield from _halved(a, b, c, d)
        a, c = b, d


def _halved(a: int, b: int, c: int, d: int) -> Iterator[tuple[int, int, int, int]]:
    if (b - a) * (d - c) <= _CELLS:
        yield a, b, c, d
        return
    middle = (a + b) // 2, (c + d) // 2
    yield from _halved(a, middle[0], c, middle[1])
    yield from _halved(middle[0], b, middle[1], d)


def _anchors(one: str, other: str) -> list[tuple[int, int]]:
    """Return the starts of phrases that occur once in either text, the longest chain that rises on both sides."""
    places = _once(one), _once(other)
    pairs = [(at, places[1][phrase]) for phrase, at in places[0].items() if phrase in places[1]]
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_, there) in enumerate(pairs):
        size = bisect_left(tails, there)
        before.append(last[size - 1] if size else -1)
        tails[size : size + 1], last[size : size + 1] = [there], [at]
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _once(text: str) -> dict[str, int]:
    """Return where each phrase begins that occurs once in a text, in order."""
    phrases = [text[at : at + _PHRASE] for at in range(len(text) - _PHRASE + 1)]
    counts = Counter(phrases)
    return {phrase: at for at, phrase in enumerate(phrases) if counts[phrase] == 1}


def _explained(one: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    runs = _extended(one, other, [run for run in equal_runs(one, other) if run[1] - run[0] >= WEIGHTS.runs.run])
    return [run[:2] for run in runs], [run[2:] for run in runs]


def _extended(one: str, other: str, runs: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Return runs with the equal characters directly before and after them that an alignment may have put elsewhere.

    The fewest edits do not say which of two equal characters stayed: the first of 渡船 may be that of 渡口 before it.
    """
    found: list[tuple[int, int, int, int]] = []
    for at, (a, b, c, d) in enumerate(runs):
        _, first, _, second = found[-1] if found else (0, 0, 0, 0)
        while a > first and c > second and one[a - 1] == other[c - 1]:
            a, c = a - 1, c - 1
        last, end = (runs[at + 1][0], runs[at + 1][2]) if at + 1 < len(runs) else (len(one), len(other))
        while b < last and d < end and one[b] == other[d]:
            b, d = b + 1, d + 1
        found.append((a, b, c, d))
    return found


def uncovered(one: str, other: str) -> tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]:
    """Return the runs of either key that the other does not explain, as half-open offsets."""
    if other < one:
        return _uncovered(other, one)[::-1]
    return _uncovered(one, other)


@lru_cache(maxsize=1024)
def _uncovered(one: str, other: str) -> tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]:
    """Return what :func:`uncovered` does; kept, because two steps of a comparison ask for it, one of each side."""
    runs_one, runs_other = _explained(one, other)
    return _gaps(runs_one, len(one)), _gaps(runs_other, len(other))


def coarse(one: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the stretches of either key that the other explains, small interruptions included (half-open)."""
    gaps_one, gaps_other = uncovered(one, other)
    return _between(gaps_one, one), _between(gaps_other, other)


def _between(gaps: Sequence[tuple[int, int]], key: str) -> list[tuple[int, int]]:
    """Return what lies between gaps; a stretch includes the punctuation that ends it."""
    stretches: list[tuple[int, int]] = []
    at, length = 0, len(key)
    for start, end in [*(gap for gap in gaps if gap[1] - gap[0] >= WEIGHTS.runs.stretch), (length, length)]:
        if start - at >= WEIGHTS.runs.stretch:
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
            if gaps and at - gaps[-1][1] < WEIGHTS.runs.island:
                gaps[-1] = (gaps[-1][0], start)
            else:
                gaps.append((at, start))
        at = max(at, end)
    return gaps
