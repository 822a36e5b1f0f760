"""One text as a Word file in the form of GB/T 9704—2012 (党政机关公文格式), which offices in China know.

From the standard are the paper and its margins (5.2.1), 22 lines a page and size 3 仿宋 for words (5.2.2–5.2.3),
the title in size 2 小标宋 (7.3.1), 黑体 and 楷体 for the first two levels of headings (7.3.3), the lines of a notice
(7.2.5, 7.3.2, 7.3.5) and page numbers between dashes at the outer edge (7.5). It has no red head and no seal: those
say who issued a document, and this is a copy. What it is a copy of, and what a reader must know of it, is in the
header and above the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from yange.export.text_lines import front_lines, is_rule, marked_label
from yange.model import Policy, Version
from yange.publish.context import SiteContext
from yange.publish.facts.blocks import ClauseBlock
from yange.reports.docx import official_file
from yange.reports.table_xml import words_xml

__all__ = ["official_form"]

_LINE = '<w:spacing w:line="579" w:lineRule="exact"/>'
"""28.95 pt, in twentieths: 225 mm of words hold 22 lines."""
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{}"/>'
_SIZES = {"title": 44, "words": 32, "note": 21}
"""Half points: size 2 (22 pt), size 3 (16 pt), and 10.5 pt."""
_SONG, _HEI, _KAI, _FANG = "方正小标宋简体", "黑体", "楷体", "仿宋"
_CENTRED, _RIGHT = '<w:jc w:val="center"/>', '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'
_GREY = '<w:color w:val="595959"/>'


def official_form(context: SiteContext, policy: Policy, version: Version) -> bytes:
    """Return the Word file of a held text. The same text on the same day gives the same bytes."""
    notes, header = front_lines(context, policy, version)
    body = [*(_paragraph(note, _FANG, "note", look=_GREY) for note in notes), *_blocks(context, version)]
    return official_file("".join(body), title=version.title, header=header, language=version.language)


def _blocks(context: SiteContext, version: Version) -> Iterator[str]:
    for group, members in groupby(context.blocks_of(version), key=lambda block: block.group):
        for nth, block in enumerate(members):
            # an annex begins on a page of its own (7.3.4)
            broken = "<w:pageBreakBefore/>" if group and group.startswith("annex") and not nth else ""
            yield from _block(block, marked_label(context, version, block), broken)


def _block(block: ClauseBlock, label: str, broken: str) -> Iterator[str]:
    if is_rule(block):
        return
    if block.rows:
        yield _table(block.rows)
        return
    lines = [text for _, text in block.paragraphs] or ([block.name] if block.level and not block.label else [""])
    font, size, set_as = _look(block)
    for nth, line in enumerate(lines):
        yield _paragraph(line, font, size, set_as=(broken if not nth else "") + set_as, label=label if not nth else "")


def _look(block: ClauseBlock) -> tuple[str, str, str]:
    """Return font, size and place of a block."""
    if block.kind == "title":
        return _SONG, "title", _LINE.replace("579", "720") + _CENTRED
    if block.role in {"number", "heading"}:
        return (_FANG if block.role == "number" else _SONG), "words", _LINE + _CENTRED
    if block.role == "addressee":
        return _FANG, "words", _LINE
    if block.role == "signature":
        return _FANG, "words", _LINE + _RIGHT
    if block.kind in {"part", "chapter", "section"}:
        return (_KAI if block.kind == "section" else _HEI), "words", f"<w:keepNext/>{_LINE}{_CENTRED}"
    if block.kind == "annex":
        return _HEI, "words", f"<w:keepNext/>{_LINE}"
    if block.kind in {"outline_1", "outline_2"}:
        kept = "<w:keepNext/>" if block.level else ""
        return (_HEI if block.kind == "outline_1" else _KAI), "words", f"{kept}{_LINE}{_INDENT}"
    if block.kind == "caption":
        return _KAI, "words", _LINE + _CENTRED
    return _FANG, "words", _LINE + _INDENT


def _paragraph(text: str, font: str, size: str, *, set_as: str = "", label: str = "", look: str = "") -> str:
    """Return a paragraph; the number of an article is 黑体, as laws are printed."""
    shown = f'{look}<w:sz w:val="{_SIZES[size]}"/>'
    runs = [(label, _HEI if label.startswith("第") else font), (text, font)]
    made = "".join(
        f"<w:r><w:rPr>{_FONTS.format(of)}{shown}</w:rPr>{words_xml(words)}</w:r>" for words, of in runs if words
    )
    return f"<w:p><w:pPr>{set_as}</w:pPr>{made}</w:p>"


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    width = max(map(len, rows))
    edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
    lines = []
    for cells in rows:
        filled = (*cells, *[""] * (width - len(cells)))
        lines.append("".join(f"<w:tc><w:tcPr/>{_paragraph(cell, _FANG, 'note')}</w:tc>" for cell in filled))
    grid = "<w:gridCol/>" * width
    made = "".join(f"<w:tr>{line}</w:tr>" for line in lines)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:type="pct" w:w="5000"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
