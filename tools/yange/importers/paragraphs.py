"""From lines to paragraphs: sentences broken by a page layout are joined, articles run together are parted.

Both change line ends only. Where a line end is the author's and where the layout's is judged by how the line before
it closes; a number parts a paragraph only where it is the very next one of its series.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yange.importers import furniture, patterns
from yange.importers.drafts import BlockRole, Part
from yange.law.zh_hans.numerals import read_chinese_numeral

_OPEN_END = tuple("，、,/（(—")
_UNIT = re.compile(r"第([一二三四五六七八九十百零〇]{1,6})([编章节条])")
_ITEM = re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]")
_CLOSED = frozenset("。；！？”）)：:;")
_LAYOUT_LINE = 20
"""A line shorter than this is a heading or a signature, not the first half of a broken sentence."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its words as printed, its place in the file, and its role."""

    text: str
    start: int
    role: BlockRole
    annexed: bool


def paragraphs(parts: Sequence[Part], source: str) -> list[Paragraph]:
    """Return the paragraphs that ``parts`` (furniture left out) make, in order."""
    joined: list[Paragraph] = []
    end = 0
    for part in parts:
        block = part.block
        if (
            joined
            and part.role is BlockRole.WORDS is joined[-1].role
            and _continues(joined[-1].text, block.text, source[end : block.start])
        ):
            last = joined.pop()
            joined.append(Paragraph(_glue(last.text, block.text), last.start, last.role, last.annexed))
        else:
            joined.append(Paragraph(block.text, block.start, part.role, part.annexed))
        end = block.end
    return list(_parted(joined))


def _glue(left: str, right: str) -> str:
    """Join two halves; Latin words keep a blank between them."""
    return (
        f"{left} {right}"
        if left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() and right[:1].isalpha()
        else left + right
    )


def _continues(before: str, text: str, between: str) -> bool:
    """Tell whether ``text`` goes on with the sentence that the line before it broke off."""
    if patterns.label(text) or patterns.is_date(text) or patterns.is_annex(text) or patterns.is_attachment(text):
        return False
    if before.endswith(_OPEN_END) and len(before) >= _LAYOUT_LINE:
        return True
    turned = any(furniture.is_running(line.strip()) for line in between.split("\n"))
    if (between.count("\n") > 1 and not turned) or patterns.is_closed(before) or len(before) < _LAYOUT_LINE:
        return False
    heading = patterns.label(before) is not None and not re.search(r"[，。；,;]", before)
    return not heading and not patterns.is_signature(text) and not patterns.is_title(before)


@dataclass(slots=True)
class _Expected:
    """The next number of each series that may begin inside a paragraph."""

    unit: dict[str, int]
    item: int = 0
    run_on: bool = False


def _parted(joined: list[Paragraph]) -> Iterator[Paragraph]:
    expected = _Expected({"编": 1, "章": 1, "节": 1, "条": 1})
    for paragraph in joined:
        if paragraph.role is not BlockRole.WORDS or paragraph.annexed:
            yield paragraph
            continue
        cuts = _cuts(paragraph.text, expected)
        for left, right in zip([0, *cuts], [*cuts, len(paragraph.text)], strict=True):
            text = paragraph.text[left:right].strip()
            if text:
                yield Paragraph(text, paragraph.start + left, paragraph.role, paragraph.annexed)


def _cuts(text: str, expected: _Expected) -> list[int]:
    cuts: list[int] = []
    begun = 0
    for match in _UNIT.finditer(text):
        unit, value = match[2], read_chinese_numeral(match[1])
        before = text[: match.start()].rstrip()
        after_heading = (
            bool(re.fullmatch(r"第[^第条。；]{1,4}[编章节][^。；，]{1,30}", before[begun:])) and unit in "节条"
        )
        fits = value == expected.unit[unit] or (unit == "节" and value == 1)
        if not fits or not (match.start() == 0 or (before and before[-1] in _CLOSED) or after_heading):
            continue
        if unit == "章":
            expected.unit["节"] = 1
        expected.unit[unit] = (value or 0) + 1
        if match.start() > 0:
            cuts.append(match.start())
            expected.run_on = True
        begun = match.start()
    if expected.run_on:
        cuts.extend(_item_cuts(text, expected))
    return sorted(set(cuts))


def _item_cuts(text: str, expected: _Expected) -> Iterator[int]:
    """In a text whose articles run together, its items may too: …：（一）…；（二）…"""
    for match in _ITEM.finditer(text):
        value = read_chinese_numeral(match[1])
        before = text[: match.start()].rstrip()[-1:]
        if (value == 1 and before in ("：", ":")) or (value == expected.item + 1 and before in ("；", ";", "。", "")):
            expected.item = value or 0
            if match.start() > 0:
                yield match.start()
