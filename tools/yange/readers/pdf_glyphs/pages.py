"""Run the pages of a PDF file with every operator counted, and turn them as they are read."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from struct import error as StructError  # noqa: N812
from typing import Any

from pdfminer import converter as pdfminer_converter
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTItem, LTLine, LTPage, LTRect
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException

from yange.readers.pdf_glyphs.bounds import USUAL, Bounds, BrokenPdfError, LockedPdfError, PdfBoundsError, PdfWork
from yange.readers.pdf_glyphs.fonts import BoundedFonts
from yange.readers.pdf_glyphs.hidden import HiddenDrawing
from yange.readers.pdf_glyphs.streams import BoundedParser
from yange.readers.pdf_lines import Glyph

__all__ = ["UNMAPPED", "PrintedPage", "Rule", "printed_pages"]

# Its warnings about bad files would go to standard error past the commands; what matters is reported as problems.
pdfminer_converter.log.manager.getLogger("pdfminer").setLevel(60)

UNMAPPED = "\ufffd"
"""What stands for a character whose font does not say which one it is."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that is printed, or the edge of a box: ``upright`` or level, with its two ends."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True)
class PrintedPage:
    """What is printed on a page, turned as it is read.

    ``turned`` are words at an angle to the others (a watermark), ``upright_lines`` counts characters of lines that run
    from top to bottom, ``pictures`` is the share of the page that its largest picture covers, ``curves`` counts what
    is drawn with lines. ``notes`` are the words
    of annotations, ``fields`` those filled into forms.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()
    turned: str = ""
    upright_lines: int = 0
    outside: str = ""
    pictures: float = 0.0
    curves: int = 0
    unmapped: int = 0
    notes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


def printed_pages(data: bytes, bounds: Bounds = USUAL) -> Iterator[PrintedPage]:
    """Yield the pages of a file.

    Raises:
        BrokenPdfError: if the file cannot be read.
        LockedPdfError: if it needs a password.
        PdfBoundsError: if it goes beyond the bounds.

    """
    work = PdfWork(bounds)
    try:
        parser = BoundedParser(BytesIO(data), work)
        document = PDFDocument(parser)
        fonts = BoundedFonts(work)
        for number, page in enumerate(PDFPage.create_pages(document), 1):
            if number > bounds.pages:
                raise PdfBoundsError(f"more than {bounds.pages:,} pages")
            yield _page(number, page, fonts, work)
    except PDFPasswordIncorrect as reason:
        raise LockedPdfError("it is encrypted, and opens with a password only") from reason
    except PDFEncryptionError as reason:
        raise LockedPdfError("it is encrypted in a way that cannot be read") from reason
    except RecursionError as reason:
        raise PdfBoundsError("objects nested too deeply") from reason
    except _FAULTS as reason:
        raise BrokenPdfError(f"{type(reason).__name__}: {reason}"[:200]) from reason


# What pdfminer lets through on broken files: it trusts the types and numbers it finds.
_FAULTS = (
    PDFException, PSException, zlib.error, ArithmeticError, AssertionError, AttributeError, LookupError, OSError,
    TypeError, ValueError, StructError,
)  # fmt: skip


class _Canvas(PDFLayoutAnalyzer):
    """What a page is drawn on: it keeps characters with what pdfminer does not hand on."""

    def __init__(self, fonts: BoundedFonts, work: PdfWork) -> None:
        super().__init__(fonts)
        self.work = work
        self.printed: LTPage | None = None
        self.hidden: set[int] = set()
        self.vertical: set[int] = set()
        self.depth = 0
        self._render = 0

    def receive_layout(self, ltpage: LTPage) -> None:
        self.printed = ltpage

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self.depth += 1
        if self.depth > self.work.bounds.depth:
            raise PdfBoundsError(f"forms nested more than {self.work.bounds.depth} deep")
        super().begin_figure(name, bbox, matrix)

    def end_figure(self, _: str) -> None:
        self.depth -= 1
        super().end_figure(_)

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        self.work.on_page("lines", self.work.bounds.marks_of_page)
        super().paint_path(gstate, stroke, fill, evenodd, path)

    def render_image(self, name: str, stream: PDFStream) -> None:
        self.work.on_page("pictures", self.work.bounds.marks_of_page)
        super().render_image(name, stream)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        if textstate.font is None:
            return
        self._render = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self, matrix: Any, font: PDFFont, fontsize: float, scaling: float, rise: float, cid: int, ncs: Any,
        graphicstate: Any,
    ) -> float:  # fmt: skip
        self.work.glyph()
        advance = super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate)
        char = self.cur_item._objs[-1]
        if self._render in (3, 7):
            self.hidden.add(id(char))
        if font.is_vertical():
            self.vertical.add(id(char))
        if isinstance(char, LTChar):
            char.size = abs(fontsize) * math.hypot(matrix[2], matrix[3])
            if rise:
                char.matrix = (*matrix[:4], matrix[4] + rise * matrix[2], matrix[5] + rise * matrix[3])
        return advance

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:
        return UNMAPPED


class _Runner(PDFPageInterpreter):
    """An interpreter that counts what it runs, as often as it runs it."""

    def execute(self, streams: Sequence[object]) -> None:
        work: PdfWork = self.device.work  # type: ignore[attr-defined]
        work.form()
        for stream in map(resolve1, streams):
            if isinstance(stream, PDFStream):
                if stream.objid in self.parent_stream_ids:  # pdfminer leaves it out; pdfium draws it till memory ends
                    raise PdfBoundsError("a form that draws itself")
                work.read(len(stream.get_data()))
        super().execute(streams)

    def init_resources(self, resources: dict[object, object]) -> None:
        HiddenDrawing(self.device.work).patterns(resources)  # type: ignore[attr-defined]
        super().init_resources(resources)


def _page(number: int, page: PDFPage, fonts: BoundedFonts, work: PdfWork) -> PrintedPage:
    work.page.clear()
    canvas = _Canvas(fonts, work)
    _Runner(fonts, canvas).process_page(page)
    printed = canvas.printed
    if printed is None:
        raise BrokenPdfError(f"page {number} cannot be drawn")
    chars = [item for item in _leaves(printed) if isinstance(item, LTChar)]
    quarter = _quarter(char for char in chars if id(char) not in canvas.vertical)
    crop = _shown(page, printed)
    frame = _Frame(crop, quarter)
    glyphs, turned, outside, upright = [], [], [], 0
    for char in chars:
        text = char.get_text().replace("\0", "")
        middle = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
        if id(char) in canvas.vertical:
            upright += 1
        elif not (crop[0] <= middle[0] <= crop[2] and crop[1] <= middle[1] <= crop[3]):
            outside.append(text)
        elif _direction(char) != quarter:
            turned.append(text)
        elif text and char.size > 0.5:
            glyphs.append(frame.glyph(char, text, shown=id(char) not in canvas.hidden))
    return PrintedPage(
        number, frame.width, frame.height, tuple(glyphs), tuple(frame.rules(_leaves(printed))),
        turned="".join(turned), upright_lines=upright, outside="".join(outside),
        pictures=_picture_share(printed, crop),
        curves=sum(isinstance(item, LTCurve) for item in _leaves(printed)),
        unmapped=sum(UNMAPPED in glyph.text for glyph in glyphs), notes=_notes(page), fields=_fields(page),
    )  # fmt: skip


def _leaves(item: LTPage | LTFigure) -> Iterator[LTItem]:
    for one in item:
        if isinstance(one, LTFigure):
            yield from _leaves(one)
        else:
            yield one


def _direction(char: LTChar) -> int | None:
    """Return how far the line of a character is turned, in quarters against the clock; ``None`` at another angle."""
    a, b = char.matrix[0], char.matrix[1]
    angle = math.degrees(math.atan2(b, a))
    quarter = round(angle / 90)
    return quarter % 4 if abs(angle - 90 * quarter) < 3 else None


def _quarter(chars: Iterable[LTChar]) -> int:
    counts = [0, 0, 0, 0]
    for char in chars:
        direction = _direction(char)
        if direction is not None:
            counts[direction] += 1
    return counts.index(max(counts))


def _shown(page: PDFPage, printed: LTPage) -> tuple[float, float, float, float]:
    """Return the part of the page that is shown, in the coordinates of what was drawn."""
    media, crop = page.mediabox, page.cropbox
    if page.rotate in (90, 270) or crop[0] >= crop[2] or crop[1] >= crop[3]:
        return printed.bbox
    left, low = max(crop[0] - media[0], 0), max(crop[1] - media[1], 0)
    if page.rotate == 180:
        left, low = media[2] - min(crop[2], media[2]), media[3] - min(crop[3], media[3])
    right, high = left + crop[2] - crop[0], low + crop[3] - crop[1]
    return (left, low, min(right, printed.x1), min(high, printed.y1))


class _Frame:
    """The page as it is read: origin at the upper left, lines from left to right."""

    def __init__(self, crop: tuple[float, float, float, float], quarter: int) -> None:
        self.crop, self.quarter = crop, quarter
        width, height = crop[2] - crop[0], crop[3] - crop[1]
        self.width, self.height = (height, width) if quarter % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the drawing as (right, down) on the page."""
        left, low, right, high = self.crop
        if self.quarter == 1:
            return y - low, x - left
        if self.quarter == 2:
            return right - x, y - low
        if self.quarter == 3:
            return high - y, right - x
        return x - left, high - y

    def glyph(self, char: LTChar, text: str, *, shown: bool) -> Glyph:
        (x0, _), (x1, _) = self.point(char.x0, char.y0), self.point(char.x1, char.y1)
        _, base = self.point(char.matrix[4], char.matrix[5])
        weight = char.fontname.lower()
        bold = any(word in weight for word in _BOLD)
        return Glyph(text, min(x0, x1), max(x0, x1), base, char.size, bold, _is_red(char), shown)

    def rules(self, items: Iterable[LTItem]) -> Iterator[Rule]:
        """Yield the straight lines and the edges of boxes."""
        for item in items:
            if not isinstance(item, LTCurve) or isinstance(item, LTImage):
                continue
            if not (item.stroke or item.fill) or _is_white(item):
                continue
            corners = [self.point(item.x0, item.y0), self.point(item.x1, item.y1)]
            (x0, x1), (y0, y1) = sorted(one[0] for one in corners), sorted(one[1] for one in corners)
            if isinstance(item, LTRect) and item.width > THIN and item.height > THIN:
                if item.stroke:
                    yield from (Rule(False, y0, x0, x1), Rule(False, y1, x0, x1))
                    yield from (Rule(True, x0, y0, y1), Rule(True, x1, y0, y1))
            elif isinstance(item, LTLine | LTRect) or len(item.pts) <= 5:
                if x1 - x0 >= y1 - y0 and y1 - y0 <= THIN:
                    yield Rule(False, (y0 + y1) / 2, x0, x1)
                elif x1 - x0 <= THIN:
                    yield Rule(True, (x0 + x1) / 2, y0, y1)


