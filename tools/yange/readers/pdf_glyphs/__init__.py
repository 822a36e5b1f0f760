"""Read the characters, rules and pictures of a PDF file with pdfminer.six, the engine below pdfplumber, within bounds.

pdfminer expands whatever a file asks for: a stream of zeros, a form that draws itself ten times over, a table of widths
from 0 to four billion. Its classes are extended here so that every such work is counted, and more than :class:`Bounds`
is refused.
"""

from yange.readers.pdf_glyphs.bounds import Bounds, BrokenPdfError, LockedPdfError, PdfBoundsError
from yange.readers.pdf_glyphs.pages import UNMAPPED, PrintedPage, Rule, printed_pages

__all__ = [
    "UNMAPPED",
    "Bounds",
    "BrokenPdfError",
    "LockedPdfError",
    "PdfBoundsError",
    "PrintedPage",
    "Rule",
    "printed_pages",
]
