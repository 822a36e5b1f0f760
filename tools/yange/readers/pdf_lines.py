"""From the characters of a row to a line: the blanks between words, letters that stand for others, sizes.

Pure geometry, shared by PDF files and scans. Lengths are points, measured from the upper left corner of the page as it
is shown; most thresholds are shares of the font size, since that is what the eye measures a gap against.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

__all__ = ["DOOR", "Box", "Glyph", "Grid", "PageLines", "PrintedLine", "folded", "is_wide", "line_of"]

Box = tuple[float, float, float, float]
"""(left, top, right, bottom)."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as printed: ``base`` is its baseline, ``size`` its font size.

    ``shown`` is unset for text that is not painted, ``red`` is set for the colour of a letterhead.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    red: bool = False
    shown: bool = True
    raised: bool = False
    doubt: bool = False
    """Recognised in a picture with little confidence."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of one column.

    ``column`` numbers the columns of a page in reading order. ``first`` is the width of what could have moved to the
    line above. ``left`` and ``right`` are the sides of the column, filled in later.
    """

    page: int
    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    red: bool = False
    first: float = 0.0
    column: int = 0
    columns: int = 1
    left: float = 0.0
    right: float = 0.0
    doubt: bool = False
    blank: bool = False
    """Whether the file has a blank after the last word."""

    @property
    def box(self) -> Box:
        """The box around the line, with the usual share of the font size below the baseline."""
        return (self.x0, self.base - 0.88 * self.size, self.x1, self.base + 0.22 * self.size)

    @property
    def indent(self) -> float:
        """How far the line begins after the left side of its column."""
        return self.x0 - self.left

    @property
    def room(self) -> float:
        """How far the line ends before the right side of its column."""
        return self.right - self.x1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the words of its cells by row, and the left edges of its columns.

    ``last_page`` is the page of its last rows, where that is a later one; ``box`` is on ``page``.
    """

    page: int
    box: Box
    rows: tuple[tuple[str, ...], ...]
    edges: tuple[float, ...]
    column: int = 0
    last_page: int | None = None


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines and tables of a page in reading order.

    ``ranged`` is set if words stand below each other in columns as those of a table do, without rules.
    """

    number: int
    width: float
    height: float
    items: tuple[PrintedLine | Grid, ...]
    ranged: bool = False


DOOR = "\u2f3e"
"""The radical for which each script has a character of its own."""
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
# Makers of PDF files that go from glyphs back to characters take the lowest code of a glyph, which is a radical.
_RADICALS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
    if len(unicodedata.normalize("NFKC", chr(code))) == 1
}
# Radicals that Unicode itself does not fold; in fonts they are the same glyphs. U+2F3E is left: it is 户, 戶 or 戸.
_SAME_GLYPHS = (
    "⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺫罒⺭礻⺯糹⺰纟⺱罓⺲罒⺹耂⺺肀⺾艹⺿艹⻁虎⻂衤⻃覀⻄西⻅见⻆角"
    "⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
    "\u2329〈\u232a〉\u2012–\u02bb‘"
)
_FOLDED = {
    **_LIGATURES, **_RADICALS, **{ord(a): b for a, b in zip(_SAME_GLYPHS[::2], _SAME_GLYPHS[1::2], strict=True)},
    0xA0: " ", 0x2007: " ", 0x202F: " ", 0x09: " ", 0x200B: None,
}  # fmt: skip
_FOLDED.pop(ord(DOOR))
_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")


def folded(text: str) -> str:
    r"""Return text with ligatures as letters, radicals as ideographs, and one kind of blank.

    >>> folded("\ufb01le ① \u2f00")
    'file ① 一'
    """
    return text.translate(_FOLDED)


def is_wide(char: str) -> bool:
    """Whether a character belongs to a script that is written without blanks between words."""
    return char not in _HANGUL and unicodedata.east_asian_width(char) in "WF"


class _Hangul:
    def __contains__(self, char: str) -> bool:
        return "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff" or "\u3130" <= char <= "\u318f"


_HANGUL = _Hangul()

# Blanks: words are told apart by gaps, where the file has no blanks of its own.

NO_GAP = 0.06
"""A blank of the file that takes no room is none: a soft hyphen within a line is printed as one."""
WIDE_GAP, NARROW_GAP, NARROW_GAP_BESIDE_BLANKS = 0.6, 0.2, 0.5
"""The least gap that is a blank: between ideographs; between letters; the same in a row that has blanks of its own."""


