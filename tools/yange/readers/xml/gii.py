"""Gesetze im Internet: the laws of Germany as the Federal Ministry of Justice publishes them (gii-norm.dtd 1.01).

A file is a row of ``norm``: the first has the title of the law, each further one is a division, an article or an
annex. The paragraphs (1), (2) of an article are in its words; lists have their labels apart.
"""

from __future__ import annotations

import re

from yange.model import ClauseKind
from yange.problems import Problem
from yange.readers.source_text import GivenFacts, LeftOut, LeftOutReason, SourceBlockKind
from yange.readers.xml.facts import day, first
from yange.readers.xml.pieces import Paths, Piece, one_line
from yange.readers.xml.texts import PrintedText
from yange.readers.xml.walker import Walker
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["NAME", "SHOWN", "matches", "read"]

NAME = "gii"
SHOWN = "Gesetze im Internet (dokumente)"

_LEVEL = 3
"""Characters of a ``gliederungskennzahl`` for each level."""
_ARTICLE = re.compile(r"(?:§§?|Art(?:ikel|\.)?)[ \u00a0]*[0-9IVX]")
_ANNEX = re.compile(r"(?:Anlage|Anhang|Anl)\b")
_FILLER = re.compile(r"\(X+\)\s*")
"""What stands for a number that is gone: (XXXX) §§ 5 bis 8."""
_DIVISIONS = (
    (re.compile(r"Abschnitt|Unterabschnitt|Titel|Untertitel", re.IGNORECASE), ClauseKind.SECTION),
    (re.compile(r"Kapitel", re.IGNORECASE), ClauseKind.CHAPTER),
    (re.compile(r"Buch|Teil|Hauptstück|Abteilung", re.IGNORECASE), ClauseKind.PART),
)
_INLINE = "B I U F SP small SUP SUB NB FnR ABWFORMAT noindex citation"
_LEFT = {"fussnoten": LeftOutReason.EDITORIAL, "metadaten": LeftOutReason.METADATA, "TOC": LeftOutReason.NAVIGATION}


def matches(root: XmlElement) -> bool:
    """Return whether a root element is a law of Gesetze im Internet."""
    return local_name(root) == "dokumente" and first(root, "norm") is not None


def read(name: str, root: XmlElement) -> tuple[list[PrintedText], list[Problem]]:
    """Read the law of a file."""
    head = first(root, "norm", "metadaten")
    walker = GiiWalker(name, Paths())
    walker.head(head)
    for norm in root:
        walker.norm(norm)
    walker.print_notes()
    titles = [piece.words for piece in walker.pieces if piece.kind is SourceBlockKind.TITLE]
    signed = None if head is None else first(head, "ausfertigung-datum")
    given = GivenFacts(
        title=next(iter(titles), None),
        place="de",
        language="de",
        signed=None if signed is None else day("".join(signed.itertext())),
        identifier=root.get("doknr") or None,
    )
    return [PrintedText(walker.pieces, walker.left, walker.problems, given)], []


class GiiWalker(Walker):
    """Print a law."""

    INLINE = frozenset(_INLINE.split())
    BREAKS = frozenset({"BR"})
    LEFT = _LEFT
    NOTES = frozenset({"Footnotes"})

    def __init__(self, name: str, paths: Paths) -> None:
        """Begin the text of a file."""
        super().__init__(name, paths, "de")
        self.eid = "doknr"
        self.handlers = {"DL": self._list, "table": self.table, "IMG": self._figure, "Revision": self.leave_out}

    def head(self, metadata: XmlElement | None) -> None:
        """Print the title of the law; the rest of its metadata is left out."""
        for child in metadata if metadata is not None else ():
            if local_name(child) == "langue":
                self.put(Piece(self.words(child), SourceBlockKind.TITLE, place=self.place(child)))

    def norm(self, norm: XmlElement) -> None:
        """Print one ``norm`` with its heading."""
        metadata = first(norm, "metadaten")
        label, title = _of(metadata, "enbez"), _of(metadata, "titel")
        division = None if metadata is None else first(metadata, "gliederungseinheit")
        self._metadata(metadata, norm)
        if division is not None and label is None:
            self._heading(norm, division)
        elif label is not None and _is_contents(norm):
            self.leave_out(label, LeftOutReason.NAVIGATION)
        elif label is not None:
            self._unit(norm, self._shown(label), self.words(title))
        with self.unit():
            for child in norm:
                if child is not metadata:
                    self.visit(child)

    def _metadata(self, metadata: XmlElement | None, norm: XmlElement) -> None:
        label = _of(metadata, "enbez")
        for child in metadata if metadata is not None else ():
            name = local_name(child)
            printed = name == "langue" and norm.getprevious() is None
            printed = printed or (label is not None and name in ("enbez", "titel"))
            printed = printed or (label is None and name == "gliederungseinheit")
            if not printed:
                self.leave_out(child)

    def _shown(self, label: XmlElement) -> str:
        words = self.words(label)
        filler = _FILLER.match(words)
        if filler:
            self.left.append(LeftOut(filler[0].strip(), LeftOutReason.LABEL, self.place(label)))
        return _FILLER.sub("", words)

    def _heading(self, norm: XmlElement, division: XmlElement) -> None:
        key = first(division, "gliederungskennzahl")
        if key is not None:
            self.depth = max(0, len(one_line("".join(key.itertext()))) // _LEVEL - 1)
            self.leave_out(key)
        label, title = self.words(first(division, "gliederungsbez")), self.words(first(division, "gliederungstitel"))
        unit = next((kind for pattern, kind in _DIVISIONS if pattern.search(label)), None)
        self.heading(norm, label, title, unit)
        self.depth += 1

    def _unit(self, norm: XmlElement, label: str, title: str) -> None:
        if _ANNEX.match(label):
            self.heading(norm, "", label, ClauseKind.ANNEX, SourceBlockKind.ANNEX)
            self.depth = 0
            self.heading(norm, "", title)
        elif _ARTICLE.match(label):
            self.open(norm, label, ClauseKind.ARTICLE, title)
        else:
            depth, self.depth = self.depth, 0
            self.heading(norm, "", one_line(f"{label} {title}"))
            self.depth = depth

    def _list(self, element: XmlElement) -> None:
        """Print a list: labels (DT) and entries (DD) follow one another."""
        for child in element:
            before = child.getprevious()
            if local_name(child) == "DT":
                self._entry(child)
            elif before is None or local_name(before) != "DT":
                self.visit(child)

    def _entry(self, term: XmlElement) -> None:
        with self.item() as kind:
            self.open(term, self.words(term), kind)
            entry = term.getnext()
            if entry is not None and local_name(entry) == "DD":
                self.flow(entry)

    def _figure(self, element: XmlElement) -> None:
        message = "a figure is a file of its own and is not in the text"
        self.warn("figures-left-out", element, message, "add its words, or say in note what it shows")


def _is_contents(norm: XmlElement) -> bool:
    text = first(norm, "textdaten", "text")
    return text is not None and [local_name(one) for one in text] == ["TOC"]


def _of(metadata: XmlElement | None, name: str) -> XmlElement | None:
    return None if metadata is None else first(metadata, name)
