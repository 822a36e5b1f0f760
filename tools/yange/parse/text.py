"""Return the words of a clause without label, Markdown and line breaks."""

from __future__ import annotations

import re

from yange.model import Clause, Provisions
from yange.numbering import BLANKS
from yange.parse.markdown import EDGES, unescape

__all__ = ["full_text", "heading_text", "own_text", "plain_text"]

_MARKS = re.compile(rf"[{BLANKS}]*(?:#{{1,6}}[ \t][{BLANKS}]*(?=[^{BLANKS}]))?")

_CLOSING = re.compile(rf"\*\*[{BLANKS}]*$")
"""The end of a heading in bold type, whose opening marks are before its label."""


def _words(markdown: str) -> str:
    """Return the words of a part that begins after a label or heading marks, where a # is a word."""
    first, _, rest = markdown.partition("\n")
    first = _CLOSING.sub("", first) if first.count("**") == 1 else first
    first = unescape(first).strip(EDGES)
    return "\n".join(line for line in (first, plain_text(rest)) if line)


def plain_text(markdown: str) -> str:
    """Return the words of a part of a body without heading marks, indentation and escapes.

    Paragraphs are separated by one line break.
    """
    lines = (unescape(_MARKS.sub("", line, count=1)).rstrip(EDGES) for line in markdown.split("\n"))
    return "\n".join(line for line in lines if line)


def own_text(provisions: Provisions, clause: Clause) -> str:
    """Return the words of ``clause`` itself: after its label, before its first child."""
    return _words(provisions.text[clause.words : clause.own_end])


def full_text(provisions: Provisions, clause: Clause) -> str:
    """Return the words of ``clause`` and of all clauses in it, after its own label; their labels are included."""
    return _words(provisions.text[clause.words : clause.end])


def heading_text(provisions: Provisions, clause: Clause) -> str:
    """Return the first line of the clause's own words: the heading of a chapter or of an outline section."""
    return own_text(provisions, clause).split("\n", 1)[0]
