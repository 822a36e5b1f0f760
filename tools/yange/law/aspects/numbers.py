"""How a language writes the numbers of clauses.

A pack gives one :class:`Numbers`; what it leaves out, its language does not have. Patterns are given as the source of
regular expressions where the engine joins those of several packs into one, and compiled where it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from yange.numbering import ClauseNumber, NumberStyle

__all__ = ["FollowedBy", "NumberForm", "NumberReading", "Numbers"]

NumberReading = tuple[NumberStyle, tuple[int, ...] | None]
"""One reading of a number: its style and value; ``None`` where the numeral is none after all."""


@dataclass(frozen=True, slots=True)
class NumberForm:
    """A form in which a number is printed.

    ``begins`` holds every character with which such a number may begin, ``pattern`` matches the whole label with its
    separator, and ``read`` returns what a match may mean, the most usual reading first: ``(i)`` is a letter and a
    Roman numeral.
    """

    begins: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], tuple[NumberReading, ...]]


@dataclass(frozen=True, slots=True)
class FollowedBy:
    """What follows a number of certain styles: the source of a pattern that is matched right behind the number."""

    styles: frozenset[NumberStyle]
    pattern: str


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """How numbers of clauses are written, joined and cited in one language."""

    forms: tuple[NumberForm, ...] = ()
    """Every form, in order of precedence among those that begin with the same character."""
    articles: tuple[NumberStyle, ...] = ()
    """The styles that may number the articles of a text, the most usual first; the first of which a text has a
    credible chain numbers them. A style that divides a text too (Section) is the last to be thought of."""
    within: Mapping[NumberStyle, str] = field(default_factory=dict)
    """For styles whose articles may begin within a line: where to look for one, as the source of a pattern."""
    references: tuple[FollowedBy, ...] = ()
    """What shows a number to be a cross-reference: 第三条的, Article 3 of."""
    perhaps: tuple[FollowedBy, ...] = ()
    """What follows a cross-reference more often than a clause's own number: 第三条、, 第三条关于."""
    measures: str = ""
    """What follows a bare number that is an amount or a day: 元, years. Matched behind blanks."""
    read: Callable[[str], int | None] | None = None
    """Read a numeral that is not in digits."""
    to: str = ""
    """Words between the first and the last number of a range (至, to), as the source of a pattern; dashes are known."""
    and_: str = ""
    """Words between two numbers of an enumeration (、, 和, and), as the source of a pattern; commas are known."""
    ranges: tuple[Callable[[str, int], ClauseNumber | None], ...] = ()
    """Read a label in which only one number is whole: 第十至四十五条."""
    plurals: re.Pattern[str] | None = None
    """A unit that is named once before several numbers (``Articles ``): the group ``unit`` is its singular."""
    plural_ends: re.Pattern[str] | None = None
    """A number behind such a unit."""
