"""Find items that run together on one line, such as （一）…；（二）…；（三）…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yange.numbering import ClauseNumber, NumberStyle
from yange.parse.markdown import EDGES
from yange.parse.marks import Line

__all__ = ["inner_items"]

_DEPTHS = range(1, 6)
"""Depths of the lists that may run together: not 一、 and not those inside (a), which would match enumerations."""
_OPENING = "：:"


def inner_items(
    line: Line, start: int, end: int, opened: ClauseNumber | None, ahead: Sequence[ClauseNumber]
) -> list[tuple[int, ClauseNumber]]:
    """Return the items that begin between two columns of a line, by column.

    A list has at least two entries: the first after a colon (or the line's own first item, ``opened``), and each next
    one after closing punctuation; the last may be at the start of the next line (``ahead``). Other bracketed numbers
    are remarks.
    """
    return sorted(_entries(line, start, end, opened, ahead), key=lambda entry: entry[0])


def _entries(
    line: Line, start: int, end: int, opened: ClauseNumber | None, ahead: Sequence[ClauseNumber]
) -> Iterator[tuple[int, ClauseNumber]]:
    last: dict[NumberStyle, ClauseNumber] = {} if opened is None else {opened.style: opened}
    waiting: dict[NumberStyle, tuple[int, ClauseNumber]] = {}
    for column in line.once(("items", start, end), lambda: _columns(line, start, end)):
        for number in line.numbers(column):
            if number.style.depth not in _DEPTHS or line.is_quoted(column) or line.refers(number, column):
                continue
            if number.value == (1,):
                if _before(line, column) in _OPENING:
                    waiting[number.style] = (column, number)
                    last.pop(number.style, None)
                break
            if number.style in waiting and number.follows(waiting[number.style][1]):
                yield waiting.pop(number.style)
            elif number.style not in last or not number.follows(last[number.style]):
                continue
            last[number.style] = number
            yield column, number
            break
    for column, number in waiting.values():
        if any(following.style == number.style and following.follows(number) for following in ahead):
            yield column, number


def _columns(line: Line, start: int, end: int) -> tuple[int, ...]:
    """Return the columns between two columns at which an item may begin."""
    return tuple(match.start("n") for match in line.rules.inner_items.finditer(line.plain, start, end))


def _before(line: Line, column: int) -> str:
    return line.plain[max(0, column - 8) : column].rstrip(EDGES)[-1:]
