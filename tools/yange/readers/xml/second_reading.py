"""The words of an XML file as a second, independent reader sees them: Expat, and no walk over a tree."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.parsers import expat

from yange.readers.xml.clml import quotation_marks
from yange.readers.xml.egov import supplement_heading
from yange.readers.xml.formex import quotation_mark
from yange.readers.xml.law_go_kr import PRINTED
from yange.readers.xml.law_go_kr import ROOT as KOREAN
from yange.readers.xml.riigi_teataja import FILE, ROOT, WEB_PAGE, raised_figures
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
    words = "".join((*reading.found, *reading.data))
    return raised_figures(words) if reading.root == ROOT else words


def _marks(name: str, attributes: dict[str, str]) -> tuple[str, str]:
    """Return the quotation marks before and behind the words of an element."""
    if name == "BlockAmendment":
        return quotation_marks(attributes.get("Format"))
    if name in ("QUOT.START", "QUOT.END"):
        return quotation_mark(attributes.get("CODE")), ""
    return attributes.get("startQuote", ""), attributes.get("endQuote", "")


class _Words:
    def __init__(self) -> None:
        self.root = ""
        self._page = self._file = 0
        self.found: list[str] = []
        self.data: list[str] = []
        """Words of elements of law.go.kr that hold data: they are between those that are printed."""
        self._inside: list[str] = []
        self._closing: list[str] = []
        self._raised: list[bool] = []

    def text(self, words: str) -> None:
        if self.root == KOREAN and not (self._inside and self._inside[-1] in PRINTED):
            self.data += (words, " ")
            return
        high = any(self._raised)
        self.found.append(raised("".join(self.found[-_LAST:]), words) if high else words)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name.rpartition(":")[2]
        self._page = len(self.found) if name == WEB_PAGE else self._page
        self._file = len(self.found) if name == FILE else self._file
        high = is_raised(name.rpartition(":")[2], attributes)
        self._raised.append(high)
        self._inside.append(name.rpartition(":")[2])
        self.found.append("" if high else " ")
        opening, closing = _marks(name.rpartition(":")[2], attributes)
        self.found.append(opening)
        self._closing.append(closing)
        if name == "SupplProvision":
            law, extract = attributes.get("AmendLawNum", ""), attributes.get("Extract") == "true"
            self.found.append(supplement_heading("", law, extract))

    def end(self, name: str) -> None:
        if name == FILE and self.root == ROOT:
            del self.found[self._file :]
        if name == WEB_PAGE:
            page = _Page()
            page.feed("".join(self.found[self._page :]))
            page.close()
            self.found[self._page :] = page.found
        high = self._raised.pop()
        self._inside.pop()
        self.found.append(self._closing.pop())
        self.found.append("" if high else " ")


class _Page(HTMLParser):
    """The words of a web page inside a file, as Python's own tokenizer sees them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = [" "]
        self._high = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._high += is_raised(tag, {})
        self.found.append("" if is_raised(tag, {}) else " ")

    def handle_endtag(self, tag: str) -> None:
        self._high = max(0, self._high - is_raised(tag, {}))
        self.found.append("" if is_raised(tag, {}) else " ")

    def handle_data(self, data: str) -> None:
        self.found.append(raised("".join(self.found[-_LAST:]), data) if self._high else data)
