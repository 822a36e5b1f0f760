"""Find the place of a clause in its source: which block of the file its words were read from.

Words are compared line by line. Lines that occur once on each side are sure, and so are equal lines next to them. What
lies between is taken if its words are the same as a whole, or if a line begins and ends as its counterpart does; every
other character has no known place. So a correction of the words makes its own characters unknown and moves no other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yange.provenance.places_file import PlacedBlock, PlacedText
from yange.provenance.printed import TextSpan, WordsLine, body_lines, source_lines

__all__ = ["FoundPlaces", "TextPlaces", "text_places"]

_LEAST = 8
"""Characters that a changed line must have in common with its counterpart."""


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """The blocks that words were read from, in order; ``whole`` is set if the place of every character is known."""

    blocks: tuple[PlacedBlock, ...]
    whole: bool

    @property
    def pages(self) -> tuple[int, int] | None:
        """The first page and the last one; ``None`` where none is known, or the format has no pages."""
        found = [pages for block in self.blocks if (pages := block.pages) is not None]
        return (min(first for first, _ in found), max(last for _, last in found)) if found else None


class TextPlaces:
    """The places of the words of one body in the text that was read from its source."""

    def __init__(self, text: PlacedText, printed: Sequence[int], pairs: Sequence[tuple[int, int]]) -> None:
        """Set the text, the offsets of the words of the body, and those in body and text of each that has a place."""
        self._printed = printed
        self._blocks = text.blocks
        self._starts = [block.start for block in text.blocks]
        self._body = [at for at, _ in pairs]
        self._source = [at for _, at in pairs]

    def find(self, start: int, end: int) -> FoundPlaces:
        """Return the places of the words from ``start`` to ``end`` of the body that these places were made for."""
        first, last = bisect_left(self._body, start), bisect_left(self._body, end)
        blocks = sorted({self._block(at) for at in self._source[first:last]} - {-1})
        printed = bisect_left(self._printed, end) - bisect_left(self._printed, start)
        return FoundPlaces(tuple(self._blocks[k] for k in blocks), bool(blocks) and last - first == printed)

    def _block(self, at: int) -> int:
        k = bisect_right(self._starts, at) - 1
        return k if k >= 0 and at < self._blocks[k].end else -1


def text_places(body: str, text: PlacedText, lines: tuple[int, int] | None = None) -> TextPlaces:
    """Return where the words of a body are in a text; ``lines`` are those of its document, from 1, both included."""
    first, last = _offsets(text.text, lines)
    spans = (TextSpan(block.start, block.end, block.kind) for block in text.blocks if first <= block.start < last)
    printed, source = body_lines(body), source_lines(text.text, spans)
    return TextPlaces(text, sorted(_at(printed)), sorted(_pairs(printed, source)))


def _offsets(text: str, lines: tuple[int, int] | None) -> tuple[int, int]:
    if lines is None:
        return 0, len(text) + 1
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    first, last = (min(max(line, 1), len(starts)) for line in lines)
    return starts[first - 1], starts[last] if last < len(starts) else len(text) + 1


def _pairs(body: Sequence[WordsLine], source: Sequence[WordsLine]) -> Iterator[tuple[int, int]]:
    """Yield offsets in body and text of the characters that are the same."""
    known = _equal_lines([line.words for line in body], [line.words for line in source])
    for left, right in known:
        yield from zip(body[left].at, source[right].at, strict=True)
    ends = [(-1, -1), *known, (len(body), len(source))]
    for (left, right), (next_left, next_right) in pairwise(ends):
        yield from _between(body[left + 1 : next_left], source[right + 1 : next_right])


def _between(body: Sequence[WordsLine], source: Sequence[WordsLine]) -> Iterator[tuple[int, int]]:
    """Yield the pairs in a stretch without equal lines: the same words divided otherwise, or lines that changed."""
    left, right = "".join(line.words for line in body), "".join(line.words for line in source)
    if left == right:
        yield from zip(_at(body), _at(source), strict=True)
    elif len(body) == len(source):
        for one, other in zip(body, source, strict=True):
            yield from _changed(one, other)


def _at(lines: Sequence[WordsLine]) -> list[int]:
    return [at for line in lines for at in line.at]


def _changed(one: WordsLine, other: WordsLine) -> Iterator[tuple[int, int]]:
    """Yield the pairs of the beginning and the end that a changed line shares, if that is most of it."""
    shorter = min(len(one.words), len(other.words))
    head = next((k for k in range(shorter) if one.words[k] != other.words[k]), shorter)
    rest = shorter - head
    tail = next((k for k in range(rest) if one.words[-1 - k] != other.words[-1 - k]), rest)
    if head + tail < _LEAST or 2 * (head + tail) < max(len(one.words), len(other.words)):
        return
    yield from zip(one.at[:head], other.at[:head], strict=True)
    yield from zip(one.at[len(one.at) - tail :], other.at[len(other.at) - tail :], strict=True)


def _equal_lines(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return the indices of lines that are surely the same: unique on both sides, in order, and equal ones beside."""
    found = dict(_in_order(_unique(left, right)))
    taken = set(found.values())
    for step in (1, -1):
        for at in sorted(found, reverse=step < 0):
            one, other = at + step, found[at] + step
            while _same(left, one, right, other) and one not in found and other not in taken:
                found[one] = other
                taken.add(other)
                one, other = one + step, other + step
    return sorted(found.items())


def _same(left: Sequence[str], one: int, right: Sequence[str], other: int) -> bool:
    return 0 <= one < len(left) and 0 <= other < len(right) and left[one] == right[other]


def _unique(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    once_left, once_right = Counter(left), Counter(right)
    at = {words: k for k, words in enumerate(right) if once_right[words] == 1}
    return [(k, at[words]) for k, words in enumerate(left) if once_left[words] == 1 and words in at]


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest selection of pairs whose second parts rise: a line that was moved has no sure place."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for k, (_, value) in enumerate(pairs):
        nth = bisect_left(tails, value)
        before.append(ends[nth - 1] if nth else -1)
        tails[nth : nth + 1] = [value]
        ends[nth : nth + 1] = [k]
    kept, at = [], ends[-1] if ends else -1
    while at >= 0:
        kept.append(pairs[at])
        at = before[at]
    return kept[::-1]
