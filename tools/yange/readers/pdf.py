"""Recognise PDF files; :mod:`yange.readers.pdf_reading` reads them, and is imported when the first one is read."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from yange.readers.source_text import DocumentReading

__all__ = ["PdfReader"]

HEAD = 1024
"""Bytes at the beginning of a file among which its mark can be."""


class PdfReader:
    """Read PDF files."""

    name = "pdf"
    suffixes = (".pdf",)

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the content is a PDF file."""
        return b"%PDF-" in data[:HEAD]

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a file; what cannot be read is an error, and so is a page whose words cannot be."""
        return cast(DocumentReading, import_module("yange.readers.pdf_reading").read_pdf(name, data))
