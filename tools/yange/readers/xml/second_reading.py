"""The words of an XML file as a second, independent reader sees them: Expat, and no walk over a tree."""

from __future__ import annotations

from xml.parsers import expat

from yange.readers.xml.clml import quotation_marks
from yange.readers.xml.egov import supplement_heading
from yange.readers.xml.formex import quotation_mark
from yange.readers.xml.walker import is_raised, raised

__all__ = ["words_of"]

_LAST = 8
"""Pieces that are looked at for the character before a raised one."""


def words_of(data: bytes) -> str | None:
    """Return all words of a file, apart from elements that hold none; ``None`` in an encoding Expat does not know.

    Words that the vocabularies print although they are attributes are words too: quotation marks, and the law that
    added supplementary provisions (e-Gov).
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


def _marks(name: str, attributes: dict[str, str]) -> tuple[str, str]:
    """Return the quotation marks before and behind the words of an element."""
    if name == "BlockAmendment":
        return quotation_marks(attributes.get("Format"))
    if name in ("QUOT.START", "QUOT.END"):
        return quotation_mark(attributes.get("CODE")), ""
    return attributes.get("startQuote", ""), attributes.get("endQuote", "")


class _Words:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._closing: list[str] = []
        self._raised: list[bool] = []

    def text(self, words: str) -> None:
        high = any(self._raised)
        self.found.append(raised("".join(self.found[-_LAST:]), words) if high else words)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        high = is_raised(name.rpartition(":")[2], attributes)
        self._raised.append(high)
        self.found.append("" if high else " ")
        opening, closing = _marks(name.rpartition(":")[2], attributes)
        self.found.append(opening)
        self._closing.append(closing)
        if name == "SupplProvision":
            law, extract = attributes.get("AmendLawNum", ""), attributes.get("Extract") == "true"
            self.found.append(supplement_heading("", law, extract))

    def end(self, _: str) -> None:
        high = self._raised.pop()
        self.found.append(self._closing.pop())
        self.found.append("" if high else " ")
