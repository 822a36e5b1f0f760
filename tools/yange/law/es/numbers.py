"""How the numbers of clauses are written in Spanish: Artículo 12 bis, Disposición adicional primera, a), 1.º.

The names and the order of units in Spain are those of the Directrices de técnica normativa (Acuerdo del Consejo de
Ministros of 22 July 2005), nos. 20 to 31 (books, titles, chapters, sections, articles and their division) and 34 to 43
(the four kinds of final provisions). For Latin America: Manual de técnica legislativa of the Congress of Peru; Reglas
de técnica legislativa of the Digesto Jurídico Argentino; Chilean laws print ``Artículo primero transitorio``, Mexican
ones ``Artículo 12-A`` and ``TRANSITORIOS``. The four kinds of final provisions, and transitional articles, count in a
series of their own beside the articles.
"""

from __future__ import annotations

import re

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import ARABIC_STOP, DIGIT_FORMS, DIGITS, IMAGES, LATIN_BRACKET, LETTER_FORMS, branches, roman
from yange.law.es.numerals import CARDINAL, ORDINAL, ORDINAL_MARK, numeral, read_numeral
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "BRANCH", "DISPOSITIONS", "NUMBERS", "ORDINAL_ARTICLE", "UNITS", "branch", "figure"]

PART = NumberStyle("es-parte", NumberedUnit.PART)
"""PARTE PRIMERA"""
BOOK = NumberStyle("es-libro", NumberedUnit.BOOK)
"""LIBRO I, LIBRO PRIMERO"""
TITLE = NumberStyle("es-título", NumberedUnit.TITLE)
"""TÍTULO II"""
CHAPTER = NumberStyle("es-capítulo", NumberedUnit.CHAPTER)
"""CAPÍTULO III"""
SECTION = NumberStyle("es-sección", NumberedUnit.SECTION)
"""Sección 1.ª"""
SUBSECTION = NumberStyle("es-subsección", NumberedUnit.SUBSECTION)
"""Subsección 2.ª"""
ARTICLE = NumberStyle("es-artículo", NumberedUnit.ARTICLE)
"""Artículo 12 bis, Art. 1º, ARTÍCULO PRIMERO.-, Artículo único"""
ORDINAL_ARTICLE = NumberStyle("es-ordinal", NumberedUnit.ARTICLE)
"""Primero. Segundo., as orders and decisions number what a law calls articles"""
PRELIMINARY = NumberStyle("es-preliminar", NumberedUnit.ARTICLE, series="preliminar-")
"""Artículo IV, of the preliminary title of a Peruvian code"""
ORDINAL_ITEM = NumberStyle("es-ordinal-item", NumberedUnit.ITEM, depth=0)
"""Primera. within an article or below a heading"""
CARDINAL_ITEM = NumberStyle("es-cardinal", NumberedUnit.ITEM, depth=1)
"""Uno. Dos., as articles that amend other laws number their changes"""
FRACTION = NumberStyle("es-fracción", NumberedUnit.ITEM, depth=0)
"""I., II.-, III Bis., as Mexico and Central America number what is directly below an article"""
ORDINAL_FIGURE = NumberStyle("es-ordinal-figure", NumberedUnit.ITEM, depth=7)
"""1.º, 2.ª: below a)"""

UNITS = {
    "parte": PART,
    "libro": BOOK,
    "titulo": TITLE,
    "capitulo": CHAPTER,
    "seccion": SECTION,
    "subseccion": SUBSECTION,
}
"""The styles of divisions by the name of the unit, in small letters without accents."""
DISPOSITIONS = {
    kind: NumberStyle(f"es-disposición-{kind}", NumberedUnit.ARTICLE, series=f"{kind}-")
    for kind in ("adicional", "transitoria", "derogatoria", "final")
}
"""The styles of Disposición adicional primera and its likes, by kind; artículo primero transitorio is a transitoria."""

_LATIN = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies", "undecies", "duodecies",
    "terdecies", "quaterdecies", "quindecies", "sexdecies", "septdecies", "octodecies", "novodecies", "vicies",
)  # fmt: skip
_WRITTEN_LATIN = (
    "bis|ter|qu[aá]ter|quinqu?ies|sext?ies|septies|octies|no[nv]ies|decies|undecies|duodecies|ter(?:de)?cies"
    "|quater(?:de)?cies|quin(?:de)?cies|sex(?:de)?cies|sept(?:de)?cies|octodecies|novodecies|vicies"
)
_B = r"[ \u00a0]"
BRANCH = (
    rf"(?:(?:{_B}|[-–]|\.-|\.{_B})?(?P<latin>(?i:{_WRITTEN_LATIN}))(?!\w)(?:(?:{_B}|-)(?P<below>\d{{1,2}}|[A-Z])(?=[.:\s-]|$))?"
    rf"|(?:[-–]|{_B}(?=[A-Z]{{1,2}}(?:[.:°º-]|$)))(?P<of>[A-Z]{{1,2}})(?!\w))?"
)
"""What follows the number of an inserted clause: bis, ter 1, -A. It has the groups latin, below and of."""
_SEPARATOR = rf"(?:[.:]?{_B}?(?:\.?[-–—]{{1,2}})(?!\d)|[.:]+(?!\d))?"
_ARTICLE = r"(?:Art[íi]culo|ART[ÍI]CULO|Art\.|ART\.|Art(?=\s\d)|ART(?=\s\d))"
_TRANSITORY = r"(?i:transitori[oa])"
_KIND = r"(?i:adicional|transitoria|derogatoria|final)"
_DISPOSITION = r"(?:Disposici[óo]n|DISPOSICI[ÓO]N)"
_FIGURE = r"\d{1,2}\.\d{3}(?!\d|\.\d)|\d{1,4}"


