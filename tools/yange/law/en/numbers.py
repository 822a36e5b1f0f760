"""The numbers of clauses in English: Article 1, Section 12A, and § as in much of Europe."""

from __future__ import annotations

import re

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import DIGIT_FORMS, IMAGES, LATIN_ORDINAL, LETTER_FORMS, branches, roman
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "CHAPTER", "NUMBERS", "PART", "REGULATION", "RULE", "SECTION", "SIGN"]

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

_UNITS = {
    "part": PART,
    "chapter": CHAPTER,
    "section": SECTION,
    "sec": SECTION,
    "article": ARTICLE,
    "art": ARTICLE,
    "rule": RULE,
    "regulation": REGULATION,
}


def _read_unit(match: re.Match[str]) -> tuple[NumberReading, ...]:
    style, numeral, dots = _UNITS[match["unit"].lower()], match["n"], match["dots"] or ""
    value = int(numeral) if numeral.isdigit() else roman(numeral)
    if value is None:
        return ()
    below = tuple(int(digits) for digits in dots.split(".")[1:])
    return tuple((style, (value, *below, *branch)) for branch in branches(match["of"], match["latin"]))


def _read_sign(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((SIGN, (int(match["n"]), *branch)) for branch in branches(match["of"], match["latin"]))


_FORMS = (
    *DIGIT_FORMS,
    NumberForm(
        "PCSAR",
        re.compile(
            r"(?P<unit>Part|Chapter|Section|Article|Rule|Regulation|PART|CHAPTER|SECTION|ARTICLE|RULE|REGULATION"
            r"|(?:Sec|SEC|Art|ART)(?=\.))\.?[ \u00a0]"
            r"(?P<n>[0-9]{1,4}|[IVXLCivxlc]{1,12})(?P<dots>(?:(?<=[0-9])\.[0-9]{1,3}){1,3})?"
            rf"(?:-?(?P<of>(?<=[0-9-])(?:[A-Z]{{1,3}}|(?!st\b|nd\b|rd\b|th\b)[a-z]{{1,2}}))|{LATIN_ORDINAL})?"
            r"\b(?![-–/][0-9]|(?<=[A-Z])\.?[ \u00a0]?[0-9])\.?(?![0-9])"
        ),
        _read_unit,
    ),
    NumberForm(
        "§",
        re.compile(
            rf"§[ \u00a0]?(?P<n>[0-9]{{1,4}})(?:(?P<of>[A-Z]{{1,3}}|[a-z])|{LATIN_ORDINAL})?\b(?![-–/.][0-9])\.?"
        ),
        _read_sign,
    ),
    *LETTER_FORMS,
)

_REFERENCES = (
    FollowedBy(
        frozenset({ARTICLE, SECTION, RULE, REGULATION, SIGN, CHAPTER, PART}),
        r"\s*\([0-9a-z]{1,3}\)|, (?:and|or)\b|,\s+[a-z]|[;)]"
        r"|\s+(?:of|and|or|to|shall|applies|apply|does|do|is|are|may|through|above|below|hereof|has|have|was|were|in|by"
        r"|under|for|must|as|with|Absatz|Abs|Satz|Nr|und|bis|oder|der|des|gilt)\b",
    ),
    IMAGES,
)

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE, SECTION, RULE, REGULATION, SIGN),
    within={
        ARTICLE: r"(?:Article|ARTICLE)[ \u00a0][0-9IVXLC]",
        SECTION: r"(?:Section|SECTION)[ \u00a0][0-9IVXLC]",
    },
    references=_REFERENCES,
    measures=(
        r"(?:mm|cm|km|m|kg|g|mg|ml|l|kW|kV|Hz|Pa|ha|days?|months?|years?|hours?|minutes?|weeks?|euros?|per|EUR|USD|RMB)\b"
        r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    ),
    to=r"to\b|through\b",
    and_=r"and\b|&",
    plurals=re.compile(r"(?P<unit>Article|Section|Rule|Regulation|Chapter|Part|ARTICLE|SECTION|RULE|REGULATION)[sS] "),
    plural_ends=re.compile(r"(?P<n>[0-9]{1,4}[A-Z]{0,3}|[IVXLC]{1,12})\b\.?"),
)
"""The numbers of English texts."""
