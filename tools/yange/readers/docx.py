"""Read Word files (.docx, .docm, and their templates) with lxml, from the parts of the package itself.

python-docx, which writes our reports, gives paragraphs and tables but not the numbers of lists, text boxes, notes or
tracked changes: on documents whose articles Word numbers it has 85 to 91 % of the characters, and the articles have no
numbers. So the parts are read here: ``docx_numbering`` has the numbers, ``docx_styles`` what is inherited,
``docx_runs`` the words of a paragraph, ``docx_blocks`` the order, ``docx_notes`` and ``docx_apart`` the rest.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from yange.problems import Problem, error, warning
from yange.readers.docx_apart import apart
from yange.readers.docx_blocks import BodyReader, WordBlock
from yange.readers.docx_notes import NOTE_KINDS, WordNotes
from yange.readers.docx_numbering import Numbering
from yange.readers.docx_remarks import remarks
from yange.readers.docx_runs import RunReader, all_words
from yange.readers.docx_styles import StyleSheet
from yange.readers.docx_words import second_reading
from yange.readers.ooxml import OfficeRefused, WordPackage, child, is_word
from yange.readers.source_text import (
    BlockWriter,
    DocumentReading,
    LeftOut,
    LeftOutReason,
    SourceBlockKind,
    SourcePlace,
    SourceText,
)
from yange.readers.xml_tree import LIBRARY, XmlElement

__all__ = ["MEDIA", "DocxReader"]

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class DocxReader:
    """Read a Word file: blocks with their kinds, numbers worked out, tracked changes as accepted."""

    name = "docx"
    suffixes = (".docx", ".docm", ".dotx", ".dotm")

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the content is a Word package."""
        return is_word(name, data)

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a file as one text with blocks."""
        try:
            return _Document(name, data).reading()
        except OfficeRefused as refused:
            return DocumentReading(problems=(_damaged(name, refused),))


class _Document:
    """One file while it is read."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name, self._data = name, data
        self._package = WordPackage(data)
        body = child(self._package.part(self._package.main), "w:body")
        if body is None:
            raise OfficeRefused(f"{self._package.main} has no body")
        self._body: XmlElement = body
        self._counts: Counter[str] = Counter()
        self._styles = StyleSheet(self._package.first("styles"))
        self._notes = WordNotes(self._package, body)
        self._runs = RunReader(self._styles, self._counts, self._notes.sign)
        numbering = Numbering(self._package.first("numbering"), self._styles.list_of)
        self._reader = BodyReader(self._runs, self._styles, numbering)

    def reading(self) -> DocumentReading:
        """Return what was found."""
        writer = BlockWriter()
        for block in _whole_titles(self._reader.read(self._body)):
            _write(writer, block)
        for block in self._note_blocks():
            _write(writer, block)
        left_out = [*self._runs.left_out, *self._unread_notes(), *apart(self._package, self._styles)]
        text = writer.text
        problems = (*remarks(self._name, self._counts, self._doubts(), left_out, text), *self._macros())
        if not text:
            return DocumentReading(problems=(*problems, _no_words(self._name)))
        source = SourceText(
            name=self._name,
            sha256=hashlib.sha256(self._data).hexdigest(),
            text=text,
            media=MEDIA,
            reader=DocxReader.name,
            library=LIBRARY,
            blocks=writer.blocks,
            left_out=tuple(left_out),
        )
        return DocumentReading((source,), problems, self._second_reading())

    def _doubts(self) -> dict[str, str]:
        found = dict(self._reader.doubts)
        if self._notes.restarts and self._notes.signs:
            sign = next(iter(self._notes.signs.values()))
            found[sign] = "Word begins the numbers of notes anew on each page or in each section"
        return found

    def _macros(self) -> Iterator[Problem]:
        if self._package.has_macros:
            message = "the file contains macros; they were not run"
            yield warning("source-macros", self._name, message, hint="open the file with care")

    def _second_reading(self) -> str:
        kinds = ("header", "footer", *(f"{kind}s" for kind in NOTE_KINDS), "comments")
        parts = [self._package.main, *(name for kind in kinds for name in self._package.of_kind(kind))]
        return second_reading(self._data, [*parts, *self._package.core_name], self._notes.signs)

    def _note_blocks(self) -> Iterator[WordBlock]:
        """Yield the notes, which are read at the end: below a paragraph they would part it from those that follow."""
        nth: Counter[str] = Counter()
        for kind, sign, note in list(self._notes.referred()):
            nth[kind] += 1
            place = f"{kind}[{nth[kind]}]"
            first = True
            for block in self._reader.read(note, f"{place}/"):
                if block.text.strip() and first and block.kind is not SourceBlockKind.TABLE:
                    text = f"{sign} {block.text.strip()}" if sign else block.text
                    yield WordBlock(text, place, SourceBlockKind.NOTE, label=sign, computed=bool(sign))
                    first = False
                elif block.kind is SourceBlockKind.TABLE:
                    yield block
                else:
                    yield WordBlock(block.text, block.path, SourceBlockKind.NOTE, computed=block.computed)

    def _unread_notes(self) -> Iterator[LeftOut]:
        for note in self._notes.others():
            words = all_words(note)
            if words.strip():
                yield LeftOut(words, LeftOutReason.HIDDEN, SourcePlace(path="notes"))


def _damaged(name: str, refused: OfficeRefused) -> Problem:
    message = f"the Word file cannot be read: {refused.message}"
    hint = "open it in a word processor, save it again as .docx and import that"
    return error("source-damaged", name, message, hint=hint)


def _no_words(name: str) -> Problem:
    return error("source-empty", name, "the Word file has no words", hint="import a copy that has text")


def _whole_titles(blocks: list[WordBlock]) -> Iterator[WordBlock]:
    """Yield the blocks, with a title that was printed in several lines as one."""
    title: WordBlock | None = None
    for block in blocks:
        if title is not None and block.kind is SourceBlockKind.TITLE and block.text.strip():
            title = WordBlock(f"{title.text}\n{block.text.strip()}", title.path, title.kind)
        elif block.kind is SourceBlockKind.TITLE and block.text.strip():
            title = block
        elif title is None or block.text.strip():
            if title is not None:
                yield title
            title = None
            yield block
    if title is not None:
        yield title


def _write(writer: BlockWriter, block: WordBlock) -> None:
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", block.text)
    writer.add(
        text,
        block.kind,
        level=block.level,
        label=block.label,
        computed=block.computed,
        place=SourcePlace(path=block.path),
    )
