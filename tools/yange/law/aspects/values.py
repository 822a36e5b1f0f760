"""The aspect of values: amounts, periods, shares, days, bodies and numbers in a legal text.

All patterns read match keys (:mod:`yange.compare.text.keys`), which ignore width, quotation marks and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache

__all__ = [
    "DECIMAL",
    "DIGIT",
    "FIGURES",
    "AtomKind",
    "Form",
    "PatternFinder",
    "Rank",
    "Span",
    "Values",
    "beside",
    "matches",
    "number_start",
]

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


@lru_cache(maxsize=64)
def _places(start: str, key: str) -> Sequence[int]:
    """Return where in a key a value may begin; cached, because several forms begin in the same way.

    ``start`` is the source of the pattern: a compiled one is hashed anew each time.
    """
    return [match.start() for match in re.finditer(start, key)]


@dataclass(frozen=True, slots=True)
class PatternFinder:
    """Yields the spans of a pattern's matches in a key, in order.

    ``start`` is a pattern of one character at which every match begins. A pattern that begins with alternatives or with
    a look at what is before it is tried at every character; one that begins with a set of characters is sought ten
    times as fast. ``needs`` are characters that every match has: a key without them is not looked through.
    """

    form: re.Pattern[str]
    start: re.Pattern[str] | None = None
    needs: str = ""

    def __call__(self, key: str) -> Iterator[Span]:
        """Yield the spans."""
        if self.needs not in key:
            return iter(())
        return map(_span, self.form.finditer(key) if self.start is None else self._from_starts(self.start, key))

    def _from_starts(self, start: re.Pattern[str], key: str) -> Iterator[re.Match[str]]:
        end, match = 0, self.form.match
        for at in _places(start.pattern, key):
            if at >= end and (found := match(key, at)):
                yield found
                end = found.end()


def _span(match: re.Match[str]) -> Span:
    return match.span()


def matches(pattern: str, start: str = "", *, needs: str = "") -> PatternFinder:
    """Return what yields the spans of a pattern's matches; ``start`` and ``needs`` as in :class:`PatternFinder`."""
    return PatternFinder(re.compile(pattern), re.compile(start) if start else None, needs)


DIGIT = r"\d"
"""The start of a value that is in figures."""


def number_start(words: Iterable[str], more: str = "") -> str:
    """Return the start of a number in figures or in words.

    ``words`` are what numbers in words begin with, in small letters; their first letter may be a capital one. No letter
    is before them. ``more`` are further characters, as in a set.
    """
    first: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        first.setdefault(word[0], []).append(re.escape(word[1:]))
    letters = "".join(first) + "".join(first).upper()
    forms = (f"(?<=[{one}{one.upper()}])(?=(?i:{'|'.join(rest)}))" for one, rest in first.items())
    return rf"[\d{more}{letters}](?:(?<=[\d{more}])|(?<!\w.)(?:{'|'.join(forms)}))"


_REACH = 70
"""How many characters before a value :func:`beside` looks at; a longer phrase between is not one on its subject."""


def beside(
    value: str, *, before: str = "(?!)", after: str = "(?!)", words: str = "", start: str = ""
) -> Callable[[str], Iterable[Span]]:
    """Return a function that yields the spans of a pattern's matches next to certain words.

    ``before`` is a pattern of the words that end where the value begins, at most 70 characters; ``after`` is one of the
    words that begin where it ends. A term of imprisonment is a period next to a word for prison. ``words`` is a pattern
    that every key with such a value contains: few do, and to look for values takes time. ``start`` is as in
    :class:`PatternFinder`.
    """
    spans, left, right = matches(value, start), re.compile(rf"(?:{before})\Z"), re.compile(after)
    present = re.compile(words)

    def find(key: str) -> Iterable[Span]:
        for at, end in spans(key) if present.search(key) else ():
            if right.match(key, end) or left.search(key, max(0, at - _REACH), at):
                yield at, end

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
