"""The tables of the Word file as WordprocessingML text (ECMA-376, 17.4): one string for each table.

A table of a long comparison has thousands of runs. Making them one by one on python-docx's tree takes ten times as long
as parsing the finished text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from yange.characters import unix_lines, visible
from yange.reports.rows import ChangeRow, Passage, WordMark
from yange.reports.words import ReportWords

__all__ = ["GREY", "WORDS", "clean", "filled", "noted", "plain", "row", "table", "whole", "words_xml"]

GREY = "595959"
_GONE, _COME = "B01E1E", "1F4E9E"
_CENTRED = '<w:pPr><w:jc w:val="center"/></w:pPr>'
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SMALL = '<w:sz w:val="19"/>'  # half points
_MARKS = {
    WordMark.GONE: f'<w:strike/><w:color w:val="{_GONE}"/>',
    WordMark.COME: f'<w:color w:val="{_COME}"/><w:u w:val="single"/>',
}
_MARGINS = (("top", 40), ("left", 100), ("bottom", 40), ("right", 100))
"""Keep the words off the lines: 2 pt above and below, 5 pt at the sides (in twentieths of a point)."""
_LOOK = 'w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1" w:val="04A0"'
# What XML 1.0 cannot hold (2.2), but tab and line ends; a carriage return would become a line end.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def clean(text: str) -> str:
    """Return words with invisible characters as escapes, because XML 1.0 cannot hold some, and line ends as blanks."""
    return visible(unix_lines(text)).replace("\n", " ").replace("\t", " ")


def words_xml(text: str, tag: str = "w:t") -> str:
    """Return the words of a run exactly, tabs included; control characters, which XML lacks, are shown as escapes."""
    parts = (_CONTROLS.sub(lambda found: visible(found[0]), part) for part in text.split("\t"))
    return "<w:tab/>".join(
        f'<{tag} xml:space="preserve">{part.translate(_ENTITIES)}</{tag}>' if part else "" for part in parts
    )


def table(names: Sequence[str], widths: Sequence[int], rows: Iterable[str]) -> str:
    """Return a table with its head, which is repeated on every page; widths are in twentieths of a point."""
    margins = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in _MARGINS)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell(_paragraph(_run(name, "<w:b/>"), _CENTRED), width, _shade("E7E9EE"))
        for name, width in zip(names, widths, strict=True)
    )
    return (
        f'<w:tbl xmlns:w="{WORDS}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f"<w:tblLook {_LOOK}/></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>"
        f'<w:tr><w:trPr><w:tblHeader w:val="true"/></w:trPr>{head}</w:tr>{"".join(rows)}</w:tbl>'
    )


def row(cells: Sequence[str], widths: Sequence[int], *, together: bool = False) -> str:
    """Return a row of cells, each given by its paragraphs; one kept ``together`` does not break over two pages."""
    kept = "<w:trPr><w:cantSplit/></w:trPr>" if together else ""
    return f"<w:tr>{kept}{''.join(_cell(cell, width) for cell, width in zip(cells, widths, strict=True))}</w:tr>"


def whole(text: str, widths: Sequence[int]) -> str:
    """Return a row of one cell over all columns, with a short remark."""
    remark = _paragraph(_run(clean(text), f'<w:color w:val="{GREY}"/><w:sz w:val="18"/>'), _CENTRED)
    span = f'<w:gridSpan w:val="{len(widths)}"/>'
    return f"<w:tr>{_cell(remark, sum(widths), span + _shade('F5F5F5'))}</w:tr>"


def plain(text: str) -> str:
    """Return a paragraph of small type."""
    return _paragraph(_run(clean(text), _SMALL))


def noted(notes: Iterable[str]) -> str:
    """Return the notes of a row as paragraphs; an empty one if there are none, because a cell needs one."""
    return "".join(map(plain, notes)) or _paragraph("")


def filled(passages: Sequence[Passage], of: ChangeRow, words: ReportWords, marks: Mapping[str, str]) -> str:
    """Return the words of one side of a row as paragraphs, deleted words struck through, inserted words underlined.

    ``marks`` says by path which clauses are out of force.
    """
    found = ((passage, marks.get(passage.path, "")) for passage in passages)
    paragraphs = [paragraph for passage, mark in found for paragraph in _paragraphs(passage, of, words, mark)]
    return "".join(paragraphs) or _paragraph("")


def _paragraphs(passage: Passage, of: ChangeRow, words: ReportWords, mark: str) -> list[str]:
    bold = "<w:b/>" if of.heading else ""
    runs: list[list[str]] = [[]]
    label = words.label(passage.label) if passage.label else ""
    if label:
        runs[0] += [_run(clean(label if passage.printed else f"[{label}]"), "<w:b/>"), _run("\u3000")]
    if mark:
        runs[0].append(_run(clean(mark), f'<w:color w:val="{GREY}"/>'))
    for span in passage.spans:
        for at, line in enumerate(span.text.split("\n")):
            if at:
                runs.append([])
            if line:
                runs[-1].append(_run(clean(line), bold + _MARKS.get(span.mark, "")))
    first = _CENTRED if of.heading else ""
    return [_paragraph("".join(line), "" if at else first) for at, line in enumerate(runs)]


def _run(text: str, properties: str = "") -> str:
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    said = f"<w:t{kept}>{text.translate(_ENTITIES)}</w:t>" if text else ""
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{marked}{said}</w:r>"


def _paragraph(runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{runs}</w:p>"


def _cell(paragraphs: str, width: int, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{properties}</w:tcPr>{paragraphs}</w:tc>'


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
