"""What a reader of documents hands over: a text, what the format says about its parts, and the way back to the file.

A :class:`DocumentReader` reads the bytes of one file. Plain text has no blocks: where its documents, titles and
paragraphs begin is found by :mod:`yange.importers`. Every other format says more, and what it says is kept: blocks in
order, headings with their levels, labels, tables, facts. Nothing here decides what a text means.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Protocol, runtime_checkable

from yange.model import ClauseKind
from yange.problems import Problem

BLOCK_SEPARATOR = "\n\n"
"""What stands between two blocks in the text of a document that has blocks."""


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """The place of words in the original file; what a format does not have is ``None``.

    ``page`` counts from 1; ``last_page`` is the page on which the words end, where that is a later one. ``box`` is
    (left, top, right, bottom) in points from the upper left corner of ``page``, and contains the words that are there.
    ``path`` is the element or paragraph, as ``p[12]``, ``tbl[1]/tr[2]/tc[3]`` or ``/akomaNtoso/act/body/article[3]``;
    positions count from 1. ``eid`` is the identifier that the document itself gives the element.
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    path: str | None = None
    eid: str | None = None
    last_page: int | None = None


class SourceBlockKind(StrEnum):
    """What the format says that a block is."""

    TITLE = "title"
    """The title of the document."""
    NUMBER = "number"
    """The document number (文号), and nothing else."""
    CAPTION = "caption"
    """The note below the title that gives passage and amendments (题注)."""
    COVER = "cover"
    """A paragraph of the covering notice, which is printed before the title of the text that it covers."""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    """A whole table: one line a row, as ``| cell | cell |``, the row ``| --- | --- |`` below the first.

    A bar within a cell is written with a backslash before it.
    """
    NOTE = "note"
    """A footnote or endnote."""
    ANNEX = "annex"
    """The heading of an annex."""


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of a document: ``text[start:end]`` of its :class:`SourceText`, half-open, in characters.

    ``level`` is the depth of a heading from 1 (0: not known, or no heading). ``label`` is the number with which the
    block begins, where the format gives it apart from the words (``第三条``, ``Article 3``); ``computed`` is set if the
    file does not hold its characters but a rule of numbering that was worked out. ``unit`` is the kind of clause that
    begins here, where the format names it.
    """

    start: int
    end: int
    kind: SourceBlockKind = SourceBlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    computed: bool = False
    unit: ClauseKind | None = None
    place: SourcePlace = SourcePlace()


class LeftOutReason(StrEnum):
    """Why words of a file are in none of its texts."""

    PAGE_NUMBER = "page-number"
    RUNNING_HEAD = "running-head"
    NAVIGATION = "navigation"
    DELETED = "deleted"
    """Deleted by a tracked change, which is read as accepted."""
    COMMENT = "comment"
    HIDDEN = "hidden"
    REPEATED = "repeated"
    """Printed a second time by the format: the head of a table on each of its pages."""
    METADATA = "metadata"
    EDITORIAL = "editorial"
    """Notes of the publisher on the text: its history, commentaries."""
    READING = "reading"
    """The pronunciation of words, printed small beside them."""
    LABEL = "label"
    """A number that is printed in the form of the publisher's style, with brackets or a word that the file lacks."""
    WATERMARK = "watermark"
    """Printed at an angle across or beside the text."""
    FORM = "form"
    """Filled into a field of a form."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of a file that are in none of its texts, and why."""

    text: str
    reason: LeftOutReason
    place: SourcePlace = SourcePlace()


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFacts:
    """Facts about a text that its format gives as data, not as words; ``None`` or empty where it gives none.

    ``effective`` is what a register says: its basis is ``register``. ``expires`` is the last day in force.
    ``register`` names who says so. ``identifier`` is the key of the text there. ``draft`` is set for a bill or a draft,
    which is no law, and ``partial`` if the file holds only a part of the text.
    """

    title: str | None = None
    number: str | None = None
    issuer: tuple[str, ...] = ()
    place: str | None = None
    kind: str | None = None
    language: str | None = None
    signed: date | None = None
    published: date | None = None
    effective: date | None = None
    expires: date | None = None
    page_date: date | None = None
    url: str | None = None
    identifier: str | None = None
    register: str | None = None
    draft: bool = False
    partial: bool = False


