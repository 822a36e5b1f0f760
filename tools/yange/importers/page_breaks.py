"""Cut lines in which two pages were joined: the head of a document after the last line of the one before.

The packs give the columns at which a line is cut; nothing is moved or lost. Whether a document begins at a cut is
decided by :mod:`yange.importers.segment` from the lines around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from yange.characters import EDGES
from yange.importers.forms import JoinedForms, note_mark
from yange.importers.places import Gazetteer
from yange.readers.source_text import SourceText

_PAGE_COUNT = re.compile(r"[ \u3000]*[（(]\d{1,3}[)）]$")


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A part of a line with words: ``[start, end)`` in the file's text, without white space at both ends.

    ``glued`` is set if the part does not begin its line.
    """

    start: int
    end: int
    text: str
    glued: bool


def blocks(source: SourceText, places: Gazetteer, forms: JoinedForms) -> tuple[LinePiece, ...]:
    """Return the lines of ``source`` that contain words, cut where two documents were joined, in order."""
    found: list[LinePiece] = []
    for start, line in zip(source.starts, source.text.split("\n"), strict=True):
        columns = sorted({0, len(line), *forms.cuts(line.rstrip(EDGES), places.pattern)})
        for left, right in pairwise(columns):
            words = line[left:right].strip(EDGES)
            if words:
                at = start + left + len(line[left:right]) - len(line[left:right].lstrip(EDGES))
                found.append(LinePiece(at, at + len(words), words, bool(line[:left].strip(EDGES))))
    return tuple(found)


def strip_page(block: LinePiece, forms: JoinedForms) -> tuple[LinePiece, LinePiece | None]:
    """Split a page count after a title, as in …的通知 (7), from the end of a block."""
    mark = _PAGE_COUNT.search(block.text)
    counted = mark is not None and forms.may_be_counted(block.text[: mark.start()])
    return _split(block, mark) if mark is not None and counted else (block, None)


def _split(block: LinePiece, mark: re.Match[str]) -> tuple[LinePiece, LinePiece]:
    words = block.text[: mark.start()].rstrip(EDGES)
    sign = mark[0].strip(EDGES)
    return (
        LinePiece(block.start, block.start + len(words), words, block.glued),
        LinePiece(block.end - len(sign), block.end, sign, True),
    )


def strip_note(block: LinePiece) -> tuple[LinePiece, LinePiece | None]:
    """Split a footnote mark of an encyclopaedia from the end of a block."""
    mark = note_mark(block.text)
    return (block, None) if mark is None or mark.start() == 0 else _split(block, mark)
