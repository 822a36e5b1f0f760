"""White space, raised figures and the second reading of a page.

The second reading uses the tokenizer of the standard library and builds no tree: it has the characters of a page
whatever the first reading made of its structure.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from yange.readers.html.names import BLOCK_TAGS, INERT
from yange.readers.html.tree import Element

__all__ = ["WIDE", "all_words", "one_line", "raised", "second_words", "squeezed"]

_BLANKS = re.compile(r"[ \t\n\r\f]+")
# A line break of the source between characters that are written without blanks prints nothing (CSS Text 3, 4.1.3).
WIDE = "\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff"
_BREAK = re.compile(rf"(?<=[{WIDE}])[ \t]*[\r\n][ \t\r\n\f]*(?=[{WIDE}])")
_RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_SILENT = frozenset(("script", "style", "template"))


def one_line(text: str) -> str:
    """Return words as a browser prints them on one line: white space collapsed, hard blanks kept."""
    return _BLANKS.sub(" ", _BREAK.sub("", text)).strip(" ")


def all_words(element: Element) -> str:
    """Return the characters below an element, also those that are left out, with a blank between two elements."""
    found: list[str] = []

    def enters(child: Element) -> bool:
        if child.tag not in INERT:
            found.append(" " if child.tag in BLOCK_TAGS or child.tag == "br" else "")
        return child.tag not in INERT

    for node, _ in element.walk(enters):
        if isinstance(node, str):
            found.append(node)
        elif node.tag in BLOCK_TAGS:
            found.append(" ")
    return "".join(found)


def squeezed(text: str) -> str:
    """Return the characters of a text without white space."""
    return "".join(text.split())


def raised(text: str) -> str:
    """Return raised figures as the characters that print so: 10² is not 102. Raised letters stay: 1bis."""
    return text.translate(_RAISED) if any(char.isdigit() for char in text) and not _has_letters(text) else text


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._silent = self._raised = 0
        self._begun = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self._raised += tag == "sup"
        self._begun = self._begun and tag not in BLOCK_TAGS and tag != "br"

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        self._raised -= tag == "sup" and self._raised > 0
        self._begun = self._begun and tag not in BLOCK_TAGS

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(raised(data) if self._raised and self._begun else data)
            self._begun = self._begun or (not self._raised and not data.isspace())

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over ``<![…``: in HTML it is a comment by mistake, and the library knows only those of SGML."""
        return self.parse_bogus_comment(i, bool(report))


def second_words(page: str) -> str:
    """Return all characters of a page that are neither markup nor of a script or a style sheet."""
    reader = _Words()
    reader.feed(page)
    reader.close()
    return "".join(reader.found)
