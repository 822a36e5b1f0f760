"""Crown Legislation Markup Language: the legislation of the United Kingdom (legislation.gov.uk).

Numbers are in the file without their brackets, which the style of the site prints: a subsection is (1), a paragraph
(a), unless ``PuncBefore`` and ``PuncAfter`` say otherwise. Commentaries, earlier and later versions of a provision and
the contents are no words of the text; what the file marks as repealed or prospective is reported.
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

__all__ = ["NAME", "SHOWN", "matches", "quotation_marks", "read"]

NAME = "clml"
SHOWN = "legislation.gov.uk (Legislation)"

_NAMESPACE = "http://www.legislation.gov.uk/namespaces/legislation"
_BODIES = frozenset({"Body", "EUBody", "Schedules", "Attachments"})
_DIVISIONS = {
    "Group": ClauseKind.PART,
    "Part": ClauseKind.PART,
    "EUPart": ClauseKind.PART,
    "EUTitle": ClauseKind.PART,
    "Chapter": ClauseKind.CHAPTER,
    "EUChapter": ClauseKind.CHAPTER,
    "EUSection": ClauseKind.SECTION,
    "EUSubsection": ClauseKind.SECTION,
    "Pblock": ClauseKind.SECTION,
    "PsubBlock": ClauseKind.SECTION,
    "Division": ClauseKind.SECTION,
}
_ITEMS = frozenset({"P3", "P4", "P5", "P6", "P7"})
_GROUPS = frozenset({"P2group", "P3group", "P4group"})
_QUOTES = frozenset({"BlockAmendment", "BlockExtract", "Extract"})
_INLINE = (
    "Addition Substitution Repeal Citation CitationSubRef CitationListRef Acronym Abbreviation Emphasis Strong Term"
    " Definition Proviso Superior Inferior SmallCaps Underline Expanded InternalLink ExternalLink Character Span"
    " Uppercase FootnoteRef CommentaryRef MarginNoteRef Strike InlineAmendment DateText Em Month Day"
)
_LEFT = {
    "Metadata": LeftOutReason.METADATA,
    "Contents": LeftOutReason.NAVIGATION,
    "Commentaries": LeftOutReason.EDITORIAL,
    "Versions": LeftOutReason.EDITORIAL,
    "MarginNotes": LeftOutReason.EDITORIAL,
    "Resources": LeftOutReason.METADATA,
    "Correction": LeftOutReason.EDITORIAL,
    "ExplanatoryNotes": LeftOutReason.EDITORIAL,
    "EarlierOrders": LeftOutReason.EDITORIAL,
    "Warning": LeftOutReason.EDITORIAL,
}
_FRAGMENTS = ("/section/", "/article/", "/regulation/", "/rule/", "/part/", "/schedule", "/chapter/", "/introduction",
              "/crossheading/", "/annex", "/paragraph/", "/body", "/signature", "/note")  # fmt: skip
_GONE = {"Repealed": "repealed", "Dead": "dead", "Discarded": "discarded", "Prospective": "prospective"}
_PARENTHESES = ("(", ")")
_MARKS = {"none": ("", ""), "single": ("‘", "’")}


def matches(root: XmlElement) -> bool:
    """Return whether a root element is of CLML."""
    return namespace(root) == _NAMESPACE


def quotation_marks(form: str | None) -> tuple[str, str]:
    """Return the marks that the site prints around an amendment, by the attribute ``Format`` of the block."""
    return _MARKS.get(form or "", ("“", "”"))


def read(name: str, root: XmlElement) -> tuple[list[PrintedText], list[Problem]]:
    """Read the text of a file."""
    if local_name(root) != "Legislation" or not any(local_name(one) in _BODIES for one in root.iter()):
        message = f"the file of legislation.gov.uk holds no text of law ({local_name(root)})"
        hint = "it has notes, contents or metadata alone: download the legislation itself (…/data.xml)"
        return [], [error("source-not-law", name, message, hint=hint, line=root.sourceline)]
    facts = _facts(root)
    walker = ClmlWalker(name, Paths(), root, facts.language)
    walker.children(root)
    walker.print_notes()
    return [PrintedText(walker.pieces, walker.left, walker.problems, facts)], []


class ClmlWalker(Walker):
    """Print a piece of legislation."""

    INLINE = frozenset(_INLINE.split())
    LEFT = _LEFT
    NOTES = frozenset({"Footnote"})

    def __init__(self, name: str, paths: Paths, root: XmlElement, language: str | None) -> None:
        """Begin the text of a file."""
        super().__init__(name, paths, language)
        self._valid = _valid_day(root)
        self._titled = False
        self._annexed = False
        """Whether a schedule is open, whose provisions are paragraphs."""
        self._stop = "." if first(root, "Secondary") is not None else ""
        """What is printed behind the number of a provision of an instrument, but not of an Act."""
        self.handlers = {
            **dict.fromkeys(_DIVISIONS, self._division),
            **dict.fromkeys(_ITEMS, self._item),
            **dict.fromkeys(_GROUPS, self._group),
            **dict.fromkeys(_QUOTES, self._quotation),
            "Primary": self.children,
            "Secondary": self.children,
            "EURetained": self.children,
            "PrimaryPrelims": self._prelims,
            "SecondaryPrelims": self._prelims,
            "EUPrelims": self._prelims,
            "MultilineTitle": self._title,
            "P1group": self._section_group,
            "P1": self._section,
            "P2": self._subsection,
            "Schedules": self._schedules,
            "Schedule": self._schedule,
            "Attachment": self._schedule,
            "Appendix": self._schedule,
            "ListItem": self._list_item,
            "OrderedList": self._ordered,
            "KeyListItem": self._key,
            "table": self.table,
            "Figure": self._figure,
            "AppendText": self._append,
        }

    def visit(self, element: XmlElement) -> None:
        """Print an element; say what the file says of its status."""
        self._say_status(element)
        if local_name(element) == "Versions":
            self._versions(element)
        super().visit(element)

    def inline(self, element: XmlElement) -> str:
        """Return the words of a part of a line; say which of them are repealed."""
        if local_name(element) == "Repeal" and element.get("RetainText") == "true":
            shown = one_line("".join(element.itertext()))[:60]
            self.not_in_force(element, f"“{shown}”", "the file marks these words as repealed")
        return super().inline(element)

    def marks_of(self, element: XmlElement) -> tuple[str, str]:
        """Return the quotation marks around an amendment."""
        return quotation_marks(element.get("Format")) if local_name(element) == "BlockAmendment" else ("", "")

    def _say_status(self, element: XmlElement) -> None:
        status = _GONE.get(element.get("Status") or "")
        label = _first_number(element)
        start, end = day(element.get("RestrictStartDate")), day(element.get("RestrictEndDate"))
        if status:
            self.not_in_force(element, label, f"the file marks it as {status}")
        elif self._valid and start and start > self._valid:
            self.not_in_force(element, label, f"the file gives it from {start} on, after the day of the text")
        elif self._valid and end and end <= self._valid:
            self.not_in_force(element, label, f"the file gives it until {end} (not included)")

    # front

    def _prelims(self, element: XmlElement) -> None:
        for child in element:
            if local_name(child) == "Title":
                self._title(child)
            elif local_name(child) == "Number" and not self.quoted:
                self.put(Piece(self.words(child), SourceBlockKind.NUMBER, place=self.place(child)))
            elif local_name(child) in ("MadeDate", "LaidDate", "ComingIntoForce", "DateOfEnactment"):
                self.line(self.inline(child), child)
            else:
                self.visit(child)
            self.line(child.tail or "", element)

    def _title(self, element: XmlElement) -> None:
        words = self.words(element)
        if self._titled or self.quoted or not words:
            self.line(words, element)
            return
        self._titled = True
        self.put(Piece(words, SourceBlockKind.TITLE, place=self.place(element)))

    # units

    def _division(self, element: XmlElement) -> None:
        label, title = self._taken(element, "Number"), self._taken(element, "Title")
        if local_name(element) == "Division" and label and (not title or label.startswith("(")):
            with self.item():
                self.open(element, label, None, title)
                self.children(element, without=frozenset({"Number", "Title"}))
            return
        self.heading(element, label, title, _DIVISIONS[local_name(element)] if label else None)
        with self.division():
            self.children(element, without=frozenset({"Number", "Title"}))

    def _section_group(self, element: XmlElement) -> None:
        """Print a section with its heading; a heading of several sections stands above them."""
        title = self._taken(element, "Title")
        sections = [one for one in element if local_name(one) == "P1"]
        if len(sections) != 1:
            self.heading(element, "", title)
            title = ""
        for child in element:
            if child in sections:
                self._say_status(child)
                self._section(child, title)
            elif local_name(child) != "Title":
                self.visit(child)
            self.line(child.tail or "", element)

    def _section(self, element: XmlElement, heading: str = "") -> None:
        label, computed = self._number(element, ("", self._stop))
        unit = ClauseKind.PARAGRAPH if self._annexed else ClauseKind.ARTICLE
        self.open(element, label, unit, heading, computed=computed)
        with self.unit():
            self.children(element, without=frozenset({"Pnumber"}))

    def _subsection(self, element: XmlElement) -> None:
        label, computed = self._number(element, _PARENTHESES)
        self.open(element, label, ClauseKind.PARAGRAPH, computed=computed)
        with self.unit():
            self.children(element, without=frozenset({"Pnumber"}))

    def _item(self, element: XmlElement) -> None:
        with self.item() as kind:
            label, computed = self._number(element, _PARENTHESES)
            self.open(element, label, kind, computed=computed)
            self.children(element, without=frozenset({"Pnumber"}))

    def _number(self, element: XmlElement, around: tuple[str, str]) -> tuple[str, bool]:
        """Return the label of a provision, and whether the style of the site adds characters to its number."""
        found = first(element, "Pnumber")
        number = self.words(found)
        if found is None or not number:
            return "", False
        before, after = found.get("PuncBefore"), found.get("PuncAfter")
        if not number[-1].isalnum():
            around = "", ""
        elif before is not None or after is not None:
            around = before or "", after or ""
        label = f"{around[0]}{number}{around[1]}".strip()
        return (label, False) if label == number else (self.styled(found, number, label), True)

    def _group(self, element: XmlElement) -> None:
        self.settle()
        self.line(self._taken(element, "Title"), element)
        self.children(element, without=frozenset({"Title"}))

    def _ordered(self, element: XmlElement) -> None:
        for nth, child in enumerate(element, 1):
            if local_name(child) == "ListItem":
                self._list_item(child, _list_label(element, child, nth))
            else:
                self.visit(child)

    def _list_item(self, element: XmlElement, label: str = "") -> None:
        """Print an entry of a list; the number of an ordered one is counted, the file does not hold it."""
        with self.item() as kind:
            if label:
                self.open(element, label, kind, computed=True)
            self.flow(element)

    def _key(self, element: XmlElement) -> None:
        self.line(self.inline(element), element)

    def _schedules(self, element: XmlElement) -> None:
        self.heading(element, "", self._taken(element, "Title"))
        self.children(element, without=frozenset({"Title"}))

    def _schedule(self, element: XmlElement) -> None:
        label, block = self._taken(element, "Number"), first(element, "TitleBlock")
        self.heading(element, "", label, ClauseKind.ANNEX, SourceBlockKind.ANNEX)
        titles = [self.words(one) for one in block] if block is not None else []
        titles += [self._taken(element, "Title"), self._taken(element, "Reference")]
        self.heading(element, "", " ".join(filter(None, titles)))
        depth, self.depth = self.depth, 1
        self._annexed = True
        self.children(element, without=frozenset({"Number", "TitleBlock", "Title", "Reference"}))
        self.settle()
        self.depth, self._annexed = depth, False

    def _quotation(self, element: XmlElement) -> None:
        self.settle()
        with self.quotation(*self.marks_of(element)):
            self.flow(element)

    def _append(self, element: XmlElement) -> None:
        self.append(self.words(element))

    def _figure(self, element: XmlElement) -> None:
        message = "a figure is a file of its own and is not in the text"
        self.warn("figures-left-out", element, message, "add its words, or say in note what it shows")
        self.flow(element)

    def _versions(self, element: XmlElement) -> None:
        message = "the file also holds other versions of some provisions, which are left out"
        hint = "download the text of the day or of the extent that you mean"
        self.warn("versions-left-out", element, message, hint)

    def _taken(self, element: XmlElement, name: str) -> str:
        return " ".join(filter(None, (self.words(one) for one in element if local_name(one) == name)))


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
          "xviii", "xix", "xx")  # fmt: skip
_DECORATIONS = {"parens": ("(", ")"), "parenRight": ("", ")"), "period": ("", "."), "brackets": ("[", "]")}


def _list_label(ordered: XmlElement, entry: XmlElement, nth: int) -> str:
    """Return the number of an entry of an ordered list; empty where its kind of number is not known."""
    said = entry.get("NumberOverride")
    before, after = _DECORATIONS.get(ordered.get("Decoration") or "", ("", ""))
    start = ordered.get("Start") or "1"
    place = nth + int(start) - 1 if start.isascii() and start.isdigit() and len(start) < 5 else nth
    if said is None:
        said = {
            "arabic": str(place),
            "alpha": chr(ord("a") + place - 1) if place <= 26 else "",
            "alphaupper": chr(ord("A") + place - 1) if place <= 26 else "",
            "roman": _ROMAN[place - 1] if place <= len(_ROMAN) else "",
            "romanupper": _ROMAN[place - 1].upper() if place <= len(_ROMAN) else "",
        }.get(ordered.get("Type") or "", "")
    return f"{before}{said}{after}" if said else ""


def _first_number(element: XmlElement) -> str:
    """Return the number of a provision, or of the only one in a group."""
    provision = element if local_name(element) != "P1group" else first(element, "P1")
    number = None if provision is None else first(provision, "Pnumber")
    return "" if number is None else one_line("".join(number.itertext()))


def _valid_day(root: XmlElement) -> date | None:
    """Return the day for which the text of a file is given; ``None`` for a text as it was made."""
    found = first(root, "Metadata", "valid")
    return None if found is None else day("".join(found.itertext()))


def _meta(root: XmlElement, name: str) -> str | None:
    found = first(root, "Metadata", name)
    return None if found is None else one_line("".join(found.itertext())) or None


def _facts(root: XmlElement) -> GivenFacts:
    metadata = first(root, "Metadata")
    status = _attribute(metadata, "DocumentStatus", "Value")
    made = day(_attribute(metadata, "EnactmentDate", "Date") or _attribute(metadata, "Made", "Date"))
    revised = day(root.get("RestrictStartDate")) if status == "revised" else None
    number = next(iter(named(root, "PrimaryPrelims", "SecondaryPrelims", "EUPrelims")), None)
    printed = None if number is None else first(number, "Number")
    address = _meta(root, "identifier") or ""
    return GivenFacts(
        title=_meta(root, "title"),
        number=None if printed is None else one_line("".join(printed.itertext())) or None,
        place="gb",
        language=language_tag(_meta(root, "language")) or "en",
        signed=made,
        effective=revised or _coming_into_force(metadata),
        url=root.get("DocumentURI") or None,
        identifier=root.get("IdURI") or None,
        register="legislation.gov.uk",
        draft=status == "draft",
        partial=any(part in address.partition("legislation.gov.uk")[2] for part in _FRAGMENTS),
    )


def _attribute(metadata: XmlElement | None, name: str, attribute: str) -> str | None:
    found = [] if metadata is None else named(metadata, name)
    return found[0].get(attribute) if found else None


def _coming_into_force(metadata: XmlElement | None) -> date | None:
    """Return the first day of an instrument as made, if it has only one."""
    found = [] if metadata is None else named(metadata, "ComingIntoForce")
    days = {day(one.get("Date")) for each in found for one in named(each, "DateTime")}
    return next(iter(days)) if len(days) == 1 else None
