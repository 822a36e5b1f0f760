"""Mark the first character of every clause, reading the lines in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from yange.law.common import ARABIC_STOP
from yange.model import ClauseKind as Kind
from yange.numbering import ClauseNumber, NumberedUnit, NumberStyle
from yange.parse.accept import State, accepts, runs_of
from yange.parse.articles import Candidate
from yange.parse.closing import mark_closing
from yange.parse.evidence import begins_cleanly, ends_closed, is_division, is_lettered_caption
from yange.parse.front import read_front
from yange.parse.kinds import Reading, read_kinds
from yange.parse.lists import inner_items
from yange.parse.markdown import EDGES, Block
from yange.parse.marks import ITEM_RANK, RANKS, TERMINAL, Line, Mark, division_kind, read_lines
from yange.parse.notes import notes
from yange.parse.quotes import mark_quotations
from yange.parse.rules import Rules
from yange.parse.sections import is_headed
from yange.parse.signs import attaches, signs
from yange.parse.zones import Zone, quote_contents, set_contents_aside, take_annex_heading, zones

__all__ = ["scan"]

_LONGEST_LISTED = 80
_LONGEST_HEADING = 40
_ROW_ENDS = "；;"
_BELOW = 0.05
"""A heading without a number is below its division and above all others."""
_BEHIND_LABEL = re.compile(rf"[{EDGES}.–—-]*(?:(?:<[^<>]{{0,200}}>|\([^()0-9][^()]{{0,80}}\))[{EDGES}]*)?")
"""Between the number of an article and its first paragraph: Belgium prints the source in angle brackets, Korea the
heading in round ones."""
_MID_SENTENCE = re.compile(r"[，、,]$|[，。；].{12,}$")
"""The end of a broken line of prose; a salutation, a source line or a signature does not end like this."""


def scan(text: str, found: Sequence[Block], rules: Rules) -> tuple[Mark, ...]:
    """Return the marks in order of the text; :mod:`yange.parse.tree` nests them by rank."""
    lines = read_lines(text, found, rules)
    mark_quotations(lines)
    quote_contents(lines)
    marks, first = read_front(lines)
    aside, rest = set_contents_aside(lines[first:])
    marks.extend(aside)
    for zone in zones(rest, 0):
        marks.extend(_read_zone(zone))
    return tuple(marks)


def _read_zone(zone: Zone) -> list[Mark]:
    marks: list[Mark] = []
    lines = list(zone.lines)
    if zone.annex:
        marks.append(take_annex_heading(lines))
        aside, lines = set_contents_aside(lines)
        marks.extend(aside)
    reading = replace(read_kinds(lines, annex=zone.annex), annex=zone.annex)
    scanner = _Scanner(lines, reading, zone.annex, marks, notes(lines))
    scanner.run()
    if scanner.begun and not zone.annex:
        mark_closing(lines, marks, outline=not scanner.state.articles)
    return marks


def _without_contents(line: Line, starts: list[tuple[int, Mark]]) -> list[tuple[int, Mark]]:
    """Return the starts without those of a table of contents on the same line, whose headings occur again later."""
    if len(starts) < 2:
        return starts
    ends = [*(column for column, _ in starts[1:]), len(line.plain)]
    headings = ["".join(line.plain[start:end].split()) for (start, _), end in zip(starts, ends, strict=True)]
    again = {heading for heading, times in Counter(headings).items() if times > 1}
    kept = []
    for (column, mark), heading in zip(starts, headings, strict=True):
        if heading in again and mark.rank < RANKS[Kind.ARTICLE]:
            again.discard(heading)
        else:
            kept.append((column, mark))
    return kept


def _division_columns(line: Line) -> tuple[int, ...]:
    """Return the columns at which a division may begin later on a line."""
    return tuple(match.start() for match in line.rules.inner_divisions.finditer(line.plain, 1))


@dataclass(slots=True)
class _Scanner:
    """Reader of the lines of one zone, which appends the marks it finds to ``marks``."""

    lines: Sequence[Line]
    reading: Reading
    annex: bool
    marks: list[Mark]
    notes: Mapping[int, str] = field(default_factory=dict)
    state: State = field(init=False)
    following: tuple[ClauseNumber, ...] = ()
    begun: bool = False
    attached: bool = False
    rowing: bool = False
    """Whether the line above is a row of an enumeration that continues."""
    heading: Line | None = None
    """The line above, if it is the heading of the article or the numbered paragraph that may begin in this one."""

    def __post_init__(self) -> None:
        runs = runs_of(self.lines, self.reading.articles)
        self.state = State(self.reading, runs)

    def run(self) -> None:
        for at, line in enumerate(self.lines):
            self.following = self.lines[at + 1].numbers() if at + 1 < len(self.lines) else ()
            if self._is_above(at):
                self.heading, self.state.previous = line, line.plain
                continue
            noted = self.begun and at in self.notes
            starts = [] if noted else self._starts(at, line)
            self._head(starts)
            self._attachments(line, bool(starts))
            if noted:
                self._note(line, self.notes[at])
            elif self.attached:
                self._listed(line)
            elif starts:
                self._place(line, starts)
            elif not self.begun and not self.annex:
                self._before_first(line)
            else:
                self._unnumbered(line, len(line.plain))
            self.rowing = self.rowing and not starts and line.plain[-1] in _ROW_ENDS
            self.state.previous = line.plain

    def _is_above(self, at: int) -> bool:
        """Return whether a line is the heading of the article or numbered paragraph that begins on the line below."""
        line = self.lines[at]
        if self.heading is None and self.begun and self._is_side_heading(at):
            return True
        if self.heading is not None or not self.following or not line.rules.above.fullmatch(line.plain):
            return False
        below = any(one.column == 0 for one in self.reading.articles.get(at + 1, ()))
        return below or self.following[0].style.unit is NumberedUnit.ARTICLE_PARAGRAPH

    def _is_side_heading(self, at: int) -> bool:
        """Return whether a line is the heading of the section below, whose number has no word: Short title, 1.—(1)."""
        line, below = self.lines[at], self.reading.articles.get(at + 1, ())
        if line.numbers() or at in self.reading.articles or self._names_division():
            return False
        sections = bool(below) and below[0].number.style == line.rules.numbers.section_style
        return sections and below[0].column == 0 and line.plain[:1].isupper() and is_headed(self.lines, at + 1)

    def _head(self, starts: Sequence[tuple[int, Mark]]) -> None:
        """Move the beginning of the clause that begins here to the heading above it, if there is one."""
        heading, self.heading = self.heading, None
        if heading is None:
            return
        if starts and starts[0][0] == 0 and starts[0][1].number is not None:
            starts[0][1].start = heading.block.start
        elif self.begun or self.annex:
            self._unnumbered(heading, len(heading.plain))
        else:
            self._before_first(heading)

    def _attachments(self, line: Line, numbered: bool) -> None:
        """Read a list of annexes: numbered and short lines, until a clause of the text itself begins."""
        if attaches(line, self.following):
            self.attached = True
        elif self.attached:
            number = next(iter(line.numbers()), None)
            entry = number is not None and number.style == ARABIC_STOP
            self.attached = entry or (not numbered and self.begun and len(line.plain) <= _LONGEST_LISTED)

    def _note(self, line: Line, label: str) -> None:
        mark = line.mark(Kind.NOTE, label)
        self.state.push(mark)
        self.marks.append(mark)

    def _listed(self, line: Line) -> None:
        if self.begun:
            self.marks.append(line.mark(Kind.CLOSING))
            self.state.open = []
        else:
            self._before_first(line)

    def _starts(self, at: int, line: Line) -> list[tuple[int, Mark]]:
        """Return every article and division that begins on this line, and the item or heading at its start."""
        articles = self.reading.articles.get(at, ())
        found = [(one.column, self._article(line, one)) for one in articles if one.column == 0]
        if not found and at in self.reading.headings:
            found = [(0, self.state.heading(line, self.reading.headings[at]))]
        if not found and at in self.reading.dotted:
            found = [(0, self.state.dotted(line, self.reading.dotted[at]))]
        if not found:
            mark = accepts(self.lines, at, self.state, begins_cleanly(self.lines, at))
            listed = mark is not None and mark.kind is Kind.ITEM and self.state.articles
            heads = listed and (not self.begun or self._heads(line) or is_lettered_caption(self.lines, at))
            found = [] if mark is None or heads else [(0, mark)]
        divisions = self._inner_divisions(line, [mark for _, mark in found])
        inner = [*divisions, *((one.column, self._article(line, one)) for one in articles if one.column)]
        return _without_contents(line, [*found, *sorted(inner, key=lambda start: start[0])])

    def _heads(self, line: Line) -> bool:
        """Return whether a line with a number is a heading above articles (2. Verfahren), and no entry of a list."""
        return line.block.level > 0 and not self.annex

    def _article(self, line: Line, candidate: Candidate) -> Mark:
        mark = self.state.mark(line, candidate.column, candidate.number, Kind.ARTICLE)
        if self.reading.kinds.get(candidate.number.style) is Kind.PART:
            mark.rank = RANKS[Kind.PART]  # Artikel III without a § below it, beside Artikel I with § 1 and § 2
        return mark

    def _inner_divisions(self, line: Line, before: Sequence[Mark]) -> Iterator[tuple[int, Mark]]:
        """Yield the parts, chapters and sections that begin later on a line, each the next of its kind."""
        columns = line.once("divisions", lambda: _division_columns(line)) if self.state.articles else ()
        if not columns:
            return
        last: dict[NumberStyle, ClauseNumber] = {**self.state.last}
        last.update({mark.number.style: mark.number for mark in before if mark.number})
        heading = 0 if any(mark.rank < RANKS[Kind.ARTICLE] for mark in before) else -_LONGEST_HEADING
        for column in columns:
            number = next(iter(line.numbers(column)), None)
            if (
                number is None
                or not number.style.divides
                or line.is_quoted(column)
                or not is_division(line, number, column)
            ):
                continue
            among = column - heading <= _LONGEST_HEADING and "。" not in line.plain[heading:column]
            parted = ends_closed(line.plain, column) or among or not last
            if parted and (number.value == (1,) or number.follows(last.get(number.style))):
                last[number.style], heading = number, column
                yield column, self.state.mark(line, column, number, division_kind(number.style))

    def _place(self, line: Line, starts: Sequence[tuple[int, Mark]]) -> None:
        """Append the marks of a line in order, with the items that run together between two of them."""
        if starts[0][0] > 0:
            self._lead_in(line, starts[0][0])
        self.begun = True
        ends = [*(column for column, _ in starts[1:]), len(line.plain)]
        for (column, mark), end in zip(starts, ends, strict=True):
            self.state.push(mark)
            self.marks.append(mark)
            first = self._first_paragraph(line, column + len(mark.label), mark)
            self._items(line, column + len((first or mark).label), end, first or mark)

    def _first_paragraph(self, line: Line, column: int, article: Mark) -> Mark | None:
        """Append and return the mark of the paragraph 1 that begins behind the number of an article: § 1er., (1)."""
        if article.number is None or article.kind is not Kind.ARTICLE:
            return None
        behind = _BEHIND_LABEL.match(line.plain, column)
        column = behind.end() if behind else column
        number = next((n for n in line.numbers(column) if n.value == (1,)), None)
        if number is None or (article.number.style, number.style) not in line.rules.opening:
            return None
        if line.refers(number, column):
            return None
        mark = self.state.mark(line, column, number, self.reading.kind(number.style))
        self.state.push(mark)
        self.marks.append(mark)
        return mark

    def _items(self, line: Line, start: int, end: int, opened: Mark | None) -> None:
        entry = opened.number if opened is not None and opened.kind is Kind.ITEM else None
        ahead = self.following if end == len(line.plain) else ()
        for column, number in inner_items(line, start, end, entry, ahead):
            mark = self.state.mark(line, column, number, None)
            self.state.push(mark)
            self.marks.append(mark)

    def _lead_in(self, line: Line, end: int) -> None:
        """Read the words at the start of a line, before its first number."""
        if self.begun or self.annex:
            self._unnumbered(line, end)
        else:
            self._before_first(line)

    def _before_first(self, line: Line) -> None:
        """Read words before the first numbered clause as the preamble: one clause, with a paragraph for each line."""
        marks = self.marks
        if line.block.level and not line.numbers():
            marks.append(line.mark(Kind.HEADING))
        elif self.state.open and marks and marks[-1].kind in {Kind.PREAMBLE, Kind.PARAGRAPH}:
            if not (self._continues(line) and _MID_SENTENCE.search(self.state.previous)):
                marks.append(line.beneath(RANKS[Kind.PREAMBLE]))
        else:
            preamble = line.mark(Kind.PREAMBLE)
            self.state.open = [preamble]
            marks.append(preamble)

    def _unnumbered(self, line: Line, end: int) -> None:
        """Read a line without a number as a table, a heading, the rest of a broken sentence, or a paragraph.

        ``end`` is the column at which a clause begins later on the line, or the line's end.
        """
        state, marks = self.state, self.marks
        if line.plain.startswith("|"):
            if not (marks and marks[-1].kind is Kind.TABLE and state.previous.startswith("|")):
                marks.append(line.beneath(self._rank(), Kind.TABLE))
        elif line.block.level or (line.rules.unnumbered.fullmatch(line.plain) and not self._names_division()):
            marks.append(self._unnumbered_heading(line))
            state.open = [*(mark for mark in state.open if mark.rank < marks[-1].rank), marks[-1]]
        elif self._is_row(line):
            self.rowing = line.plain[-1] in _ROW_ENDS
            return
        elif not self._continues(line):
            self._leave_list()
            marks.append(line.beneath(self._rank()))
            self._items(line, 0, end, None)
        else:
            self._items(line, 0, end, state.open[-1] if state.open else None)

    def _unnumbered_heading(self, line: Line) -> Mark:
        """Return the mark of a heading without a number; it is in the division whose Markdown heading is above it."""
        mark = line.mark(Kind.HEADING)
        above = (one.rank for one in self.state.open if one.number and 0 < one.level < mark.level)
        mark.rank = max((rank + _BELOW for rank in above if rank < RANKS[Kind.ARTICLE]), default=mark.rank)
        return mark

    def _names_division(self) -> bool:
        """Return whether the line above is only the number of a part, chapter or section: this one is its name."""
        last = self.marks[-1] if self.marks else None
        numbered = last is not None and last.number is not None and last.number.style.divides
        return bool(numbered and last and last.label == self.state.previous)

    def _is_row(self, line: Line) -> bool:
        """Return whether a line is a row of an enumeration without numbers, and so is part of the paragraph above.

        All rows but the last end with a semicolon.
        """
        introduced = self.state.previous.endswith(("：", ":")) and line.plain[-1] in _ROW_ENDS
        return bool(self.state.open) and line.block.level == 0 and (introduced or self.rowing)

    def _rank(self) -> float:
        return self.state.open[-1].rank if self.state.open else RANKS[Kind.PREAMBLE]

    def _leave_list(self) -> None:
        """Leave a list after its last entry: a new paragraph has the same parent as the list."""
        if self.state.previous.endswith(("。", ".")) or not self.state.previous:
            while len(self.state.open) > 1 and self.state.open[-1].rank >= ITEM_RANK:
                self.state.open.pop()

    def _continues(self, line: Line) -> bool:
        """Return whether a line is the rest of a broken sentence, or the words of a number on the line above."""
        previous = self.state.previous
        if not previous:
            return False
        if self.marks and self.marks[-1].label == previous:
            return True
        if not line.block.parted:
            return not signs(line) and previous[-1] not in TERMINAL and not previous.startswith("|")
        return previous[-1] in "，、,"
