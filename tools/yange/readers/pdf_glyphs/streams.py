"""Read the objects of a PDF file with streams that are expanded within bounds.

Pictures are never expanded, since nothing asks for their data.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream

from yange.readers.pdf_glyphs.bounds import PdfBoundsError, PdfWork

__all__ = ["BoundedParser", "BoundedStream"]

_FLATE = ("FlateDecode", "Fl")
_DENSE = {"LZWDecode": 64 << 10, "LZW": 64 << 10, "RunLengthDecode": 512 << 10, "RL": 512 << 10}
"""Filters that are expanded in Python, and the most bytes that they are given: each byte can become a thousand."""
_FAULTY = 256 << 10
"""Bytes of a stream with faults: it is expanded byte by byte, each time with a copy of what there is."""


class BoundedStream(PDFStream):
    """A stream that is expanded only as far as the bounds go."""

    work: PdfWork

    def decode(self) -> None:
        """Expand the stream."""
        names = [getattr(name, "name", "") for name, _ in self.get_filters()]
        if sum(name in _FLATE or name in _DENSE for name in names) > 1:
            raise PdfBoundsError("a stream compressed twice")
        if any(len(self.rawdata or b"") > _DENSE.get(str(name), 1 << 40) for name in names):
            raise PdfBoundsError("a long stream in an outdated compression")
        if self.decipher is not None and self.objid is not None and self.genno is not None:
            self.rawdata = self.decipher(self.objid, self.genno, self.rawdata or b"", self.attrs)
            self.decipher = None
        if names and names[0] in _FLATE:
            self._measure(self.rawdata or b"")
        super().decode()
        self.work.read(len(self.data or b""))
        if len(self.data or b"") > self.work.bounds.stream:
            raise PdfBoundsError(f"a stream of more than {self.work.bounds.stream >> 20} MB")

    def _measure(self, data: bytes) -> None:
        """Refuse a stream that expands beyond the bounds, before memory is spent on it."""
        most, size, expander = self.work.bounds.stream, 0, zlib.decompressobj()
        try:
            while data and not expander.eof:
                size += len(expander.decompress(data, 1 << 20))
                data = expander.unconsumed_tail
                if size > most:
                    raise PdfBoundsError(f"a stream of more than {most >> 20} MB")
        except zlib.error:
            if len(self.rawdata or b"") > _FAULTY or size > 16 * _FAULTY:
                raise PdfBoundsError("a long stream with faults") from None


class BoundedParser(PDFParser):
    """A parser whose streams are bounded."""

    def __init__(self, file: BytesIO, work: PdfWork) -> None:
        """Begin to read a file."""
        self._work = work
        super().__init__(file)

    def push(self, *objects: Any) -> None:
        """Keep objects that were read."""
        super().push(*[(at, self._bounded(one)) for at, one in objects])

    def _bounded(self, one: Any) -> Any:
        if type(one) is not PDFStream:
            return one
        stream = BoundedStream(one.attrs, one.rawdata or b"", one.decipher)
        stream.work = self._work
        return stream
