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
from yange.law.nl.numerals import CARDINAL, ORDINAL, cardinal, ordinal
from yange.law.spoken import spoken
from yange.model import Basis, EventKind

__all__ = ["EFFECTS", "DutchEffects"]

_ARTICLE = re.compile(r"\s*(?:Artikel|Art\.) [0-9IVX]+[a-z]?\b")
_LAST_HEADING = re.compile(r"\s*(?:#+ *)?.{0,30}[Ss]lotbepalingen")
_MOMENT = re.compile(r"\b(?:tijdstip|zodra|wanneer|nadat)\b")
_ELSEWHERE = re.compile("volgende|[Bb]ijlage")
_MAY_SPEAK = re.compile(r"werking|vervalt|vervallen|ingetrokken|opgeheven|geschorst|opgeschort|toepassing|geldt|terug")
_SENTENCE = re.compile(r"(?:\b(?:art|nr|Stb|Stcrt|Trb)\.|\.(?=[0-9a-z:])|\n(?!\n)|[^.;\n]){1,2000}[.;]?")
_LEAD = r"(?:^|(?<=[.;]))\s*(?:Artikel [0-9]+[a-z]?\.?(?: [A-Z][^\n]{0,60})?\s*\n\s*)?(?:[0-9]+\.?\s+)?"
_OWN = r"(?:Deze (?:wet|regeling|verordening|beleidsregel|richtlijn)|Dit (?:besluit|decreet|verdrag)|Zij|Het|Hij)"
_PART = (
    r"(?:[Dd]e )?(?P<part>[Aa]rtikel(?:en)? [0-9IVX]+[a-z]?(?:(?:, | en "
    r"| tot en met )[0-9IVX]+[a-z]?)*(?:, (?:onderdeel [A-Z]+|[a-z]+ lid))?)"
)
COUNT = rf"(?:[0-9]{{1,3}}|{CARDINAL})"
_ISSUE = r"(?:de |zijn |haar |het )?(?P<what>uitgifte|bekendmaking|publicatie|plaatsing)(?: ervan)?"
_IN = r"in (?:het|de) (?:Belgisch Staatsblad|Staatsblad|Staatscourant)"
_START = re.compile(
    rf"{_LEAD}(?:{_OWN}|{_PART}) (?:(?:treedt|treden) in werking|(?:heeft|hebben) uitwerking"
    rf"|(?:is|zijn) van toepassing)(?: met ingang van| op| met| vanaf)? (?:(?P<day>{DAY})"
    rf"|(?P<next>de (?:dag|eerste dag) na (?:die van |de dag van |de datum van )?{_ISSUE}"
    rf"(?: van (?:het|de) [A-Z][^.;]{{0,100}}?geplaatst)?)"
    rf"|(?P<same>de dag (?:waarop (?:het|hij|zij|ze|deze \w+|dit \w+) (?:{_IN} )?(?:wordt|is) bekendgemaakt"
    rf"|van {_ISSUE.replace('?P<what>', '?:')}))"
    rf"|(?P<n>{COUNT}) (?P<unit>dagen|weken|maanden?) na (?:de dag van )?{_ISSUE.replace('?P<what>', '?:')}"
    rf"|de (?P<nth>{ORDINAL}) dag na (?:die van |de (?:dag|datum) van )?{_ISSUE.replace('?P<what>', '?:')}"
    rf"(?: van (?:het|de) [A-Z][^.;]{{0,100}}?geplaatst)?)"
    rf"(?: {_IN})?(?P<rest>[^;]*)$",
    re.S,
)
_END = re.compile(
    rf"{_LEAD}{_OWN}(?: treedt in werking [^;]*? en)? vervalt (?:met ingang van"
    rf"|op) (?P<day>{DAY})\.?\s*$",
    re.S,
)
_BELGIAN = (
    r"(?:(?:koninklijk|ministerieel) besluit|wet|decreet|ordonnantie|besluit van de Vlaamse [Rr]egering|verordening)"
)
_REPEAL = re.compile(
    rf"{_LEAD}(?:{_PART.replace('?P<part>', '?P<extent>')} van )?(?:[Dd]e|[Hh]et) (?P<title>[A-Z][\w' -]{{2,120}}?"
    rf"|{_BELGIAN} van {DAY} (?:betreffende|tot|houdende|inzake|over|op|ter|waarbij) [^.;]{{3,200}}?) (?:wordt"
    rf"|worden) (?:ingetrokken|opgeheven)(?: met ingang van (?P<day>{DAY}))?\.?\s*$",
    re.S,
)
_PART_LAPSES = re.compile(
    rf"{_LEAD}{_PART.replace('?P<part>', '?P<extent>')} van (?:de|het) (?P<title>[A-Z][\w' -]{{2,120}}?)"
    rf" (?:vervalt|vervallen)(?: met ingang van (?P<day>{DAY}))?\.?\s*$",
    re.S,
)
_UNSURE = re.compile(
    r"\b(?:niet|indien|tenzij|uitzondering|behoudens|verschillend|kan|tijdstip|terug|onder|mits"
    r"|voor zover)\b"
)
_LEFT = re.compile(
    r"(?P<effective>\b(?:treedt|treden|trad|traden|getreden)\b.{0,120}?\bin werking\b"
    r"|\bin werking (?:(?:kan|kunnen|zal|zullen|moet|moeten|mag|mogen|zou|zouden) )*(?:te )?(?:treedt|treden)\b"
    r"|\b(?:heeft|hebben) uitwerking\b|\b(?:is|zijn) van toepassing (?:met ingang van|vanaf) [0-9]"
    r"|\bwerkt terug\b|\binwerkingtreding\b)"
    r"|(?P<expires>\bvervalt\b|\bvervallen met ingang\b)"
    r"|(?P<repeals>\b(?:wordt|worden) (?:ingetrokken|opgeheven)\b)"
    r"|(?P<suspends>\b[Dd]e (?:werking|toepassing) van [^.;]{3,120}? (?:wordt|worden) (?:geschorst|opgeschort)\b)"
)
_OTHER_THINGS = re.compile(
    r"\b(?:vergunning|ontheffing|erkenning|toestemming|beschikking|aanwijzing|recht"
    r"|aanspraak)\w*\b"
)
_IS_OWN = re.compile(rf"\b{_OWN}\b")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    yield from spoken(text, _MAY_SPEAK, _SENTENCE)


def _delay(match: re.Match[str]) -> tuple[int, int]:
    """Return the days and the months from publication."""
    if match["next"] or match["same"]:
        return (1 if match["next"] else 0), 0
    if match["nth"]:
        return ordinal(match["nth"]) or 0, 0
    count = int(match["n"]) if match["n"].isdigit() else cardinal(match["n"]) or 0
    return {"d": (count, 0), "w": (7 * count, 0), "m": (0, count)}[match["unit"][0]]


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
            if not match["day"]:
                days, months = _delay(match)
                yield Commencement(first, last, phrase, Basis.PUBLISHED, None, days, parts, months)
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
            match = _REPEAL.match(text[start:end]) or _PART_LAPSES.match(text[start:end])
            if match is not None and not _UNSURE.search(match[0]):
                day = DAYS.read(match["day"]) if match["day"] else None
                extent = (match["extent"],) if match["extent"] else ()
                first, last = start + match.start("extent" if extent else "title"), start + match.end()
                yield EffectStatement(first, last, text[first:last], kind, match["title"], None, extent, day)

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