@dataclass(frozen=True, kw_only=True)
class SourceText:
    """A text as read from a file: ``text`` has no byte order mark, and its lines end with LF.

    ``sha256`` is the hash of the file. ``media`` is the media type of its content, not of its name. ``reader`` is the
    name of the reader, ``library`` what it reads with (``selectolax 1.0.2``), empty for Python alone.

    ``blocks`` are in order and do not overlap; between two of them is :data:`BLOCK_SEPARATOR`. Without blocks the text
    is flat: its line breaks may be those of a layout. ``whole`` is set if the format holds exactly one document, whose
    parts the blocks name. ``scanned`` is set if words were recognised in pictures.

    ``body`` is set if the file is a version of this program: its body as it is, which is filed so, byte for byte.
    """

    name: str
    sha256: str
    text: str
    encoding: str = "utf-8"
    media: str = "text/plain"
    reader: str = "text"
    library: str = ""
    blocks: tuple[SourceBlock, ...] = ()
    whole: bool = False
    scanned: bool = False
    given: GivenFacts = field(default_factory=GivenFacts)
    left_out: tuple[LeftOut, ...] = ()
    body: str = ""

    @property
    def flat(self) -> bool:
        """Whether the file says nothing about the parts of the text."""
        return not self.blocks

    @cached_property
    def text_sha256(self) -> str:
        """The hash of the extracted text, as UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        found, at = [0], self.text.find("\n")
        while at >= 0:
            found.append(at + 1)
            at = self.text.find("\n", at + 1)
        return tuple(found)

    def line(self, offset: int) -> int:
        """Return the line (from 1) of ``offset``."""
        return bisect_right(self.starts, offset)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line (from 1) and column (from 0, in characters) of ``offset``."""
        line = self.line(offset)
        return line, offset - self.starts[line - 1]

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.blocks)

    def block_at(self, offset: int) -> SourceBlock | None:
        """Return the block that contains ``offset``, or ``None``."""
        k = bisect_right(self._block_starts, offset) - 1
        return self.blocks[k] if k >= 0 and offset < self.blocks[k].end else None


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What a reader found in one file: its texts in order, and what is wrong or doubtful.

    An error means that the file is not filed; a warning is reported with the file. ``words`` are the words of the file
    as a second, independent reader sees them (``None``: there is none for this format): those of the texts and of what
    was left out, in any order of pages and white space. ``marks`` are characters that may be words or marks of the
    format: they are not compared. ``parts`` are the files in a container whose texts repeat their words: each is
    compared with its own second reading.
    """

    texts: tuple[SourceText, ...] = ()
    problems: tuple[Problem, ...] = ()
    words: str | None = None
    marks: str = ""
    parts: tuple[DocumentReading, ...] = ()


@runtime_checkable
class DocumentReader(Protocol):
    """A reader of one file format. Other packages provide them through the entry point ``yange.readers``.

    A reader is a pure function of the bytes: it opens no other file, fetches nothing, runs nothing from the file, and
    its work is bounded whatever the file holds.
    """

    name: str
    """A short name, recorded with every text: ``html``, ``docx``."""
    suffixes: tuple[str, ...]
    """The endings of file names of this format, in lower case with the dot. A name alone decides nothing."""

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the content is of this format."""
        ...

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a file.

        Args:
            name: its name, for messages and records.
            data: its bytes.

        Returns:
            Its texts and problems; a broken file is an error there, not an exception.

        """
        ...


class BlockWriter:
    """Put the text of a document together from its blocks.

    >>> writer = BlockWriter()
    >>> writer.add("Article 1", SourceBlockKind.PARAGRAPH)
    >>> writer.text, writer.blocks[0].end
    ('Article 1', 9)
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[SourceBlock] = []
        self._end = 0

    def add(
        self,
        words: str,
        kind: SourceBlockKind = SourceBlockKind.PARAGRAPH,
        *,
        level: int = 0,
        label: str = "",
        computed: bool = False,
        unit: ClauseKind | None = None,
        place: SourcePlace = SourcePlace(),
    ) -> None:
        """Add a block with these words; words of white space alone are no block."""
        words = words.strip()
        if not words:
            return
        if self._blocks:
            self._pieces.append(BLOCK_SEPARATOR)
            self._end += len(BLOCK_SEPARATOR)
        start, self._end = self._end, self._end + len(words)
        self._pieces.append(words)
        self._blocks.append(SourceBlock(start, self._end, kind, level, label, computed, unit, place))

    @property
    def text(self) -> str:
        """The text of all blocks so far."""
        return "".join(self._pieces)

    @property
    def blocks(self) -> tuple[SourceBlock, ...]:
        """The blocks so far."""
        return tuple(self._blocks)
