"""Read OFD files, the format of official papers in China (GB/T 33190-2016), by the places of their characters.

easyofd (Apache-2.0) was not taken: it needs PyMuPDF, which is under the AGPL, turns a page into pictures or a PDF file,
and has no bounds. The container and its XML are small enough to read here; lines and paragraphs are those of the layout
of PDF files.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from yange.problems import Problem, error, warning
from yange.readers.ofd_pages import OfdPackage, OfdPage, OfdRefused, is_ofd
from yange.readers.pdf_columns import lines_of_page
from yange.readers.pdf_layout import laid_out
from yange.readers.source_text import BlockWriter, DocumentReading, LeftOut, LeftOutReason, SourcePlace, SourceText
from yange.readers.xml_tree import LIBRARY

__all__ = ["OfdReader"]


class OfdReader:
    """Read an OFD file: a text for each of its documents, with the page of each block."""

    name = "ofd"
    suffixes = (".ofd",)

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the content is an OFD file."""
        return is_ofd(data)

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a file."""
        try:
            package = OfdPackage(data)
            documents = [list(package.pages(document)) for document in package.documents()]
        except OfdRefused as refused:
            message = f"the OFD file cannot be read: {refused.message}"
            hint = "open it in an OFD reader, save it as PDF and import that"
            return DocumentReading(problems=(error("source-damaged", name, message, hint=hint),))
        texts = [_text(name, data, pages) for pages in documents]
        problems = [problem for pages in documents for problem in _remarks(name, pages)]
        found = tuple(text for text in texts if text.text)
        if not found:
            message, hint = "the OFD file has no words", "its pages may be pictures: import a copy that has text"
            problems.append(error("source-empty", name, message, hint=hint))
        return DocumentReading(found, tuple(problems), _second_reading(data, package.read_parts))


def _text(name: str, data: bytes, pages: Sequence[OfdPage]) -> SourceText:
    laid = laid_out([lines_of_page(page.number, page.width, page.height, page.glyphs, ()) for page in pages])
    writer = BlockWriter()
    for block in laid.blocks:
        writer.add(block.text, block.kind, level=block.level, place=block.place)
    return SourceText(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=writer.text,
        encoding="",
        media="application/ofd",
        reader=OfdReader.name,
        library=LIBRARY,
        blocks=writer.blocks,
        left_out=(*laid.left_out, *_left_out(pages)),
    )


def _left_out(pages: Sequence[OfdPage]) -> Iterator[LeftOut]:
    for page in pages:
        for pieces, reason in ((page.turned, LeftOutReason.WATERMARK), (page.hidden, LeftOutReason.HIDDEN)):
            yield from (LeftOut(words, reason, SourcePlace(page=page.number)) for words in pieces if words.strip())


def _remarks(name: str, pages: Sequence[OfdPage]) -> Iterator[Problem]:
    vertical = [page.number for page in pages if page.vertical]
    if vertical:
        message = f"lines run from top to bottom on page {vertical[0]}, which is not read in their order"
        yield error("source-direction", name, message, hint="get the text in another format")
    bare = [page.number for page in pages if page.pictures and not page.glyphs]
    if bare:
        message = f"{len(bare):,} pages are pictures and were not read, the first is page {bare[0]}"
        yield warning("source-pictures", name, message, hint="import a copy that has text, or compare with the pages")
    turned = sum(len(page.turned) + len(page.hidden) for page in pages)
    if turned:
        message = f"{turned:,} pieces of text that are hidden or printed at an angle are left out"
        yield warning("source-hidden-words", name, message, hint="see whether they belong to the text")


def _second_reading(data: bytes, parts: Sequence[str]) -> str:
    """Return the words of pages with the standard library; the first reading parsed the parts, within its limits."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        words = {part: _words(package.read(part)) for part in dict.fromkeys(parts)}
    return "\n".join(words[part] for part in parts)


def _words(data: bytes) -> str:
    root = ElementTree.fromstring(data)  # noqa: S314 - it has no entities: the first reading refuses them
    return "\n".join(one.text or "" for one in root.iter() if one.tag.rpartition("}")[2] == "TextCode")
