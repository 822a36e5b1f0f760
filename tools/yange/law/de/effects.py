"""What a German text says of its first and last day, and what it repeals.

The formulas are those of the Handbuch der Rechtsförmlichkeit (Germany, part C, on commencement and expiry), of Art. 82
Abs. 2 GG, of the Legistische Richtlinien (Austria, no. 39 ff.) and of the Swiss Gesetzestechnische Richtlinien. A first
day in another form (the first day of the month after publication) is left unread and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.dates import previous_day
from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.de.days import DAY, DAYS
from yange.law.de.instruments import INSTRUMENTS
from yange.law.de.sentences import COUNT, NTH, OWN, PART, UNSURE, read_count, sentences, subject
from yange.law.de.shifting import SHIFT_WORDS
from yange.law.shifting import shifts
from yange.model import Basis, EventKind

__all__ = ["EFFECTS", "GermanEffects"]

_ARTICLE = re.compile(r"\s*(?:§|Art\.?|Artikel) ?[0-9]+[a-z]?\b")
_LAST_HEADING = re.compile(r"\s*(?:#+ *)?.{0,30}(?:Schlu(?:ss|ß)|Übergangs)(?:bestimmungen|vorschriften)")
_MOMENT = re.compile(r"\b(?:wenn|sobald|nach|mit der|an dem)\b")
_ELSEWHERE = re.compile("folgende|Anlage|Anhang")

_VERB = re.compile(r"\b(?:tritt|treten)\b")
_IN_FORCE = re.compile(r"\s*(?P<how>in|außer|ausser) Kraft\b")
_ISSUE = (
    r"(?P<what>Verkündung|Kundmachung|Veröffentlichung|Bekanntmachung|Publikation|Unterzeichnung|Ausfertigung)"
    r"(?: (?:im|in der|in(?! Kraft)) [A-ZÄÖÜ][^,;]{2,60}?(?= (?:in|außer) Kraft))?"
)
_ITS = r"(?:der|ihrer|seiner|dessen|deren)(?: öffentlichen)?"
_WHEN = re.compile(
    rf"\s*(?:rückwirkend )?(?:(?:am|ab dem|ab|zum|mit Wirkung (?:vom|ab|zum)|mit) (?P<day>{DAY})"
    rf"|(?P<same>(?:mit|am Tage?) {_ITS} {_ISSUE})"
    rf"|(?P<next>am (?:Tage? (?:nach|auf)"
    rf"|auf den Tag) {_ITS} {_ISSUE.replace('?P<what>', '?P<what2>')}(?: folgenden Tage?)?"
    rf"|mit (?:dem )?Ablauf des Tages {_ITS} {_ISSUE.replace('?P<what>', '?P<what3>')})"
    rf"|am (?P<nth>{NTH}) Tage? nach (?:dem Tage? |Ablauf des Tages )?{_ITS} {_ISSUE.replace('?P<what>', '?P<what4>')}"
    rf"|(?P<n>{COUNT}) (?P<unit>Tage?n?|Wochen?|Monate?n?"
    rf"|Jahre?n?) nach {_ITS} {_ISSUE.replace('?P<what>', '?P<what5>')})\s*"
)
_ENDS = re.compile(
    rf"\s*(?:am (?P<day>{DAY})|(?P<over>mit (?:dem )?Ablauf des) (?P<last>{DAY})"
    rf"|(?P<n>{COUNT}) (?P<unit>Jahre?|Monate?) nach (?:ihrem|seinem|dem|dessen) (?:Inkrafttreten|Inkrafttretens))\s*"
)
_UNTIL = re.compile(
    rf"\b(?:gilt|gelten|bleibt|ist) (?:längstens )?(?:befristet )?bis zum (?P<day>{DAY})(?: in Kraft"
    rf"| befristet)?(?=[.;,]|$)"
)
_SECOND = re.compile(rf"\s+und(?: tritt)?(?: mit)?{_ENDS.pattern}(?:wieder )?(?:außer|ausser) Kraft\b")
_OWN_BEGINS = re.compile(rf"{OWN.pattern}|^\s*(?:Es|Sie|Er) tritt\b")
_UNITS = {"T": (1, 0), "W": (7, 0), "M": (0, 1), "J": (0, 12)}

_TITLE = (
    r"(?:das|die|der|den|Das|Die|Der) (?P<title>(?:[A-ZÄÖÜ][\w-]*[Gg]esetz(?:buch)?|Gesetz(?= (?:über|zur|zum)\b)"
    r"|[A-ZÄÖÜ][\w-]*[Oo]rdnung"
    r"|Satzung|[A-ZÄÖÜ][\w-]*[Ss]atzung"
    r"|[A-ZÄÖÜ][\w-]*[Rr]ichtlinie|Bekanntmachung|Anordnung|Erlass|Beschluss)"
    rf"(?:(?: vom {DAY})? (?:über|zur|zum|zu|betreffend)\b[^();]{{2,160}}?)?)"
    rf"(?: (?:in der Fassung der Bekanntmachung )?vom {DAY})?(?: \((?P<number>[^()]{{3,120}})\))?"
    r"(?:, (?:das|die|der) zuletzt [^;]{5,200}? (?:worden ist|wurde),)?"
)
_REPEALED = re.compile(
    rf"^(?P<lead>.*?)(?P<whole>{_TITLE}) (?:wird|werden|ist|sind)(?: hiermit)?(?: mit Wirkung (?:vom"
    rf"|zum) (?P<day>{DAY}))?"
    r" (?:aufgehoben|außer Kraft gesetzt)\b",
    re.S,
)
_LAPSES = re.compile(
    rf"^(?P<lead>.*?)\b(?:Gleichzeitig|Zugleich|Zum selben Zeitpunkt|Mit (?:dem )?Inkrafttreten dieses Gesetzes"
    rf"|Am selben Tag)? ?(?:tritt|treten)\s(?P<whole>{_TITLE})(?: am (?P<day>{DAY}))?"
    r" (?:außer|ausser) Kraft\b",
    re.S,
)
_NAMED_LAPSES = re.compile(
    rf"^(?P<lead>.*?)(?P<whole>{_TITLE}) (?:tritt|treten)(?: (?:am|mit Ablauf des) (?P<day>{DAY}))? (?:außer|ausser)"
    r" Kraft\b",
    re.S,
)
"""Das Fährgesetz vom 3. März 1995 (BGBl. I S. 1234) tritt außer Kraft: day or gazette show that it is another text."""
_DATED = re.compile(rf" vom {DAY}|\((?:BGBl|GVBl|RGBl|GBl|LGBl|StGBl|ABl|AS|SR)\b")
_THIS = re.compile(r"(?i:dies(?:es|e|er)|das vorliegende|die vorliegende)\b")
_PARTIAL = re.compile(
    rf"^(?P<lead>.*?)(?P<parts>{PART.pattern}) (?:des|der) (?P<title>(?:[A-ZÄÖÜ][\w-]*(?:[Gg]esetz(?:buch)?(?=e?s\b)"
    r"|[Oo]rdnung\b|[Ss]atzung\b|[Rr]ichtlinie\b)))(?:e?s\b)?"
    rf"(?: vom {DAY})?(?: \((?P<number>[^()]{{3,120}})\))? (?:wird|werden|ist|sind)(?: hiermit)?"
    rf"(?: mit Wirkung (?:vom|zum) (?P<day>{DAY}))? (?:aufgehoben|außer Kraft gesetzt)\b",
    re.S,
)
_ORDINARY_LEAD = re.compile(
    r"\s*(?:(?:§|Art\.?|Artikel) ?[0-9]+[a-z]?\.?\s*)?(?:[A-ZÄÖÜ][\w, ]{0,60}\n)?(?:\([0-9]+\)\s*"
    r"|[0-9]+\.\s*)?(?:Gleichzeitig|Zugleich|Am selben Tag)?\s*"
)
_LEFT = re.compile(
    r"(?P<effective>\b(?:tritt|treten|trat|traten|trete)\b.{0,200}?\bin Kraft\b|\bInkrafttreten (?:bestimmt"
    r"|regelt)\b"
    r"|\b[Dd]e[rn] (?:Tag|Zeitpunkt), (?:an|zu|ab|von) dem .{0,160}?\bin Kraft (?:tritt|treten)\b(?=.{0,120}"
    r"\b(?:bekannt|bestimm|festge))"
    r"|\b(?:Tag|Zeitpunkt|Datum) des Inkrafttretens\b.{0,120}?\b(?:bestimmt|festgesetzt|festgelegt|bekannt)"
    r"|\bbestimm(?:t|en) (?:den (?:Tag|Zeitpunkt)|das Datum) des Inkrafttretens"
    r"|\b(?:ist|sind) (?:erstmals )?(?:ab|seit) [0-9]|\bin Kraft (?:zu )?setz|bestimmt das Inkrafttreten"
    r"|\bin Kraft getreten\b|\b(?:soll|sollen|sollte|sollten|kann|können|könnte|wird|werden|würde|würden|muss|müssen"
    r"|dürfte|dürften)\b.{0,200}?\bin Kraft (?:treten|gesetzt)\b|\bin Kraft zu treten\b)"
    r"|(?P<expires>\b(?:außer|ausser) Kraft\b|\bgilt (?:längstens )?bis\b|\bGeltungsdauer\b|\bbefristet bis\b)"
    r"|(?P<repeals>\b(?:aufgehoben|aufzuheben)\b)"
    r"|(?P<suspends>\b(?:wird|werden|ist|sind)\b.{0,80}\bausgesetzt\b)"
    r"|(?P<revives>\bwieder in Kraft\b)"
    r"|(?P<extends>\bGeltungsdauer\b.{0,80}\bverlängert\b)"
)
_OTHER_THINGS = re.compile(
    r"\b(?:Genehmigung|Erlaubnis|Bewilligung|Zulassung|Lizenz|Bescheid|Verwaltungsakt|Entscheidung"
    r"|Anordnung der Behörde|Urteil"
    r"|Kündigung|Beschluss|Bestellung|Verfügung|Bebauungsplan)\w*\b"
)


def _basis(what: str) -> Basis:
    return Basis.SIGNED if what in {"Unterzeichnung", "Ausfertigung"} else Basis.PUBLISHED


@dataclass(frozen=True)
class GermanEffects:
    """Statements of effect in German; see :class:`yange.law.aspects.effects.EffectForms`."""

    article: re.Pattern[str] = _ARTICLE
    unit: re.Pattern[str] = _ARTICLE
    last_heading: re.Pattern[str] = _LAST_HEADING
    names_a_moment: re.Pattern[str] = _MOMENT
    listed_elsewhere: re.Pattern[str] = _ELSEWHERE

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield what a text says of its own first day; conditions and exceptions are left unread."""
        for start, end in sentences(text):
            for verb in _VERB.finditer(text, start, end):
                found = _begins(text, start, verb, end)
                if found is not None:
                    yield found

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield what a text says of its own last day."""
        for start, end in sentences(text):
            yield from _ends(text, start, end)

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield the instruments that a text repeals, suspends or extends; other acts are left to :meth:`left`."""
        yield from shifts(text, kind, SHIFT_WORDS)
        for start, end in sentences(text) if kind is EventKind.REPEAL else ():
            found = _repeals(text, start, end)
            if found is not None:
                yield found

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words of effect that nobody has read."""
        for start, end in sentences(paragraph):
            seen: set[str] = set()
            for match in _LEFT.finditer(paragraph, start, end):
                field = match.lastgroup or ""
                inside = any(left <= match.start() < right or left < match.end() <= right for left, right in read.spans)
                if not inside and field not in seen and not _is_ordinary(paragraph[start:end]):
                    seen.add(field)
                    own = OWN.search(paragraph[start:end]) is not None
                    yield LeftWords(end - len(paragraph[start:end].lstrip()), end, field, own=own)


def _is_ordinary(sentence: str) -> bool:
    """Tell whether a sentence is about a licence or the like, and not about the text."""
    return _OTHER_THINGS.search(sentence) is not None and OWN.search(sentence) is None


def _begins(text: str, start: int, verb: re.Match[str], end: int) -> Commencement | None:
    """Read *Dieses Gesetz tritt am … in Kraft*, and *Im Übrigen tritt dieses Gesetz am … in Kraft*."""
    before, at = text[start : verb.start()], verb.end()
    parts = subject(before)
    if parts is None and before.strip(" \n()0123456789§") in {"Im Übrigen", "Im übrigen"}:
        named = re.compile(r"\s*(?P<whole>dies(?:es|e|er) [A-ZÄÖÜ][\w-]+)").match(text, at, end)
        parts, at = ((), named.end()) if named else (None, at)
    when = _WHEN.match(text, at, end)
    closed = _IN_FORCE.match(text, when.end(), end) if when else None
    if parts is None or when is None or closed is None or closed["how"] != "in":
        return None
    rest = text[closed.end() : end]
    if UNSURE.search(rest) or rest.strip(" .;\n").startswith(","):
        return None
    span = (start + len(before) - len(before.lstrip()), closed.end())
    phrase = text[span[0] : span[1]]
    if when["day"]:
        day = DAYS.read(when["day"])
        return Commencement(*span, phrase, Basis.STATED, day, clauses=parts) if day else None
    what = next(filter(None, (when[name] for name in ("what", "what2", "what3", "what4", "what5"))))
    days, months = _delay(when)
    return Commencement(*span, phrase, _basis(what), None, days, parts, months)


def _delay(when: re.Match[str]) -> tuple[int, int]:
    """Return the days and the months of a delay."""
    if when["same"]:
        return 0, 0
    if when["next"]:
        return 1, 0
    if when["nth"]:
        return read_count(when["nth"]) or 0, 0
    days, months = _UNITS[when["unit"][0]]
    count = read_count(when["n"]) or 0
    return count * days, count * months


def _ends(text: str, start: int, end: int) -> Iterator[Expiry]:
    for verb in _VERB.finditer(text, start, end):
        before = text[start : verb.start()]
        own = subject(before) == ()
        over = _ENDS.match(text, verb.end(), end)
        closed = _IN_FORCE.match(text, over.end(), end) if over else None
        if own and over and closed and closed["how"] != "in" and not UNSURE.search(text[closed.end() : end]):
            yield from _expiry(over, (verb.start(), closed.end()), text)
        begun = _WHEN.match(text, verb.end(), end)
        opened = _IN_FORCE.match(text, begun.end(), end) if begun else None
        second = _SECOND.match(text, opened.end(), end) if opened else None
        if own and second:
            yield from _expiry(second, second.span(), text)
    for until in _UNTIL.finditer(text, start, end):
        before = text[start : until.start()]
        day = DAYS.read(until["day"])
        joined = re.search(r"in Kraft und\s*$", before) is not None and _OWN_BEGINS.search(before) is not None
        if day is not None and (joined or subject(before) == ()):
            yield Expiry(*until.span(), until[0], None, day)


def _expiry(over: re.Match[str], span: tuple[int, int], text: str) -> Iterator[Expiry]:
    """Yield a last day: *mit Ablauf des 31. Dezember* is that day, *am 1. Januar* leaves open which day is the last."""
    phrase = text[span[0] : span[1]]
    printed = over["last"] or over["day"]
    if printed:
        day = DAYS.read(printed)
        if day is not None:
            yield Expiry(*span, phrase, None, day if over["last"] else previous_day(day), exact=bool(over["last"]))
        return
    count = read_count(over["n"]) or 0
    if over["unit"].startswith("J"):
        yield Expiry(*span, phrase, count, None)
    elif count % 12:
        yield Expiry(*span, phrase, None, None, count)
    else:
        yield Expiry(*span, phrase, count // 12, None)


def _repeals(text: str, start: int, end: int) -> EffectStatement | None:
    sentence = text[start:end]
    part = _PARTIAL.match(sentence)
    if part is not None and _ORDINARY_LEAD.fullmatch(part["lead"]) and not UNSURE.search(part[0]):
        return _partial(text, start, part)
    match = _REPEALED.match(sentence) or _LAPSES.match(sentence)
    if match is None and (named := _NAMED_LAPSES.match(sentence)) and _DATED.search(named["whole"]):
        match = named
    if match is None or not _ORDINARY_LEAD.fullmatch(match["lead"]):
        return None
    title = match["title"].strip()
    if UNSURE.search(match[0]) or _THIS.match(match["whole"].strip()):
        return None
    number = INSTRUMENTS.find_number(match["number"]) if match["number"] else None
    day = DAYS.read(match["day"]) if match["day"] else None
    begin = start + match.start("whole")
    return EffectStatement(
        begin, start + match.end(), text[begin : start + match.end()], EventKind.REPEAL, title, number, (), day
    )


def _partial(text: str, start: int, match: re.Match[str]) -> EffectStatement:
    begin, end = start + match.start("parts"), start + match.end()
    number = INSTRUMENTS.find_number(match["number"]) if match["number"] else None
    day = DAYS.read(match["day"]) if match["day"] else None
    return EffectStatement(
        begin, end, text[begin:end], EventKind.REPEAL, match["title"], number, (match["parts"],), day
    )


EFFECTS = GermanEffects()
