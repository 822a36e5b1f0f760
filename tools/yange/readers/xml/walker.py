"""Walk over the elements of a law and print them as blocks: every word of the file once, in a block or left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar

from yange.model import ClauseKind
from yange.problems import Problem, warning
from yange.readers.label_gaps import gap_behind
from yange.readers.source_text import LeftOut, LeftOutReason, SourceBlockKind, SourcePlace
from yange.readers.xml.pieces import Label, Paths, Piece, one_line
from yange.readers.xml.tables import table_words
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["Walker", "is_raised", "raised"]

Handler = Callable[[XmlElement], None]

_THIN = str.maketrans(dict.fromkeys("\u2002\u2003\u2005\u2009\u200a\u202f", "\u00a0"))
"""Narrow and wide spaces of Latin typography."""
_RAISED = frozenset({"sup", "superior"})
_HIGH = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_HAN_LANGUAGES = ("ja", "zh")


class Walker:
    """Print one text of an XML vocabulary.

    A subclass names the elements of its vocabulary. ``INLINE`` are parts of a line, ``BREAKS`` end a line, ``LEFT`` are
    left out of the text, ``NOTES`` are notes to a place in a line and are printed at the end. ``handlers`` print the
    elements that are units of a law; all others are printed as paragraphs, so that no word is lost.
    """

    INLINE: ClassVar[frozenset[str]] = frozenset()
    BREAKS: ClassVar[frozenset[str]] = frozenset()
    LEFT: ClassVar[Mapping[str, LeftOutReason]] = {}
    NOTES: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, name: str, paths: Paths, language: str | None) -> None:
        """Begin a text of the file ``name``; between a label and its words is a space of its language."""
        self.name = name
        self.paths = paths
        self._gap = "\u3000" if (language or "").startswith(_HAN_LANGUAGES) else " "
        self._chinese = (language or "").startswith("zh")
        self.pieces: list[Piece] = []
        self.left: list[LeftOut] = []
        self.problems: list[Problem] = []
        self.handlers: dict[str, Handler] = {}
        self.depth = 0
        """Divisions that are open."""
        self.listed = 0
        """Items that are open."""
        self.eid = "id"
        """The attribute with the identifier of an element."""
        self.quoted = 0
        """Quotations of the text of another law that are open: what is in them are words, no units of this one."""
        self._pending: Label | None = None
        self._notes: list[XmlElement] = []
        self._opening = ""
        self._lead: tuple[str, XmlElement] | None = None
        self._formulas = 0

    # elements

    def visit(self, element: XmlElement) -> None:
        """Print an element with what its vocabulary says about it."""
        name = local_name(element)
        handler = self.handlers.get(name)
        if name in self.LEFT:
            self.leave_out(element)
        elif name in self.NOTES:
            self._notes.append(element)
        elif handler is not None:
            handler(element)
        else:
            self.flow(element)

    def children(self, element: XmlElement, *, without: frozenset[str] = frozenset()) -> None:
        """Print what is in an element that has no words of its own, but for those named in ``without``."""
        self.line(element.text or "", element)
        for child in element:
            if local_name(child) not in without:
                self.visit(child)
            self.line(child.tail or "", element)

    def flow(self, element: XmlElement) -> None:
        """Print words between elements as paragraphs; elements that are no part of a line are printed as such."""
        run, mixed = [element.text or ""], self._mixed(element)
        for child in element:
            if self.is_inline(child, mixed):
                words = self.inline(child)
                run.append(raised(run[-1], words) if is_raised(local_name(child), child.attrib) else words)
            else:
                self.line("".join(run), element)
                run = [""]
                self.visit(child)
            run.append(child.tail or "")
        self.line("".join(run), element)

    def is_inline(self, element: XmlElement, mixed: bool) -> bool:
        """Return whether an element is a part of a line; an unknown one is if there are words beside it (``mixed``)."""
        name = local_name(element)
        if name in self.INLINE:
            return not self._holds_blocks(element)
        if name in self.NOTES or name in self.LEFT:
            return True
        return mixed and name not in self.handlers and name not in self.BREAKS

    def _holds_blocks(self, element: XmlElement) -> bool:
        return any(local_name(child) in self.handlers for child in element)

    @staticmethod
    def _mixed(element: XmlElement) -> bool:
        return any(words and not words.isspace() for words in (element.text, *(child.tail for child in element)))

    def inline(self, element: XmlElement) -> str:
        """Return the words of a part of a line."""
        name = local_name(element)
        if name in self.LEFT:
            self.leave_out(element)
            return ""
        if name in self.NOTES:
            self._notes.append(element)
            return ""
        if name == "math":
            self._say_formula(element)
        around = "" if name in self.INLINE else " "
        inner = [element.text or ""]
        for child in element:
            words = self.inline(child)
            inner.append(raised(inner[-1], words) if is_raised(local_name(child), child.attrib) else words)
            inner.append(child.tail or "")
        opening, closing = self.marks_of(element)
        return f"{around}{opening}{''.join(inner)}{closing}{around}"

    def _say_formula(self, element: XmlElement) -> None:
        self._formulas += 1
        if self._formulas == 1:
            hint = "compare them with the source, and correct the text"
            self.warn("formulas-flattened", element, "formulas are printed as their characters in a row", hint)

    def words(self, element: XmlElement | None) -> str:
        """Return the words of an element on one line; none for no element."""
        return "" if element is None else one_line(self.inline(element))

    def leave_out(self, element: XmlElement, reason: LeftOutReason = LeftOutReason.METADATA) -> None:
        """Leave the words of an element out of the text."""
        words = one_line(" ".join([*element.itertext(), self.marks_in(element)]))
        if words:
            reason = self.LEFT.get(local_name(element), reason)
            self.left.append(LeftOut(words, reason, self.place(element)))

    def marks_of(self, element: XmlElement) -> tuple[str, str]:
        """Return the quotation marks around an element, which a file gives as data."""
        return element.get("startQuote") or "", element.get("endQuote") or ""

    def marks_in(self, element: XmlElement) -> str:
        """Return the quotation marks of all elements in one that is left out, which are words too."""
        return "".join("".join(self.marks_of(one)) for one in element.iter())

    def place(self, element: XmlElement) -> SourcePlace:
        """Return the place of an element."""
        return SourcePlace(path=self.paths.of(element), eid=element.get(self.eid) or None)

    def warn(self, code: str, element: XmlElement, message: str, hint: str = "") -> None:
        """Add a warning about an element."""
        self.problems.append(warning(code, self.name, message, hint=hint, line=element.sourceline))

    def not_in_force(self, element: XmlElement, label: str, why: str) -> None:
        """Warn of a provision that the file marks as gone or not yet in force; its words are kept."""
        shown = label or self.paths.of(element)
        hint = "its words are in the text: record its days in clause_periods, or take it out"
        self.warn("provision-not-in-force", element, f"{shown}: {why}", hint)

    # what is printed

    def line(self, words: str, element: XmlElement) -> None:
        """Print words as a paragraph, behind the label of the clause that begins with it; no words are nothing."""
        words = one_line(words)
        if not words:
            return
        if self._lead is not None:
            words, self._lead = self._lead[0] + words, None
        label, self._pending = self._pending, None
        if label is None:
            self.put(Piece(words, place=self.place(element)))
        else:
            self._put_labelled(label, words)

    def put(self, piece: Piece) -> None:
        """Add a block; the mark that opens a quotation is put before its first words."""
        opening, self._opening = self._opening, ""
        if opening and piece.kind is SourceBlockKind.TABLE:
            self.pieces.append(Piece(opening, place=piece.place))
        elif opening:
            piece.words = opening + piece.words
            piece.label = opening + piece.label if piece.label else ""
            if piece.computed:
                self.left.append(LeftOut(opening, LeftOutReason.LABEL, piece.place))
        self.pieces.append(piece)

    def open(
        self,
        element: XmlElement,
        label: str,
        unit: ClauseKind | None,
        heading: str = "",
        *,
        computed: bool = False,
    ) -> None:
        """Begin a clause: its label is printed before its heading, or before its first words."""
        self.settle()
        label = _blanks_as_spaces(label)
        if label:
            unit = None if self.quoted or not any(map(str.isalnum, label)) else unit
            self._pending = Label(label, unit, self.place(element), computed)
        self.line(heading, element)

    def styled(self, element: XmlElement, number: str, label: str) -> str:
        """Return ``label``, which the publisher's style prints where the file has only ``number``."""
        self.left.append(LeftOut(number, LeftOutReason.LABEL, self.place(element)))
        return label

    def settle(self) -> None:
        """Print the label of a clause whose words begin with another clause."""
        if self._lead is not None:
            (words, element), self._lead = self._lead, None
            self.line(words, element)
        label, self._pending = self._pending, None
        if label is not None:
            self._put_labelled(label, "")

    def lead(self, words: str, element: XmlElement) -> None:
        """Put words, a heading that runs on, before the next words of the text."""
        self._lead = words, element

    def gap(self, label: str) -> str:
        """Return what is printed between a label and its words."""
        return gap_behind(label) if self._chinese else self._gap

    def _put_labelled(self, label: Label, words: str) -> None:
        text = f"{label.words}{self.gap(label.words)}{words}" if words else label.words
        self.put(Piece(text, label=label.words, computed=label.computed, unit=label.unit, place=label.place))

    def heading(
        self,
        element: XmlElement,
        label: str,
        words: str,
        unit: ClauseKind | None = None,
        kind: SourceBlockKind = SourceBlockKind.HEADING,
        *,
        computed: bool = False,
    ) -> None:
        """Print the heading of a division or of an annex; in a quotation it is a paragraph."""
        self.settle()
        label = _blanks_as_spaces(label)
        text = f"{label}{self.gap(label)}{words}" if label and words else label or words
        if not text:
            return
        if self.quoted:
            self.put(Piece(text, label=label, computed=computed, place=self.place(element)))
            return
        level = self.depth + 1 if kind is SourceBlockKind.HEADING else 0
        self.put(Piece(text, kind, level, label, computed, unit, self.place(element)))

    def append(self, words: str) -> None:
        """Put words at the end of what is printed last; behind a table they are a paragraph."""
        self.settle()
        if self.pieces and self.pieces[-1].kind is not SourceBlockKind.TABLE:
            self.pieces[-1].words += words
        elif words:
            self.put(Piece(words))

    @contextmanager
    def division(self) -> Iterator[None]:
        """Print what is in a division: headings in it have the next level."""
        self.depth += 1
        yield
        self.settle()
        self.depth -= 1

    @contextmanager
    def item(self) -> Iterator[ClauseKind]:
        """Print an entry of a list; entries of lists in it are subitems. Yields the kind of the entry itself."""
        self.listed += 1
        yield ClauseKind.ITEM if self.listed == 1 else ClauseKind.SUBITEM
        self.settle()
        self.listed -= 1

    @contextmanager
    def unit(self) -> Iterator[None]:
        """Print what is in a clause in which lists begin anew."""
        listed, self.listed = self.listed, 0
        yield
        self.settle()
        self.listed = listed

    @contextmanager
    def quotation(self, opening: str = "", closing: str = "") -> Iterator[None]:
        """Print the quoted text of another law between quotation marks that the file gives as data."""
        self.quoted += 1
        self._opening += opening
        yield
        self.settle()
        unopened, self._opening = self._opening, ""
        self.append(unopened + closing)
        self.quoted -= 1

    def table(self, element: XmlElement) -> None:
        """Print a table; its caption and its notes are paragraphs."""
        self.settle()
        found = table_words(element, self.words)
        for words in found.above:
            self.line(words, element)
        if found.rows:
            self.put(Piece(found.markdown, SourceBlockKind.TABLE, place=self.place(element)))
        for words in found.below:
            self.line(words, element)

    def print_notes(self) -> None:
        """Print the notes to places in lines, at the end of the text."""
        self.settle()
        while self._notes:
            note = self._notes.pop(0)
            words = one_line("".join([note.text or "", *(self.inline(one) + (one.tail or "") for one in note)]))
            if words:
                self.put(Piece(words, SourceBlockKind.NOTE, place=self.place(note)))


def is_raised(name: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element holds raised words: by its name or, in Formex, by its type."""
    return name.lower() in _RAISED or attributes.get("TYPE") == "SUP"


def raised(before: str, words: str) -> str:
    """Return the words of a raised element as they are printed behind ``before``: 10³, which is not 103.

    Raised figures are characters of their own only behind a figure, where they would be read as its last ones.
    """
    digits = words.lstrip("+-−")
    power = before[-1:].isdigit() and digits.isascii() and digits.isdigit()
    return words.translate(_HIGH) if power else words


def _blanks_as_spaces(label: str) -> str:
    """Return a label with the spaces of typography as U+00A0, as the packs read them."""
    return label.translate(_THIN)
