"""Where clauses begin: lines are read in order and the first character of every clause is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from yange.model import ClauseKind as Kind
from yange.numbering import ClauseNumber, NumberStyle
from yange.parse.accept import State, accepts
from yange.parse.articles import Candidate, best_chain, candidates, is_credible
from yange.parse.closing import mark_closing
from yange.parse.evidence import ends_closed, is_division
from yange.parse.front import read_front
from yange.parse.lists import inner_items
from yange.parse.markdown import EDGES, Block
from yange.parse.marks import DIVISIONS, ITEM_RANK, ITEMS, OUTLINE, RANKS, SUBPART_RANK, TERMINAL, Line, Mark, read_lines
from yange.parse.quotes import mark_quotations
from yange.parse.signs import attaches
from yange.parse.zones import Zone, annex_mark, set_contents_aside, zones

__all__ = ["scan"]

_INNER_DIVISION = re.compile(r"第[^第。；，、]{1,10}(?:编|章|节)|(?:Chapter|Part|Section|CHAPTER|PART) [0-9IVXLC]")
_LONGEST_LISTED = 80


def scan(text: str, found: Sequence[Block]) -> tuple[Mark, ...]:
    """Return a flat list of marks in order of the text; :mod:`yange.parse.tree` nests them by rank."""
    lines = read_lines(text, found)
    mark_quotations(lines)
    marks, first = read_front(lines)
    aside, rest = set_contents_aside(lines[first:])
    marks.extend(aside)
    for zone in zones(rest, 0):
        marks.extend(_Scanner.of(zone, marks).run())
    return tuple(marks)
