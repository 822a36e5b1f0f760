"""Formex 4: the Official Journal of the European Union and its consolidated texts.

An act is a file of its own (``ACT``), each annex another (``ANNEX``); a consolidated text (``CONS.ACT``) has both.
Quotation marks are elements whose attribute is the number of the character.
"""

from __future__ import annotations

from yange.law import law_named
from yange.law.numbers import read_number
from yange.model import ClauseKind
from yange.numbering import NumberedUnit
from yange.problems import Problem, error, warning
from yange.readers.source_text import GivenFacts, LeftOutReason, SourceBlockKind
from yange.readers.xml.facts import day, first, named
from yange.readers.xml.pieces import Paths, Piece, one_line
from yange.readers.xml.texts import PrintedText
from yange.readers.xml.walker import Walker
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["NAME", "SHOWN", "matches", "quotation_mark", "read"]

NAME = "formex"
SHOWN = "Formex 4 (ACT, CONS.ACT, ANNEX, DECISION, GENERAL, AGR)"

_LAWS = frozenset({"ACT", "CONS.ACT", "ANNEX", "CONS.ANNEX", "GENERAL", "AGR", "DECISION", "LETTER"})
_OTHERS = frozenset({"DOC", "PUBLICATION", "OJ", "TOC", "CASE", "JUDGMENT", "ORDER", "OPINION", "CORR"})
_INLINE = (
    "HT DATE REF.DOC.OJ REF.DOC REF.DOC.ECR FT QUOT.START QUOT.END IE KEYWORD ADDR.S LINK REF.NP.ECR ACCESS.DATE"
    " ABBR VAL NO.DOC.TXT"
)
_LEFT = {
    "BIB.INSTANCE": LeftOutReason.METADATA,
    "INFO.CONSLEG": LeftOutReason.METADATA,
    "INFO.PROD": LeftOutReason.METADATA,
    "BIB.DATA": LeftOutReason.METADATA,
    "BIB.DATA.CL": LeftOutReason.METADATA,
    "FAM.COMP": LeftOutReason.METADATA,
    "FAM.COMP.CL": LeftOutReason.METADATA,
    "TOC": LeftOutReason.NAVIGATION,
    "CORRIG.LINE": LeftOutReason.EDITORIAL,
}
_DIVISIONS = ("DIVISION", "GR.SEQ", "TITLE.CONT")
_TITLED = frozenset({"TITLE"})


def matches(root: XmlElement) -> bool:
    """Return whether a root element is of Formex 4, which has no namespace: its schema is named in the file."""
    name = local_name(root)
    if name not in _LAWS | _OTHERS:
        return False
    schema = "".join(value for key, value in root.attrib.items() if key.endswith("noNamespaceSchemaLocation"))
    return "formex" in schema or any(first(root, part) is not None for part in ("BIB.INSTANCE", "ENACTING.TERMS"))


