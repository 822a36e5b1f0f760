"""Find English sentences on commencement, expiry or effects with words that were not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yange.law.aspects.effects import LeftWords, ReadStatements
from yange.law.en.beginnings import is_limited
from yange.law.en.sentences import LEAD, NAMED, OWN, sentences, subject_and_exceptions

__all__ = ["left_words"]

_BE = r"(?:is|are|be|being|been|stands?|deemed)(?: (?!not\b)\w+){0,2}"
_LEFT = re.compile(
    r"\b(?:(?P<effective>(?:comes?|coming|came|enters?|entered|entering|takes?|took|be|is|are|brought|brings?|put)"
    r"(?: (?!not\b)\w+){0,5}? ?(?:into|in) (?:force|effect|operation)"
    r"|(?:takes?|took) effect|(?:has|have) effect(?= from| on| as| after| until)"
    r"|appl(?:ies|y)(?= from [0-9A-Z]| as from| as of| on and after)|(?:starts?|begins?) to (?:apply|have effect)"
    r"|commence(?:s|d|ment)?|Commencement(?= ?:| date)|[Ee]ffective (?:date|day)|(?:is|are|be|becomes?) effective"
    r"|go(?:es)? live)"
    r"|(?P<expires>ceas(?:es?|ing) to (?:have effect|be in force|apply|operate)|expir(?:es?|y)|lapses?|sunsets?"
    r"|terminates?|(?:remain|continue)s? (?:in force|valid)|valid (?:for|until)|appl(?:ies|y) until)"
    rf"|(?P<repeals>{_BE} (?:repealed|revoked|rescinded|abrogated|annulled)|repeals|revokes|rescinds)"
    rf"|(?P<suspends>{_BE} suspended|suspends)"
    rf"|(?P<revives>{_BE} (?:revived|reinstated)|revives|reinstates)"
    rf"|(?P<extends>{_BE} (?:(?:extended|prolonged) (?:for|to|until|by)|continued in (?:force|operation))))\b"
)
_ON_NAMED = re.compile(
    r"\b(?:"
    rf"(?P<repeals>{_BE} (?:superseded|replaced|withdrawn|cancelled)|repeal(?:ing)?|revok(?:e|ing)|rescind"
    r"|(?:supersedes?|replaces?)(?= the [A-Z])|no longer (?:in force|valid|appl\w+|ha(?:s|ve) effect))"
    r"|(?P<suspends>suspend|suspension of)|(?P<revives>revive|reinstate|back into (?:force|effect)|lifted)"
    rf"|(?P<extends>{_BE} (?:extended|prolonged|renewed)|prolongs?|renews?|extension of))\b"
)
"""Words that are about an effect only if an instrument is named."""
_ON_ITSELF = re.compile(
    r"\b(?P<expires>terminated|ends? (?:on|with|at|when|in|after)|(?:term|duration|life) of (?=this|these)"
    r"|stands? repealed|no longer (?:in force|valid))\b",
    re.IGNORECASE,
)
"""Words that are about a last day only if the text itself is the subject."""
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
_IN_HEADING = re.compile(
    r"^\W*(?:[0-9]+[A-Z]*\.? )?(?:[A-Z][A-Za-z]*,? |and |, |of |etc\.?,? "
    r"|[a-z]+,? ){0,8}?[Cc]ommencement(?:,? (?:and|extent|application"
    r"|interpretation|revocation|transitional|duration|expiry|repeals?|short|title)\b[a-z ,]{0,60})?(?:\.?[—–-]|\.? ?$)"
)
"""A heading of a section: Citation and commencement; 1. Short title, extent and commencement.—."""
_SAID_AGO = re.compile(r"\b(?:before|after|until|since|prior to|preceding|following|at|on|upon) (?:the |its )?$")


_POWER = re.compile(r"\b(?:may|power to|powers to|shall not|must not|cannot) (?:\w+ ){0,3}$")


def left_words(text: str, read: ReadStatements) -> Iterator[LeftWords]:
    """Yield the sentences with such a word that was not read, and the field of the word."""
    for start, end in sentences(text):
        begin = end - len(text[start:end].lstrip())
        found: dict[str, LeftWords] = {}
        for field, at in _fields(text, start, end, read.spans):
            own = field in _OWN_DAYS and _is_own(text[start:end], at - start)
            named = field not in _OWN_DAYS and NAMED.search(text, start, end) is not None
            found.setdefault(field, LeftWords(begin, end, field, own, named))
        if _goes_on(text, start, end, read):
            found.setdefault("effective", LeftWords(begin, end, "effective"))
        yield from found.values()


def _fields(text: str, start: int, end: int, used: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Yield the field and the place of each word that was not read."""
    words = text[start:end]
    own = OWN.search(words) is not None or _OWN_ANYWHERE.search(words) is not None
    named = NAMED.search(words) is not None
    if _OTHER_THINGS.search(words) and not own and not named:
        return
    for pattern, holds in ((_LEFT, True), (_ON_NAMED, named), (_ON_ITSELF, own)):
        for match in pattern.finditer(text, start, end) if holds else ():
            inside = any(left <= match.start() < right or match.start() < left < match.end() for left, right in used)
            before = text[start : match.start()]
            heading = match[0].lower() == "commencement" and _IN_HEADING.match(words.strip())
            if not (
                inside or heading or _is_said_ago(before, match[0]) or (pattern is _ON_NAMED and _POWER.search(before))
            ):
                yield match.lastgroup or "", match.start()


def _goes_on(text: str, start: int, end: int, read: ReadStatements) -> bool:
    """Return whether words beside a first day that was read may change it: …, and on 1 June elsewhere.

    A clause that is excepted and begins on no day that was read is such a case.
    """
    inside = sorted((one for one in read.starts if start <= one.start < end), key=lambda one: one.end)
    if any(not set(one.excepted) <= _numbered(read.started) and one.excepted for one in inside):
        return True
    ends = [one for one in read.ends if start <= one.start < end]
    acts = [one for one in read.acts if start <= one.start < end]
    return bool(inside) and not ends and not acts and is_limited(text[inside[-1].end : end])


def _is_own(sentence: str, at: int) -> bool:
    """Return whether a sentence is about the first or last day of this text: This Act comes, Sections 3 and 4 come."""
    before = LEAD.sub("", sentence[:at])
    return _OWN_ANYWHERE.search(before) is not None or subject_and_exceptions(before) is not None


def _is_said_ago(before: str, word: str) -> bool:
    """Return whether the words only refer to the commencement: before the commencement of this Act."""
    return word == "commencement" and _SAID_AGO.search(before) is not None


def _numbered(labels: frozenset[str]) -> frozenset[str]:
    """Return labels with the plain number of each clause, as sections 4 and 5 are excepted and begin in one word."""
    return (
        labels
        | {label[:1].upper() + label[1:] for label in labels}
        | {label[:1].lower() + label[1:] for label in labels}
    )
