"""How texts refer to clauses: 本办法第三条第一款, 第三、四条, 前款, Article 5(a), § 5 Abs. 2 Satz 1.

A pack reads the references of its language; :mod:`yange.citations` joins what the packs of a law have read, says whose
clause each reference means, and finds the clause. :mod:`yange.law.chains` has the parts that lists, ranges and chains
of steps need in most languages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

__all__ = ["Citations", "Level", "Owner", "Reference", "Relative", "Step"]


class Level(StrEnum):
    """What a step of a reference counts, from the outside to the inside."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"  # Satz 1: no clause of its own; the clause that contains the sentence is meant
    ITEM = "item"
    SUBITEM = "subitem"
    ANNEX = "annex"
    LETTER = "letter"


class Relative(StrEnum):
    """From where a step counts; a relative step names a clause by the place where it is read."""

    NO = ""
    THIS = "this"  # 本条
    BEFORE = "before"  # 前条, 前两款, the preceding paragraph


class Owner(StrEnum):
    """Whose clause a reference means, as the words beside it say."""

    UNSAID = ""
    OWN = "own"  # this text's: 本办法第三条
    OTHER = "other"  # another instrument's: 该条例第三条, Article 3 of the Act


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a reference.

    ``value`` is ``(12, 1)`` for 第十二条之一 and, of a relative step, how many clauses back: ``(2,)`` for 前两款.
    """

    level: Level
    value: tuple[int, ...]
    relative: Relative = Relative.NO


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: ``[start, end)`` in the text given, and for each clause meant the steps that lead to it.

    ``owner`` is whose clause it is, as the words beside it say. ``numbers`` is where the first number begins, behind
    the owner's words. ``later`` marks the further members of a list, which share the owner of the first.
    """

    start: int
    end: int
    text: str
    targets: tuple[tuple[Step, ...], ...]
    owner: Owner
    numbers: int
    later: bool = False


class Citations(Protocol):
    """What a pack knows of references. Offsets are those of ``text``, half-open; a method reads only within them."""

    def of_text(self, text: str) -> Citations:
        """Return the reader for references in a text, where texts of one language count in several ways."""
        ...

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references written in ``text[start:stop]``; the words before ``start`` may say whose they are."""
        ...

    def link(self, text: str, start: int, stop: int) -> bool:
        """Tell whether ``text[start:stop]``, from the title of an instrument to a number, makes the number its own.

        Blanks, its document number in brackets, and a word such as 的: 《早市规定》（望市〔2020〕1号）的第三条.
        """
        ...

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return the short title that ``text[start:stop]`` gives to the instrument named in it: 以下简称《办法》."""
        ...

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return where instruments are named without title marks right before a clause number: 早市条例第三条.

        Each is a pair: where the word for the kind of instrument begins, and where the clause number behind it ends.
        """
        ...
