"""Which numbers at the start of a line are a division, an outline heading or an item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from yange.model import ClauseKind as Kind
from yange.numbering import ClauseNumber, NumberStyle
from yange.parse.evidence import is_division, refers
from yange.parse.marks import ITEM_RANK, ITEMS, OUTLINE, RANKS, SUBPART_RANK, Line, Mark

__all__ = ["State", "accepts"]

_FIRST = 20
_LARGEST_GAP = 10
_FEW_WORDS = 12
_SMALL = 3


@dataclass(slots=True)
class State:
    """What has been seen of a zone while it is read.

    ``kinds`` says what each style of number means in this zone; styles that are not in it number items.
    """

    kinds: Mapping[NumberStyle, Kind]
    sections_below: bool = False
    """Whether sections stand below articles (Article I, Section 1) and not above them."""
    last: dict[NumberStyle, ClauseNumber] = field(default_factory=dict)
    open: list[Mark] = field(default_factory=list)
    previous: str = ""

    @property
    def articles(self) -> bool:
        """Whether the zone is one of articles, not an outline."""
        return Kind.ARTICLE in self.kinds.values()

    def sibling(self, rank: int) -> Mark | None:
        """Return the open mark of this rank: the next number of the rank would stand beside it."""
        return next((mark for mark in self.open if mark.rank == rank), None)

    def push(self, mark: Mark) -> None:
        """Open a clause and close those that cannot contain it."""
        while self.open and self.open[-1].rank >= mark.rank:
            self.open.pop()
        self.open.append(mark)
        if mark.number is not None:
            self.last[mark.number.style] = mark.number

    def mark(self, line: Line, column: int, number: ClauseNumber, kind: Kind | None) -> Mark:
        """Make the mark of a number: of its kind, or of an item where it has none."""
        start, words = line.place(column), line.words(column + len(number.raw))
        rank = _rank(number, kind, self.sections_below)
        heading = line.block.level > 0
        return Mark(kind or Kind.ITEM, start, words, rank, number, number.raw, heading=heading)


def _rank(number: ClauseNumber, kind: Kind | None, sections_below: bool) -> int:
    if kind is None:
        return ITEM_RANK + ITEMS.index(number.style)
    if number.style is NumberStyle.SUBPART:
        return SUBPART_RANK
    if kind is Kind.SECTION and sections_below:
        return RANKS[Kind.ARTICLE] + 1
    return RANKS[kind]


def accepts(line: Line, state: State, clean: bool) -> Mark | None:
    """Return the mark of the number at the start of a line, if it is a clause number there; articles are not asked.

    ``clean`` tells whether the line begins a paragraph.
    """
    if line.is_quoted(0):
        return None
    for number in _by_fit(line.numbers(), state):
        kind = state.kinds.get(number.style)
        if kind is Kind.ARTICLE or (kind is None and number.style not in ITEMS) or refers(line.plain, number):
            continue
        if kind is not None and RANKS[kind] < RANKS[Kind.ARTICLE]:
            if not _divides(line, number, clean):
                continue
        elif kind in OUTLINE.values() and _enumerates(line, number, kind, state):
            kind = None
        mark = state.mark(line, 0, number, kind)
        if _plausible(number, mark, state, clean):
            return mark
    return None


def _by_fit(numbers: tuple[ClauseNumber, ...], state: State) -> list[ClauseNumber]:
    """(i) is a letter after (h) and a Roman one elsewhere: the reading that follows its own kind comes first."""
    return sorted(numbers, key=lambda number: not number.follows(state.last.get(number.style)))


def _divides(line: Line, number: ClauseNumber, clean: bool) -> bool:
    return is_division(line, number) and (clean or line.spaced(len(number.raw)))


def _enumerates(line: Line, number: ClauseNumber, kind: Kind | None, state: State) -> bool:
    """In an outline, a list that a sentence ending in a colon opens holds items, not headings.

    So does a list that begins anew among siblings whose numbers stand in headings (a box inside a section); a
    heading itself is never an item.
    """
    rank = ITEM_RANK + ITEMS.index(number.style)
    if line.block.level or not any(mark.number for mark in state.open):
        return False
    if number.value == (1,):
        sibling = None if kind is None else state.sibling(RANKS[kind])
        boxed = sibling is not None and sibling.heading
        return boxed or (state.previous.endswith(("：", ":")) and len(state.previous) > _FEW_WORDS)
    return any(mark.rank == rank for mark in state.open) and kind is not Kind.OUTLINE_1


def _plausible(number: ClauseNumber, mark: Mark, state: State, clean: bool) -> bool:
    if number.value == (1,):
        return True
    if state.articles and mark.kind is Kind.ITEM:
        sibling = state.sibling(mark.rank)
        if sibling is None or sibling.number is None:
            return clean and number.value[0] <= _SMALL
        return sibling.number.value[0] <= number.value[0] <= sibling.number.value[0] + _LARGEST_GAP
    last = state.last.get(number.style)
    if last is None:
        return number.value[0] <= _FIRST
    sibling = state.sibling(mark.rank)
    near = [n for n in (last, sibling.number if sibling else None) if n is not None]
    return any(n.value[0] <= number.value[0] <= n.value[0] + _LARGEST_GAP for n in near)
