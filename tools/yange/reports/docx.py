"""A comparison as a Word file in the form lawyers exchange: 修订对照表, with old text, new text and notes side by side.

We use python-docx because it writes plain WordprocessingML from a template and lets us set what it does not support
(repeated table heads, page fields, East Asian fonts) on the same tree. Writing the parts of the package ourselves would
take twice the code.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from itertools import repeat

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from yange.reports.change_notes import Notes
from yange.reports.rows import ChangeRow, Fold, rows, stats, values_of
from yange.reports.sides import Report, ReportSide
from yange.reports.table_xml import GREY, WORDS, clean, filled, noted, plain, row, table, whole
from yange.reports.words import ReportWords

__all__ = ["docx_file", "official_file", "word_file"]

_WIDTHS = tuple(Mm(width).twips for width in (106, 106, 55))
_VALUE_WIDTHS = tuple(Mm(width).twips for width in (35, 73, 73, 43, 43))
_SHORT = 160  # characters; a longer clause may break over pages
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LATIN = "Times New Roman"
_OFFICIAL = (37, 35, 28, 26)
"""Top, bottom, left and right margins in mm (GB/T 9704—2012, 5.2.1): 156 × 225 mm of words."""
_EAST_ASIAN = {"ja": ("ＭＳ 明朝", "ja-JP"), "ko": ("바탕", "ko-KR"), "zh-hant": ("新細明體", "zh-TW")}
_CHINESE = ("宋体", "zh-CN")
"""The font and the locale of Han and Hangul by language; those of all others are Chinese, as most texts are."""
_GREY = RGBColor.from_string(GREY)


def docx_file(report: Report) -> bytes:
    """Return the Word file. The same report gives the same bytes: it contains no time and no name of a machine."""
    document = Document()
    _page(document, report)
    _front(document, report)
    _table(document, report)
    _values(document, report)
    _properties(document, report, report.words("report"))
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def word_file(body: str, report: Report, name: str) -> bytes:
    """Return a Word file on upright paper with ready paragraphs (WordprocessingML); the texts are named in its header.

    ``name`` is what the file is called in its properties. The same input gives the same bytes.
    """
    document = Document()
    _page(document, report, upright=True)
    for paragraph in parse_xml(f'<w:body xmlns:w="{WORDS}">{body}</w:body>'):
        document.element.body.sectPr.addprevious(paragraph)
    _properties(document, report, name)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def official_file(body: str, *, title: str, header: Sequence[str], language: str) -> bytes:
    """Return a Word file with the paper and page numbers of GB/T 9704—2012, of ready paragraphs and tables.

    ``language`` is that of the words. The same input gives the same bytes.
    """
    document = Document()
    font, locale = _EAST_ASIAN.get(language, _CHINESE)
    _type(document, font, locale, 16)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, _OFFICIAL)
    section.header_distance, section.footer_distance = Mm(15), Mm(28)
    document.settings.odd_and_even_pages_header_footer = True
    for head, foot, outer in (
        (section.header, section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_header, section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        for nth, line in enumerate(header):
            run = _small(head.paragraphs[0].add_run())
            if nth:
                run.add_break()
            run.add_text(clean(line))
        number = foot.paragraphs[0]
        number.alignment = outer
        for piece in ("— ", "PAGE", " —"):
            if piece == "PAGE":
                _field(number, piece)
            else:
                number.add_run(piece)
        for run in number.runs:
            run.font.size, run.font.name = Pt(14), "宋体"
    for element in parse_xml(f'<w:body xmlns:w="{WORDS}">{body}</w:body>'):
        document.element.body.sectPr.addprevious(element)
    _about(document, title)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def _page(document: DocumentType, report: Report, *, upright: bool = False) -> None:
    _type(document, *_EAST_ASIAN.get(report.words.language, _CHINESE), 10.5)
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(210), Mm(297)) if upright else (Mm(297), Mm(210))
    section.left_margin = section.right_margin = Mm(25 if upright else 15)
    section.top_margin, section.bottom_margin = Mm(22), Mm(16)
    section.header_distance, section.footer_distance = Mm(8), Mm(8)
    header = section.header.paragraphs[0]
    for side, name in ((report.old, "old-side"), (report.new, "new-side")):
        if header.runs:
            header.add_run().add_break()
        _small(header.add_run(clean(f"{report.words(name)}{report.words('colon')}{_named(report, side, outs=False)}")))
    _footer(section.footer.paragraphs[0], report.words)


def _type(document: DocumentType, font: str, locale: str, points: float) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _LATIN, Pt(points)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    normal.paragraph_format.space_after = Pt(0)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), locale)  # else a reader may draw Japanese or traditional forms


def _footer(paragraph: Paragraph, words: ReportWords) -> None:
    """Write 第 X 页，共 Y 页 with fields that Word fills in."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for piece in re.split("(NUMPAGES|PAGE)", words("page", page="PAGE", pages="NUMPAGES")):
        if piece in {"PAGE", "NUMPAGES"}:
            _field(paragraph, piece)
        elif piece:
            _small(paragraph.add_run(piece))


