"""How numbers of clauses are written in German: § 3a, Art. 5, Erster Abschnitt, (1), 1., a), aa).

The names and the order of units are those of the Handbuch der Rechtsförmlichkeit (Germany, 3rd edition, part C, on the
structure of statutes), the Legistische Richtlinien 1990 (Austria, nos. 110 ff.) and the Gesetzestechnische Richtlinien
des Bundes (Switzerland, on divisions). Articles inserted later have letters (§ 3a) or Latin words (Art. 5bis).
"""

from __future__ import annotations

import re

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import (
    ARABIC_BRACKET,
    ARABIC_STOP,
    DIGITS,
    DOUBLE_BRACKET,
    IMAGES,
    LATIN_BRACKET,
    LATIN_ORDINAL,
    ROMAN_FORM,
    branches,
    roman,
)
from yange.law.de.numerals import ORDINAL, ordinal
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["ABSATZ", "ARTICLE", "LETTER_STOP", "NUMBERS", "SIGN", "TRIPLE_BRACKET", "UNITS"]

BOOK = NumberStyle("de-buch", NumberedUnit.BOOK)
"""Buch 1, Erstes Buch; Hauptstück in Austria and Liechtenstein"""
PART = NumberStyle("de-teil", NumberedUnit.SUBPART)
"""Teil 1, Erster Teil"""
UPPER_TITLE = NumberStyle("de-titel-above", NumberedUnit.TITLE)
"""1. Titel: … and TITEL I above chapters, as Switzerland and the European Union have it"""
CHAPTER = NumberStyle("de-kapitel", NumberedUnit.CHAPTER)
"""Kapitel 1, 2. Kapitel"""
SECTION = NumberStyle("de-abschnitt", NumberedUnit.SECTION)
"""Abschnitt 1, Erster Abschnitt, 1. Abschnitt"""
SUBSECTION = NumberStyle("de-unterabschnitt", NumberedUnit.SUBSECTION)
"""Unterabschnitt 1"""
TITLE = NumberStyle("de-titel", NumberedUnit.PARAGRAPH)
"""Titel 1, below Abschnitt, as Germany has it"""
SUBTITLE = NumberStyle("de-untertitel", NumberedUnit.SUBPARAGRAPH)
"""Untertitel 1"""
ARTICLE = NumberStyle("de-artikel", NumberedUnit.ARTICLE)
"""Art. 4, Artikel 4: EU, Swiss and Bavarian law, constitutions, acts that amend others"""
SIGN = NumberStyle("sign", NumberedUnit.ARTICLE)
"""§ 7"""
ROMAN_STOP = NumberStyle("de-roman", NumberedUnit.ITEM, outline=1, depth=0)
"""II. heads articles in older laws, and numbers a text without articles"""
ABSATZ = NumberStyle("de-absatz", NumberedUnit.ITEM, outline=4, depth=0)
"""(1), (1a): above 1., which is above a)"""
CAPITAL_STOP = NumberStyle("de-capital-stop", NumberedUnit.ITEM)
"""A. heads divisions of older laws and of those of Liechtenstein; it numbers no list"""
LETTER_STOP = NumberStyle("de-letter-stop", NumberedUnit.ITEM, depth=1)
"""a. as Switzerland writes letters, which are above 1."""
STOP_BELOW = NumberStyle("de-stop-below", NumberedUnit.ITEM, depth=6)
"""1. below a), as Liechtenstein and Austria have it"""
TRIPLE_BRACKET = NumberStyle("de-triple", NumberedUnit.ITEM, depth=8)
"""aaa)"""

UNITS = {
    "buch": BOOK,
    "hauptstück": BOOK,
    "hauptteil": BOOK,
    "teil": PART,
    "abteilung": PART,
    "kapitel": CHAPTER,
    "unterkapitel": SECTION,
    "abschnitt": SECTION,
    "unterabschnitt": SUBSECTION,
    "titel": TITLE,
    "untertitel": SUBTITLE,
}
"""The styles of divisions by the name of the unit in small letters; Theil is the old spelling of Teil."""

_UNIT = (
    r"(?P<unit>Buch|Hauptst(?:ü|ue)ck|Hauptteil|Theil|Teil|Abteilung|Abtheilung|Kapitel|Unterkapitel|Abschnitt"
    r"|Unterabschnitt|Titel|Untertitel|BUCH|HAUPTSTÜCK|HAUPTTEIL|TEIL|ABTEILUNG|KAPITEL|ABSCHNITT|UNTERABSCHNITT|TITEL"
    r"|UNTERTITEL)(?![\w-])"
)
_B = r"[ \u00a0]{1,2}"
_ROMAN = "[IVXLC]{1,8}"
_IS_ROMAN = re.compile(_ROMAN)
_NO_DIVISION = rf"(?![ \u00a0]{{1,2}}{_UNIT.replace('?P<unit>', '?:')})"
"""What must not follow ``1.``: the number of a division, 1. Abschnitt."""


