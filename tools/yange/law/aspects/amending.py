"""The aspect of amending: the sentences of an amending decision, and the form of new numbers."""

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
    """The operation of an instruction."""

    REPLACE = "replace"
    REWRITE = "rewrite"
    REMOVE = "remove"
    INSERT = "insert"
    RELABEL = "relabel"
    RENUMBER = "renumber"


class InsertionPlace(StrEnum):
    """The place of an insertion."""

    BY_NUMBER = ""  # at the place that its number gives
    AFTER = "after"  # after the named clause
    END = "end"  # at the end of the named clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One operation. ``clause`` is the clause to change (empty: the whole text), as the sentence names it.

    ``was`` and ``now`` are the words to find and to write; ``every`` is set if all occurrences are meant (均).
    ``label`` is the number that a clause gets. ``unit`` is the inserted unit (an article, a paragraph or an item),
    ``place`` its place. ``line`` is the line of the sentence.
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
    """Examples of a language for the hints of :mod:`yange.amending`, each as a person would write it."""

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
    """The amending sentences of a language."""

    @property
    def examples(self) -> Examples:
        """Examples for hints."""
        ...

    @property
    def list_styles(self) -> Set[NumberStyle]:
        """The styles of the numbers that decisions print before their sentences, which are ignored."""
        ...

    @property
    def article(self) -> re.Pattern[str]:
        """The pattern of one article's number in a reference, printed in full: 第三条之一, Article 3A."""
        ...

    @property
    def article_list(self) -> re.Pattern[str]:
        """The pattern of article numbers that share one word: 第三、四条, Articles 3 and 4."""
        ...

    def open_after(self, first: str, line: str, before: int) -> int:
        """Return the number of open quotations at the end of ``line``; ``before`` were open at its start.

        ``first`` is the first line of the sentence: it shows the language and the marks used.
        """
        ...

    def read(self, sentence: str, line: int) -> Iterable[Instruction]:
        """Return the instructions of a sentence; empty if the sentence, or a part of it, has no known form."""
        ...

    def printed(self, label: str) -> str | None:
        """Return the last part of a label as a text prints it: （四） of 第五条第（四）项, (d) of Article 5(d).

        ``None`` if the label has no such part.
        """
        ...

    def paragraph(self, label: str) -> int | None:
        """Return the number of the paragraph that a label names, 2 for 第二款, or ``None``."""
        ...

    def inserted(self, before: ClauseNumber, nth: int) -> str | None:
        """Return the number of the ``nth`` article inserted after one, or ``None`` if the decision must give it."""
        ...

    def renumbered(self, label: str, nth: int) -> str | None:
        """Return the number of the ``nth`` article in the form of ``label``, or ``None`` if that form is unknown."""
        ...
