"""What speaks for a number being a clause's own, and what shows it to be a cross-reference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.numbering import ClauseNumber, NumberStyle
from yange.parse.markdown import EDGES
from yange.parse.marks import DIVISIONS, TERMINAL, Line

__all__ = [
    "CLOSED",
    "begins_cleanly",
    "closes_sentence",
    "ends_closed",
    "is_division",
    "refers",
    "refers_perhaps",
]

CLOSED = "。；！？!?;”」』…）)】"
"""After what a further clause may begin in the same line."""

_UNITS = {
    NumberStyle.ARTICLE,
    NumberStyle.CHAPTER,
    NumberStyle.SECTION,
    NumberStyle.PART,
    NumberStyle.SUBPART,
}
_ENGLISH = {
    NumberStyle.EN_ARTICLE,
    NumberStyle.EN_SECTION,
    NumberStyle.EN_RULE,
    NumberStyle.EN_REGULATION,
    NumberStyle.SIGN,
    NumberStyle.EN_CHAPTER,
    NumberStyle.EN_PART,
}
_BRACKETS = {NumberStyle.HAN_BRACKET, NumberStyle.ARABIC_BRACKET, NumberStyle.CIRCLED}

_REFERENCE = re.compile(
    r"第|[的之]|规定|所[列述称规指定]|[至到](?=第|本|[一二三四五六七八九十\d])|(?:和|与|或|或者|及|以及|、|，|,)(?=第|本|前|其他|《)"
    r"|中(?=[的所，,。]|规定|第|“)|相应(?:地)?(?:改|调整|修改)|修改为|改为|修正为|增加|删去|删除|作为|作出如下|前款|以外|除外|[。，；]$"
    r"|[两二三四五六七八九十]款"
)
_REFERENCE_APART = re.compile(r"[ \t](?:第[^第。]{1,6}[款项]|规定的|规定，|所列|的)")
_PERHAPS = re.compile(r"[、，,和与或及至到]|中(?!华|央|国|外|小|级|介|等|医|学)|以[上下内]|关于|情形|要求|内容|修改")
_REFERENCE_ENGLISH = re.compile(
    r"\s*\([0-9a-z]{1,3}\)|, (?:and|or)\b|,\s+[a-z]|[;)]|\s+(?:of|and|or|to|shall|applies|apply|does|do|is|are|may"
    r"|through|above|below|hereof|has|have|was|were|in|by|under|for|must|as|with|Absatz|Abs|Satz|Nr|und|bis|oder|der|des|gilt)\b"
)
_REFERENCE_ITEM = re.compile(
    r"项(?!目)|[目款](?=规定|所列|、第)|至[（(]|[、和与或及]\s*[（(]|或者\s*[（(]|的规定|规定的|所列"
)
_ENUMERATION = re.compile(r"[〇零一二两三四五六七八九十百]{1,4}、|(?<=[0-9０-９]、)[0-9０-９]{1,3}、")
_IMAGE = re.compile(r"[.。\s]{0,4}(?:png|jpe?g|gif|bmp|webp|svg|tiff?)\b", re.I)
_ARTICLE = re.compile(r"第[^第。；，]{1,10}条")
_PAGE_NUMBER = re.compile(r"[-—–－―\s\u3000]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–－―\s\u3000]*")
_ABBREVIATION = re.compile(
    r"(?:^|[^A-Za-z])(?:[A-Za-z]|Nos?|Arts?|Secs?|Paras?|Chs?|Cl|Reg|Regs|Subs|ss|pp|vs|cf|al|Inc|Ltd|Co|Corp|St|Mrs?|Dr|Sch"
    r"|Vol|Ed|Cap|etc|viz)\.$",
    re.I,
)
"""A point that ends no sentence."""
_LONGEST_HEADING = 60
_MOST_FURNITURE = 4


def refers(plain: str, number: ClauseNumber, column: int = 0) -> bool:
    """Tell whether what follows a number shows it to be a cross-reference, an enumeration or the name of an image."""
    end = column + len(number.raw)
    if number.style in _ENGLISH:
        return _REFERENCE_ENGLISH.match(plain, end) is not None
    if number.style in _UNITS:
        return _REFERENCE.match(plain, end) is not None or _REFERENCE_APART.match(plain, end) is not None
    if number.style in _BRACKETS:
        return _REFERENCE_ITEM.match(plain, end) is not None
    if number.raw.endswith("、"):
        return _ENUMERATION.match(plain, end) is not None
    return _IMAGE.match(plain, end) is not None


def refers_perhaps(plain: str, number: ClauseNumber, column: int = 0) -> bool:
    """Tell whether what follows a number is more usual after a cross-reference (第三条、… 第三条关于…)."""
    return number.style in _UNITS and _PERHAPS.match(plain, column + len(number.raw)) is not None


def ends_closed(plain: str, column: int) -> bool:
    """Tell whether a sentence ends right before a column, blanks apart."""
    at = column
    while at and plain[at - 1] in EDGES:
        at -= 1
    return at > 0 and plain[at - 1] in CLOSED


def closes_sentence(plain: str) -> bool:
    """Tell whether a line ends a sentence: with closing punctuation, or with a point behind a word."""
    if plain[-1:] == ".":
        return len(plain) > 1 and plain[-2].isalnum() and _ABBREVIATION.search(plain[-12:]) is None
    return plain[-1:] in TERMINAL


def begins_cleanly(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line begins a paragraph, rather than going on with a sentence that a line end broke."""
    line = lines[at]
    if at == 0 or line.block.parted or line.block.level or lines[at - 1].block.level:
        return True
    above = at - 1
    while above > max(0, at - _MOST_FURNITURE) and _PAGE_NUMBER.fullmatch(lines[above].plain):
        above -= 1
    before = lines[above]
    return (
        closes_sentence(before.plain)
        or any(len(number.raw) >= len(before.plain) or is_division(before, number) for number in before.numbers()[:1])
        or (above > 0 and _heads_below(lines[above - 1], before))
    )


def _heads_below(label: Line, heading: Line) -> bool:
    """Tell whether a line is the heading of a division whose number stands alone in the line above it."""
    alone = any(number.style in DIVISIONS and number.raw == label.plain for number in label.numbers()[:1])
    return alone and len(heading.plain) <= _LONGEST_HEADING and heading.plain[-1] not in "，、；,;"


def is_division(line: Line, number: ClauseNumber, column: int = 0) -> bool:
    """Tell whether a number of a part, chapter or section begins a heading: short, and no sentence.

    Where an article runs on in the same line only what stands before it is the heading.
    """
    if number.style not in DIVISIONS or refers(line.plain, number, column):
        return False
    start = column + len(number.raw)
    heading = line.plain[start : start + 2 * _LONGEST_HEADING]
    runs_on = next((m for m in _ARTICLE.finditer(heading)), None)
    if runs_on is not None:
        heading = heading[: runs_on.start()]
    return len(heading) <= _LONGEST_HEADING and not any(sign in heading for sign in "。；")
