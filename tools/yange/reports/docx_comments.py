"""Put comments into a Word file without touching anything else in it.

python-docx writes a file anew from what it understands, which loses what it does not. So the bytes of the file's own
part are kept, and marks are inserted between them: where a comment begins or ends within a run, the run is parted in
two with the same properties, as Word does. Expat, which says at which byte an element is, finds the places.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from posixpath import basename, dirname, join
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from yange.characters import visible
from yange.problems import YangeError
from yange.readers.ooxml import OfficeRefused, WordPackage

__all__ = ["WordComment", "commented", "word_paragraphs"]

_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SKIPPED = frozenset({"del", "moveFrom", "rt", "instrText", "Fallback"})
"""Elements whose words are deleted or shown elsewhere."""
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
"""The marks of notes in the main text, and the elements that the notes are in parts of their own."""
_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day of a ZIP file; the same comments make the same file."""


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment on some words: the paragraph by its place in :func:`word_paragraphs`, and the characters in it."""

    paragraph: int
    start: int
    end: int
    lines: tuple[str, ...]


def word_paragraphs(data: bytes) -> tuple[str, ...]:
    """Return the words of the paragraphs to which comments can be put, empty ones too; those of notes are last.

    A comment on words in a note is at the mark of the note, and one on words in a text box at the box, because not
    every program shows comments inside them; it begins with these words. Headers are left out, and so are words that
    were deleted with tracked changes.

    Raises:
        YangeError: when it is no Word file that can be read.

    """
    return tuple(one.text for one in _read(data)[1])


def commented(data: bytes, comments: Sequence[WordComment], author: str, day: date) -> bytes:
    """Return a Word file with comments; every other word, property and part of it is as it was.

    Args:
        data: the file.
        comments: in any order; each is a comment of its own.
        author: of the comments.
        day: of the comments.

    Raises:
        YangeError: when it is no Word file that can be read, or its text is not in UTF-8.

    """
    package, paragraphs = _read(data)
    main = package.main
    known = next(package.of_kind("comments"), None)
    part = known or join(dirname(main), "comments.xml")
    first = 1 + max((*_ids(package.data(main)), *(_ids(package.data(known)) if known else ())), default=-1)
    numbered = list(enumerate(sorted(comments, key=lambda one: (one.paragraph, one.start, -one.end)), first))
    changed = {main: _marked(package.data(main), paragraphs, numbered)}
    made = "".join(_comment(number, _quoting(one, paragraphs), author, day) for number, one in numbered)
    changed[part] = _appended(package.data(known) if known else _empty_comments(), made)
    if known is None:
        changed |= _announced(package, data, part)
    return _packed(data, changed)


# reading: which bytes are which words


@dataclass(slots=True)
class _Piece:
    """The characters of one ``w:t``: where each begins in the file, and the run that contains them."""

    run: _Run
    element: int
    """Offset of the end of the start tag's name, where an attribute can be put."""
    prefix: str
    preserved: bool
    text: str = ""
    offsets: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    start: int
    end: int = 0
    properties: bytes = b""
    whole: bool = False
    """Whether it cannot be parted: it holds runs itself, or is in one."""
    children: int = 0
    """How many elements it has beside its properties."""


@dataclass(slots=True)
class _Paragraph:
    pieces: list[_Piece] = field(default_factory=list)
    apart: bool = False
    """Whether its words are in a note or a text box, and a comment on them at the mark or the box."""
    note: str = ""
    """The number of the note that contains it."""

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.pieces)


def _read(data: bytes) -> tuple[WordPackage, list[_Paragraph]]:
    try:
        package = WordPackage(data)
        package.part(package.main)  # refuses what is broken or hostile
        reader = _Reader(package.data(package.main))
        return package, [*reader.paragraphs, *_of_notes(package, reader.marks)]
    except OfficeRefused as refused:
        raise YangeError(f"the Word file cannot be read: {refused.message}; save it again as .docx") from refused
    except expat.ExpatError as failure:
        raise YangeError(f"the Word file cannot be read: {failure}; save it again as .docx") from failure


def _of_notes(package: WordPackage, marks: Mapping[tuple[str, str], tuple[_Run, str]]) -> Iterator[_Paragraph]:
    """Yield the paragraphs of notes in the order of their marks, each as words of the run with the mark."""
    for kind in _NOTES.values():
        part = next(package.of_kind(f"{kind}s"), None)
        if part is None:
            continue
        package.part(part)
        found = _Reader(package.data(part)).paragraphs
        for (of, number), (run, prefix) in marks.items():
            for one in found if of == kind else ():
                if one.note == number:
                    mark = _Piece(_Run(run.start, run.end, whole=True), run.start, prefix, True, one.text)
                    yield _Paragraph([mark], apart=True)


def _quoting(one: WordComment, paragraphs: Sequence[_Paragraph]) -> WordComment:
    """Return a comment that begins with the words that it is on, where these are in a note or a text box."""
    found = paragraphs[one.paragraph]
    return replace(one, lines=(f"“{found.text[one.start : one.end]}”", *one.lines)) if found.apart else one