def _unit(match: re.Match[str]) -> str:
    return match["unit"].lower().replace("theil", "teil").replace("stueck", "stück")


def _read_division(match: re.Match[str]) -> tuple[NumberReading, ...]:
    unit, numeral = _unit(match), match["n"]
    upper = unit == "titel" and (match["colon"] or match["unit"].isupper() or _IS_ROMAN.fullmatch(numeral))
    style = UPPER_TITLE if upper else UNITS[unit]
    if len(numeral) == 1 and numeral.isupper() and numeral not in "IVX":
        return ((style, (ord(numeral) - ord("A") + 1,)),)
    value = int(numeral) if numeral.isdigit() else roman(numeral) or ordinal(numeral)
    return () if value is None else tuple((style, (value, *branch)) for branch in branches(match["of"]))


def _read_article(match: re.Match[str]) -> tuple[NumberReading, ...]:
    style, numeral = (SIGN if match["unit"] == "§" else ARTICLE), match["n"]
    value = int(numeral) if numeral.isdigit() else roman(numeral)
    if value is None:
        return ()
    below = tuple(int(digits) for digits in (match["dots"] or "").split(".")[1:])
    latin = branches(None, match["latin"])[0] if match["latin"] else ()
    return tuple((style, (value, *below, *branch, *latin)) for branch in branches(match["of"]))


