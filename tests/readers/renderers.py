"""Write an invented text in every file format that people hold, as its tools write it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape as quoted
from itertools import groupby
from xml.sax.saxutils import escape as xml_quoted

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from invented_texts import InventedText, Part, PartKind

# --- text and Markdown


def plain_text(text: InventedText) -> bytes:
    """A blank line between paragraphs, as pages are scraped."""
    return ("\n\n".join(part.printed for part in text.parts) + "\n").encode()


def chinese_encoding(text: InventedText) -> bytes:
    """The plain text in GB18030."""
    return plain_text(text).decode().encode("gb18030")


def markdown(text: InventedText) -> bytes:
    """Headings, bold numbers and a table, as converters print a page."""
    return ("\n\n".join(map(_markdown, text.parts)) + "\n").encode()


def _markdown(part: Part) -> str:
    if part.kind is PartKind.TITLE:
        return f"# {part.printed}"
    if part.kind is PartKind.CHAPTER:
        return f"## {part.printed}"
    if part.kind is PartKind.ARTICLE:
        return f"**{part.label}**{part.gap}{part.words}"
    return part.printed


# --- web pages


def web_page(text: InventedText) -> bytes:
    """A page with headings and paragraphs, between navigation and footer."""
    inner = "\n".join(_html(part) for part in text.parts)
    return (
        f'<!DOCTYPE html><html lang="{text.language}"><head><meta charset="utf-8"><title>{quoted(text.title)} - Wanghai'
        '</title><style>p{margin:0}</style></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/law">Laws'
        f"</a></li></ul></nav><main>{inner}</main><footer><p>© Wanghai</p></footer></body></html>"
    ).encode()


def office_page(text: InventedText) -> bytes:
    """A page of a government's editor: paragraphs of styled spans in a named container, no headings."""
    lines = "".join(
        _table(part)
        if part.rows
        else f'<p style="text-indent:2em"><span style="font-size:16px"><font>{quoted(part.label)}</font>'
        f"{quoted(part.gap)}{quoted(part.words)}</span></p>\n"
        for part in text.parts
    )
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb18030"></head><body>'
        '<div class="header"><a href="/">首页</a></div><div class="TRS_Editor" id="zoom">'
        f'{lines}</div><div class="footer"><a href="/about">关于我们</a></div></body></html>'
    ).encode("gb18030")


def _html(part: Part) -> str:
    words = quoted(part.printed)
    if part.rows:
        return _table(part)
    tag = {PartKind.TITLE: "h1", PartKind.CHAPTER: "h2"}.get(part.kind, "p")
    if part.kind is PartKind.ARTICLE:
        words = f"<strong>{quoted(part.label)}</strong>{quoted(part.gap)}{quoted(part.words)}"
    return f"<{tag}>{words}</{tag}>"


def _table(part: Part) -> str:
    rows = "".join("<tr>" + "".join(f"<td>{quoted(cell)}</td>" for cell in row) + "</tr>" for row in part.rows)
    return f"<table border=1>{rows}</table>"


# --- Word


def word(text: InventedText) -> bytes:
    """A Word document with printed numbers."""
    document = Document()
    for part in text.parts:
        if part.rows:
            _word_table(document, part)
        elif part.kind is PartKind.TITLE:
            document.add_paragraph(part.printed, style="Title")
        elif part.kind is PartKind.CHAPTER:
            document.add_heading(part.printed, 1)
        else:
            document.add_paragraph(part.printed)
    return _saved(document)


def numbered_word(text: InventedText) -> bytes:
    """A Word document whose numbers of chapters and articles are Word's own."""
    document = Document()
    numbering = document.part.numbering_part.element
    levels = {}
    for k, kind in enumerate((PartKind.CHAPTER, PartKind.ARTICLE), 70):
        first = next((part for part in text.parts if part.kind is kind), None)
        if first is not None:
            numbering.insert(0, _abstract(k, first))
            levels[kind] = str(numbering.add_num(k).numId)
    for part in text.parts:
        if part.rows:
            _word_table(document, part)
        elif part.kind is PartKind.TITLE:
            document.add_paragraph(part.printed, style="Title")
        elif part.kind in levels:
            style = "Heading 1" if part.kind is PartKind.CHAPTER else None
            _number(document.add_paragraph(part.words, style=style), levels[part.kind])
        else:
            document.add_paragraph(part.printed)
    return _saved(document)


def _abstract(k: int, first: Part) -> OxmlElement:
    """Return a numbering of one level that prints the label of ``first`` as its first number."""
    form = "decimal" if "1" in first.label else "chineseCountingThousand"
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), str(k))
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    stop = first.gap.strip()
    text, suffix = first.label.replace("1", "%1").replace("一", "%1") + stop, "tab"
    for tag, value in (("start", "1"), ("numFmt", form), ("suff", suffix), ("lvlText", text)):
        child = OxmlElement(f"w:{tag}")
        child.set(qn("w:val"), value)
        level.append(child)
    abstract.append(level)
    return abstract


