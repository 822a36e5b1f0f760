"""Find English sentences on commencement, expiry or effects with words that were not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yange.law.aspects.effects import LeftWords
from yange.law.en.sentences import LEAD, OWN, sentences, subject_and_exceptions

__all__ = ["left_words"]

_LEFT = re.compile(
    r"\b(?:(?P<effective>(?:comes?|coming|came|enters?|entered|entering|takes?|took|be|is|brought"
    r"|put) (?:in)?(?:to)? ?(?:force|effect|operation)"
    r"|(?:has|have) effect(?= from| on| as| after| until)|appl(?:ies|y)(?= from [0-9A-Z]| as from"
    r"| as of)|commence(?:s|d|ment)?|(?:is|are|be|becomes?) effective)"
    r"|(?P<expires>ceases? to (?:have effect|be in force|apply)|expir(?:es?|y)|lapses?|terminates?|sunsets?|(?:remain"
    r"|continue)s? (?:in force|valid)|valid (?:for|until))"
    r"|(?P<repeals>(?:is|are|be|being|been)(?! not (?:hereby )?(?:repealed|revoked"
    r"|rescinded))(?: \w+){0,2} (?:repealed|revoked|rescinded|abrogated|annulled)|repeals|revokes"
    r"|rescinds)"
    r"|(?P<suspends>(?:is|are|be|being|been)(?: \w+){0,2} suspended|suspends)"
    r"|(?P<revives>(?:is|are|be|being|been)(?: \w+){0,2} (?:revived|reinstated)|revives)"
    r"|(?P<extends>(?:is|are|be|being|been)(?: \w+){0,2} (?:extended (?:for|to|until|by)|continued in (?:force"
    r"|operation))))\b"
)
_OTHER_THINGS = re.compile(
    r"\b(?:licen[cs]es?|permits?|registrations?|certificates?|approvals?|warrants?|proceedings?|sentences?"
    r"|appointments?"
    r"|contracts?|give effect|giving effect|with effect that|to the effect)\b",
    re.IGNORECASE,
)
_OWN_DAYS = frozenset({"effective", "expires"})
_OWN_ANYWHERE = re.compile(
    r"\b(?:[Tt]his|[Tt]hese) (?:Act|Law|Code|Rules?|Regulations?|Order|Ordinance|Decree|Directive|Decision"
    r"|By-?laws?|Scheme"
    r"|Measure|Instrument|Notice|rule|act|law|order|regulations?)\b"
)
_NAMES = re.compile(r"\b[A-Z][\w()-]+(?: [A-Za-z()-]+){0,12}? (?:Act|Regulations?|Rules|Order|Ordinance|Law|Code)\b")
_IN_HEADING = re.compile(
    r"^\W*(?:[0-9]+[A-Z]*\.? )?(?:[A-Z][A-Za-z]*,? |and |, |of |etc\.?,? "
    r"|[a-z]+,? ){0,8}?[Cc]ommencement(?:,? (?:and|extent|application"
    r"|interpretation|revocation|transitional|duration|expiry|repeals?|short|title)\b[a-z ,]{0,60})?(?:\.?[—–-]|\.? ?$)"
)
"""A heading of a section: Citation and commencement; 1. Short title, extent and commencement.—."""
_SAID_AGO = re.compile(r"\b(?:before|after|until|since|prior to|preceding|following|at|on|upon) (?:the |its )?$")


def left_words(text: str, used: Sequence[tuple[int, int]]) -> Iterator[LeftWords]:
    """Yield the sentences with such a word outside the spans ``used``, and the field of the word."""
    for start, end in sentences(text):
        seen: set[str] = set()
        for match in _LEFT.finditer(text, start, end):
            field = match.lastgroup or ""
            if match[0] == "commencement" and _IN_HEADING.match(text[start:end].strip()):
                continue
            inside = any(left <= match.start() < right for left, right in used)
            if inside or field in seen or _is_ordinary(text, start, end) or _is_said_ago(text, start, match):
                continue
            seen.add(field)
            own = field in _OWN_DAYS and _is_own(text[start:end], match.start() - start)
            named = field not in _OWN_DAYS and _NAMES.search(text, start, end) is not None
            yield LeftWords(end - len(text[start:end].lstrip()), end, field, own, named)


def _is_own(sentence: str, at: int) -> bool:
    """Return whether a sentence is about the first or last day of this text: This Act comes, Sections 3 and 4 come."""
    before = LEAD.sub("", sentence[:at])
    return _OWN_ANYWHERE.search(before) is not None or subject_and_exceptions(before) is not None


def _is_ordinary(text: str, start: int, end: int) -> bool:
    """Return whether a sentence is about a licence or something similar, and not about the text."""
    return _OTHER_THINGS.search(text, start, end) is not None and not OWN.search(text[start:end])


def _is_said_ago(text: str, start: int, match: re.Match[str]) -> bool:
    """Return whether the words only refer to the commencement: before the commencement of this Act."""
    return match[0] == "commencement" and _SAID_AGO.search(text[start : match.start()]) is not None
