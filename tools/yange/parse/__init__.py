"""From a version's text to its provision tree and back, losslessly.

``parse`` never fails: whatever the text is, the tree partitions it, and :func:`format_provisions` gives it back.
"""

from __future__ import annotations

from yange.law import law_of
from yange.model import Clause, Provisions, Version
from yange.parse.markdown import blocks, escape, unescape
from yange.parse.rules import rules_of
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
    "parse_version",
    "plain_text",
    "unescape",
]

LONGEST_TEXT = 4_000_000
"""Characters. The longest code of law has two hundred thousand; a longer text is one clause without parts."""


def parse(text: str, language: str | None = None, place: str = "") -> Provisions:
    """Parse a version's body (Markdown) or any plain text into its tree of clauses.

    The clauses partition the text: spans are half-open character offsets, children abut, nothing is lost. A text of
    more than ``LONGEST_TEXT`` characters is no text of a policy: it is one clause without parts, and whoever takes
    texts in says so.

    ``language`` is the text's language as its version gives it, ``place`` the place of its policy: they choose the pack
    that reads it (:func:`yange.law.law_of`). Without a language it is found from the text; the result's ``language``
    is the tag of the pack that was taken.
    """
    law = law_of(text, language, place)
    rules = rules_of(law)
    marks = scan(text, blocks(text, rules.bold), rules) if len(text) <= LONGEST_TEXT else ()
    root = build(text, marks, rules)
    return Provisions(text, root, primary_units(root), law[0].tag)


def parse_version(version: Version) -> Provisions:
    """Parse the body of a version, read by the pack of its language and of its policy's place."""
    return parse(version.body, version.language, version.policy.partition("/")[0])


def format_provisions(provisions: Provisions) -> str:
    """Write the tree back: every clause's own span in order of the text. Equals the text that was parsed."""
    return "".join(_spans(provisions, provisions.root))


def _spans(provisions: Provisions, clause: Clause) -> list[str]:
    return [
        provisions.text[clause.start : clause.own_end],
        *(piece for child in clause.children for piece in _spans(provisions, child)),
    ]