class _Reader:
    """Reads a part with its byte offsets. Every event ends the tag before it, so that tags have an end."""

    def __init__(self, data: bytes) -> None:
        self.paragraphs: list[_Paragraph] = []
        self.marks: dict[tuple[str, str], tuple[_Run, str]] = {}
        """The run with the mark of each note, by the kind and number of the note, and the prefix of its element."""
        self._note = ""
        self._boxes = 0
        self._data = data
        self._open: list[_Paragraph] = []
        self._runs: list[_Run] = []
        self._skipped = 0
        self._piece: _Piece | None = None
        self._ended: _Run | None = None
        self._properties: tuple[_Run, int] | None = None
        self._inner = 0
        self._closing: tuple[_Run, int] | None = None
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        parser.buffer_text = False
        parser.XmlDeclHandler = _only_utf8
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.DefaultHandler = self._other
        self._parser = parser
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            _only_utf8("", "UTF-16", 0)
        parser.Parse(data, True)

    def _settle(self) -> int:
        """Return where the reader is, and give the tags that end here their end."""
        here = self._parser.CurrentByteIndex
        if self._ended is not None:
            self._ended.end, self._ended = here, None
        if self._closing is not None:
            run, start = self._closing
            run.properties, self._closing = self._data[start:here], None
        return here

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        here = self._settle()
        space, local, prefix = _named(name)
        if self._skipped or local in _SKIPPED:
            self._skipped += 1
        elif space not in _SPACES:
            return
        elif local in _NOTES.values():
            self._note = _identifier(attributes)
        elif local == "txbxContent":
            self._boxes += 1
            for one in self._runs:
                one.whole = True
        elif local == "p":
            self._open.append(_Paragraph(apart=self._boxes > 0, note=self._note))
            self.paragraphs.append(self._open[-1])
        elif local == "r":
            for one in self._runs:
                one.whole = True
            self._runs.append(_Run(here, whole=bool(self._runs)))
        elif local == "rPr" and self._properties is not None:
            self._inner += 1  # what the properties were before a tracked change
        elif local == "rPr" and self._runs and not self._runs[-1].properties:
            self._properties = (self._runs[-1], here)
        elif self._properties is None and self._runs:
            self._in_run(here, local, prefix, attributes)

    def _in_run(self, here: int, local: str, prefix: str, attributes: dict[str, str]) -> None:
        self._runs[-1].children += 1
        if local in _NOTES:
            self.marks[_NOTES[local], _identifier(attributes)] = (self._runs[0], prefix)
        if local == "t" and self._open:
            tag = here + 1 + len((f"{prefix}:" if prefix else "") + local)
            kept = any(key.split(" ")[1:2] == ["space"] and value == "preserve" for key, value in attributes.items())
            self._piece = _Piece(self._runs[0] if self._runs[0].whole else self._runs[-1], tag, prefix, kept)
            self._open[-1].pieces.append(self._piece)

    def _end(self, name: str) -> None:
        here = self._settle()
        space, local, _ = _named(name)
        if self._skipped:
            self._skipped -= 1
        elif space not in _SPACES:
            return
        elif local == "txbxContent":
            self._boxes -= 1
        elif local == "p" and self._open:
            self._open.pop()
        elif local == "r" and self._runs:
            self._ended = self._runs.pop()
        elif local == "rPr" and self._inner:
            self._inner -= 1
        elif local == "rPr" and self._properties is not None:
            self._closing, self._properties = self._properties, None
        elif local == "t" and self._piece is not None:
            self._piece.offsets.append(here)
            self._piece = None

    def _words(self, words: str) -> None:
        here = self._settle()
        if self._piece is not None and not self._skipped:
            for character in words:
                self._piece.text += character
                self._piece.offsets.append(here)
                here += len(character.encode())

    def _other(self, _: str) -> None:
        self._settle()


def _named(name: str) -> tuple[str, str, str]:
    parts = name.split(" ")
    return (parts[0], parts[1], parts[2] if len(parts) > 2 else "") if len(parts) > 1 else ("", name, "")


def _identifier(attributes: Mapping[str, str]) -> str:
    return next((value for key, value in attributes.items() if _named(key)[1] == "id"), "")


def _only_utf8(_: str, encoding: str | None, __: int) -> None:
    if encoding is not None and encoding.upper() not in {"UTF-8", "US-ASCII", "ASCII"}:
        raise YangeError(f"the text of the Word file is in {encoding}; open it in Word, save it again and check that")


# writing: what is inserted where


@dataclass(frozen=True, slots=True)
class _Insert:
    """Bytes to insert at an offset; ``order`` decides between inserts at one offset. ``parts`` has the run to part."""

    at: int
    order: tuple[int, int]
    data: bytes
    parts: _Piece | None = None


