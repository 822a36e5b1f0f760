"""How the numbers of clauses are written in Estonian: § 12, § 12¹, 2. peatükk, 1. jagu, (1), 1), a).

The units and their order are those of the Hea õigusloome ja normitehnika eeskiri (Government regulation no. 180 of 22
December 2011, on the structure of acts): osa, peatükk, jagu, jaotis, alljaotis, paragrahv, lõige, punkt. A clause that
is inserted has the number of the one before it and a superscript; where a text cannot print one, it is written § 12^1
or ``12<sup>1</sup>``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import ARABIC_STOP, DIGITS, IMAGES, LATIN_BRACKET, roman
from yange.law.et.numerals import cardinal, ordinal
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "LOIGE", "NUMBERS", "SIGN", "SUPERSCRIPT", "UNITS", "read_superscript"]

BOOK = NumberStyle("et-raamat", NumberedUnit.PART)
"""1. raamat"""
PART = NumberStyle("et-osa", NumberedUnit.BOOK)
"""1. osa, I osa, Esimene osa"""
CHAPTER = NumberStyle("et-peatükk", NumberedUnit.CHAPTER)
"""2. peatükk, 2¹. peatükk"""
SECTION = NumberStyle("et-jagu", NumberedUnit.SECTION)
"""1. jagu"""
SUBSECTION = NumberStyle("et-jaotis", NumberedUnit.SUBSECTION)
"""1. jaotis"""
PARAGRAPH = NumberStyle("et-alljaotis", NumberedUnit.PARAGRAPH)
"""1. alljaotis"""
SIGN = NumberStyle("sign", NumberedUnit.ARTICLE)
"""§ 7"""
ARTICLE = NumberStyle("et-artikkel", NumberedUnit.ARTICLE)
"""Artikkel 7, of treaties and of the European Union"""
LOIGE = NumberStyle("et-lõige", NumberedUnit.ITEM, outline=4, depth=0)
"""(1), (1¹)"""
PUNKT = NumberStyle("et-punkt", NumberedUnit.ITEM, depth=3)
"""1), 1¹)"""

UNITS = {
    "raamat": BOOK,
    "osa": PART,
    "peatükk": CHAPTER,
    "jagu": SECTION,
    "jaotis": SUBSECTION,
    "alljaotis": PARAGRAPH,
}
"""The styles of divisions by the name of the unit in small letters."""

_B = r"[ \u00a0]{0,2}"
_ROMAN = "[IVXLC]{1,7}"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "0123456789")
SUPERSCRIPT = rf"(?:[{_RAISED}]{{1,3}}|\^\{{?[0-9]{{1,3}}\}}?|<sup>[0-9]{{1,3}}</sup>)"
"""A regular expression without groups for the superscript of an inserted clause."""
_UNIT = "(?P<unit>(?i:raamat|peatükk|peatu\u0308kk|alljaotis|jaotis|jagu)|osa|OSA|Osa)"
_ORDINAL = "esimene|teine|kolmas|neljas|viies|kuues|seitsmes|kaheksas|üheksas|kümnes"


def read_superscript(printed: str | None) -> tuple[int, ...]:
    """Return the end of an inserted clause's number: ¹, ^1 and ``<sup>1</sup>`` are ``(1,)``."""
    digits = re.sub(r"\D", "", (printed or "").translate(_LOWERED))
    return (int(digits),) if digits and int(digits) else ()


def _read_division(match: re.Match[str]) -> tuple[NumberReading, ...]:
    style, numeral = UNITS[match["unit"].lower().replace("u\u0308", "ü")], match["n"]
    value = int(numeral) if numeral.isdigit() else roman(numeral) or ordinal(numeral)
    return ((style, (value, *read_superscript(match["of"]))),) if value else ()


def _read_sign(match: re.Match[str]) -> tuple[NumberReading, ...]:
    """Read § 23¹, and § 231 as it or as 231: copies lose the raised number. The other numbers of the text decide."""
    printed = match["n"]
    found = [(int(printed), *read_superscript(match["of"]))]
    if not match["of"] and len(printed) > 1 and printed[-1] != "0":
        found.append((int(printed[:-1]), int(printed[-1])))
    return tuple((SIGN, value) for value in found)


