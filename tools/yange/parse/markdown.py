"""The little Markdown that texts are kept in: headings, paragraphs, backslash escapes.

Only what the file format of design §4 uses is read: ATX headings, pipe tables, blank lines and backslash escapes.
A general Markdown parser was not taken: it throws away the offsets that a lossless partition needs, and it reads
structure (lists, emphasis, HTML) that a legal text never means.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import overload

from yange.characters import invisible_places, prints_nothing
from yange.numbering import BLANKS

__all__ = ["EDGES", "Block", "blocks", "escape", "unescape", "unescape_map"]

EDGES = "".join(re.findall(f"[{BLANKS}]", "".join(map(chr, range(0x10000)))))
"""Every character that prints as nothing within a line, for :meth:`str.strip`."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_INDENT = re.compile(f"[{BLANKS}]*")
_INLINE = re.compile(r"[\\`*_<]|&(?=#?\w+;)|(?<=\])\(|~(?=~)")
_LINE_START = re.compile(
    r"(?:#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|-(?=[-= \t]*$)|=(?==*[ \t]*$)|\||\[(?=[^\]]{0,999}\]:))"
)
_LIST_NUMBER = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Block:
    """One line that holds words, with the blank lines after it.

    ``start`` and ``end`` are offsets into the text (half-open; blocks abut). ``content`` is the offset of the first
    character after indentation, heading marks and the ``**`` that opens a label in bold type, ``close`` the offset
    after the last that is not blank. ``level`` is the heading level, 0 for a paragraph. ``parted`` says whether a
    blank line stands before the block.
    """

    start: int
    end: int
    content: int
    close: int
    level: int
    parted: bool


def blocks(text: str, bold: re.Pattern[str] | None = None) -> tuple[Block, ...]:
    """Cut ``text`` into blocks that abut and cover it; a text without words gives none.

    ``bold`` matches what opens a label in bold type.
    """
    found: list[tuple[int, int, int, int, bool]] = []
    at, parted = 0, True
    for line in text.split("\n"):
        content = at + _indent(line)
        if content >= at + len(line):
            parted = True
        else:
            close = at + len(line.rstrip(EDGES))
            mark = _HEADING.match(line, content - at)
            level = len(mark[1]) if mark and mark.end() < close - at else 0
            if mark and level:
                content = at + _indent(line, mark.end())
            strong = bold.match(line, content - at) if bold else None
            if strong:
                content = at + strong.end()
            found.append((at, content, close, level, parted))
            parted = level > 0
        at += len(line) + 1
    starts = [0, *(block[0] for block in found[1:]), len(text)]
    return tuple(
        Block(start, end, content, close, level, parted)
        for (start, end), (_, content, close, level, parted) in zip(pairwise(starts), found, strict=False)
    )


def _indent(line: str, at: int = 0) -> int:
    """Return where the first character is that prints."""
    at = _end(_INDENT, line, at)
    while at < len(line) and prints_nothing(line[at]):
        at = _end(_INDENT, line, at + 1)
    return at


def _end(pattern: re.Pattern[str], text: str, at: int = 0) -> int:
    match = pattern.match(text, at)
    return match.end() if match else 0


def escape(line: str) -> str:
    """Return one line of plain text as Markdown that reads as that text and nothing else.

    ``unescape(escape(line)) == line`` for every line; characters are escaped only where CommonMark 0.31 would read
    structure.
    """
    escaped = _INLINE.sub(lambda match: "\\" + match[0], line)
    start = _end(_INDENT, escaped)
    if _LINE_START.match(escaped, start):
        return escaped[:start] + "\\" + escaped[start:]
    return (
        escaped[:start] + _LIST_NUMBER.sub(r"\1\\\2", escaped[start:], count=1)
        if _LIST_NUMBER.match(escaped, start)
        else escaped
    )


def unescape(text: str) -> str:
    """Remove the backslashes that :func:`escape` put in (any backslash before ASCII punctuation, as CommonMark)."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


class OffsetMap(Sequence[int]):
    """Where each character of an unescaped text was; it keeps only what was left out: a huge line costs nothing.

    It has one entry more than the text has characters: the end. An escaped character is at its backslash.
    """

    def __init__(self, offset: int, length: int, left_out: Sequence[int]) -> None:
        """Take the place of the first character, the number of characters, and behind which of them one is left out.

        ``left_out`` is in order, -1 for what comes before the first.
        """
        self._offset, self._length, self._left_out = offset, length, left_out

    def __len__(self) -> int:
        """Return the number of characters and one."""
        return self._length + 1

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        """Return the place of a character."""
        if isinstance(index, slice):
            return [self[k] for k in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at <= self._length:
            raise IndexError(index)
        return self._offset + at + bisect_left(self._left_out, at)


def unescape_map(text: str, offset: int = 0) -> tuple[str, Sequence[int]]:
    """Unescape ``text`` and say where each character was: ``(plain, places)``, ``places`` shifted by ``offset``.

    What prints nothing is left out too: a soft hyphen within a number or a label changes neither. ``places`` has one
    entry more than ``plain`` has characters: the end.
    """
    hidden = invisible_places(text)
    if "\\" not in text and not hidden:
        return text, OffsetMap(offset, len(text), ())
    gone = sorted([*((match.start(), 0) for match in _ESCAPED.finditer(text)), *((at, 1) for at in hidden)])
    starts = [0, *(at + 1 for at, _ in gone)]
    ends = [*(at for at, _ in gone), len(text)]
    plain = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    return plain, OffsetMap(offset, len(plain), [at - nth - before for nth, (at, before) in enumerate(gone)])