def _marked(data: bytes, paragraphs: Sequence[_Paragraph], comments: Iterable[tuple[int, WordComment]]) -> bytes:
    inserts: list[_Insert] = []
    for number, one in comments:
        found = list(_covered(paragraphs[one.paragraph], one.start, one.end))
        (first, begin), (last, end) = found[0], found[-1]
        p = _prefix(first)
        start = b'<%scommentRangeStart %sid="%d"/>' % (p, p, number)
        stop = b'<%scommentRangeEnd %sid="%d"/><%sr><%scommentReference %sid="%d"/></%sr>' % (
            p, p, number, p, p, p, number, p,
        )  # fmt: skip
        inserts.append(_at(first, begin[0], start, (1, number), before=True))
        inserts.append(_at(last, end[1], stop, (0, -number), before=False))
    spaced = {one.parts.element for one in inserts if one.parts is not None and not one.parts.preserved}
    inserts += [_Insert(at, (0, 0), b' xml:space="preserve"') for at in spaced]
    pieces, done = [], 0
    ordered = sorted(inserts, key=lambda one: (one.at, one.order))
    for at, here in groupby(ordered, key=lambda one: one.at):
        pieces += [data[done:at], _together(list(here))]
        done = at
    return b"".join([*pieces, data[done:]])


def _together(here: Sequence[_Insert]) -> bytes:
    """Return what is inserted at one offset: a run is parted once, whatever begins and ends there."""
    marks = b"".join(one.data for one in here)
    parted = next((one.parts for one in here if one.parts is not None), None)
    if parted is None:
        return marks
    p = _prefix(parted)
    return b'</%st></%sr>%s<%sr>%s<%st xml:space="preserve">' % (p, p, marks, p, parted.run.properties, p)


def _prefix(piece: _Piece) -> bytes:
    return f"{piece.prefix}:".encode() if piece.prefix else b""


def _covered(paragraph: _Paragraph, start: int, end: int) -> Iterator[tuple[_Piece, tuple[int, int]]]:
    """Yield the pieces that have characters of a range, each with the range within it."""
    at = 0
    for piece in paragraph.pieces:
        here, at = at, at + len(piece.text)
        if piece.text and start < at and here < end:
            yield piece, (max(start - here, 0), min(end - here, len(piece.text)))


def _at(piece: _Piece, at: int, mark: bytes, order: tuple[int, int], *, before: bool) -> _Insert:
    """Return the insert of a mark at a character: between two runs, by parting the run if need be."""
    run, edge = piece.run, at == (0 if before else len(piece.text))
    if run.whole or (edge and run.children == 1):
        return _Insert(run.start if before else run.end, order, mark)
    return _Insert(piece.offsets[at], order, mark, piece)


def _comment(number: int, one: WordComment, author: str, day: date) -> str:
    head = f'w:id="{number}" w:author={quoteattr(author)} w:date="{day.isoformat()}T00:00:00Z" w:initials="Y"'
    lines = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(visible(line))}</w:t></w:r></w:p>' for line in one.lines
    )
    return f'<w:comment xmlns:w="{_SPACES[0]}" {head}>{lines}</w:comment>'


def _empty_comments() -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:comments xmlns:w="{_SPACES[0]}"></w:comments>'.encode()


def _ids(data: bytes) -> list[int]:
    """Return the numbers of comments in a part."""
    found: list[int] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if _named(name)[1] in {"comment", "commentRangeStart", "commentReference"}:
            given = next((value for key, value in attributes.items() if _named(key)[1] == "id"), "")
            found.extend([int(given)] if given.isascii() and given.isdigit() else [])

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.namespace_prefixes = True
    parser.StartElementHandler = start
    parser.Parse(data, True)
    return found


def _appended(data: bytes, children: str) -> bytes:
    """Return a part with more children at the end of its root element."""
    ends: list[int] = []
    names: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: names.append(name)
    parser.EndElementHandler = lambda _: ends.append(parser.CurrentByteIndex)
    parser.Parse(data, True)
    at = ends[-1]
    if data[at : at + 2] == b"</":
        return data[:at] + children.encode() + data[at:]
    close = data.index(b"/>", at)  # an empty root element: <w:comments …/>
    return data[:close] + b">" + children.encode() + f"</{names[0]}>".encode() + data[close + 2 :]


def _announced(package: WordPackage, data: bytes, part: str) -> dict[str, bytes]:
    """Return the parts that must name a new part of comments: its type, and the relation of the main part."""
    listed = join(dirname(package.main), "_rels", f"{basename(package.main)}.rels")
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        names = set(container.namelist())
        types = container.read(_TYPES)
        relations = container.read(listed) if listed in names else f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
    used = set(package.relations)
    name = next(f"rIdYange{number}" for number in range(1, len(used) + 2) if f"rIdYange{number}" not in used)
    override = f'<Override PartName="/{part}" ContentType="{_COMMENTS_TYPE}"/>'
    relation = f'<Relationship Id="{name}" Type="{_COMMENTS_KIND}" Target="{basename(part)}"/>'
    return {_TYPES: _appended(types, override), listed: _appended(relations, relation)}


def _packed(data: bytes, changed: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = changed.pop(entry.filename) if entry.filename in changed else old.read(entry)
            new.writestr(entry, content, entry.compress_type)
        for name, content in changed.items():
            new.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
