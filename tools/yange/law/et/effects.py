"""What an Estonian text says of its own first and last day, and what it repeals.

An Act enters into force on the tenth day after its publication in Riigi Teataja if it provides nothing else (*üldises
korras*, Constitution, § 108); the formulas are those of the Hea õigusloome ja normitehnika eeskiri. Effect in the past
(*tagasiulatuvalt*) is left unread and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.et.days import DAY, DAYS, MONTH
from yange.law.et.instruments import INSTRUMENTS, NUMBER
from yange.law.et.numbers import SUPERSCRIPT
from yange.law.et.numerals import CARDINAL, ORDINAL, cardinal, ordinal
from yange.law.spoken import spoken
from yange.model import Basis, EventKind

__all__ = ["EFFECTS", "EstonianEffects"]

_KINDS = "seadus|seadustik|määrus|otsus|korraldus|eeskiri|põhimäärus|kord|käskkiri"
_OWN = rf"(?:[Kk]äesolev (?:{_KINDS})|(?:Seadus|Seadustik|Määrus|Otsus|Korraldus|Käskkiri|Eeskiri|Põhimäärus))(?!\w)"
_N = rf"[0-9]{{1,4}}{SUPERSCRIPT}?"
_LISTED = rf"{_N}(?:(?:, | ja | ning | kuni |[–-]){_N})*"
_INSIDE = rf"(?: lõi(?:ge|ked|ke) {_LISTED})?(?: punkt(?:id|i|ide)? {_LISTED})?"
_PLACE = (
    rf"(?:§{{1,2}}(?:-d)? ?{_LISTED}{_INSIDE}|paragrahv(?:id|i)? {_LISTED}{_INSIDE}"
    rf"|[0-9]{{1,3}}{SUPERSCRIPT}?\. (?:peatükk|jagu|jaotis))"
)
_PARTS = (
    r"(?:(?:[Kk]äesoleva (?:seaduse|määruse|seadustiku)|Seaduse|Määruse|Seadustiku) )?"
    rf"(?P<parts>{_PLACE}(?:(?:, | ja | ning | samuti ){_PLACE})*)"
)
_GENERAL = 10
_START = re.compile(
    rf"(?:(?P<own>{_OWN})|{_PARTS}) jõustu(?:b|vad) (?:(?P<day>{DAY})"
    r"|(?P<general>üldises korras)"
    rf"|(?P<nth>järgmisel|(?i:{ORDINAL})l|[0-9]{{1,2}}\.) päeval pärast (?:selle )?(?:Riigi Teatajas )?avaldamist"
    rf"(?: Riigi Teatajas)?"
    r"|(?P<next>Riigi Teatajas avaldamisele järgneval päeval|Riigi Teatajas avaldamise päevale järgneval päeval"
    rf"|avaldamisele järgneval päeval)|(?P<n>{CARDINAL}|[0-9]{{1,3}}) (?P<unit>päeva|nädala|kuud?|aasta(?:t)?)"
    r" (?:möödumisel (?:selle )?(?:Riigi Teatajas )?avaldamisest|pärast (?:selle )?(?:Riigi Teatajas )?avaldamist)"
    r"(?: Riigi Teatajas)?)"
)
_END = re.compile(rf"(?P<own>{_OWN}) (?:jõustub (?:{DAY}|[^.;]{{4,60}}?) ja )?kehtib kuni (?P<day>{DAY})")
_REPEALED = re.compile(
    r"(?P<items>[A-ZÕÄÖÜ][\wõäöüšž]*[^.;„“\n]{0,120}?(?P<kind>seadus|seadustik))(?: \((?P<gazette>[^()]{3,200})\))? "
    rf"tunnistatakse kehtetuks(?: (?:alates )?(?P<day>{DAY}))?\s*[.;]?\s*$"
)
_REGULATION = re.compile(
    r"(?P<lead>[A-ZÕÄÖÜ][^.;„\n]{0,120}?(?:[0-9]{1,2}\. ?[a-zõäöü]+ [0-9]{4}\. ?(?:a|aasta) )?)?(?:määrus"
    r"|korraldus|käskkiri|otsus) "
    r"(?P<number>nr [0-9]{1,4}) [„\"](?P<title>[^„“”\"\n]{3,200})[“”\"](?: \([^()]{3,200}\))? tunnistatakse kehtetuks"
    rf"(?: (?:alates )?(?P<day>{DAY}))?\s*[.;]?\s*$"
)
_DECLARED = re.compile(
    r"Tunnista(?:takse|da) kehtetuks (?P<lead>[^.;„\n]{0,160}?(?:[0-9]{1,2}\. ?[a-zõäöü]+ [0-9]{4}\. ?(?:a|aasta) )?)"
    r"(?:määrus|korraldus|käskkiri|otsus) (?P<number>nr [0-9]{1,4}) [„\"](?P<title>[^„“”\"\n]{3,200})[“”\"]"
    r"(?: \([^()]{3,200}\))?"
    r"\s*[.;]?\s*$"
)
_PARTIAL = re.compile(
    rf"(?!(?i:käesoleva) )(?P<title>[A-ZÕÄÖÜ][\wõäöüšž]*(?:seadus(?=e )|seadustik(?=u )))[eu] "
    rf"(?P<extent>{_PLACE}(?:(?:, | ja | ning | samuti ){_PLACE})*) tunnistatakse kehtetuks"
    rf"(?: (?:alates )?(?P<day>{DAY}))?\s*[.;]?\s*$"
)
_UNSURE = re.compile(
    r"\b(?:välja arvatud|erandiga|tagasiulatuvalt|juhul|kui|tingimusel|üheaegselt|samaaegselt|koos|pärast (?!selle"
    r"|Riigi|avald))\b"
)
_SENTENCE = re.compile(
    rf"(?:\b[0-9]{{4}}\.(?= ?a)|\b[0-9]{{1,3}}{SUPERSCRIPT}?\.(?= ?(?:{MONTH}|peatük|jagu|jao|[0-9]))|\b(?:a|nr|lg"
    rf"|p|jm)\.(?= )"
    r"|\.(?=[0-9a-zõäöü)])|[^.;\n])+[.;]?"
)
_LEAD = re.compile(
    rf"\s*(?:#+ *)?(?:§ ?[0-9]{{1,4}}{SUPERSCRIPT}?\."
    rf"(?: [^\n]{{0,120}}\n\s*)?\s*)?(?:\([0-9]{{1,3}}{SUPERSCRIPT}?\)\s*)?"
    rf"(?:[0-9]{{1,3}}{SUPERSCRIPT}?\)\s*)?"
)
_MAY_SPEAK = re.compile("jõustu|kehti|kehtetuks|peatatakse|pikendatakse|rakendatakse")
_LEFT = (
    (
        "effective",
        re.compile(
            rf"(?:{_OWN}|{_PLACE})[^.;\n]{{0,200}}?\bjõustu(?:b|vad|s)\b|{_OWN}[^.;\n]{{0,80}}? jõustu(?:da|ma)\b"
            r"|\bjõustumise (?:aja|päeva|kuupäeva|tähtaja) (?:määrab|kehtestab|otsustab|sätestab)\b"
            r"|\brakendatakse (?:tagasiulatuvalt|alates)\b"
            rf"|{_OWN}[^.;\n]{{0,80}}?kohaldatakse (?:tagasiulatuvalt|alates)"
        ),
    ),
    ("expires", re.compile(rf"{_OWN}[^.;\n]{{0,100}}?(?:kehtib kuni|kaotab kehtivuse|kehtivus lõpeb|kehtivad kuni)")),
    (
        "repeals",
        re.compile(
            r"(?:seadus|seadustik|määrus|korraldus|käskkiri|otsus|paragrahv|lõige|punkt)(?!\w)[^.;\n]{0,250}?"
            r"(?<!millega )\btunnistatakse kehtetuks\b|^\s*Tunnista(?:takse|da) kehtetuks\b"
            rf"|(?:seaduse|seadustiku|määruse) {_PLACE}[^.;\n]{{0,120}}?\btunnistatakse kehtetuks\b"
        ),
    ),
    (
        "suspends",
        re.compile(r"\b[Pp]eatatakse\b[^.;\n]{0,80}(?:kehtivus|kohaldami)|(?:kehtivus|kohaldamine) peatatakse"),
    ),
    (
        "extends",
        re.compile(
            r"\b[Pp]ikendatakse [^.;\n]{0,80}?(?:seaduse|määruse|seadustiku)[^.;\n]{0,40}kehtivus"
            r"|(?:seaduse|määruse|seadustiku) kehtivus(?:t|aega)? pikendatakse"
        ),
    ),
)
_OF_A_LICENCE = re.compile(
    r"\b(?:luba|loa|lubade|tegevusloa|tunnistus|sertifikaa|otsus|leping|tehing|litsents|haldusakt|akti"
    r"|registreering|pass|viisa"
    r"|kohtuotsus|testament|volitus|üld(?:ise|ist) korr)[a-zõäöü]*\b",
    re.I,
)
_IS_OWN = re.compile(_OWN)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for start, end in spoken(text, _MAY_SPEAK, _SENTENCE, "\n"):
        lead = _LEAD.match(text, start, end)
        yield (lead.end() if lead else start), end


def _nth(word: str) -> int:
    if word == "järgmisel":
        return 1
    bare = word.rstrip(".")
    return int(bare) if bare.isdigit() else ordinal(word.removesuffix("l")) or 0


def _count(word: str) -> int:
    return int(word) if word.isdigit() else cardinal(word) or 0


@dataclass(frozen=True)
class EstonianEffects:
    """Statements of effect in Estonian; see :class:`yange.law.aspects.effects.EffectForms`."""

    article: re.Pattern[str] = re.compile(r"\s*§ ?[0-9]")
    unit: re.Pattern[str] = re.compile(r"\s*(?:§ ?[0-9]|\([0-9])")
    last_heading: re.Pattern[str] = re.compile(r"\s*(?:#+ *)?.{0,30}?(?i:rakendussätted|lõppsätted|jõustumine)")
    names_a_moment: re.Pattern[str] = re.compile(r"\b(?:üheaegselt|samaaegselt|koos|kui)\b")
    listed_elsewhere: re.Pattern[str] = re.compile("järgmised|lisa|loetelu")

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield what a text says of its own first day; conditions and exceptions are left unread."""
        for start, end in _sentences(text):
            match = _START.match(text, start, end)
            if match is None or _UNSURE.search(text, start, end):
                continue
            rest = text[match.end() : end].strip(" .;\n")
            if rest and not re.fullmatch(rf"ja kehtib kuni {DAY}", rest):
                continue
            parts = tuple(one[0] for one in re.finditer(_PLACE, match["parts"])) if match["parts"] else ()
            if match["day"]:
                day = DAYS.read(match["day"])
                if day is not None:
                    yield Commencement(*match.span(), match[0], Basis.STATED, day, clauses=parts)
                continue
            if match["n"]:
                count, unit = _count(match["n"]), match["unit"]
                months = count * {"k": 1, "a": 12}.get(unit[0], 0)
                days = count * {"p": 1, "n": 7}.get(unit[0], 0)
                if count:
                    yield Commencement(*match.span(), match[0], Basis.PUBLISHED, None, days, parts, months)
                continue
            delay = _GENERAL if match["general"] else 1 if match["next"] else _nth(match["nth"])
            if delay:
                yield Commencement(*match.span(), match[0], Basis.PUBLISHED, None, delay, parts)

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield what a text says of its own last day."""
        for start, end in _sentences(text):
            match = _END.match(text, start, end)
            if match is None or _UNSURE.search(text, start, end) or text[match.end() : end].strip(" .;\n"):
                continue
            day = DAYS.read(match["day"])
            if day is not None:
                at = match.start() + match[0].rindex("kehtib")
                yield Expiry(at, match.end(), text[at : match.end()], None, day)

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield the instruments that a text repeals; other acts are left to :meth:`left`."""
        for start, end in _sentences(text) if kind is EventKind.REPEAL else ():
            if _UNSURE.search(text, start, end):
                continue
            match = next(
                filter(None, (form.match(text, start, end) for form in (_REGULATION, _DECLARED, _PARTIAL, _REPEALED))),
                None,
            )
            if match is None:
                continue
            groups = match.groupdict()
            title = groups.get("title") or groups.get("items")
            number = groups.get("number") or INSTRUMENTS.find_number(groups.get("gazette") or "")
            day = DAYS.read(groups["day"]) if groups.get("day") else None
            extent = (groups["extent"],) if groups.get("extent") else ()
            yield EffectStatement(*match.span(), match[0], kind, title, number, extent, day)

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words of effect that nobody has read."""
        for start, end in _sentences(paragraph):
            own = _IS_OWN.search(paragraph, start, end) is not None
            for field, pattern in _LEFT:
                match = pattern.search(paragraph, start, end)
                if match is None or any(left < match.end() and match.start() < right for left, right in read.spans):
                    continue
                if not own and field != "effective" and _OF_A_LICENCE.search(paragraph, start, end):
                    continue
                if field == "repeals" and "millega" in paragraph[start : match.end()]:
                    continue  # the title of an instrument of the European Union says what it repealed
                named = re.search(NUMBER, paragraph[start:end]) is not None
                yield LeftWords(
                    start, end, field, own and field in ("effective", "expires"), named and field == "repeals"
                )


EFFECTS = EstonianEffects()
