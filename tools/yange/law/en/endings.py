"""Read the statements of an English text on its own last day: This Act expires on 31 December 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.dates import previous_day
from yange.law.aspects.effects import Expiry
from yange.law.en.days import DAY, DAYS
from yange.law.en.sentences import BEGINS, COUNT, LEAD, OWN, PART, UNSURE, read_count, sentences

__all__ = ["expiries"]

_UNTIL = re.compile(
    rf"\b(?:remains? (?:in force|valid)|valid|expires?|(?:is |be )?in force|ceases? to (?:have effect"
    rf"|be in force|apply)|lapses?|terminates?|(?:is|are|be) (?:hereby )?(?:repealed|revoked))"
    rf"(?: at the (?:end|close) of(?: the day on)?)?(?P<how> until| on| up to| from| after| through"
    rf"| with effect from(?: the end of)?)? (?P<day>{DAY})\b"
)
_FOR = re.compile(
    rf"\b(?:valid|in force|effective|(?:continue|remain)s? in force|expires?) (?P<how>for|after)(?: (?:a"
    rf"|the) (?:period|term) of)? "
    rf"{COUNT} (?P<unit>years?|months?)\b(?! (?:after|of|from|following)\b)"
)
_PERIOD = re.compile(
    rf"\b(?:expires?|ceases? to (?:have effect|be in force|apply)|lapses?|(?:is|are|be) (?:repealed|revoked))"
    rf" at the end of (?:the |a )?(?:period of )?{COUNT}(?P<unit> years?| months?)(?: period)?"
    r" (?:beginning (?:with|on)|commencing (?:with|on)|starting (?:with|on)) the (?:day|date) (?:on which|that)"
    r" (?:it|they|this \w+|these \w+) (?:comes?|came) into (?:force|operation)\b"
)


def expiries(text: str) -> Iterator[Expiry]:
    """Yield the statements of an English text on its own last day."""
    for start, end in sentences(text):
        for match in _UNTIL.finditer(text, start, end):
            day = DAYS.read(match["day"])
            if day is None or not _is_own_end(text[start : match.start()]) or UNSURE.search(text[match.end() : end]):
                continue
            over = "at the end of" in match[0] or "at the close of" in match[0]
            gone = match[0].startswith(("cease", "lapse", "is ", "are ", "be ")) and match["how"] != " until"
            leaves = not over and (gone or " from" in (match["how"] or ""))
            yield Expiry(*match.span(), match[0], None, previous_day(day) if leaves else day, exact=not leaves)
        for match in (*_FOR.finditer(text, start, end), *_PERIOD.finditer(text, start, end)):
            if _is_own_end(text[start : match.start()]) and not UNSURE.search(text[match.end() : end]):
                years, months = _term(read_count(match["n"]), match["unit"].strip())
                yield Expiry(*match.span(), match[0], years, None, months)


def _term(count: int, unit: str) -> tuple[int | None, int | None]:
    """Return a term as (years, months), with twelve months as a year."""
    months = 12 * count if unit.startswith("year") else count
    return (None, months) if months % 12 else (months // 12, None)


def _is_own_end(before: str) -> bool:
    rest = LEAD.sub("", before)
    if UNSURE.search(rest) or PART.search(rest):
        return False
    return bool(OWN.search(rest)) or bool(re.search(rf"\b{BEGINS}", rest))
