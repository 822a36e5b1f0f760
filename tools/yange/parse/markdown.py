"""Read and write the small part of Markdown that texts use: headings, paragraphs, backslash escapes.

Only the file format of docs/design/policy-on-disk.md is read: ATX headings, pipe tables, blank lines and backslash
escapes. A general Markdown parser was not used: it discards the offsets that a lossless partition needs, and it reads
structure (lists, emphasis, HTML) that a legal text never means.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import overload

from yange.characters import invisible_places, prints_nothing
from yange.numbering import BLANKS

__all__ = ["EDGES", "Block", "blocks", "escape", "escape_cell", "unescape", "unescape_map"]

EDGES = "".join(re.findall(f"[{BLANKS}]", "".join(map(chr, range(0x10000)))))
"""Every blank character of a line, for :meth:`str.strip`."""

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
    """One line with words, and the blank lines after it.

    ``start`` and ``end`` are offsets into the text (half-open; blocks abut). ``content`` is the offset of the first
    character after indentation, heading marks and the ``**`` that opens a label in bold type, ``close`` the offset
    after the last that is not blank. ``level`` is the heading level, 0 for a paragraph. ``parted`` is set if a blank
    line is before the block.
    """

    start: int
    end: int
    content: int
    close: int
    level: int
    parted: bool


@lru_cache(maxsize=16)
def blocks(text: str, bold: re.Pattern[str] | None = None) -> tuple[Block, ...]:
    """Return the blocks of ``text``, which abut and cover it; a text without words has none.

    ``bold`` matches the ``**`` that opens a label in bold type. Cached: a check reads a text again for the lines that
    its clauses leave out.
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
    """Return the offset of the first character that prints."""
    at = _end(_INDENT, line, at)
    while at < len(line) and prints_nothing(line[at]):
        at = _end(_INDENT, line, at + 1)
    return at


def _end(pattern: re.Pattern[str], text: str, at: int = 0) -> int:
    match = pattern.match(text, at)
    return match.end() if match else 0


def escape(line: str) -> str:
    """Return one line of plain text as Markdown without any other structure.

    ``unescape(escape(line)) == line`` for every line. A character is escaped only if CommonMark 0.31 would read it as
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


def escape_cell(cell: str) -> str:
    """Return the words of a table's cell as Markdown; :func:`unescape` gives the words back."""
    return _INLINE.sub(lambda match: "\\" + match[0], cell).replace("|", "\\|")


def unescape(text: str) -> str:
    """Return ``text`` without the backslashes of :func:`escape` (any before ASCII punctuation, as in CommonMark)."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


class OffsetMap(Sequence[int]):
    """The offset of each character of an unescaped text, and of its end, in the escaped one.

    An escaped character is at its backslash. Only the removed characters are stored, so that a huge line is cheap.
    """

    def __init__(self, offset: int, length: int, left_out: Sequence[int]) -> None:
        """Set the offset of the first character, the number of characters, and those after which one is left out.

        ``left_out`` is in order; -1 is for a character before the first.
        """
        self._offset, self._length, self._left_out = offset, length, left_out

    def moved(self, by: int) -> OffsetMap:
        """Return the map of the same text that begins so many characters later."""
        return OffsetMap(self._offset + by, self._length, self._left_out)

    def __len__(self) -> int:
        """Return the number of characters plus one."""
        return self._length + 1

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        """Return the offset of a character in the escaped text."""
        if isinstance(index, slice):
            return [self[k] for k in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at <= self._length:
            raise IndexError(index)
        return self._offset + at + bisect_left(self._left_out, at)


def unescape_map(text: str, offset: int = 0) -> tuple[str, OffsetMap]:
    """Return ``text`` unescaped, and the offset of each of its characters and of its end, plus ``offset``.

    Invisible characters are also left out: a soft hyphen inside a number or a label changes neither.
    """
    hidden = invisible_places(text)
    if "\\" not in text and not hidden:
        return text, OffsetMap(offset, len(text), ())
    gone = sorted([*((match.start(), 0) for match in _ESCAPED.finditer(text)), *((at, 1) for at in hidden)])
    starts = [0, *(at + 1 for at, _ in gone)]
    ends = [*(at for at, _ in gone), len(text)]
    plain = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    return plain, OffsetMap(offset, len(plain), [at - nth - before for nth, (at, before) in enumerate(gone)])
