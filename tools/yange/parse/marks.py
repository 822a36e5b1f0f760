"""Marks and lines: the result of reading a text, from which its tree is built."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar, cast

from yange.model import ClauseKind as Kind
from yange.numbering import ClauseNumber, NumberedUnit, NumberStyle
from yange.parse.markdown import EDGES, Block, OffsetMap, unescape_map
from yange.parse.rules import Rules

Fact = TypeVar("Fact")

__all__ = [
    "DOTTED_RANK",
    "ITEM_RANK",
    "OUTLINE",
    "RANKS",
    "TERMINAL",
    "Line",
    "Mark",
    "division_kind",
    "division_rank",
    "read_lines",
]

OUTLINE = (Kind.OUTLINE_1, Kind.OUTLINE_2, Kind.OUTLINE_3, Kind.OUTLINE_4, Kind.OUTLINE_5)
"""The headings of a text without articles, outermost first: :attr:`NumberStyle.outline` counts them from 1."""

_DIVISIONS = {
    NumberedUnit.PART: Kind.PART,
    NumberedUnit.BOOK: Kind.PART,
    NumberedUnit.SUBPART: Kind.PART,
    NumberedUnit.TITLE: Kind.PART,
    NumberedUnit.SUBTITLE: Kind.PART,
    NumberedUnit.CHAPTER: Kind.CHAPTER,
    NumberedUnit.CHAPTER_PART: Kind.PART,
    NumberedUnit.SECTION: Kind.SECTION,
    NumberedUnit.SUBSECTION: Kind.SECTION,
    NumberedUnit.PARAGRAPH: Kind.SECTION,
    NumberedUnit.SUBPARAGRAPH: Kind.SECTION,
}
_BELOW = {
    NumberedUnit.BOOK: 3.5,
    NumberedUnit.SUBPART: 4,
    NumberedUnit.TITLE: 4.3,
    NumberedUnit.SUBTITLE: 4.6,
    NumberedUnit.CHAPTER_PART: 5.5,
    NumberedUnit.SUBSECTION: 6.5,
    NumberedUnit.PARAGRAPH: 6.7,
    NumberedUnit.SUBPARAGRAPH: 6.8,
}
"""The ranks of divisions within divisions of the same kind."""
RANKS = {
    Kind.DOCUMENT: 0,
    Kind.ANNEX: 1,
    Kind.TITLE: 2,
    Kind.HEADING: 2,
    Kind.COVER: 2,
    Kind.CAPTION: 2,
    Kind.PREAMBLE: 2,
    Kind.CLOSING: 2,
    Kind.PART: 3,
    Kind.CHAPTER: 5,
    Kind.SECTION: 6,
    Kind.ARTICLE: 7,
    Kind.NOTE: 7,
    Kind.OUTLINE_1: 7,
    Kind.PARAGRAPH: 8,
    Kind.OUTLINE_2: 8,
    Kind.OUTLINE_3: 9,
    Kind.OUTLINE_4: 10,
    Kind.OUTLINE_5: 11,
}
_STRONG = frozenset({"**", "__"})
DOTTED_RANK = 12
"""The rank of items 1.1 and 1.1.1 in an article: above all other items, and lower with depth."""
ITEM_RANK = 21

TERMINAL = "。；：！？）】〕》”」』…!?;:)"
"""Characters at the end of a line that is not broken in mid-sentence."""


def division_kind(style: NumberStyle) -> Kind:
    """Return the kind of division that a style of number has: a part, a chapter or a section."""
    return _DIVISIONS[style.unit]


def division_rank(style: NumberStyle, kind: Kind) -> float:
    """Return the rank of a clause of a kind; divisions inside divisions of the same kind are below them."""
    return _BELOW.get(style.unit, RANKS[kind])


@dataclass(slots=True)
class Mark:
    """The beginning of a clause. ``start`` and ``words`` are offsets into the text; ``rank`` decides the nesting."""

    kind: Kind
    start: int
    words: int
    rank: float
    number: ClauseNumber | None = None
    label: str = ""
    heading: bool = False
    """Whether the number is in a Markdown heading of the file."""
    level: int = 0
    """The level of that heading, from 1; 0 for any other line."""
    called: str = ""
    """The name of an annex that is not called annex: 附則."""
    children: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _LineWords:
    """The words of a line, unescaped, with what was found out about them alone: see :meth:`Line.once`."""

    plain: str
    places: OffsetMap
    facts: dict[object, object] = field(default_factory=dict)


@lru_cache(maxsize=65536)
def _line_words(raw: str, rules: Rules) -> _LineWords:
    """Return the words of a line. Cached: a text is read several times, and its states share most of their lines."""
    return _LineWords(*unescape_map(raw))


@dataclass(slots=True)
class Line:
    """A block with its words unescaped; ``places`` maps a character of ``plain`` to its offset in the text.

    ``quoted`` lists the spans of columns (half-open, in order, not overlapping) in quotations of whole clauses; see
    :mod:`.quotes`.
    """

    block: Block
    plain: str
    places: Sequence[int]
    rules: Rules
    facts: dict[object, object] = field(default_factory=dict)
    quoted: list[tuple[int, int]] = field(default_factory=list)

    def once(self, name: object, read: Callable[[], Fact]) -> Fact:
        """Return a fact of the words of the line and its rules alone, which ``read`` finds out once for equal lines."""
        if name not in self.facts:
            self.facts[name] = read()
        return cast("Fact", self.facts[name])

    def numbers(self, column: int = 0) -> tuple[ClauseNumber, ...]:
        """Return every reading of the number at a column."""
        if column:
            return self.rules.numbers.all(self.plain, column)
        return self.once("numbers", lambda: self.rules.numbers.all(self.plain))

    def plain_numbers(self) -> tuple[ClauseNumber, ...]:
        """Return every reading of a number at the start that only a space follows (2.1.1, 2, 2A).

        There is none if a unit of measure or another number follows: that is an amount, a date or a row of a table.
        """
        return self.once("plain numbers", self._plain_numbers)

    def _plain_numbers(self) -> tuple[ClauseNumber, ...]:
        numbers = self.rules.numbers.plain(self.plain)
        if not numbers or self.rules.numbers.measured(self.plain, len(numbers[0].raw)):
            return ()
        return numbers

    def refers(self, number: ClauseNumber, column: int = 0) -> bool:
        """Return whether the words after a number show that it is a reference, an enumeration or an image."""
        return self.rules.numbers.refers(self.plain, number, column)

    def is_quoted(self, column: int) -> bool:
        """Return whether a column is in a quotation of whole clauses."""
        if not self.quoted:
            return False
        before = bisect_right(self.quoted, column, key=lambda span: span[0])
        return before > 0 and column < self.quoted[before - 1][1]

    def place(self, column: int) -> int:
        """Return the offset of a clause that begins at a column; at the first column this includes the indentation."""
        return self.places[column] if column else self.block.start

    def words(self, column: int) -> int:
        """Return the offset of the words after a label that ends at ``column``."""
        while column < len(self.plain):
            if self.plain[column] in EDGES:
                column += 1
            elif self.plain[column : column + 2] in _STRONG and not self.plain.startswith(("*", "_"), column + 2):
                column += 2  # closes a label in bold type; a longer run is a blank to fill in
            else:
                break
        return self.places[column]

    def spaced(self, column: int) -> bool:
        """Return whether a space, a bracketed heading or the end of the line is at a column."""
        return column >= len(self.plain) or self.plain[column] in EDGES or self.plain[column] in "【*"

    def mark(self, kind: Kind, label: str = "") -> Mark:
        """Return the mark of an unnumbered clause that begins with this line."""
        return Mark(kind, self.block.start, self.block.content, RANKS[kind], label=label, level=self.block.level)

    def beneath(self, rank: float, kind: Kind = Kind.PARAGRAPH) -> Mark:
        """Return the mark of a clause that begins with this line, one rank below another."""
        return Mark(kind, self.block.start, self.block.content, rank + 1)


def read_lines(text: str, found: Sequence[Block], rules: Rules) -> list[Line]:
    """Return the lines with words, unescaped, with the rules by which they are read."""
    lines = []
    for block in found:
        words = _line_words(text[block.content : block.close], rules)
        lines.append(Line(block, words.plain, words.places.moved(block.content), rules, words.facts))
    return lines
