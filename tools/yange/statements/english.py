"""What an English text says of its own beginning and end, and what it repeals, suspends or revives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yange.model import EventKind
from yange.statements.days import ENGLISH_DAY, read_day

_MAY_SPEAK = re.compile(
    r"\b(?:force|effect|effective|operation|commence\w*|expir|valid|repeal|revok|rescind|abrogat|annul|suspend|reviv|reinstat|extend|lapse|appl)"
)
_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=[0-9a-z])|(?<=\b[Nn]o)\.|(?<=\b[Ss])\.){1,2000}[.;]?")
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_COUNT = rf"(?P<n>[0-9]{{1,3}}|{'|'.join(_NUMBERS)}|an?)"
_BEGINS = (
    r"(?:(?:shall |will |is to |are to )?(?:come|comes|enter|enters|be brought|is brought|be|take|takes"
    r"|took|entered|came)"
    r"(?: in)?(?:to)? (?:force|effect|operation)|(?:shall |will )?(?:commences?|(?:is|are|be"
    r"|becomes?) effective|(?:has|shall have) effect|(?:shall )?(?:applies|apply)(?= from| as from"
    r"| as of)))"
)
_ON = r"(?: with effect)?(?: on| from| as from| as of| upon| with effect from)?(?: and from)?"
_START = re.compile(rf"\b{_BEGINS}{_ON} (?P<day>{ENGLISH_DAY})\b")
_AFTER_ISSUE = re.compile(
    rf"\b{_BEGINS}{_ON}(?P<when> (?:the )?(?:day|date) (?:on which it is|of its|of)|(?: the)?(?: expiry of)? ?{_COUNT} "
    r"(?P<unit>days?|months?|weeks?|years?)(?: (?:after|from|following))?(?: the (?:day"
    r"|date))?(?: on which it is| of(?: its)?| its)?"
    r"|(?: on)? the day (?P<next>after|following)(?: (?:the (?:day|date) (?:of|on which it is)"
    r"|that of))?(?: its| it is)?|)"
    r"(?: its| the)? (?P<what>publication|published|promulgation|promulgated|signature|signed|signing|issue|issued)\b"
)
_PART = re.compile(
    r"\b((?:[Ss]ections?|[Aa]rticles?|[Pp]arts?|[Cc]hapters?|[Ss]chedules?|[Rr]egulations?|[Pp]aragraphs?|[Rr]ules?|[Ss]ubsections?"
    r"|[Cc]lauses?|[Aa]nnex(?:es)?) [0-9IVX]+[A-Z]*(?:\([0-9a-z]+\))*(?:(?:, | and | to | or "
    r"|-)[0-9]+[A-Z]*(?:\([0-9a-z]+\))*)*)"
)
_OWN = re.compile(
    r"\b(?:This|These|The present) (?:[A-Z][A-Za-z-]+ ?){1,4}"
    r"|\b(?:[Tt]his|[Tt]hese|[Tt]he(?: present)?) (?:act|law|code|rules?|regulations?|order|ordinance|decree|directive"
    r"|decision|measures?|provisions|by-?laws?|scheme|instrument|notice)\b(?! (?:of|under|made|in)\b)"
    r"|^(?:\W*[0-9.()a-z]{0,6}\W*)?(?:It|They)?(?: shall)? ?$"
)
_LEAD = re.compile(r"^\s*(?:[0-9]+[A-Z]*\.|\([0-9a-z]+\)|(?:Section|Article) [0-9]+[A-Z]*\.)(?:\s*\([0-9a-z]+\))*\s+")
_UNSURE = re.compile(
    r"\b(?:not|never|no longer|if|unless|until|except|excluding|other than|save|subject to|provided|when"
    r"|where|only|insofar"
    r"|so far as|to the extent|(?-i:may)|whether|had|were|was|would)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"\b(?:remains? (?:in force|valid)|valid|expires?|(?:is |be )?in force|ceases? to (?:have effect"
    rf"|be in force|apply)|lapses?)"
    rf"(?: at the end of)?(?P<how> until| on| up to| from| after| through)? (?P<day>{ENGLISH_DAY})\b"
)
_FOR = re.compile(
    rf"\b(?:valid|in force|effective|(?:continue|remain)s? in force|expires?) (?P<how>for|after)(?: (?:a"
    rf"|the) (?:period|term) of)? "
    rf"{_COUNT} (?P<unit>years?|months?)\b"
)
_VERBS = {
    EventKind.REPEAL: r"(?:repealed|revoked|rescinded|abrogated|annulled)",
    EventKind.SUSPENSION: r"suspended",
    EventKind.REVIVAL: r"(?:revived|reinstated)",
}
_TITLE = r"[A-Z][^.;\n]{2,160}?"
_REPEAL = (
    r"(?P<title>{title})(?:,)? (?:is|are|shall be)(?: hereby)? {verb}\b"
    r"(?: (?:on|from|as from|as of|with effect from) (?P<day>{day})\b)?"
)
_VERB_FIRST = re.compile(r"\b(?:hereby )?(?P<verb>repeals|revokes|rescinds|suspends)\b")
_NUMBER = re.compile(r" \((?P<number>[^()]*\d[^()]*)\)$")
_LIST = re.compile(
    r"(?:, and |, | and )(?:the )?(?=[A-Z][^,]*?\b(?:Act|Regulations?|Order|Ordinance|Rules?|Law|Code"
    r"|Decree|Directive|Decision|By-?laws?)\b)"
)


_UNNAMED = re.compile(
    r"(?:All|Any|Every|Each|Those|These|This|Such|No|Both|Where|It|They|So much|Anything|Other|Former"
    r"|Previous|Earlier)\b"
)


@dataclass(frozen=True, slots=True)
class Begins:
    """A first day: stated, or so many days and months after what ``what`` names (published, signed)."""

    start: int
    end: int
    day: date | None
    what: str
    days: int = 0
    months: int = 0
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ends:
    """A last day, or a term in months from the first day on."""

    start: int
    end: int
    day: date | None
    months: int | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Acts:
    """An instrument that something happens to."""

    title: str
    number: str | None
    extent: tuple[str, ...]
    day: date | None


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    if _MAY_SPEAK.search(text):
        for match in _SENTENCE.finditer(text):
            if _MAY_SPEAK.search(match[0]):
                yield match.span()


def _subject(words: str) -> tuple[str, ...] | None:
    """Return the parts that words in front of a statement name, () for the whole text, ``None`` for something else."""
    rest = _LEAD.sub("", words)
    if _UNSURE.search(rest):
        return None
    parts = tuple(match[1] for match in _PART.finditer(rest))
    if parts:
        return parts
    return () if _OWN.search((rest.strip() and rest) or "") else None


def begins(text: str) -> Iterator[Begins]:
    """Yield what an English text says of its own first day; conditions and exceptions are left unread."""
    for start, end in _sentences(text):
        for match in _START.finditer(text, start, end):
            parts, day = _subject(text[start : match.start()]), read_day(match["day"])
            if parts is not None and day is not None and _is_closed(text[match.end() : end]):
                yield Begins(*match.span(), day, "", parts=parts)
        for match in _AFTER_ISSUE.finditer(text, start, end):
            parts = _subject(text[start : match.start()])
            if parts is not None and _is_closed(text[match.end() : end]):
                days, months = _delay(match)
                yield Begins(*match.span(), None, match["what"], days, months, parts)


def _is_closed(rest: str) -> bool:
    return not _UNSURE.search(rest)


def _delay(match: re.Match[str]) -> tuple[int, int]:
    if match["next"]:
        return 1, 0
    if not match["unit"]:
        return 0, 0
    count, unit = _count(match["n"]), match["unit"].rstrip("s")
    return {"day": (count, 0), "week": (7 * count, 0), "month": (0, count), "year": (0, 12 * count)}[unit]


def _count(word: str) -> int:
    if word in ("a", "an"):
        return 1
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)


def ends(text: str) -> Iterator[Ends]:
    """Yield what an English text says of its own last day."""
    for start, end in _sentences(text):
        for match in _UNTIL.finditer(text, start, end):
            day = read_day(match["day"])
            before = text[start : match.start()]
            if day is None or not _is_own_end(before):
                continue
            leaves = match[0].startswith(("cease", "lapse")) or match["how"] == " from"
            yield Ends(*match.span(), date.fromordinal(day.toordinal() - 1) if leaves else day, None, exact=not leaves)
        for match in _FOR.finditer(text, start, end):
            if _is_own_end(text[start : match.start()]):
                months = _count(match["n"]) * (12 if match["unit"].startswith("year") else 1)
                yield Ends(*match.span(), None, months, exact=True)


def _is_own_end(before: str) -> bool:
    rest = _LEAD.sub("", before)
    if _UNSURE.search(rest) or _PART.search(rest):
        return False
    return bool(_OWN.search(rest)) or bool(re.search(rf"\b{_BEGINS}", rest))


def effects(text: str, kind: EventKind) -> Iterator[tuple[int, int, Acts]]:
    """Yield what an English text does to others: The X Act 1990 is repealed; section 3 of it only in part."""
    verb = _VERBS.get(kind)
    if verb is None or not re.search(verb, text):
        return
    form = re.compile(_REPEAL.format(title=_TITLE, verb=verb, day=ENGLISH_DAY))
    for start, end in _sentences(text):
        lead = _LEAD.match(text, start, end)
        match = form.search(text, lead.end() if lead else start, end)
        if (
            match is None
            or _UNSURE.search(text[start:end])
            or text[start : match.start()].strip(" ,0123456789.()abcThe")
        ):
            continue
        day = read_day(match["day"]) if match["day"] else None
        for title in _LIST.split(match["title"]):
            acts = _acts(title, day)
            if acts is not None:
                yield match.start(), match.end(), acts


def _acts(words: str, day: date | None) -> Acts | None:
    title = words.strip("“”\"' ,")
    part = _PART.match(title[:1].upper() + title[1:])
    extent: tuple[str, ...] = ()
    if part is not None:
        rest = re.match(r" (?:of|to|in) (?:the )?", title[part.end() :])
        if rest is None:
            return None
        extent, title = (part[1],), title[part.end() + rest.end() :]
    title = re.sub("^(?:The|the) ", "", title)
    number = _NUMBER.search(title)
    name = title[: number.start()] if number else title
    if not re.match("[A-Z]", name) or _UNNAMED.match(name):
        return None
    return Acts(name, number["number"] if number else None, extent, day)


_LEFT = re.compile(
    r"\b(?:(?P<effective>(?:comes?|coming|came|enters?|entered|entering|takes?|took|be|is|brought"
    r"|put) (?:in)?(?:to)? ?(?:force|effect|operation)"
    r"|(?:has|have) effect(?= from| on| as| after| until)|appl(?:ies|y)(?= from [0-9A-Z]| as from"
    r"| as of)|commence(?:s|d|ment)?|(?:is|are|be|becomes?) effective)"
    r"|(?P<expires>ceases? to (?:have effect|be in force|apply)|expir(?:es?|y)|lapses?|(?:remain"
    r"|continue)s? (?:in force|valid)|valid (?:for|until))"
    r"|(?P<repeals>(?:is|are|be|being|been)(?! not (?:hereby )?(?:repealed|revoked"
    r"|rescinded))(?: \w+){0,2} (?:repealed|revoked|rescinded|abrogated|annulled)|repeals|revokes"
    r"|rescinds)"
    r"|(?P<suspends>(?:is|are|be|being|been)(?: \w+){0,2} suspended|suspends)"
    r"|(?P<revives>(?:is|are|be|being|been)(?: \w+){0,2} (?:revived|reinstated)|revives)"
    r"|(?P<extends>(?:is|are|be|being|been)(?: \w+){0,2} extended (?:for|to|until|by)))\b"
)
_OTHER_THINGS = re.compile(
    r"\b(?:licen[cs]es?|permits?|registrations?|certificates?|approvals?|warrants?|proceedings?|sentences?|appointments?"
    r"|contracts?|give effect|giving effect|with effect that|to the effect)\b",
    re.IGNORECASE,
)
_SAID_AGO = re.compile(r"\b(?:before|after|until|since|prior to|preceding|following|at|on|upon) (?:the |its )?$")


def unread(text: str, used: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences with a word of beginning, end or effect outside the spans ``used``, and its field."""
    for start, end in _sentences(text):
        seen: set[str] = set()
        for match in _LEFT.finditer(text, start, end):
            field = match.lastgroup or ""
            inside = any(left <= match.start() < right for left, right in used)
            ordinary = _OTHER_THINGS.search(text, start, end) and not _OWN.search(text[start:end])
            if (
                inside
                or ordinary
                or field in seen
                or (match[0] == "commencement" and _SAID_AGO.search(text[start : match.start()]))
            ):
                continue
            seen.add(field)
            left = start + len(text[start:end]) - len(text[start:end].lstrip())
            yield left, end, field
