"""Read PDF files: words from positions, in the order in which they are read, with page and place.

The characters come from pdfminer.six through :mod:`yange.readers.pdf_glyphs`, tables from pdfplumber's geometry, and
the words of a second, independent reader from pdfium. A page without words is a scan, and is recognised if
:mod:`yange.readers.scans` can be used. Nothing in a file is run, opened or fetched: scripts, attachments and links are
not looked at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from importlib.metadata import version

from yange.chinese_scripts import has_traditional
from yange.problems import Problem, error, warning
from yange.readers import scans
from yange.readers.pdf_columns import lines_of_page
from yange.readers.pdf_glyphs import BrokenPdfError, LockedPdfError, PdfBoundsError, PrintedPage, printed_pages
from yange.readers.pdf_layout import LaidText, laid_out
from yange.readers.pdf_lines import DOOR, PageLines, PrintedLine
from yange.readers.pdf_pages import words_of_pages
from yange.readers.pdf_tables import grids_of
from yange.readers.source_text import BlockWriter, DocumentReading, LeftOut, LeftOutReason, SourcePlace, SourceText

__all__ = ["read_pdf"]

SCAN = 0.5
"""Share of a page that a picture covers which holds the page's words."""
PICTURE, OUTLINES = 0.02, 30
"""What a page without words has if it is no blank page: a picture of this share, or as many lines and curves, which can
be the outlines of letters."""
UNREAD = 200
"""One character of so many may be unreadable in a text that is filed, as corrupted and never as complete."""
LONGEST_SAID = 60
_LIBRARY = f"pdfminer.six {version('pdfminer.six')}, pdfplumber {version('pdfplumber')}"


def read_pdf(name: str, data: bytes) -> DocumentReading:
    """Read a file; what cannot be read is an error, and so is a page whose words cannot be."""
    file = _File(name, data)
    try:
        for page in printed_pages(data):
            file.take(page)
    except LockedPdfError as reason:
        message = f"the PDF file cannot be opened: {reason}"
        return _refused(error("pdf-locked", name, message, hint="save it without a password and import it again"))
    except PdfBoundsError as reason:
        message = f"the PDF file has {reason}"
        return _refused(error("pdf-bounds", name, message, hint="cut it into its documents, or print it to a new file"))
    except BrokenPdfError as reason:
        message = f"the PDF file cannot be read: {reason}"
        return _refused(error("pdf-broken", name, message, hint="download it again, or open it and save it anew"))
    return file.reading()


def _refused(problem: Problem) -> DocumentReading:
    return DocumentReading(problems=(problem,))


