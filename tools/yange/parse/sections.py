"""Read clauses with plain numbers: English sections (12. 12A.), and 2, 2.1, 2.1.1 as in standards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from yange.law.common import ARABIC_STOP, PLAIN
from yange.numbering import ClauseNumber
from yange.parse.articles import CLEAR, Candidate, best_chain, named_range
from yange.parse.evidence import begins_cleanly
from yange.parse.marks import Line

__all__ = ["DOTTED_OUTLINE", "dotted_numbers", "numbered_sections"]

DOTTED_OUTLINE = 2
"""The number of heading levels that other numbers have next to 2.1.1; the rest number items there."""

_HEADED = re.compile(r"[ \t\u00a0]*[—–-]?[ \t\u00a0]*[A-Z(\[“\"]|[ \t\u00a0]*$")
_FEWEST_DOTTED = 2
_LONGEST_HEADING = 40
_MOST_OTHERS = 0.2
_SUBSECTION = re.compile(r"[—–-]?[ \t\u00a0]*\(1\)")


def numbered_sections(lines: Sequence[Line]) -> tuple[Candidate, ...]:
    """Return the sections of an English text that numbers them 1, 2, 2A or 1., 2., 2A.; empty if it has none.

    Subsections (1) below such numbers, or inserted ones (12A), show that they are sections and not a list. Numbers
    without a full stop must begin at 1 and be before headings.
    """
    for plain in (False, True):
        found = list(_section_places(lines, plain))
        chain = best_chain(found)
        if len(chain) < 2 or len({one.line for one in found}) * (1 - _MOST_OTHERS) > len(chain):
            continue
        inserted = any(len(one.number.value) > 1 for one in chain)
        divided = any(_subsections(lines, one) for one in chain)
        if inserted or divided or (plain and chain[0].number.value == (1,)):
            return chain
    return ()


def _section_places(lines: Sequence[Line], plain: bool) -> Iterator[Candidate]:
    for at, line in enumerate(lines):
        numbers = line.plain_numbers() if plain else line.numbers()
        style = PLAIN if plain else ARABIC_STOP
        several = named_range(line)
        if several is not None and several.style == style and not line.is_quoted(0):
            yield Candidate(at, 0, several, CLEAR, firm=True)
            continue
        for number in numbers:
            if number.style != style or "." in number.raw[:-1] or line.is_quoted(0) or line.refers(number):
                continue
            if _HEADED.match(line.plain, len(number.raw)) and begins_cleanly(lines, at):
                yield Candidate(at, 0, number, CLEAR)


def _subsections(lines: Sequence[Line], section: Candidate) -> bool:
    """Return whether a subsection (1) follows a section's number, or begins one of the two lines below."""
    if _SUBSECTION.match(lines[section.line].plain, len(section.number.raw)):
        return True
    below = lines[section.line + 1 : section.line + 3]
    return any(line.plain.startswith("(1)") for line in below)


def dotted_numbers(lines: Sequence[Line]) -> Mapping[int, ClauseNumber]:
    """Return the numbers 1, 1.1, 1.1.1 of a text, by index of the line; empty if the text is not numbered so.

    Each must follow the one before it at its own depth or one deeper. Any other number is an amount, a reference or an
    entry of a list.
    """
    places = list(_dotted_places(lines))
    found: dict[int, ClauseNumber] = {}
    last: ClauseNumber | None = None
    for nth, (at, number) in enumerate(places):
        announced = any(
            len(below.value) > 1 and below.value[0] == number.value[0] for _, below in places[nth + 1 : nth + 2]
        )
        if _goes_on(number, last, announced):
            found[at] = last = number
    deep = sum(len(number.value) > 1 for number in found.values())
    return found if deep >= _FEWEST_DOTTED else {}


def _goes_on(number: ClauseNumber, last: ClauseNumber | None, announced: bool) -> bool:
    """Return whether a number continues the one before it, or restarts: 3.1 if 3 is lost, 1 above a new 1.1."""
    depth = len(number.value)
    if last is None:
        return number.value[-1] == 1 or announced or depth > 1
    if number.follows(last):
        return True
    if depth == 1:
        return announced and (number.value > last.value or number.value == (1,))
    return number.value[-1] == 1 and number.value[:-1] > last.value[: depth - 1]


def _dotted_places(lines: Sequence[Line]) -> Iterator[tuple[int, ClauseNumber]]:
    headed = False  # whether the line above is a numbered heading, after which no sentence continues
    for at, line in enumerate(lines):
        number = None if line.is_quoted(0) else _dotted_at(line)
        if number is not None and (headed or begins_cleanly(lines, at)):
            yield at, number
        headed = number is not None and len(line.plain) <= _LONGEST_HEADING


def _dotted_at(line: Line) -> ClauseNumber | None:
    stopped = next((n for n in line.numbers() if n.style == ARABIC_STOP and len(n.value) == 1), None)
    if stopped is not None:
        return None if line.refers(stopped) else stopped
    number = next((n for n in line.plain_numbers() if not n.raw[-1].isalpha()), None)
    if number is None or (len(number.raw) == len(line.plain) and len(number.value) == 1):
        return None
    return number
