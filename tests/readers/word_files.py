"""Word files made from raw parts, so that each test says exactly what its file has."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from yange.readers.docx import DocxReader
from yange.readers.source_text import DocumentReading, SourceBlock, SourceText

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ROOTS = {"header": "hdr", "footer": "ftr"}


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*inner: str, style: str = "", number: tuple[int, int] | None = None, properties: str = "") -> str:
    """Return a paragraph; what is no element is a run of its own."""
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        said += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    said += properties
    runs = "".join(one if one.startswith("<") else run(one) for one in inner)
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{runs}</w:p>"


def tc(*inner: str, properties: str = "") -> str:
    paragraphs = "".join(one if one.startswith(("<w:p>", "<w:tbl>")) else p(one) for one in inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def tbl(*rows: Sequence[str]) -> str:
    cells = ("".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def level(depth: int, style: str, text: str, inner: str = "", *, start: int = 1, suffix: str = "nothing") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{inner}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(lists: Mapping[int, str], numbers: Mapping[int, tuple[int, str]] | None = None) -> str:
    """Return the part of lists: abstract ones by number with their levels, and instances (by default one each)."""
    made = "".join(f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in lists.items())
    for key, (of, inner) in (numbers or {key: (key, "") for key in lists}).items():
        made += f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'
    return made


def style(key: str, name: str, inner: str = "", *, based_on: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def notes_part(notes: Mapping[int, str]) -> str:
    """Return the part of footnotes, by their identifiers."""
    mark = "<w:r><w:footnoteRef/></w:r>"
    return "".join(f'<w:footnote w:id="{key}">{p(mark, words)}</w:footnote>' for key, words in notes.items())


def word_file(body: str, files: Mapping[str, bytes] | None = None, *, strict: bool = False, **parts: str) -> bytes:
    """Return a Word file. Parts are given by kind (``numbering``, ``header``) as what is in their root element."""
    made = {"[Content_Types].xml": _TYPES, "_rels/.rels": _relations({"officeDocument": "word/document.xml"})}
    made["word/document.xml"] = _part("document", f"<w:body>{body}</w:body>")
    made["word/_rels/document.xml.rels"] = _relations({kind: f"{kind}.xml" for kind in parts})
    made |= {f"word/{kind}.xml": _part(_ROOTS.get(kind, kind), inner) for kind, inner in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in made.items():
            package.writestr(name, text.replace(W, STRICT) if strict else text)
        for name, data in (files or {}).items():
            package.writestr(name, data)
    return out.getvalue()


def _part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{root} {_DECLARED}>{inner}</w:{root}>'


def _relations(targets: Mapping[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="rId{nth}" Type="{_KIND}{kind}" Target="{target}"/>'
        for nth, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{said}</Relationships>'


def reading(body: str, **parts: str) -> DocumentReading:
    return DocxReader().read("a.docx", word_file(body, **parts))


def source(found: DocumentReading) -> SourceText:
    (text,) = found.texts
    return text


def texts(found: DocumentReading) -> list[str]:
    """Return the texts of the blocks."""
    one = source(found)
    return [one.text[block.start : block.end] for block in one.blocks]


def labels(found: DocumentReading) -> list[str]:
    return [block.label for block in source(found).blocks]


def codes(found: DocumentReading) -> list[str]:
    return [problem.code for problem in found.problems]


def lost_and_added(found: DocumentReading) -> tuple[Counter[str], Counter[str]]:
    """Return the characters that only the second reading has, and those that only the first has.

    Those of the first are its texts without what was worked out and without the marks of tables, and what it left out.
    """
    one = source(found)
    ours = Counter(
        "".join(_in_file(one, block) for block in one.blocks)
        + "".join(out.text for out in one.left_out if out.reason != "deleted")
    )
    theirs = Counter(found.words or "")
    for blank in [sign for sign in (ours | theirs) if sign.isspace()]:
        del ours[blank], theirs[blank]
    return theirs - ours, ours - theirs


def _in_file(one: SourceText, block: SourceBlock) -> str:
    words = one.text[block.start : block.end]
    if block.kind == "table":
        rows = [line for line in words.split("\n") if set(line) - set("|- ")]
        words = "".join(cell for row in rows for cell in row.strip("|").replace("\\|", "\0").split("|"))
        words = words.replace("\0", "|")
    return words.removeprefix(block.label) if block.computed else words
