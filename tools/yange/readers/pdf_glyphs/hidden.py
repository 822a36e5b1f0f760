"""Count what a page draws without pdfminer running it: the glyphs of Type 3 fonts, and tiling patterns.

pdfium, which reads the words a second time and draws pages, runs them, and forms that draw forms can be drawn more
often than there are atoms. So the most that a glyph or a pattern can draw is counted from its streams and resources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pdfminer.pdftypes import PDFStream, resolve1

from yange.readers.pdf_glyphs.bounds import PdfBoundsError, PdfWork

__all__ = ["HiddenDrawing"]

_USES_PATTERN = re.compile(rb"/[^\s/]+\s+(?:scn|SCN)\b")
"""A name is what only a pattern is chosen by; colours are numbers."""


class HiddenDrawing:
    """What is drawn by glyphs and patterns; forms are counted as often as they may be drawn."""

    def __init__(self, work: PdfWork) -> None:
        self._work = work
        self._counted: dict[int, int] = {}

    def patterns(self, resources: object) -> None:
        """Count what the patterns draw that a page or a form names."""
        for pattern in _streams(resources, "Pattern"):
            self.stream(pattern)

    def stream(self, stream: object, resources: object = None) -> None:
        """Count what a glyph or a pattern draws; ``resources`` are those that it has if it names none itself.

        Raises:
            PdfBoundsError: if it may draw more forms than a page, or draws a pattern or itself.

        """
        if isinstance(stream, PDFStream):
            self._forms(stream, resources, ())

    def _forms(self, stream: PDFStream, resources: object, around: tuple[int, ...]) -> int:
        key = id(stream)
        if key in around or len(around) > self._work.bounds.depth:
            raise PdfBoundsError("a glyph or a pattern that draws itself, or nested too deeply")
        if key not in self._counted:
            content = stream.get_data()
            self._work.read(len(content))
            own = resolve1(stream.attrs.get("Resources")) or resources
            if _USES_PATTERN.search(content) and next(_streams(own, "Pattern"), None) is not None:
                raise PdfBoundsError("a pattern within a glyph or a pattern")
            times = content.count(b"Do")
            inner = [form for form in _streams(own, "XObject") if times and _is_form(form)]
            forms = [self._forms(form, own, (*around, key)) for form in inner]
            self._counted[key] = 1 + times * max(forms, default=0)
            if self._counted[key] > self._work.bounds.forms_of_page:
                raise PdfBoundsError(f"a glyph or a pattern of more than {self._work.bounds.forms_of_page:,} forms")
        return self._counted[key]


def _is_form(stream: PDFStream) -> bool:
    return getattr(resolve1(stream.attrs.get("Subtype")), "name", "") == "Form"


def _streams(resources: object, kind: str) -> Iterator[PDFStream]:
    named = resolve1(resources.get(kind)) if isinstance(resources, dict) else None
    for one in named.values() if isinstance(named, dict) else ():
        found = resolve1(one)
        if isinstance(found, PDFStream):
            yield found
