"""Decide which numbers at the start of a line begin a division, an outline heading or an item."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from yange.law.common import PLAIN
from yange.model import ClauseKind as Kind
from yange.numbering import ClauseNumber, NumberStyle
from yange.parse.articles import named_range
from yange.parse.evidence import is_division
from yange.parse.kinds import Reading
from yange.parse.marks import DOTTED_RANK, ITEM_RANK, RANKS, Line, Mark, division_rank
from yange.parse.numbered_headings import HeadingNumber

__all__ = ["Runs", "State", "accepts", "runs_of"]

_FIRST = 20
_LARGEST_GAP = 10
_FEW_WORDS = 12
_SMALL = 3
_BELOW_DIVISIONS, _DEPTHS = 6.9, 1000
"""Headings with list numbers rank between the innermost named division (6.8) and articles (7), the outer ones first."""
_DEEPEST = {1: Kind.OUTLINE_3, 2: Kind.OUTLINE_4}

_OPENS = ":"
_INNER = 0.01

Runs = frozenset[tuple[int, NumberStyle, tuple[int, ...]]]
"""Numbers, with the index of their line, that are followed by the next number of their style: lists, from any start."""


def runs_of(lines: Sequence[Line], articles: Container[int]) -> Runs:
    """Return the numbers at the start of lines that the next of their style follows before another article begins."""
    found: set[tuple[int, NumberStyle, tuple[int, ...]]] = set()
    following: dict[NumberStyle, list[ClauseNumber]] = {}
    for at in range(len(lines) - 1, -1, -1):
        here: dict[NumberStyle, list[ClauseNumber]] = {}
        for number in lines[at].numbers():
            here.setdefault(number.style, []).append(number)
            if any(after.follows(number) for after in following.get(number.style, ())):
                found.add((at, number.style, number.value))
        if at in articles:
            following = {}
        else:
            following.update(here)
    return frozenset(found)


@dataclass(slots=True)
class State:
    """The state of reading a zone. ``reading`` has the meaning of each style of number in this zone."""

    reading: Reading
    runs: Runs = frozenset()
    last: dict[NumberStyle, ClauseNumber] = field(default_factory=dict)
    open: list[Mark] = field(default_factory=list)
    previous: str = ""

    @property
    def articles(self) -> bool:
        """Whether the zone has articles and is not an outline."""
        return Kind.ARTICLE in self.reading.kinds.values()

    def sibling(self, rank: float) -> Mark | None:
        """Return the open mark of this rank, to which the next number of the rank would be a sibling."""
        return next((mark for mark in self.open if mark.rank == rank), None)

    def push(self, mark: Mark) -> None:
        """Open a clause, and close the clauses that cannot contain it."""
        while self.open and self.open[-1].rank >= mark.rank:
            self.open.pop()
        self.open.append(mark)
        if mark.number is not None:
            self.last[mark.number.style] = mark.number

    def dotted(self, line: Line, number: ClauseNumber) -> Mark:
        """Return the mark of a number such as 2, 2.1 or 2.1.1 at the start of a line; its rank follows its depth."""
        depth = len(number.value)
        start, words = line.place(0), line.words(len(number.raw))
        if self.articles:
            return Mark(Kind.ITEM, start, words, DOTTED_RANK + depth, number, number.raw)
        rank = RANKS[Kind.OUTLINE_3] - 1 + depth
        kind = _DEEPEST.get(depth, Kind.OUTLINE_5)
        return Mark(kind, start, words, rank, number, number.raw, heading=line.block.level > 0)

    def heading(self, line: Line, heading: HeadingNumber) -> Mark:
        """Return the mark of a heading that a list number numbers: below all named divisions and above all articles."""
        number, level = heading.number, line.block.level
        start, words = line.place(0), line.words(len(number.raw))
        rank = _BELOW_DIVISIONS + heading.depth / _DEPTHS
        return Mark(Kind.SECTION, start, words, rank, number, number.raw, heading=level > 0, level=level)

    def mark(self, line: Line, column: int, number: ClauseNumber, kind: Kind | None) -> Mark:
        """Return the mark of a number: of its kind, or of an item if it has none."""
        start, words = line.place(column), line.words(column + len(number.raw))
        rank = self.rank(number, kind)
        level = line.block.level
        return Mark(kind or Kind.ITEM, start, words, rank, number, number.raw, heading=level > 0, level=level)

    def rank(self, number: ClauseNumber, kind: Kind | None) -> float:
        """Return the rank of a number: that of its style, or a lower one in a list inside an open item."""
        rank = _rank(number, kind, self.reading)
        return rank if kind is not None else self._inner_rank(number, rank) or rank

    def _inner_rank(self, number: ClauseNumber, rank: float) -> float:
        """Return the rank of an item in a list inside an item of its own style or of a deeper one, or 0.

        A list inside an item of its own style begins with 1 after a colon: 5. … as follows: 1. …; 2. …. The number that
        follows both the inner and the outer item is of the inner list, unless a full stop ended that. The first number
        of any other list is inside the item above it, whichever comes first elsewhere: (1) is above (a) in Britain and
        below it in the United States.
        """
        alike = [mark for mark in self.open if mark.kind is Kind.ITEM and mark.number and _is_alike(mark, number)]
        if number.value == (1,):
            above = self.open[-1] if self.open else None
            deeper = above is not None and above.kind is Kind.ITEM and above.number is not None and above.rank > rank
            listed = self.previous.endswith(_OPENS) if alike else deeper and number.style.depth > 0
            return self.open[-1].rank + _INNER if listed else 0
        following = [mark.rank for mark in alike if number.follows(mark.number)]
        if not following:
            return 0
        return following[0 if self.previous.endswith(".") else -1]


def _rank(number: ClauseNumber, kind: Kind | None, reading: Reading) -> float:
    if kind is None:
        return ITEM_RANK + number.style.depth
    if kind is Kind.SECTION and reading.sections_below:
        return RANKS[Kind.ARTICLE] + 1
    return division_rank(number.style, kind)


def _is_alike(mark: Mark, number: ClauseNumber) -> bool:
    return mark.number is not None and mark.number.style == number.style


def _numbers_items(number: ClauseNumber) -> bool:
    return number.style.depth >= 0


def accepts(lines: Sequence[Line], at: int, state: State, clean: bool) -> Mark | None:
    """Return the mark of the number at the start of a line if it begins a clause other than an article.

    ``clean`` is set if the line begins a paragraph.
    """
    line = lines[at]
    if line.is_quoted(0):
        return None
    several = named_range(line)
    if several is not None:
        return _several(line, several, state)
    for number in _by_fit(line.numbers(), at, state):
        kind = state.reading.kind(number.style)
        if kind is Kind.ARTICLE or (kind is None and not _numbers_items(number)) or line.refers(number):
            continue
        if number.style.divides and not _divides(line, number, clean):
            continue
        if number.style.outline and _enumerates(line, number, kind, state):
            kind = None
        mark = state.mark(line, 0, number, kind)
        if number.style.divides and clean and (line.block.level or _heads_article(lines, at, state)):
            return mark
        if _plausible(number, mark, state, clean, (at, number.style, number.value) in state.runs):
            return mark
    return _dotted_item(line, state, clean)


def _several(line: Line, number: ClauseNumber, state: State) -> Mark | None:
    """Return the mark of a label that names several clauses, which a placeholder must follow."""
    kind = state.reading.kind(number.style)
    if kind is Kind.ARTICLE or (kind is None and not _numbers_items(number)):
        return None
    return state.mark(line, 0, number, kind)


def _dotted_item(line: Line, state: State, clean: bool) -> Mark | None:
    """Return the mark of an item such as 5.1 in Article 5, or 5.1.1 below it; it must follow the one before it."""
    article = next((mark.number for mark in state.open if mark.kind is Kind.ARTICLE), None)
    if article is None or not clean:
        return None
    above = next((m.number for m in reversed(state.open) if m.number and m.number.style == PLAIN), article)
    for number in line.plain_numbers():
        if len(number.value) > 1 and number.value[0] == article.value[0] and number.follows(above):
            return state.dotted(line, number)
    return None


def _by_fit(numbers: tuple[ClauseNumber, ...], at: int, state: State) -> list[ClauseNumber]:
    """Return the readings of a number, with the one that fits its neighbours first.

    (i) is a letter between (h) and (j), and a Roman one before (ii). The number below decides before the one above,
    because (h) may end with a colon and have (i), (ii) as its own items. The first number of a list that may be of two
    depths is of the one that leaves the open items open: 1) is below a), and a) is below 1).
    """
    if len(numbers) < 2:
        return list(numbers)

    def fits(number: ClauseNumber) -> tuple[bool, bool, bool]:
        rank = state.rank(number, state.reading.kind(number.style))
        sibling = state.sibling(rank)
        run = (at, number.style, number.value) in state.runs
        closes = sibling is None and any(mark.kind is Kind.ITEM and mark.rank >= rank for mark in state.open)
        return not run, not number.follows(sibling.number if sibling else None), closes

    usable = [number for number in numbers if state.reading.kind(number.style) or _numbers_items(number)]
    return sorted(usable, key=fits)


def _divides(line: Line, number: ClauseNumber, clean: bool) -> bool:
    return is_division(line, number) and (clean or line.spaced(len(number.raw)))


def _heads_article(lines: Sequence[Line], at: int, state: State) -> bool:
    """Return whether an article begins in the line below, so that this line is a heading, whatever its number."""
    below = lines[at + 1].numbers() if at + 1 < len(lines) else ()
    return any(state.reading.kind(number.style) is Kind.ARTICLE for number in below)


def _enumerates(line: Line, number: ClauseNumber, kind: Kind | None, state: State) -> bool:
    """Return whether a number of an outline is an item: in a list that a sentence with a final colon introduces.

    Also items are in a list that restarts among siblings with headings (a box inside a section). A heading is never
    an item.
    """
    rank = ITEM_RANK + number.style.depth
    if line.block.level or not any(mark.number for mark in state.open):
        return False
    if number.value == (1,):
        sibling = None if kind is None else state.sibling(RANKS[kind])
        boxed = sibling is not None and sibling.heading
        return boxed or (state.previous.endswith(("：", ":")) and len(state.previous) > _FEW_WORDS)
    return any(mark.rank == rank for mark in state.open) and kind is not Kind.OUTLINE_1


def _plausible(number: ClauseNumber, mark: Mark, state: State, clean: bool, run: bool) -> bool:
    """Return whether a number is plausible here: the first, one near the last, or one in a run.

    A heading of a part, chapter or section is plausible after a gap of any length.
    """
    if number.value == (1,):
        return True
    sibling = state.sibling(mark.rank)
    last = state.last.get(number.style)
    if number.style.divides and clean and (last is None or number.value > last.value):
        return True
    if state.articles and mark.kind in (Kind.ITEM, Kind.PARAGRAPH):
        if sibling is None or sibling.number is None:
            return clean and (number.value[0] <= _SMALL or run)
        near = [sibling.number]
    else:
        if last is None:
            return number.value[0] <= _FIRST or (clean and run)
        near = [n for n in (last, sibling.number if sibling else None) if n is not None]
    if any(n.last[0] <= number.value[0] <= n.last[0] + _LARGEST_GAP for n in near):
        return True
    return clean and run and all(number.value > n.last for n in near)
