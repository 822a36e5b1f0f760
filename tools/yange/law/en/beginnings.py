"""Read the statements of an English text on its own first day: This Act comes into force on 1 March 2020.

An Act is passed on the day on which it receives the Royal Assent, or is enacted; that day is the one of signing. A
period that begins with a day includes that day (Interpretation Act 1978, section 4; Trow v Ind Coope [1967] 2 QB 899).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.dates import DAY_IN_FIGURES, read_day_in_figures
from yange.law.aspects.effects import Commencement
from yange.law.en.days import DAY, DAYS, NTH, read_nth
from yange.law.en.sentences import BEGINS, COUNT, UNSURE, ends_with, read_count, sentences, subject_and_exceptions
from yange.model import Basis

__all__ = ["commencements", "is_limited"]

_ON = r"(?: with effect)?(?: on| from| as from| as of| upon| with effect (?:from|on))?(?: and (?:from|after))?"
_HOUR = r"(?: at (?:midnight|the beginning)(?: on| of)?)?(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?"
_START = re.compile(rf"\b{BEGINS}{_ON}{_HOUR} (?P<day>{DAY}|{DAY_IN_FIGURES})\b")
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
    r"|throughout|elsewhere|to the extent|or|in (?!the (?:Official|Gazette)))\b|,? ?whichever\b)"
)
"""Words with which the day is that of some purposes or places only."""
_BESIDE = re.compile(
    r"^(?: of (?:this|these|the present) [A-Za-z-]+)?"
    r"(?: in the [^.;,]{0,60}?(?:Gazette|Journal|Bulletin|Register)(?: of [^.;,]{0,40})?)?(?: ?\([^()]{1,60}\))?"
)
"""Words after a day that do not change it: of this Act, in the Gazette, (the commencement date)."""
_ENDS_TOO = re.compile(
    rf"^(?: (?:to|until|till|through)(?: and including)? {DAY}\b"
    r"|(?:,| and|, and|, but| but) (?:it |they )?(?:shall |will )?(?:expires?|ceases?|remains?|lapses?|continues?"
    r"|terminates?|(?:is|are|be) (?:valid|repealed|revoked)|valid|stands? repealed|(?:applies|apply) until|ends?)\b)"
)
"""A sentence that goes on with the last day, which another reader reads or reports."""
_GOES_ON = re.compile(r"^(?:,|;|\.|:| [—–-]| and\b| but\b)")


def commencements(text: str) -> Iterator[Commencement]:
    """Yield the statements of an English text on its own first day, without those under conditions."""
    for start, end in sentences(text):
        found = sorted(
            (match for form in (_START, _WHEN) for match in form.finditer(text, start, end)),
            key=lambda match: (match.start(), -match.end()),
        )
        at = start
        for match in found:
            if match.start() < at:
                continue
            subject = subject_and_exceptions(text[at : match.start()])
            one = _commencement(match, *subject) if subject is not None else None
            at = match.end()
            if one is not None and _is_closed(text[at:end]):
                yield one


def _commencement(match: re.Match[str], clauses: tuple[str, ...], out: tuple[str, ...]) -> Commencement | None:
    if match.re is _START:
        day = DAYS.read(match["day"]) or read_day_in_figures(match["day"])
        if day is None:
            return None
        return Commencement(*match.span(), match[0], Basis.STATED, day, clauses=clauses, excepted=out)
    late = _delay(match)
    if late is None:
        return None
    basis = Basis.PUBLISHED if match["what"].lower().startswith(_PUBLISHED) else Basis.SIGNED
    return Commencement(*match.span(), match[0], basis, None, late[0], clauses, late[1], excepted=out)


def _is_closed(rest: str) -> bool:
    rest = _BESIDE.sub("", rest)
    if ends_with(rest) or _ENDS_TOO.match(rest):
        return True
    return bool(_GOES_ON.match(rest)) and not UNSURE.search(rest) and not _OPEN.match(rest)


def is_limited(rest: str) -> bool:
    """Return whether the sentence of a first day goes on with words that may change it and were not read."""
    rest = _BESIDE.sub("", rest)
    return not ends_with(rest) and not _ENDS_TOO.match(rest)


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
