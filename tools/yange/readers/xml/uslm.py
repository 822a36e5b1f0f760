"""United States Legislative Markup: the United States Code, public laws, statutes and bills, schemas 1 and 2.

The levels and their statuses are those of the *USLM User Guide*, 4 and 7.4. Notes of the publisher below a section,
the note of its source, and the running heads of a print are no words of the law and are left out.
"""

from __future__ import annotations

from datetime import date

from yange.model import ClauseKind
from yange.problems import Problem, error
from yange.readers.source_text import GivenFacts, LeftOutReason, SourceBlockKind
from yange.readers.xml.facts import day, first, language_tag, named
from yange.readers.xml.pieces import Paths, Piece, one_line
from yange.readers.xml.texts import PrintedText
from yange.readers.xml.walker import Walker
from yange.readers.xml_tree import XmlElement, local_name, namespace

__all__ = ["NAME", "SHOWN", "matches", "read"]

NAME = "uslm"
SHOWN = "United States Legislative Markup (uscDoc, pLaw, lawDoc, statuteCompilation, bill, resolution)"

_NAMESPACES = ("http://xml.house.gov/schemas/uslm/", "http://schemas.gpo.gov/xml/uslm")
_LAWS = frozenset({"uscDoc", "pLaw", "lawDoc", "statute", "statuteCompilation", "statutesAtLarge", "document"})
_DRAFTS = frozenset({"bill", "resolution", "amendment", "engrossedAmendment"})
_DIVISIONS = {
    "title": ClauseKind.PART,
    "subtitle": ClauseKind.PART,
    "part": ClauseKind.PART,
    "subpart": ClauseKind.PART,
    "division": ClauseKind.PART,
    "subdivision": ClauseKind.PART,
    "chapter": ClauseKind.CHAPTER,
    "subchapter": ClauseKind.CHAPTER,
    "article": ClauseKind.SECTION,
    "subarticle": ClauseKind.SECTION,
    "appendix": ClauseKind.ANNEX,
    "compiledAct": ClauseKind.PART,
    "courtRules": ClauseKind.PART,
    "reorganizationPlans": ClauseKind.PART,
    "reorganizationPlan": ClauseKind.CHAPTER,
    "preliminary": ClauseKind.PART,
}
_ARTICLES = frozenset({"section", "courtRule"})
_BELOW = frozenset(
    {"paragraph", "subparagraph", "clause", "subclause", "item", "subitem", "subsubitem", "level", "listItem"}
)
_STATUSES = frozenset(
    {
        "proposed", "withdrawn", "cancelled", "pending", "suspended", "repealed", "expired", "terminated",
        "hadItsEffect", "omitted", "notAdopted", "transferred", "vacant",
    }
)  # fmt: skip
"""Those of :data:`status <_STATUSES>` with which a provision does not govern."""
_INLINE = (
    "i b u inline ref term shortTitle quotedText quotedContent amendingAction headingText proviso addedText"
    " deletedText sup sub span em strong date sponsor cosponsor committee nonsponsor entity person"
    " organization location property fillIn marker def referenceItem docTitle officialTitle headline"
)
_LEFT = {
    "meta": LeftOutReason.METADATA,
    "amendMeta": LeftOutReason.METADATA,
    "sourceCredit": LeftOutReason.EDITORIAL,
    "notes": LeftOutReason.EDITORIAL,
    "note": LeftOutReason.EDITORIAL,
    "sidenote": LeftOutReason.EDITORIAL,
    "ear": LeftOutReason.EDITORIAL,
    "page": LeftOutReason.PAGE_NUMBER,
    "slugLine": LeftOutReason.RUNNING_HEAD,
    "distributionCode": LeftOutReason.RUNNING_HEAD,
    "centerRunningHead": LeftOutReason.RUNNING_HEAD,
    "leftRunningHead": LeftOutReason.RUNNING_HEAD,
    "rightRunningHead": LeftOutReason.RUNNING_HEAD,
    "endorsement": LeftOutReason.REPEATED,
    "endMarker": LeftOutReason.RUNNING_HEAD,
}
_HEADED = frozenset({"num", "heading", "subheading"})
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MAJOR = {"major": 0, "intermediate": 1, "small": 2}