def _read_absatz(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((ABSATZ, (int(match["n"]), *branch)) for branch in branches(match["of"], match["latin"]))


def _read_closed_absatz(match: re.Match[str]) -> tuple[NumberReading, ...]:
    """Read 1), with which Liechtenstein numbers paragraphs and other texts items below a letter."""
    return (*_read_absatz(match), (ARABIC_BRACKET, (int(match["n"]),)))


def _read_stop(match: re.Match[str]) -> tuple[NumberReading, ...]:
    """Read 1., which is above a) in Germany and below it elsewhere."""
    values = [(int(match["n"]), *branch) for branch in branches(match["of"], match["latin"])]
    return tuple((style, value) for style in (ARABIC_STOP, STOP_BELOW) for value in values)


def _read_roman_stop(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = roman(match["n"])
    return () if value is None else tuple((ROMAN_STOP, (value, *branch)) for branch in branches(match["of"]))


def _read_letter_stop(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((LETTER_STOP, (_letter(match["n"]), *branches(None, match["latin"])[0])),)


def _read_capital_stop(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((CAPITAL_STOP, (ord(match["n"]) - ord("A") + 1,)),)


def _read_letters(match: re.Match[str]) -> tuple[NumberReading, ...]:
    letters = match["n"]
    if len(set(letters)) > 1:
        return ()
    style = (LATIN_BRACKET, DOUBLE_BRACKET, TRIPLE_BRACKET)[len(letters) - 1]
    return ((style, (_letter(letters[0]),)),)


def _letter(letter: str) -> int:
    return ord(letter) - ord("a") + 1


_SENTENCE_BEGINS = (
    "Der|Die|Das|Den|Dem|Des|Dies|Diese|Dieser|Dieses|Er|Sie|Es|Wer|Wird|Werden|Für|Bei|Beim|In|Im|Ist|Sind|Ein|Eine"
    "|Einer|Eines|Einem|Als|Auf|Aus|An|Am|Zur|Zum|Zu|Mit|Von|Vom|Nach|Hat|Haben|Soweit|Sofern|Jede|Jeder|Jedes|Alle"
    "|Kein|Keine|Niemand|Vorbehalten|Bestehen|Besteht|Wenn|Kann|Können|Gegen|Über|Unter|Ohne|Durch|Während|Zuständig"
    "|Ausgenommen|Bund|Kantone|Gemeinden|Bundesrat|Personen|Mitglieder"
)
"""Words with which Swiss paragraphs begin behind a bare number, so that 3 Monate is none."""

_FORMS = (
    NumberForm(
        "BHTAKUEZDVFSN",
        re.compile(
            rf"{_UNIT}{_B}(?P<n>[0-9]{{1,3}}|{_ROMAN}|[A-Z])(?P<of>[a-z])?(?![\w/-])(?P<colon>:(?=\s|$))?\.?(?![0-9])"
        ),
        _read_division,
    ),
    NumberForm(
        f"{DIGITS}IVXLC",
        re.compile(rf"(?P<n>[0-9]{{1,3}}|{_ROMAN})(?P<of>[a-z])?\.{_B}{_UNIT}(?P<colon>:(?=\s|$))?\.?(?![0-9])"),
        _read_division,
    ),
    NumberForm(
        "EZDVFSANHL",
        re.compile(rf"(?P<n>{ORDINAL})(?P<of>(?!))?{_B}{_UNIT}(?P<colon>:(?=\s|$))?\.?(?![0-9])", re.I),
        _read_division,
    ),
    NumberForm(
        "§A",
        re.compile(
            rf"(?P<unit>§|Artikel|ARTIKEL|Art\.?)[ \u00a0]{{0,2}}(?P<n>[0-9]{{1,4}}|(?<=[ \u00a0]){_ROMAN})"
            rf"(?P<dots>(?<=[0-9])(?:\.[0-9]{{1,3}}){{1,3}})?(?:[ \u00a0]?(?P<of>[a-z]{{1,2}}(?!\w)))?"
            rf"(?:{LATIN_ORDINAL})?(?![\w/]|[-–][0-9])\.?(?![0-9])"
        ),
        _read_article,
    ),
    NumberForm("(", re.compile(rf"\((?P<n>[0-9]{{1,3}})(?P<of>[a-z])?(?:{LATIN_ORDINAL})?\)"), _read_absatz),
    NumberForm(
        DIGITS, re.compile(rf"(?P<n>[0-9]{{1,2}})(?P<of>[a-z])?(?:{LATIN_ORDINAL})?\)(?= \S)"), _read_closed_absatz
    ),
    NumberForm(
        DIGITS,
        re.compile(rf"(?P<n>[0-9]{{1,2}})(?P<of>(?!))?(?:{LATIN_ORDINAL})? (?=(?:{_SENTENCE_BEGINS})\b)"),
        _read_absatz,
    ),
    NumberForm(
        DIGITS,
        re.compile(rf"(?P<n>[0-9]{{1,3}})(?P<of>[a-z])?(?:{LATIN_ORDINAL})?\.(?![0-9]){_NO_DIVISION}"),
        _read_stop,
    ),
    NumberForm("IVXLC", re.compile(rf"(?P<n>{_ROMAN})(?P<of>[a-z])?\.(?![0-9A-Za-z]){_NO_DIVISION}"), _read_roman_stop),
    NumberForm(
        "abcdefghijklmnopqrstuvwxyz", re.compile(rf"(?P<n>[a-z])(?:{LATIN_ORDINAL})?\.(?= \S)"), _read_letter_stop
    ),
    NumberForm("ABCDEFGHIJKLMNOPQRSTUVWXYZ", re.compile(r"(?P<n>[A-Z])\.(?= [A-ZÄÖÜ])"), _read_capital_stop),
    NumberForm("abcdefghijklmnopqrstuvwxyz", re.compile(r"(?P<n>[a-z]{1,3})\)"), _read_letters),
    NumberForm("(", re.compile(r"\((?P<n>[a-z]{1,3})\)"), _read_letters),
    ROMAN_FORM,
)

_CITES = (
    r"Absatz|Absätze|Abs|Satz|Sätze|Halbsatz|Hs|Nr|Nrn|Nummer|Nummern|Buchstabe|Buchstaben|Buchst|Bst|Unterabsatz|UAbs"
    r"|Ziffer|Ziffern|Ziff|Z|lit|litera|Spiegelstrich|Alternative|Alt|Variante|S|ff|f"
)
_SHORT_TITLE = "[A-ZÄÖÜ][A-Za-zäöüß]{0,12}[BGORV](?![\\w-])"
"""Abbreviations of statutes: BGB, StPO, BayVwVfG, AEUV."""
_VERBS = "gilt|gelten|findet|finden|bleibt|bleiben|entsprechend|sinngemäß|sinngemäss"
_REFERENCES = (
    FollowedBy(frozenset({ARTICLE, SIGN}), rf"(?<!\.)\s+[a-zäöü]|\s+(?:{_CITES})(?![\w-])|\s*[,;)/]|\s+{_SHORT_TITLE}"),
    FollowedBy(
        frozenset(UNITS.values()) | {UPPER_TITLE},
        rf"\s+[a-zäöü]|\s*[,;)]|[^\n]*\b(?:{_VERBS})\b|\s+(?:§|Art\b|Artikel\b)",
    ),
    FollowedBy(frozenset({ABSATZ, ARABIC_STOP, STOP_BELOW}), r"\s*[,;](?!\s*\S{4})"),
    IMAGES,
)
_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE, SIGN),
    over=ARTICLE,
    skipped_letters="j",
    references=_REFERENCES,
    measures=(
        r"(?:mm|cm|km|m|kg|g|mg|ml|l|kW|kV|Hz|Pa|ha|Tagen?|Monaten?|Jahren?|Stunden?|Minuten?|Wochen?|Euro"
        r"|Franken|Prozent"
        r"|Millionen|Milliarden|EUR|CHF|DM|Uhr|vom|von|v\.)(?!\w)"
        rf"|(?:{_MONTHS})\b"
    ),
    to=r"bis(?: einschließlich)?\b",
    and_=r"(?:und|sowie|oder)\b|u\.",
    plurals=re.compile(r"§?(?P<unit>§|Artikel|Art)\.?[ \u00a0]{0,2}(?=[0-9])"),
    plural_ends=re.compile(r"(?P<n>[0-9]{1,4})[ \u00a0]?(?:[a-z](?!\w))?(?![\w/.])"),
)
"""The numbers of German texts."""
