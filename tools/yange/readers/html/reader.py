"""Read web pages: the text of the page without what is around it, as blocks, and the facts that it gives as data."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from yange.problems import Problem, error, warning
from yange.readers.html.blocks import PageWriter
from yange.readers.html.bounds import scan
from yange.readers.html.decoding import REPLACED, DecodedPage, decode_page
from yange.readers.html.facts import given_facts, is_page_row, page_rows
from yange.readers.html.mhtml import ArchivedPage, archived_page, is_web_archive
from yange.readers.html.names import INERT
from yange.readers.html.region import loose_words, measure, outside, region
from yange.readers.html.tree import LIBRARY, Element, read_tree
from yange.readers.html.words import all_words, one_line, second_words
from yange.readers.source_text import (
    DocumentReading,
    LeftOut,
    LeftOutReason,
    SourceBlock,
    SourceBlockKind,
    SourcePlace,
    SourceText,
)

__all__ = ["HtmlReader"]

_SNIFFED = 4_096
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|frameset)\b",
    re.I | re.S,
)
_TAGS = re.compile(rb"<(?:p|div|br|table|span|h[1-6]|font|center|article|main|section)\b[^<>]*>", re.I)
_FEWEST_TAGS = 2
_LONGEST_OUTSIDE = 60
"""Characters of a sentence outside the text of a page from which it is said that it was left out."""
_SENTENCE = re.compile(r"[。；]|[^\W\d_]{2}[.;](?:\s|$)")
_FLAT_SHARE = 0.5
"""The share of preformatted words from which the line breaks of a text are those of a layout."""
_HEAD = 12
"""Blocks among which the title is looked for."""


class HtmlReader:
    """Read HTML of any age, and the web archives (MHTML) in which browsers save it."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the content is a page: it begins as one, or has tags and is called one."""
        head = data[:_SNIFFED].replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data[:_SNIFFED]
        if _BEGINS.match(head) is not None or is_web_archive(data):
            return True
        called = name.lower().endswith(self.suffixes) and not head.lstrip().startswith((b"%PDF", b"PK", b"<?xml"))
        return called and len(_TAGS.findall(head)) >= _FEWEST_TAGS

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a page; see :class:`~yange.readers.source_text.DocumentReader`."""
        archive = archived_page(data) if is_web_archive(data) else None
        if archive is None and is_web_archive(data):
            return _refused(_no_page(name))
        page = decode_page(name, archive.data if archive else data)
        if isinstance(page, Problem):
            return _refused(page)
        scanned = scan(page.text)
        if scanned.reason is not None:
            return _refused(_complex(name, scanned.reason))
        reading = _PageReading(name, data, page, archive).reading()
        # What follows an unfinished tag is no text; the second reader would look through it again and again.
        return replace(reading, words=second_words(page.text[: scanned.whole])) if reading.texts else reading


def _refused(problem: Problem) -> DocumentReading:
    return DocumentReading((), (problem,))


def _no_page(name: str) -> Problem:
    message = "the web archive holds no page in HTML"
    return error("html-no-text", name, message, hint="save the page as HTML and import it again")


def _complex(name: str, reason: str) -> Problem:
    message = f"the page is not read: {reason}"
    return error("html-too-complex", name, message, hint="save its text alone and import that")


class _PageReading:
    def __init__(self, name: str, data: bytes, page: DecodedPage, archive: ArchivedPage | None) -> None:
        self._name, self._data, self._page, self._archive = name, data, page, archive
        self._tree = read_tree(page.text)
        measure(self._tree)
        self._found = region(self._tree)
        self._writer = PageWriter(is_page_row)

    def reading(self) -> DocumentReading:
        for element in self._found:
            self._writer.write(element)
        problems = [*self._page.problems, *self._wrong()]
        left_out = tuple(self._left_out())
        if not self._writer.blocks.text or any(problem.severity.value == "error" for problem in problems):
            return DocumentReading((), tuple(problems) or (self._no_text(),))
        problems.extend(self._doubts())
        return DocumentReading((self._text(left_out),), tuple(problems))

    def _text(self, left_out: tuple[LeftOut, ...]) -> SourceText:
        text = self._writer.blocks.text
        flat = self._writer.preformatted > _FLAT_SHARE * len(text)
        found_at = self._archive.address if self._archive else None
        given = given_facts(self._tree, page_rows(self._outside_lines()), text, found_at)
        return SourceText(
            name=self._name,
            sha256=hashlib.sha256(self._data).hexdigest(),
            text=text,
            encoding=self._page.encoding,
            media="multipart/related" if self._archive else "text/html",
            reader="html",
            library=LIBRARY,
            blocks=() if flat else _titled(text, self._writer.blocks.blocks, given.title),
            given=given,
            left_out=left_out,
        )

    def _outside_lines(self) -> list[str]:
        """Return the lines of a page beside its text: rows of facts may be among them."""
        beside = PageWriter(is_page_row)
        for element in self._outside:
            if element.reason is None and element.size:
                beside.write(element)
        return beside.lines

    @property
    def _outside(self) -> list[Element]:
        return [one for one in outside(self._tree, self._found) if one.tag not in INERT]

    def _left_out(self) -> Iterator[LeftOut]:
        beside = PageWriter(is_page_row)
        title = self._tree.first("title")
        if title is not None:
            beside.leave_out(title, LeftOutReason.METADATA)
        for element in self._outside:
            beside.leave_out(element, element.reason or LeftOutReason.NAVIGATION)
        yield from beside.left_out
        for words, around in loose_words(self._tree, self._found):
            if around.tag not in INERT and (said := one_line(words)):
                yield LeftOut(said, around.reason or LeftOutReason.NAVIGATION, SourcePlace(path=around.path))
        yield from self._writer.left_out

    def _wrong(self) -> Iterator[Problem]:
        if not self._writer.blocks.text:
            yield self._no_text()
        elif REPLACED in self._writer.blocks.text:
            message = "characters of the text cannot be decoded"
            yield error("source-encoding", self._name, message, hint="save the page as UTF-8 and import it again")

    def _no_text(self) -> Problem:
        if any(element.tag in ("frame", "iframe") for element in self._tree.order):
            message = "the text of the page is in a frame, which is another file"
            return error("html-no-text", self._name, message, hint="open the frame by itself, save it and import that")
        if any(element.tag == "script" for element in self._tree.order):
            message = "the page has no text: its scripts fetch it when the page is shown"
            return error("html-no-text", self._name, message, hint="save the page from a browser that shows it")
        return error("html-no-text", self._name, "the page has no text", hint="leave it out, or save it again")

    def _doubts(self) -> Iterator[Problem]:
        beside = (one_line(all_words(element)) for element in self._outside if element.reason is None)
        sentences = [words for words in beside if len(words) >= _LONGEST_OUTSIDE and _SENTENCE.search(words)]
        if sentences:
            yield self._beside(sentences)
        if self._writer.pictures:
            yield self._pictures(self._writer.pictures)

    def _beside(self, sentences: list[str]) -> Problem:
        message = f"{sum(map(len, sentences))} characters beside the text were left out: {sentences[0][:30]}…"
        hint = "look at the page whether words of the text are among them"
        return warning("html-text-outside", self._name, message, hint=hint)

    def _pictures(self, count: int) -> Problem:
        message = f"pictures in the text that are not read: {count}"
        return warning("html-pictures", self._name, message, hint="look whether they show words, and write those")


def _titled(text: str, blocks: tuple[SourceBlock, ...], title: str | None) -> tuple[SourceBlock, ...]:
    """Return blocks with the title marked: the only heading of the first level, else what the page names so."""
    tops = [k for k, block in enumerate(blocks) if block.kind is SourceBlockKind.HEADING and block.level == 1]
    if not tops and title:
        named = "".join(title.split())
        tops = [k for k, block in enumerate(blocks[:_HEAD]) if "".join(text[block.start : block.end].split()) == named]
    if len(tops) != 1:
        return blocks
    at = tops[0]
    return (*blocks[:at], replace(blocks[at], kind=SourceBlockKind.TITLE, level=0), *blocks[at + 1 :])