def quotation_mark(code: str | None) -> str:
    """Return the quotation mark with this number in hexadecimal digits; ``2018`` is ‘."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return ""
    return chr(value) if 0x20 < value < 0x3100 else ""


def read(name: str, root: XmlElement) -> tuple[list[PrintedText], list[Problem]]:
    """Read the act or the annex of a file."""
    kind = local_name(root)
    if kind not in _LAWS:
        message = f"the Formex file holds no text of law ({kind})"
        hint = "import the files of the act and of its annexes, to which this one may point"
        return [], [error("source-not-law", name, message, hint=hint, line=root.sourceline)]
    facts = _facts(root)
    walker = FormexWalker(name, Paths(), facts.language)
    walker.children(root)
    walker.print_notes()
    title = next((piece.words for piece in walker.pieces if piece.kind is SourceBlockKind.TITLE), None)
    given = GivenFacts(
        title=title,
        number=facts.number,
        place="eu",
        language=facts.language,
        signed=facts.signed,
        partial=kind in ("ANNEX", "CONS.ANNEX"),
    )
    problems = _apart(name, root)
    return [PrintedText(walker.pieces, walker.left, walker.problems, given)], problems


def _apart(name: str, root: XmlElement) -> list[Problem]:
    """Return a warning if parts of the text are files of their own."""
    files = [one.get("FILEREF") or one.get("FILE") for one in named(root, "INCL.ELEMENT", "REF.ANNEX", "REF.ANNEXES")]
    listed = sorted({one for one in files if one})
    if not listed:
        return []
    message = f"{len(listed)} parts of the text are files of their own and are not in it"
    return [warning("parts-left-out", name, message, hint=f"import them too: {', '.join(listed[:5])}")]


class FormexWalker(Walker):
    """Print an act, an annex or a consolidated text."""

    INLINE = frozenset(_INLINE.split())
    LEFT = _LEFT
    NOTES = frozenset({"NOTE"})

    def __init__(self, name: str, paths: Paths, language: str | None) -> None:
        """Begin the text of a file."""
        super().__init__(name, paths, language)
        self.eid = "IDENTIFIER"
        self._language = language
        self._titled = False
        self.handlers = {
            **dict.fromkeys(_DIVISIONS, self._division),
            "CONS.DOC": self.children,
            "PREAMBLE": self.children,
            "ENACTING.TERMS": self.children,
            "TITLE": self._title,
            "CONSID": self._recital,
            "ARTICLE": self._article,
            "PARAG": self._paragraph,
            "NP": self._item,
            "ANNEX": self._annex,
            "CONS.ANNEX": self._annex,
            "TBL": self.table,
            "QUOT.S": self._quotation,
            "P": self._line,
            "TXT": self._line,
        }

    def inline(self, element: XmlElement) -> str:
        """Return the words of a part of a line; a quotation mark is a word that the file gives as its number."""
        name = local_name(element)
        if name in ("QUOT.START", "QUOT.END"):
            return quotation_mark(element.get("CODE"))
        return super().inline(element)

    def marks_in(self, element: XmlElement) -> str:
        """Return the quotation marks in an element that is left out."""
        return "".join(quotation_mark(one.get("CODE")) for one in named(element, "QUOT.START", "QUOT.END"))

    def is_inline(self, element: XmlElement, mixed: bool) -> bool:
        """Return whether an element is a part of a line; raised words are, whatever is in them."""
        return local_name(element) == "HT" or super().is_inline(element, mixed)

    def _line(self, element: XmlElement) -> None:
        self.flow(element)

    def _title(self, element: XmlElement) -> None:
        words = self.words(element)
        if self._titled or self.quoted:
            self.heading(element, "", words)
        elif words:
            self._titled = True
            self.put(Piece(words, SourceBlockKind.TITLE, place=self.place(element)))

    def _recital(self, element: XmlElement) -> None:
        for child in element:
            if local_name(child) == "NP":
                self.open(child, self.words(first(child, "NO.P")), None)
                self.children(child, without=frozenset({"NO.P"}))
            else:
                self.visit(child)
        self.settle()

    def _division(self, element: XmlElement) -> None:
        title = first(element, "TITLE")
        label, heading = self._parts(title)
        sequence = local_name(element) == "GR.SEQ"  # its number is that of an outline
        self.heading(element, label, heading, _unit_of(label, self._language) if label and not sequence else None)
        with self.division():
            self.children(element, without=_TITLED)

    def _parts(self, title: XmlElement | None) -> tuple[str, str]:
        """Return the number of a division (TI) and its name (STI); in a sequence both may be one numbered line."""
        if title is None:
            return "", ""
        found = named(title, "NO.P")
        if found and first(title, "STI") is None:
            rest = named(title, "TXT")
            return self.words(found[0]), " ".join(self.words(one) for one in rest)
        names = [one for one in title if local_name(one) == "STI"]
        numbers = [one for one in title if local_name(one) != "STI"]
        return " ".join(map(self.words, numbers)), " ".join(map(self.words, names))

    def _article(self, element: XmlElement) -> None:
        label = self.words(first(element, "TI.ART"))
        heading = " ".join(self.words(one) for one in element if local_name(one) == "STI.ART")
        self.open(element, label, ClauseKind.ARTICLE, heading)
        with self.unit():
            self.children(element, without=frozenset({"TI.ART", "STI.ART"}))

    def _paragraph(self, element: XmlElement) -> None:
        self.open(element, self.words(first(element, "NO.PARAG")), ClauseKind.PARAGRAPH)
        with self.unit():
            self.children(element, without=frozenset({"NO.PARAG"}))

    def _item(self, element: XmlElement) -> None:
        with self.item() as kind:
            self.open(element, self.words(first(element, "NO.P")), kind)
            self.children(element, without=frozenset({"NO.P"}))

    def _annex(self, element: XmlElement) -> None:
        label, heading = self._parts(first(element, "TITLE"))
        self.heading(element, "", label, ClauseKind.ANNEX, SourceBlockKind.ANNEX)
        depth, self.depth = self.depth, 0
        if heading:
            self.heading(element, "", heading)
        self.depth = 1
        self.children(element, without=_TITLED)
        self.settle()
        self.depth = depth

    def _quotation(self, element: XmlElement) -> None:
        self.settle()
        with self.quotation():
            self.flow(element)


_PARTS = frozenset(
    {NumberedUnit.PART, NumberedUnit.BOOK, NumberedUnit.SUBPART, NumberedUnit.TITLE, NumberedUnit.SUBTITLE}
)


def _unit_of(label: str, language: str | None) -> ClauseKind:
    """Return the kind of a division, of which Formex has only one: its number says which, in its language."""
    number = read_number(label, 0, law_named(language or "") or None)
    if number is not None and number.style.unit in _PARTS:
        return ClauseKind.PART
    chapter = number is not None and number.style.unit is NumberedUnit.CHAPTER
    return ClauseKind.CHAPTER if chapter else ClauseKind.SECTION


def _facts(root: XmlElement) -> GivenFacts:
    """Return the language, the number and the day of an act."""
    found = named(root, "BIB.INSTANCE", "BIB.DATA")
    if not found:
        return GivenFacts()
    data = found[0]
    language, signed = first(data, "LG.DOC"), first(data, "DATE")
    words = "" if language is None else one_line("".join(language.itertext()))
    return GivenFacts(
        language=words.lower() or None,
        number=_number(first(data, "NO.DOC")),
        signed=None if signed is None else day(signed.get("ISO")),
    )


def _number(number: XmlElement | None) -> str | None:
    """Return the number of an act as the Official Journal prints it: (EU) 2024/903."""
    if number is None:
        return None
    parts = {local_name(one): one_line("".join(one.itertext())) for one in number}
    year, current, treaty = parts.get("YEAR", ""), parts.get("NO.CURRENT", ""), parts.get("COM", "")
    if not (year and current):
        return None
    if number.get("FORMAT") == "NY":
        return f"({treaty}) No {current}/{year}" if treaty else f"{current}/{year}"
    return f"({treaty}) {year}/{current}" if treaty else f"{year}/{current}"
