"""The aspect of amending: the sentences of an amending decision, and the form of new numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from yange.law.aspects.citations import Level
from yange.numbering import ClauseNumber, NumberStyle

__all__ = [
    "AmendedClause",
    "Amending",
    "AmendingOperation",
    "AmendingReading",
    "ClausePart",
    "Examples",
    "InsertionPlace",
    "Instruction",
    "NestedAmending",
    "PartKind",
]


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
    BEFORE = "before"  # before the named clause
    END = "end"  # at the end of the named clause


class PartKind(StrEnum):
    """A kind of part inside a clause, as an amending sentence names it."""

    ITEM = "item"  # a numbered part: Absatz 2, 3°, letra a)
    PARAGRAPH = "paragraph"  # a part without a number, counted: deuxième alinéa, párrafo segundo
    SENTENCE = "sentence"  # Satz 2, première phrase
    HEADING = "heading"  # the words beside or below the number
    INTRODUCTION = "introduction"  # the words before the first numbered part
    SOMEWHERE = "somewhere"  # a piece that cannot be cut out exactly, such as a half sentence


@dataclass(frozen=True, slots=True)
class ClausePart:
    """A part inside a clause. ``printed`` names it in messages.

    ``value`` is its number: of a counted part ``(2,)``, or ``(-1,)`` for the last. ``styles`` are the styles that a
    numbered part may have; empty if any.
    """

    kind: PartKind
    printed: str
    value: tuple[int, ...] = ()
    styles: frozenset[NumberStyle] = frozenset()


@dataclass(frozen=True, slots=True)
class AmendedClause:
    """A clause, as :func:`yange.citations.find_label` finds it, and the parts inside it, from the outermost.

    An empty ``clause`` with parts is a part of the clause that an earlier sentence named; without, the whole text.
    """

    clause: str = ""
    parts: tuple[ClausePart, ...] = ()

    def __str__(self) -> str:
        """Return the names, from the outermost."""
        return " ".join(filter(None, (self.clause, *(part.printed for part in self.parts))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One operation. ``clause`` is the clause to change (empty: the whole text), as the sentence names it.

    ``was`` and ``now`` are the words to find and to write; ``every`` is set if all occurrences are meant (均).
    ``label`` is the number that a clause gets. ``unit`` is the inserted unit (an article, a paragraph or an item, or
    ``None`` for words), ``place`` its place. ``line`` is the line of the sentence.

    ``parts`` are the parts inside the clause that the instruction is about, ``until`` is the last of several clauses or
    parts to remove. ``at_end`` is set if only words at the end are meant.
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
    parts: tuple[ClausePart, ...] = ()
    until: AmendedClause | None = None
    at_end: bool = False


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


@dataclass(frozen=True, slots=True)
class AmendingReading:
    """What a sentence says: instructions, or the clause that the sentences below it are about.

    ``instrument`` is the name of the instrument that a sentence names as the one to amend, if it names one.
    """

    instructions: tuple[Instruction, ...] = ()
    opened: AmendedClause | None = None
    instrument: str = ""

    @property
    def known(self) -> bool:
        """Whether the sentence has a known form."""
        return bool(self.instructions) or self.opened is not None


@runtime_checkable
class NestedAmending(Amending, Protocol):
    """The amending sentences of a language whose decisions name a clause once and then list its changes."""

    def claims(self, first: str) -> bool:
        """Return whether a sentence that begins with this line is one of the language, as far as its words show."""
        ...

    def continues(self, before: str, line: str) -> bool:
        """Return whether a line continues the quotation, or brings the one announced, of the sentence before it."""
        ...

    def pieces(self, paragraph: str) -> Iterable[tuple[int | None, str]]:
        """Return the sentences of a paragraph, each with the level of its number, 0 for the outermost."""
        ...

    def read_within(self, sentence: str, line: int, within: AmendedClause | None) -> AmendingReading:
        """Return what a sentence says about a part of ``within``, or about the clause that it names itself."""
        ...
