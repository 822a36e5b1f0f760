"""The words of a text as elements of Akoma Ntoso 3.0 (OASIS LegalDocML 1.0): its tree of clauses, one element each.

The identifiers are the paths of the clauses, which have the form that the Akoma Ntoso Naming Convention (part 2, 5)
asks of an eId. Every word of the text is printed once and in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from yange.model import Clause, ClauseKind, Provisions
from yange.parse import above_label, own_text, plain_text
from yange.parse.cells import rows_of
from yange.provenance.printed import NOTICE

__all__ = ["NAMESPACE", "AknReference", "AknWords", "element"]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_DIVISIONS = {ClauseKind.PART: "part", ClauseKind.CHAPTER: "chapter", ClauseKind.SECTION: "section"}
_FRONT = (ClauseKind.TITLE, ClauseKind.COVER, ClauseKind.HEADING, ClauseKind.CAPTION)
_MARKUP = str.maketrans("", "", "*|-#:\\")
_UNNUMBERED = frozenset(
    {ClauseKind.COVER, ClauseKind.CAPTION, ClauseKind.PREAMBLE, ClauseKind.CLOSING, ClauseKind.NOTE, ClauseKind.HEADING}
)


def element(name: str, /, *children: Element, text: str | None = None, **attributes: str | None) -> Element:
    """Return an element of Akoma Ntoso; an attribute that is ``None`` is left out, ``class_`` is ``class``."""
    said = {key.rstrip("_"): value for key, value in attributes.items() if value is not None}
    made = Element(f"{{{NAMESPACE}}}{name}", said)
    made.text = text
    made.extend(children)
    return made


@dataclass(frozen=True, slots=True)
class AknReference:
    """A citation in the words of a clause and the address of what it means."""

    at: str
    words: str
    address: str


@dataclass
class AknWords:
    """Print a text, with references for the citations in it."""

    provisions: Provisions
    references: Sequence[AknReference] = ()
    _by_clause: dict[str, list[AknReference]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.references:
            self._by_clause.setdefault(one.at, []).append(one)
        self._primary = {clause.path for clause in self.provisions.primary}
        articles = any(clause.kind is ClauseKind.ARTICLE for clause in self.provisions.primary)
        # A reader that looks for the basic unit of a text takes a paragraph for one where there is no article.
        self._paragraph = "paragraph" if articles else "subparagraph"

    @property
    def has_clauses(self) -> bool:
        """Whether there is a body of numbered clauses, which an act must have."""
        return any(self._is_hierarchy(one) for one in self.provisions.root.children)

    # parts of a document, in the order of the schema

    def cover(self) -> list[Element]:
        """Return the covering notice, which is printed before the text that it covers."""
        return [line for one in self._of(ClauseKind.COVER) for line in self._flat(one)[1:]]

    def front(self) -> list[Element]:
        """Return title and caption."""
        title = [
            element("longTitle", element("p", element("docTitle", text=self._line(one))), eId=one.path)
            for one in self._of(ClauseKind.TITLE)
        ]
        return [*title, *(line for one in self._of(ClauseKind.CAPTION) for line in self._flat(one, "caption"))]

    def preamble(self) -> list[Element]:
        """Return the paragraphs before the first numbered clause."""
        return [line for one in self._of(ClauseKind.PREAMBLE) for line in self._flat(one)]

    def body(self) -> list[Element]:
        """Return the numbered clauses."""
        return [self._unit(one) for one in self.provisions.root.children if self._is_hierarchy(one)]

    def closing(self) -> list[Element]:
        """Return the paragraphs after the last clause: signature, day, notes."""
        return [line for one in self._of(ClauseKind.CLOSING, ClauseKind.NOTE) for line in self._flat(one)]

    def annexes(self) -> list[tuple[Clause, Element, list[Element]]]:
        """Return each annex with its heading and what is in it, as blocks or clauses."""
        return [(one, *self._annex(one)) for one in self._of(ClauseKind.ANNEX)]

    def flat(self) -> list[Element]:
        """Return the whole text but for its title as paragraphs."""
        rest = (one for one in self.provisions.root.children if one.kind not in _FRONT)
        return [line for one in rest for line in self._flat(one)]

    def is_whole(self, document: Element) -> bool:
        """Return whether a document has every word of the text in its order, the covering notice before the title."""
        body = self.provisions.text
        tops = [one for one in self.provisions.root.children if one.kind is not ClauseKind.HEADING]
        first = [one for one in tops if one.kind is ClauseKind.COVER]
        order = [*first, *(one for one in tops if one.kind is not ClauseKind.COVER)]
        words = "".join(plain_text(body[one.start : one.end]) for one in order)
        parts = (part for part in document if part.tag != f"{{{NAMESPACE}}}meta")
        said = "".join(words for part in parts for words in _texts(part))
        return _counted(said) == _counted(words).removeprefix(_counted(NOTICE) if first else "")

    # clauses

    def _of(self, *kinds: ClauseKind) -> Iterator[Clause]:
        return (one for one in self.provisions.root.children if one.kind in kinds)

    def _is_hierarchy(self, clause: Clause) -> bool:
        return clause.kind not in {*_UNNUMBERED, ClauseKind.TITLE, ClauseKind.ANNEX}

    def _holds(self, clause: Clause) -> bool:
        return any(one.path in self._primary for one in clause.walk() if one is not clause)

    def _unit(self, clause: Clause) -> Element:
        if clause.path in self._primary:
            return self._filled(clause, "article" if clause.kind is ClauseKind.ARTICLE else "level")
        if self._holds(clause) or (clause.number is not None and self._is_heading(clause)):
            return self._division(clause)
        if clause.kind is ClauseKind.TABLE or clause.number is None:
            return self._filled(clause, self._paragraph)
        return self._filled(clause, self._paragraph if clause.kind is ClauseKind.PARAGRAPH else "point")

    def _division(self, clause: Clause) -> Element:
        made = self._numbered(clause, _DIVISIONS.get(clause.kind, "division"))
        heading, *rest = self._lines(clause) or [""]
        if heading:
            made.append(self._worded("heading", clause, heading))
        if rest:
            made.append(element("intro", *(self._worded("p", clause, line) for line in rest)))
        made.extend(self._unit(one) for one in clause.children)
        return made

    def _filled(self, clause: Clause, name: str) -> Element:
        """Return a clause whose words stand in itself, followed by the clauses in it."""
        made = self._numbered(clause, name)
        words = self._blocks(clause)
        if words and self._is_heading(clause):
            made.append(self._worded("heading", clause, self._lines(clause)[0]))
            words = words[1:]
        if not clause.children:
            made.append(element("content", *(words or [element("p")])))
            return made
        if words:
            made.append(element("intro", *words))
        made.extend(self._unit(one) for one in clause.children)
        return made

    def _is_heading(self, clause: Clause) -> bool:
        """Return whether the text has the first line of a clause as a heading."""
        start = above_label(self.provisions, clause)
        return self.provisions.text[start : clause.words].lstrip().startswith("#")

    def _numbered(self, clause: Clause, name: str) -> Element:
        made = element(name, eId=clause.path)
        label = self._label(clause)
        if label:
            made.append(element("num", text=label))
        return made

    def _label(self, clause: Clause) -> str:
        return self._printed(clause).strip().strip("\u3000*")

    def _printed(self, clause: Clause) -> str:
        """Return the label as printed with the blank behind it."""
        if clause.number is None:
            return ""
        printed = self.provisions.text[above_label(self.provisions, clause) : clause.words]
        return plain_text(f"{printed}.").removesuffix(".")

    def _annex(self, clause: Clause) -> tuple[Element, list[Element]]:
        first, *rest = self._flat_own(clause)
        heading = element("heading", *first, text=first.text)
        if any(self._is_hierarchy(one) for one in clause.children):
            return heading, [*rest, *(self._unit(one) for one in clause.children)]
        return heading, [*rest, *(line for one in clause.children for line in self._flat(one))]

    def _flat(self, clause: Clause, kind: str | None = None) -> list[Element]:
        return [*self._flat_own(clause, kind), *(line for one in clause.children for line in self._flat(one, kind))]

    def _flat_own(self, clause: Clause, kind: str | None = None) -> list[Element]:
        """Return the own words of a clause as paragraphs, the label before the first ones; a heading has that class."""
        lines = self._blocks(clause, kind)
        label = self._printed(clause)
        if label and lines:
            lines[0].text = f"{label}{lines[0].text or ''}"
        elif label:
            lines = [element("p", text=label.strip())]
        if lines and self._is_heading(clause):
            lines[0].set("class", "heading")
        return lines

    def _blocks(self, clause: Clause, kind: str | None = None) -> list[Element]:
        if clause.kind is ClauseKind.TABLE:
            return [_table(self.provisions.text[clause.start : clause.own_end])]
        return [self._worded("p", clause, line, class_=kind) for line in self._lines(clause)]

    def _lines(self, clause: Clause) -> list[str]:
        return [line for line in own_text(self.provisions, clause).split("\n") if line]

    def _line(self, clause: Clause) -> str:
        return " ".join(self._lines(clause))

    def _worded(self, name: str, clause: Clause, words: str, **attributes: str | None) -> Element:
        """Return an element with words in which the citations of the clause are references."""
        made = element(name, **attributes)
        waiting = self._by_clause.get(clause.path, [])
        at, last = 0, None
        while waiting and (found := words.find(waiting[0].words, at)) >= 0:
            one = waiting.pop(0)
            _append(made, last, words[at:found])
            last = SubElement(made, f"{{{NAMESPACE}}}ref", {"href": one.address})
            last.text = one.words
            at = found + len(one.words)
        _append(made, last, words[at:])
        return made


def _append(made: Element, last: Element | None, words: str) -> None:
    if last is None:
        made.text = (made.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def _table(markdown: str) -> Element:
    rows = [row for row in rows_of(markdown) if any(cell.strip() for cell in row)]
    made = element("table")
    for nth, row in enumerate(rows):
        cell = "th" if nth == 0 else "td"
        made.append(element("tr", *(element(cell, element("p", text=plain_text(words))) for words in row)))
    return made


def _texts(part: Element) -> Iterator[str]:
    """Yield the words in an element, without those of metadata."""
    if part.tag != f"{{{NAMESPACE}}}meta":
        yield part.text or ""
        for child in part:
            yield from _texts(child)
            yield child.tail or ""


def _counted(words: str) -> str:
    """Return the words of a text without blanks and without the characters that Markdown may add."""
    return "".join(words.translate(_MARKUP).split())
