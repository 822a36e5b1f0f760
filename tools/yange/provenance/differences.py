"""Find where two readings of one file have different words, whatever the order of their pages and lines.

Words are compared as runs of characters: a run of one reading is known if the other has it too, as often. So columns
that were read in another order are no difference, and work grows with the length of the text only.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["LONGEST", "ReadPiece", "ReadingDifference", "differences", "folded_words"]

LONGEST = 2_000_000
"""Characters of a file that are compared; a code of law has a tenth."""
_GRAM = 8
"""Characters that must be the same in a row. Fewer occur by chance in a long text."""
_CONTEXT = 6
_MOST_RUNS = 2_000
"""Stretches that are looked for in one another; two readings with more are not readings of one file."""


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """Words that belong together, such as a line or a cell; ``nth`` is the caller's number of their place."""

    words: str
    nth: int


@dataclass(frozen=True, slots=True)
class ReadingDifference:
    """Words of one reading and those of the other in their place; either may be empty.

    ``before`` are the words before them, ``nth`` the place of the piece (-1: not known).
    """

    ours: str
    theirs: str
    before: str
    nth: int


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    words: str
    before: str


def folded_words(text: str) -> str:
    """Return a text without white space, invisible characters and differences of width (NFKC)."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(plain.replace("\u200b", "").replace("\ufeff", "").replace("\u00ad", "").split())


def differences(pieces: Iterable[ReadPiece], other: str) -> list[ReadingDifference]:
    """Return where the words of ``pieces`` and of ``other`` differ, in order of the pieces."""
    kept = [(folded_words(piece.words), piece.nth) for piece in pieces]
    ours, theirs = "".join(words for words, _ in kept), folded_words(other)
    if ours == theirs:
        return []
    starts = _starts([words for words, _ in kept])
    left, right = _unknown(ours, theirs), _unknown(theirs, ours)
    if len(left) <= _MOST_RUNS and len(right) <= _MOST_RUNS:
        left, right = _without_common(_cut(left, starts), right)
    nths = [nth for _, nth in kept]

    def nth(at: int) -> int:
        return nths[max(bisect_right(starts, at) - 1, 0)] if nths and at >= 0 else -1

    return [
        ReadingDifference(one.words if one else "", two.words if two else "", (one or two or _NO_RUN).before, nth(at))
        for at, one, two in sorted(_paired(left, right, ours), key=lambda pair: pair[0])
    ]


_NO_RUN = _Run(-1, "", "")


def _starts(pieces: Sequence[str]) -> list[int]:
    found, at = [], 0
    for words in pieces:
        found.append(at)
        at += len(words)
    return found


def _unknown(text: str, other: str) -> list[_Run]:
    """Return the stretches of a text that the other does not have, as often."""
    have = Counter(other[k : k + _GRAM] for k in range(len(other) - _GRAM + 1))
    found: list[_Run] = []
    known = 0
    for at in range(len(text) - _GRAM + 1):
        gram = text[at : at + _GRAM]
        if have.get(gram, 0) > 0:
            have[gram] -= 1
            if at > known:
                found.append(_run(text, known, at))
            known = at + _GRAM
    if known < len(text):
        found.append(_run(text, known, len(text)))
    return found


def _run(text: str, start: int, end: int) -> _Run:
    return _Run(start, text[start:end], text[max(0, start - _CONTEXT) : start])


def _cut(runs: Sequence[_Run], starts: Sequence[int]) -> list[_Run]:
    """Cut runs where a piece begins: short pieces stand in another order in the other reading."""
    found: list[_Run] = []
    for run in runs:
        end = run.start + len(run.words)
        first, last = bisect_right(starts, run.start), bisect_right(starts, end - 1)
        cuts = [run.start, *starts[first:last], end]
        for left, right in pairwise(cuts):
            if left < right:
                words = run.words[left - run.start : right - run.start]
                found.append(_Run(left, words, run.before if left == run.start else ""))
    return found


def _without_common(left: Sequence[_Run], right: Sequence[_Run]) -> tuple[list[_Run], list[_Run]]:
    """Return the runs without those of the left that are in one of the right, each once, longest first."""
    rest = list(right)
    gone: set[int] = set()
    for k in sorted(range(len(left)), key=lambda k: -len(left[k].words)):
        words = left[k].words
        at = next((n for n, run in enumerate(rest) if words in run.words), None)
        if at is not None:
            gone.add(k)
            rest[at : at + 1] = _around(rest[at], words)
    return [run for k, run in enumerate(left) if k not in gone], rest


def _around(run: _Run, words: str) -> Iterator[_Run]:
    at = run.words.index(words)
    end = at + len(words)
    if at:
        yield _Run(run.start, run.words[:at], run.before)
    if end < len(run.words):
        yield _Run(run.start + end, run.words[end:], (run.before + run.words[:end])[-_CONTEXT:])


def _paired(left: Sequence[_Run], right: Sequence[_Run], ours: str) -> Iterator[tuple[int, _Run | None, _Run | None]]:
    """Yield the runs that follow the same words together, the others alone, with their offset in our words."""
    waiting: dict[str, list[_Run]] = {}
    for run in right:
        waiting.setdefault(run.before, []).append(run)
    for run in left:
        same = waiting.get(run.before) if len(run.before) == _CONTEXT else None
        yield run.start, run, same.pop(0) if same else None
    for run in (run for runs in waiting.values() for run in runs):
        at = ours.find(run.before) if run.before else 0
        yield (at + len(run.before) if at >= 0 else -1), None, run
