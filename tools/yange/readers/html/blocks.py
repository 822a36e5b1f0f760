"""Write the elements that hold a text as blocks: one for each line that a browser begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from yange.readers.html.lists import list_labels
from yange.readers.html.names import HEADINGS, INERT, KNOWN_KINDS, LABEL_BLOCKS, LABEL_CLASSES, NOTE_NAMES, is_block
from yange.readers.html.tables import LABEL, TableUse, grid_lines, label_cell, pairs_of, rows_of, table_use
from yange.readers.html.tree import Element
from yange.readers.html.words import all_words, one_line, raised
from yange.readers.source_text import BlockWriter, LeftOut, LeftOutReason, SourceBlockKind, SourcePlace

__all__ = ["PageWriter"]

_FEWEST_LINKS = 3
"""Items of a list that holds nothing but links: a menu or a table of contents of the page."""

_ICON = 40
"""Pixels. A smaller picture shows no words."""


@dataclass(slots=True)
class _Open:
    """A block element that is open: what its words are, and the line breaks in it so far."""

    element: Element
    kind: SourceBlockKind
    level: int
    breaks: int = 0


class PageWriter:
    """Write parts of a page, one after the other, and keep what is left out in them."""

    def __init__(self, is_row: Callable[[str], bool]) -> None:
        """Begin; ``is_row`` recognises the row of a page's facts."""
        self.blocks = BlockWriter()
        self.left_out: list[LeftOut] = []
        self.lines: list[str] = []
        self.preformatted = 0
        """Characters whose line breaks are those of the file."""
        self.pictures = 0
        self._is_row = is_row
        self._pieces: list[str] = []
        self._labels: dict[int, str] = {}
        self._label_cells: set[int] = set()
        self._label, self._computed = "", False
        self._open: list[_Open] = []
        self._eid: str | None = None
        self._raised = 0
        self._holding: Element | None = None
        """The element that holds only the number of what follows."""
        self._first_raised, self._blank = False, True

    def write(self, element: Element) -> None:
        """Write an element and all that is below it."""
        if not self._enters(element):
            return
        for node, is_words in element.walk(self._enters):
            if isinstance(node, str):
                self._text(node)
            elif not is_words:
                self._leave(node)
        self._leave(element)
        self._flush()
        self._flush_label()

    def _enters(self, element: Element) -> bool:
        if element.tag in INERT:
            return False
        if element.reason is not None:
            self.leave_out(element, element.reason)
            return False
        if element.tag == "br":
            self._break()
            return False
        if element.tag in ("ul", "ol", "menu") and _only_links(element):
            self._flush()
            self.leave_out(element, LeftOutReason.NAVIGATION)
            return False
        if is_block(element):
            self._flush()
            self._open.append(self._opened(element))
        self._eid = element.attributes.get("id") or element.attributes.get("name") or self._eid
        if element.tag == "table" or element.tag == "pre":
            return self._special(element)
        self._begin(element)
        return True

    def _begin(self, element: Element) -> None:
        if self._holding is None and (id(element) in self._label_cells or not LABEL_BLOCKS.isdisjoint(element.names)):
            self._holding = element
        if element.tag == "ol":
            self._labels.update(list_labels(element))
        elif element.tag == "dl" or (
            element.tag == "div" and element.parent is not None and element.parent.tag == "dl"
        ):
            self._label_cells.update(_numbers(element))
        elif element.tag == "li" and id(element) in self._labels:
            self._flush_label()
            self._label, self._computed = self._labels[id(element)], True
        elif element.tag == "sup":
            self._raised += 1
        elif element.tag == "img":
            self.pictures += not _is_icon(element)

    def _special(self, element: Element) -> bool:
        """Write a table or preformatted lines; return whether the element is to be entered as any other."""
        written = self._table(element) if element.tag == "table" else self._pre(element)
        if written:
            self._open.pop()
        return not written

    def _opened(self, element: Element) -> _Open:
        if element.tag in HEADINGS:
            return _Open(element, SourceBlockKind.HEADING, HEADINGS[element.tag])
        if not NOTE_NAMES.isdisjoint((*element.names, element.attributes.get("role", ""))):
            return _Open(element, SourceBlockKind.NOTE, 0)
        known = next((KNOWN_KINDS[name] for name in element.names if name in KNOWN_KINDS), None)
        if known:
            return _Open(element, *known)
        around = self._open[-1] if self._open else None
        return _Open(element, around.kind, around.level) if around else _Open(element, SourceBlockKind.PARAGRAPH, 0)

    def _leave(self, element: Element) -> None:
        if self._holding is element:
            self._flush()
            self._holding = None
        if is_block(element):
            self._flush()
            self._open.pop()
            if element.tag in ("li", "dd", "tr"):
                self._flush_label()
        elif element.tag == "sup":
            self._raised -= 1
            self._pieces.append(" " if self._first_raised else "")
            self._first_raised = False
        elif not LABEL_CLASSES.isdisjoint(element.names):
            self._pieces.append(" ")

    def _taken(self) -> str:
        """Return the words of the line so far, and begin another."""
        words = one_line("".join(self._pieces)).strip()
        self._pieces.clear()
        self._blank = True
        return words

    def _text(self, text: str) -> None:
        blank = self._blank and not text.strip()
        if self._raised:
            self._first_raised = self._first_raised or self._blank
            text = text if self._first_raised else raised(text)
        self._pieces.append(text)
        self._blank = blank

    def _break(self) -> None:
        if self._open and self._open[-1].element.tag in HEADINGS:
            self._pieces.append("\n")
            return
        self._flush()
        if self._open:
            self._open[-1].breaks += 1

    def _flush(self) -> None:
        words = self._taken()
        if words and self._holding is not None:
            self._flush_label()
            self._label, self._computed = words, False
        elif words:
            label, computed = self._label, self._computed
            self._label, self._computed = "", False
            self._add(f"{label} {words}" if label else words, label=label, computed=computed)

    def _flush_label(self) -> None:
        """Write a label that has no words as a block of its own."""
        label, computed = self._label, self._computed
        self._label, self._computed = "", False
        if label:
            self._add(label, label=label, computed=computed)

    def _add(self, words: str, kind: SourceBlockKind | None = None, *, label: str = "", computed: bool = False) -> None:
        around = self._open[-1] if self._open else None
        level = around.level if around and kind is None else 0
        kind = kind or (around.kind if around else SourceBlockKind.PARAGRAPH)
        self.lines.append(words)
        self.blocks.add(words, kind, level=level, label=label, computed=computed, place=self._place(around))
        self._eid = None

    def _place(self, around: _Open | None) -> SourcePlace:
        if around is None:
            return SourcePlace(eid=self._eid)
        breaks = f"/br[{around.breaks}]" if around.breaks else ""
        return SourcePlace(path=around.element.path + breaks, eid=self._eid)

    def _table(self, table: Element) -> bool:
        rows = rows_of(table)
        use = table_use(table, rows, self._is_row)
        if use is TableUse.LABELS:
            self._label_cells.update(id(label_cell(row)) for row in rows)
        if use in (TableUse.LABELS, TableUse.LAYOUT):
            return False
        self._beside(table)
        if use is TableUse.ROWS:
            for row in rows:
                for key, value in pairs_of(row, self._words):
                    self._add(f"{key}\t{value}" if value else key)
        else:
            self._add("\n".join(grid_lines(rows, self._words)), SourceBlockKind.TABLE)
        return True

    def _beside(self, table: Element) -> None:
        """Write the captions of a table, and leave out what is left out between its rows."""
        for child in table.children:
            if isinstance(child, Element) and child.tag == "caption" and child.reason is None:
                self._add(one_line(self._words(child)))
        for child in table.elements():
            if child.reason is not None and child.tag in ("tr", "td", "th", "thead", "tbody", "tfoot", "caption"):
                parent = child.parent
                if parent is not None and parent.reason is None:
                    self.leave_out(child, child.reason)

    def _words(self, element: Element) -> str:
        """Return the words of a cell on one line; what is left out in it is noted."""
        return one_line(self._lines(element).replace("\n", " ")).strip()

    def _lines(self, element: Element) -> str:
        pieces: list[str] = []

        def enters(child: Element) -> bool:
            if child.reason is not None:
                self.leave_out(child, child.reason)
            elif child.tag == "br":
                pieces.append("\n")
            elif is_block(child):
                pieces.append(" ")
            return child.reason is None and child.tag != "br" and child.tag not in INERT

        for node, is_words in element.walk(enters):
            if isinstance(node, str):
                pieces.append(node)
            elif not is_words and is_block(node):
                pieces.append(" ")
        return "".join(pieces)

    def _pre(self, element: Element) -> bool:
        words = "\n".join(line.rstrip() for line in self._lines(element).split("\n")).strip("\n")
        self.preformatted += len(words)
        if words.strip():
            self._add(words)
        return True

    def leave_out(self, element: Element, reason: LeftOutReason) -> None:
        """Note the words of an element as left out."""
        words = one_line(all_words(element))
        if words:
            place = SourcePlace(path=element.path, eid=element.attributes.get("id"))
            self.left_out.append(LeftOut(words, reason, place))


def _only_links(element: Element) -> bool:
    items = sum(1 for child in element.children if isinstance(child, Element) and child.size)
    return items >= _FEWEST_LINKS and element.size == element.linked


def _numbers(element: Element) -> Iterator[int]:
    """Yield the identities of the terms of a list that are only the numbers of their descriptions."""
    children = [child for child in element.children if isinstance(child, Element)]
    for term, description in pairwise(children):
        if (term.tag, description.tag) == ("dt", "dd") and LABEL.fullmatch(one_line(all_words(term)).strip()):
            yield id(term)


def _is_icon(element: Element) -> bool:
    sizes = (element.attributes.get(name, "") for name in ("width", "height"))
    return any(size.rstrip("px").isdigit() and int(size.rstrip("px")[:6]) <= _ICON for size in sizes)
