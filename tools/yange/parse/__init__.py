"""Parse a version's text into its tree of provisions, and write the tree back, without loss.

``parse`` never fails: the tree partitions any text, and :func:`format_provisions` returns that text.
"""

from __future__ import annotations

from yange.law import law_of
from yange.model import Clause, Provisions, Version
from yange.parse.markdown import blocks, escape, escape_cell, unescape
from yange.parse.rules import rules_of
from yange.parse.scan import scan
from yange.parse.supplements import is_supplement
from yange.parse.text import above_label, full_text, heading_text, own_text, plain_text
from yange.parse.tree import build
from yange.parse.units import primary_units

__all__ = [
    "LONGEST_TEXT",
    "above_label",
    "escape",
    "escape_cell",
    "format_provisions",
    "full_text",
    "heading_text",
    "is_supplement",
    "own_text",
    "parse",
    "parse_version",
    "plain_text",
    "unescape",
]

LONGEST_TEXT = 4_000_000
"""Characters. The longest code of law has 200,000; a text above this limit is one clause without parts."""


def parse(text: str, language: str | None = None, place: str = "") -> Provisions:
    """Parse a version's body (Markdown) or any plain text into its tree of clauses.

    The clauses partition the text: spans are half-open character offsets, children abut, nothing is lost. A text of
    more than ``LONGEST_TEXT`` characters is not a text of a policy: it becomes one clause without parts, and import
    and check report it.

    ``language`` is the recorded language of the text and ``place`` the place of its policy; they choose the pack
    (:func:`yange.law.law_of`). Without a language it is detected from the text. ``language`` of the result is the tag
    of the pack that was used.
    """
    law = law_of(text, language, place)
    rules = rules_of(law)
    marks = scan(text, blocks(text, rules.bold), rules) if len(text) <= LONGEST_TEXT else ()
    root = build(text, marks, rules)
    return Provisions(text, root, primary_units(root), law[0].tag)


def parse_version(version: Version) -> Provisions:
    """Parse the body of a version with the pack of its language and of its policy's place."""
    return parse(version.body, version.language, version.policy.partition("/")[0])


def format_provisions(provisions: Provisions) -> str:
    """Return the text of a tree: the clauses' own spans in order. It equals the text that was parsed."""
    return "".join(_spans(provisions, provisions.root))


def _spans(provisions: Provisions, clause: Clause) -> list[str]:
    return [
        provisions.text[clause.start : clause.own_end],
        *(piece for child in clause.children for piece in _spans(provisions, child)),
    ]
