"""The numbers of clauses in English: Article 1, Section 12A, § 1.101, SEC. 3., and 12A. or 2.—(1) without a word; (2A).

Sections have no word before their number in the United Kingdom (Office of the Parliamentary Counsel, Drafting Guidance,
part 5), Ireland, India, Singapore, Hong Kong, Canada, Australia and New Zealand. Inserted ones have letters (12A, 12AA,
and 12ZA before 12A) or, in Canada, decimals (4.1, 4.11, 4.2: Canada, Legistics, "Numbering"). The United States prints
§ or SEC. (House Legislative Counsel's Manual on Drafting Style, HLC 104-1, sections 311 to 315), the European Union
Article (Joint Practical Guide, guideline 15). Rules of court have dotted numbers (rule 3.1).
"""

from __future__ import annotations

import re

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import ARABIC_BRACKET, DIGIT_FORMS, IMAGES, LATIN_ORDINAL, LETTER_FORMS, branches, roman
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "BARE", "CHAPTER", "NUMBERS", "PART", "REGULATION", "RULE", "SECTION", "SIGN"]

PART = NumberStyle("en-part", NumberedUnit.PART)
"""Part I"""
CHAPTER = NumberStyle("en-chapter", NumberedUnit.CHAPTER)
"""Chapter 2"""
SECTION = NumberStyle("en-section", NumberedUnit.SECTION)
"""Section 3, Sec. 3: a division of a text with articles, or an article if there are no others"""
ARTICLE = NumberStyle("en-article", NumberedUnit.ARTICLE)
"""Article 4, Art. 4"""
RULE = NumberStyle("en-rule", NumberedUnit.ARTICLE)
"""Rule 5"""
REGULATION = NumberStyle("en-regulation", NumberedUnit.ARTICLE)
"""Regulation 6"""
SIGN = NumberStyle("sign", NumberedUnit.ARTICLE)
"""§ 7"""

BARE = NumberStyle("en-bare", NumberedUnit.ARTICLE)
"""8, 8A., 8.—(1): the number of a section without a word"""
UPPER_DIVISION = NumberStyle("en-division", NumberedUnit.PART)
"""DIVISION A, above titles (United States)"""
TITLE = NumberStyle("en-title", NumberedUnit.TITLE)
"""TITLE I"""
SUBTITLE = NumberStyle("en-subtitle", NumberedUnit.SUBTITLE)
"""SUBTITLE A"""
SUBPART = NumberStyle("en-subpart", NumberedUnit.SUBPART)
"""Subpart 1, Subpart B"""
CHAPTER_PART = NumberStyle("en-chapter-part", NumberedUnit.CHAPTER_PART)
"""Part 1-3, the third of Chapter 1 (Australia: the Criminal Code, tax and family law)"""
SUBCHAPTER = NumberStyle("en-subchapter", NumberedUnit.SECTION)
"""SUBCHAPTER II"""
DIVISION = NumberStyle("en-lower-division", NumberedUnit.SECTION)
"""Division 2, below Part (Australia, Hong Kong, Singapore)"""
SUBDIVISION = NumberStyle("en-subdivision", NumberedUnit.SUBSECTION)
"""Subdivision 3"""

_DIVISIONS = {
    "title": TITLE,
    "subtitle": SUBTITLE,
    "subpart": SUBPART,
    "subchapter": SUBCHAPTER,
    "division": DIVISION,
    "subdivision": SUBDIVISION,
    "part": PART,
    "chapter": CHAPTER,
}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNITS = {
    "part": PART,
    "chapter": CHAPTER,
    "section": SECTION,
    "sec": SECTION,
    "article": ARTICLE,
    "art": ARTICLE,
    "rule": RULE,
    "regulation": REGULATION,
    "division": DIVISION,
    "subdivision": SUBDIVISION,
    "subpart": SUBPART,
}


def _read_unit(match: re.Match[str]) -> tuple[NumberReading, ...]:
    style, numeral, dots = _UNITS[match["unit"].lower()], match["n"], match["dots"] or ""
    value = int(numeral) if numeral.isdigit() else roman(numeral)
    if value is None or ("-" in dots and match["unit"].lower() not in _DIVISIONS):
        return ()  # Part 1-3 of Australia; Section 3-5 is two sections
    if "-" in dots and style is PART:
        style = CHAPTER_PART
    below = tuple(int(digits) for digits in dots.replace("-", ".").split(".")[1:])
    return tuple((style, (value, *below, *branch)) for branch in branches(match["of"], match["latin"]))


def _read_division(match: re.Match[str]) -> tuple[NumberReading, ...]:
    unit, numeral = match["unit"].lower(), match["n"]
    style = _DIVISIONS[unit]
    if numeral.lower() in _WORDS:
        return ((style, (_WORDS.index(numeral.lower()) + 1,)),)
    if (value := roman(numeral)) is not None:
        return ((style, (value,)),)
    if len(numeral) == 1:
        return ((UPPER_DIVISION if unit == "division" else style, (_letter(numeral),)),)
    for end in (1, 2):  # IVA, IVAA
        value = roman(numeral[:-end])
        if value is not None:
            return tuple((style, (value, *branch)) for branch in branches(numeral[-end:]))
    return ()


