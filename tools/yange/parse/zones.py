"""Divide a text into zones: the instrument's own body and the annexes, each with its own numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from yange.law.common import ARABIC_STOP, PLAIN
from yange.law.han import HAN
from yange.model import ClauseKind as Kind
from yange.numbering import ClauseNumber, NumberedUnit, NumberStyle
from yange.parse.articles import CLEAR, candidates
from yange.parse.evidence import begins_cleanly, closes_sentence, is_division
from yange.parse.marks import Line, Mark
from yange.parse.rules import Rules
from yange.parse.signs import attaches, signs

__all__ = ["Zone", "annex_values", "quote_contents", "set_contents_aside", "take_annex_heading", "zones"]

_LEADERS = re.compile(r"[\s.．…·・\-—_]*[\d０-９]*$")
_LONGEST_ENTRY = 90
_LONGEST_RUN_ON = 400
_FEWEST_ENTRIES = 3
_FEWEST_NAMED = 2
_MOST_HEADS = 3
_BARE = frozenset({ARABIC_STOP, PLAIN})
_LONGEST_CONTENTS = 400
_LONGEST_HEADING = 60
_LONGEST_WORDED_HEADING = 160
"""Characters. A Korean 부칙 names the act it belongs to, with up to 110 characters, and a schedule its subject."""
_LONGEST_TITLE = 90
_HIGHEST = 12


@dataclass(frozen=True, slots=True)
class Zone:
    """The lines of the instrument's body, or of one annex."""

    lines: tuple[Line, ...]
    annex: bool


def zones(lines: Sequence[Line], first: int) -> Iterator[Zone]:
    """Yield the zones of the lines from ``first`` on: the body and its annexes.

    An annex begins at its heading (附件1), or at a second 第一条 without a heading.
    """
    headed = [at for at in range(first, len(lines)) if _is_annex(lines, at, first)]
    headed = [at for at in headed if at - 1 not in headed or not _heads_all(lines[at - 1])]
    begun = sorted({*headed, *_restarts(lines, first, headed)})
    for start, end in pairwise([first, *begun, len(lines)]):
        if start < end:
            yield Zone(tuple(lines[start:end]), start in begun)


def take_annex_heading(lines: list[Line]) -> Mark:
    """Remove the heading of an annex from its lines and return its mark; the label is the number it prints.

    Above it may be the heading of all annexes (SCHEDULES), and below it the clause that introduces it (Section 2).
    """
    line = lines.pop(0)
    start = line.block.start
    if lines and _heads_all(line) and _annex_heading(lines[0]) is not None:
        line = lines.pop(0)
    match = _annex_heading(line)
    said = match.groupdict() if match else {}
    mark = line.mark(Kind.ANNEX, "".join((said.get("n") or "").split()))
    mark.called, mark.start = "".join((said.get("name") or "").split()), start
    if lines and line.rules.annex_sources.fullmatch(lines[0].plain):
        lines.pop(0)
    return mark


def _heads_all(line: Line) -> bool:
    """Return whether a line is the heading of all annexes, above that of the first."""
    return line.rules.all_annexes.fullmatch(line.plain) is not None


def _annex_heading(line: Line) -> re.Match[str] | None:
    return next(filter(None, (pattern.match(line.plain) for pattern in line.rules.annexes)), None)


def annex_values(label: str, rules: Rules) -> tuple[int, ...]:
    """Return the numbers of an annex's label: 1之二 and 1-2 are (1, 2); empty for a letter."""
    values = [rules.numbers.numeral(part) for part in rules.annex_branches.split(label) if part]
    return tuple(value for value in values if value is not None) if None not in values else ()


