"""Open an OFD file (GB/T 33190-2016): its documents, their pages, and the characters of each with their places.

An OFD file is a zip container of XML. It places each character as a PDF file does, so the layout of PDF files is used
for its lines and paragraphs. Lengths there are millimetres; here they are points.
"""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, repeat

from yange.readers.pdf_lines import Glyph, is_wide
from yange.readers.xml_tree import XmlElement, XmlRefused, local_name, parse_xml
from yange.readers.zipped import ZipContainer, ZipRefused, is_zip, open_zip

__all__ = ["OfdPackage", "OfdPage", "OfdRefused", "is_ofd"]

MOST_PAGES = 5_000
MOST_CHARACTERS = 4_000_000
"""Of one document: what a text of a policy may have."""
MOST_DRAWN = 8_000_000
"""Elements of all pages, those of a template counted on each page that shows it."""
_POINT = 72 / 25.4
_FURTHEST = 100_000.0
"""Millimetres. A place beyond it is on no page."""
_ROOT = "OFD.xml"
_A4 = (210.0, 297.0)
_BOLD = 600
_LEVEL = 0.02
"""Sine of the angle at which a line still counts as level."""


class OfdRefused(Exception):  # noqa: N818 - it may be a hostile file as well as a broken one
    """The file is not read: broken, or beyond the limits."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(slots=True)
class OfdPage:
    """A page: its size in points, its characters, those printed at an angle, and how many pictures it has."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    vertical: int = 0
    pictures: int = 0


def is_ofd(data: bytes) -> bool:
    """Return whether the bytes are an OFD file."""
    if not is_zip(data):
        return False
    try:
        return _ROOT in open_zip(data)
    except ZipRefused:
        return False


class OfdPackage:
    """The documents of a file.

    Raises:
        OfdRefused: from the constructor and all methods, if the container or a part is not read.

    """

    def __init__(self, data: bytes) -> None:
        try:
            self._container: ZipContainer = open_zip(data)
        except ZipRefused as refused:
            raise OfdRefused(refused.message) from refused
        self._roots: dict[str, XmlElement] = {}
        self._drawn = 0
        self.read_parts: list[str] = []
        """The parts with words, in the order in which they are printed; one printed on many pages is there as often."""

    def documents(self) -> list[str]:
        """Return the names of the main parts of its documents."""
        found = (one.text or "" for one in self._part(_ROOT).iter() if local_name(one) == "DocRoot")
        return [_resolved(_ROOT, name) for name in found]

    def pages(self, document: str) -> Iterator[OfdPage]:
        """Yield the pages of a document in order."""
        root = self._part(document)
        templates = {
            one.get("ID") or "": _resolved(document, one.get("BaseLoc") or "")
            for one in root.iter()
            if local_name(one) == "TemplatePage"
        }
        size = _size(root, _A4)
        listed = [one for one in root.iter() if local_name(one) == "Page" and one.get("BaseLoc")]
        if len(listed) > MOST_PAGES:
            raise OfdRefused(f"it has {len(listed):,} pages, more than {MOST_PAGES:,}")
        characters = 0
        for number, one in enumerate(listed, 1):
            page = self._page(number, _resolved(document, one.get("BaseLoc") or ""), templates, size)
            characters += len(page.glyphs) + sum(map(len, (*page.turned, *page.hidden)))
            if characters > MOST_CHARACTERS:
                raise OfdRefused(f"it has more than {MOST_CHARACTERS:,} characters")
            yield page

    def _page(self, number: int, name: str, templates: dict[str, str], usual: tuple[float, float]) -> OfdPage:
        root = self._part(name)
        width, height = _size(root, usual)
        page = OfdPage(number, width * _POINT, height * _POINT)
        used = [one.get("TemplateID") or "" for one in root if local_name(one) == "Template"]
        for part in (*(templates[key] for key in used if key in templates), name):
            self.read_parts.append(part)
            for element in self._part(part).iter():
                self._count()
                if local_name(element) == "TextObject":
                    _add_text(page, element)
                elif local_name(element) == "ImageObject":
                    page.pictures += 1
        return page

    def _count(self) -> None:
        self._drawn += 1
        if self._drawn > MOST_DRAWN:
            raise OfdRefused(f"its pages draw more than {MOST_DRAWN:,} things")

    def _part(self, name: str) -> XmlElement:
        if name not in self._roots:
            if name not in self._container:
                raise OfdRefused(f"it has no part {name}")
            try:
                self._roots[name] = parse_xml(self._container.read(name))
            except ZipRefused as refused:
                raise OfdRefused(refused.message) from refused
            except XmlRefused as refused:
                raise OfdRefused(f"{name}: {refused.message}") from refused
        return self._roots[name]


