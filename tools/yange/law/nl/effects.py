"""What a Dutch text says of its first and last day, and what it repeals.

The formulas are those of the Aanwijzingen voor de regelgeving (Netherlands, 4.15 to 4.22 and 6.24 to 6.26). A day that
a royal decree sets, and effect in the past (werkt terug tot en met), are left unread and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.dates import previous_day
from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.nl.days import DAY, DAYS
from yange.model import Basis, EventKind

__all__ = ["EFFECTS", "DutchEffects"]

_ARTICLE = re.compile(r"\s*(?:Artikel|Art\.) [0-9IVX]+[a-z]?\b")
_LAST_HEADING = re.compile(r"\s*(?:#+ *)?.{0,30}[Ss]lotbepalingen")
_MOMENT = re.compile(r"\b(?:tijdstip|zodra|wanneer|nadat)\b")
_ELSEWHERE = re.compile("volgende|[Bb]ijlage")
_MAY_SPEAK = re.compile(r"werking|vervalt|vervallen|ingetrokken|geldt|terug")
_SENTENCE = re.compile(r"(?:\b(?:art|nr|Stb|Stcrt|Trb)\.|\.(?=[0-9a-z:])|\n(?!\n)|[^.;\n]){1,2000}[.;]?")
_LEAD = r"(?:^|(?<=[.;]))\s*(?:Artikel [0-9]+[a-z]?\.?(?: [A-Z][^\n]{0,60})?\s*\n\s*)?(?:[0-9]+\.?\s+)?"
_OWN = r"(?:Deze (?:wet|regeling|verordening|beleidsregel|richtlijn)|Dit (?:besluit|decreet|verdrag)|Zij|Het|Hij)"
_PART = (
    r"(?:[Dd]e )?(?P<part>[Aa]rtikel(?:en)? [0-9IVX]+[a-z]?(?:(?:, | en "
    r"| tot en met )[0-9IVX]+[a-z]?)*(?:, (?:onderdeel [A-Z]+|[a-z]+ lid))?)"
)
_START = re.compile(
    rf"{_LEAD}(?:{_OWN}|{_PART}) (?:treedt|treden) in werking (?:met ingang van|op|met) (?:(?P<day>{DAY})"
    r"|(?P<next>de (?:dag|eerste dag) na (?:de dag van |de datum van )?(?:de )?(?P<what>uitgifte|bekendmaking"
    r"|publicatie|plaatsing)"
    r"(?: van (?:het|de) [A-Z][^.;]{0,100}?geplaatst)?))(?P<rest>[^;]*)$",
    re.S,
)
_END = re.compile(
    rf"{_LEAD}{_OWN}(?: treedt in werking [^;]*? en)? vervalt (?:met ingang van"
    rf"|op) (?P<day>{DAY})\.?\s*$",
    re.S,
)
_REPEAL = re.compile(
    rf"{_LEAD}(?:De|Het) (?P<title>[A-Z][\w' -]{{2,120}}?) (?:wordt"
    rf"|worden) ingetrokken(?: met ingang van (?P<day>{DAY}))?\.?\s*$",
    re.S,
)
_UNSURE = re.compile(
    r"\b(?:niet|indien|tenzij|uitzondering|behoudens|verschillend|kan|tijdstip|terug|onder|mits"
    r"|voor zover)\b"
)
_LEFT = re.compile(
    r"(?P<effective>\b(?:treedt|treden|trad|traden|getreden)\b.{0,120}?\bin werking\b|\bin werking (?:treedt|treden)\b"
    r"|\bwerkt terug\b|\binwerkingtreding\b)"
    r"|(?P<expires>\bvervalt\b|\bvervallen met ingang\b)"
    r"|(?P<repeals>\b(?:wordt|worden) ingetrokken\b)"
)
_OTHER_THINGS = re.compile(
    r"\b(?:vergunning|ontheffing|erkenning|toestemming|beschikking|aanwijzing|recht"
    r"|aanspraak)\w*\b"
)
_IS_OWN = re.compile(rf"\b{_OWN}\b")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    if _MAY_SPEAK.search(text):
        yield from (match.span() for match in _SENTENCE.finditer(text) if _MAY_SPEAK.search(match[0]))


@dataclass(frozen=True)
class DutchEffects:
    """Statements of effect in Dutch; see :class:`yange.law.aspects.effects.EffectForms`."""

    article: re.Pattern[str] = _ARTICLE
    unit: re.Pattern[str] = _ARTICLE
    last_heading: re.Pattern[str] = _LAST_HEADING
    names_a_moment: re.Pattern[str] = _MOMENT
    listed_elsewhere: re.Pattern[str] = _ELSEWHERE

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield what a text says of its own first day; conditions and exceptions are left unread."""
        for start, end in _sentences(text):
            match = _START.match(text[start:end])
            rest = match["rest"].strip(" .\n") if match else ""
            if match is None or _UNSURE.search(match[0]) or (rest and not rest.startswith("en vervalt")):
                continue
            first = start + len(match[0]) - len(match[0].lstrip())
            last = start + match.start("rest")
            parts = (match["part"],) if match["part"] else ()
            phrase = text[first:last]
            if match["next"]:
                yield Commencement(first, last, phrase, Basis.PUBLISHED, None, 1, parts)
            elif (day := DAYS.read(match["day"])) is not None:
                yield Commencement(first, last, phrase, Basis.STATED, day, clauses=parts)

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield what a text says of its own last day: the day before the one from which it is gone."""
        for start, end in _sentences(text):
            match = _END.match(text[start:end])
            day = DAYS.read(match["day"]) if match and not _UNSURE.search(match[0]) else None
            if match is not None and day is not None:
                at = start + match[0].rindex("vervalt")
                yield Expiry(at, start + match.end("day"), text[at : start + match.end("day")], None, previous_day(day))

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield the instruments that a text repeals; other acts are left to :meth:`left`."""
        for start, end in _sentences(text) if kind is EventKind.REPEAL else ():
            match = _REPEAL.match(text[start:end])
            if match is not None and not _UNSURE.search(match[0]):
                day = DAYS.read(match["day"]) if match["day"] else None
                first, last = start + match.start("title"), start + match.end()
                yield EffectStatement(first, last, text[first:last], kind, match["title"], None, (), day)

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words of effect that nobody has read."""
        for start, end in _sentences(paragraph):
            sentence, seen = paragraph[start:end], set[str]()
            own = _IS_OWN.search(sentence) is not None
            for match in _LEFT.finditer(paragraph, start, end):
                field = match.lastgroup or ""
                inside = any(left <= match.start() < right for left, right in read.spans)
                if not inside and field not in seen and (own or not _OTHER_THINGS.search(sentence)):
                    seen.add(field)
                    yield LeftWords(end - len(sentence.lstrip()), end, field, own=own)


EFFECTS = DutchEffects()
