"""Mark the closing of a text: last paragraphs on the whole text, signature, date, list of annexes."""

from __future__ import annotations

from collections.abc import Sequence

from yange.model import ClauseKind as Kind
from yange.parse.marks import RANKS, Line, Mark
from yange.parse.signs import attaches, ends_text, signs, takes_leave

__all__ = ["mark_closing"]

_LONGEST_SIGNATURE = 40


def mark_closing(lines: Sequence[Line], marks: Sequence[Mark], outline: bool) -> None:
    """Move the closing paragraphs out of the last clause.

    The last section of an outline often ends with unnumbered paragraphs on commencement, validity and interpretation,
    which are part of the text and not of the section. In a text of articles, only signature, date and list of annexes
    are moved.
    """
    by_start = {line.block.start: line for line in lines}
    following: Line | None = None
    for mark in reversed(marks):
        line = by_start.get(mark.start)
        if mark.kind not in {Kind.PARAGRAPH, Kind.CLOSING} or line is None:
            break
        if mark.kind is Kind.PARAGRAPH:
            if not _closes(line, following, outline):
                break
            mark.kind, mark.rank = Kind.CLOSING, RANKS[Kind.CLOSING]
        following = line


def _closes(line: Line, following: Line | None, outline: bool) -> bool:
    if signs(line) or attaches(line) or (outline and ends_text(line)) or takes_leave(line):
        return True
    if following is None or not _is_short(line.plain):
        return False
    return signs(following) or attaches(following) or _is_short(following.plain)


def _is_short(plain: str) -> bool:
    return len(plain) <= _LONGEST_SIGNATURE and plain[-1] not in "。；：，"
