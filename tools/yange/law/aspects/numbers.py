"""The aspect of numbers: the forms of clause numbers in a language.

A pack has one :class:`Numbers`, without the fields that its language does not need. A pattern is the source of a
regular expression if the engine joins those of several packs, and compiled if it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from yange.numbering import ClauseNumber, NumberStyle

__all__ = ["FollowedBy", "NumberForm", "NumberReading", "Numbers"]

NumberReading = tuple[NumberStyle, tuple[int, ...] | None]
"""One reading of a number: its style and value; ``None`` if it turns out not to be a numeral."""


@dataclass(frozen=True, slots=True)
class NumberForm:
    """A printed form of a number.

    ``begins`` has every possible first character, ``pattern`` matches the whole label with its separator, and ``read``
    returns the possible readings of a match, the most usual first: ``(i)`` is a letter and a Roman numeral.
    """

    begins: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], tuple[NumberReading, ...]]


@dataclass(frozen=True, slots=True)
class FollowedBy:
    """Words after a number of certain styles: the source of a pattern that is matched directly after the number."""

    styles: frozenset[NumberStyle]
    pattern: str


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The forms in which numbers of clauses are written, joined and cited in one language."""

    forms: tuple[NumberForm, ...] = ()
    """Every form, in order of precedence among those that begin with the same character."""
    articles: tuple[NumberStyle, ...] = ()
    """The styles that may number the articles of a text, the most usual first. The first of them with a credible chain
    in a text numbers its articles. A style that also numbers divisions (Section) is the last."""
    over: NumberStyle | None = None
    """The style of articles that divides a text whose other articles count on through it: Artikel I above § 1, § 2."""
    skipped_letters: str = ""
    """Letters that lists and inserted articles may leave out: in German k) often follows i)."""
    sections: tuple[NumberForm, ...] = ()
    """Forms of an article's number that look like an entry of a list, an amount or a day: ``1``, ``12A.``, ``2.—(1)``.
    They count where a chain of them shows that a text is numbered so."""
    section_style: NumberStyle | None = None
    """The style of these numbers."""
    enacted: str = ""
    """Words that such a text has near its beginning (``Be it enacted``): searched."""
    leaps: frozenset[NumberStyle] = frozenset()
    """Styles whose numbers go on with 101, 201 or 1101 where another division begins."""
    within: Mapping[NumberStyle, str] = field(default_factory=dict)
    """For styles whose articles may begin inside a line: the source of a pattern that finds one."""
    references: tuple[FollowedBy, ...] = ()
    """Words that show that a number is a cross-reference: 第三条的, Article 3 of."""
    perhaps: tuple[FollowedBy, ...] = ()
    """Words that follow a cross-reference more often than a clause's own number: 第三条、, 第三条关于."""
    own: tuple[FollowedBy, ...] = ()
    """Characters that follow a clause's own number and never a cross-reference: a line that begins with 第三条 and a
    space, or with 제3조(허가), begins an article even if the line above ends in mid-sentence."""
    measures: str = ""
    """Words after a plain number that is an amount or a day: 元, years. Matched after spaces."""
    read: Callable[[str], int | None] | None = None
    """The reader of numerals that are not in digits."""
    to: str = ""
    """The source of a pattern of words between the ends of a range (至, to); dashes are always accepted."""
    and_: str = ""
    """The source of a pattern of words between two numbers of a list (、, 和, and); commas are always accepted."""
    ranges: tuple[Callable[[str, int], ClauseNumber | None], ...] = ()
    """Readers of labels in which only one number is printed in full: 第十至四十五条."""
    plurals: re.Pattern[str] | None = None
    """A unit that is printed once before several numbers (``Articles ``): the group ``unit`` is its singular."""
    plural_ends: re.Pattern[str] | None = None
    """A number after such a unit."""
