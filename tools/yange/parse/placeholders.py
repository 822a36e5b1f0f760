"""Recognise placeholders: a number without a provision, such as （删去）, [Repealed], [Reserved]."""

from __future__ import annotations

import re

from yange.numbering import BLANKS
from yange.parse.markdown import EDGES
from yange.parse.rules import Rules

__all__ = ["is_placeholder", "may_be_placeholder"]

_HEADING = re.compile(rf"[（(【\[〔][^（）()【】\[\]〔〕。；]{{1,40}}[）)】\]〕][.:：{BLANKS}]*")
_HEADING_ENGLISH = re.compile(r"[A-Z][^.;:\[\]()]{1,60}[. ]+(?=\[)")
_LONGEST = 200
_DOTS = re.compile(rf"(?:[^\n.;:]{{1,160}}\n+)?(?:F[0-9]{{1,4}}[{BLANKS}]?)?(?:\.[{BLANKS}]?){{4,400}}")
"""What the United Kingdom prints for repealed words, below their heading: ``F12 . . . . . . . .``"""


def may_be_placeholder(words: str, rules: Rules) -> bool:
    """Return whether a text may be a placeholder by its length and last character, which rules out most texts."""
    if len(words) > _LONGEST:
        return False
    end = words.rstrip(EDGES + "\n。.")
    return end[-1:] in rules.gone_last or end[-1:].isascii()


def is_placeholder(words: str, rules: Rules) -> bool:
    """Return whether the words after a label only say that the clause was repealed or never used.

    A heading may be before them (第五条　【收费】（删去）, 5. Fees. [Repealed]); any other word makes it a provision.
    """
    plain = words.strip(EDGES + "\n")
    if plain.endswith(".") and _DOTS.fullmatch(plain):
        return True
    if not plain or "\n" in plain or not may_be_placeholder(plain, rules):
        return False
    heading = _HEADING.match(plain) or _HEADING_ENGLISH.match(plain)
    rest = plain[heading.end() :] if heading and heading.end() < len(plain) else plain
    return any(pattern.fullmatch(each) for pattern in (rules.gone, rules.gone_bracketed) for each in (plain, rest))
