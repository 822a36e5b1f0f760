"""How much work is done for one PDF file, and what is refused.

Counts depend on the file alone, so a file is refused on every machine or on none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["USUAL", "Bounds", "BrokenPdfError", "LockedPdfError", "PdfBoundsError", "PdfWork"]


class BrokenPdfError(Exception):
    """The file is no PDF that can be read."""


class LockedPdfError(Exception):
    """The file opens only with a password."""


class PdfBoundsError(Exception):
    """The file asks for more work than is done for any file; the message says what."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much work is done for one file. The largest real files seen have less than a tenth of each."""

    pages: int = 10_000
    glyphs: int = 20_000_000
    glyphs_of_page: int = 200_000
    stream: int = 64 << 20
    """Bytes of one stream after it is expanded."""
    content: int = 512 << 20
    """Bytes of page descriptions that are run, each as often as it is drawn, and of all expanded streams."""
    marks_of_page: int = 200_000
    """Lines, boxes, curves and pictures on a page."""
    forms: int = 100_000
    """Forms drawn, on all pages."""
    forms_of_page: int = 2_000
    depth: int = 12
    """Forms drawn within each other."""
    font_entries: int = 2_000_000
    """Characters for which fonts give widths or names."""


USUAL = Bounds()
"""What is done for a file that a person imports."""


@dataclass
class PdfWork:
    """The work done so far for a file; more than its bounds is refused."""

    bounds: Bounds
    glyphs: int = 0
    content: int = 0
    font_entries: int = 0
    forms: int = 0
    page: dict[str, int] = field(default_factory=dict)

    def read(self, count: int) -> None:
        """Count bytes that are expanded or run."""
        self.content += count
        if self.content > self.bounds.content:
            raise PdfBoundsError(f"more than {self.bounds.content >> 20} MB of expanded content")

    def font(self, count: int) -> None:
        """Count characters that a font speaks of."""
        self.font_entries += max(count, 0)
        if self.font_entries > self.bounds.font_entries:
            raise PdfBoundsError(f"fonts with more than {self.bounds.font_entries:,} characters")

    def on_page(self, what: str, most: int) -> None:
        """Count one more thing of a kind on the page."""
        self.page[what] = self.page.get(what, 0) + 1
        if self.page[what] > most:
            raise PdfBoundsError(f"more than {most:,} {what} on a page")

    def form(self) -> None:
        """Count a form that is drawn."""
        self.on_page("forms", self.bounds.forms_of_page)
        self.forms += 1
        if self.forms > self.bounds.forms:
            raise PdfBoundsError(f"more than {self.bounds.forms:,} forms")

    def glyph(self) -> None:
        """Count a character that is drawn."""
        self.on_page("characters", self.bounds.glyphs_of_page)
        self.glyphs += 1
        if self.glyphs > self.bounds.glyphs:
            raise PdfBoundsError(f"more than {self.bounds.glyphs:,} characters")
