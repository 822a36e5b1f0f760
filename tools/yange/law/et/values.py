"""Values, modality, words and boilerplate of Estonian legal texts. All patterns read match keys.

A blank parts thousands and a comma begins the fraction. Fines are set in fine units (*trahviühik*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.boilerplate import Boilerplate, StandingClause
from yange.law.aspects.style import Style
from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, beside, matches
from yange.law.aspects.words import LanguageWords
from yange.law.et.days import MONTH
from yange.law.et.instruments import NUMBER
from yange.law.et.numbers import SUPERSCRIPT
from yange.law.et.numerals import CARDINAL, cardinal

__all__ = ["BOILERPLATE", "STYLE", "VALUES", "WORDS"]

_FIGURE = r"\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?"
_COUNTED = rf"(?<![\w.,])(?:(?:{_FIGURE})|(?i:{CARDINAL})(?:ks)?)"
_SCALE = r"(?: (?:tuha[tn](?:det?|det)?|miljonit?|miljardit?|miljoni|miljardi))?"
_MONEY = r"(?:euro(?:t|ni|st|le|s)?|krooni?|senti?|trahviühiku?t?|päevamäära|EUR|USD)(?!\w)"
_PERIOD = (
    r"(?:(?:töö|kalendri)?päeva(?:ks|ni|st)?|päev|nädala(?:t|ks)?|kuu(?:d|ks|ni|s)?|aasta(?:t|ks|ni|s)?|tunni?"
    r"|tundi|minuti?t?"
    r"|ööpäeva)(?!\w)"
)
_ADJECTIVE = (
    rf"(?<![\w.,])(?:\d{{1,3}}-|(?i:{CARDINAL}))(?:aasta|kuu|päeva)(?:se|st|ne|sed|ste|sele|line|lise|list)(?!\w)"
)
"""A period in one word: viieaastane, 10-päevane, kolmekuuline."""
_TERM = (
    rf"(?<![\w.,])(?:\d{{1,3}}-|(?i:{CARDINAL}))(?:kuu|päeva)[a-zõäöü]{{1,7}}(?!\w)"
    rf"|{_ADJECTIVE}(?= (?:tähta|perioo|ajavahemik|kestus|üleminek))"
)
_IMPRISONMENT = beside(
    rf"(?:(?<![\w.,])(?i:{CARDINAL})- ?kuni )?{_ADJECTIVE}|{_COUNTED} ?{_PERIOD}",
    words="vangistus|arest",
    before=r"(?:vangistus|arest)[a-zõäöü]*(?: kuni)? ",
    after=rf"(?: kuni {_ADJECTIVE})?(?: pikkus[a-z]*)? (?:vangistus|arest)",
)
_UNIT = (
    r"(?:isiku?t?|liiget?|liikme|korda|meetrit?|kilomeetrit|hektarit?|tonni|liitrit?|kilogrammi|eksemplari|kohta"
    r"|häält)(?!\w)"
)
_N = rf"\d{{1,4}}{SUPERSCRIPT}?"
_LOIGE = r"lõi(?:ge|ke|get|kes|kest|kele|kega|ked|gete|getes|getest|getele|getega)"
_PUNKT = r"punkt(?:i|is|ist|id|ide|ides|idest|idele|idega|ile|iga)?"
_INSIDE = rf"(?: ?(?:{_LOIGE}|lg) ?{_N})?(?: ?(?:{_PUNKT}|p) ?{_N})?"
_CITED = rf"§{{1,2}}(?:-[a-zõäöü]{{1,5}} ?)?{_N}{_INSIDE}|\b[Pp]aragrahv[a-zõäöü]{{0,6}} {_N}{_INSIDE}"
_WITHIN = (
    rf"\b(?:{_LOIGE}|lg) {_N}(?: ?(?:{_PUNKT}|p) ?{_N})?|\b{_PUNKT} {_N}"
    rf"|(?<![\w.,]){_N}\. ?(?:peatük(?:k|i|is|ist)|ja(?:gu|o|os|ost)|jaotis(?:e|es|est)?)(?!\w)|\b[Ll]isa(?:s|st"
    rf"|le)? {_N}(?!\w)"
)
_LIST = re.compile(rf"(?:{_CITED}|\b(?:{_LOIGE}|{_PUNKT}) {_N})")
_LISTED = re.compile(
    rf"(?:, ?| (?:ja|ning|või|kuni) |[-–])({_N})(?![\d%]|\. ?[a-zõäöü]| ?(?:päev|tööpäev|kuu|aasta|euro"
    rf"|protsen|tund))"
)
_WORD = re.compile(rf"(?i:{CARDINAL})(?![a-zõäöü])")
_GROUPED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_FRACTION = re.compile(r"(?<=\d),(?=\d)")


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the words before it."""
    end = 0
    for head in _LIST.finditer(key):
        at, first = head.end(), True
        if head.start() < end:
            continue
        while (match := _LISTED.match(key, at)) is not None:
            if first:
                yield head.span()
                first = False
            yield match.span(1)
            at = end = match.end(1)


def _plain(key: str) -> str:
    """Return a piece of a key with the number it begins with in figures: kolme kuu is 3 kuu."""
    word = _WORD.match(key)
    value = cardinal(word[0]) if word else None
    if word is not None and value is not None:
        return f"{value}{key[word.end() :]}"
    return _FRACTION.sub(".", _GROUPED.sub("", key))