def _number(paragraph: Paragraph, numbering: str) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = int(numbering)


def _word_table(document: Document, part: Part) -> None:
    table = document.add_table(rows=0, cols=len(part.rows[0]))
    for row in part.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def _saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


# --- XML


def akoma_ntoso(text: InventedText) -> bytes:
    """An act in Akoma Ntoso 3.0."""
    body = "".join(_chapters(text))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><identification '
        'source="#wanghai"><FRBRWork><FRBRthis value="/akn/wh/act/x/!main"/><FRBRuri value="/akn/wh/act/x"/><FRBRdate '
        'date="2010-01-01" name="made"/><FRBRauthor href="#wanghai"/><FRBRcountry value="wh"/></FRBRWork>'
        '<FRBRExpression><FRBRthis value="/akn/wh/act/x/eng/!main"/><FRBRuri value="/akn/wh/act/x/eng"/><FRBRdate '
        'date="2010-01-01" name="made"/><FRBRauthor href="#wanghai"/><FRBRlanguage language="'
        f'{text.language.partition("-")[0]}"/></FRBRExpression></identification></meta><preface><longTitle><p><docTitle>'
        f"{xml_quoted(text.title)}</docTitle></p></longTitle></preface><body>{body}</body></act></akomaNtoso>"
    ).encode()


def _chapters(text: InventedText) -> Iterator[str]:
    """Yield the chapters, and the articles of a text without chapters."""
    chapter: Part | None = None
    inner: list[str] = []
    for article in _articles(text.parts[1:]):
        if article[0].kind is PartKind.CHAPTER:
            yield _division(chapter, inner)
            chapter, inner = article[0], []
            continue
        inner.append(_article(article))
    yield _division(chapter, inner)


def _articles(parts: tuple[Part, ...]) -> Iterator[list[Part]]:
    """Yield each chapter heading alone, and each article with its paragraphs, items and table."""
    begins = 0
    keys = []
    for part in parts:
        begins += part.kind in (PartKind.CHAPTER, PartKind.ARTICLE)
        keys.append((begins, part))
    for _, group in groupby(keys, key=lambda one: one[0]):
        yield [part for _, part in group]


def _division(chapter: Part | None, inner: list[str]) -> str:
    if chapter is None:
        return "".join(inner)
    head = f"<num>{xml_quoted(chapter.label)}</num><heading>{xml_quoted(chapter.words)}</heading>"
    return f"<chapter>{head}{''.join(inner)}</chapter>"


def _article(parts: list[Part]) -> str:
    first, *rest = parts
    number = first.label + first.gap.strip()
    paragraphs: list[str] = [f"<p>{xml_quoted(first.words)}</p>"]
    items = "".join(
        f"<point><num>{xml_quoted(part.label)}</num><content><p>{xml_quoted(part.words)}</p></content></point>"
        for part in rest
        if part.kind is PartKind.ITEM
    )
    if items:
        return f"<article><num>{xml_quoted(number)}</num><list><intro>{paragraphs[0]}</intro>{items}</list></article>"
    for part in rest:
        paragraphs.append(_akn_table(part) if part.rows else f"<p>{xml_quoted(part.words)}</p>")
    content = "".join(f"<paragraph><content>{words}</content></paragraph>" for words in paragraphs)
    return f"<article><num>{xml_quoted(number)}</num>{content}</article>"


def _akn_table(part: Part) -> str:
    rows = "".join("<tr>" + "".join(f"<td><p>{xml_quoted(c)}</p></td>" for c in row) + "</tr>" for row in part.rows)
    return f"<table>{rows}</table>"


FORMATS = {
    "marked.md": markdown,
    "page.html": web_page,
    "office.htm": office_page,
    "plain.txt": plain_text,
    "gb.txt": chinese_encoding,
    "typed.docx": word,
    "numbered.docx": numbered_word,
    "act.xml": akoma_ntoso,
}
"""The formats in which each text is written, by the end of the file's name."""


# --- PDF

_PRINT_STYLE = (
    'body{font:12pt/1.6 "Noto Serif CJK SC",serif}h1{text-align:center;font-size:20pt}h2{text-align:center;'
    "font-size:14pt}p{text-indent:2em;margin:.4em 0;text-align:justify}"
)


def print_page(text: InventedText) -> str:
    """The page that a browser prints as PDF."""
    inner = "".join(map(_html, text.parts))
    return f'<html lang="{text.language}"><style>{_PRINT_STYLE}</style><body>{inner}</body></html>'
