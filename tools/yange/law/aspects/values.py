"""Values of a legal text: amounts, periods, shares, days, bodies, numbers, and how each is written in one language.

All patterns read match keys (:mod:`yange.compare.text.keys`): width, quotes and blanks play no part in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

__all__ = ["DECIMAL", "FIGURES", "AtomKind", "Form", "Rank", "Span", "Values", "matches"]

DECIMAL = r"\d+(?:,\d{3}){0,9}(?:\.\d+)?"
"""The pattern of a number in figures; no amount has more than thirty digits."""

Span = tuple[int, int]
"""Half-open offsets in a match key."""


class AtomKind(StrEnum):
    """What an atom is; the value names the kind in the table of changed values."""

    DATE = "date"
    AMOUNT = "amount"
    DEADLINE = "deadline"
    PERCENTAGE = "percentage"
    COUNT = "count"
    FIGURE = "number"
    RATIO = "ratio"
    NUMBER = "document-number"
    CITED = "citation"
    TITLE = "title"
    BODY = "body"
    TERM = "term"
    WORD = "word"
    LABEL = "label"


FIGURES = frozenset(
    {
        AtomKind.AMOUNT,
        AtomKind.DEADLINE,
        AtomKind.PERCENTAGE,
        AtomKind.RATIO,
        AtomKind.COUNT,
        AtomKind.FIGURE,
        AtomKind.DATE,
    }
)
"""The atoms that are numbers with what they count."""


class Rank(IntEnum):
    """Which form reads first: a place read by one form is closed to all later ones.

    Forms of one rank are read in the order of the packs of the law, and within a pack in the order of its list.
    """

    LABEL = 1
    """Labels of items."""
    DAY = 2
    """Calendar days and numbers of documents. Titles are read before them, defined terms after them."""
    BODY = 3
    """Names of bodies."""
    SPELLED = 4
    """Forms of languages that part words by blanks: ``5 million euros`` is one amount and no bare 5."""
    FIGURE = 5
    """Citations and figures of languages without blanks."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a kind of atom: ``find`` yields where it is in a match key, in order."""

    rank: Rank
    kind: AtomKind
    find: Callable[[str], Iterable[Span]]


def matches(pattern: str) -> Callable[[str], Iterable[Span]]:
    """Return what finds the matches of a pattern."""
    form = re.compile(pattern)

    def find(key: str) -> Iterable[Span]:
        return (match.span() for match in form.finditer(key))

    return find


def _unread(key: str) -> str:
    return key


@dataclass(frozen=True, slots=True)
class Values:
    """How one language writes values. Fields named "patterns" hold sources of regular expressions, each an alternative.

    What is of no language is read by the engine itself: ``2020-03-01``, ``5%``, ``1:1``, bare figures, Latin words.
    """

    forms: tuple[Form, ...] = ()
    present: re.Pattern[str] = re.compile("")
    """A key in which this finds nothing contains none of the forms."""
    plain: Callable[[str], str] = _unread
    """Return a piece of a key with its numbers in figures (三个月 → 3个月); what is no number stays as it is."""
    joints: tuple[str, ...] = ()
    """Patterns of what joins the two bounds of a range: 五万元**以上**五十万元, five **to** ten days."""
    bounds: tuple[str, ...] = ()
    """Patterns of what makes the figure before it a bound: 五万元**以下**."""
    accounts: tuple[str, ...] = ()
    """Patterns of units of money that a convention or the text itself defines."""
    multiples: tuple[str, ...] = ()
    """Words in a count that make it a multiple, such as 倍: a fine is set in money or as a multiple of the gain."""
    fines: tuple[str, ...] = ()
    """Patterns of the words behind the amount of any fine: they do not show which fine became which."""
    units: tuple[str, ...] = ()
    """What the unit of a table or a column is called: 单位 in 单位：元."""
    cites: tuple[str, ...] = ()
    """Words of which every citation of a clause contains one."""