def matches(root: XmlElement) -> bool:
    """Return whether a root element is of USLM."""
    return namespace(root).startswith(_NAMESPACES)


def read(name: str, root: XmlElement) -> tuple[list[PrintedText], list[Problem]]:
    """Read the text of a file; of a volume of statutes, each statute."""
    kind = local_name(root)
    if kind not in _LAWS | _DRAFTS:
        message = f"the USLM file holds no text of law ({kind})"
        hint = "import the United States Code, public laws, statutes or bills"
        return [], [error("source-not-law", name, message, hint=hint, line=root.sourceline)]
    paths = Paths()
    parts = [one for one in named(root, "pLaw", "statute") if one is not root]
    if kind == "statutesAtLarge" and parts:
        return [_read(name, paths, one, kind) for one in parts], []
    return [_read(name, paths, root, kind)], []


def _read(name: str, paths: Paths, root: XmlElement, kind: str) -> PrintedText:
    walker = UslmWalker(name, paths, root)
    walker.children(root)
    walker.print_notes()
    titles = [piece.words for piece in walker.pieces if piece.kind is SourceBlockKind.TITLE]
    said = _said(root, "title")
    if not titles and said:
        place = walker.place(root)
        walker.pieces.insert(0, Piece(said, SourceBlockKind.TITLE, computed=True, label=said, place=place))
    given = GivenFacts(
        title=next(iter(titles), said),
        number=None if kind == "uscDoc" else _number(root),
        place="us",
        language=language_tag(root.get(_LANG)) or (_said(root, "language") or "en").lower(),
        signed=_approved(root),
        identifier=root.get("identifier") or _said(root, "citableAs"),
        draft=kind in _DRAFTS,
    )
    return PrintedText(walker.pieces, walker.left, walker.problems, given)


