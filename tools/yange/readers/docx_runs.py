"""Read the words of a paragraph of Word: runs, fields, tracked changes, notes, symbols, and what is anchored in it.

Tracked changes are read as accepted. Of a field the result is read and not its code. Of two forms of one thing
(``mc:AlternateContent``) the first is read. What is in the file and not in the words is recorded with its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from yange.readers.docx_styles import StyleSheet
from yange.readers.docx_symbols import symbol
from yange.readers.ooxml import attribute, child, is_on, short_name, value_of
from yange.readers.source_text import LeftOut, LeftOutReason, SourcePlace
from yange.readers.xml_tree import XmlElement

__all__ = ["LINE", "Anchored", "ParagraphWords", "RunReader", "all_words", "chosen_form"]

LINE = "\n"
"""A line break within a paragraph, and what a page break within it is read as."""
SOFT_HYPHEN = "\u00ad"

_WRAPPERS = frozenset(
    ("w:hyperlink", "w:smartTag", "w:customXml", "w:sdtContent", "w:ins", "w:moveTo", "w:dir", "w:bdo", "w:rubyBase")
)
_GONE = frozenset(("w:del", "w:moveFrom"))
_CHANGES = {"w:ins": "inserted", "w:moveTo": "moved", "w:del": "deleted"}
"""What is counted: a move is in the file twice."""
_MOST_FIELDS = 20
"""Fields within one another, as in Word."""
_LONGEST_CODE = 200
"""Characters of a field's code that are looked at."""
_PAGE_NUMBER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_COMPUTED = re.compile(
    r"\s*(?:AUTONUM(?:LGL|OUT)?|LISTNUM|EQ|SYMBOL|FORMCHECKBOX|FORMDROPDOWN|MACROBUTTON|INCLUDETEXT|DISPLAYBARCODE)\b",
    re.IGNORECASE,
)
"""Fields that show words of which the file has none."""
_LEAST_PICTURE = 2_700_000 * 1_800_000
"""Square of a length of Word (914,400 to the inch): 7.5 by 5 cm. A seal has 4.2 cm (GB/T 33476), a logo less."""
_VML_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]{1,8})(pt|in|cm|mm)", re.IGNORECASE)
_UNITS = {"pt": 12_700, "in": 914_400, "cm": 360_000, "mm": 36_000}


@dataclass(frozen=True, slots=True)
class Anchored:
    """What is anchored in a paragraph beside its words: the content of a text box, or the words of WordArt."""

    content: XmlElement | None
    words: str = ""


@dataclass(slots=True)
class ParagraphWords:
    """The words of a paragraph in pieces, and the boxes anchored in it before its first word and behind it."""

    pieces: list[str] = field(default_factory=list)
    before: list[Anchored] = field(default_factory=list)
    after: list[Anchored] = field(default_factory=list)
    begun: bool = False
    """Whether a word was read."""
    pages: bool = False
    """Whether it has a field with the number of a page."""

    @property
    def text(self) -> str:
        """The words without soft hyphens, which are of the layout."""
        return "".join(self.pieces).replace(SOFT_HYPHEN, "")


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False
    words: bool = False

    def add(self, code: str) -> None:
        if len(self.code) < _LONGEST_CODE:
            self.code += code[:_LONGEST_CODE]


class _LeftOutWords:
    """Puts words that are left out one after another together, if they have the same reason and place."""

    def __init__(self) -> None:
        self._found: list[LeftOut] = []
        self._pieces: list[str] = []
        self._last: tuple[LeftOutReason, SourcePlace] | None = None

    def add(self, words: str, reason: LeftOutReason, place: SourcePlace) -> None:
        if words and self._last != (reason, place):
            self.found()
            self._last = reason, place
        self._pieces += [words] if words else []

    def found(self) -> list[LeftOut]:
        if self._last and self._pieces:
            self._found.append(LeftOut("".join(self._pieces), *self._last))
        self._pieces, self._last = [], None
        return self._found


