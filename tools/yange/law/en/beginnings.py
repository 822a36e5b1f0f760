"""Read the statements of an English text on its own first day: This Act comes into force on 1 March 2020."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.effects import Commencement
from yange.law.en.days import DAY, DAYS
from yange.law.en.sentences import BEGINS, COUNT, UNSURE, read_count, sentences, subject
from yange.model import Basis

__all__ = ["commencements"]

_ON = r"(?: with effect)?(?: on| from| as from| as of| upon| with effect from)?(?: and from)?"
_START = re.compile(rf"\b{BEGINS}{_ON} (?P<day>{DAY})\b")
_AFTER_ISSUE = re.compile(
    rf"\b{BEGINS}{_ON}(?P<when> (?:the )?(?:day|date) (?:on which it is|of its|of)|(?: the)?(?: expiry of)? ?{COUNT} "
    r"(?P<unit>days?|months?|weeks?|years?)(?: (?:after|from|following))?(?: the (?:day"
    r"|date))?(?: on which it is| of(?: its)?| its)?"
    r"|(?: on)? the day (?P<next>after|following)(?: (?:the (?:day|date) (?:of|on which it is)"
    r"|that of))?(?: its| it is)?|)"
    r"(?: its| the)? (?P<what>publication|published|promulgation|promulgated|signature|signed|signing|issue|issued)\b"
)


def commencements(text: str) -> Iterator[Commencement]:
    """Yield the statements of an English text on its own first day, without those under conditions or exceptions."""
    for start, end in sentences(text):
        for match in _START.finditer(text, start, end):
            parts, day = subject(text[start : match.start()]), DAYS.read(match["day"])
            if parts is not None and day is not None and _is_closed(text[match.end() : end]):
                yield Commencement(*match.span(), match[0], Basis.STATED, day, clauses=parts)
        for match in _AFTER_ISSUE.finditer(text, start, end):
            parts = subject(text[start : match.start()])
            if parts is not None and _is_closed(text[match.end() : end]):
                days, months = _delay(match)
                yield Commencement(*match.span(), match[0], _basis(match["what"]), None, days, parts, months)


def _basis(what: str) -> Basis:
    return Basis.PUBLISHED if what.startswith(_PUBLISHED) else Basis.SIGNED


_PUBLISHED = ("publi", "promulgat")


def _is_closed(rest: str) -> bool:
    return not UNSURE.search(rest)


def _delay(match: re.Match[str]) -> tuple[int, int]:
    if match["next"]:
        return 1, 0
    if not match["unit"]:
        return 0, 0
    count, unit = read_count(match["n"]), match["unit"].rstrip("s")
    return {"day": (count, 0), "week": (7 * count, 0), "month": (0, count), "year": (0, 12 * count)}[unit]