class UslmWalker(Walker):
    """Print a document of USLM."""

    INLINE = frozenset(_INLINE.split())
    BREAKS = frozenset({"br"})
    LEFT = _LEFT

    def __init__(self, name: str, paths: Paths, root: XmlElement) -> None:
        """Begin the text of a document."""
        super().__init__(name, paths, "en")
        self.eid = "identifier"
        self._title = _title_of(root)
        self.handlers = {
            **dict.fromkeys(_DIVISIONS, self._division),
            **dict.fromkeys(_ARTICLES, self._section),
            **dict.fromkeys(_BELOW, self._item),
            "subsection": self._subsection,
            "main": self.children,
            "longTitle": self._long_title,
            "quotedContent": self._quoted,
            "amendmentContent": self.flow,
            "table": self.table,
            "layout": self.table,
            "toc": self._contents,
            "appropriations": self._appropriations,
            "recital": self.flow,
            "preface": self.children,
            "designator": self.flow,
        }

    def inline(self, element: XmlElement) -> str:
        """Return the words of a part of a line, without the number of a footnote."""
        if _is_footnote_sign(element):
            self.leave_out(element, LeftOutReason.EDITORIAL)
            return ""
        return super().inline(element)

    def visit(self, element: XmlElement) -> None:
        """Print an element; say what the file says of its status."""
        if _is_footnote_sign(element):
            self.leave_out(element, LeftOutReason.EDITORIAL)
            return
        status = element.get("status") or ""
        if status in _STATUSES:
            number = first(element, "num")
            label = "" if number is None else one_line("".join(number.itertext()))
            self.not_in_force(element, label, f"the file gives its status as {status}")
        super().visit(element)

    def _long_title(self, element: XmlElement) -> None:
        words = self.words(element)
        if element is self._title:
            self.put(Piece(words, SourceBlockKind.TITLE, place=self.place(element)))
        else:
            self.line(words, element)

    def _division(self, element: XmlElement) -> None:
        unit = _DIVISIONS[local_name(element)]
        label, heading = self._taken(element, "num"), self._headings(element)
        if element is self._title and not self.quoted:
            self.put(Piece(one_line(f"{label} {heading}"), SourceBlockKind.TITLE, place=self.place(element)))
            self.children(element, without=_HEADED)
            return
        self.heading(element, label, heading, unit if label else None)
        with self.division():
            self.children(element, without=_HEADED)

    def _section(self, element: XmlElement) -> None:
        label, heading = self._taken(element, "num"), self._headings(element)
        if heading and not label:
            self.heading(element, "", heading)
        else:
            self.open(element, label, ClauseKind.ARTICLE, heading)
        with self.unit():
            self.children(element, without=_HEADED)

    def _subsection(self, element: XmlElement) -> None:
        self._below(element, ClauseKind.PARAGRAPH)
        self.children(element, without=_HEADED)

    def _item(self, element: XmlElement) -> None:
        with self.item() as kind:
            self._below(element, kind)
            self.children(element, without=_HEADED)

    def _below(self, element: XmlElement, kind: ClauseKind) -> None:
        """Begin a clause below a section; a heading with a dash runs on into its first words."""
        label, heading = self._taken(element, "num"), self._headings(element)
        runs_on = heading.endswith(("—", "–", ".-"))
        if label:
            self.open(element, label, kind, "" if runs_on else heading)
        else:
            self.settle()
            self.line("" if runs_on else heading, element)
        if runs_on:
            self.lead(heading, element)

    def _appropriations(self, element: XmlElement) -> None:
        depth = self.depth
        self.depth += _MAJOR.get(element.get("level") or "", 2)
        self.heading(element, self._taken(element, "num"), self._headings(element))
        self.children(element, without=_HEADED)
        self.settle()
        self.depth = depth

    def _contents(self, element: XmlElement) -> None:
        """Print contents that an act enacts; those that the Code prints above a chapter are left out."""
        if named(element, "tocItem"):
            self.leave_out(element, LeftOutReason.NAVIGATION)
        else:
            self.children(element)

    def _quoted(self, element: XmlElement) -> None:
        self.settle()
        with self.quotation():
            self.flow(element)

    def _headings(self, element: XmlElement) -> str:
        return " ".join(filter(None, (self._taken(element, name) for name in ("heading", "subheading"))))

    def _taken(self, element: XmlElement, name: str) -> str:
        return " ".join(filter(None, (self.words(one) for one in element if local_name(one) == name)))


def _is_footnote_sign(element: XmlElement) -> bool:
    return local_name(element) == "ref" and "footnoteRef" in (element.get("class") or "")


def _title_of(root: XmlElement) -> XmlElement | None:
    """Return the element with the title of a document: the long title, or the title of the Code that it holds."""
    found = first(root, "main", "longTitle")
    if found is not None:
        return found
    for name in ("title", "appendix"):
        found = first(root, "main", name)
        if found is not None and local_name(root) in ("uscDoc", "lawDoc"):
            return found
    return None


def _said(root: XmlElement, name: str) -> str | None:
    """Return what the metadata of a document say."""
    for place in ("meta", "amendMeta", "preface"):
        found = first(root, place, name)
        words = "" if found is None else one_line("".join(found.itertext()))
        if words:
            return words
    return None


def _number(root: XmlElement) -> str | None:
    for place in ("preface", "meta"):
        kind, number = first(root, place, "type"), first(root, place, "docNumber")
        if kind is not None and number is not None:
            return one_line(f"{''.join(kind.itertext())} {''.join(number.itertext())}") or None
    return None


def _approved(root: XmlElement) -> date | None:
    found = named(root, "approvedDate")
    return day(found[0].get("date")) if found else None
