"""Riigi Teataja: the laws and orders of Estonia as the State Gazette publishes them (``oigusakt``).

Sections (§), subsections, items and divisions are elements, each with its printed number (``kuvatavNr``). Raised
figures are characters there: ``§ 3<sup>1</sup>.`` is § 3¹. Annexes are mostly other files inside this one, which are
not read. Amending texts and old orders have words as a web page inside an element (``HTMLKonteiner``): its paragraphs
and tables are passed on, and no unit is, because the page names none.
"""

from __future__ import annotations

import re

from yange.model import ClauseKind
from yange.problems import Problem, error
from yange.readers.source_text import GivenFacts, LeftOutReason, SourceBlockKind
from yange.readers.xml.facts import day, first, named
from yange.readers.xml.pieces import Paths, Piece, one_line
from yange.readers.xml.texts import PrintedText
from yange.readers.xml.walker import Walker
from yange.readers.xml_tree import XmlElement, XmlRefused, html_within, local_name

__all__ = ["FILE", "NAME", "ROOT", "SHOWN", "WEB_PAGE", "matches", "raised_figures", "read"]

NAME = "riigi-teataja"
SHOWN = "Riigi Teataja (oigusakt)"
ROOT = "oigusakt"

WEB_PAGE = "HTMLKonteiner"
"""The element with a web page as characters."""
_UNITS = {
    "paragrahv": ClauseKind.ARTICLE,
    "loige": ClauseKind.PARAGRAPH,
    "alampunkt": ClauseKind.ITEM,
}
_DIVISIONS = {
    "osa": ClauseKind.PART,
    "peatykk": ClauseKind.CHAPTER,
    "jagu": ClauseKind.SECTION,
    "jaotis": ClauseKind.SECTION,
    "alljaotis": ClauseKind.SECTION,
}
FILE = "fail"
"""The element with the bytes of another file."""
_BLOCKS = ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center")
_SUPERSCRIPT = re.compile(r"<sup>\s*([0-9]{1,3})\s*</sup>", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEFT = {
    "metaandmed": LeftOutReason.METADATA,
    "muutmismarge": LeftOutReason.EDITORIAL,
    "veaparandus": LeftOutReason.EDITORIAL,
    "avaldamismarge": LeftOutReason.EDITORIAL,
    "normtehnmarkus": LeftOutReason.EDITORIAL,
    "script": LeftOutReason.METADATA,
    "style": LeftOutReason.METADATA,
}


def matches(root: XmlElement) -> bool:
    """Return whether a root element is a text of Riigi Teataja."""
    return local_name(root) == ROOT


def raised_figures(words: str) -> str:
    """Return words with the raised figures that this vocabulary writes as characters: ``3<sup>1</sup>`` is 3¹."""
    return _SUPERSCRIPT.sub(lambda match: match[1].translate(_RAISED), words) if "<" in words else words


def read(name: str, root: XmlElement) -> tuple[list[PrintedText], list[Problem]]:
    """Read the text of a file."""
    for element in root.iter():
        if local_name(element) == WEB_PAGE:
            continue
        element.text = raised_figures(element.text or "")
        element.tail = raised_figures(element.tail or "")
    try:
        for page in named(root, WEB_PAGE):
            html_within(page)
    except XmlRefused as problem:
        return [], [error("source-xml", name, problem.message, hint="import another format", line=problem.line)]
    walker = _RiigiTeatajaWalker(name, Paths())
    walker.children(root)
    walker.settle()
    return [PrintedText(walker.pieces, walker.left, walker.problems, _given(root))], []


def _given(root: XmlElement) -> GivenFacts:
    title = _said(root, "aktinimi", "nimi", "pealkiri")
    issuer = _said(root, "metaandmed", "valjaandja")
    return GivenFacts(
        title=title,
        issuer=(issuer,) if issuer else (),
        place="ee",
        kind=_said(root, "metaandmed", "dokumentLiik"),
        language="et",
        signed=day(_said(root, "metaandmed", "vastuvoetud", "aktikuupaev")),
        published=day(_said(root, "metaandmed", "avaldamismarge", "avaldamineKuupaev")),
        effective=day(_said(root, "metaandmed", "kehtivus", "kehtivuseAlgus")),
        expires=day(_said(root, "metaandmed", "kehtivus", "kehtivuseLopp")),
        identifier=_said(root, "metaandmed", "globaalID"),
        register="Riigi Teataja",
    )


def _said(root: XmlElement, *names: str) -> str | None:
    found = first(root, *names)
    return None if found is None else one_line("".join(found.itertext())) or None


class _RiigiTeatajaWalker(Walker):
    """Print a text."""

    INLINE = frozenset({"viide", "kuvatavTekst", "a", "b", "em", "font", "i", "span", "strong", "sub", "sup", "u"})
    BREAKS = frozenset({"reavahetus", "br", "hr"})
    LEFT = _LEFT

    def __init__(self, name: str, paths: Paths) -> None:
        super().__init__(name, paths, "et")
        self.handlers = {"aktinimi": self._title, "table": self.table, "img": self._figure}
        self.handlers |= {"lisaViide": self._annex, FILE: self._file}
        self.handlers |= dict.fromkeys(_BLOCKS, self.flow)
        self.handlers |= dict.fromkeys(_DIVISIONS, self._division) | dict.fromkeys(_UNITS, self._unit)

    def _annex(self, element: XmlElement) -> None:
        """Print the heading of an annex, whose name is data, and what else is there."""
        title = first(element, "lisaPealkiri")
        name = None if title is None else first(title, "lisaNimi")
        self.heading(element, "Lisa", "", None, SourceBlockKind.ANNEX, computed=True)
        self.line(self.words(name), element)
        for child in element:
            if child is not title:
                self.visit(child)
        for other in title if title is not None else ():
            if other is not name:
                self.leave_out(other)

    def _file(self, element: XmlElement) -> None:
        """Say that a file inside this one is not read; its bytes are no words."""
        name = element.get("failNimi") or "without a name"
        message = f"an annex is a file inside this one ({one_line(name)[:80]}), and its words are not read"
        self.warn("annex-missing", element, message, "import that file too, and add its words")

    def _figure(self, element: XmlElement) -> None:
        message = "a figure is a file of its own and is not in the text"
        self.warn("figures-left-out", element, message, "add its words, or say in note what it shows")

    def _title(self, element: XmlElement) -> None:
        """Print the title of the text; in the genitive, or in another form, it is there again."""
        title = first(element, "nimi", "pealkiri")
        if title is not None:
            self.put(Piece(self.words(title), SourceBlockKind.TITLE, place=self.place(title)))
        for other in element.iter():
            if other is not title and not len(other):
                self.leave_out(other)

    def _division(self, element: XmlElement) -> None:
        name = local_name(element)
        label, number, heading = self._head(element, name)
        if not label and number:
            label = self._of_division(element, number)
        self.heading(element, label, heading, _DIVISIONS[name], computed=not self._printed(element))
        with self.division():
            self.children(element, without=_parts(name))

    def _unit(self, element: XmlElement) -> None:
        name = local_name(element)
        label, number, heading = self._head(element, name)
        computed = not label and bool(number)
        label = label or (self.styled(element, number, _shown(name, number)) if number else "")
        if name == "alampunkt":
            with self.item() as kind:
                self.open(element, label, kind, heading, computed=computed)
                self.children(element, without=_parts(name))
            return
        with self.unit():
            self.open(element, label, _UNITS[name] if label else None, heading, computed=computed)
            self.children(element, without=_parts(name))

    def _head(self, element: XmlElement, name: str) -> tuple[str, str, str]:
        """Return the printed number, the number as data, and the heading; a number that is said twice is left out."""
        printed, number = first(element, "kuvatavNr"), first(element, f"{name}Nr")
        shown = self.words(printed)
        if number is not None and shown:
            self.leave_out(number, LeftOutReason.LABEL)
        return shown, self.words(number), self.words(first(element, f"{name}Pealkiri"))

    def _printed(self, element: XmlElement) -> bool:
        return bool(self.words(first(element, "kuvatavNr")))

    def _of_division(self, element: XmlElement, number: str) -> str:
        words = {"osa": "osa", "peatykk": "peatükk", "jagu": "jagu", "jaotis": "jaotis", "alljaotis": "alljaotis"}
        return self.styled(element, number, f"{number}. {words[local_name(element)]}")


def _parts(name: str) -> frozenset[str]:
    """Return the elements with number and heading, which are printed apart from the words of a unit."""
    return frozenset({"kuvatavNr", f"{name}Nr", f"{name}Pealkiri"})


def _shown(name: str, number: str) -> str:
    """Return a number as the gazette prints it."""
    return {"paragrahv": f"§ {number}.", "loige": f"({number})"}.get(name, f"{number})")