def _read_article(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = int(match["n"]) if match["n"].isdigit() else roman(match["n"])
    return ((ARTICLE, (value, *read_superscript(match["of"]))),) if value else ()


def _reader(style: NumberStyle) -> Callable[[re.Match[str]], tuple[NumberReading, ...]]:
    def read(match: re.Match[str]) -> tuple[NumberReading, ...]:
        return ((style, (int(match["n"]), *read_superscript(match["of"]))),)

    return read


def _read_letter(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((LATIN_BRACKET, (ord(match["n"]) - ord("a") + 1, *read_superscript(match["of"]))),)


_OF = rf"(?P<of>{SUPERSCRIPT})?"
_FORMS = (
    NumberForm(
        f"{DIGITS}IVXLC",
        re.compile(rf"(?P<n>[0-9]{{1,3}}|{_ROMAN}){_OF}\.?[ \u00a0]{{1,2}}{_UNIT}(?![\w-])[.:]?(?![0-9])"),
        _read_division,
    ),
    NumberForm(
        "etknvsküETKNVSKÜ",
        re.compile(rf"(?P<n>(?i:{_ORDINAL}))(?P<of>(?!))?[ \u00a0]{{1,2}}{_UNIT}(?![\w-])[.:]?(?![0-9])"),
        _read_division,
    ),
    NumberForm("§", re.compile(rf"§{_B}(?P<n>[0-9]{{1,4}}){_OF}(?![\w/^]|[-–][0-9a-zõäöü])\.?(?![0-9])"), _read_sign),
    NumberForm(
        "A",
        re.compile(
            rf"(?:Artikkel|ARTIKKEL)[ \u00a0]{{1,2}}(?P<n>[0-9]{{1,3}}|{_ROMAN}){_OF}(?![\w/^]|-[0-9])\.?(?![0-9])"
        ),
        _read_article,
    ),
    NumberForm("(", re.compile(rf"\((?P<n>[0-9]{{1,3}}){_OF}\)"), _reader(LOIGE)),
    NumberForm(DIGITS, re.compile(rf"(?P<n>[0-9]{{1,3}}){_OF}\)"), _reader(PUNKT)),
    NumberForm(DIGITS, re.compile(rf"(?P<n>[0-9]{{1,3}}){_OF}\.(?![0-9])(?! ?{_UNIT}(?!\w))"), _reader(ARABIC_STOP)),
    NumberForm("abcdefghijklmnopqrstuvwxyz", re.compile(rf"(?P<n>[a-z]){_OF}\)"), _read_letter),
)
_CITES = "lõi[kg]|lg|punkt|p|alapunkt|esimene|teine|lause"
_REFERENCES = (
    FollowedBy(frozenset({SIGN, ARTICLE}), r"(?<!\.)\s+[a-zõäöüšž]|\s*[,;)/]|[-–](?:s|st|ga|le|lt|l|ks|ni)\b"),
    FollowedBy(frozenset(UNITS.values()), r"(?<![.:])\s+(?:ja|või|on|kuni|ei|ning|sätestatu|kohaldatakse)\b|\s*[,;)]"),
    FollowedBy(frozenset({LOIGE, PUNKT}), r"\s*[,;](?!\s*\S{4})"),
    IMAGES,
)
_MONTHS = "jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember"

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(SIGN, ARTICLE),
    references=_REFERENCES,
    measures=(
        r"(?:mm|cm|km|m|kg|g|mg|ml|l|kW|kV|Hz|ha|päeva?|tööpäeva?|kuud?|aastat?|aasta|tundi?|minutit?|nädalat?|eurot?"
        r"|krooni|protsenti?|miljonit?|miljardit?|EUR|isikut?|korda)(?!\w)"
        rf"|(?:{_MONTHS})[a-z]{{0,2}}(?!\w)"
    ),
    read=cardinal,
    to=r"kuni\b",
    and_=r"(?:ja|ning|või)\b",
    plurals=re.compile(r"§(?P<unit>§)[ \u00a0]{0,2}(?=[0-9])"),
    plural_ends=re.compile(rf"(?P<n>[0-9]{{1,4}}){SUPERSCRIPT}?(?![\w/])"),
)
"""The numbers of Estonian texts."""
