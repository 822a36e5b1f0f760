"""Akoma Ntoso: acts, bills and other documents (OASIS LegalDocML 1.0, "Akoma Ntoso 3.0", and its predecessors).

The units are those of *Akoma Ntoso Version 1.0 Part 1: XML Vocabulary*, 5.3: any of some thirty names may be the basic
unit of a text, so which one is the article is found in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.model import ClauseKind
from yange.readers.source_text import LeftOutReason, SourceBlockKind
from yange.readers.xml.facts import first
from yange.readers.xml.pieces import Paths, Piece
from yange.readers.xml.walker import Walker
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["HIERARCHY", "NOTICE", "AknWalker"]

HIERARCHY = {
    "book": ClauseKind.PART,
    "tome": ClauseKind.PART,
    "part": ClauseKind.PART,
    "subpart": ClauseKind.PART,
    "title": ClauseKind.PART,
    "subtitle": ClauseKind.PART,
    "chapter": ClauseKind.CHAPTER,
    "subchapter": ClauseKind.CHAPTER,
    "division": ClauseKind.SECTION,
    "subdivision": ClauseKind.SECTION,
    "section": ClauseKind.SECTION,
    "subsection": ClauseKind.SECTION,
    "article": ClauseKind.SECTION,
    "rule": ClauseKind.SECTION,
    "paragraph": ClauseKind.SECTION,
    "subrule": ClauseKind.SECTION,
    "clause": ClauseKind.SECTION,
    "subclause": ClauseKind.SECTION,
    "subparagraph": ClauseKind.SECTION,
    "point": ClauseKind.SECTION,
    "indent": ClauseKind.SECTION,
    "alinea": ClauseKind.SECTION,
    "list": ClauseKind.SECTION,
    "sublist": ClauseKind.SECTION,
    "proviso": ClauseKind.SECTION,
    "transitional": ClauseKind.SECTION,
    "level": ClauseKind.SECTION,
    "hcontainer": ClauseKind.SECTION,
    "tblock": ClauseKind.SECTION,
}
"""The elements of the hierarchy, and the kind of division that each is where it is above articles."""

_BASIC = ("article", "section", "rule", "clause", "paragraph", "level")
"""What the basic unit of a text may be, in this order."""
_DIVISIONS = frozenset({"book", "tome", "part", "subpart", "title", "subtitle", "chapter", "subchapter", "division"})
"""What is never a clause of an article."""
_PARAGRAPHS = frozenset({"paragraph", "subsection", "subrule", "subparagraph", "alinea", "subclause"})
_BARE = re.compile(r"[0-9]{1,3}[A-Z]{0,3}|[a-z]{1,4}|[IVXLC]{1,7}|[A-Z]")
"""A number without brackets, full stop or word."""
_QUOTES = frozenset({"quotedStructure", "embeddedStructure", "embeddedText"})
_TAKEN = frozenset({"num", "heading", "subheading"})
NOTICE = "coveringNotice"
"""The name of the container of a covering notice, as the export to Akoma Ntoso writes it."""
_TITLE_LINES = frozenset({"p", "block", "longTitle", "tocItem", "span"})
_APART = frozenset({"attachments", "attachment", "components", "component", "meta", *_QUOTES})

_INLINE = (
    "b i u a ref mref rref mod rmod quotedText span sub sup ins del inline abbr term def docTitle docNumber docDate"
    " docType docPurpose docStage docStatus docAuthority docCommittee docIntroducer docProponent docketNumber"
    " docJurisdiction person role organization location date time quantity entity concept object event process"
    " placeholder fillIn decoration marker omissis argument signature judge lawyer party opinion session shortTitle"
    " extractText embeddedText remark legislature affectedDocument relatedDocument change outcome vote scene font"
    " noteRef courtType neutralCitation"
)
"""The elements that are a part of a line."""

_LEFT = {
    "meta": LeftOutReason.METADATA,
    "toc": LeftOutReason.NAVIGATION,
    "del": LeftOutReason.DELETED,
    "staticContent": LeftOutReason.METADATA,
}


class AknWalker(Walker):
    """Print one document of Akoma Ntoso: an act, a bill, an annex."""

    INLINE = frozenset(_INLINE.split())
    BREAKS = frozenset({"br", "eol", "eop"})
    LEFT = _LEFT
    NOTES = frozenset({"authorialNote", "note"})

    def __init__(self, name: str, paths: Paths, language: str | None, document: XmlElement) -> None:
        """Begin the text of ``document``, an ``act`` or one like it."""
        super().__init__(name, paths, language)
        self.document = document
        self._english = (language or "").lower().startswith("en")
        self.eid = "eId" if any(one.get("eId") for one in document.iter()) else "id"
        self.basic = _basic_unit(document)
        self._title = _title_of(document)
        self.handlers = {
            **dict.fromkeys(HIERARCHY, self._unit),
            "longTitle": self._line_or_title,
            "p": self._line_or_title,
            "block": self._line_or_title,
            "docTitle": self._line_or_title,
            "recital": self._recital,
            "item": self._item,
            "crossHeading": self._cross_heading,
            "table": self.table,
            "attachment": self._attachment,
            "component": self._attachment,
            "tocItem": self.leave_out,
            **dict.fromkeys(_QUOTES, self._quotation),
            "doc": self.children,
            "container": self._container,
        }

    def print(self) -> None:
        """Print the document."""
        self.children(self.document)
        self.print_notes()

    def is_inline(self, element: XmlElement, mixed: bool) -> bool:
        """Return whether an element is a part of a line; the title is none."""
        return element is not self._title and super().is_inline(element, mixed)

    def _line_or_title(self, element: XmlElement) -> None:
        if "heading" in (element.get("class") or "").split():
            self.heading(element, "", self.words(element))
            return
        if element is not self._title:
            self.flow(element)
            return
        self._title = None
        words = self.words(element)
        if words:
            self.put(Piece(words, SourceBlockKind.TITLE, place=self.place(element)))

    def _recital(self, element: XmlElement) -> None:
        self.open(element, self._taken(element, "num"), None, self._headings(element))
        self.children(element, without=_TAKEN)
        self.settle()

    def _container(self, element: XmlElement) -> None:
        """Print a container; that of a covering notice, which is no word of the law, holds its paragraphs alone."""
        if element.get("name") != NOTICE:
            self.children(element)
            return
        for one in element:
            words = self.words(one)
            if words:
                self.put(Piece(words, SourceBlockKind.COVER, place=self.place(one)))

    # units

    def _unit(self, element: XmlElement) -> None:
        name = local_name(element)
        if name == self.basic and not self.quoted:
            self._article(element)
        elif not self.quoted and (_holds(element, self.basic) or self._is_empty_division(element)):
            self._division(element, HIERARCHY[name])
        elif name in _PARAGRAPHS and not self.listed:
            self._paragraph(element)
        elif name in ("list", "sublist") or first(element, "num") is None:
            self.line(self._headings(element), element)
            self.children(element, without=frozenset({"heading", "subheading"}))
        else:
            self._item(element)

    def _is_empty_division(self, element: XmlElement) -> bool:
        """Return whether an element is a division by its name, with a heading and without a basic unit in it."""
        return local_name(element) in _DIVISIONS and not self.listed and first(element, "heading") is not None

    def _division(self, element: XmlElement, kind: ClauseKind) -> None:
        number = self._taken(element, "num")
        label = self._worded(element, number)
        computed = label != number
        self.heading(element, label, self._headings(element), kind if label else None, computed=computed)
        with self.division():
            self.children(element, without=_TAKEN)

    def _article(self, element: XmlElement) -> None:
        number, heading = self._taken(element, "num"), self._headings(element)
        if heading and local_name(element) == "level":
            self.heading(element, number, heading, ClauseKind.SECTION if number else None)
            with self.division():
                self.children(element, without=_TAKEN)
            return
        label = self._worded(element, number) if local_name(element) == "article" else number
        if heading and not label:
            self.heading(element, "", heading)
        else:
            unit = ClauseKind.PARAGRAPH if self.basic in _PARAGRAPHS else ClauseKind.ARTICLE
            self.open(element, label, unit, heading, computed=label != number)
        with self.unit():
            self.children(element, without=_TAKEN)

    def _paragraph(self, element: XmlElement) -> None:
        self.open_below(element, ClauseKind.PARAGRAPH)
        self.children(element, without=_TAKEN)

    def _item(self, element: XmlElement) -> None:
        with self.item() as kind:
            self.open_below(element, kind)
            self.children(element, without=_TAKEN)

    def open_below(self, element: XmlElement, kind: ClauseKind) -> None:
        """Begin a clause in an article; without a number it is a paragraph of the one above."""
        number = self._taken(element, "num")
        if number:
            label = self._bracketed(element, number)
            self.open(element, label, kind, self._headings(element), computed=label != number)
        else:
            self.line(self._headings(element), element)

    def _worded(self, element: XmlElement, number: str) -> str:
        """Return the label of a unit of which a file in English gives only the number: Part I.

        Publishers print the name of the unit from the name of its element.
        """
        if not self._english or not _BARE.fullmatch(number):
            return number
        return self.styled(element, number, f"{local_name(element).capitalize()} {number}")

    def _bracketed(self, element: XmlElement, number: str) -> str:
        """Return the label of a clause below an article of which a file in English gives only the number: (a)."""
        if not self._english or not _BARE.fullmatch(number):
            return number
        return self.styled(element, number, f"({number})")

    def _cross_heading(self, element: XmlElement) -> None:
        self.heading(element, "", self.words(element))

    def _headings(self, element: XmlElement) -> str:
        found = (self._taken(element, name) for name in ("heading", "subheading"))
        return " ".join(filter(None, found))

    def _taken(self, element: XmlElement, name: str) -> str:
        return " ".join(filter(None, (self.words(one) for one in element if local_name(one) == name)))

    # what is not the text's own

    def _quotation(self, element: XmlElement) -> None:
        self.settle()
        with self.quotation(*self.marks_of(element)):
            self.children(element)

    def _attachment(self, element: XmlElement) -> None:
        label, title = self._taken(element, "heading"), self._taken(element, "subheading")
        self.heading(element, "", label, ClauseKind.ANNEX, SourceBlockKind.ANNEX)
        basic, self.basic = self.basic, _basic_unit(element)
        if title:
            self.heading(element, "", title)
        self.children(element, without=frozenset({"heading", "subheading"}))
        self.settle()
        self.basic = basic


def _own(element: XmlElement, apart: frozenset[str] = _APART) -> Iterator[XmlElement]:
    """Yield the elements of a text without those of texts that it quotes or that are attached to it."""
    waiting = list(reversed(list(element)))
    while waiting:
        one = waiting.pop()
        if local_name(one) not in apart:
            yield one
            waiting.extend(reversed(list(one)))


def _basic_unit(document: XmlElement) -> str:
    """Return the name of the element that is the article of a text."""
    apart = frozenset({"meta", *_QUOTES}) if local_name(document) in ("attachment", "component") else _APART
    names = {local_name(one) for one in _own(document, apart)}
    return next((name for name in _BASIC if name in names), "")


def _holds(element: XmlElement, name: str) -> bool:
    return any(local_name(one) == name for one in _own(element))


def _title_of(document: XmlElement) -> XmlElement | None:
    """Return the line of the front that is the title.

    It has the short title if that stands alone, or else the title of the document, or is the long title.
    """
    for name in ("preface", "coverPage", "preamble"):
        front = first(document, name)
        lines = {} if front is None else {
            kind: _line_of(found)
            for kind in ("shortTitle", "docTitle", "longTitle")
            if (found := next((one for one in front.iter() if local_name(one) == kind), None)) is not None
        }  # fmt: skip
        if lines:
            return next(iter(lines.values()))
    return None


def _line_of(title: XmlElement) -> XmlElement:
    """Return the line in which a title is printed, with the kind and the number of the document beside it."""
    lines = [one for one in title.iterancestors() if local_name(one) in _TITLE_LINES]
    longest = next((one for one in lines if local_name(one) == "longTitle"), None)
    return longest if longest is not None else (lines[0] if lines else title)
