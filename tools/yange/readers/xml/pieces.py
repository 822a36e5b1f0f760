"""The pieces of a printed law: blocks that are still being written, and the places of elements."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from yange.model import ClauseKind
from yange.readers.source_text import BlockWriter, SourceBlockKind, SourcePlace
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["Label", "Paths", "Piece", "one_line", "written"]

_BLANK = re.compile(r"[ \t\r\n\f\v]+")


def one_line(words: str) -> str:
    """Return words on one line: white space that only lays out the file becomes one space.

    Spaces of the text itself (U+00A0, U+3000) are kept.
    """
    return _BLANK.sub(" ", words).strip()


@dataclass(frozen=True, slots=True)
class Label:
    """The number of a clause that is about to be printed before its first words."""

    words: str
    unit: ClauseKind | None
    place: SourcePlace
    computed: bool = False
    shown: str = ""
    """What is printed in front of the label: the words of a heading that stands above it. Usually nothing."""


@dataclass(slots=True)
class Piece:
    """A block before it is final: words may be put at its ends."""

    words: str
    kind: SourceBlockKind = SourceBlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    computed: bool = False
    unit: ClauseKind | None = None
    place: SourcePlace = field(default_factory=SourcePlace)


def written(pieces: list[Piece]) -> BlockWriter:
    """Return the writer of a text with these pieces as its blocks.

    A label is passed on where a clause of the text begins. That of a recital or in a quotation begins none: its label
    is words, unless it was computed.
    """
    writer = BlockWriter()
    for one in pieces:
        begins = one.unit is not None or one.computed
        writer.add(
            one.words,
            one.kind,
            level=one.level,
            label=one.label if begins else "",
            computed=one.computed,
            unit=one.unit,
            place=one.place,
        )
    return writer


class Paths:
    """The paths of elements from the root, each computed once: ``/Law/LawBody/MainProvision/Article[3]``."""

    def __init__(self, file: str = "") -> None:
        """Begin; ``file`` is put before every path, for a text that comes from several files."""
        self._known: dict[XmlElement, str] = {}
        self._file = file

    def of(self, element: XmlElement) -> str:
        """Return the path of an element; an element without siblings of its name has no position."""
        if element not in self._known:
            around = []
            for parent in element.iterancestors():
                around.append(parent)
                if parent in self._known:
                    break
            for parent in reversed(around):
                self._count(parent)
        return self._known.setdefault(element, f"{self._file}/{local_name(element)}")

    def stands_for(self, copied: XmlElement, original: XmlElement) -> None:
        """Give a copy of an element the path of the original."""
        self._known[copied] = self.of(original)

    def _count(self, parent: XmlElement) -> None:
        if next(iter(parent), parent) in self._known and len(parent):
            return
        base = self._known.setdefault(parent, f"{self._file}/{local_name(parent)}")
        names = [local_name(child) for child in parent]
        several, seen = Counter(names), Counter[str]()
        for child, name in zip(parent, names, strict=True):
            seen[name] += 1
            self._known[child] = f"{base}/{name}[{seen[name]}]" if several[name] > 1 else f"{base}/{name}"
