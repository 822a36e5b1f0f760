"""How the numbers of clauses are written in Hungarian: 12. §, 12/A. §, II. FEJEZET, (1), a), aa), 1.

The sign stands behind the number; a clause inserted behind 12. § is 12/A. § (61/2009. (XII. 14.) IRM rendelet, 42. §).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import ARABIC_STOP, DIGITS, IMAGES, LATIN_BRACKET, roman
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["NUMBERS", "SIGN"]

BOOK = NumberStyle("hu-könyv", NumberedUnit.BOOK)
"""ELSŐ KÖNYV is not read; 1. KÖNYV and I. KÖNYV are"""
PART = NumberStyle("hu-rész", NumberedUnit.PART)
"""II. RÉSZ"""
TITLE = NumberStyle("hu-cím", NumberedUnit.BOOK)
"""III. CÍM"""
CHAPTER = NumberStyle("hu-fejezet", NumberedUnit.CHAPTER)
"""IV. FEJEZET, IV/A. FEJEZET"""
SIGN = NumberStyle("hu-sign", NumberedUnit.ARTICLE)
"""7. §, 7/A. §"""
PARAGRAPH = NumberStyle("hu-bekezdés", NumberedUnit.ITEM, outline=4, depth=0)
"""(1), (1a)"""

_UNITS = {"könyv": BOOK, "rész": PART, "cím": TITLE, "fejezet": CHAPTER}
_B = r"[ \u00a0]{0,2}"
_OF = r"(?:/(?P<of>[A-Z]{1,2}))?"


def _letters(printed: str | None) -> tuple[int, ...]:
    """Return the end of an inserted clause's number: A is ``(1,)``, ZS ``(26, 19)``."""
    return tuple(ord(letter) - ord("A") + 1 for letter in printed or "")


def _read_sign(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((SIGN, (int(match["n"]), *_letters(match["of"]))),)


def _read_division(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = int(match["n"]) if match["n"].isdigit() else roman(match["n"])
    return ((_UNITS[match["unit"].lower()], (value, *_letters(match["of"]))),) if value else ()


def _reader(style: NumberStyle) -> Callable[[re.Match[str]], tuple[NumberReading, ...]]:
    def read(match: re.Match[str]) -> tuple[NumberReading, ...]:
        return ((style, (int(match["n"]), *_letters((match.groupdict().get("of") or "").upper()))),)

    return read


def _read_letter(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((LATIN_BRACKET, (ord(match["n"]) - ord("a") + 1,)),)


_SIGN = re.compile(rf"(?P<n>[0-9]{{1,4}}){_OF}\.{_B}§(?!-)")
_FORMS = (
    NumberForm(
        f"{DIGITS}IVXLC",
        re.compile(rf"(?P<n>[0-9]{{1,3}}|[IVXLC]{{1,7}}){_OF}\.{_B}(?P<unit>(?i:könyv|rész|cím|fejezet))(?!\w)[.:]?"),
        _read_division,
    ),
    NumberForm(DIGITS, _SIGN, _read_sign),
    NumberForm("(", re.compile(r"\((?P<n>[0-9]{1,3})(?P<of>[a-z])?\)"), _reader(PARAGRAPH)),
    NumberForm("abcdefghijklmnopqrstuvwxyz", re.compile(r"(?P<n>[a-z])\)"), _read_letter),
    NumberForm(DIGITS, re.compile(rf"(?P<n>[0-9]{{1,3}})\.(?![0-9])(?!{_B}§)"), _reader(ARABIC_STOP)),
)

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(SIGN,),
    references=(
        FollowedBy(
            frozenset({SIGN}), rf"{_B}\([0-9]{{1,3}}[a-z]?\) (?:bekezdés|és|vagy)|\s+(?:szerint|alapján|és|vagy)\b"
        ),
        FollowedBy(frozenset({PARAGRAPH}), r"\s*(?:bekezdés|és \(|vagy \(|[,;–-])"),
        FollowedBy(frozenset({LATIN_BRACKET}), r"\s*(?:pont|és [a-z]\)|[–-])"),
        IMAGES,
    ),
    measures=r"(?:forint|Ft|nap|hónap|év|óra|perc|fő|százalék|méter|kilométer|tonna|január|február|március|április|május"
    r"|június|július|augusztus|szeptember|október|november|december)",
    and_=r"(?:és|vagy|valamint)\b",
)
"""The numbers of Hungarian texts."""
