"""Find quotations of whole clauses: numbers inside them are those of another text.

Decisions on amendments quote new clauses (将第三条修改为：“第三条　…”), often on several lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.parse.marks import Line

__all__ = ["mark_quotations"]

_MARKS = re.compile(r"[“”„「」『』«»]")
_OPENING = "“„「『«"
_BEFORE = re.compile(r"(?:^|[：:])[\s\u3000]*$")
_LONGEST = 60
_DEEPEST = 20
_CONTEXT = 8


def mark_quotations(lines: Sequence[Line]) -> None:
    """Set in every line the columns of quotations that begin after a colon or at the start of a line.

    A quotation inside a sentence (所称“船舶”) contains no clauses. An opening mark without a closing one within sixty
    lines is a misprint and is ignored.
    """
    opened: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        for match in _MARKS.finditer(line.plain):
            if match[0] == "«" and match.start() == 0 and opened and _goes_on(lines, opened[-1]):
                continue  # every paragraph of a French quotation begins with the mark, only the last ends with it
            if match[0] in _OPENING and not _closes_low(lines, opened, match[0]):
                opened = [*opened[-_DEEPEST:], (at, match.start())]
            elif opened:
                start, column = opened.pop()
                if at - start <= _LONGEST and _introduced(lines[start].plain, column):
                    _quote(lines, (start, column), (at, match.start()))
    for line in lines:
        line.quoted = _merged(line.quoted)


def _closes_low(lines: Sequence[Line], opened: Sequence[tuple[int, int]], mark: str) -> bool:
    """Return whether a mark that opens a quotation in other languages closes one that „ has opened."""
    return mark == "“" and bool(opened) and lines[opened[-1][0]].plain[opened[-1][1]] == "„"


def _goes_on(lines: Sequence[Line], opening: tuple[int, int]) -> bool:
    at, column = opening
    return lines[at].plain[column] == "«" and _introduced(lines[at].plain, column)


def _introduced(plain: str, column: int) -> bool:
    return _BEFORE.search(plain[max(0, column - _CONTEXT) : column]) is not None


def _quote(lines: Sequence[Line], opening: tuple[int, int], closing: tuple[int, int]) -> None:
    for at in range(opening[0], closing[0] + 1):
        start = opening[1] if at == opening[0] else 0
        end = closing[1] if at == closing[0] else len(lines[at].plain)
        lines[at].quoted.append((start, end))


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
