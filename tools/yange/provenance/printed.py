"""The words of a body and of what was read from a file, each character with its offset.

Words are the characters other than white space and the invisible ones that a file begins with. Those of a body are
without its Markdown; those of a table are the words of its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yange.parse.cells import is_ruled, row_of
from yange.readers.source_text import SourceBlockKind

__all__ = ["NOTICE", "TEXT", "TextSpan", "WordsLine", "body_lines", "source_lines"]

NOTICE, TEXT = "## 通知", "## 正文"
"""The headings of the covering notice and of the text in a body; they are no words of the document."""
_LEFT_OUT = frozenset("\ufeff\u200b")
_HEADING_MARK = re.compile(r"#{1,6} ")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


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
    found = [(line, _body_line(start, line)) for start, line in _lines(body, 0, len(body)) if line.strip()]
    title = [found.pop(0)] if found and found[0][0].startswith("# ") else []
    notice: list[tuple[str, WordsLine]] = []
    lines = [line for line, _ in found]
    if lines and lines[0] == NOTICE and TEXT in lines:
        end = lines.index(TEXT)
        notice, found = found[1:end], found[end + 1 :]
    return [printed for _, printed in (*notice, *title, *found) if printed.words]


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
    characters = _unescaped(line, mark.end() if mark else 0, _PUNCTUATION, bars=row is not None)
    return _printed(start, characters)


def _source_line(text: str, start: int, line: str, kind: SourceBlockKind) -> WordsLine:
    row = row_of(line) if kind is SourceBlockKind.TABLE else None
    if row is None:
        return _printed(start, enumerate(line))
    return WordsLine("", ()) if is_ruled(row) else _printed(start, _unescaped(line, 0, frozenset("|"), bars=True))


def _unescaped(line: str, at: int, escaped: frozenset[str], *, bars: bool) -> Iterator[tuple[int, str]]:
    """Yield the characters of a line with their columns, without backslashes and without the ``bars`` of a table."""
    if "\\" not in line and not bars:
        yield from enumerate(line[at:], at)
        return
    while at < len(line):
        sign = line[at]
        if sign == "\\" and line[at + 1 : at + 2] in escaped and at + 1 < len(line):
            at += 1
            yield at, line[at]
        elif not (bars and sign == "|"):
            yield at, sign
        at += 1


def _printed(start: int, characters: Iterable[tuple[int, str]]) -> WordsLine:
    kept = [(start + column, sign) for column, sign in characters if not sign.isspace() and sign not in _LEFT_OUT]
    return WordsLine("".join(sign for _, sign in kept), [at for at, _ in kept])
