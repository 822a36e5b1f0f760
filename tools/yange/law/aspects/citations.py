"""The aspect of references to clauses: 本办法第三条第一款, 第三、四条, 前款, Article 5(a), § 5 Abs. 2 Satz 1.

A pack reads the references of its language; :mod:`yange.citations` joins the results of a law's packs, decides whose
clause each reference is, and finds the clause. :mod:`yange.law.chains` reads lists, ranges and chains of steps, as
most languages have them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

__all__ = ["Citations", "Level", "Owner", "Reference", "Relative", "Step"]


class Level(StrEnum):
    """The level of a step of a reference, from the outermost to the innermost."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBSECTION = "subsection"  # a paragraph that prints its number: Absatz 2 of § 5 is (2)
    SENTENCE = "sentence"  # Satz 1: not a clause of its own; the reference is to the clause that contains it
    ITEM = "item"
    SUBITEM = "subitem"
    ANNEX = "annex"
    LETTER = "letter"


class Relative(StrEnum):
    """The place from which a relative step counts: the place of the reference."""

    NO = ""
    THIS = "this"  # 本条
    BEFORE = "before"  # 前条, 前两款, the preceding paragraph
    AFTER = "after"  # 次条, 다음 조, the following paragraph


class Owner(StrEnum):
    """Whose clause a reference is to, by the words next to it."""

    UNSAID = ""
    OWN = "own"  # this text's: 本办法第三条
    OTHER = "other"  # another instrument's: 该条例第三条, Article 3 of the Act


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a reference.

    ``value`` is ``(12, 1)`` for 第十二条之一, or how many clauses back or on in a relative step: ``(2,)`` for 前两款.
    """

    level: Level
    value: tuple[int, ...]
    relative: Relative = Relative.NO


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: its span ``[start, end)`` in the text, and the steps to each clause it refers to.

    ``owner`` says whose clause it is, by the words next to it. ``numbers`` is where the first number begins, after the
    owner's words. ``later`` is set for the further members of a list, which share the owner of the first.
    """

    start: int
    end: int
    text: str
    targets: tuple[tuple[Step, ...], ...]
    owner: Owner
    numbers: int
    later: bool = False


class Citations(Protocol):
    """The references of a language. Offsets are half-open, in ``text``; a method reads only between them."""

    def of_text(self, text: str) -> Citations:
        """Return the reader for the references of a text, if texts of one language count in several ways."""
        ...

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references written in ``text[start:stop]``; the words before ``start`` may say whose they are."""
        ...

    def link(self, text: str, start: int, stop: int) -> bool:
        """Return whether ``text[start:stop]`` connects the title of an instrument with a number of its clauses.

        It may be spaces, a document number in brackets, and a word such as 的: 《早市规定》（望市〔2020〕1号）的第三条.
        """
        ...

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return the short title that ``text[start:stop]`` gives to the instrument named in it: 以下简称《办法》."""
        ...

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return the instruments without title marks directly before a clause number: 早市条例第三条.

        Each is a pair: where the word for the kind of instrument begins, and where the clause number after it ends.
        """
        ...