def _is_annex(lines: Sequence[Line], at: int, first: int) -> bool:
    line = lines[at]
    if len(line.plain) > (_LONGEST_HEADING if HAN.search(line.plain) else _LONGEST_WORDED_HEADING):
        return False
    if _annex_heading(line) is None or line.is_quoted(0):
        return False
    if line.block.level:
        return True
    if at + 1 >= len(lines) or at == first or attaches(line, lines[at + 1].numbers()) or _goes_on(lines, at):
        return False
    return line.plain[-1] not in "。；，、"


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line goes on with what is above: a sentence in small letters, or the number of a division."""
    above = lines[at - 1].plain
    if any(number.style.divides and number.raw == above for number in lines[at - 1].numbers()[:1]):
        return True
    below = lines[at + 1].plain[:1]
    if lines[at].plain.partition(" ")[0].isupper() and not below.islower():
        return False  # ANEXO in capitals is a heading, whatever is above it
    broken = above[-1].islower() or above[-1] in ",-"
    return broken and len(above) > _LONGEST_HEADING // 2 and not begins_cleanly(lines, at)


def _restarts(lines: Sequence[Line], first: int, headed: Sequence[int]) -> Iterator[int]:
    """Yield the lines at which another text's articles begin without a heading.

    The numbering must clearly restart: 第一条 and then 第二条, each a paragraph, after an earlier 第一条 and 第二条.
    """
    bounds = [first, *headed, len(lines)]
    for start, end in pairwise(bounds):
        for style in sorted(lines[start].rules.restarting) if start < end else ():
            for at in _begun_anew(lines[start:end], style):
                yield _head_of(lines, at + start, start)


def _begun_anew(lines: Sequence[Line], style: NumberStyle) -> list[int]:
    """Return the lines at which articles of a style restart, each with a second article after it."""
    firsts = (n for line in lines for n in line.numbers()[:1] if n.style == style and n.value == (1,))
    if len(list(islice(firsts, 2))) < 2:
        return []
    plain = [
        (candidate.line, candidate.number.value)
        for candidate in candidates(lines, style)
        if candidate.column == 0 and candidate.weight >= CLEAR and candidate.number.value in {(1,), (2,)}
    ]
    pairs = [one for (one, value), (_, following) in pairwise(plain) if (value, following) == ((1,), (2,))]
    return pairs[1:]


def _head_of(lines: Sequence[Line], at: int, first: int) -> int:
    """Return the line at which the title block above a first article begins."""
    head = at
    while head - 1 > first and at - head < _HIGHEST and _heads(lines[head - 1]):
        head -= 1
        if _annex_heading(lines[head]):
            break
    return head


def _heads(line: Line) -> bool:
    plain = line.plain
    if any(is_division(line, number) for number in line.numbers()[:1]) or line.rules.contents.match(plain):
        return True
    if line.numbers() or signs(line):
        return False
    return plain[0] in "（(" or (len(plain) <= _LONGEST_TITLE and plain[-1] not in "。；，、：;,:")


def set_contents_aside(lines: Sequence[Line]) -> tuple[list[Mark], list[Line]]:
    """Separate a table of contents, whose entries are repeated at the chapters themselves.

    Returns the marks of the contents and of the lines before it, and the lines that are left.
    """
    found = _contents(lines)
    if found is None:
        return [], list(lines)
    at, again = found
    before = [
        line.mark(Kind.PREAMBLE) if nth == 0 else line.beneath(line.mark(Kind.PREAMBLE).rank)
        for nth, line in enumerate(lines[:at])
    ]
    return [*before, lines[at].mark(Kind.HEADING)], list(lines[again:])


def _contents(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return the line at which a table of contents begins, and the line at which its text begins."""
    for at, line in enumerate(lines):
        match = line.rules.contents.match(line.plain)
        if match:
            rest = match["rest"].lstrip("：: \u3000")
            entry = rest or (lines[at + 1].plain if at + 1 < len(lines) else "")
            sections = None if rest else _sections_listed(lines, at)
            return (
                sections
                or _announced(lines, at, entry, at + 1 + (not rest))
                or (None if rest else _listed(lines, at + 1, at))
            )
        if any(is_division(line, number) for number in line.numbers()[:1]):
            entry = line.plain
            listed = at + 1 < len(lines) and any(
                number.style.divides and is_division(lines[at + 1], number) for number in lines[at + 1].numbers()[:1]
            )
            run_on = _runs_on(line.plain[:_LONGEST_RUN_ON], line.rules)
            announced = _announced(lines, at, entry, at + 1) if listed or run_on else None
            between = lines[at : announced[1]] if announced else ()
            if announced and listed and (not _lists(between) or (not run_on and any(map(closes_sentence, between)))):
                announced = None  # a chapter begins right below its part, and a later part has such a chapter too
            return announced or _listed(lines, at, at)
        if any(_is_listed(number) for number in line.numbers()[:1]):
            return _listed(lines, at, at)
    return None


