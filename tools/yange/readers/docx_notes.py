"""Footnotes and endnotes of a Word file: the sign of each where it is referred to, and its content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.readers.docx_numerals import numeral
from yange.readers.ooxml import WordPackage, attribute, short_name, value_of
from yange.readers.xml_tree import XmlElement

__all__ = ["NOTE_KINDS", "WordNotes"]

NOTE_KINDS = ("footnote", "endnote")
_DEFAULTS = {"footnote": "decimal", "endnote": "lowerRoman"}
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")
_CIRCLED = re.compile("[①-⑳]")


class WordNotes:
    """The notes of a document, numbered in the order in which they are referred to.

    The sign is ① or [1], as :mod:`yange.parse.notes` reads them, also where Word raises the figure.
    """

    def __init__(self, package: WordPackage, body: XmlElement) -> None:
        self._notes = {kind: _notes(package, kind) for kind in NOTE_KINDS}
        settings = package.first("settings")
        self._formats = {kind: _property(body, settings, kind, "w:numFmt") or _DEFAULTS[kind] for kind in NOTE_KINDS}
        self._next = {kind: _start(_property(body, settings, kind, "w:numStart")) for kind in NOTE_KINDS}
        restarts = (_property(body, settings, kind, "w:numRestart") for kind in NOTE_KINDS)
        self.restarts = any(one in ("eachPage", "eachSect") for one in restarts)
        """Whether Word begins the numbers anew on each page or in each section."""
        self.signs: dict[tuple[str, str], str] = {}
        """The sign of each note that was referred to, by its kind and identifier."""

    def sign(self, kind: str, key: str) -> str:
        """Return the sign of a note at a reference to it, and note that it was referred to."""
        if key not in self._notes.get(kind, {}):
            return ""
        if (kind, key) not in self.signs:
            self.signs[kind, key] = _sign(self._next[kind], self._formats[kind])
            self._next[kind] += 1
        return self.signs[kind, key]

    def referred(self) -> Iterator[tuple[str, str, XmlElement]]:
        """Yield kind, sign and content of each note that was referred to, footnotes first."""
        for kind in NOTE_KINDS:
            yield from ((kind, sign, self._notes[of][key]) for (of, key), sign in self.signs.items() if of == kind)

    def others(self) -> Iterator[XmlElement]:
        """Yield the notes to which nothing refers that was read: their references were deleted, or are hidden."""
        for kind in NOTE_KINDS:
            yield from (note for key, note in self._notes[kind].items() if (kind, key) not in self.signs)


def _notes(package: WordPackage, kind: str) -> dict[str, XmlElement]:
    root = package.first(f"{kind}s")
    found: dict[str, XmlElement] = {}
    for element in () if root is None else root:
        if short_name(element.tag) == f"w:{kind}" and attribute(element, "type") not in _NO_NOTES:
            found.setdefault(attribute(element, "id") or "", element)
    return found


def _property(body: XmlElement, settings: XmlElement | None, kind: str, name: str) -> str | None:
    """Return a property of the notes from the last section, or from the settings of the document."""
    last = next((one for one in reversed(list(body)) if short_name(one.tag) == "w:sectPr"), None)
    own = value_of(last, f"w:{kind}Pr", name)
    return value_of(settings, f"w:{kind}Pr", name) if own is None else own


def _start(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 5 else 1


def _sign(value: int, style: str) -> str:
    written = numeral(value, style)
    return written if _CIRCLED.fullmatch(written) else f"[{written}]"