def figure(printed: str) -> int | None:
    """Return the value of a number as articles print it: 12, 1.024, primero, XII."""
    digits = re.sub(rf"{ORDINAL_MARK}$", "", printed).replace(".", "")
    return int(digits) if digits.isdigit() else numeral(printed) or roman(printed)


def branch(match: re.Match[str]) -> tuple[tuple[int, ...], ...]:
    """Return what the end of an inserted clause's number may mean, from the groups of :data:`BRANCH`."""
    if match["of"]:
        return branches(match["of"])
    if not match["latin"]:
        return ((),)
    word = match["latin"].lower().replace("á", "a").replace("novies", "nonies").replace("sexties", "sexies")
    long = re.sub("^(ter|quater|quin|sex|sept)(?:de)?cies$", r"\1decies", word)
    place = _LATIN.index(long) + 1 if long in _LATIN else _LATIN.index(word) + 1 if word in _LATIN else 0
    if not place:
        return ((),)
    below = match["below"]
    if not below:
        return ((place,),)
    return ((place, int(below)) if below.isdigit() else (place, ord(below) - ord("A") + 1),)


def _read_article(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = figure(match["n"])
    if value is None:
        return ()
    below = tuple(int(digits) for digits in re.split("[.-]", match["dots"] or "")[1:])
    style = DISPOSITIONS["transitoria"] if match["transitory"] else ARTICLE
    return tuple((style, (value, *below, *end)) for end in branch(match))


def _read_preliminary(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((PRELIMINARY, (value,)),) if (value := roman(match["n"])) else ()


def _read_transitory(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = figure(match["n"]) if match["n"] else 1
    return ((DISPOSITIONS["transitoria"], (value,)),) if value else ()


def _read_disposition(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = figure(match["n"]) if match["n"] else 1
    if value is None:
        return ()
    return tuple((DISPOSITIONS[match["kind"].lower()], (value, *end)) for end in branch(match))


def _read_division(match: re.Match[str]) -> tuple[NumberReading, ...]:
    unit = match["unit"].lower().translate(str.maketrans("íó", "io"))
    value = figure(match["n"])
    return tuple((UNITS[unit], (value, *end)) for end in branch(match)) if value else ()


def _read_ordinal(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = numeral(match["n"])
    if value is None:
        return ()
    return tuple((style, (value, *end)) for end in branch(match) for style in (ORDINAL_ARTICLE, ORDINAL_ITEM))


def _read_cardinal(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = numeral(match["n"])
    return () if value is None else ((CARDINAL_ITEM, (value,)),)


def _read_ordinal_figure(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((ORDINAL_FIGURE, (int(match["n"]),)),)


def _read_stop(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((ARABIC_STOP, (int(match["n"]), *end)) for end in branch(match))


def _read_fraction(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = roman(match["n"])
    return () if value is None else tuple((FRACTION, (value, *end)) for end in branch(match))


def _read_enye(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((LATIN_BRACKET, (14, 1)),)


_FORMS = (
    NumberForm(
        "A",
        re.compile(
            rf"{_ARTICLE}{_B}{{0,2}}(?:(?P<n>{_FIGURE})(?P<dots>(?:\.\d{{1,3}}){{1,5}}|-\d{{2,3}}(?=[.:]))?(?:{_B}?{ORDINAL_MARK})?"
            rf")(?!\d|/\d){BRANCH}(?!\w)(?P<transitory>{_B}{_TRANSITORY})?{_SEPARATOR}"
        ),
        _read_article,
    ),
    NumberForm(
        "A",
        re.compile(
            rf"{_ARTICLE}{_B}{{1,2}}(?P<n>{ORDINAL}|{CARDINAL})(?P<dots>(?!))?{BRANCH}"
            rf"(?P<transitory>{_B}{_TRANSITORY})?(?!\w){_SEPARATOR}"
        ),
        _read_article,
    ),
    NumberForm(
        "A",
        re.compile(
            rf"{_ARTICLE}{_B}{_TRANSITORY}(?:{_B}(?P<n>{ORDINAL}|\d{{1,2}})(?:{ORDINAL_MARK})?)?(?!\w){_SEPARATOR}"
        ),
        _read_transitory,
    ),
    NumberForm("A", re.compile(rf"{_ARTICLE}{_B}(?P<n>[IVX]{{1,5}})(?!\w){_SEPARATOR}"), _read_preliminary),
    NumberForm(
        "D",
        re.compile(
            rf"{_DISPOSITION}{_B}{{1,2}}(?P<kind>{_KIND})(?:{_B}{{1,2}}(?P<n>{ORDINAL}|\d{{1,2}})(?:{ORDINAL_MARK})?)?"
            rf"{BRANCH}(?!\w){_SEPARATOR}"
        ),
        _read_disposition,
    ),
    NumberForm(
        "PLTCS",
        re.compile(
            r"(?P<unit>PARTE|Parte|LIBRO|Libro|T[ÍI]TULO|T[íi]tulo|CAP[ÍI]TULO|Cap[íi]tulo|SECCI[ÓO]N|Secci[óo]n"
            rf"|SUBSECCI[ÓO]N|Subsecci[óo]n){_B}{{1,2}}(?P<n>[IVXLC]{{1,8}}|\d{{1,2}}(?:{ORDINAL_MARK})?|{ORDINAL})"
            rf"(?!\w){BRANCH}{_SEPARATOR}"
        ),
        _read_division,
    ),
    NumberForm(
        "".join(sorted(set("PSTCQONDVUpstcqondvuÚú"))),
        re.compile(rf"(?P<n>{ORDINAL}){BRANCH}(?:[.:](?:{_B}?[-–—]{{1,2}})?|{_B}?[-–—]{{1,2}}|\))"),
        _read_ordinal,
    ),
    NumberForm("UDTCQSONVuU", re.compile(rf"(?P<n>{CARDINAL})(?:[.:](?:{_B}?[-–—]{{1,2}})?|\))"), _read_cardinal),
    NumberForm(
        "IVXLC",
        re.compile(rf"(?P<n>[IVXLC]{{1,7}})(?={_B}|[-.)–]){BRANCH}(?:\.?{_B}?[-–—]{{1,2}}|[.)])(?={_B}|\w|$)"),
        _read_fraction,
    ),
    NumberForm(DIGITS, re.compile(r"(?P<n>\d{1,2})\.?[ºª°][.):]?-?"), _read_ordinal_figure),
    NumberForm(DIGITS, re.compile(rf"(?P<n>\d{{1,3}})(?=(?:{_B}|-)(?i:{_WRITTEN_LATIN})\b){BRANCH}[.)]"), _read_stop),
    NumberForm(
        DIGITS, re.compile(r"(?P<n>\d{1,3})(?P<latin>(?!))?(?P<below>(?!))?(?P<of>(?!))?\.[-–—](?!\d)"), _read_stop
    ),
    NumberForm("ñ", re.compile(r"ñ\)"), _read_enye),
    *DIGIT_FORMS,
    *LETTER_FORMS,
)

_SMALL = (
    r"(?:de|del|y|e|o|u|a|al|en|por|que|se|para|con|como|sobre|no|ni|es|son|ser[áa]n?|podr[áa]n?|deber[áa]n?|anterior"
    r"|anteriores|siguientes?|precedente|citad[oa]|mencionad[oa]|referid[oa]|ambos|inclusive|inciso|apartado|p[áa]rrafo"
    r"|letra|numeral|n[úu]mero|fracci[óo]n|literal|cuando|sin|entrar[áa]n?|queda|quedan)\b"
)
_ALL = frozenset({ARTICLE, PRELIMINARY, *DISPOSITIONS.values(), *UNITS.values()})
_REFERENCES = (
    FollowedBy(_ALL, rf"(?<![.:–—-])\s+{_SMALL}|\s*[,;)]|\s+»|»"),
    FollowedBy(frozenset({ARTICLE}), rf"(?<=\.)(?:\d|[a-z]\))|(?<=[.\d])\s+{_SMALL}(?<=\d)"),
    IMAGES,
)
_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE, ORDINAL_ARTICLE, *DISPOSITIONS.values(), PRELIMINARY),
    references=_REFERENCES,
    own=(FollowedBy(frozenset({ARTICLE, *DISPOSITIONS.values()}), r"(?<=[.:°º] [-–—]|.[.:°º][-–—])(?! ?[yeou] )"),),
    measures=(
        r"(?:mm|cm|km|m|kg|g|mg|ml|l|kW|kV|Hz|ha|d[íi]as?|mes(?:es)?|años?|horas?|minutos?"
        r"|semanas?|euros?|pesos?|pesetas"
        r"|d[óo]lares|soles|por|EUR|USD|millones|mil|UF|UTM|UIT)\b"
        rf"|(?:de )?(?:{_MONTHS})\b"
    ),
    read=read_numeral,
    to=r"al?\b",
    and_=r"[yeou]\b",
    plurals=re.compile(r"(?P<unit>Art[íi]culo|ART[ÍI]CULO)[sS] "),
    plural_ends=re.compile(r"(?P<n>[0-9]{1,4})[º°]?(?:[ ](?:bis|ter|quater))?(?!\w)\.?"),
)
"""The numbers of Spanish texts."""
