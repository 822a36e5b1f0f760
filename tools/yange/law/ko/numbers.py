"""How the numbers of clauses are written in Korean: 제12조의2, ①, 1의2., 가., 1), 가).

An article inserted behind 제12조 is 제12조의2: there is no 제12조의1.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import DIGIT_FORMS, DIGITS, IMAGES, LETTER_FORMS, row
from yange.numbering import BLANKS, ClauseNumber, NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "BRANCHES", "CIRCLES", "NUMBERS", "SYLLABLES", "values"]

PART = NumberStyle("ko-part", NumberedUnit.PART, inserted_from=2)
"""제1편"""
CHAPTER = NumberStyle("ko-chapter", NumberedUnit.CHAPTER, inserted_from=2)
"""제1장"""
SECTION = NumberStyle("ko-section", NumberedUnit.SECTION, inserted_from=2)
"""제1절"""
SUBSECTION = NumberStyle("ko-subsection", NumberedUnit.SUBSECTION, inserted_from=2)
"""제1관"""
ARTICLE = NumberStyle("ko-article", NumberedUnit.ARTICLE, inserted_from=2)
"""제1조"""
PARAGRAPH = NumberStyle("ko-paragraph", NumberedUnit.ARTICLE_PARAGRAPH)
"""①, a paragraph (항)"""
ITEM = NumberStyle("ko-item", NumberedUnit.ITEM, outline=2, depth=1, inserted_from=2)
"""1. and 1의2., an item (호)"""
SUBITEM = NumberStyle("ko-subitem", NumberedUnit.ITEM, outline=3, depth=2)
"""가., below an item (목)"""
SUBITEM_BRACKET = NumberStyle("ko-subitem-bracket", NumberedUnit.ITEM, depth=4)
"""가)"""

_B = f"[{BLANKS}]"
_UNITS = {"편": PART, "장": CHAPTER, "절": SECTION, "관": SUBSECTION, "조": ARTICLE}
BRANCHES = r"(?:의\d{1,3})"
"""One number of an inserted clause: 의2."""
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
"""The order of 목: each consonant with ㅏ, then with ㅓ, then with ㅗ."""
CIRCLES = row("①", 20) + row("㉑", 15) + row("㊱", 15)
"""The numbers of 항 from 1 to 50, as a text prints them."""


def values(numeral: str, branches: str | None = "") -> tuple[int, ...]:
    """Return the value of a number, ``(12, 2)`` for 12 and 의2."""
    return tuple(int(part) for part in (numeral, *(branches or "").split("의")) if part.strip())


def _read_unit(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((_UNITS[match["unit"]], values(match["n"], match["of"])),)


def _read_item(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((ITEM, values(match["n"], match["of"])),)


def _read_circle(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((PARAGRAPH, (CIRCLES.index(match["n"]) + 1,)),)


def _syllable(style: NumberStyle) -> Callable[[re.Match[str]], tuple[NumberReading, ...]]:
    return lambda match: ((style, (SYLLABLES.index(match["n"]) + 1,)),)


_FORMS = (
    NumberForm(
        "제",
        re.compile(
            rf"제{_B}?(?P<n>\d{{1,4}}){_B}?(?P<unit>[편장절조]|관(?![계리련한할])|편(?![의성]))(?P<of>{BRANCHES}{{0,3}})"
        ),
        _read_unit,
    ),
    NumberForm(CIRCLES, re.compile(f"(?P<n>[{CIRCLES}])"), _read_circle),
    NumberForm(DIGITS, re.compile(rf"(?P<n>\d{{1,3}})(?P<of>{BRANCHES}{{0,2}})\.(?!{_B}?\d{{1,2}}\.|\d)"), _read_item),
    NumberForm(SYLLABLES, re.compile(f"(?P<n>[{SYLLABLES}])\\."), _syllable(SUBITEM)),
    NumberForm(SYLLABLES, re.compile(f"(?P<n>[{SYLLABLES}])\\)"), _syllable(SUBITEM_BRACKET)),
    *(form for form in DIGIT_FORMS if "(" in form.begins or "⑴" in form.begins),
    *LETTER_FORMS,
)


def _several(text: str, at: int) -> ClauseNumber | None:
    """Read 제3조부터 제5조까지, the label of articles that are gone or that a reprint leaves out (생략)."""
    match = _ROW.match(text, at)
    if match is None:
        return None
    first, last = values(match["a"], match["aof"]), values(match["b"], match["bof"])
    return ClauseNumber(ARTICLE, first, match[0], last) if first < last else None


_ROW = re.compile(
    rf"제(?P<a>\d{{1,4}})조(?P<aof>{BRANCHES}{{0,2}}){_B}?부터{_B}?제(?P<b>\d{{1,4}})조(?P<bof>{BRANCHES}{{0,2}})까지"
)
_OF_UNITS = frozenset(_UNITS.values())
_REFERS = (
    rf"제|{_B}?(?:및|또는|내지|와|과|부터|까지|각{_B}?[항호]|본문|단서|전단|후단|제\d|중{_B}|에도|에서|에{_B}|에게)"
    r"|에|을|를|은|는|의(?!\d)|이(?!란)|가|도|로|으로|만|[ㆍ·,.」』]|[(（][^()（）]{0,60}[)）](?:에|의|을|를|제|부터|및)"
)

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE,),
    within={ARTICLE: rf"제\d{{1,4}}조(?:{BRANCHES})?\("},
    references=(
        FollowedBy(_OF_UNITS, _REFERS),
        FollowedBy(frozenset({PARAGRAPH, SUBITEM_BRACKET}), r"[,ㆍ·]|부터|및|의|에"),
        IMAGES,
    ),
    own=(FollowedBy(_OF_UNITS, rf"\([^()]{{1,80}}\)(?!에|의|을|를|은|는|제|부터|및)|{_B}(?:삭제|생략)"),),
    measures=r"[만천백억]*(?:원|명|인|년|개월|월|일|시|분|초|회|건|개|배|세|톤|미터|퍼센트|그램|리터|제곱)",
    to="부터|내지",
    and_="및|와|과|또는|ㆍ",
    ranges=(_several,),
)
"""The numbers of Korean texts."""
