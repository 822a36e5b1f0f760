"""Pages of PDF files as pdfium sees them: words of a second reader, and pictures. The home of pypdfium2.

pdfium is the engine of a browser and shares no code with pdfminer: what both read is what the file says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

import pypdfium2

from yange.problems import YangeError
from yange.readers.pdf_lines import folded

__all__ = ["LARGEST_SIDE", "LIBRARY", "page_count", "page_image", "words_of_pages"]

LIBRARY = f"pypdfium2 {version('pypdfium2')}"
LARGEST_SIDE = 6_000
"""Pixels of the longer side of a picture of a page: A3 at 360 dots per inch."""
MOST_CHARACTERS = 20_000_000
_CLEAN = {**dict.fromkeys([*range(0x20), 0xFFFF]), 0x02: "-", 0xFFFE: "-", 0x0D: " ", 0x0A: "\n", 0x09: " "}
"""What pdfium puts in for hyphens at line ends, for line ends, and for characters that it does not know."""


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """Open a file; forms are never filled in and no script runs, since no form environment is made."""
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def page_count(data: bytes) -> int | None:
    """Return how many pages a file has, or ``None`` if pdfium cannot open it."""
    try:
        with _opened(data) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return None


def words_of_pages(data: bytes, pages: int) -> str | None:
    """Return the words of the first ``pages`` pages, or ``None`` if pdfium cannot read the file."""
    found: list[str] = []
    length = 0
    try:
        with _opened(data) as document:
            for number in range(min(pages, len(document))):
                page = document[number]
                words = page.get_textpage()
                found.append(folded(words.get_text_range().translate(_CLEAN)))
                words.close()
                page.close()
                length += len(found[-1])
                if length > MOST_CHARACTERS:
                    return None
    except pypdfium2.PdfiumError:
        return None
    return "\n".join(found)


def page_image(data: bytes, page: int, dpi: float = 144, *, color: bool = False) -> Any:
    """Return a picture of a page (from 1) as Pillow has it, in grey levels or RGB, no larger than :data:`LARGEST_SIDE`.

    Annotations and forms are not drawn.

    Raises:
        YangeError: if there is no such page, or pdfium cannot draw it.

    """
    try:
        with _opened(data) as document:
            if not 1 <= page <= len(document):
                raise YangeError(f"there is no page {page}: the file has {len(document)}")
            one = document[page - 1]
            longest = max(one.get_width(), one.get_height(), 1.0)
            scale = min(dpi / 72, LARGEST_SIDE / longest)
            picture = one.render(scale=scale, may_draw_forms=False, draw_annots=False, grayscale=not color)
            image = picture.to_pil().convert("RGB" if color else "L")
            picture.close()
            one.close()
            return image
    except pypdfium2.PdfiumError as reason:
        raise YangeError(f"page {page} cannot be drawn ({reason}); open the file and save it anew") from reason
