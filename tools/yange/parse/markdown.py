"""The little Markdown that texts are kept in: headings, paragraphs, backslash escapes.

Only what the file format of design §4 uses is read: ATX headings, pipe tables, blank lines and backslash escapes.
A general Markdown parser was not taken: it throws away the offsets that a lossless partition needs, and it reads
structure (lists, emphasis, HTML) that a legal text never means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Block", "blocks", "escape", "unescape", "unescape_map"]

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_BLANKS = re.compile(r"[\s\u3000\u2003\u00a0\ufeff]*")
_INLINE = re.compile(r"[\\`*_<]|&(?=#?\w+;)|(?<=\])\(|~(?=~)")
_LINE_START = re.compile(r"(?:#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|-(?=[-= \t]*$)|=(?==*[ \t]*$)|\|)")
_LIST_NUMBER = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Block:
    """One line that holds words, with the blank lines after it.

    ``start`` and ``end`` are offsets into the text (half-open; blocks abut). ``content`` is the offset of the first
    character after indentation and heading marks, ``close`` the offset after the last that is not blank. ``level`` is
    the heading level, 0 for a paragraph. ``parted`` says whether a blank line stands before the block.
    """

    start: int
    end: int
    content: int
    close: int
    level: int
    parted: bool


def blocks(text: str) -> tuple[Block, ...]:
    """Cut ``text`` into blocks that abut and cover it; a text without words gives none."""
    found: list[tuple[int, int, int, int, bool]] = []
    at, parted = 0, True
    for line in text.split("\n"):
        content = at + _end(_BLANKS, line)
        if content >= at + len(line):
            parted = True
        else:
            close = at + len(line.rstrip("\u3000\u2003\u00a0\ufeff \t\r\f\v"))
            mark = _HEADING.match(line, content - at)
            level = len(mark[1]) if mark and mark.end() < close - at else 0
            found.append((at, at + mark.end() if mark and level else content, close, level, parted))
            parted = level > 0
        at += len(line) + 1
    starts = [0, *(block[0] for block in found[1:]), len(text)]
    return tuple(
        Block(start, end, content, close, level, parted)
        for (start, end), (_, content, close, level, parted) in zip(pairwise(starts), found, strict=False)
    )


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def escape(line: str) -> str:
    """Return one line of plain text as Markdown that reads as that text and nothing else.

    ``unescape(escape(line)) == line`` for every line; characters are escaped only where CommonMark 0.31 would read
    structure.
    """
    escaped = _INLINE.sub(lambda match: "\\" + match[0], line)
    start = _end(_BLANKS, escaped)
    if _LINE_START.match(escaped, start):
        return escaped[:start] + "\\" + escaped[start:]
    return (
        escaped[:start] + _LIST_NUMBER.sub(r"\1\\\2", escaped[start:], count=1)
        if _LIST_NUMBER.match(escaped, start)
        else escaped
    )


def unescape(text: str) -> str:
    """Remove the backslashes that :func:`escape` put in (any backslash before ASCII punctuation, as CommonMark)."""
    return _ESCAPED.sub(r"\1", text)


def unescape_map(text: str, offset: int = 0) -> tuple[str, list[int]]:
    """Unescape ``text`` and tell where each character stood: ``(plain, places)``, ``places`` shifted by ``offset``.

    ``places`` has one entry more than ``plain`` has characters: the end.
    """
    plain: list[str] = []
    places: list[int] = []
    at = 0
    for match in _ESCAPED.finditer(text):
        plain.append(text[at : match.start()])
        places.extend(range(offset + at, offset + match.start()))
        plain.append(match[1])
        places.append(offset + match.start())
        at = match.end()
    plain.append(text[at:])
    places.extend(range(offset + at, offset + len(text) + 1))
    return "".join(plain), places
