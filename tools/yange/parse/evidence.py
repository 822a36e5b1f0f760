"""Evidence that a number begins a clause, or that it is a cross-reference."""

from __future__ import annotations

from collections.abc import Sequence

from yange.law.han import HAN
from yange.numbering import ClauseNumber, NumberedUnit
from yange.parse.markdown import EDGES
from yange.parse.marks import TERMINAL, Line

__all__ = [
    "CLOSED",
    "begins_cleanly",
    "closes_sentence",
    "ends_closed",
    "is_division",
    "is_lettered_caption",
]

CLOSED = "。；！？!?;”」』…）)】"
"""Characters after which another clause may begin on the same line."""

_LONGEST_HEADING = 60
_LONGEST_WORDED_HEADING = 240
_LONGEST_CAPTION = 100
_MOST_FURNITURE = 4
_SHORTEST_CAPITALS = 8
"""Characters. Shorter lines in capitals are abbreviations and entries of tables."""
_DOTS = (". . .", "..")
"""The ends of a line of dots, which the United Kingdom and Mexico print for words that they leave out."""
_BEFORE_POINT = ")]»”%°"
"""What may be between a sentence and its point, letters and figures apart."""


def ends_closed(plain: str, column: int) -> bool:
    """Return whether a sentence ends before a column, apart from spaces."""
    at = column
    while at and plain[at - 1] in EDGES:
        at -= 1
    return at > 0 and plain[at - 1] in CLOSED


def closes_sentence(line: Line, end: int | None = None) -> bool:
    """Return whether a line, or its part before a column, ends a sentence.

    It ends with closing punctuation, or with a full stop after a word that is not an abbreviation.
    """
    return line.once("closes", lambda: _closes(line, line.plain)) if end is None else _closes(line, line.plain[:end])


def _closes(line: Line, plain: str) -> bool:
    if plain.endswith(_DOTS):
        return True
    if plain[-1:] == ".":
        return (
            len(plain) > 1
            and (plain[-2].isalnum() or plain[-2] in _BEFORE_POINT)
            and line.rules.abbreviations.search(plain[-12:]) is None
        )
    return plain[-1:] in TERMINAL


def is_lettered_caption(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line is the heading of the article whose number is alone on the line above: b) Lageplan.

    It is short, ends no sentence and no entry of a list, and the next entry of a list does not follow it.
    """
    line = lines[at]
    number = next((one for one in line.numbers() if one.style.unit is NumberedUnit.ITEM), None)
    if number is None or at == 0 or len(line.plain) > _LONGEST_CAPTION or not line.plain[-1].isalnum():
        return False
    above = lines[at - 1]
    alone = any(one.style.unit is NumberedUnit.ARTICLE and one.raw == above.plain for one in above.numbers())
    below = lines[at + 1].numbers() if at + 1 < len(lines) else ()
    return alone and bool(below or at + 1 < len(lines)) and not any(one.follows(number) for one in below)


def begins_cleanly(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line begins a paragraph and does not continue a sentence that a line break interrupted."""
    line = lines[at]
    if at == 0 or line.block.parted or line.block.level or lines[at - 1].block.level:
        return True
    above = at - 1
    while above > max(0, at - _MOST_FURNITURE) and line.rules.page_numbers.fullmatch(lines[above].plain):
        above -= 1
    before = lines[above]
    return (
        closes_sentence(before)
        or (above == 0 and before.rules.page_numbers.fullmatch(before.plain) is not None)
        or _in_capitals(before, line)
        or any(len(number.raw) >= len(before.plain) or is_division(before, number) for number in before.numbers()[:1])
        or (above > 0 and _heads_below(lines[above - 1], before))
    )


def _in_capitals(above: Line, line: Line) -> bool:
    """Return whether a line is below a heading in capitals and does not continue it."""
    return above.plain.isupper() and len(above.plain) >= _SHORTEST_CAPITALS and not line.plain.isupper()


def _heads_below(label: Line, heading: Line) -> bool:
    """Return whether a line is the heading of a division whose number is alone on the line above it."""
    alone = any(number.style.divides and number.raw == label.plain for number in label.numbers()[:1])
    longest = _LONGEST_HEADING if HAN.search(heading.plain) else _LONGEST_WORDED_HEADING
    return alone and len(heading.plain) <= longest and heading.plain[-1] not in "，、；,;"


def is_division(line: Line, number: ClauseNumber, column: int = 0) -> bool:
    """Return whether a number of a part, chapter or section begins a heading: a short line that is not a sentence.

    If an article follows on the same line, only the words before it are the heading.
    """
    if not number.style.divides or line.refers(number, column):
        return False
    start = column + len(number.raw)
    longest = _LONGEST_HEADING if HAN.search(line.plain, start) else _LONGEST_WORDED_HEADING
    heading = line.plain[start : start + 2 * longest]
    runs_on = line.rules.run_on_articles.search(heading)
    if runs_on is not None:
        heading = heading[: runs_on.start()]
    return len(heading) <= longest and not any(sign in heading for sign in "。；")