class RunReader:
    """Reads the paragraphs of one story: the body, a header, the notes. Fields go on from paragraph to paragraph.

    ``note`` returns the sign of a footnote or endnote and notes that it was referred to.
    """

    def __init__(self, styles: StyleSheet, counts: Counter[str], note: Callable[[str, str], str]) -> None:
        self._styles, self.counts, self._note = styles, counts, note
        self._left = _LeftOutWords()
        self._fields: list[_Field] = []
        self._too_deep = 0
        self._words = ParagraphWords()
        self._place = SourcePlace()
        self._hidden = False

    def read(self, paragraph: XmlElement, path: str, *, hidden: bool = False) -> ParagraphWords:
        """Return the words of a paragraph. ``hidden`` is what its style says of its runs."""
        self._words, self._place, self._hidden = ParagraphWords(), SourcePlace(path=path), hidden
        self._inline(paragraph)
        return self._words

    @property
    def left_out(self) -> list[LeftOut]:
        """The words left out so far."""
        return self._left.found()

    @property
    def in_contents(self) -> bool:
        """Whether the place reached is in the result of a field for a table of contents."""
        return any(_CONTENTS.match(one.code) for one in self._fields)

    def leave(self, words: str, reason: LeftOutReason, path: str | None = None) -> None:
        """Record words that are left out, of the paragraph read last or of the place that is given."""
        self._left.add(words, reason, self._place if path is None else SourcePlace(path=path))

    def _inline(self, parent: XmlElement) -> None:
        for element in parent:
            name = short_name(element.tag)
            if name == "w:r":
                self._run(element)
            elif name in _GONE:
                self._gone(element, name)
            elif name in _WRAPPERS:
                self._change(name)
                self._inline(element)
            else:
                self._other(element, name)

    def _other(self, element: XmlElement, name: str) -> None:
        if name == "w:sdt":
            content = child(element, "w:sdtContent")
            if content is not None:
                self._inline(content)
        elif name == "w:fldSimple":
            self._simple_field(element)
        elif name == "mc:AlternateContent":
            form = chosen_form(element)
            if form is not None:
                self._inline(form)
        elif name in ("m:oMath", "m:oMathPara"):
            self.counts["equations"] += 1
            self._say("".join(one.text or "" for one in element.iter() if short_name(one.tag) == "m:t"))
        elif name == "w:subDoc":
            self.counts["parts"] += 1

    def _gone(self, element: XmlElement, name: str) -> None:
        self._change(name)
        self.leave(all_words(element), LeftOutReason.DELETED)

    def _change(self, name: str) -> None:
        if name in _CHANGES:
            self.counts[_CHANGES[name]] += 1

    def _simple_field(self, element: XmlElement) -> None:
        self._open(_Field((attribute(element, "instr") or "")[:_LONGEST_CODE], shown=True))
        self._inline(element)
        self._close()

    def _run(self, run: XmlElement) -> None:
        properties = child(run, "w:rPr")
        hidden = self._is_hidden(properties)
        for element in run:
            name = short_name(element.tag)
            if name == "w:rPr":
                continue
            if hidden and name not in ("w:fldChar", "w:instrText"):
                self._hide(element)
            else:
                self._piece(element, name, properties)

    def _is_hidden(self, properties: XmlElement | None) -> bool:
        if properties is None:
            return self._hidden
        own = is_on(child(properties, "w:vanish"))
        if own is None:
            own = self._styles.named(value_of(properties, "w:rStyle")).hidden
        return self._hidden if own is None else own

    def _hide(self, element: XmlElement) -> None:
        words = all_words(element)
        self.counts["hidden"] += bool(words.strip())
        self.leave(words, LeftOutReason.HIDDEN)

    def _piece(self, element: XmlElement, name: str, properties: XmlElement | None) -> None:
        if name == "w:t":
            self._say(self._known(element.text or "", properties))
        elif name in _BLANKS:
            self._say(_BLANKS[name])
        elif name == "w:sym":
            self._say(self._symbol(element))
        elif name == "w:fldChar":
            self._field_mark(attribute(element, "fldCharType") or "")
        elif name == "w:instrText":
            if self._fields and not self._fields[-1].shown:
                self._fields[-1].add(element.text or "")
        elif name in ("w:footnoteReference", "w:endnoteReference"):
            self._refer(element, name)
        elif name == "w:delText":
            self.leave(element.text or "", LeftOutReason.DELETED)
        else:
            self._anchored(element, name)

    def _refer(self, element: XmlElement, name: str) -> None:
        sign = self._note(name.removeprefix("w:").removesuffix("Reference"), attribute(element, "id") or "")
        if attribute(element, "customMarkFollows") not in ("1", "true", "on"):
            self._say(sign)

    def _anchored(self, element: XmlElement, name: str) -> None:
        if name == "w:ruby":
            self._ruby(element)
        elif name == "mc:AlternateContent":
            form = chosen_form(element)
            for one in () if form is None else form:
                self._piece(one, short_name(one.tag), None)
        elif name in ("w:drawing", "w:pict", "w:object"):
            self.counts["objects"] += name == "w:object"
            boxes = self._words.after if self._words.begun else self._words.before
            boxes.extend(self._boxes(element))

    def _ruby(self, element: XmlElement) -> None:
        base, above = child(element, "w:rubyBase"), child(element, "w:rt")
        if base is not None:
            self._inline(base)
        if above is not None:
            self.leave(all_words(above), LeftOutReason.READING)

    def _boxes(self, drawing: XmlElement) -> Iterator[Anchored]:
        """Yield the text boxes in a drawing, from the outside, and count its pictures."""
        for element in _outermost(drawing):
            name = short_name(element.tag)
            if name == "w:txbxContent":
                yield Anchored(element)
            elif name == "v:textpath":
                yield Anchored(None, element.get("string") or "")
            elif name in ("pic:pic", "v:imagedata"):
                self.counts["pictures"] += 1
                self.counts["large pictures"] += _is_large(element)
            elif name in ("c:chart", "dgm:relIds"):
                self.counts["charts"] += 1

    def _known(self, text: str, properties: XmlElement | None) -> str:
        """Return words with the characters of a symbol font put right."""
        if not _PRIVATE.search(text):
            return text.translate(_LINE_ENDS)
        fonts = child(properties, "w:rFonts")
        font = (attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "") if fonts is not None else ""
        return "".join(self._shown(character, font) for character in text)

    def _symbol(self, element: XmlElement) -> str:
        code = attribute(element, "char") or ""
        if not re.fullmatch("[0-9A-Fa-f]{1,5}", code):
            return ""
        return self._shown(chr(int(code, 16)), attribute(element, "font") or "")

    def _shown(self, character: str, font: str) -> str:
        known = symbol(character, font)
        self.counts["symbols"] += known is None
        return character if known is None else known

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._open(_Field())
        elif kind == "separate" and self._fields and not self._too_deep:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._close()

    def _open(self, one: _Field) -> None:
        if len(self._fields) < _MOST_FIELDS:
            self._fields.append(one)
        else:
            self._too_deep += 1

    def _close(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        closed = self._fields.pop()
        if _PAGE_NUMBER.match(closed.code):
            self._words.pages = True
        if not closed.words and _COMPUTED.match(closed.code):
            self._compute(closed.code)

    def _compute(self, code: str) -> None:
        circled = _CIRCLED.match(code)
        if circled and 1 <= int(circled[1]) <= 20:
            self._say(chr(ord("①") + int(circled[1]) - 1))
        else:
            self.counts["fields"] += 1

    def _say(self, words: str) -> None:
        if not words:
            return
        if any(not one.shown for one in self._fields):
            self.counts["codes"] += bool(words.strip())
            self.leave(words, LeftOutReason.HIDDEN)
            return
        for one in self._fields:
            one.words = True
        if self.in_contents and any(_PAGE_NUMBER.match(one.code) for one in self._fields):
            self.leave(words, LeftOutReason.PAGE_NUMBER)
            return
        self._words.pieces.append(words)
        self._words.begun = self._words.begun or not words.isspace()


_PRIVATE = re.compile("[\uf000-\uf0ff]")
_LINE_ENDS = str.maketrans("\n\r\t", "   ")
"""Breaks of the file itself, which Word shows as blanks."""
_BLANKS = {"w:tab": "\t", "w:ptab": "\t", "w:br": LINE, "w:cr": LINE, "w:noBreakHyphen": "-", "w:softHyphen": ""}
_CIRCLED = re.compile(r"\s*EQ\s*\\o\s*\\ac\s*\(\s*[○◯〇]\s*[,，;]\s*(\d{1,2})\s*\)", re.IGNORECASE)
"""The code of a number in a circle, as Chinese Word writes it above ⑩: ``eq \\o\\ac(○,11)``."""


def chosen_form(alternatives: XmlElement) -> XmlElement | None:
    """Return the first form of ``mc:AlternateContent``: the choice that new programs read, or the fallback."""
    choice = child(alternatives, "mc:Choice")
    return child(alternatives, "mc:Fallback") if choice is None else choice


def all_words(element: XmlElement) -> str:
    """Return all words in an element, also deleted ones, without what is beside them in other forms."""
    return "".join(_BLANKS.get(short_name(one.tag), one.text or "") for one in _outermost(element, _WORD_ELEMENTS))


_WORD_ELEMENTS = frozenset(("w:t", "w:delText", "m:t", *_BLANKS))
_DRAWN = frozenset(("w:txbxContent", "v:textpath", "pic:pic", "v:imagedata", "c:chart", "dgm:relIds"))


def _outermost(element: XmlElement, names: frozenset[str] = _DRAWN) -> Iterator[XmlElement]:
    """Yield the outermost elements of some names in an element or it itself, in order, in one of two forms each."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        name = short_name(one.tag)
        if name in names:
            yield one
        elif name == "mc:AlternateContent":
            form = chosen_form(one)
            waiting += [] if form is None else [form]
        else:
            waiting += reversed(list(one))


def _is_large(picture: XmlElement) -> bool:
    """Return whether a picture is so large that it may be a scanned page."""
    for around in picture.iterancestors():
        name = short_name(around.tag)
        if name in ("wp:inline", "wp:anchor"):
            extent = child(around, "wp:extent")
            sides = ("0", "0") if extent is None else (extent.get("cx") or "0", extent.get("cy") or "0")
            return all(side.isdecimal() and len(side) < 12 for side in sides) and _area(*map(int, sides))
        if name in ("v:shape", "v:rect"):
            found = _VML_LENGTH.findall(around.get("style") or "")
            lengths = [float(number) * _UNITS[unit.lower()] for _, number, unit in found if number.count(".") <= 1]
            return len(lengths) == 2 and _area(int(lengths[0]), int(lengths[1]))
    return False


def _area(width: int, height: int) -> bool:
    return width * height >= _LEAST_PICTURE
