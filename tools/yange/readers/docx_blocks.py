"""Read the body of a Word file in order: paragraphs with their numbers, tables, content controls, text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from yange.readers.docx_numbering import ListNumber, Numbering
from yange.readers.docx_runs import Anchored, ParagraphWords, RunReader, all_words, chosen_form
from yange.readers.docx_styles import InheritedStyle, StyleSheet, number_reference, outline_level
from yange.readers.label_gaps import gap_behind
from yange.readers.ooxml import attribute, child, is_on, short_name, value_of
from yange.readers.source_text import LeftOutReason, SourceBlockKind
from yange.readers.xml_tree import XmlElement

__all__ = ["BodyReader", "WordBlock"]

_LOST = "?"
"""What LibreOffice writes into the lists of an RTF file for a character outside Western Europe."""
_MOST_COLUMNS = 63
"""Columns of a table of Word."""
_LONGEST_HEADING = 200
_SENTENCE_ENDS = ("。", "；", "：", "，", ";", ":", ",")
"""Authors give whole articles the styles of headings, to have them numbered: what ends a sentence is no heading."""
_WRAPPERS = frozenset(("w:customXml", "w:smartTag", "w:sdtContent", "w:ins", "w:moveTo"))
_PAGE_AT_END = re.compile(r"[\t.…·\s]*\t\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$")


@dataclass(frozen=True, slots=True)
class WordBlock:
    """A block as read: its text with the number in front, and for a table the cells of its rows."""

    text: str
    path: str
    kind: SourceBlockKind = SourceBlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    computed: bool = False


@dataclass(slots=True)
class _Position:
    """How many paragraphs and tables of a container were read; ``around`` is the path of the container with a slash."""

    around: str = ""
    paragraphs: int = 0
    tables: int = 0

    def paragraph(self) -> str:
        self.paragraphs += 1
        return f"{self.around}p[{self.paragraphs}]"

    def table(self) -> str:
        self.tables += 1
        return f"{self.around}tbl[{self.tables}]"


@dataclass(slots=True)
class _Row:
    cells: list[str] = field(default_factory=list)
    blocks: list[WordBlock] = field(default_factory=list)


class BodyReader:
    """Reads containers of paragraphs and tables into blocks. Numbers are counted in the order of reading."""

    def __init__(self, runs: RunReader, styles: StyleSheet, numbering: Numbering) -> None:
        self._runs, self._styles, self._numbering = runs, styles, numbering
        self._found: list[WordBlock] = []
        self._carried: WordBlock | None = None
        self._leads = False
        self.doubts: dict[str, str] = {}
        """Numbers that may be printed otherwise, each with the reason."""

    def read(self, container: XmlElement, around: str = "") -> list[WordBlock]:
        """Return the blocks of a container, also empty ones; ``around`` is its path, ending with a slash."""
        outer, self._found = self._found, []
        self._blocks(container, _Position(around))
        self._put_down()
        found, self._found = self._found, outer
        return found

    def _blocks(self, parent: XmlElement, at: _Position) -> None:
        for element in parent:
            name = short_name(element.tag)
            if name == "w:p":
                self._paragraph(element, at.paragraph())
            elif name == "w:tbl":
                self._put_down()
                self._table(element, at.table())
            elif name in ("w:sdt", *_WRAPPERS, "mc:AlternateContent"):
                inner = _inner(element, name)
                if inner is not None:
                    self._blocks(inner, at)
            elif name in ("w:del", "w:moveFrom"):
                self._drop(element, LeftOutReason.DELETED)
            elif name in ("w:altChunk", "w:subDoc"):
                self._runs.counts["parts"] += 1

    def _drop(self, element: XmlElement, reason: LeftOutReason, path: str | None = None) -> None:
        words = all_words(element)
        self._runs.counts["deleted" if reason is LeftOutReason.DELETED else "hidden"] += bool(words.strip())
        self._runs.leave(words, reason, path)

    def _paragraph(self, element: XmlElement, path: str) -> None:
        properties = child(element, "w:pPr")
        key = value_of(properties, "w:pStyle")
        style = self._styles.paragraph(key)
        words = self._runs.read(element, path, hidden=bool(style.hidden))
        self._boxes(words.before, path, 1)
        text = self._without_page(words.text, style)
        mark = child(properties, "w:rPr")
        gone = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
        hidden = is_on(child(mark, "w:vanish")) or (bool(style.hidden) and is_on(child(mark, "w:vanish")) is None)
        if gone or _is_drop_cap(properties):
            self._carry(WordBlock(text, path), leads=False)
        elif hidden and not text.strip():
            pass
        else:
            block = self._block(text, path, properties, style, key or "")
            if hidden:
                self._carry(block, leads=True)
            else:
                self._put(block)
        self._boxes(words.after, path, len(words.before) + 1)

    def _block(self, text: str, path: str, properties: XmlElement | None, style: InheritedStyle, key: str) -> WordBlock:
        if self._carried is not None and self._leads and self._carried.label:
            number = None
        else:
            number = self._number(properties, style, key)
        level = outline_level(properties)
        level = style.level or 0 if level is None else level
        kind = SourceBlockKind.PARAGRAPH
        if style.title:
            kind, level = SourceBlockKind.TITLE, 0
        elif level and _is_heading(text):
            kind = SourceBlockKind.HEADING
        block = WordBlock(text, path, kind, level if kind is SourceBlockKind.HEADING else 0)
        return block if number is None else self._numbered(block, number)

    def _numbered(self, block: WordBlock, number: ListNumber) -> WordBlock:
        label = number.text.strip()
        doubt = number.doubt or ("it has a character that was lost" if _LOST in label else "")
        if doubt:
            self.doubts.setdefault(label, doubt)
        if not label:
            return block
        own = number.text[len(number.text.rstrip()) :]
        gap = own or (gap_behind(label) if number.separator == "\t" else number.separator)
        return replace(block, text=f"{label}{gap}{block.text.lstrip()}", label=label, computed=True)

    def _number(self, properties: XmlElement | None, style: InheritedStyle, key: str) -> ListNumber | None:
        number, depth = number_reference(properties)
        if number is None:
            number = style.number
            if depth is None and number:
                depth = self._numbering.level_of(number, key)
                depth = self._numbering.level_of(number, style.numbered_by) if depth is None else depth
        if not number:
            return None
        return self._numbering.next(number, style.depth or 0 if depth is None else depth)

    def _without_page(self, text: str, style: InheritedStyle) -> str:
        """Return an entry of a table of contents without the number of its page."""
        if not (style.contents or self._runs.in_contents):
            return text
        found = _PAGE_AT_END.search(text)
        if found is None:
            return text
        self._runs.leave(found[0].strip(), LeftOutReason.PAGE_NUMBER)
        return text[: found.start()]

    def _boxes(self, boxes: list[Anchored], path: str, first: int) -> None:
        for nth, box in enumerate(boxes, first):
            where = f"{path}/box[{nth}]"
            if box.content is None:
                self._found.append(WordBlock(box.words.strip(), where))
                continue
            carried, leads, self._carried = self._carried, self._leads, None
            self._found += self.read(box.content, f"{where}/")
            self._carried, self._leads = carried, leads

    def _carry(self, block: WordBlock, *, leads: bool) -> None:
        """Keep a paragraph whose end was deleted or is hidden: the next one continues it."""
        if self._carried is not None:
            block = _joined(self._carried, block, first=self._leads)
            leads = self._leads or leads
        self._carried, self._leads = block, leads

    def _put(self, block: WordBlock) -> None:
        if self._carried is not None:
            block = _joined(self._carried, block, first=self._leads)
            self._carried = None
        self._found.append(block)

    def _put_down(self) -> None:
        if self._carried is not None:
            self._found.append(self._carried)
            self._carried = None

    def _table(self, table: XmlElement, path: str) -> None:
        rows = list(_of_name(table, "w:tr"))
        layout = len(rows) == 1 and len(list(_of_name(rows[0], "w:tc"))) == 1
        read = []
        for nth, row in enumerate(rows, 1):
            if child(row, "w:trPr", "w:del") is not None:
                self._drop(row, LeftOutReason.DELETED, f"{path}/tr[{nth}]")
            else:
                read.append(self._row(row, f"{path}/tr[{nth}]"))
        if layout:
            self._found += [block for row in read for block in row.blocks]
        elif read:
            self._found.append(_table_block(read, path))

    def _row(self, row: XmlElement, path: str) -> _Row:
        read = _Row([""] * _count(value_of(child(row, "w:trPr"), "w:gridBefore"), 0))
        for nth, cell in enumerate(_of_name(row, "w:tc"), 1):
            properties = child(cell, "w:tcPr")
            if child(properties, "w:cellDel") is not None:
                self._drop(cell, LeftOutReason.DELETED, f"{path}/tc[{nth}]")
                continue
            blocks: list[WordBlock] = []
            if _continues(properties):
                self._drop(cell, LeftOutReason.HIDDEN, f"{path}/tc[{nth}]")
            else:
                blocks = self.read(cell, f"{path}/tc[{nth}]/")
            read.blocks += blocks
            span = min(_count(value_of(properties, "w:gridSpan"), 1), _MOST_COLUMNS - len(read.cells))
            read.cells += [_cell_text(blocks), *[""] * (span - 1)]
        return read


def _inner(element: XmlElement, name: str) -> XmlElement | None:
    if name == "w:sdt":
        return child(element, "w:sdtContent")
    return chosen_form(element) if name == "mc:AlternateContent" else element


def _of_name(parent: XmlElement, name: str) -> Iterator[XmlElement]:
    """Yield rows or cells, also those in content controls and other wrappers."""
    waiting = list(reversed(list(parent)))
    while waiting:
        element = waiting.pop()
        found = short_name(element.tag)
        if found == name:
            yield element
        elif found in ("w:sdt", *_WRAPPERS, "mc:AlternateContent"):
            inner = _inner(element, found)
            waiting += [] if inner is None else reversed(list(inner))


def _is_drop_cap(properties: XmlElement | None) -> bool:
    frame = child(properties, "w:framePr")
    return frame is not None and attribute(frame, "dropCap") in ("drop", "margin")


def _is_heading(text: str) -> bool:
    words = text.strip()
    return bool(words) and len(words) <= _LONGEST_HEADING and not words.endswith(_SENTENCE_ENDS)


def _joined(before: WordBlock, after: WordBlock, *, first: bool) -> WordBlock:
    """Return two paragraphs as one, with the properties of the first, or of the second with its number in front."""
    if first:
        return replace(before, text=before.text + after.text)
    words = after.text[len(after.label) :] if after.label else after.text
    blank = words[: len(words) - len(words.lstrip())] if after.label else ""
    return replace(after, text=f"{after.label}{blank}{before.text}{words.removeprefix(blank)}", path=before.path)


def _continues(properties: XmlElement | None) -> bool:
    """Return whether a cell is merged into the one above it or to its left."""
    return any(
        found is not None and attribute(found, "val") != "restart"
        for found in (child(properties, "w:vMerge"), child(properties, "w:hMerge"))
    )


def _count(value: str | None, otherwise: int) -> int:
    number = int(value) if value and value.isdecimal() and len(value) < 6 else otherwise
    return max(otherwise, min(number, _MOST_COLUMNS))


def _cell_text(blocks: list[WordBlock]) -> str:
    texts = (" ".join(" ".join(row) for row in block.rows) if block.rows else block.text for block in blocks)
    return " ".join(" ".join(text.split()) for text in texts if text.strip())


def _table_block(rows: list[_Row], path: str) -> WordBlock:
    width = min(_MOST_COLUMNS, max(1, *(len(row.cells) for row in rows)))
    cells = tuple((*row.cells, *[""] * (width - len(row.cells))) for row in rows)
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells]
    lines.insert(1, "| " + " | ".join(["---"] * width) + " |")
    computed = any(block.computed for row in rows for block in row.blocks)
    empty = not any(cell for row in cells for cell in row)
    text = "" if empty else "\n".join(lines)
    return WordBlock(text, path, SourceBlockKind.TABLE, rows=cells, computed=computed)


def words_of(found: ParagraphWords) -> str:
    """Return the words of a paragraph and of the boxes anchored in it, for a place where blocks do not matter."""
    boxes = [box.words if box.content is None else all_words(box.content) for box in (*found.before, *found.after)]
    return " ".join(filter(None, [*boxes[: len(found.before)], found.text, *boxes[len(found.before) :]]))