_FORMS = (
    (AtomKind.NUMBER, NUMBER),
    (
        AtomKind.DATE,
        (
            rf"(?:(?<!\d)\d{{4}}\. ?aasta )?(?<!\d)\d{{1,2}}\. ?{MONTH}(?: \d{{4}})?"
            r"|(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
        ),
    ),
    (AtomKind.AMOUNT, rf"{_COUNTED}{_SCALE} ?(?:{_MONEY}|€)"),
    (AtomKind.IMPRISONMENT, ""),
    (AtomKind.DEADLINE, rf"{_COUNTED} ?{_PERIOD}|{_TERM}"),
    (
        AtomKind.RATIO,
        (
            rf"{_COUNTED} (?:kolmandik|neljandik|viiendik|kümnendik)[a-zõäöü]{{0,4}}"
            r"|\b(?:poole?l?|pooled)(?= (?:liikme|häälte|koosseisu))"
            r"|\b(?:liht)?häälteenamus[a-z]{0,4}|(?<![\d/.])\d/\d(?![\d/])"
        ),
    ),
    (AtomKind.PERCENTAGE, rf"{_COUNTED} ?(?:%|‰|protsen(?:t|ti|di)(?!\w)|protsendipunkt[a-z]{{0,3}}|promilli?(?!\w))"),
    (
        AtomKind.COUNT,
        rf"{_COUNTED} {_UNIT}|(?<![\w.,])(?:\d{{1,3}}-|(?i:{CARDINAL}))aasta(?:[sn]|li)[a-zõäöü]{{0,6}}(?!\w)",
    ),
    (AtomKind.CITED, _CITED),
    (AtomKind.CITED, _WITHIN),
    (
        AtomKind.BODY,
        (
            r"\b[A-ZÕÄÖÜ][a-zõäöü-]{2,30}(?:ministeerium|amet|inspektsioon|kohus|kohtu)(?:[a-zõäöü]{1,4})?(?!\w)"
            r"|\b[A-ZÕÄÖÜa-zõäöü][a-zõäöü-]{2,24}minister(?:[a-zõäöü]{1,3})?(?!\w)"
            r"|\bAndmekaitse Inspektsioon(?:[a-z]{1,3})?"
            r"|\b(?:Vabariigi Valitsus|[Vv]allavalitsus|[Ll]innavalitsus|[Vv]allavolikogu|[Ll]innavolikogu|Riigikogu"
            r"|Eesti Pank|[Pp]rokuratuur|[Kk]ohus(?!t)|Riigikontroll|[Õõ]iguskantsler)(?:[a-zõäöü]{1,4})?(?!\w)"
        ),
    ),
)

VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, matches(form) if form else _IMPRISONMENT) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-z§€%]"),
    plain=_plain,
    joints=(" kuni ",),
    cites=("§", "aragrahv", "lõi", "punkt", "lg", "peatük", "jagu", "jao", "isa"),
)
"""How Estonian writes values."""

STYLE = Style(
    exchanged=(("ning", "ja"), ("samuti", "ja")),
    joining=frozenset({"ja", "ning"}),
    modality=(
        (
            "duty",
            re.compile(
                r"\b(?:ei pea|peab|peavad|ei või|võib|võivad|ei tohi|tohib|tohivad|tuleb|on kohustatud|on keelatud"
                r"|on õigus"
                r"|on lubatud|ei ole lubatud|ei ole õigust)(?!\w)"
            ),
        ),
        ("bound", re.compile(r"\b(?:vähemalt|kõige rohkem|mitte (?:rohkem|vähem) kui|hiljemalt|kuni|üle|alla)(?!\w)")),
    ),
    alone=frozenset({"peab", "peavad", "võib", "võivad", "ei tohi", "ei või"}),
    same={"peavad": "peab", "võivad": "võib", "tohivad": "tohib", "ei või": "ei tohi", "on kohustatud": "peab"},
)
"""The style and modality words of Estonian."""

_FUNCTION = (
    "ja|ning|või|ega|et|kui|mis|kes|see|selle|seda|sellest|ta|tema|on|ei|ole|ka|kuni|alates|pärast|enne|käesoleva"
    "|käesolev|korral|kohta|järgi|alusel|vastavalt|nimetatud|sätestatud|mille|mida|kelle|nende|need|oma|iga|sama"
)
WORDS = LanguageWords(
    no_terms=(rf"(?i:{_FUNCTION})(?![\w-])$", r"(?:§|[Pp]aragrahv|lõi[kg]|punkt)"),
    definitions=(re.compile(r"edaspidi (?:ka )?([a-zõäöüšž][\wõäöüšž -]{2,60}?)[),;.]"),),
)
"""The words of Estonian."""

BOILERPLATE = Boilerplate(
    standing=(
        (StandingClause.COMMENCEMENT, re.compile(r"(?:Käesolev )?(?:seadus|määrus) jõustub", re.I)),
        (
            StandingClause.PURPOSE,
            re.compile(
                r"(?:Käesolev )?(?:seadus|määrus) (?:sätestab|reguleerib)|seaduse (?:eesmärk|ülesanne) on", re.I
            ),
        ),
    ),
    phrases=(
        r"kehtestab (?:määrusega )?(?:valdkonna eest vastutav minister|Vabariigi Valitsus)(?: määrusega)?",
        r"karistatakse rahatrahviga kuni \d+ trahviühikut",
        r"kui seadus ei sätesta teisiti",
        r"kui (?:käesolevas )?seaduses ei ole sätestatud teisiti",
    ),
)
"""The boilerplate of Estonian."""
