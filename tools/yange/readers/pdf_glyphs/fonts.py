"""Make the fonts of a PDF file, with their tables of ranges counted before they are filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from io import BytesIO
from struct import error as StructError  # noqa: N812

from pdfminer.cmapdb import CMapBase, CMapParser
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException

from yange.readers.pdf_glyphs.bounds import PdfWork
from yange.readers.pdf_glyphs.hidden import HiddenDrawing

__all__ = ["BoundedFonts"]


class _Counting(CMapBase):
    """A map of characters that keeps none and counts them."""

    def __init__(self, work: PdfWork) -> None:
        super().__init__()
        self._work = work

    def add_cid2unichr(self, cid: int, code: object) -> None:
        self._work.font(1)


class BoundedFonts(PDFResourceManager):
    """A maker of fonts that counts the characters they speak of."""

    def __init__(self, work: PdfWork) -> None:
        """Begin without fonts."""
        super().__init__()
        self._work = work

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Return a font, counted when it is made."""
        if not (objid and objid in self._cached_fonts):
            self._count(spec)
        return super().get_font(objid, spec)

    def _count_map(self, data: bytes) -> None:
        """Count the characters of a map as pdfminer reads it: a pair of characters looks like the ends of a range."""
        with suppress(*_FAULTS):
            CMapParser(_Counting(self._work), BytesIO(data)).run()

    def _count(self, spec: Mapping[str, object]) -> None:
        for key, step in (("W", 3), ("W2", 5)):
            values = resolve1(spec.get(key))
            if isinstance(values, list):
                self._work.font(sum(_range_widths(values, step)))
        for key in ("ToUnicode", "Encoding"):
            stream = resolve1(spec.get(key))
            if isinstance(stream, PDFStream):
                self._count_map(stream.get_data())
        descriptor = resolve1(spec.get("FontDescriptor"))
        if isinstance(descriptor, dict) and "ToUnicode" not in spec:
            program = resolve1(descriptor.get("FontFile2"))
            if isinstance(program, PDFStream):
                self._work.font(_named_in_program(program.get_data()))
        glyphs = resolve1(spec.get("CharProcs"))
        if isinstance(glyphs, dict):
            within = HiddenDrawing(self._work)
            for glyph in map(resolve1, glyphs.values()):
                within.stream(glyph, resolve1(spec.get("Resources")))


_FAULTS = (PDFException, PSException, AssertionError, LookupError, StructError, TypeError, ValueError)
"""What a map raises that is no map; whether the font can be made without it, pdfminer decides."""


def _range_widths(values: Sequence[object], step: int) -> Iterator[int]:
    """Yield how many characters each range of a table of widths has."""
    pending: list[float] = []
    for value in map(resolve1, values):
        if isinstance(value, list):
            yield len(value)
            pending = []
        elif isinstance(value, int | float):
            pending.append(value)
            if len(pending) == step:
                yield int(min(max(pending[1] - pending[0], 0), 1 << 40))
                pending = []


def _named_in_program(data: bytes) -> int:
    """Return for how many characters the tables of a TrueType program give glyphs, at most."""
    found = 0
    tables = int.from_bytes(data[4:6])
    for at in range(12, 12 + 16 * tables, 16):
        if data[at : at + 4] != b"cmap":
            continue
        start = int.from_bytes(data[at + 8 : at + 12])
        for sub in range(start + 4, start + 4 + 8 * int.from_bytes(data[start + 2 : start + 4]), 8):
            found += _named_in_table(data, start + int.from_bytes(data[sub + 4 : sub + 8]))
    return found


def _named_in_table(data: bytes, at: int) -> int:
    kind = int.from_bytes(data[at : at + 2])
    if kind == 4:
        count = int.from_bytes(data[at + 6 : at + 8]) // 2
        ends, starts = at + 14, at + 16 + 2 * count
        return sum(
            max(int.from_bytes(data[ends + k : ends + k + 2]) - int.from_bytes(data[starts + k : starts + k + 2]), 0)
            + 1
            for k in range(0, 2 * count, 2)
        )
    if kind in (12, 13):
        groups = min(int.from_bytes(data[at + 12 : at + 16]), len(data) // 12)
        return sum(
            max(int.from_bytes(data[k + 4 : k + 8]) - int.from_bytes(data[k : k + 4]), 0) + 1
            for k in range(at + 16, at + 16 + 12 * groups, 12)
        )
    return 1 << 16
