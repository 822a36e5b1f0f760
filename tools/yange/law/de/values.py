"""Values in German legal texts: days, amounts, periods, shares, bodies, citations. All patterns read match keys.

A point or a blank parts thousands and a comma begins the fraction (DIN 5008); Switzerland parts thousands by an
apostrophe. A term of imprisonment and an age are no deadlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, beside, matches
from yange.law.de.days import MONTHS
from yange.law.de.numerals import CARDINAL, ORDINAL
from yange.law.number_words import figures_reader

__all__ = ["VALUES"]

_MONTH = "|".join((*MONTHS, r"(?:Jan|Feb|Febr|Apr|Aug|Sept|Okt|Nov|Dez)\."))
_FIGURE = r"\d{1,3}(?:[. ']\d{3})+(?:,\d+)?(?!\d)|\d+(?:[,.]\d+)?"
_WORDS = (
    rf"(?i:(?:{CARDINAL})?(?:hundert|tausend)(?:(?:{CARDINAL})?hundert)?(?:und)?(?:{CARDINAL})?|{CARDINAL})"
    r"(?![A-Za-zäöüß])"
)
_COUNTED = rf"(?<![\w.,])(?:(?:{_FIGURE})|{_WORDS}|[Ee]in(?= ))(?:\(\d{{1,4}}\))?"
_GAP = r"(?: |(?<=\)))"
_SCALE = r"(?:tausend|Tausend|Millionen|Million|Milliarden|Milliarde|Mio\.|Mrd\.)"
_CODE = r"(?:EUR|CHF|USD|DM|ATS|GBP)"
_MONEY = r"(?:Euro|EUR|Franken|CHF|Cent|Rappen|Schilling|Deutsche Mark|DM|US-Dollar|Dollar)\b"
_SUM = rf"(?:{_FIGURE})(?:[.-]-)?(?: ?{_SCALE})?"
_AMOUNT = (
    rf"(?:(?<![A-Za-z]){_CODE} ?|(?<![A-Za-z])Fr\. ?|[€£$]){_SUM}"
    rf"|(?<![\w.,])(?:(?:{_FIGURE}) bis (?:zu )?)?(?:{_SUM}|{_WORDS}(?: {_SCALE})?) ?(?:€|£|{_MONEY})"
    rf"(?:(?: und)? {_COUNTED} (?:Cent|Rappen)\b)?"
)
_UNIT_OF_TIME = (
    r"(?:(?:vollen|ganzen|aufeinanderfolgenden) )?(?:Kalender|Werk|Arbeits|Geschäfts)?(?:[Tt]ag|[Ww]oche"
    r"|[Mm]onat|[Jj]ahr|[Ss]tunde|[Mm]inute|[Qq]uartal)"
    r"(?:e[ns]?|s|n)?\b"
)
_PERIOD = (
    rf"(?:(?:{_COUNTED} bis (?:zu )?)?{_COUNTED}{_GAP}{_UNIT_OF_TIME}"
    rf"|\b(?:[Aa]nderthalb|[Ee]ineinhalb|[Zz]weieinhalb) {_UNIT_OF_TIME}|\b(?:Monats|Jahres|Wochen)frist\b)"
)
_NTH_DAY = (
    rf"(?<![\w.,])(?:\d{{1,3}}\.|(?i:{ORDINAL})) ?(?:Kalender|Werk|Arbeits|Geschäfts)?"
    r"(?:[Tt]ag(?:e?s)?|[Ww]oche|[Mm]onat(?:e?s)?)\b"
)
"""A day counted from an event: am dritten Werktag, bis zum 15. Tag des Monats."""
_PRISON = r"(?:[Ff]reiheitsstrafen?|Gefängnis(?:strafe)?|Haft(?:strafe)?|Jugendstrafe|(?:Straf)?[Aa]rrest|Zuchthaus)"
_IMPRISONMENT = beside(
    _PERIOD,
    words=_PRISON,
    before=rf"{_PRISON}(?:(?!Geldstrafe|Geldbuße|\b(?:innerhalb|binnen|nach|vor|seit)\b)[^.;:]){{0,50}}",
    after=rf"(?: bis (?:zu )?{_COUNTED} {_UNIT_OF_TIME})? {_PRISON}",
)
_AGE = (
    rf"\d{{1,2}}\. ?Lebensjahr(?:e?s)?\b|{_COUNTED} Jahren? alt\b|(?<=im Alter von ){_COUNTED} Jahren"
    rf"|(?<=Alter von ){_COUNTED} Jahren"
)
_YOUNGER = beside(
    rf"{_COUNTED} Jahren?\b",
    words="unter|über|ab|bis",
    before=r"(?:Personen|Kinder[n]?|Jugendlichen?|Minderjährigen?|Schülern?|Menschen|Bewerbern?) (?:unter|über"
    r"|ab|bis(?: zu)?) ",
)
_PARTS = "(?:Drittel|Viertel|Fünftel|Sechstel|Siebtel|Achtel|Neuntel|Zehntel|Hundertstel|Tausendstel)"
_RATIO = (
    rf"(?<![\w-])(?i:ein(?:e[mnrs]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|[1-9]) {_PARTS}n?s?\b"
    r"|(?<!erste )(?<!ersten )(?<!zweite )(?<!zweiten )\bHälfte\b"
    r"|\b(?:[Ee]infache|[Aa]bsolute|[Qq]ualifizierte)[nr]? Mehrheit\b"
    r"|\b(?:Zweidrittel|Dreiviertel|Dreifünftel|Vierfünftel)mehrheit\b|(?<![\d/.,-])\d{1,2}/\d{1,3}(?![\d/.,])"
)
_UNIT = (
    "(?:Quadrat|Kubik|Kilo|Zenti|Milli)?[Mm]etern?|Hektar|Seemeilen|Tonnen?|Kilogramm|Gramm|Liter|Personen"
    "|Mitgliedern?"
    "|Exemplaren?|Stück|Plätzen?|Mal|mal|Sitzen?|Stimmen|Tagessätzen?|Arbeitnehmern?|Einwohnern?|Aktien|Punkten?"
)
_MULTIPLE = (
    r"\b(?:Doppelten?|Zweifachen?|Dreifachen?|Vierfachen?|Fünffachen?|Zehnfachen?|\d+-?[Ff]achen?)(?= (?:der|des"
    r"|von)\b|$|[.,;])"
)
_PLACE = r"\d+[a-z]?(?![A-Za-zäöüß])"
_INSIDE = (
    r"(?: (?:Abs\.|Absatz|Absätze) ?\d+[a-z]?)?(?: (?:Satz|Sätze) ?\d+)?(?: (?:Nr\.|Nummern?|Z|Ziff\."
    r"|Ziffer) ?\d+[a-z]?)?"
    r"(?: (?:Buchst\.|Buchstaben?|lit\.|Bst\.) ?[a-z](?![\w]))?"
)
_CITED = rf"(?:§{{1,2}}|\bArt(?:ikeln?)?\.? ?(?=\d)){_PLACE}{_INSIDE}"
_WITHIN = (
    r"\b(?:Abs\.|Absatz|Absätze|Absatzes) ?\d+[a-z]?(?: Satz \d+)?(?: (?:Nr\.|Nummer) ?\d+[a-z]?)?|\b(?:Satz"
    r"|Sätze) \d+"
    r"|\b(?:Nr\.|Nummern?) ?\d+[a-z]?(?!/\d)|\b(?:Anlage|Anhang|Abschnitt|Kapitel|Teil|Titel|Buch) \d+[a-z]?\b"
    r"|\b(?:BGBl\.|GVBl\.|RGBl\.|ABl\.|BAnz\.?|GBl\.)(?: ?(?:I|II|III|EG|EU|L|C))*(?: (?:L|C))?(?: ?Nr\.)? ?\d*"
    r"(?: vom \d{1,2}\.\d{1,2}\.\d{4},)?(?:,? ?S\. ?\d+(?:, ?(?:ber\. )?\d+)*)?"
    r"|\bSR \d+(?:\.\d+)*|\bAS \d{4} \d+(?:,(?: ?\d{4})? \d+)*"
)
"""Parts of a clause, and where a gazette prints an act: BGBl. I S. 1234, AS 2008 5421."""
_NUMBER = r"\((?:EU|EG|EWG)\) ?(?:Nr\. ?)?\d{1,4}/\d{2,4}|\b\d{2,4}/\d{1,4}/(?:EG|EU|EWG)\b"
_NAMED = r"(?: (?:für|der|des)(?: [A-ZÄÖÜ][\wäöüß-]+)(?:(?:,| und| und für) [A-ZÄÖÜ][\wäöüß-]+){0,4})?"
_BODY = (
    rf"\b(?:Bundes|Landes|Reichs)(?:[Mm]inisteri(?:um|ums)|amt(?:e?s)?|anstalt|agentur|behörde|regierung|rate?s?"
    rf"|zentralamt"
    rf"|kartellamte?s?|bank|versammlung|[a-zäöüß]{{3,24}}(?:amt|anstalt|agentur|behörde|institut|zentrale)(?:e?s)?){_NAMED}|\b(?:[Mm]inisterium|Regierungsrat|Kantonsrat|Landtag"
    rf"|Bundestag)s?\b{_NAMED}"
    r"|\b[A-ZÄÖÜ][a-zäöüß]{2,30}(?:behörden?|ministeriums?|hauptmannschaft|präsidiums?|direktion|anwaltschaft|gerichte?s?)\b"
    r"|\b(?!Ge|Be|Ehren|Neben|Haupt|Richter)[A-ZÄÖÜ][a-zäöüß]{2,24}amt(?:e?s)?\b"
    r"|\b(?:Landes|Bezirks)haupt(?:mann|mannes|frau)\b|\b(?:Ober)?[Bb]ürgermeister(?:in|s)?\b|\bGemeinderate?s?\b"
    r"|\b(?:Bundes|Landes)minister(?:s|in)?\b(?: (?:für|der|des) [A-ZÄÖÜ][\wäöüß-]+)?"
    r"|(?<=\b[Dd]ie )(?:Gemeinde|Polizei)\b(?!n)|(?<=\b[Dd]er )(?:Kanton|Richter|Bundesrat)\b"
    r"|\b(?:Stadt|Staats|Land|Verwaltungs)rate?s?\b"
    r"|\b[Zz]uständigen? (?:\w+ )?(?:Behörden?|Stellen?)\b|\b(?:Bundes|Landes)?(?:[Aa]mts|[Ll]and|[Oo]berlandes"
    r"|[Vv]erwaltungs|[Vv]erfassungs|[Ff]inanz|[Ss]ozial|[Aa]rbeits)gerichte?s?\b"
)
_LIST = re.compile(r"§§\d+[a-z]?|\bArtikeln? \d+[a-z]?|\bAbsätzen? \d+[a-z]?|\bNummern \d+[a-z]?")
_LISTED = re.compile(
    rf"(?:,| (?:und|oder|sowie|bis)(?: (?:des|der|den|nach))? ?)((?:§{{1,2}})?{_PLACE}{_INSIDE})"
    r"(?![\d%]|[.,]\d| ?(?:Tag|Woche|Monat|Jahr|Euro|EUR|Prozent))"
)


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the words before it."""
    for head in _LIST.finditer(key):
        first = re.compile(_INSIDE).match(key, head.end())
        end = first.end() if first else head.end()
        yield head.start(), end
        while (match := _LISTED.match(key, end)) is not None:
            yield match.span(1)
            end = match.end(1)


