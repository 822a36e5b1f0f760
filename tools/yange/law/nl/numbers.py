"""How numbers of clauses are written in Dutch: Artikel 3a, Artikel 2.4, Artikel 7:669, Hoofdstuk 1, 1., a., 1°.

The order of units is that of the Aanwijzingen voor de regelgeving (Netherlands, 3.54 to 3.59): hoofdstuk, titel,
afdeling, paragraaf; books are above them. Roman titles (TITEL I) are above chapters, as Belgium has them.
"""

from __future__ import annotations

import re

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import ARABIC_STOP, DIGITS, IMAGES, LATIN_ORDINAL, branches, roman
from yange.law.nl.numerals import ORDINAL, ordinal
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "LETTER", "NUMBERS", "UNITS"]

PART = NumberStyle("nl-deel", NumberedUnit.PART)
"""Deel 1"""
BOOK = NumberStyle("nl-boek", NumberedUnit.BOOK)
"""Boek 7, Eerste Boek"""
UPPER_TITLE = NumberStyle("nl-titel-above", NumberedUnit.TITLE)
"""TITEL I above chapters"""
CHAPTER = NumberStyle("nl-hoofdstuk", NumberedUnit.CHAPTER)
"""Hoofdstuk 1"""
TITLE = NumberStyle("nl-titel", NumberedUnit.SECTION)
"""Titel 1.1 below chapters"""
SECTION = NumberStyle("nl-afdeling", NumberedUnit.SUBSECTION)
"""Afdeling 1.1.1"""
PARAGRAPH = NumberStyle("nl-paragraaf", NumberedUnit.PARAGRAPH)
"""Paragraaf 2, § 2. above articles"""
ARTICLE = NumberStyle("nl-artikel", NumberedUnit.ARTICLE)
"""Artikel 4"""
LETTER = NumberStyle("nl-letter", NumberedUnit.ITEM, depth=3)
"""a. below 1."""
SIGN = NumberStyle("nl-teken", NumberedUnit.ITEM, depth=0)
"""§ 1, directly below an article (Belgium)"""
DEGREE = NumberStyle("nl-degree", NumberedUnit.ITEM, depth=4)
"""1°. below a."""

UNITS = {
    "deel": PART,
    "boek": BOOK,
    "titel": TITLE,
    "hoofdstuk": CHAPTER,
    "afdeling": SECTION,
    "onderafdeling": PARAGRAPH,
    "paragraaf": PARAGRAPH,
    "§": PARAGRAPH,
}
"""The styles of divisions by the name of the unit in small letters."""
_UNIT = (
    r"(?P<unit>Deel|Boek|Titel|Hoofdstuk|Afdeling|Onderafdeling|Paragraaf|DEEL|BOEK|TITEL|HOOFDSTUK|AFDELING"
    r"|PARAGRAAF|§)"
)
_B = r"[ \u00a0]{1,2}"
_ROMAN = "[IVXLC]{1,8}"
_IS_ROMAN = re.compile(_ROMAN)
_WITHIN_A_LETTER = 100
"""More than the articles of any chapter: where the numbers of chapter Ya begin above those of chapter Y."""
_LID_BEGINS = (
    "De|Het|Een|Onze|Op|In|Indien|Bij|Voor|Van|Aan|Met|Dit|Deze|Die|Artikel|Onder|Ten|Tot|Uit|Zij|Hij|Wie|Is|Zijn"
    "|Wanneer|Tegen|Over|Door|Na|Naast|Geen|Ieder|Iedere|Alle|Als|Er|Het bevoegd|Degene|Onverminderd|Gedeputeerde"
)
"""Words with which a lid begins behind a bare number, so that 3 Maanden is none."""


def _read_division(match: re.Match[str]) -> tuple[NumberReading, ...]:
    unit, numeral = match["unit"].lower(), match["n"]
    style = UPPER_TITLE if unit == "titel" and _IS_ROMAN.fullmatch(numeral) else UNITS[unit]
    value = int(numeral) if numeral.isdigit() else roman(numeral) or ordinal(numeral)
    below = tuple(int(digits) for digits in (match["dots"] or "").split(".")[1:])
    return () if value is None else tuple((style, (value, *below, *branch)) for branch in branches(match["of"]))


def _read_article(match: re.Match[str]) -> tuple[NumberReading, ...]:
    numeral = match["n"]
    value = int(numeral) if numeral.isdigit() else roman(numeral)
    if value is None:
        return ()
    below = tuple(int(digits) for digits in re.findall(r"[0-9]+", match["dots"] or ""))
    further = (int(match["further"]),) if match["further"] else ()
    return tuple((ARTICLE, (value, *below, *branch, *further)) for branch in branches(match["of"], match["latin"]))


