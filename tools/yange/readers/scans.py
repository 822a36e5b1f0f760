"""Recognise the words of scanned pages with RapidOCR, offline. The home of rapidocr_onnxruntime, an extra.

Its models are in its package, so nothing is fetched. Recognised words are never taken as certain: lines with little
confidence are named, and so are numbers that do not follow each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from importlib.metadata import version
from itertools import groupby, pairwise
from typing import Any

from yange.numbering import ClauseNumber
from yange.parse import parse
from yange.problems import Problem, YangeError, error, warning
from yange.readers.pdf_columns import lines_of_page
from yange.readers.pdf_lines import Glyph, PageLines, is_wide
from yange.readers.pdf_pages import page_image

__all__ = ["RecognisedPages", "breaks", "library", "recognised"]

DPI = 200
"""Dots per inch at which a page is drawn. Measured on printed pages: 150 loses small figures, 300 gains nothing."""
SURE = 0.9
"""Confidence below which a line is named."""
MOST_PAGES = 500
"""Pages that are recognised of one file: each takes seconds."""
PACKAGE = "rapidocr_onnxruntime"


@dataclass(frozen=True)
class RecognisedPages:
    """The lines of the pages that were recognised, by page, and what is wrong."""

    pages: Mapping[int, PageLines] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def library() -> str:
    """Return what recognises, with its version."""
    return f"{PACKAGE} {version(PACKAGE)}"


def recognised(name: str, data: bytes, pages: Sequence[int]) -> RecognisedPages:
    """Return the lines of pages that are pictures."""
    if len(pages) > MOST_PAGES:
        message = f"{len(pages):,} pages have no text, more than the {MOST_PAGES} that are recognised"
        return RecognisedPages({}, (error("scan-too-long", name, message, hint="cut the file into its documents"),))
    try:
        engine = _engine()
    except ImportError as reason:
        return RecognisedPages({}, (_missing(name, pages, reason),))
    found: dict[int, PageLines] = {}
    problems: list[Problem] = []
    for number in pages:
        try:
            found[number] = _page(engine, data, number)
        except YangeError as reason:
            problems.append(error("pdf-broken", name, str(reason), hint="open the file and save it anew"))
    empty = [number for number in pages if number in found and not found[number].items]
    full = [number for number in pages if number in found and found[number].items]
    if full:
        message = f"words of {len(full)} pages were recognised in pictures: {_listed(full)}"
        problems.append(
            warning("pdf-scanned", name, message, hint="compare the text with the pages before relying on it")
        )
    if empty and full:
        message = f"no words were recognised on {len(empty)} pages: {_listed(empty)}"
        problems.append(warning("scan-empty", name, message, hint="see whether they are blank"))
    return RecognisedPages({number: found[number] for number in full}, tuple(problems))


def _missing(name: str, pages: Sequence[int], reason: ImportError) -> Problem:
    message = f"{len(pages)} pages are pictures without text: {_listed(pages)}"
    if "libGL" in str(reason) or ".so" in str(reason):
        hint = f"a library of the system is missing ({reason}); on Debian: apt install libgl1 libglib2.0-0"
        return error("scan-no-reader", name, message, hint=hint)
    return error("scan-no-reader", name, message, hint='to recognise them: pip install "yange[ocr]"')


def _listed(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:10])) + (f" and {len(pages) - 10} more" if len(pages) > 10 else "")


@cache
def _engine() -> Any:
    """Return the recogniser; one thread, so that sums of floating-point numbers come out alike on every run."""
    module = import_module(PACKAGE)
    return module.RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)


_CLOSING, _OPENING = "，。、；：？！）」』”’》〉】〕", "（「『“‘《〈【〔"


@dataclass(frozen=True, slots=True)
class _Found:
    """A recognised line: its sides in points, its words, how sure they are."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    score: float
    red: bool
    gaps: tuple[tuple[float, float], ...] = ()
    """Where no ink is across the line, from left to right."""

    @property
    def size(self) -> float:
        """The font size: the width of a full-width character, or a share of the height for letters."""
        wide = sum(is_wide(char) for char in self.text)
        if wide >= 4 and wide > 0.6 * len(self.text):
            # The box ends with the ink: half of a mark at the end is white.
            white = (self.text[0] in _OPENING) + (self.text[-1] in _CLOSING)
            return (self.right - self.left) / (wide + 0.5 * (len(self.text) - wide - white))
        return 0.78 * (self.bottom - self.top)


