"""Read the statements of an English text on its own last day: This Act expires on 31 December 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.dates import previous_day
from yange.law.aspects.effects import Expiry
from yange.law.en.days import DAY, DAYS
from yange.law.en.sentences import BEGINS, COUNT, UNSURE, ends_with, read_count, sentences, subject

__all__ = ["expiries"]

_UNTIL = re.compile(
    rf"\b(?:shall )?(?:(?:remains?|continues?) (?:in force|valid)|(?:(?:is|are|be) )?(?:valid|in force)|expires?"
    rf"|ceases? to (?:have effect|be in force|apply)|lapses?|terminates?|(?:applies|apply)(?= until)"
    rf"|(?:is|are|be|stands?) (?:hereby )?(?:repealed|revoked))"
    rf"(?: at the (?:end|close) of(?: the day on)?)?(?P<how> until| on| up to| from| after| through"
    rf"| with effect from(?: the end of)?)? (?P<day>{DAY})\b"
)
_RANGE = re.compile(
    rf"\b{BEGINS}(?: with effect)?(?: on| from| as from| as of)? {DAY} (?:to|until|till|through)(?: and including)?"
    rf" (?P<day>{DAY})\b"
)
_FOR = re.compile(
    r"\b(?:shall )?(?:(?:(?:continue|remain)s? |(?:is|are|be) )?(?:valid|in force|effective)|expires?) (?:for|after)"
    rf"(?: (?:a|the) (?:period|term) of)? {COUNT} (?P<unit>years?|months?)"
    rf"(?: and (?P<more>{COUNT.replace('<n>', '<n2>')}) months?)?\b(?! (?:after|of|from|following)\b)"
)
_PERIOD = re.compile(
    rf"\b(?:expires?|ceases? to (?:have effect|be in force|apply)|lapses?|(?:is|are|be) (?:repealed|revoked))"
    rf" at the end of (?:the |a )?(?:period of )?{COUNT}(?P<unit> years?| months?)(?: period)?"
    r" (?:beginning (?:with|on)|commencing (?:with|on)|starting (?:with|on)) the (?:day|date) (?:on which|that)"
    r" (?:it|they|this \w+|these \w+) (?:comes?|came) into (?:force|operation)\b"
)


_FIRST = re.compile(
    rf"^.*\b{BEGINS}[^,;]*?(?:{DAY}|publication|signature|issue|passing)[^,;]{{0,40}}?(?=,| and | but )"
)
"""The first day before the last one in a sentence."""
_AND = re.compile(r"^[ ,]*(?:(?:and|but) )?$")


def expiries(text: str) -> Iterator[Expiry]:
    """Yield the statements of an English text on its own last day."""
    for start, end in sentences(text):
        for match in _RANGE.finditer(text, start, end):
            day = DAYS.read(match["day"])
            if day is not None and subject(text[start : match.start()]) == () and _is_closed(text[match.end() : end]):
                yield Expiry(*match.span(), match[0], None, day)
        for match in _UNTIL.finditer(text, start, end):
            one = _until(match)
            if one is not None and _is_own_end(text[start : match.start()]) and _is_closed(text[match.end() : end]):
                yield one
        for match in (*_FOR.finditer(text, start, end), *_PERIOD.finditer(text, start, end)):
            if _is_own_end(text[start : match.start()]) and _is_closed(text[match.end() : end]):
                more = match.groupdict().get("more")
                years, months = _term(read_count(match["n"]), match["unit"].strip(), read_count(more) if more else 0)
                yield Expiry(*match.span(), match[0], years, None, months)


def _until(match: re.Match[str]) -> Expiry | None:
    """Return a last day. Words of leaving name the day after it; in force from a day is no end, but a beginning."""
    day, verb, how = DAYS.read(match["day"]), match[0].removeprefix("shall "), match["how"] or ""
    over = "at the end of" in verb or "at the close of" in verb
    ends = "repealed" in verb or "revoked" in verb or verb.startswith(("cease", "lapse"))
    begins = (
        "in force" in verb
        and not verb.startswith(("remain", "continue"))
        and how not in (" until", " up to", " through")
    )
    if day is None or (begins and not ends):
        return None
    leaves = not over and ((ends and how != " until") or " from" in how)
    return Expiry(*match.span(), match[0], None, previous_day(day) if leaves else day, exact=not leaves)


def _term(count: int, unit: str, more: int) -> tuple[int | None, int | None]:
    """Return a term as (years, months), with twelve months as a year; ``more`` are months besides."""
    months = (12 * count if unit.startswith("year") else count) + more
    return (None, months) if months % 12 else (months // 12, None)


def _is_own_end(before: str) -> bool:
    first = _FIRST.match(before)
    rest = before[first.end() :] if first else before
    return (first is not None and _AND.match(rest) is not None) or subject(rest) == ()


def _is_closed(rest: str) -> bool:
    """Return whether the words after a last day leave it as it is."""
    return ends_with(rest) or (rest.startswith((",", " and ", " but ")) and not UNSURE.search(rest))
