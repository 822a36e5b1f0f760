"""The aspect of values: amounts, periods, shares, days, bodies and numbers in a legal text.

All patterns read match keys (:mod:`yange.compare.text.keys`), which ignore width, quotation marks and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

__all__ = ["DECIMAL", "FIGURES", "AtomKind", "Form", "Rank", "Span", "Values", "beside", "matches"]

DECIMAL = r"\d+(?:,\d{3}){0,9}(?:\.\d+)?"
"""The pattern of a number in figures, with at most thirty digits."""

Span = tuple[int, int]
"""Half-open offsets in a match key."""


class AtomKind(StrEnum):
    """The kind of an atom; the value is its name in the table of changed values."""

    DATE = "date"
    AMOUNT = "amount"
    DEADLINE = "deadline"
    IMPRISONMENT = "imprisonment"
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
        AtomKind.IMPRISONMENT,
        AtomKind.PERCENTAGE,
        AtomKind.RATIO,
        AtomKind.COUNT,
        AtomKind.FIGURE,
        AtomKind.DATE,
    }
)
"""The atoms that are numbers with a unit."""


class Rank(IntEnum):
    """The order in which forms read: words that one form has read are not read by later ones.

    Forms of one rank read in the order of the packs of the law, and inside a pack in the order of its list.
    """

    LABEL = 1
    """Labels of items."""
    DAY = 2
    """Calendar days and numbers of documents. Titles are read before them, defined terms after them."""
    BODY = 3
    """Names of bodies."""
    SPELLED = 4
    """Forms of languages with spaces between words: ``5 million euros`` is one amount, not the number 5."""
    FIGURE = 5
    """Citations and figures of languages without spaces."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a kind of atom: ``find`` yields its spans in a match key, in order."""

    rank: Rank
    kind: AtomKind
    find: Callable[[str], Iterable[Span]]


def matches(pattern: str) -> Callable[[str], Iterable[Span]]:
    """Return a function that yields the spans of a pattern's matches."""
    form = re.compile(pattern)

    def find(key: str) -> Iterable[Span]:
        return (match.span() for match in form.finditer(key))

    return find


_REACH = 70
"""How many characters before a value :func:`beside` looks at; a longer phrase between is not one on its subject."""


def beside(
    value: str, *, before: str = "(?!)", after: str = "(?!)", words: str = ""
) -> Callable[[str], Iterable[Span]]:
    """Return a function that yields the spans of a pattern's matches next to certain words.

    ``before`` is a pattern of the words that end where the value begins, at most 70 characters; ``after`` is one of the
    words that begin where it ends. A term of imprisonment is a period next to a word for prison. ``words`` is a pattern
    that every key with such a value contains: few do, and to look for values takes time.
    """
    form, left, right = re.compile(value), re.compile(rf"(?:{before})\Z"), re.compile(after)
    present = re.compile(words)

    def find(key: str) -> Iterable[Span]:
        for match in form.finditer(key) if present.search(key) else ():
            start, end = match.span()
            if right.match(key, end) or left.search(key, max(0, start - _REACH), start):
                yield start, end

    return find


def _unread(key: str) -> str:
    return key


@dataclass(frozen=True, slots=True)
class Values:
    """The forms of values in one language. Patterns are sources of regular expressions, each an alternative.

    The engine itself reads forms that all languages share: ``2020-03-01``, ``5%``, ``1:1``, plain figures, Latin words.
    """

    forms: tuple[Form, ...] = ()
    present: re.Pattern[str] = re.compile("")
    """A pattern found in every key that contains one of the forms."""
    plain: Callable[[str], str] = _unread
    """A function that returns part of a key with its numbers in figures (三个月 → 3个月)."""
    inflected: tuple[tuple[str, str], ...] = ()
    """Patterns of inflected words in a value, each with the form that stands for all: Monats, Monaten → Monate."""
    joints: tuple[str, ...] = ()
    """Patterns of words between the two bounds of a range: 五万元**以上**五十万元, five **to** ten days."""
    bounds: tuple[str, ...] = ()
    """Patterns of words that make the figure before them a bound: 五万元**以下**."""
    accounts: tuple[str, ...] = ()
    """Patterns of monetary units that a convention or the text itself defines."""
    multiples: tuple[str, ...] = ()
    """Words in a count that make it a multiple, such as 倍: a fine is set in money or as a multiple of the gain."""
    fines: tuple[str, ...] = ()
    """Patterns of the words after the amount of any fine, which do not show which fines match."""
    units: tuple[str, ...] = ()
    """Words for the unit of a table or a column: 单位 in 单位：元."""
    cites: tuple[str, ...] = ()
    """Words; every citation of a clause contains one of them."""