def _page(engine: Any, data: bytes, number: int) -> PageLines:
    image = page_image(data, number, DPI, color=True)
    pixels = import_module("numpy").asarray(image)
    scale = 72 / DPI
    answer, _ = engine(pixels)
    found = [_found(box, text, float(score), scale, pixels) for box, text, score in answer or () if text.strip()]
    sizes = _usual_sizes(found)
    found = [replace(one, text=_with_blanks(one, size)) for one, size in zip(found, sizes, strict=True)]
    glyphs = [glyph for one, size in zip(found, sizes, strict=True) for glyph in _glyphs(one, size)]
    return lines_of_page(number, image.width * scale, image.height * scale, glyphs, ())


def _found(box: Sequence[Sequence[float]], text: str, score: float, scale: float, pixels: Any) -> _Found:
    left, right = (box[0][0] + box[3][0]) / 2, (box[1][0] + box[2][0]) / 2
    top, bottom = (box[0][1] + box[1][1]) / 2, (box[2][1] + box[3][1]) / 2
    part = pixels[max(int(top), 0) : int(bottom) + 1, max(int(left), 0) : int(right) + 1].astype("int16")
    ink = part[part.min(axis=2) < _INK]
    red = len(ink) > 0 and float((ink[:, 0] - ink[:, 1:].max(axis=1) > _RED).mean()) > 0.5
    empty = (part.min(axis=2) >= _INK).all(axis=0).tolist()
    gaps = tuple((left * scale + a * scale, left * scale + b * scale) for a, b in _runs_of(empty))
    return _Found(left * scale, top * scale, right * scale, bottom * scale, text, score, red, gaps)


def _runs_of(empty: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where columns of the picture are empty, one after the other."""
    at = 0
    for value, run in groupby(empty):
        length = sum(1 for _ in run)
        if value:
            yield at, at + length
        at += length


GAP, LABEL = 0.9, 8
"""The least empty space that is a blank between ideographs, as a share of the font size, and the characters before it:
those of a label."""


def _with_blanks(found: _Found, size: float) -> str:
    """Return the words of a line with the wide blank that the picture shows after a label, which recognition loses."""
    if sum(is_wide(char) for char in found.text) < 0.8 * len(found.text):
        return found.text
    text = found.text
    for start, end in found.gaps:
        at = round((start - found.left) / size)
        if end - start >= GAP * size and 0 < at <= LABEL and text[at - 1 : at + 1].isalnum() and at + 1 < len(text):
            return f"{text[:at]}\u3000{text[at:]}"
    return text


_INK, _RED = 128, 60
"""Of 255: what is printed is darker in some colour; red is so much more than green and blue."""
ALIKE = 0.15
"""Share by which font sizes as measured may differ from the one they are: the box of a line depends on its letters."""


def _usual_sizes(found: Sequence[_Found]) -> list[float]:
    """Return the sizes of lines, those that are alike made the same: the one in which most is set comes first."""
    letters = Counter[float]()
    for one in found:
        letters[round(one.size * 2) / 2] += len(one.text)
    same: dict[float, float] = {}
    for usual, _ in sorted(letters.items(), key=lambda item: (-item[1], item[0])):
        if usual not in same:
            same.update((size, usual) for size in letters if size not in same and abs(size - usual) <= ALIKE * usual)
    return [same[round(one.size * 2) / 2] for one in found]


def _glyphs(found: _Found, size: float) -> Iterator[Glyph]:
    """Yield the characters of a recognised line, spread over its box: ideographs are twice as wide as letters."""
    base = (found.top + found.bottom) / 2 + 0.36 * size
    shares = [2 if is_wide(char) else 1 for char in found.text]
    # The box ends with the ink, but half of a mark at the end is white.
    right = found.right + (0.5 * size if found.text[-1] in _CLOSING else 0.0)
    unit, at = (right - found.left) / sum(shares), found.left
    for char, share in zip(found.text, shares, strict=True):
        yield Glyph(char, at, at + share * unit, base, size, red=found.red, doubt=found.score < SURE)
        at += share * unit


MOST_NAMED = 20


def breaks(name: str, text: str) -> Iterator[Problem]:
    """Yield the numbers of clauses that do not follow the one before: figures are what is read wrongly first."""
    provisions = parse(text)
    numbered = [clause for clause in provisions.primary if clause.number is not None]
    named = 0
    for before, clause in pairwise(numbered):
        if clause.number is None or before.number is None or _follows(before.number, clause.number):
            continue
        named += 1
        if named > MOST_NAMED:
            break
        message = f"{clause.label} follows {before.label}: a number may be recognised wrongly, or a clause be lost"
        hint = "compare both with the page"
        yield warning("scan-number", name, message, hint=hint, line=text.count("\n", 0, clause.start) + 1)


def _follows(before: ClauseNumber, after: ClauseNumber) -> bool:
    """Whether a number is the next one, an inserted one, or the first of a new series."""
    if after.value in ((1,), (*before.value, 1)):
        return True
    last = before.value[-1] + 1
    return after.value in ((*before.value[:-1], last), (before.value[0] + 1,))
