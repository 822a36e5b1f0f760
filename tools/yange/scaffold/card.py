"""The picture that a link to the site shows: the card of the package with the site's name written on it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

__all__ = ["CARD", "named_card"]

CARD = "site/pages/card.png"
"""The publisher's own card in a project: 1200 by 630 pixels. Without one, pages name the card of the package."""

_FONTS = (
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKsc-Regular.otf",
    "SourceHanSansSC-Regular.otf",
    "PingFang.ttc",
    "Hiragino Sans GB.ttc",
    "msyh.ttc",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "AppleSDGothicNeo.ttc",
    "malgun.ttf",
    "NotoSans-Regular.ttf",
    "DejaVuSans.ttf",
    "Arial.ttf",
    "arial.ttf",
)
"""Files of the usual fonts of Linux, macOS and Windows, those with the most characters first."""

_LEFT, _TOP, _WIDTH, _HEIGHT = 352, 110, 758, 230
"""The room for the name: right of the sign, above the timeline."""
_SIZES = range(112, 39, -8)
_LINE = 1.25
"""The height of a line, in sizes of the font."""


def named_card(name: str, card: Path) -> bytes | None:
    """Return a card with a name as PNG.

    Args:
        name: of the site.
        card: the file of the card without a name.

    Returns:
        The file's bytes; ``None`` where this machine has no font with all characters of the name, or the name is too
        long to be read on a card.

    """
    for size in _SIZES:
        font = _font(name, size)
        if font is None:
            return None
        lines = list(_lines(name, font))
        if len(lines) * size * _LINE <= _HEIGHT and all(font.getlength(line) <= _WIDTH for line in lines):
            return _drawn(card, lines, font, size)
    return None


def _font(name: str, size: int) -> ImageFont.FreeTypeFont | None:
    """Return the first font of this machine that has all characters of a name."""
    if not features.check("raqm") and any(_joined(character) for character in name):
        return None
    for file in _FONTS:
        try:
            font = ImageFont.truetype(file, size)
        except OSError:
            continue
        missing = bytes(font.getmask("\uffff"))
        if all(character.isspace() or bytes(font.getmask(character)) != missing for character in name):
            return font
    return None


def _joined(character: str) -> bool:
    """Return whether a character is written right to left or changes with its neighbours, which Raqm alone draws."""
    return unicodedata.bidirectional(character) in ("R", "AL") or unicodedata.category(character) in ("Mn", "Mc")


def _lines(name: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Yield a name in lines that fit: broken at blanks, and between wide characters."""
    line = ""
    for part in _parts(name):
        if line and font.getlength((line + part).rstrip()) > _WIDTH:
            yield line.strip()
            line = ""
        line += part
    if line.strip():
        yield line.strip()


def _parts(name: str) -> Iterator[str]:
    word = ""
    for character in name:
        wide = unicodedata.east_asian_width(character) in ("W", "F")
        if wide and word:
            yield word
            word = ""
        word += character
        if wide or character == " ":
            yield word
            word = ""
    if word:
        yield word


def _drawn(card: Path, lines: list[str], font: ImageFont.FreeTypeFont, size: int) -> bytes:
    with Image.open(card) as plain:
        picture = plain.convert("RGB")
    drawing = ImageDraw.Draw(picture)
    top = _TOP + (_HEIGHT - len(lines) * size * _LINE) / 2
    for row, line in enumerate(lines):
        drawing.text((_LEFT, top + (row + 0.5) * size * _LINE), line, fill="white", font=font, anchor="lm")
    written = BytesIO()
    picture.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()
