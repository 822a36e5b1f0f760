"""Recognise lines at the end of a document: signature, date, list of annexes, last words on the whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.law.common import ARABIC_STOP
from yange.numbering import ClauseNumber
from yange.parse.marks import Line

__all__ = ["announces", "attaches", "ends_text", "signs", "takes_leave"]

_BLANK_IN_WORDS = re.compile(r"(?<=[^\x00-\x7f])[ \t\u00a0\u3000]+(?=[^\x00-\x7f])")


def attaches(line: Line, following: Sequence[ClauseNumber] = ()) -> bool:
    """Return whether a line lists annexes (附件：1．…), or introduces the list that begins on the next line."""
    if line.rules.annex_lists.match(line.plain):
        return True
    listed = any(number.style == ARABIC_STOP and number.value == (1,) for number in following)
    return listed and line.rules.annexes_announced.match(line.plain) is not None


def signs(line: Line) -> bool:
    """Return whether a line has the day of signing, with or without a signature, or a person to contact."""
    return line.once("signs", lambda: line.rules.signatures.match(line.plain) is not None)


def announces(line: Line) -> bool:
    """Return whether a line announces the words of another text, as it is to read."""
    return line.once("announces", lambda: line.rules.announcements.search(line.plain) is not None)


def takes_leave(line: Line) -> bool:
    """Return whether a line is the formula that ends a letter or a notice (特此函复)."""
    return line.rules.farewells.match(_closed_up(line.plain)) is not None


def ends_text(line: Line) -> bool:
    """Return whether a line is about the whole text: commencement, validity, interpretation."""
    return line.rules.last_words.match(_closed_up(line.plain)) is not None


def _closed_up(plain: str) -> str:
    """Return a line without stray spaces between its characters: 同 时享受 becomes 同时享受."""
    return _BLANK_IN_WORDS.sub("", plain)
