"""From a version's text to its provision tree and back, losslessly.

``parse`` never fails: whatever the text is, the tree partitions it, and :func:`format_provisions` gives it back.
"""

from __future__ import annotations

from yange.law import law_named
from yange.model import Clause, Provisions
from yange.parse.markdown import blocks, escape, unescape
from yange.parse.scan import scan
from yange.parse.text import full_text, heading_text, own_text, plain_text
from yange.parse.tree import build
from yange.parse.units import primary_units

__all__ = [
    "LONGEST_TEXT",
    "escape",
    "format_provisions",
    "full_text",
    "heading_text",
    "own_text",
    "parse",
    "plain_text",
    "unescape",
]

LONGEST_TEXT = 4_000_000
"""Characters. The longest code of law has two hundred thousand; a longer text is one clause without parts."""


def parse(text: str) -> Provisions:
    """Parse a version's body (Markdown) or any plain text into its tree of clauses.

    The clauses partition the text: spans are half-open character offsets, children abut, nothing is lost. A text of
    more than ``LONGEST_TEXT`` characters is no text of a policy: it is one clause without parts, and whoever takes
    texts in says so.
    """
    law = law_named("zh-Hans")
    root = build(text, scan(text, blocks(text), law) if len(text) <= LONGEST_TEXT else ())
    return Provisions(text, root, primary_units(root))


def format_provisions(provisions: Provisions) -> str:
    """Write the tree back: every clause's own span in order of the text. Equals the text that was parsed."""
    return "".join(_spans(provisions, provisions.root))


def _spans(provisions: Provisions, clause: Clause) -> list[str]:
    return [
        provisions.text[clause.start : clause.own_end],
        *(piece for child in clause.children for piece in _spans(provisions, child)),
    ]