def _field(paragraph: Paragraph, name: str) -> None:
    """Add a field that Word computes when it draws the page; each part is a run (ECMA-376, 17.16)."""
    for kind in ("begin", "instruction", "separate", "result", "end"):
        run = _small(paragraph.add_run())
        if kind == "result":
            run.add_text("1")
            continue
        element = OxmlElement("w:instrText" if kind == "instruction" else "w:fldChar")
        if kind == "instruction":
            element.set(qn("xml:space"), "preserve")
            element.text = f" {name} "
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _small(run: Run) -> Run:
    run.font.size, run.font.color.rgb = Pt(9), _GREY
    return run


def _named(report: Report, side: ReportSide, *, outs: bool = True) -> str:
    facts = report.facts(side, outs=outs)
    return side.called + (report.words("bracketed", text=facts) if facts else "")


def _front(document: DocumentType, report: Report) -> None:
    words, comparison = report.words, report.comparison
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(6)
    run = title.add_run(words("report"))
    run.bold, run.font.size = True, Pt(16)
    for side, name in ((report.old, "old-side"), (report.new, "new-side")):
        _line(document, words(name), _named(report, side), words)
    counts = [f"{words(f'operation.{operation.value}')} {count}" for operation, count in stats(comparison)]
    _line(document, words("summary"), words("comma").join(counts), words)
    for term in comparison.terms:
        _line(document, words("terms"), words.term(term), words)
    legend = words.between_sentences.join((words("legend"), *map(clean, report.notes)))
    last = document.add_paragraph()
    last.paragraph_format.space_before = last.paragraph_format.space_after = Pt(4)
    _small(last.add_run(legend))


def _line(document: DocumentType, name: str, said: str, words: ReportWords) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(name + words("colon")).bold = True
    paragraph.add_run(clean(said))


def _table(document: DocumentType, report: Report) -> None:
    words = report.words
    notes = Notes(report.comparison, words)
    made = (_row(row, notes, report) for row in rows(report.comparison, editorial=report.editorial))
    _add(document, table([words(name) for name in ("old", "new", "notes")], _WIDTHS, made))


def _row(shown: ChangeRow | Fold, notes: Notes, report: Report) -> str:
    words = report.words
    if isinstance(shown, Fold):
        return whole(notes.fold(shown), _WIDTHS)
    marks = report.old.marks, report.new.marks
    cells = [*map(filled, (shown.old, shown.new), repeat(shown), repeat(words), marks), noted(notes.of(shown))]
    longest = max(sum(len(passage.text) for passage in side) for side in (shown.old, shown.new))
    return row(cells, _WIDTHS, together=longest < _SHORT)


def _add(document: DocumentType, made: str) -> None:
    """Append a table to the document; only the properties of the pages follow it."""
    document.element.body.sectPr.addprevious(parse_xml(made))


def _values(document: DocumentType, report: Report) -> None:
    words, values = report.words, values_of(report.comparison)
    if not values:
        return
    heading = document.add_paragraph()
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(4)
    heading.paragraph_format.keep_with_next = True
    heading.add_run(words("values")).bold = True
    names = [words(name) for name in ("kind", "was", "now", "at-old", "at-new")]
    made = []
    for value in values:
        places = (words.places(labels, value.cell) for labels in (value.at_old, value.at_new))
        texts = (words.named(f"kind.{value.kind}", value.kind), value.old or "–", value.new or "–", *places)
        made.append(row([plain(text) for text in texts], _VALUE_WIDTHS))
    _add(document, table(names, _VALUE_WIDTHS, made))


def _properties(document: DocumentType, report: Report, name: str) -> None:
    sample = report.words("bracketed", text=report.words("sample")) if report.new.sample else ""
    _about(document, f"{name}{sample}{report.words('colon')}{report.new.called}")


def _about(document: DocumentType, title: str) -> None:
    core = document.core_properties
    core.title = clean(title)[:255]
    core.author = core.last_modified_by = "Yange"
    core.comments = ""
    core.created = core.modified = datetime(*_EPOCH)
    core.revision = 1
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # the picture of another document, out of the template
            del package.rels[key]


def _timeless(data: bytes) -> bytes:
    """Rewrite a package in the order of names and without the times at which its parts were written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as written:
        # [Content_Types].xml first, as readers that stream expect it; "[" sorts before small letters
        for name in sorted(package.namelist()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            written.writestr(entry, package.read(name))
    return out.getvalue()
