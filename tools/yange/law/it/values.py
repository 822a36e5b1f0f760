"""Values in Italian legal texts: dates, amounts, periods, counts, citations, offices. All patterns read match keys.

Thousands are parted by points and decimals by a comma (circular on drafting of 20 April 2001, no. 8); Switzerland parts
thousands by an apostrophe. A term of imprisonment and an age are no deadlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, beside, matches
from yange.law.it.citations import ARTICLE_NUMBER
from yange.law.it.days import MONTHS
from yange.law.number_words import figures_reader

__all__ = ["VALUES"]

_FIGURE = r"(?:\d{1,3}(?:[.' ’]\d{3}){1,9}(?:,\d+)?(?!\d)|\d+(?:,\d+)?(?!\d))"
_SMALL = "uno?|una|due|tr[eé]|quattro|cinque|sei|sette|otto|nove"
_TEENS = (
    "dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove"
    "|vent[io]?|trent[ao]?|quarant[ao]?|cinquant[ao]?|sessant[ao]?|settant[ao]?|ottant[ao]?|novant[ao]?"
)
_ONE_WORD = (
    rf"(?:(?:due|tre|quattro|cinque|sei|sette|otto|nove)?cento|mille|(?:{_SMALL}|{_TEENS}|cento){{1,4}}mila"
    rf"|{_TEENS}|{_SMALL}){{1,6}}"
)
_WORDS = rf"(?i:{_ONE_WORD}(?: (?:milion[ei]|miliard[oi]))?)(?![\w'])"
_COUNTED = rf"(?<![\w.,'])(?:{_FIGURE}|{_WORDS})(?: ?\([^()]{{1,40}}\))?"
_GAP = r"(?: |(?<=\)))"
_RANGE = rf"(?:{_COUNTED}{_GAP}?(?:a|e|o|ad) )?"
_SUM = rf"{_FIGURE}(?: (?:mila|milion[ei]|miliard[oi]))?(?: di)?"
_NAME = r"(?:euro|lire|franchi(?: svizzeri)?|dollari|centesimi)\b"
_CODE = r"(?:EUR|CHF|USD|Fr\.|fr\.|L\.)"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_MONEY = (
    rf"(?:€|(?<!\w)(?:{_CODE}|(?i:euro|lire))) ?{_FIGURE}(?: a (?:{_CODE} ?|€ ?|(?i:euro|lire) ?)?{_FIGURE})?"
    rf"(?! ?(?:{_NAME}|€))(?: (?:mila|milion[ei]|miliard[oi]))?"
    rf"|(?<![\w.,'])(?:{_FIGURE} ?(?:a|e|o) )?{_SUM} ?(?:€|{_CODE}|{_NAME})"
)
_PERIOD = (
    rf"{_RANGE}{_COUNTED}{_GAP}(?:or[ae]|giorn[oi](?: (?:lavorativi|liberi|feriali|consecutivi|naturali))?"
    r"|settiman[ae]|mes[ei]|ann[oi]|trimestr[ei]|minut[oi])\b"
    rf"|\b(?:giorni|mesi|anni|ore) (?:{_WORDS}|\d{{1,3}}(?![\d.,/]))"
    r"|\b(?:primo|secondo|terzo|quarto|quinto|sesto|settimo|ottavo|nono|decimo|quindicesimo|ventesimo|trentesimo"
    r"|sessantesimo) giorno\b"
)
"""A period, its unit before or after the number (giorni trenta), or a day counted from an event."""
_LONG = rf"{_COUNTED}{_GAP}(?:mes[ei]|ann[oi]|giorn[oi]) (?:a|ad) {_PERIOD}|{_PERIOD}"
_PRISON = r"(?:reclusione|arresto|detenzione|prigionia|ergastolo|pena detentiva|carcere)"
_IMPRISONMENT = beside(
    _LONG,
    before=rf"{_PRISON}(?:(?!multa|ammenda|\b(?:termine|dopo|entro)\b)[^.;:]){{0,50}}",
    after=rf" di {_PRISON}",
)
_AGE = beside(
    rf"{_COUNTED}{_GAP}anni\b|\banni (?:{_WORDS}|\d{{1,2}}(?![\d.,/]))",
    before=(
        r"\b(?:minori|minore|maggiori|maggiore|età|età (?:superiore|inferiore|non (?:superiore|inferiore)) (?:a|ai)"
        r"|compiuto|compiuti|compiano|compiere)(?: (?:di|degli|gli|i|a|ai))? "
    ),
    after=r" (?:compiuti|di età)\b",
)
_PARTS = "(?:terz[oi]|quart[oi]|quint[oi]|sest[oi]|settim[oi]|ottav[oi]|non[oi]|decim[oi])"
_RATIO = (
    rf"(?<![\w-])(?i:un|due|tre|quattro|cinque|sei|sette|[1-9]) {_PARTS}(?= d|$)"
    r"|(?:(?<=\b[Ll]a )|(?<=\balla )|(?<=\bdella )|(?<=\bdi ))metà(?= d|$|[.,;])"
    r"|\b[Mm]aggioranza (?:assoluta|semplice|relativa|qualificata)\b|(?<![\d/.,-])\d{1,2}/\d{1,3}(?![\d/.,])"
)
_UNIT = (
    "metri(?: quadrati| cubi)?|chilometri|miglia|tonnellate|litri|chilogrammi|ettari|persone|membri|componenti|volte"
    "|copie|esemplari|posti|voti|abitanti|dipendenti|lavoratori|imbarcazioni|azioni|passeggeri|quote"
)
_MULTIPLE = (
    r"(?:(?<=\b[Aa]l )|(?<=\b[Ii]l )|(?<=\b[Dd]el ))(?:doppio|triplo|quadruplo|quintuplo|decuplo)(?= d| in\b|$|[.,;])"
)
_SPELLED = (
    rf"(?<![\w.,'])(?!(?i:un[oa]?) ){_WORDS} "
    r"(?!(?:d[ae]ll[aeo]|d[ae]gli|nell[aeo]|negli|sull[aeo]|sugli|all[aeo]|anche|oltre|oppure|come)\b)[a-zà-ÿ]{4,}[ie]\b"
)
"""A number in words before any noun in the plural: it counts whatever the noun names."""
_INSTRUMENT = (
    rf"\b(?i:legge|decreto[- ]legge|decreto legislativo|regio decreto|decreto) (?:del )?\d{{1,2}}[°º]? ?{_MONTH}"
    r" \d{4},? ?n\. ?\d+|\((?:UE|CE|CEE)\) ?(?:n\. ?)?\d{1,4}/\d{2,4}|\b\d{2,4}/\d{1,4}/(?:CE|UE|CEE)\b"
)
_LIST = re.compile(rf"\b[Aa]rt(?:icoli|t\.) ?(?:da )?{ARTICLE_NUMBER}")
_LISTED = re.compile(
    rf"(?:, ?(?:ed? )?| (?:ed?|o|a) )({ARTICLE_NUMBER})(?![\d%]|,\d| (?:giorn|mes|ann|euro|lire|per cento|or[ae]\b))"
)
_CITED = (
    rf"\b(?:[Aa]rt(?:icol[oi]|t?\.)|[Cc]omm[ai]|[Pp]aragraf[oi]|[Nn]umer[oi]) ?(?:{ARTICLE_NUMBER})\)?"
    r"|\b(?:[Cc]apo|[Tt]itolo|[Ss]ezione|[Aa]llegato|[Tt]abella) (?:[IVXLC]+|[A-Z]|\d+)\b"
    r"|\b[Ll]etter[ae] [a-z]{1,2}(?:-[a-z]+)?\)"
)
_OF = r"(?:dell['’]|della |del |dei |delle |degli |di )"
_BODY = (
    r"\b(?:Consiglio (?:di Stato|dei ministri|federale|nazionale|comunale|regionale)|Corte (?:dei conti"
    r"|costituzionale|di cassazione|d['’]appello)|Gran Consiglio|Congresso di Stato|Segreteria di Stato"
    r"|Banca d['’]Italia"
    rf"|(?:Minister[oi]|Ministr[oi]) {_OF}[A-Za-zÀ-ù]+(?: e {_OF}[a-zà-ù]+)?|(?:Agenzia|Autorità|Commissione|Istituto"
    rf"|Direzione|Dipartimento|Ufficio|Comitato|Garante|Tribunale|Capitaneria|Presidente|Procura|Camera|Consiglio)"
    rf"(?: [a-zà-ù]{{4,20}})? (?:{_OF}|per (?:la |il |lo |le |i |gli |l['’]))[A-Za-zÀ-ù]+(?: e {_OF}[a-zà-ù]+"
    r"| (?:dei|degli|delle) [a-zà-ù]+(?: personali)?)?|Giunta (?:regionale|comunale|provinciale))"
    r"|\b[Aa]utorità (?:competent[ei]|marittima|portuale|giudiziaria)|(?<=\b[Ii]l )(?:sindaco|prefetto|questore"
    r"|pretore|tribunale|pubblico ministero|cancelliere|ministro"
    r"|giudice(?: (?:per le indagini preliminari|di pace|dell['’]esecuzione|delegato|tutelare))?"
    r"|procuratore(?: della Repubblica)?|presidente del tribunale|capitano del porto|direttore generale)\b"
)


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the word before it."""
    for head in _LIST.finditer(key):
        yield head.span()
        at = head.end()
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


