"""What is proved of every text that is read from XML: its words, its blocks, and the tree that is parsed from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from yange.model import ClauseKind
from yange.parse import escape, parse
from yange.readers.source_text import DocumentReading, SourceBlock, SourceBlockKind, SourceText
from yange.readers.xml.reader import XmlReader

DATA = Path(__file__).parent / "data"


def reading(name: str) -> DocumentReading:
    """Read a file of the test data."""
    data = (DATA / name).read_bytes()
    assert XmlReader().recognises("any.bin", data)
    return XmlReader().read(name, data)


def units(source: SourceText) -> str:
    """Return one line a block: kind, level, unit, label and whether it was computed, first words, place."""
    return "".join(f"{line}\n" for line in _units(source))


def _units(source: SourceText) -> Iterator[str]:
    for block in source.blocks:
        level = str(block.level) if block.level else ""
        unit = f" {block.unit.value}" if block.unit else ""
        label = f" [{block.label}]" if block.label else ""
        computed = " computed" if block.computed else ""
        words = source.text[block.start : block.end].replace("\n", " / ")
        eid = f" #{block.place.eid}" if block.place.eid else ""
        yield f"{block.kind.value}{level}{unit}{label}{computed}: {words[:40]} <- {block.place.path}{eid}"


def letters(words: str) -> Counter[str]:
    """Return the characters of words without white space."""
    return Counter("".join(words.split()))


def words_of_texts(found: DocumentReading) -> Counter[str]:
    """Return the characters of all texts and of what is left out, without labels that were computed."""
    counted: Counter[str] = Counter()
    for source in found.texts:
        for block in source.blocks:
            counted += letters(_words(source.text[block.start : block.end], block))
        for left in source.left_out:
            counted += letters(left.text)
    return counted


def _words(words: str, block: SourceBlock) -> str:
    if block.kind is SourceBlockKind.TABLE:
        head, _, *rows = words.split("\n")
        return "".join(re.sub(r"(?<!\\)\|", "", row).replace("\\|", "|") for row in (head, *rows))
    if block.computed:
        return words.removeprefix(block.label) if block.label else ""
    return words


def body(source: SourceText) -> tuple[str, dict[int, SourceBlock]]:
    """Return the text as a body of a version, and its blocks by the offset at which each begins."""
    lines: list[str] = []
    places: dict[int, SourceBlock] = {}
    at = 0
    title = [block for block in source.blocks if block.kind is SourceBlockKind.TITLE][:1]
    for block in (*title, *(one for one in source.blocks if one not in title)):
        words = source.text[block.start : block.end]
        marks = {SourceBlockKind.TITLE: "# ", SourceBlockKind.ANNEX: "## "}.get(block.kind, "")
        marks = "#" * min(6, block.level + 1) + " " if block.kind is SourceBlockKind.HEADING else marks
        line = words if block.kind is SourceBlockKind.TABLE else marks + escape(words)
        places[at] = block
        lines.append(line)
        at += len(line) + 2
    return "\n\n".join(lines) + "\n", places


def misread(source: SourceText) -> list[str]:
    """Return the units that the file gives and that are not clauses of the tree that is parsed from the body."""
    text, places = body(source)
    found: dict[int, set[str]] = {}
    for clause in parse(text, source.given.language).walk():
        if clause.number is not None or clause.kind is ClauseKind.ANNEX:
            line = text.rfind("\n", 0, clause.words) + 1 if clause.number else clause.start
            found.setdefault(line, set()).add(_bare(clause.label))
    given = [(at, block) for at, block in places.items() if block.unit is not None and block.label]
    return [block.label for at, block in given if _bare(block.label) not in found.get(at, ())]


def _bare(label: str) -> str:
    return re.sub(r"\s", "", label).strip(".,:—–-、")
