"""Divide a text into pieces: the blocks that its format gives, or lines, cut where two pages were joined in one.

The packs give the columns at which a line is cut; nothing is moved or lost. Whether a document begins at a cut is
decided by :mod:`yange.importers.segment` from the lines around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from yange.characters import EDGES
from yange.importers.forms import JoinedForms, glued, note_mark
from yange.importers.places import Gazetteer
from yange.readers.source_text import SourceBlock, SourceBlockKind, SourceText

_PIPE_TABLE = re.compile(
    r"^\|[^\n]*\|[ \t]*\n\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?:\n\|[^\n]*\|[ \t]*)*$", re.MULTILINE
)
"""A table as converters print it in plain text: the second line only rules, which no other text has."""
_PAGE_COUNT = re.compile(r"[ \u3000]*[（(]\d{1,3}[)）]$")


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A part of a line with words: ``[start, end)`` in the file's text, without white space at both ends.

    ``glued`` is set if the part does not begin its line. ``given`` is the block of the format that the piece is, or a
    line of it; in flat text it is a table in pipes, or nothing.
    """

    start: int
    end: int
    text: str
    glued: bool
    given: SourceBlock | None = None

    @property
    def said(self) -> SourceBlockKind | None:
        """What the format says that the piece is; ``None`` for a paragraph, and where it says nothing."""
        kind = None if self.given is None else self.given.kind
        return None if kind is SourceBlockKind.PARAGRAPH else kind


def blocks(source: SourceText, places: Gazetteer, forms: JoinedForms) -> tuple[LinePiece, ...]:
    """Return the blocks of ``source``, or else its lines with words, cut where two documents were joined, in order."""
    if not source.flat:
        return tuple(piece for block in source.blocks for piece in _pieces(source.text, block))
    found: list[LinePiece] = []
    tables = {match.start(): match.end() for match in _PIPE_TABLE.finditer(source.text)}
    end = 0
    for start, line in zip(source.starts, source.text.split("\n"), strict=True):
        if start < end:
            continue
        if start in tables:
            end = tables[start]
            table = SourceBlock(start, end, SourceBlockKind.TABLE)
            found.append(LinePiece(start, end, source.text[start:end], False, table))
            continue
        columns = sorted({0, len(line), *forms.cuts(line.rstrip(EDGES), places.pattern)})
        for left, right in pairwise(columns):
            words = line[left:right].strip(EDGES)
            if words:
                at = start + left + len(line[left:right]) - len(line[left:right].lstrip(EDGES))
                found.append(LinePiece(at, at + len(words), words, bool(line[:left].strip(EDGES))))
    return tuple(found)


def _pieces(text: str, block: SourceBlock) -> Iterator[LinePiece]:
    """Yield a block as one piece; of a paragraph or note, every line, since the format states its line breaks."""
    words = text[block.start : block.end]
    if block.kind is SourceBlockKind.TABLE:
        yield LinePiece(block.start, block.end, words, False, block)
    elif block.kind in (SourceBlockKind.PARAGRAPH, SourceBlockKind.NOTE):
        at = block.start
        for line in words.split("\n"):
            plain = line.strip(EDGES)
            if plain:
                start = at + line.index(plain[0])
                yield LinePiece(start, start + len(plain), plain, False, block)
            at += len(line) + 1
    else:
        lines = [line.strip(EDGES) for line in words.split("\n")]
        yield LinePiece(block.start, block.end, reduce(glued, filter(None, lines), ""), False, block)


def strip_page(block: LinePiece, forms: JoinedForms) -> tuple[LinePiece, LinePiece | None]:
    """Split a page count after a title, as in …的通知 (7), from the end of a block."""
    mark = _PAGE_COUNT.search(block.text) if block.given is None else None
    counted = mark is not None and forms.may_be_counted(block.text[: mark.start()])
    return _split(block, mark) if mark is not None and counted else (block, None)


def _split(block: LinePiece, mark: re.Match[str]) -> tuple[LinePiece, LinePiece]:
    words = block.text[: mark.start()].rstrip(EDGES)
    sign = mark[0].strip(EDGES)
    return (
        LinePiece(block.start, block.start + len(words), words, block.glued, block.given),
        LinePiece(block.end - len(sign), block.end, sign, True, block.given),
    )


def strip_note(block: LinePiece) -> tuple[LinePiece, LinePiece | None]:
    """Split a footnote mark of an encyclopaedia from the end of a block."""
    mark = note_mark(block.text)
    return (block, None) if mark is None or mark.start() == 0 else _split(block, mark)
