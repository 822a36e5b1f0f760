"""Amending sentences: what a decision says is to be changed, and how a language writes the numbers of what is new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from yange.law.aspects.citations import Level
from yange.numbering import ClauseNumber, NumberStyle

__all__ = ["Amending", "AmendingOperation", "Examples", "InsertionPlace", "Instruction"]


class AmendingOperation(StrEnum):
    """What an instruction does."""

    REPLACE = "replace"
    REWRITE = "rewrite"
    REMOVE = "remove"
    INSERT = "insert"
    RELABEL = "relabel"
    RENUMBER = "renumber"


class InsertionPlace(StrEnum):
    """Where an insertion goes."""

    BY_NUMBER = ""  # where its number belongs
    AFTER = "after"  # behind the clause named
    END = "end"  # at the end of the clause named


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One thing to do. ``clause`` is the clause it is done to (empty: the whole text), as the sentence names it.

    ``was`` and ``now`` are words to find and to write; ``every`` is set where all of them are meant (均). ``label`` is
    the number that a clause gets, ``unit`` what is inserted (an article, a paragraph or an item), ``place`` where.
    ``line`` is the line of the sentence.
    """

    operation: AmendingOperation
    line: int
    clause: str = ""
    was: str = ""
    now: str = ""
    every: bool = False
    label: str = ""
    unit: Level | None = None
    place: InsertionPlace = InsertionPlace.BY_NUMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Words of a language for the hints of :mod:`yange.amending`, each as a person would write it."""

    replace: str
    every: str
    item: str
    relabel: str
    renumber: str
    behind: str
    place: str
    numbered: str
    number: str
    item_number: str
    insert_item: str
    inserted: str


class Amending(Protocol):
    """What a pack knows of amending sentences."""

    @property
    def examples(self) -> Examples:
        """Words for hints."""
        ...

    @property
    def list_styles(self) -> Set[NumberStyle]:
        """The styles of the numbers that decisions print before their sentences; they are set aside."""
        ...

    @property
    def article(self) -> re.Pattern[str]:
        """The pattern of one article's number in a reference, printed whole: 第三条之一, Article 3A."""
        ...

    @property
    def article_list(self) -> re.Pattern[str]:
        """The pattern of article numbers that share one word: 第三、四条, Articles 3 and 4."""
        ...

    def open_after(self, first: str, line: str, before: int) -> int:
        """Return how many quotations are open at the end of ``line``, of which ``before`` were open before it.

        ``first`` is the first line of the sentence: it shows the language and which marks are used.
        """
        ...

    def read(self, sentence: str, line: int) -> Iterable[Instruction]:
        """Return what a sentence asks for; nothing where it is of no known form, or only a part of it is."""
        ...

    def printed(self, label: str) -> str | None:
        """Return the last part of a label as a text prints it: （四） of 第五条第（四）项, (d) of Article 5(d).

        ``None`` where the label is no such part.
        """
        ...

    def paragraph(self, label: str) -> int | None:
        """Return which paragraph of an article a label names: 2 for 第二款; ``None`` where it names none."""
        ...

    def inserted(self, before: ClauseNumber, nth: int) -> str | None:
        """Return the number of the ``nth`` article inserted behind one; ``None`` where it must be said in words."""
        ...

    def renumbered(self, label: str, nth: int) -> str | None:
        """Return the number of the ``nth`` article in the form of ``label``, or ``None`` where that is unknown."""
        ...
