"""Read clauses with plain numbers: English sections (12. 12A.), and 2, 2.1, 2.1.1 as in standards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from yange.law.common import ARABIC_STOP, PLAIN
from yange.law.han import HAN
from yange.numbering import ClauseNumber
from yange.parse.articles import CLEAR, Candidate, best_chain, is_credible, named_range
from yange.parse.evidence import begins_cleanly
from yange.parse.marks import Line

__all__ = ["DOTTED_OUTLINE", "dotted_numbers", "is_enacted", "is_headed", "numbered_sections"]

DOTTED_OUTLINE = 2
"""The number of heading levels that other numbers have next to 2.1.1; the rest number items there."""

_FEWEST_DOTTED = 2
_LONGEST_HEADING = 40
_MOST_OTHERS = 0.2
_SUBSECTION = re.compile(r"[—–-]{0,2}[ \t\u00a0]*\([ \u00a0]?1A?[ \u00a0]?\)")
_SHOWN = 2
"""The weight of a subsection (1), a dash or a heading beside a number."""
_LIKELY = 1
_BROKEN = -2
_FRONT = 60
"""Lines. Where a text says that it is enacted, contents may be above it, and where an older one has its short title,
the last section."""
_LONGEST_SIDE_HEADING = 160
_MOST_HEADINGS = 3
_SIGNS = re.compile(r"^(?:F?[0-9]{1,3} ?(?=\[))?[“\"‘'\[( ]*")
"""The sign of a footnote and the brackets before a heading that was amended."""
_DASHED = re.compile("[0-9]+-[0-9]")
"""8-1 in Division 8: such numbers leave gaps, for sections that are inserted later."""
_BETWEEN = (PLAIN, ARABIC_STOP)


def numbered_sections(lines: Sequence[Line]) -> tuple[Candidate, ...]:
    """Return the sections of a text that numbers them 1, 2A, 3. or 4.—(1); empty if it has none.

    The text says near its beginning or its end that it is enacted. Otherwise subsections (1) below such numbers, or
    inserted ones (12A), show that they are sections and not a list, and few other numbers begin lines.
    """
    if not lines or not lines[0].rules.numbers.section_style:
        return ()
    enacted = is_enacted(lines)
    found = list(_section_places(lines, enacted))
    chain = best_chain(found)
    if not chain:
        return ()
    shown = sum(one.weight > CLEAR for one in chain)
    if enacted and is_credible(chain) and (len(chain) > 1 or shown):
        return chain
    if len(chain) < 2 or len({one.line for one in found}) * (1 - _MOST_OTHERS) > len(chain):
        return ()
    inserted = any(len(one.number.value) > 1 and "." not in one.number.bare for one in chain)
    divided = any(_subsections(lines, one.number, one.line) for one in chain)
    plain = not any("." in one.number.raw for one in chain)
    return chain if inserted or divided or (plain and chain[0].number.value == (1,)) else ()


def is_enacted(lines: Sequence[Line]) -> bool:
    """Return whether a text says near its beginning or in its last sections that it is an act or made under one."""
    ends = (*lines[:_FRONT], *lines[max(_FRONT, len(lines) - _FRONT) :])
    return any(_says_enacted(line) and not line.is_quoted(0) for line in ends)


def _says_enacted(line: Line) -> bool:
    return line.once("enacted", lambda: line.rules.numbers.enacted.search(line.plain) is not None)


def _section_places(lines: Sequence[Line], enacted: bool) -> Iterator[Candidate]:
    for at, line in enumerate(lines):
        if line.is_quoted(0):
            continue
        numbers = line.rules.numbers.sections(line.plain)
        several = named_range(line)
        if several is not None and several.style in _BETWEEN:
            style = line.rules.numbers.section_style
            yield Candidate(at, 0, replace(several, style=style or several.style), CLEAR + _SHOWN, firm=True)
            continue
        for number in numbers:
            if not enacted and HAN.match(line.plain[len(number.raw) :].lstrip()):
                continue  # 1. 目的 is a heading of an outline, unless the text is an ordinance
            if line.refers(number) or ("." not in number.raw and _measured(line, number)):
                continue
            headed = is_headed(lines, at)
            shown = headed or number.raw[-1] in "—–―-" or _subsections(lines, number, at)
            clean = headed or begins_cleanly(lines, at)
            weight = CLEAR if clean else _LIKELY if shown or _may_end(lines[at - 1]) else _BROKEN
            dashed = clean and _DASHED.match(number.bare) is not None
            yield Candidate(at, 0, number, weight + _SHOWN * shown, firm=dashed, sparse=dashed)


def _may_end(above: Line) -> bool:
    """Return whether a line that ends no sentence may be the last of a section: a heading, a note of its source."""
    short = len(above.plain) <= _LONGEST_HEADING and HAN.search(above.plain) is not None
    return short or _is_side_heading(above) or above.plain[-1] in ")]”’*" or above.plain[-1].isdigit()


def _measured(line: Line, number: ClauseNumber) -> bool:
    return line.rules.numbers.measured(line.plain, len(number.raw))


def is_headed(lines: Sequence[Line], at: int) -> bool:
    """Return whether the line above is the heading of a section: one that begins cleanly and ends no sentence.

    Above it may be the heading of several sections.
    """
    for above in range(at - 1, max(-1, at - 1 - _MOST_HEADINGS), -1):
        line = lines[above]
        if not _is_side_heading(line):
            return False
        if begins_cleanly(lines, above):
            return True
    return False


def _is_side_heading(line: Line) -> bool:
    plain = _SIGNS.sub("", line.plain, count=1)
    if not plain or len(plain) > _LONGEST_SIDE_HEADING or not plain[0].isupper():
        return False
    return (plain[-1].isalnum() or plain[-1] in ")]”’'?") and not line.rules.numbers.enacted.search(plain)


def _subsections(lines: Sequence[Line], number: ClauseNumber, at: int) -> bool:
    """Return whether a subsection (1) follows a section's number, or begins one of the two lines below."""
    if _SUBSECTION.match(lines[at].plain, len(number.raw)):
        return True
    below = lines[at + 1 : at + 3]
    return any(_SUBSECTION.match(line.plain) for line in below)


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