@dataclass
class _File:
    """A file while it is read."""

    name: str
    data: bytes
    pages: list[PageLines] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    """Pages without words that show something."""
    scanned: bool = False
    glyphs: int = 0
    unmapped: dict[int, int] = field(default_factory=dict)
    vertical: list[int] = field(default_factory=list)
    backward: list[int] = field(default_factory=list)
    crowded: list[int] = field(default_factory=list)

    def take(self, page: PrintedPage) -> None:
        """Add a page."""
        page = self._with_words(page)
        self._leave_out(page)
        self.glyphs += len(page.glyphs)
        if page.unmapped:
            self.unmapped[page.number] = page.unmapped
        if page.upright_lines:
            self.vertical.append(page.number)
        if sum(_is_backward(glyph.text) for glyph in page.glyphs) * 20 > len(page.glyphs) > 0:
            self.backward.append(page.number)
        grids = grids_of(page)
        if grids is None:
            self.crowded.append(page.number)
        if not page.glyphs and not page.upright_lines and (page.pictures >= PICTURE or page.curves >= OUTLINES):
            self.bare.append(page.number)
        self.pages.append(lines_of_page(page.number, page.width, page.height, page.glyphs, grids or ()))

    def _with_words(self, page: PrintedPage) -> PrintedPage:
        """Return a page with the words that are its text: those shown, or those put under the picture of a scan."""
        hidden = [glyph for glyph in page.glyphs if not glyph.shown]
        if not hidden:
            return page
        if page.pictures >= SCAN and len(hidden) * 2 > len(page.glyphs):
            self.scanned = True
            self._say(page.number, "its words were recognised in a picture by another program")
            return replace(page, glyphs=tuple(replace(glyph, shown=True) for glyph in page.glyphs))
        self._drop(page.number, "".join(glyph.text for glyph in hidden), LeftOutReason.HIDDEN)
        return replace(page, glyphs=tuple(glyph for glyph in page.glyphs if glyph.shown))

    def _leave_out(self, page: PrintedPage) -> None:
        self._drop(page.number, page.turned, LeftOutReason.WATERMARK)
        self._drop(page.number, page.outside, LeftOutReason.HIDDEN)
        for note in page.notes:
            self._drop(page.number, note, LeftOutReason.COMMENT)
        for words in page.fields:
            self._drop(page.number, words, LeftOutReason.FORM)

    def _drop(self, page: int, words: str, reason: LeftOutReason) -> None:
        if words.strip():
            self.left_out.append(LeftOut(words.strip(), reason, SourcePlace(page=page)))

    def _say(self, page: int, message: str) -> None:
        hint = "compare it with the page before relying on it"
        self.problems.append(warning("pdf-scanned", self.name, f"page {page}: {message}", hint=hint))

    def reading(self) -> DocumentReading:
        """Return the texts and problems of the whole file."""
        self._recognise()
        if not any(page.items for page in self.pages):
            self.problems += self._faults()
            if not any(one.severity == "error" for one in self.problems):
                self.problems.append(error("source-empty", self.name, "the file has no words", hint="leave it out"))
            return DocumentReading(problems=tuple(self.problems))
        self._tell_doors()
        laid = laid_out(self.pages, colored=not self.scanned or self._has_red())
        self.problems += [*self._faults(), *self._remarks(laid)]
        writer = BlockWriter()
        for block in laid.blocks:
            writer.add(block.text, block.kind, level=block.level, place=block.place)
        source = SourceText(
            name=self.name, sha256=hashlib.sha256(self.data).hexdigest(), text=writer.text, encoding="",
            media="application/pdf", reader="pdf", library=self._library(), blocks=writer.blocks,
            scanned=self.scanned, left_out=(*laid.left_out, *self.left_out),
        )  # fmt: skip
        if self.scanned:
            self.problems += scans.breaks(self.name, source.text)
        words = None if self.scanned else words_of_pages(self.data, len(self.pages))
        return DocumentReading((source,), tuple(self.problems), words)

    def _tell_doors(self) -> None:
        """Choose the character that a radical stands for in the script of the text."""
        lines = [item for page in self.pages for item in page.items if isinstance(item, PrintedLine)]
        if not any(DOOR in line.text for line in lines):
            return
        words = "".join(line.text for line in lines)
        japanese = any("\u3041" <= char <= "\u30fa" for char in words)
        door = "\u6238" if japanese else "\u6236" if has_traditional(words) else "\u6237"
        self.pages = [
            replace(page, items=tuple(
                replace(item, text=item.text.replace(DOOR, door)) if isinstance(item, PrintedLine) else item
                for item in page.items
            ))
            for page in self.pages
        ]  # fmt: skip

    def _has_red(self) -> bool:
        return any(isinstance(item, PrintedLine) and item.red for page in self.pages for item in page.items)

    def _library(self) -> str:
        return f"{_LIBRARY}, {scans.library()}" if self.scanned and self.bare else _LIBRARY

    def _recognise(self) -> None:
        """Recognise the words of pages that are pictures."""
        if not self.bare:
            return
        found = scans.recognised(self.name, self.data, self.bare)
        self.problems += found.problems
        self.scanned = self.scanned or bool(found.pages)
        self.pages = [found.pages.get(page.number, page) for page in self.pages]

    def _faults(self) -> Iterable[Problem]:
        """Yield what makes a text other than the file shows it."""
        if self.unmapped:
            count = sum(self.unmapped.values())
            message = f"{_pages(self.unmapped)}: {count:,} characters have no Unicode value, so they cannot be read"
            hint = "get the text in another format, or print the pages and recognise them as scans"
            few = count * UNREAD <= self.glyphs
            if few:
                yield warning("pdf-unmapped", self.name, message, hint=hint)
            else:
                yield error("pdf-unmapped", self.name, message, hint=hint)
        if self.vertical:
            message = f"{_pages(self.vertical)}: lines run from top to bottom, which is not read"
            yield error("pdf-direction", self.name, message, hint="get the text in another format")
        if self.backward:
            message = f"{_pages(self.backward)}: words run from right to left, and their order is not read"
            yield error("pdf-direction", self.name, message, hint="get the text in another format")

    def _remarks(self, laid: LaidText) -> Iterable[Problem]:
        """Yield what was decided by a rule."""
        hint = "compare these places with the file"
        if laid.hyphens_joined or laid.hyphens_kept:
            message = (
                f"hyphens at line ends: {laid.hyphens_joined} taken as division of a word and joined, "
                f"{laid.hyphens_kept} kept, since the undivided word is nowhere else in the text"
            )
            yield warning("pdf-hyphens", self.name, message, hint=hint)
        if laid.blanks_guessed:
            message = f"{laid.blanks_guessed} line ends may be within a Korean word; they were read as blanks"
            yield warning("pdf-hyphens", self.name, message, hint=hint)
        if self.crowded:
            message = f"{_pages(self.crowded)}: too many lines are drawn to look for tables"
            yield warning("pdf-crowded", self.name, message, hint=hint)
        ranged = [page.number for page in self.pages if page.ranged]
        if ranged:
            message = f"{_pages(ranged)}: words stand in columns as in a table, but no lines are printed between them"
            yield warning("pdf-ranged", self.name, message, hint="compare their order with the page")
        yield from self._said_left_out()
        doubts = [line for block in laid.blocks for line in block.doubts]
        for line in doubts:
            message = f"page {line.page}: recognised with little confidence: {_shortened(line.text)}"
            yield warning("scan-doubtful", self.name, message, hint="compare the line with the page")

    def _said_left_out(self) -> Iterable[Problem]:
        said = {
            LeftOutReason.WATERMARK: "words at an angle to the text",
            LeftOutReason.HIDDEN: "words that are not shown",
            LeftOutReason.COMMENT: "annotations",
            LeftOutReason.FORM: "words filled into a form",
        }
        for reason, what in said.items():
            found = [one for one in self.left_out if one.reason == reason]
            if found:
                pages = _pages(one.place.page or 0 for one in found)
                message = f"{pages}: {what} are left out: {_shortened(found[0].text)}"
                yield warning("pdf-left-out", self.name, message, hint="see whether they belong to the text")


def _is_backward(text: str) -> bool:
    return any("\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufdff" for char in text)


def _pages(numbers: Iterable[int]) -> str:
    """Return pages as they are said, at most ten of them."""
    found = sorted(set(numbers))
    more = f" and {len(found) - 10} more" if len(found) > 10 else ""
    return f"page{'s' if len(found) > 1 else ''} {', '.join(map(str, found[:10]))}{more}"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SAID else f"{text[:LONGEST_SAID]}…"