def _read_sign(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((SIGN, (int(match["n"]), *branch)) for branch in branches(match["of"], match["latin"]))


def _read_dashed_sign(match: re.Match[str]) -> tuple[NumberReading, ...]:
    """Return the readings of § 51b–1, § 1.61-1 and § 1–101.01; § 136–1 is between § 136 and § 136a."""
    found: list[tuple[int, ...]] = [(int(match["n"]), *branch) for branch in branches(match["of"])]
    lettered = match["of"] is not None
    for part in _SIGN_PART.finditer(match["rest"]):
        within = (_letter(part["in"]),) if part["in"] else ()
        inserted = part["join"] != "." and not lettered and not within and len(part["n"]) < _WHOLE
        zero = (0,) if inserted and "." not in match["rest"] else ()
        value = int(part["n"])
        found = [(*base, *within, *zero, value, *branch) for base in found for branch in branches(part["of"])]
    return tuple((SIGN, value) for value in found)


def _letter(letter: str) -> int:
    return ord(letter.lower()) - ord("a") + 1


_SIGN_PART = re.compile(
    r"(?:\((?P<in>[a-z])\))?(?P<join>[-–.\u2011])(?P<n>[0-9]{1,4})(?P<of>[A-Z]{1,2}|[a-z]{1,2}(?![a-z]))?"
)
_WHOLE = 3
"""Digits. § 1–101 is section 101 of title 1, § 136–1 an inserted one."""


def _read_bare(match: re.Match[str]) -> tuple[NumberReading, ...]:
    """Return the readings of 12, 12A, 40-25 and 4.11, which is the eleventh below 4, or between 4.1 and 4.2."""
    value, dots = int(match["n"]), (match["dots"] or "").split(".")[1:]
    if match["dash"]:
        return tuple((BARE, (value, int(match["dash"][1:]), *branch)) for branch in branches(match["of"]))
    below = [tuple(int(digits) for digits in dots)]
    if len(dots) == 1 and len(dots[0]) > 1:
        below.append(tuple(int(digit) for digit in dots[0]))
    return tuple((BARE, (value, *each, *branch)) for each in below for branch in branches(match["of"]))


def _numeral(text: str) -> int | None:
    """Return the value of an ordinal in words: FIRST SCHEDULE."""
    word = text.lower()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else None


_HEADS = r"(?:[A-Z“\"‘'\[*…]|\.{2})"
"""With what a heading or a section begins after its number."""
_BARE_FORMS = (
    NumberForm(
        "0123456789[F*",
        re.compile(
            r"(?:\*(?=[0-9]))?(?:(?:F?[0-9]{1,3})? ?\[ ?)?(?P<n>[0-9]{1,4})"
            rf"(?:(?P<dots>(?:\.[0-9]{{1,4}}){{1,2}})|(?P<dash>-[0-9]{{1,4}})(?=[A-Z]{{0,2}}[ \u00a0]{{1,4}}[A-Z]))?"
            r"(?:(?:-(?=[A-Z]{1,2}\.))?(?P<of>[A-Z]{1,4}|[a-z](?=[. ]))(?![A-Za-z]))?"
            rf"(?:\.?[ \u00a0]?[—–―-]{{1,2}}(?=[ \u00a0]?(?:\(|{_HEADS}|$))"
            rf"|[ \u00a0]?\.(?=[ \u00a0]?(?:\(|{_HEADS}|\.)|$)"
            rf"|(?=[ \u00a0]?\( ?1A? ?\))|(?=[ \u00a0]{{1,4}}{_HEADS}|[ \u00a0]?$))"
        ),
        _read_bare,
    ),
)


def _read_inserted(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((ARABIC_BRACKET, (int(match["n"]), *branch)) for branch in branches(match["of"]))


_FORMS = (
    *DIGIT_FORMS,
    NumberForm("(", re.compile(r"\((?P<n>[0-9]{1,3})(?P<of>[A-Z]{1,3})\)"), _read_inserted),
    NumberForm(
        "PCSARD",
        re.compile(
            r"(?P<unit>Part|Chapter|Section|Article|Rule|Regulation|PART|CHAPTER|SECTION|ARTICLE|RULE|REGULATION"
            r"|Division|DIVISION|Subdivision|SUBDIVISION|Subpart|SUBPART"
            r"|(?:Sec|SEC|Art|ART)(?=\.))\.?[ \u00a0]"
            r"(?P<n>[0-9]{1,4}|[IVXLCivxlc]{1,12})(?P<dots>(?:(?<=[0-9])[.-][0-9]{1,4}){1,3})?"
            rf"(?:-?(?P<of>(?<=[0-9-])(?:[A-Z]{{1,3}}|(?!st\b|nd\b|rd\b|th\b)[a-z]{{1,2}}))|{LATIN_ORDINAL})?"
            r"\b(?![-–/][0-9]|(?<=[A-Z])\.?[ \u00a0]?[0-9])\.?(?![0-9])"
        ),
        _read_unit,
    ),
    NumberForm(
        "TSPCD",
        re.compile(
            r"(?P<unit>Title|TITLE|Subtitle|SUBTITLE|Subpart|SUBPART|Subchapter|SUBCHAPTER|Division|DIVISION"
            r"|Subdivision"
            r"|SUBDIVISION|Part|PART|Chapter|CHAPTER)[ \u00a0]"
            rf"(?P<n>(?i:{'|'.join(_WORDS)})|[IVXLC]{{1,8}}[A-Z]{{0,2}}|[A-Z])\b"
            r"(?![-–/][0-9]|'|’|[ \u00a0]?[0-9])\.?(?![0-9])"
        ),
        _read_division,
    ),
    NumberForm(
        "§",
        re.compile(
            r"§[ \u00a0]?(?P<n>[0-9]{1,5})(?P<of>[A-Z]{1,3}|[a-z]{1,3})?"
            r"(?P<rest>(?:(?:\([a-z]\))?[-–.\u2011][0-9]{1,4}(?:[A-Z]{1,2}|[a-z]{1,2})?(?![A-Za-z])){1,3})"
            rf"\.?(?=[ \u00a0]{{1,4}}{_HEADS}|$)"
        ),
        _read_dashed_sign,
    ),
    NumberForm(
        "§",
        re.compile(
            rf"§[ \u00a0]?(?P<n>[0-9]{{1,5}})(?:(?P<of>[A-Z]{{1,3}}|[a-z]{{1,3}})|{LATIN_ORDINAL})?\b(?![-–/.][0-9])\.?"
        ),
        _read_sign,
    ),
    *LETTER_FORMS,
)

_NOTED = "(?:I ?ns|ins|[Ss]ubs|[Oo]mitted|[Ii]nserted|[Ss]ubstituted|[Aa]dded|[Rr]ep|Am)"
_REFERENCES = (
    FollowedBy(
        frozenset({ARTICLE, SECTION, RULE, REGULATION, SIGN, *_DIVISIONS.values(), CHAPTER_PART, UPPER_DIVISION}),
        r"\s*\([0-9a-z]{1,3}\)|, (?:and|or)\b|,\s+[a-z]|[;)]"
        r"|\s+(?:of|and|or|to|in|by|as|Absatz|Abs|Satz|Nr)\b|(?<!\.)\s+[a-z]{2}",  # a heading has a capital letter
    ),
    FollowedBy(
        frozenset({BARE}),
        rf"[ \u00a0](?:{_NOTED}\.?[ \u00a0](?:and [Ii]ns\. )?(?:by|ibid)\b|(?:Vide|See|Cf|w\.e\.f)\.?[ \u00a0]"
        r"|(?:The (?:words?|brackets|figures?|Explanation|proviso)|Clause|Sub-?section|Section|Proviso|Explanation)"
        rf"[^\n]{{0,90}}?\b{_NOTED}\.? by (?:Act|s\.|the|notification|G\.S\.R))",
    ),
    IMAGES,
)

NUMBERS = Numbers(
    forms=_FORMS,
    sections=_BARE_FORMS,
    section_style=BARE,
    enacted=(
        r"(?i:\bB ?e it (?:therefore )?enacted|enacts? as follows|\benacted by\b|\bhereby (?:makes?|orders?)\b"
        r"|this act (?:is|may be (?:cited|called))|may be (?:cited|called|referred to) as the\b"
        r"|(?:rules|regulations|order|by-?laws|ordinance|act) (?:is|are) the\b"
        r"|makes? the following (?:rules|regulations|order|by-?laws))"
    ),
    leaps=frozenset({SECTION, SIGN}),
    articles=(ARTICLE, SECTION, RULE, REGULATION, SIGN),
    within={
        ARTICLE: r"(?:Article|ARTICLE)[ \u00a0][0-9IVXLC]",
        SECTION: r"(?:Section|SECTION)[ \u00a0][0-9IVXLC]",
    },
    references=_REFERENCES,
    measures=(
        r"(?:mm|cm|km|m|kg|g|mg|ml|l|kW|kV|Hz|Pa|ha|days?|months?|years?|hours?|minutes?|weeks?|euros?|per|EUR"
        r"|USD|RMB)\b"
        r"|(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
        r"|Nov(?:ember)?|Dec(?:ember)?)\b"
    ),
    read=_numeral,
    to=r"to\b|through\b",
    and_=r"and\b|&",
    plurals=re.compile(r"(?P<unit>Article|Section|Rule|Regulation|Chapter|Part|ARTICLE|SECTION|RULE|REGULATION)[sS] "),
    plural_ends=re.compile(r"(?P<n>[0-9]{1,4}[A-Z]{0,3}|[IVXLC]{1,12})\b\.?"),
)
"""The numbers of English texts."""