def line_of(page: int, glyphs: Sequence[Glyph]) -> PrintedLine | None:
    """Return the line that the characters of one row make, or ``None`` if they are all blank."""
    seen = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not seen:
        return None
    sizes = Counter[float]()
    for glyph in seen:
        sizes[round(glyph.size, 1)] += 0 if glyph.raised else len(glyph.text)
    size = max(sizes, key=lambda one: (sizes[one], one))
    bold = sum(glyph.bold for glyph in seen) >= 0.8 * len(seen)
    red = sum(glyph.red for glyph in seen) >= 0.8 * len(seen)
    base = median(glyph.base for glyph in seen if not glyph.raised) if sizes[size] else seen[0].base
    text = folded(_together(_spaced(glyphs, size)))
    return PrintedLine(
        page, text, seen[0].x0, max(one.x1 for one in seen), base, size, bold, red, _first(seen, text),
        doubt=any(glyph.doubt for glyph in seen), blank=glyphs[-1].text.isspace(),
    )  # fmt: skip


def _spaced(glyphs: Sequence[Glyph], size: float) -> str:
    least = _least_gaps(glyphs, size)
    pieces: list[str] = []
    before: Glyph | None = None
    blank = ""
    for glyph in glyphs:
        if glyph.text.isspace():
            blank = blank if blank in _WIDE_BLANKS and blank else glyph.text[-1:]
            continue
        if before is not None:
            blank = _blank_as_printed(blank, before, glyph) if blank else _blank(before, glyph, least, size)
            pieces.append(blank)
        pieces.append(glyph.text.translate(_RAISED) if glyph.raised else glyph.text)
        before, blank = glyph, ""
    return "".join(pieces)


_WIDE_BLANKS = "\u3000\u2003"


def _blank_as_printed(blank: str, before: Glyph, after: Glyph) -> str:
    """Return a blank of the file; an em space and an ideographic space are one glyph, told apart by what is beside."""
    if after.x0 - before.x1 < NO_GAP * before.size:
        return ""
    if blank not in _WIDE_BLANKS:
        return " "
    return "\u3000" if is_wide(before.text[-1:]) or is_wide(after.text[:1]) else " "


def _least_gaps(glyphs: Sequence[Glyph], size: float) -> tuple[float, float]:
    """Return the least gap that is a blank, between ideographs and between letters."""
    pairs = [(a, b) for a, b in pairwise(glyphs) if not a.text.isspace() and not b.text.isspace()]
    wide = [b.x0 - a.x1 for a, b in pairs if is_wide(a.text[-1:]) and is_wide(b.text[:1])]
    narrow = [b.x0 - a.x1 for a, b in pairs if _is_letter(a.text[-1:]) and _is_letter(b.text[:1])]
    least_wide, usual = WIDE_GAP * size, median(wide) if len(wide) > 2 else 0.0
    if usual > 0.1 * size:
        least_wide = max(least_wide, 2 * usual)
    blanks = any(glyph.text.isspace() for glyph in glyphs)
    least_narrow = (NARROW_GAP_BESIDE_BLANKS if blanks else NARROW_GAP) * size
    usual = median(narrow) if len(narrow) > 3 else 0.0
    if usual > 0.12 * size:
        least_narrow = max(least_narrow, usual + 0.25 * size)
    return least_wide, least_narrow


def _is_letter(char: str) -> bool:
    return char.isalpha() and not is_wide(char)


def _blank(before: Glyph, after: Glyph, least: tuple[float, float], size: float) -> str:
    gap = after.x0 - before.x1
    wide = is_wide(before.text[-1:]), is_wide(after.text[:1])
    if gap <= (least[0] if any(wide) else least[1]):
        return ""
    return "\u3000" if all(wide) and gap >= 0.8 * size else " "


def _together(text: str) -> str:
    """Join ideographs that were spaced out: all of a line, or at least three at its beginning.

    >>> _together("通\u3000知"), _together("第 一 条 为了安全"), _together("甲乙 丙丁")
    ('通知', '第一条 为了安全', '甲乙 丙丁')
    """
    words = text.replace("\u3000", " ").split(" ")
    singles = 0
    while singles < len(words) and len(words[singles]) == 1 and is_wide(words[singles]) and words[singles].isalnum():
        singles += 1
    if singles < 2 or (singles < 3 and singles < len(words)):
        return text
    end = sum(map(len, words[:singles])) + singles - 1
    return "".join(words[:singles]) + text[end:]


_CLOSING = frozenset("，。、；：？！）」』”’》〉】〕…—,.;:?!)]}%％")
_OPENING = frozenset("（「『“‘《〈【〔([{")


def _first(seen: Sequence[Glyph], text: str) -> float:
    """Return the width of what stays together at the beginning of a line: a word, or an ideograph with its marks."""
    blank_at = len(text.split(" ", 1)[0])
    end, letters = 0, 0
    for end, glyph in enumerate(seen):
        char = glyph.text[-1:]
        letters += len(glyph.text)
        after = seen[end + 1].text[:1] if end + 1 < len(seen) else ""
        if not after or letters >= blank_at:
            break
        if after in _CLOSING or char in _OPENING or not (is_wide(char) or is_wide(after)):
            continue
        break
    return seen[end].x1 - seen[0].x0