_FORMS = (
    (AtomKind.NUMBER, matches(_INSTRUMENT)),
    (
        AtomKind.DATE,
        matches(rf"(?<!\w)(?:\d{{1,2}}[°º]?|primo) ?{_MONTH}(?: \d{{4}})?|(?<![\d/])\d{{1,2}}/\d{{1,2}}/\d{{4}}(?!\d)"),
    ),
    (AtomKind.AMOUNT, matches(_MONEY)),
    (
        AtomKind.AMOUNT,
        matches(rf"{_RANGE}{_COUNTED}{_GAP}(?:di )?{_NAME}(?: e {_COUNTED} centesimi\b)?|\b(?i:euro|lire) {_WORDS}"),
    ),
    (AtomKind.CITED, _listed),
    (AtomKind.CITED, matches(_CITED)),
    (AtomKind.RATIO, matches(_RATIO)),
    (AtomKind.COUNT, _AGE),
    (AtomKind.IMPRISONMENT, _IMPRISONMENT),
    (AtomKind.DEADLINE, matches(_PERIOD)),
    (AtomKind.PERCENTAGE, matches(rf"{_COUNTED} ?(?:per cento|per mille|%|‰|punti (?:percentuali|base)\b)")),
    (AtomKind.COUNT, matches(rf"{_COUNTED}{_GAP}(?:{_UNIT})\b|{_MULTIPLE}")),
    (AtomKind.BODY, matches(_BODY)),
    (AtomKind.COUNT, matches(_SPELLED)),
)

VALUES = Values(
    forms=tuple(Form(Rank.SPELLED, kind, find) for kind, find in _FORMS),
    present=re.compile("[A-Za-z€%]"),
    plain=figures_reader("it", _WORDS, one=("un", "uno", "una"), grouped="[.' ’]"),
    inflected=(
        (r"(?<=\d )(?:giorno)\b", "giorni"),
        (r"(?<=\d )mese\b", "mesi"),
        (r"(?<=\d )anno\b", "anni"),
        (r"(?<=\d )ora\b", "ore"),
    ),
    joints=(" a ", " e (?:non )?(?:superiore|fino) a "),
    cites=("rticol", "art.", "omma", "ommi", "ettera", "ettere"),
)
"""How Italian writes values."""
