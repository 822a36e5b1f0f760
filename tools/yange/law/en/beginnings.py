"""Read the statements of an English text on its own first day: This Act comes into force on 1 March 2020.

An Act is passed on the day on which it receives the Royal Assent, or is enacted; that day is the one of signing. A
period that begins with a day includes that day (Interpretation Act 1978, section 4; Trow v Ind Coope [1967] 2 QB 899).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.effects import Commencement
from yange.law.en.days import DAY, DAYS, NTH, read_nth
from yange.law.en.sentences import BEGINS, COUNT, UNSURE, read_count, sentences, subject_and_exceptions
from yange.model import Basis

__all__ = ["commencements"]

_ON = r"(?: with effect)?(?: on| from| as from| as of| upon| with effect (?:from|on))?(?: and (?:from|after))?"
_START = re.compile(rf"\b{BEGINS}{_ON} (?P<day>{DAY})\b")
_DATE = r"(?:day|date)"
_ACTS = (
    r"(?:publication|published|promulgation|promulgated|signature|signed|signing|issued?"
    r"|passed|passing|enactment|enacted|(?:[Rr]oyal )?[Aa]ssent(?:ed to)?|made|making)"
)
_EVENT = (
    rf"(?:(?:on|after|from|following|of|with|beginning with|commencing on"
    rf"|upon) )?(?:the )?(?:{_DATE} )?(?:on which |of |that )?"
    r"(?:(?:it|they|this \w+|these \w+|that|the \w+|its|their)(?: of its)? )?"
    r"(?:(?:is|are|was|were|receives?|received|has received|of(?: its| the)?|the|its) ){0,3}"
    rf"(?P<what>{_ACTS})(?: (?:of|on|by) (?:this|the|these) \w+)?"
    r"(?: in the [A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+| of| the){0,8})?"
)
_WHEN = re.compile(
    rf"\b{BEGINS}(?: with effect)? ?(?:on |upon |from |as from |at )?(?:"
    rf"(?P<period>(?:the )?(?:end|expiry|expiration) of (?:the |a )?(?:period of )?{COUNT} (?P<unit>days?|weeks?"
    rf"|months?|years?)"
    rf" (?P<from>beginning with|commencing on|commencing with|after|from|beginning on|following) )"
    rf"|(?P<nth>the (?P<th>{NTH})(?: day)? (?:after|following) )"
    rf"|(?P<delay>{COUNT.replace('?P<n>', '?P<d>')} (?P<dunit>days?|weeks?|months?|years?) (?:after|from|following) )"
    rf"|(?P<next>(?:the )?{_DATE} (?:after|following) )"
    rf"|(?P<same>)){_EVENT}\b"
)
_PUBLISHED = ("publi", "promulgat")
_SIGNED = ("sign", "issue", "pass", "enact", "assent", "royal", "made", "making")
_OPEN = re.compile(
    r"^\s*(?:,? ?and (?:on|from|in) |,? ?(?:for|in relation to|in respect of|with respect to|as regards"
    r"|as respects|so far"
    r"|throughout|elsewhere|to the extent|in (?!the (?:Official|Gazette)))\b|,? ?whichever\b)"
)
"""Words with which the day is that of some purposes or places only."""


def commencements(text: str) -> Iterator[Commencement]:
    """Yield the statements of an English text on its own first day, without those under conditions."""
    for start, end in sentences(text):
        for match in _START.finditer(text, start, end):
            found, day = subject_and_exceptions(text[start : match.start()]), DAYS.read(match["day"])
            if found is not None and day is not None and _is_closed(text[match.end() : end]):
                yield Commencement(*match.span(), match[0], Basis.STATED, day, clauses=found[0], excepted=found[1])
        for match in _WHEN.finditer(text, start, end):
            found, late = subject_and_exceptions(text[start : match.start()]), _delay(match)
            if found is not None and late is not None and _is_closed(text[match.end() : end]):
                days, months = late
                basis = Basis.PUBLISHED if match["what"].lower().startswith(_PUBLISHED) else Basis.SIGNED
                yield Commencement(*match.span(), match[0], basis, None, days, found[0], months, excepted=found[1])


def _is_closed(rest: str) -> bool:
    return not UNSURE.search(rest) and not _OPEN.match(rest)


def _delay(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the days and months after the event, or ``None`` if the words leave a day in doubt."""
    if match["next"]:
        return 1, 0
    if match["nth"]:
        return read_nth(match["th"]), 0
    if match["period"]:
        included = match["from"] in {"beginning with", "commencing with", "beginning on", "commencing on"}
        days, months = _span(match["n"], match["unit"])
        return (days, months) if included else (days + 1, months)
    if match["delay"]:
        return _span(match["d"], match["dunit"])
    return 0, 0


def _span(number: str, unit: str) -> tuple[int, int]:
    count = read_count(number)
    return {"day": (count, 0), "week": (7 * count, 0), "month": (0, count), "year": (0, 12 * count)}[unit.rstrip("s")]
