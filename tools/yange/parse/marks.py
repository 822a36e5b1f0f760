"""Marks and lines: what the reading of a text hands on to the building of its tree."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from yange.model import ClauseKind as Kind
from yange.numbering import BLANKS, ClauseNumber, NumberStyle, read_numbers, read_plain
from yange.parse.markdown import EDGES, Block, unescape_map

__all__ = [
    "DIVISIONS",
    "DOTTED_RANK",
    "ITEMS",
    "ITEM_RANK",
    "MEASURED",
    "OUTLINE",
    "RANKS",
    "SUBPART_RANK",
    "TERMINAL",
    "Line",
    "Mark",
    "read_lines",
]

OUTLINE = {
    NumberStyle.HAN_COMMA: Kind.OUTLINE_1,
    NumberStyle.HAN_BRACKET: Kind.OUTLINE_2,
    NumberStyle.ARABIC_STOP: Kind.OUTLINE_3,
    NumberStyle.ARABIC_BRACKET: Kind.OUTLINE_4,
    NumberStyle.CIRCLED: Kind.OUTLINE_5,
}
DIVISIONS = {
    NumberStyle.PART: Kind.PART,
    NumberStyle.SUBPART: Kind.PART,
    NumberStyle.EN_PART: Kind.PART,
    NumberStyle.CHAPTER: Kind.CHAPTER,
    NumberStyle.EN_CHAPTER: Kind.CHAPTER,
    NumberStyle.SECTION: Kind.SECTION,
    NumberStyle.EN_SECTION: Kind.SECTION,
}
ITEMS = (
    NumberStyle.HAN_COMMA,
    NumberStyle.HAN_BRACKET,
    NumberStyle.ARABIC_STOP,
    NumberStyle.ARABIC_BRACKET,
    NumberStyle.CIRCLED,
    NumberStyle.LATIN_BRACKET,
    NumberStyle.ROMAN_BRACKET,
    NumberStyle.DOUBLE_BRACKET,
    NumberStyle.CAPITAL_BRACKET,
)
"""The styles of list entries, outermost first: their order is their rank."""

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
    Kind.OUTLINE_2: 8,
    Kind.OUTLINE_3: 9,
    Kind.OUTLINE_4: 10,
    Kind.OUTLINE_5: 11,
}
_STRONG = frozenset({"**", "__"})
SUBPART_RANK = 4
DOTTED_RANK = 12
"""Of the items 1.1 and 1.1.1 in an article: above all other items, the deeper the lower."""
ITEM_RANK = 21

MEASURED = re.compile(
    rf"[{BLANKS}]*(?:[\d０-９%％‰°℃＋+\-–×÷=<>≤≥/|~～$€£¥.,，、。；:：;)）]|[万亿千百]+[元吨米亩个]"
    r"|[元吨米亩个只件人次倍页日月年天时分秒克升辆户家座期届周岁层级起](?:[内以]|(?![^\W\d_]))"
    r"|(?:mm|cm|km|m|kg|g|mg|ml|l|kW|kV|Hz|Pa|ha|days?|months?|years?|hours?|minutes?|weeks?|euros?|per|EUR|USD|RMB)\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
)
"""What follows an amount, a day or a cell of a table."""

TERMINAL = "。；：！？）】〕》”」』…!?;:)"
"""Where a line may end that is not broken in mid-sentence."""


@dataclass(slots=True)
class Mark:
    """A clause's beginning. ``start`` and ``words`` are offsets into the text; ``rank`` orders nesting."""

    kind: Kind
    start: int
    words: int
    rank: int
    number: ClauseNumber | None = None
    label: str = ""
    heading: bool = False
    """Whether the number stands in a heading of the file."""
    children: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """A block with its words unescaped; ``places`` maps a character of ``plain`` back into the text.

    ``quoted`` lists the columns (half-open, in order, apart from each other) that lie in a quotation of whole
    clauses; see :mod:`.quotes`.
    """

    block: Block
    plain: str
    places: Sequence[int]
    quoted: list[tuple[int, int]] = field(default_factory=list)
    _first: tuple[ClauseNumber, ...] | None = None

    def numbers(self, column: int = 0) -> tuple[ClauseNumber, ...]:
        """Return every reading of the number at a column."""
        if column:
            return read_numbers(self.plain, column)
        if self._first is None:
            self._first = read_numbers(self.plain)
        return self._first

    def plain_numbers(self) -> tuple[ClauseNumber, ...]:
        """Return every reading of the number at the start that nothing but a blank sets off (2.1.1, 2, 2A).

        None where a unit of measure or a further number follows: that is an amount, a day, a row of a table.
        """
        numbers = read_plain(self.plain)
        if not numbers or MEASURED.match(self.plain, len(numbers[0].raw)):
            return ()
        return numbers

    def is_quoted(self, column: int) -> bool:
        """Tell whether a column lies in a quotation of whole clauses."""
        if not self.quoted:
            return False
        before = bisect_right(self.quoted, column, key=lambda span: span[0])
        return before > 0 and column < self.quoted[before - 1][1]

    def place(self, column: int) -> int:
        """Return where in the text a clause begins that begins at a column: the first takes the indentation too."""
        return self.places[column] if column else self.block.start

    def words(self, column: int) -> int:
        """Return where in the text the words begin that follow a label ending at ``column``."""
        while column < len(self.plain):
            if self.plain[column] in EDGES:
                column += 1
            elif self.plain[column : column + 2] in _STRONG and not self.plain.startswith(("*", "_"), column + 2):
                column += 2  # closes a label in bold type; a longer run is a blank to be filled in
            else:
                break
        return self.places[column]

    def spaced(self, column: int) -> bool:
        """Tell whether a blank, a bracketed heading or the end of the line stands at a column."""
        return column >= len(self.plain) or self.plain[column] in EDGES or self.plain[column] in "【*"

    def mark(self, kind: Kind, label: str = "") -> Mark:
        """Make the mark of an unnumbered clause that begins with this line."""
        return Mark(kind, self.block.start, self.block.content, RANKS[kind], label=label)

    def beneath(self, rank: int, kind: Kind = Kind.PARAGRAPH) -> Mark:
        """Make the mark of a clause that begins with this line one rank below another."""
        return Mark(kind, self.block.start, self.block.content, rank + 1)


def read_lines(text: str, found: Sequence[Block]) -> list[Line]:
    """Return the lines that hold words, unescaped."""
    lines = []
    for block in found:
        plain, places = unescape_map(text[block.content : block.close], block.content)
        lines.append(Line(block, plain, places))
    return lines
