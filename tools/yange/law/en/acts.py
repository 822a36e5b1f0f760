"""Read the effects of an English text on other instruments: The Harbour Dues Act 1990 is repealed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from yange.law.aspects.effects import EffectStatement
from yange.law.en.days import DAY, DAYS
from yange.law.en.sentences import KIND, LEAD, PART, UNSURE, ends_with, has_letters, sentences
from yange.model import EventKind

__all__ = ["acts"]

_VERBS = {
    EventKind.REPEAL: r"(?:repealed|revoked|rescinded|abrogated|annulled)",
    EventKind.SUSPENSION: r"suspended",
    EventKind.REVIVAL: r"(?:revived|reinstated)",
    EventKind.EXTENSION: r"(?:extended|continued(?: in force| in operation)?)",
}
_TITLE = r"[A-Z](?:[^.;\n]|\.(?=[0-9A-Za-z,)—])|(?<=\b[A-Zcsrp])\.|(?<=\bCap)\.|(?<=\b[Nn]o)\.|(?<=\bStat)\.){2,240}?"
_FROM = (
    r"(?:on(?: and (?:from|after))?|(?:as )?from|as of"
    r"|with effect (?:on(?: and (?:from|after))?|from(?: and including)?))"
)
_ACT = (
    r"(?:(?:[Ww]ith effect (?:from|on)|[Aa]s (?:from|of)|[Ff]rom|[Oo]n) (?P<since>{day}),? (?:the )?)?"
    r"(?P<title>{title})(?:,)? (?:is|are|shall be|shall stand|stands?)(?: hereby| accordingly)? {verb}\b"
    rf"(?:,? {_FROM} (?P<day>{{day}})\b)?(?:,? (?:until|till|to|up to)(?: the end of)? (?P<until>{{day}})\b)?"
)
_IN = re.compile(
    r"(?:^|(?<=[ (]))In (?:the )?(?P<title>[A-Z][^.;\n]{2,200}?)(?: \([^()]*\))?, (?P<parts>[^;]{3,120}?) (?:is"
    r"|are)(?: hereby)?"
    r" (?:repealed|revoked)\b"
)
_OPERATION = re.compile(r"^(?:The )?(?:operation|application|effect|provisions) of (?:the )?(?=[A-Z])")
_NUMBER = re.compile(r"(?:,)? \((?P<number>[^()]*\d[^()]*(?:\([^()]*\)[^()]*)?)\)$")
_AMENDED = re.compile(r",? \(?as (?:last |previously )?amended\b.*$|,? published in\b.*$")
_IS_TITLE = re.compile(rf"\b{KIND}\b|[0-9]{{4}}$")
_LIST = re.compile(rf"(?:, and |, | and )(?:the )?(?=[A-Z][^,]*?\b{KIND}\b)")
_IDENTIFIED = re.compile(
    rf"(?:[A-Z][\w’'-]* ){{0,4}}{KIND} (?:\([A-Z, ]{{2,20}}\) )?(?:No\.? ?)?[0-9]{{1,4}}/[0-9]+(?:/[A-Z]+)*\b"
)
"""An instrument with its number, whose name may go on in small letters: Regulation (EC) No 44/2001 of … on …."""
_WORDS = re.compile(
    r"(?:(?:[A-Z][\w’'.&/—-]*|\([^()]{1,80}\)|[0-9][\w./()-]*|of|the|and|for|in|on|to|with|by|a|an|from|at|de|or)"
    r"(?:,? |,?$)){1,40}"
)
"""The words of a title: capitals, numbers and the small words between them."""
_ALONE = re.compile(rf"{KIND}(?: of)?")
_UNNAMED = re.compile(
    r"(?:All|Any|Every|Each|Those|These|This|That|Such|No|None|Nothing|Neither|Hardly|Both|Where|It|They|So much|Other"
    r"|Anything|Former|In|On|Upon|At|After|Before|With|Without|Parts?|Schedules?|Annex(?:es)?|Following|As|From|If|When"
    r"|Under|By|For|Subject|Notwithstanding|Except|Save|Provided|Half|Most|Much|Some|Words|Only)\b"
    r"|(?:Previous|Earlier|Acts?|Regulations|Orders?|Rules|Enactments?|Provisions|Instruments?|Following|Statutory"
    r" [Ii]nstruments?|Laws?) (?!\(EU|\(E[CE]|No\b)|(?:.{0,80} )?(?:specified|mentioned|listed|set out"
    r"|referred to|described) (?:in|below|above)\b"
)


@cache
def _form(kind: EventKind) -> re.Pattern[str]:
    return re.compile(_ACT.format(title=_TITLE, verb=_VERBS[kind], day=DAY))


def acts(text: str, kind: EventKind) -> Iterator[EffectStatement]:
    """Yield the effects of an English text on others: The X Act 1990 is repealed, or section 3 of it."""
    verb = _VERBS.get(kind)
    if verb is None or not has_letters(text) or not re.search(verb, text):
        return
    for start, end in sentences(text):
        if kind is EventKind.REPEAL and (within := _IN.search(text, start, end)) is not None:
            yield from _repealed_within(text, start, end, within)
            continue
        lead = LEAD.match(text, start, end)
        match = _form(kind).search(text, lead.end() if lead else start, end)
        if match is None or _is_unsure(text, start, end, match) or text[start : match.start()].strip(_BEFORE_A_TITLE):
            continue
        since = match["day"] or match["since"]
        day = DAYS.read(since) if since else None
        until = DAYS.read(match["until"]) if match["until"] else None
        if (kind is EventKind.EXTENSION and until is None) or _may_change(text[match.end() : end]):
            continue
        every = [_named(words) for words in _LIST.split(match["title"])]
        for title, number, extent in filter(None, every if all(every) else ()):
            yield EffectStatement(*match.span(), match[0], kind, title, number, extent, day, until)


def _is_unsure(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Return whether a condition is beside what was read; the day until which it counts is none."""
    return any(UNSURE.search(words) for words in (text[start : match.end("title")], text[match.end() : end]))