def _resolved(base: str, name: str) -> str:
    """Return the name of a part that another one names: from the root with a slash, else beside it."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), name.strip())).lstrip("/")


def _numbers(text: str | None) -> list[float]:
    found = []
    for one in (text or "").split():
        try:
            value = float(one)
        except ValueError:
            value = 0.0
        found.append(value if math.isfinite(value) and abs(value) < _FURTHEST else 0.0)
    return found


def _size(root: XmlElement, usual: tuple[float, float]) -> tuple[float, float]:
    box = next((_numbers(one.text) for one in root.iter() if local_name(one) == "PhysicalBox"), [])
    return (box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else usual


def _add_text(page: OfdPage, element: XmlElement) -> None:
    codes = [one for one in element if local_name(one) == "TextCode"]
    words = "".join(one.text or "" for one in codes)
    matrix = _numbers(element.get("CTM"))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    if element.get("Visible") == "false":
        page.hidden.append(words)
        return
    if a <= 0 or abs(b) > _LEVEL * math.hypot(a, b):
        page.turned.append(words)
        return
    box = (*_numbers(element.get("Boundary")), 0.0, 0.0)
    size = (_numbers(element.get("Size")) or [0.0])[0]
    style = _style(element)
    stretch = a * (_numbers(element.get("HScale")) or [1.0])[0]
    x = y = 0.0
    for code in codes:
        x, y = (_numbers(code.get("X")) or [x])[0], (_numbers(code.get("Y")) or [y])[0]
        text = code.text or ""
        page.vertical += len(text) > 1 and not code.get("DeltaX") and bool(code.get("DeltaY"))
        across, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
        at, base = x, y
        for nth, character in enumerate(text):
            wide = size if is_wide(character) else size / 2
            step = across[nth] if nth < len(across) else 0.0
            left = box[0] + a * at + c * base + e
            width = min(step, wide * 1.5) * a if step > 0 else wide * stretch
            line = box[1] + b * at + d * base + f
            sides = (left * _POINT, (left + width) * _POINT)
            page.glyphs.append(Glyph(character, *sides, line * _POINT, abs(size * d) * _POINT, *style))
            at += step
            base += down[nth] if nth < len(down) else 0.0


def _style(element: XmlElement) -> tuple[bool, bool]:
    """Return whether characters are bold, and whether they are red, as the head of an official paper is."""
    weight = (_numbers(element.get("Weight")) or [0.0])[0]
    fill = next((_numbers(one.get("Value")) for one in element if local_name(one) == "FillColor"), [])
    red = len(fill) == 3 and fill[0] > 150 and max(fill[1:]) < 90
    return weight >= _BOLD, red


def _deltas(text: str | None, most: int) -> list[float]:
    """Return the steps from character to character; ``g 3 5`` is three steps of 5 (GB/T 33190, 11.3)."""
    if not text:
        return []
    steps: list[Iterator[float]] = []
    words = iter(text.split()[: 3 * most])
    for word in words:
        if word == "g":
            count, value = _numbers(next(words, "0")), _numbers(next(words, "0"))
            steps.append(repeat(value[0], max(0, min(int(count[0]), most))))
        else:
            steps.append(iter(_numbers(word)))
    return list(islice(chain.from_iterable(steps), most))