def _read_lettered(match: re.Match[str]) -> tuple[NumberReading, ...]:
    """Return the value of an article that names its chapter by a letter: A 1 is ``(1, 1)``, Ya 5 is after Y 99."""
    letter, second = match["letter"], match["second"]
    chapter = ord(letter) - ord("A") + 1
    nth = int(match["n"]) + (_WITHIN_A_LETTER * (ord(second) - ord("a") + 1) if second else 0)
    return tuple((ARTICLE, (chapter, nth, *branch)) for branch in branches(match["of"]))


def _read_lid(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((ARABIC_STOP, (int(match["n"]), *branch)) for branch in branches(match["of"]))


def _read_letter(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((LETTER, (ord(match["n"]) - ord("a") + 1,)),)


def _read_degree(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((DEGREE, (int(match["n"]),)),)


def _read_sign(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((SIGN, (int(match["n"]), *branch)) for branch in branches(match["of"], match["latin"]))


_FORMS = (
    # within an article of Belgium; a Dutch § is a heading, which is short and ends with no point
    NumberForm(
        "§",
        re.compile(
            rf"§ ?(?P<n>[0-9]{{1,3}})(?:(?P<of>(?!))|{LATIN_ORDINAL})?(?:\.|(?=[ \u00a0]))"
            r"(?=[ \u00a0](?:.{70}|.*[.;:]$))"
        ),
        _read_sign,
    ),
    NumberForm(
        "DBTHAOP§",
        re.compile(
            rf"{_UNIT}{_B}(?P<n>[0-9]{{1,3}}|{_ROMAN})(?P<dots>(?<=[0-9])(?:\.[0-9]{{1,3}}){{1,3}})?"
            r"(?P<of>(?<=[0-9])[A-Za-z]{1,2}|(?<=[IVXLC])[a-z])?(?![\w/-])\.?(?![0-9])"
        ),
        _read_division,
    ),
    NumberForm(
        "ETDVZANTE",
        re.compile(rf"(?P<n>{ORDINAL})(?P<dots>(?!))?(?P<of>(?!))?{_B}{_UNIT}(?!\w)\.?", re.I),
        _read_division,
    ),
    NumberForm(
        "A",
        re.compile(
            rf"(?:Artikel|ARTIKEL|Art\.)[ \u00a0]{{1,2}}(?P<n>[0-9]{{1,4}}|{_ROMAN})"
            r"(?P<dots>(?<=[0-9])(?:[.:/][0-9]{1,3}){1,3})?"
            rf"(?:(?P<of>[a-z]{{1,2}}(?!\w)|[a-z](?=[0-9])|(?<=[0-9])[A-Z](?!\w))|{LATIN_ORDINAL})?"
            r"(?P<further>(?<=[a-z])[0-9]{1,2})?(?![\w/]|[-–:][0-9])\.?(?![0-9])"
        ),
        _read_article,
    ),
    NumberForm(
        "A",
        re.compile(
            r"(?:Artikel|ARTIKEL|Art\.)[ \u00a0]{1,2}(?P<letter>[A-Z])(?P<second>[a-z])?(?:[ \u00a0]|\.[ \u00a0]?)?"
            r"(?P<n>[0-9]{1,2})(?P<of>[a-z]{1,2})?(?![\w/]|[-–:.][0-9])\.?(?![0-9])"
        ),
        _read_lettered,
    ),
    NumberForm(DIGITS, re.compile(r"(?P<n>[0-9]{1,3})°\.?"), _read_degree),
    NumberForm(DIGITS, re.compile(r"(?P<n>[0-9]{1,3})(?P<of>[a-z])?\.(?![0-9])"), _read_lid),
    NumberForm(DIGITS, re.compile(rf"(?P<n>[0-9]{{1,2}})(?P<of>(?!))? (?=(?:{_LID_BEGINS})\b)"), _read_lid),
    NumberForm("abcdefghijklmnopqrstuvwxyz", re.compile(r"(?P<n>[a-z])(?:\.(?= \S)|\))"), _read_letter),
)
_REFERENCES = (
    FollowedBy(frozenset({ARTICLE}), r"(?<!\.)\s+[a-z]|\s*[,;)/]"),
    FollowedBy(frozenset(UNITS.values()) | {UPPER_TITLE}, r"(?<!\.)\s+(?:van|en|of|is|zijn|tot|wordt)\b|\s*[,;)]"),
    IMAGES,
)

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE,),
    references=_REFERENCES,
    measures=(
        r"(?:mm|cm|km|m|kg|g|mg|ml|l|kW|kV|Hz|Pa|ha|dag(?:en)?|maand(?:en)?|jaar|jaren|uur|minuten|we(?:ek|ken)|euro"
        r"|procent|miljoen|miljard|EUR|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
        r"|december)(?!\w)"
    ),
    to=r"tot en met\b|t/m\b",
    and_=r"en\b",
    plurals=re.compile(r"(?P<unit>Artikel)en[ \u00a0]"),
    plural_ends=re.compile(r"(?P<n>[0-9]{1,4})(?:[.:][0-9]{1,3}){0,2}(?:[a-z](?!\w))?(?![\w/])"),
)
"""The numbers of Dutch texts."""
