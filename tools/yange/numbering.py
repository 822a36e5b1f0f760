"""Clause numbers as ordered values that print exactly as they were written.

The packs of :mod:`yange.law` have the forms of numbers; :mod:`yange.parse` decides whether a number begins a clause or
is a cross-reference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["BLANKS", "SEPARATORS", "SERIES", "ClauseNumber", "NumberStyle", "NumberedUnit"]

BLANKS = " \t\r\f\v\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
"""Blank characters of a line, for use in a character class: scraped texts have them anywhere."""

SEPARATORS = "、．.，,:：—–― 　\t"
"""Characters between a number and its words that are not part of the number."""

SERIES = 1_000_000
"""What the first number of a value counts of a series is below it: that of L. 121-1 is 12,000,121, L being the 12th."""


class NumberedUnit(StrEnum):
    """The unit that a number counts, from the outermost. Languages have their own names for them, or none."""

    PART = "part"  # 编, Part
    BOOK = "book"  # Livre, Libro, Buch: within a part, where there is one
    SUBPART = "subpart"  # 分编
    TITLE = "title"  # Titre, Titolo, Título: within a book
    SUBTITLE = "subtitle"  # Sous-titre
    CHAPTER = "chapter"  # 章, Chapter
    CHAPTER_PART = "chapter-part"  # Part 1-3 of Australia: within a chapter
    SECTION = "section"  # 节, a Section above articles
    SUBSECTION = "subsection"  # 款 above articles
    PARAGRAPH = "paragraph"  # Paragraphe, 目 above articles: within a subsection
    SUBPARAGRAPH = "subparagraph"  # Sous-paragraphe
    ARTICLE = "article"  # 条, Article, Rule, §
    ARTICLE_PARAGRAPH = "article-paragraph"  # a paragraph of an article that prints its number: 項, 항
    ITEM = "item"  # an entry of a list, and in a text without articles a heading


class NumberStyle(str):
    """The form in which a number is written, such as 第一条, （一） or Article 1; each has its own rank in a text.

    It is a string, its name: styles are equal, ordered and printed by it. Packs share a style by its name: 第一條 in
    one pack and 第一条 in another are both ``article``.

    ``unit`` is the unit that such numbers count. Only items have the next two. ``outline`` is the level of the heading
    that such a number begins in a text without articles, from 1 to 5, or 0 for none (paragraphs of articles may have
    one too). ``depth`` orders the lists of a text, from 0 for the outermost to 8, or -1 for none: an entry of a deeper
    style is below one of a shallower style.

    Only articles have ``series``: the letter of a separate series of numbers in one text (L. 121-1 and R. 121-1 of a
    French code), in the form of addresses (``l``).

    ``inserted_from`` is the number of the first clause inserted after another: 1 for 第十二条之一 and 12A, 2 for
    第十二条の二 and 제12조의2.
    """

    unit: NumberedUnit
    outline: int
    depth: int
    series: str
    inserted_from: int

    def __new__(
        cls,
        name: str,
        unit: NumberedUnit,
        *,
        outline: int = 0,
        depth: int = -1,
        series: str = "",
        inserted_from: int = 1,
    ) -> NumberStyle:
        """Return a new style with this name."""
        style = super().__new__(cls, name)
        style.unit, style.outline, style.depth, style.series = unit, outline, depth, series
        style.inserted_from = inserted_from
        return style

    def __getnewargs_ex__(self) -> tuple[tuple[str, NumberedUnit], dict[str, int | str]]:
        """Return the arguments that make the style again, for :mod:`pickle` and :mod:`copy`."""
        return (str(self), self.unit), {
            "outline": self.outline, "depth": self.depth, "series": self.series, "inserted_from": self.inserted_from,
        }  # fmt: skip

    @property
    def divides(self) -> bool:
        """Whether such numbers head divisions: parts, chapters, sections."""
        return self.unit not in (NumberedUnit.ARTICLE, NumberedUnit.ARTICLE_PARAGRAPH, NumberedUnit.ITEM)


@dataclass(frozen=True, slots=True, order=True)
class ClauseNumber:
    """A clause's number: ``value`` orders it, ``raw`` is the printed form with its separator.

    ``value`` holds the number and, for inserted clauses, what follows 之 or the letters: 第十二条之一 and 12A are
    ``(12, 1)``, 12AA is ``(12, 1, 1)``; 2.1.1 is ``(2, 1, 1)``. Numbers of one style are ordered by value; comparing
    styles orders them by the style's name, which means nothing. ``until`` is the last value of a label that names
    several clauses (第十条至第四十五条), else empty.
    """

    style: NumberStyle
    value: tuple[int, ...]
    raw: str = field(compare=False)
    until: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Return the number exactly as printed."""
        return self.raw

    @property
    def bare(self) -> str:
        """The number without the separator after it: ``3`` of ``3．``, ``一`` of ``一、``; brackets are kept."""
        return self.raw.rstrip(SEPARATORS)

    @property
    def dashed(self) -> str:
        """The value as an address: ``12``, ``12-1``, ``l121-1``; ``10-to-45`` for a label that names several."""
        first = self.style.series + "-".join(str(number % SERIES) for number in self.value)
        return f"{first}-to-{'-'.join(str(number % SERIES) for number in self.until)}" if self.until else first

    @property
    def stem(self) -> tuple[int, ...]:
        """The value of the clause after which it was inserted: of 12 for 12A, and for 12ZA (which is before 12A)."""
        return self.value[:-2] if self._before_first else self.value[:-1]

    @property
    def _before_first(self) -> bool:
        """Whether the clause is before the first inserted one: 12ZA, which is before 12A."""
        return len(self.value) > 2 and self.value[-2] == 0

    @property
    def last(self) -> tuple[int, ...]:
        """The value of the last clause that the number names."""
        return self.until or self.value

    def names(self, value: tuple[int, ...]) -> bool:
        """Return whether the number names the clause with this value: its own, or one in its range."""
        return value == self.value or bool(self.until and self.value <= value <= self.until)

    def follows(self, other: ClauseNumber | None) -> bool:
        """Return whether this is the next number after ``other`` (or a first number, after ``None``).

        第十三条 and 第十二条之一 both follow 第十二条; 第十三条 and 第十二条之二 follow 第十二条之一; 12B follows 12AA,
        and 第四十六条 第十条至第四十五条.
        """
        if other is None:
            return self.value == (1,)
        before, depth = other.last, len(self.value)
        if self._before_first and before == self.stem:
            return self.value[-1] == 1
        if depth > len(before):
            return self.value[:-1] == before and self.value[-1] in (0, self.style.inserted_from)
        return self.value[:-1] == before[: depth - 1] and self.value[-1] == before[depth - 1] + 1
