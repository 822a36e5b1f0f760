"""Read Markdown: front matter as facts, headings and tables as blocks, and the files of known repositories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from yange.characters import unix_lines
from yange.dates import parse_day
from yange.problems import Problem, error, warning
from yange.readers.html.words import squeezed
from yange.readers.markdown.blocks import LIBRARY, MarkdownWriter, tokens_of
from yange.readers.markdown.front_matter import FrontMatter, FrontMatterFormat, front_matter, given_by
from yange.readers.markdown.marks import SUFFIXES, is_markdown
from yange.readers.markdown.second_reading import MARKS, words_without_marks
from yange.readers.markdown.titles import title_at
from yange.readers.source_text import (
    BlockWriter,
    DocumentReading,
    GivenFacts,
    LeftOut,
    LeftOutReason,
    SourceBlock,
    SourceBlockKind,
    SourcePlace,
    SourceText,
)
from yange.readers.text import decode

__all__ = ["MarkdownReader"]

_SNIFFED = 300_000
_INFO_END = "INFO END"
"""The comment below the facts of a law in the repositories of LawRefBook."""
_NAMED_DAY = re.compile(r"[(（](\d{4}-\d\d-\d\d)[)）]\.\w+$")
_LETTERS = re.compile(r"[^\W_]")


class MarkdownReader:
    """Read Markdown, as CommonMark defines it, with tables, deleted words and footnotes."""

    name = "markdown"
    suffixes = SUFFIXES

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the content is Markdown; a name alone decides nothing."""
        source, _ = decode(name, _beginning(data))
        if source is None:
            return False
        text = unix_lines(source.text)
        return is_markdown(name, text, front_matter(text))

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a file; see :class:`~yange.readers.source_text.DocumentReader`."""
        source, problems = decode(name, data)
        if source is None:
            return DocumentReading((), problems)
        return _MarkdownReading(replace(source, text=unix_lines(source.text))).reading()


class _MarkdownReading:
    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._front = front_matter(source.text)
        end = self._front.end if self._front else 0
        self._body = source.text[end:]
        self._ours = self._front is not None and self._front.known is FrontMatterFormat.YANGE
        self._writer = MarkdownWriter(source.text.count("\n", 0, end) + 1, notes=not self._ours)

    def reading(self) -> DocumentReading:
        tokens = tokens_of(self._body)
        self._writer.write(tokens)
        read = sum(_count(token.content) + _count(token.info) for token in tokens)
        if read != _count(self._body):
            return DocumentReading((), (self._lost(),))
        if not self._writer.blocks.blocks:
            message = "the file has no words below its front matter"
            return DocumentReading((), (error("markdown-no-text", self._source.name, message, hint="leave it out"),))
        words = f"{self._front.data if self._front else ''}\n{words_without_marks(self._body)}"
        return DocumentReading((self._text(),), tuple(self._doubts()), words, MARKS)

    def _text(self) -> SourceText:
        text = _Layout(self._source.name, self._writer, self._front)
        text.arrange()
        given = given_by(self._front) if self._front else GivenFacts()
        if text.of_law_ref_book:
            given = replace(given, published=_day_of(self._source.name), register="LawRefBook")
        metadata = (
            [LeftOut(self._front.data, LeftOutReason.METADATA, SourcePlace(path="line[1]"))] if self._front else []
        )
        return replace(
            self._source,
            text=text.written.text,
            media="text/markdown",
            reader="markdown",
            library=LIBRARY,
            blocks=text.written.blocks,
            whole=text.whole,
            given=given,
            left_out=(*metadata, *self._writer.left_out, *text.left_out),
            body=self._body.strip("\n") + "\n" if self._ours else "",
        )

    def _lost(self) -> Problem:
        message = "words of the file are nested too deep to be read"
        return error("markdown-too-complex", self._source.name, message, hint="import its text as plain text")

    def _doubts(self) -> Iterator[Problem]:
        front = self._front
        if front is not None and front.known is FrontMatterFormat.OTHER:
            yield self._unknown(front)
        if front is not None and front.text("text_state") in ("as_enacted", "current"):
            yield self._undated(str(front.text("text_state")))
        if self._writer.pictures:
            yield self._pictures(self._writer.pictures)

    def _unknown(self, front: FrontMatter) -> Problem:
        keys = ", ".join(list(front.values)[:6])
        message = f"the front matter is of no known kind and was not read: {keys}"
        hint = "write the facts that it gives into the filed version"
        return warning("front-matter-unknown", self._source.name, message, hint=hint, line=1)

    def _undated(self, state: str) -> Problem:
        message = f"the repository says that this is not the text of a day: text_state is {state}"
        hint = "look for the day from which this text holds"
        return warning("text-state", self._source.name, message, hint=hint, line=1)

    def _pictures(self, count: int) -> Problem:
        message = f"pictures in the text that are not read: {count}"
        return warning(
            "markdown-pictures", self._source.name, message, hint="look whether they show words, and write those"
        )


def _beginning(data: bytes) -> bytes:
    """Return the first lines of a file, so many that no character of several bytes is cut."""
    return data if len(data) <= _SNIFFED else data[:_SNIFFED].rpartition(b"\n")[0]


def _count(text: str) -> int:
    return sum(1 for _ in _LETTERS.finditer(text))


def _day_of(name: str) -> date | None:
    match = _NAMED_DAY.search(name)
    try:
        return parse_day(match[1]) if match else None
    except ValueError:
        return None


class _Layout:
    """Name the parts of a text: its title, the notes below it, and what the format of a repository adds."""

    def __init__(self, name: str, writer: MarkdownWriter, front: FrontMatter | None) -> None:
        self.written = BlockWriter()
        self.left_out: list[LeftOut] = []
        self._writer, self._front = writer, front
        self._blocks, self._quotes = writer.blocks.blocks, frozenset(writer.quotes)
        self._words = [writer.blocks.text[block.start : block.end] for block in self._blocks]
        told = [(block.kind, block.level) for block in self._blocks]
        self._title = title_at(told, alone=True)
        ends = [at for at, words in writer.comments if words == _INFO_END]
        self._info_end = ends[0] if ends and title_at(told, alone=False) == 0 else None
        if self._info_end is not None:
            self._title = 0

    @property
    def of_law_ref_book(self) -> bool:
        return self._info_end is not None

    @property
    def whole(self) -> bool:
        """Whether the file is one document, as its format says."""
        known = self._front is not None and self._front.known in (FrontMatterFormat.YANGE, FrontMatterFormat.LEGALIZE)
        return known or self.of_law_ref_book or self._title == 0

    def arrange(self) -> None:
        for k, (block, words) in enumerate(zip(self._blocks, self._words, strict=True)):
            reason = self._reason(k, words)
            if reason is None:
                kind, level = self._kind(k, block)
                self.written.add(
                    words, kind, level=level, label=block.label, computed=block.computed, place=block.place
                )
            else:
                self.left_out.append(LeftOut(words, reason, block.place))

    def _kind(self, k: int, block: SourceBlock) -> tuple[SourceBlockKind, int]:
        if k == self._title:
            return SourceBlockKind.TITLE, 0
        if self._info_end is not None and 0 < k < self._info_end and block.kind is SourceBlockKind.PARAGRAPH:
            return SourceBlockKind.CAPTION, 0
        return block.kind, block.level

    def _reason(self, k: int, words: str) -> LeftOutReason | None:
        """Return why a block is not of the text: the notice of a legalize file, a title that is printed twice."""
        if k == self._info_end and squeezed(words) == squeezed(self._words[0]):
            return LeftOutReason.REPEATED
        stated = self._front is not None and self._front.text("text_state") in ("as_enacted", "current")
        if stated and self._title is not None and k == self._title + 1 and k in self._quotes:
            return LeftOutReason.EDITORIAL
        return None
