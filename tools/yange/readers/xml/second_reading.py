"""The words of an XML file as a second, independent reader sees them: Expat, and no walk over a tree."""

from __future__ import annotations

from xml.parsers import expat

from yange.readers.xml.egov import supplement_heading
from yange.readers.xml.walker import RAISED, raised

__all__ = ["words_of"]

_LAST = 8
"""Pieces that are looked at for the character before a raised one."""


def words_of(data: bytes) -> str | None:
    """Return all words of a file, apart from elements that hold none; ``None`` in an encoding Expat does not know.

    Words that the vocabularies print although they are attributes are words too: the quotation marks of Akoma Ntoso,
    and the law that added supplementary provisions (e-Gov).
    """
    reading = _Words()
    parser = expat.ParserCreate()
    parser.CharacterDataHandler = reading.text
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return None
    return "".join(reading.found)


class _Words:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._closing: list[str] = []
        self._raised = 0

    def text(self, words: str) -> None:
        before = "".join(self.found[-_LAST:]) if self._raised else ""
        self.found.append(raised(before, words) if self._raised else words)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        high = name.rpartition(":")[2].lower() in RAISED
        self._raised += high
        self.found.append("" if high else " ")
        self.found.append(attributes.get("startQuote", ""))
        self._closing.append(attributes.get("endQuote", ""))
        if name == "SupplProvision":
            law, extract = attributes.get("AmendLawNum", ""), attributes.get("Extract") == "true"
            self.found.append(supplement_heading("", law, extract))

    def end(self, name: str) -> None:
        high = name.rpartition(":")[2].lower() in RAISED
        self._raised -= high
        self.found.append(self._closing.pop())
        self.found.append("" if high else " ")
