"""Return the words of a clause without label, Markdown and line breaks."""

from __future__ import annotations

import re

from yange.model import Clause, Provisions
from yange.numbering import BLANKS
from yange.parse.markdown import EDGES, unescape

__all__ = ["above_label", "full_text", "heading_text", "own_text", "plain_text"]

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
    """Return the words of ``clause`` itself: a heading above its label, and the words before its first child."""
    return _headed(provisions, clause, clause.own_end)


def full_text(provisions: Provisions, clause: Clause) -> str:
    """Return the words of ``clause`` and of all clauses in it, without its own label; their labels are included."""
    return _headed(provisions, clause, clause.end)


def above_label(provisions: Provisions, clause: Clause) -> int:
    """Return the offset of the line that prints the label of ``clause``: a heading such as （目的） may be above it."""
    return provisions.text.rfind("\n", clause.start, clause.words) + 1 or clause.start


def _headed(provisions: Provisions, clause: Clause, end: int) -> str:
    heading = plain_text(provisions.text[clause.start : above_label(provisions, clause)])
    words = _words(provisions.text[clause.words : end])
    return "\n".join(filter(None, (heading, words)))


def heading_text(provisions: Provisions, clause: Clause) -> str:
    """Return the first line of the clause's own words: the heading of a chapter or of an outline section."""
    return own_text(provisions, clause).split("\n", 1)[0]
