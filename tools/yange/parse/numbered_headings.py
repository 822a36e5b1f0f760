"""Find the headings above articles that are numbered as lists are: A., I., 1., 一、 and below them a).

Older codes and those of Switzerland, Liechtenstein and Austria divide their articles so (Gesetzestechnische Richtlinien
des Bundes, on divisions and marginal notes), and some Chinese measures do with 一、. Such a line looks like an entry of
a list. What tells it from one is that an article begins right below it, or below further such headings, and that the
numbers count through the whole text: A. with I. and II. below it, then B.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yange.characters import has_han
from yange.numbering import ClauseNumber, NumberedUnit
from yange.parse.marks import Line

__all__ = ["HeadingNumber", "numbered_headings"]

_LONGEST = 40
_LONGEST_SPACED = 120
"""The longest heading that the file does not mark, in characters: with Chinese characters, and without."""
_FEWEST = 2
"""So many headings of one series show that a text is divided so. One that the file marks, or that stands right above
or below another, needs no second."""
_ENDS = tuple("。；，：.;,:、")
_NOTE_MARKS = re.compile(r"(?:\[\^[^\]\s]*\],?)+$")


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """The number of a heading above articles; ``depth`` counts the numbered headings around it, from 0."""

    number: ClauseNumber
    depth: int


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that is not closed yet, its level in the file (0 if it is not marked), and its series: A., B., C."""

    number: ClauseNumber
    level: int
    series: int


def numbered_headings(lines: Sequence[Line], articles: Collection[int]) -> Mapping[int, HeadingNumber]:
    """Return the headings above articles that list numbers number, by the index of their line.

    ``articles`` has the lines that begin with the number of an article. Only such headings, and lines that the file
    marks as headings, may be between them and their article.
    """
    groups = list(_groups(lines, articles))
    places = [at for group in groups for at in group]
    below = dict(pairwise(places))
    firsts = {group[0] for group in groups}
    stack: list[_Open] = []
    found: dict[int, tuple[HeadingNumber, int]] = {}
    outer = 0
    for at in places:
        outer = 0 if at in firsts else outer
        chosen = _choose(lines[at], stack, outer, lines[below[at]] if at in below else None)
        if chosen is None:
            continue
        number, depth = chosen
        begins = depth == len(stack) or number.value == (1,)
        series = at if begins else stack[depth].series
        stack[depth:] = [_Open(number, lines[at].block.level, series)]
        found[at] = HeadingNumber(number, depth), series
        outer = depth + 1
    times = Counter(series for _, series in found.values())
    return {
        at: one
        for at, (one, series) in found.items()
        if lines[at].block.level or times[series] >= _FEWEST or at - 1 in found or at + 1 in found
    }


def _groups(lines: Sequence[Line], articles: Collection[int]) -> Iterator[list[int]]:
    """Yield the lines that may be headings above each article, from the outermost.

    Where the file marks the line above the article as a heading, an unmarked line is none.
    """
    for article in sorted(articles):
        group: list[int] = []
        marked = article > 0 and lines[article - 1].block.level > 0
        for at in range(article - 1, -1, -1):
            heads = _may_head(lines[at], marked)
            if at in articles or not (heads or lines[at].block.level):
                break
            if heads:
                group.append(at)
        if group and (marked or not _is_list(group, lines)):
            yield group[::-1]


def _may_head(line: Line, marked: bool) -> bool:
    if not _readings(line) or line.is_quoted(0):
        return False
    if marked:
        return line.block.level > 0
    longest = _LONGEST if has_han(line.plain) else _LONGEST_SPACED
    return len(line.plain) <= longest and not _NOTE_MARKS.sub("", line.plain).endswith(_ENDS)


def _readings(line: Line) -> list[ClauseNumber]:
    return [one for one in line.numbers() if one.style.unit is NumberedUnit.ITEM and not line.refers(one)]


def _is_list(group: Sequence[int], lines: Sequence[Line]) -> bool:
    """Return whether lines above an article are entries of a list: one follows another, with no article between.

    ``group`` has them from the article upwards.
    """
    below: list[ClauseNumber] = []
    for at in group:
        numbers = _readings(lines[at])
        if any(_continues(lines[at], after, number) for number in numbers for after in below):
            return True
        below.extend(numbers)
    return False


def _continues(line: Line, number: ClauseNumber, before: ClauseNumber) -> bool:
    return number.style == before.style and line.rules.numbers.follows(number, before)


def _is_later(number: ClauseNumber, line: Line, one: _Open) -> bool:
    """Return whether a marked heading goes on with an open series of its level: D. after B., where C. was repealed."""
    return number.style == one.number.style and number.value > one.number.value and line.block.level == one.level


def _choose(line: Line, stack: Sequence[_Open], outer: int, below: Line | None) -> tuple[ClauseNumber, int] | None:
    """Return the reading of a heading's number that fits the headings before it, and its depth; ``None`` if none does.

    ``outer`` is the least depth: below the heading right above it. A number that continues a series is chosen before
    one that begins a series, unless the next heading continues the latter: C. after B. is no Roman 100, and I. after H.
    is the first of I., II. One that the file marks may leave numbers out; where none fits, its level decides.
    """
    readings = _readings(line)
    inner = range(len(stack) - 1, outer - 1, -1)
    fits = [(one, depth) for depth in inner for one in readings if _continues(line, one, stack[depth].number)]
    begun = [
        (one, next((depth for depth in inner if stack[depth].number.style == one.style), len(stack)))
        for one in readings
        if one.value == (1,) and all(one.style != above.number.style for above in stack[:outer])
    ]
    if not fits and line.block.level:
        fits = [(one, depth) for depth in inner for one in readings if _is_later(one, line, stack[depth])]
    after = _readings(below) if below is not None else []
    continued = [one for one in begun if any(_continues(line, number, one[0]) for number in after)]
    chosen = next(iter((continued if fits else []) or fits or begun), None)
    if chosen is None and line.block.level:
        return readings[0], next((at for at, one in enumerate(stack) if one.level >= line.block.level), len(stack))
    return chosen
