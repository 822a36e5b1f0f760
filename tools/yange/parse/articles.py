"""Which 第N条 are articles: the best chain of numbers through the whole text, not the first that fits.

Taking every 第N条 at a line start costs more than half of all correct alignments between revisions; taking the first
that follows the last one goes wrong where a sentence broken at a cross-reference happens to name the next number.
So every place is weighed by what stands around it, and the chain of rising numbers with the highest sum is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from yange.numbering import ClauseNumber, NumberStyle, read_numbers
from yange.parse.evidence import begins_cleanly, ends_closed, refers, refers_perhaps
from yange.parse.markdown import EDGES
from yange.parse.marks import DIVISIONS, Line

Key = TypeVar("Key")

__all__ = ["CLEAR", "Candidate", "best_chain", "candidates", "is_credible"]

CLEAR = 4
"""The weight from which on a place counts without its neighbours: a paragraph that begins with the number."""

_SPACED = 2
_BROKEN = -2
_DOUBTFUL = -3
_INNER = 1
_AFTER_HEADING = 3
_LOOSE = -1

_MISSING = 3
_UNCLEAR = 3
_LARGEST_GAP = 30
_REPEATED = 5
_FRAGMENT = 3

_INNER_NUMBER = {
    NumberStyle.ARTICLE: re.compile(r"第[^第。；，、]{1,16}条"),
    NumberStyle.EN_ARTICLE: re.compile(r"(?:Article|ARTICLE)[ \u00a0][0-9IVXLC]"),
    NumberStyle.EN_SECTION: re.compile(r"(?:Section|SECTION)[ \u00a0][0-9IVXLC]"),
}
_DIVISION = re.compile(r"第[^第。；，、]{1,10}(?:编|章|节)|(?:Part|Chapter|PART|CHAPTER) [0-9IVXLC]")
_LONGEST_HEADING = 40
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where an article may begin: index of the line, column in it, number, and what speaks for it."""

    line: int
    column: int
    number: ClauseNumber
    weight: int


def candidates(lines: Sequence[Line], style: NumberStyle) -> list[Candidate]:
    """Return every place at which an article of this style may begin, in order of the text."""
    found: list[Candidate] = []
    for at in range(len(lines)):
        found.extend(_at_start(lines, at, style))
        if style in _INNER_NUMBER:
            found.extend(_inside(lines, at, style))
    return found


def _at_start(lines: Sequence[Line], at: int, style: NumberStyle) -> Iterator[Candidate]:
    line = lines[at]
    number = next((n for n in line.numbers() if n.style is style), None)
    if number is None or line.is_quoted(0) or refers(line.plain, number):
        return
    weight = CLEAR if begins_cleanly(lines, at) else _BROKEN
    yield Candidate(at, 0, number, weight + _manner(line, number, 0))


def _manner(line: Line, number: ClauseNumber, column: int) -> int:
    end = column + len(number.raw)
    if line.spaced(end) or line.plain.startswith(("：", ":"), end):
        return _SPACED
    return _DOUBTFUL if refers_perhaps(line.plain, number, column) else 0


def _inside(lines: Sequence[Line], at: int, style: NumberStyle) -> Iterator[Candidate]:
    """Yield the places inside a line: after a closed sentence, after a heading, or set off by blanks on both sides."""
    line = lines[at]
    for match in _INNER_NUMBER[style].finditer(line.plain):
        column = match.start()
        number = next((n for n in line.numbers(column) if n.style is style), None) if column else None
        if number is None or line.is_quoted(column) or refers(line.plain, number, column):
            continue
        closed = ends_closed(line.plain, column)
        apart = line.plain[column - 1] in EDGES and line.spaced(column + len(number.raw))
        heading = _after_heading(_before(lines, at, column))
        if heading:
            yield Candidate(at, column, number, heading + max(0, _manner(line, number, column)))
        elif closed or apart:
            yield Candidate(at, column, number, (_INNER if closed else _LOOSE) + _manner(line, number, column))