_SAME = (
    (r"(?<=\d )((?:\w+)?(?:[Tt]ag|[Mm]onat|[Jj]ahr))(?:e?n|e?s)?\b", r"\1e"),
    (r"(?<=\d )((?:\w+)?(?:[Ww]oche|[Ss]tunde|[Mm]inute))\b", r"\1n"),
    (r"^[Zz]uständigen (?=\w)", "zuständige "),
    (
        r"(?<=Behörde)n\b|(?<=Stelle)n\b|(?<=gericht)(?:e|s|es)\b|(?<=ministerium)s\b|(?<=amt)(?:e?s)\b|(?<=rat)e?s\b",
        "",
    ),
    (r"(?<=tel)n\b|(?<=Lebensjahr)e?s\b|(?<=fache)n\b|(?<=Doppelte)n\b", ""),
)
"""The cases of units and bodies: innerhalb eines Monats is binnen einem Monat."""
_FORMS = (
    (AtomKind.DATE, rf"(?<!\d)\d{{1,2}}\. ?(?:{_MONTH})(?: ?\d{{4}})?|(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.\d{{4}}(?!\d)"),
    (AtomKind.NUMBER, _NUMBER),
    (AtomKind.AMOUNT, _AMOUNT),
    (AtomKind.COUNT, _AGE),
    (AtomKind.IMPRISONMENT, ""),
    (AtomKind.DEADLINE, _PERIOD),
    (AtomKind.DEADLINE, _NTH_DAY),
    (
        AtomKind.PERCENTAGE,
        (
            rf"{_COUNTED} ?(?:%|Prozent\b|Promille\b|vom (?:Hundert|Tausend)\b|‰|v\. ?[HT]\."
            r"|(?:Prozent|Basis)punkten?\b)"
        ),
    ),
    (AtomKind.RATIO, _RATIO),
    (AtomKind.COUNT, rf"{_COUNTED}{_GAP}(?:{_UNIT})\b|{_MULTIPLE}"),
    (AtomKind.CITED, _CITED),
    (AtomKind.CITED, _WITHIN),
    (AtomKind.BODY, _BODY),
    # a number in words before any noun: it counts whatever the noun names
    (AtomKind.COUNT, rf"(?<![\w.,])(?!(?i:ein)){_WORDS}{_GAP}(?:[a-zäöüß]+e[nr]? )?[A-ZÄÖÜ][a-zäöüß-]{{2,}}\b"),
)

VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        Form(Rank.SPELLED, AtomKind.COUNT, _YOUNGER),
        *(Form(Rank.SPELLED, kind, matches(form) if form else _IMPRISONMENT) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-z§€]"),
    plain=figures_reader("de", _WORDS, one=("ein", "eine", "einem", "einen", "einer", "eines"), grouped="[. ']"),
    inflected=_SAME,
    joints=(" bis ", " bis zu ", " und höchstens "),
    cites=(
        "§",
        "Art",
        "Abs",
        "Satz",
        "Nr.",
        "Nummer",
        "Anlage",
        "Anhang",
        "Abschnitt",
        "Kapitel",
        "Teil",
        "Titel",
        "Buch",
    ),
)
"""How German writes values."""
