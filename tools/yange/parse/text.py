"""The words of a clause, without label, Markdown marks and line ends."""

from __future__ import annotations

import re

from yange.model import Clause, Provisions
from yange.numbering import BLANKS
from yange.parse.markdown import EDGES, unescape

__all__ = ["full_text", "heading_text", "own_text", "plain_text"]

_MARKS = re.compile(rf"[{BLANKS}]*(?:#{{1,6}}[ \t][{BLANKS}]*(?=[^{BLANKS}]))?")

_CLOSING = re.compile(rf"\*\*[{BLANKS}]*$")
"""What closes a heading in bold type: the marks that open it stand before its label."""


def _words(markdown: str) -> str:
    """Return the words of a piece that begins behind a label or a heading's marks: a # that stands there is a word."""
    first, _, rest = markdown.partition("\n")
    first = _CLOSING.sub("", first) if first.count("**") == 1 else first
    first = unescape(first).strip(EDGES)
    return "\n".join(line for line in (first, plain_text(rest)) if line)


def plain_text(markdown: str) -> str:
    """Return the words of a piece of a body: heading marks, indentation and escapes taken away, paragraphs kept.

    Paragraphs are parted by one line end.
    """
    lines = (unescape(_MARKS.sub("", line, count=1)).rstrip(EDGES) for line in markdown.split("\n"))
    return "\n".join(line for line in lines if line)


def own_text(provisions: Provisions, clause: Clause) -> str:
    """Return the words that belong to ``clause`` itself: after its label, before its first child."""
    return _words(provisions.text[clause.words : clause.own_end])


def full_text(provisions: Provisions, clause: Clause) -> str:
    """Return the words of ``clause`` and of all below it, after its own label; labels below stay, as printed."""
    return _words(provisions.text[clause.words : clause.end])


def heading_text(provisions: Provisions, clause: Clause) -> str:
    """Return the first line of the clause's own words: the heading of a chapter or of an outline section."""
    return own_text(provisions, clause).split("\n", 1)[0]