def _sections_listed(lines: Sequence[Line], at: int) -> tuple[int, int] | None:
    """Return the beginning and the end of contents that list sections by their numbers alone: 1. Short title.

    The text begins where the first of these numbers occurs again. Its title and enacting words may be before that, so
    the contents end with the last entry that is new.
    """
    first: ClauseNumber | None = None
    seen: set[tuple[str, tuple[int, ...]]] = set()
    last = entries = 0
    for k in range(at + 1, min(len(lines), at + 1 + _LONGEST_CONTENTS)):
        line = lines[k]
        sections = line.rules.numbers.sections(line.plain)[:1]
        if sections and sections[0] == first:
            return (at, last + 1) if entries >= _FEWEST_NAMED else None
        first = first or next(iter(sections), None)
        listed = (*sections, *(number for number in line.numbers()[:1] if number.style.divides))
        fresh = [number for number in listed if (number.style, number.value) not in seen]
        if fresh or (first and _is_annex_entry(line)):
            last = k
        if last == k and len(line.plain) > 2 * _LONGEST_ENTRY:
            return None
        seen.update((number.style, number.value) for number in listed)
        entries += bool(sections)
    return None


def _is_annex_entry(line: Line) -> bool:
    return len(line.plain) <= _LONGEST_HEADING and _annex_heading(line) is not None


def quote_contents(lines: Sequence[Line]) -> None:
    """Mark the entries of contents that a section of the text itself prints as words of that section.

    They end where a number occurs again, or with a paragraph.
    """
    for at, line in enumerate(lines):
        if not line.rules.contents_announced.search(line.plain):
            continue
        seen: set[tuple[str, tuple[int, ...]]] = set()
        for entry in islice(lines, at + 1, at + 1 + _LONGEST_CONTENTS):
            numbers = [number for number in entry.numbers() if _is_listed(number)]
            if len(entry.plain) > 2 * _LONGEST_ENTRY or any((n.style, n.value) in seen for n in numbers):
                break
            seen.update((number.style, number.value) for number in numbers)
            entry.quoted[:] = [(0, len(entry.plain))]


def _listed(lines: Sequence[Line], first: int, at: int) -> tuple[int, int] | None:
    """Return the beginning (``at``) and the end of contents whose first entry, line ``first``, occurs again below.

    All lines between must be short and not sentences, with at least three entries.
    """
    named = first > at
    heads = range(first, min(len(lines), first + (_MOST_HEADS if named else 1)))
    first = next((k for k in heads if _entry(lines[k], named) is not None), len(lines))
    entry = _entry(lines[first], named) if first < len(lines) else None
    if entry is None:
        return None
    entries = 0
    for again in range(first, min(len(lines), first + _LONGEST_CONTENTS)):
        line = lines[again]
        number = _entry(line, named)
        if again > first and number == entry and entries >= (_FEWEST_NAMED if named else _FEWEST_ENTRIES):
            return at, again
        if len(line.plain) > _LONGEST_ENTRY or (closes_sentence(line) and (not named or number is None)):
            return None
        entries += number is not None
    return None


def _lists(entries: Sequence[Line]) -> bool:
    """Return whether no line of what may be contents is a paragraph: a long line that ends a sentence."""
    return not any(len(line.plain) > _LONGEST_ENTRY and closes_sentence(line) for line in entries)


def _is_listed(number: ClauseNumber) -> bool:
    """Return whether tables of contents list numbers of this style: divisions and articles."""
    return number.style.unit not in (NumberedUnit.ITEM, NumberedUnit.ARTICLE_PARAGRAPH)


def _entry(line: Line, named: bool) -> ClauseNumber | None:
    """Return the number of an entry of a table of contents; plain numbers are entries only if the table has a name."""
    numbers = (*line.numbers(), *(line.plain_numbers() if named else ()))
    wanted = (n for n in numbers if _is_listed(n) or (named and n.style in _BARE))
    return next((number for number in wanted if not line.refers(number)), None)


def _runs_on(plain: str, rules: Rules) -> bool:
    """Return whether a line contains the contents of divisions, one after the other."""
    return len(rules.next_entries.findall(plain)) >= _FEWEST_ENTRIES and not rules.no_contents.search(plain)


def _announced(lines: Sequence[Line], at: int, entry: str, after: int) -> tuple[int, int] | None:
    rules = lines[at].rules
    key = _key(entry, rules)
    if not key:
        return None
    if entry.isascii() and (number := next((n for n in lines[at].rules.numbers.all(entry) if _is_listed(n)), None)):
        # CHAPTER I begins like CHAPTER II, and its heading is often on a line of its own
        return next(((at, k) for k in range(after, len(lines)) if number in lines[k].numbers()), None)
    return next(((at, k) for k in range(after, len(lines)) if _key(lines[k].plain, rules).startswith(key)), None)


def _key(entry: str, rules: Rules) -> str:
    """Return an entry of a table of contents without spaces, leaders, page number and the words after it."""
    second = next((m.start() for m in rules.next_entries.finditer(entry[:_LONGEST_RUN_ON]) if m.start()), None)
    return "".join(_LEADERS.sub("", entry[:second][:200]).split())
