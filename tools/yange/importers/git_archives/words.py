"""Read the Markdown of an archive as a text with blocks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yange.readers.source_text import BlockWriter, LeftOut, LeftOutReason, SourceBlockKind, SourceText

__all__ = ["source_text"]

_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: +#+)? *$")
_NOTE = re.compile(r"\[\^[^\]\n]{1,40}\]:")
_REFERENCE = re.compile(r"\[\^[^\]\n]{1,40}\]")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])")
_RAISED = re.compile(r"<sup>([0-9]{1,4})</sup>")
_TAG = re.compile(r"</?(?:sup|sub|br|i|b|em|strong|u|span|p)\b[^<>]{0,200}>", re.I)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)]) ")
_BULLET = re.compile(r"[-*+] +(?=\(?\w{1,5}[.)] )")
"""The mark of an item of a list that has a number of its own: it is no print."""
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def source_text(name: str, markdown: str, caption: Sequence[str] = ()) -> SourceText:
    """Return the text of a Markdown file without its marks, block by block; ``caption`` comes below its title."""
    writer, notes = BlockWriter(), []
    titled = False
    for lines in _paragraphs(markdown):
        joined = " ".join(lines)
        heading = _HEADING.fullmatch(lines[0])
        if _NOTE.match(joined):
            notes.append(LeftOut(_plain(joined), LeftOutReason.METADATA))
        elif heading and len(heading[1]) == 1 and not titled:
            titled = True
            writer.add(_plain(heading[2]), SourceBlockKind.TITLE)
            for line in caption:
                writer.add(_plain(line), SourceBlockKind.CAPTION)
        elif heading:
            writer.add(_plain(heading[2]), SourceBlockKind.HEADING, level=len(heading[1]))
        elif all(line.startswith("|") for line in lines):
            writer.add("\n".join(map(_plain, lines)), SourceBlockKind.TABLE)
        else:
            writer.add(_plain(joined))
    digest = hashlib.sha256(markdown.encode()).hexdigest()
    made = SourceText(name=name, sha256=digest, text=writer.text, media="text/markdown", reader="markdown")
    return replace(made, blocks=writer.blocks, whole=True, left_out=tuple(notes))


def _paragraphs(markdown: str) -> Iterator[list[str]]:
    """Yield the lines of each block: headings and items of lists are blocks of their own."""
    kept: list[str] = []
    for line in (*markdown.split("\n"), ""):
        plain = line.strip().removeprefix("> ").strip()
        alone = _HEADING.fullmatch(plain)
        bullet = _BULLET.match(plain)
        if kept and (not plain or alone or bullet or _ITEM.match(plain) or _NOTE.match(plain)):
            yield kept
            kept = []
        if alone:
            yield [plain]
        elif plain and not _RULE.fullmatch(plain):
            kept.append(plain[bullet.end() :] if bullet else plain)


def _plain(words: str) -> str:
    words = _LINK.sub(r"\1", _REFERENCE.sub("", words))
    words = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", words))
    words = _TAG.sub("", _RAISED.sub(lambda found: found[1].translate(_DIGITS), words))
    return _ESCAPED.sub(r"\1", words).strip()