def _before(lines: Sequence[Line], at: int, column: int) -> str:
    """Return the words right before a column, those of the line above too where the column is near the start."""
    above = lines[at - 1].plain[-_LONGEST_HEADING:] if at and column < _LONGEST_HEADING else ""
    return above + lines[at].plain[max(0, column - _LONGEST_HEADING) : column]


def _after_heading(before: str) -> int:
    """Return what it weighs that ``before`` ends with nothing but a chapter's heading; 0 where it does not.

    A chapter cited before an article (依照第二章第五条) has no words between the two numbers.
    """
    for match in reversed(list(_DIVISION.finditer(before))):
        number = next(iter(read_numbers(before, match.start())), None)
        if number is None or number.style not in DIVISIONS or refers(before, number, match.start()):
            continue
        heading = before[match.end() :].strip(EDGES)
        if any(sign in heading for sign in "。；，"):
            return 0
        begins = match.start() == 0 or ends_closed(before, match.start()) or before[match.start() - 1] in EDGES
        return _AFTER_HEADING if begins else _INNER * (len(heading) >= _FEWEST_WORDS)
    return 0


def best_chain(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the chain of rising numbers with the highest sum of weights; gaps and repetitions cost.

    Each number follows the one before it (第十二条之一 and 第十三条 both follow 第十二条). Up to thirty numbers may be
    missing, and one may stand twice, where the place itself is plain: sources have such mistakes, and hiding the
    articles behind them would be worse.
    """
    sums: list[int] = []
    before: list[int] = []
    latest: dict[tuple[int, ...], int] = {}
    tails: dict[int, int] = {}
    for at, candidate in enumerate(found):
        total, previous = _start(candidate), -1
        for cost, other in _predecessors(candidate, latest, tails):
            if sums[other] - cost > total:
                total, previous = sums[other] - cost, other
        sums.append(total + candidate.weight)
        before.append(previous)
        _keep_best(latest, candidate.number.value, at, sums)
        _keep_best(tails, candidate.number.value[0], at, sums)
    return _walk_back(found, sums, before)


def _start(candidate: Candidate) -> int:
    if candidate.number.value == (1,):
        return 0
    return -_FRAGMENT if candidate.weight >= CLEAR else -2 * _FRAGMENT


def _predecessors(
    candidate: Candidate, latest: dict[tuple[int, ...], int], tails: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield what may stand before a candidate as ``(cost, index)``."""
    value = candidate.number.value
    if len(value) > 1:
        for cost, near in (
            (0, value[:-1]),
            (0, (*value[:-1], value[-1] - 1)),
            (_MISSING, (*value[:-1], value[-1] - 2)),
        ):
            if near in latest:
                yield cost, latest[near]
        if value[0] - 1 in tails:
            yield _MISSING + 1, tails[value[0] - 1]
    else:
        last = value[0] - 1
        if last in tails:
            yield 0, tails[last]
        if candidate.weight >= _INNER:
            doubt = _UNCLEAR if candidate.weight < CLEAR else 0
            for gap in range(1, min(_LARGEST_GAP, last) + 1):
                if last - gap in tails:
                    yield _MISSING + gap + doubt, tails[last - gap]
    if value in latest and candidate.weight >= CLEAR + _SPACED:
        yield _REPEATED, latest[value]


def _keep_best(best: dict[Key, int], key: Key, at: int, sums: Sequence[int]) -> None:
    if key not in best or sums[at] >= sums[best[key]]:
        best[key] = at


def _walk_back(found: Sequence[Candidate], sums: Sequence[int], before: Sequence[int]) -> tuple[Candidate, ...]:
    if not found:
        return ()
    at = max(range(len(found)), key=lambda index: (sums[index], index))
    if sums[at] <= 0:
        return ()
    chain = []
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return tuple(reversed(chain))


def is_credible(chain: Sequence[Candidate]) -> bool:
    """Tell whether a chain makes its text one of articles: two in a row, or a first one that stands by itself."""
    if len(chain) >= 2:
        return any(candidate.weight >= CLEAR for candidate in chain) or len(chain) >= 3
    return bool(chain) and chain[0].number.value == (1,) and chain[0].weight >= CLEAR