def _repealed_within(text: str, start: int, end: int, match: re.Match[str]) -> Iterator[EffectStatement]:
    """Yield what a sentence repeals of the text it begins with: In the X Act 1990, section 5 is repealed."""
    parts = tuple(found[1] for found in PART.finditer(match["parts"]))
    named = _named(match["title"])
    whole = PART.sub("", match["parts"]).strip(" ,and") == ""
    if parts and whole and named is not None and not named[2] and not UNSURE.search(text[start:end]):
        yield EffectStatement(*match.span(), match[0], EventKind.REPEAL, named[0], named[1], parts)


_REPLACED = re.compile(r"^ and (?:is |are )?replaced by (?:this|these) [A-Za-z-]+")


def _may_change(rest: str) -> bool:
    """Return whether the sentence goes on after the verb: in part, for new ferries, without prejudice to section 4."""
    return not ends_with(_REPLACED.sub("", rest))


_BEFORE_A_TITLE = " ,0123456789.()abcThe"
"""Characters of a label or of the word The, the only ones that may precede the title."""


def _named(words: str) -> tuple[str, str | None, tuple[str, ...]] | None:
    """Return title, number and clauses of one instrument in a list, or ``None`` if the words name none."""
    title = _OPERATION.sub("", _AMENDED.sub("", words.strip("“”\"' ,")))
    part = PART.match(title[:1].upper() + title[1:])
    extent: tuple[str, ...] = ()
    if part is not None:
        rest = re.match(r" (?:of|to|in) (?:the )?", title[part.end() :])
        if rest is None:
            return None
        extent, title = (part[1],), title[part.end() + rest.end() :]
    title = re.sub("^(?:The|the) ", "", title)
    number = _NUMBER.search(title)
    name = title[: number.start()] if number else title
    if not re.match("[A-Z]", name) or _UNNAMED.match(name) or not _IS_TITLE.search(name):
        return None
    if not _IDENTIFIED.match(name) and (not _WORDS.fullmatch(name) or _ALONE.fullmatch(name)):
        return None
    return name, number["number"] if number else None, extent
