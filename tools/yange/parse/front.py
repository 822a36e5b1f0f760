"""Read the part before the instrument itself: title, covering notice, caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.model import ClauseKind as Kind
from yange.parse.marks import RANKS, Line, Mark
from yange.parse.rules import Rules

__all__ = ["read_front"]

_SET_OFF = re.compile(r"[（(][^）)]{1,24}[）)]")
_BRACKET = re.compile("[（(]")
_LONGEST_TITLE = 80
_LONGEST_CAPTION = 60
_CONTEXT = 2000


def read_front(lines: Sequence[Line]) -> tuple[list[Mark], int]:
    """Return the marks of title, covering notice and caption, and the index of the line after them."""
    marks: list[Mark] = []
    at = _title(lines, marks)
    if _is_heading(lines, at, 2) and lines[at].plain in lines[at].rules.covers:
        at = _cover(lines, at, marks)
    if _is_heading(lines, at, 2) and lines[at].plain in lines[at].rules.bodies:
        marks.append(lines[at].mark(Kind.HEADING))
        at += 1
    if marks and _is_heading(lines, at, 1):
        marks.append(lines[at].mark(Kind.HEADING))
        at += 1
    return marks, _caption(lines, at, marks)


def _is_heading(lines: Sequence[Line], at: int, level: int) -> bool:
    return at < len(lines) and lines[at].block.level == level


def _title(lines: Sequence[Line], marks: list[Mark]) -> int:
    if not lines or not _is_title(lines[0]):
        return 0
    marks.append(lines[0].mark(Kind.TITLE))
    if column := _caption_within(lines[0]):
        place = lines[0].place(column)
        marks.append(Mark(Kind.CAPTION, place, place, RANKS[Kind.CAPTION]))
        return 1
    at = 1
    while at < len(lines) and _continues_title(lines[at - 1], lines[at]):
        at += 1
    return at


def _is_title(line: Line) -> bool:
    if line.block.level == 1:
        return True
    if line.block.level or line.numbers() or any(number.value == (1,) for number in line.plain_numbers()):
        return False
    title = line.plain[: _caption_within(line) or None]
    short = len(title) <= _LONGEST_TITLE and not line.plain.endswith(tuple("。；：，、;:,"))
    return short and not line.rules.no_title.match(line.plain) and not _is_caption(line.plain, line.rules)


def _caption_within(line: Line) -> int:
    """Return the column at which a caption begins on the line of the title, or 0 if there is none.

    A caption has a full date; （2019年修订） is part of the title.
    """
    plain = line.plain
    if line.block.level or not plain.endswith(("）", ")")):
        return 0
    starts = (match.start() for match in _BRACKET.finditer(plain, 1))
    return next(
        (at for at in starts if line.rules.whole_days.search(plain, at) and _is_caption(plain[at:], line.rules)), 0
    )


def _continues_title(before: Line, line: Line) -> bool:
    """Return whether a line is only a bracket with a year or version that is part of the title: （2019—2023年）."""
    plain = before.block.level == 0 and line.block.level == 0
    return plain and _SET_OFF.fullmatch(line.plain) is not None and not _is_caption(line.plain, line.rules)


def _cover(lines: Sequence[Line], at: int, marks: list[Mark]) -> int:
    marks.append(lines[at].mark(Kind.COVER))
    at += 1
    while at < len(lines) and not (lines[at].block.level in (1, 2) and not lines[at].numbers()):
        marks.append(lines[at].beneath(RANKS[Kind.COVER]))
        at += 1
    return at


def _is_caption(plain: str, rules: Rules) -> bool:
    """Return whether a line is a caption (题注), which says when and by whom a text was passed and amended."""
    if not plain.startswith(("（", "(")):
        return False
    day = rules.caption_days.search(plain[:_CONTEXT].partition("。")[0])
    if day is None:
        return rules.captions.match(plain) is not None
    return rules.caption_acts.search(plain[:_CONTEXT], day.end()) is not None


def _caption(lines: Sequence[Line], at: int, marks: list[Mark]) -> int:
    """Mark the caption, which may have several lines until its bracket closes, or several brackets."""
    begun = bool(marks) and marks[-1].kind is Kind.CAPTION
    while at < len(lines):
        whole = "".join(line.plain for line in lines[at : at + 4])
        if not (lines[at].plain.startswith(("（", "(")) and _is_caption(whole, lines[at].rules)):
            break
        end = _bracket_end(lines, at)
        if end is None:
            break
        if not begun:
            marks.append(lines[at].mark(Kind.CAPTION))
        begun, at = True, end
    return at


def _bracket_end(lines: Sequence[Line], at: int) -> int | None:
    """Return the index after the line at whose end the caption's bracket closes, or ``None``."""
    for end in range(at, min(len(lines), at + _LONGEST_CAPTION)):
        line = lines[end]
        if end > at and (line.block.level or (line.numbers() and line.block.parted)):
            return end
        if line.plain.endswith(("）", ")")):
            return end + 1
    return at + 1