THIN = 3.0
"""Points: a box that is no wider is a line."""
_BOLD = ("bold", "black", "heavy", "simhei", "-demi", "semibold", "w7", "w8", "w9")


def _components(color: Any) -> tuple[float, ...]:
    values = color if isinstance(color, tuple | list) else (color,)
    return tuple(float(value) for value in values if isinstance(value, int | float))


def _is_red(char: LTChar) -> bool:
    parts = _components(getattr(char.graphicstate, "ncolor", None))
    if len(parts) == 3:
        return parts[0] > 0.6 and max(parts[1:]) < 0.4
    return len(parts) == 4 and parts[0] < 0.3 and min(parts[1:3]) > 0.6 and parts[3] < 0.3


def _is_white(item: LTCurve) -> bool:
    color = item.stroking_color if item.stroke else item.non_stroking_color
    parts = _components(color)
    return len(parts) in (1, 3) and min(parts) > 0.97


def _picture_share(printed: LTPage, crop: tuple[float, float, float, float]) -> float:
    area = (crop[2] - crop[0]) * (crop[3] - crop[1]) or 1.0
    pictures = [item for item in _leaves(printed) if isinstance(item, LTImage)]
    return max((min(item.width * item.height / area, 1.0) for item in pictures), default=0.0)


_MOST_NOTES = 1_000


def _annotations(page: PDFPage) -> Iterator[dict[str, object]]:
    annots = resolve1(page.annots)
    for one in annots[:_MOST_NOTES] if isinstance(annots, list) else ():
        annotation = resolve1(one)
        if isinstance(annotation, dict):
            yield annotation


def _notes(page: PDFPage) -> tuple[str, ...]:
    found = (_string(resolve1(one.get("Contents"))) for one in _annotations(page))
    return tuple(words for words in found if words)


def _fields(page: PDFPage) -> tuple[str, ...]:
    forms = (one for one in _annotations(page) if getattr(resolve1(one.get("Subtype")), "name", "") == "Widget")
    found = (_string(resolve1(one.get("V"))) for one in forms)
    return tuple(words for words in found if words)


def _string(value: object) -> str:
    if not isinstance(value, bytes):
        return ""
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        return value.decode("utf-16", "replace").strip()
    return value.decode("latin-1").strip()
