"""The words of a body and of what was read from a file, each character with its offset.

Words are the characters other than white space and the invisible ones that a file begins with. Those of a body are
without its Markdown; those of a table are the words of its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from yange.parse.cells import is_ruled, row_of
from yange.readers.source_text import SourceBlockKind

__all__ = ["NOTICE", "TEXT", "TextSpan", "WordsLine", "body_lines", "body_words", "source_lines"]

NOTICE, TEXT = "## 通知", "## 正文"
"""The headings of the covering notice and of the text in a body; they are no words of the document."""
_HEADING_MARK = re.compile(r"#{1,6} ")
_BLANK = r"\s\ufeff\u200b"
_SEEN = re.compile(r"[^\ufeff\u200b]*")
_PLAIN = re.compile(rf"[^{_BLANK}]+")
_MARKDOWN = re.compile(rf"(?P<mark>\\)[!-/:-@\[-`{{-~]|[^{_BLANK}\\]+|\\")
"""Words of Markdown: a character behind the backslash that escapes it, and words without any."""
_MARKDOWN_ROW = re.compile(rf"(?P<mark>\\)[!-/:-@\[-`{{-~]|[^{_BLANK}\\|]+|\\")
_SOURCE_ROW = re.compile(rf"(?P<mark>\\)\||[^{_BLANK}\\|]+|\\")
"""Words of the row of a table, in a body and in a file: its bars are none."""


@dataclass(frozen=True, slots=True)
class WordsLine:
    """The words of one line, without white space; ``at`` is the offset of each character."""

    words: str
    at: Sequence[int]


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of a text that was read from a file, half-open; ``table`` is set for the rows of a table."""

    start: int
    end: int
    kind: SourceBlockKind = SourceBlockKind.PARAGRAPH


def body_lines(body: str) -> list[WordsLine]:
    """Return the lines of a body that have words, in the order in which the document prints them.

    A document prints its covering notice above its own title.
    """
    printed = (_body_line(start, line) for start, line in _in_order(body))
    return [line for line in printed if line.words]


def body_words(body: str) -> list[str]:
    """Return the words of each line of :func:`body_lines`."""
    return [words for _, line in _in_order(body) if (words := _line_words(line))]


def _in_order(body: str) -> list[tuple[int, str]]:
    """Return the lines of a body with their offsets, in the order in which the document prints them."""
    found = [(start, line) for start, line in _lines(body, 0, len(body)) if line.strip()]
    title = [found.pop(0)] if found and found[0][1].startswith("# ") else []
    notice: list[tuple[int, str]] = []
    lines = [line for _, line in found]
    if lines and lines[0] == NOTICE and TEXT in lines:
        end = lines.index(TEXT)
        notice, found = found[1:end], found[end + 1 :]
    return [*notice, *title, *found]


def source_lines(text: str, spans: Iterable[TextSpan]) -> list[WordsLine]:
    """Return the lines of blocks that have words; a title on several lines, or in several blocks, is one line."""
    found: list[WordsLine] = []
    before: SourceBlockKind | None = None
    for span in spans:
        lines = [_source_line(text, start, line, span.kind) for start, line in _lines(text, span.start, span.end)]
        if span.kind in _ONE_LINE:
            lines = [_joined(lines)]
            if span.kind is before is SourceBlockKind.TITLE:
                lines = [_joined([found.pop(), *lines])]
        found += [line for line in lines if line.words]
        before = span.kind
    return found


_ONE_LINE = frozenset({
    SourceBlockKind.TITLE, SourceBlockKind.NUMBER, SourceBlockKind.CAPTION, SourceBlockKind.HEADING,
    SourceBlockKind.ANNEX,
})  # fmt: skip
"""Kinds of blocks that a body prints on one line, whatever their line breaks."""


def _joined(lines: Sequence[WordsLine]) -> WordsLine:
    return WordsLine("".join(line.words for line in lines), [at for line in lines for at in line.at])


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    at = start
    for line in text[start:end].split("\n"):
        yield at, line
        at += len(line) + 1


def _body_line(start: int, line: str) -> WordsLine:
    mark = _HEADING_MARK.match(line)
    row = row_of(line) if line.startswith("|") else None
    if row is not None and is_ruled(row):
        return WordsLine("", ())
    return _printed(start, line, mark.end() if mark else 0, _MARKDOWN if row is None else _MARKDOWN_ROW)


def _line_words(line: str) -> str:
    """Return the words of a line of a body; most have no mark, and only white space is between their words."""
    if "\\" in line or line.startswith(("#", "|")) or not _SEEN.fullmatch(line):
        return _words_of_line(line)
    return "".join(line.split())


def _words_of_line(line: str) -> str:
    """Return the words of :func:`_body_line`, for less than half the time it takes to find the place of each."""
    mark = _HEADING_MARK.match(line)
    row = row_of(line) if line.startswith("|") else None
    if row is not None and is_ruled(row):
        return ""
    ink = _MARKDOWN if row is None else _MARKDOWN_ROW
    found = ink.finditer(line, mark.end() if mark else 0)
    return "".join(one[0] if one["mark"] is None else one[0][1:] for one in found)


def _source_line(text: str, start: int, line: str, kind: SourceBlockKind) -> WordsLine:
    row = row_of(line) if kind is SourceBlockKind.TABLE else None
    if row is None:
        return _printed(start, line, 0, _PLAIN)
    return WordsLine("", ()) if is_ruled(row) else _printed(start, line, 0, _SOURCE_ROW)


def _printed(start: int, line: str, first: int, ink: re.Pattern[str]) -> WordsLine:
    """Return the words of a line from a column on; the mark before an escaped character is none of them."""
    words: list[str] = []
    places: list[Iterable[int]] = []
    marked = "\\" in line and ink is not _PLAIN
    for match in ink.finditer(line, first):
        at = match.start() + (marked and match["mark"] is not None)
        words.append(line[at : match.end()])
        places.append(range(start + at, start + match.end()))
    return WordsLine("".join(words), tuple(chain.from_iterable(places)))
