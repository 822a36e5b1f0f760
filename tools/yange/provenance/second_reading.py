"""Compare what a reader found in a file with the words that a second, independent reader sees in it.

Words of the texts and words that were left out are together the words of the file. Each difference is a warning with
both readings; nothing is decided by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from yange.parse.cells import rows_of
from yange.problems import Problem, warning
from yange.provenance.differences import LONGEST, ReadingDifference, ReadPiece, differences
from yange.readers.places import place_name
from yange.readers.source_text import (
    DocumentReading,
    LeftOutReason,
    SourceBlock,
    SourceBlockKind,
    SourcePlace,
    SourceText,
)

__all__ = ["remark_second_reading"]

_MOST = 8
"""Differences of a file that are listed; the others are counted."""
_SHOWN = 40
_Named = tuple[str, SourcePlace]


def remark_second_reading(reading: DocumentReading) -> Iterator[Problem]:
    """Yield a warning for each difference between the texts of a file and its words as a second reader sees them."""
    for part in reading.parts:
        yield from remark_second_reading(part)
    if reading.words is None or not reading.texts:
        return
    name = reading.texts[0].name
    if len(reading.words) > LONGEST or sum(len(text.text) for text in reading.texts) > LONGEST:
        message = f"the file has more than {LONGEST:,} characters: its words were not compared with a second reading"
        yield warning("second-reading-skipped", name, message, hint="compare the text with the original")
        return
    places: list[_Named] = []
    unmarked = dict.fromkeys(map(ord, reading.marks))
    pieces = [ReadPiece(piece.words.translate(unmarked), piece.nth) for piece in _pieces(reading, places)]
    found = differences(pieces, reading.words.translate(unmarked))
    for one in found[:_MOST]:
        where, place = places[one.nth] if one.nth >= 0 else (name, SourcePlace())
        message, hint = _said(one), "compare the place with the original"
        yield warning("second-reading-differs", f"{where}{place_name(place)}", message, hint=hint)
    if len(found) > _MOST:
        message = f"{len(found) - _MOST} more differences between two readings of the file"
        yield warning("second-reading-differs", name, message, hint="compare the text with the original")


def _said(one: ReadingDifference) -> str:
    after = f" after “{one.before}”" if one.before else ""
    if not one.theirs:
        return f"the text has “{_short(one.ours)}”{after}, a second reading of the file does not"
    if not one.ours:
        return f"a second reading of the file has “{_short(one.theirs)}”{after}, the text does not"
    return f"the text has “{_short(one.ours)}”{after}, a second reading of the file has “{_short(one.theirs)}”"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}… ({len(words)} characters)"


def _pieces(reading: DocumentReading, places: list[_Named]) -> Iterator[ReadPiece]:
    """Yield the words of all texts and those left out, line by line, and add the place of each to ``places``.

    Words that a tracked change took away are in no second reading.
    """
    for text in reading.texts:
        left_out = ((one.text, one.place) for one in text.left_out if one.reason is not LeftOutReason.DELETED)
        for words, place in (*_lines(text), *left_out):
            places.append((text.name, place))
            yield ReadPiece(words, len(places) - 1)


def _lines(text: SourceText) -> Iterator[tuple[str, SourcePlace]]:
    if text.flat:
        yield from ((line, SourcePlace()) for line in text.text.split("\n"))
    for block in text.blocks:
        yield from ((words, block.place) for words in _words(text.text, block))


def _words(text: str, block: SourceBlock) -> Iterator[str]:
    """Yield the words of a block that the file holds: cells without bars, and no number that was worked out."""
    words = text[block.start : block.end]
    if block.kind is SourceBlockKind.TABLE:
        yield from (cell for row in rows_of(words) for cell in row)
        return
    if block.computed and block.label and words.startswith(block.label):
        words = words[len(block.label) :]
    yield from words.split("\n")
