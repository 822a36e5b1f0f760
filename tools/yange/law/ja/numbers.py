"""How the numbers of clauses are written in Japanese: 第十二条の二, ２　, 一　, イ　, （１）, 第１　.

An article inserted behind 第十二条 is 第十二条の二: there is no 第十二条の一.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import ARABIC, ARABIC_BRACKET, CIRCLED, DIGIT_FORMS, DIGITS, IMAGES, LETTER_FORMS
from yange.law.ja.numerals import KANJI_DIGITS, LONGEST_NUMERAL, read_japanese_numeral
from yange.numbering import BLANKS, ClauseNumber, NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "BRANCHES", "ITEM", "NUMBERS", "NUMERAL", "PARAGRAPH", "values"]

PART = NumberStyle("ja-part", NumberedUnit.PART, inserted_from=2)
"""第一編"""
CHAPTER = NumberStyle("ja-chapter", NumberedUnit.CHAPTER, inserted_from=2)
"""第一章"""
SECTION = NumberStyle("ja-section", NumberedUnit.SECTION, inserted_from=2)
"""第一節"""
SUBSECTION = NumberStyle("ja-subsection", NumberedUnit.SUBSECTION, inserted_from=2)
"""第一款"""
SUBSUBSECTION = NumberStyle("ja-subsubsection", NumberedUnit.PARAGRAPH, inserted_from=2)
"""第一目"""
ARTICLE = NumberStyle("ja-article", NumberedUnit.ARTICLE, inserted_from=2)
"""第一条"""
PARAGRAPH = NumberStyle("ja-paragraph", NumberedUnit.ARTICLE_PARAGRAPH, outline=2, inserted_from=2)
"""２　, a paragraph (項); the first of an article prints no number. A heading in a text without articles."""
HEAD = NumberStyle("ja-head", NumberedUnit.ITEM, outline=1, depth=0)
"""第１　, a heading of guidelines."""
ITEM = NumberStyle("ja-item", NumberedUnit.ITEM, depth=1, inserted_from=2)
"""一　, an item (号)"""
IROHA = NumberStyle("ja-iroha", NumberedUnit.ITEM, depth=2)
"""イ　 ロ　 ハ　, below an item"""
GOJUON = NumberStyle("ja-gojuon", NumberedUnit.ITEM, outline=5, depth=4)
"""ア　 イ　 ウ　, below (1) in municipal ordinances and in guidelines"""
GOJUON_BRACKET = NumberStyle("ja-gojuon-bracket", NumberedUnit.ITEM, depth=5)
"""（ア）"""

_B = f"[{BLANKS}]"
_UNITS = {"編": PART, "章": CHAPTER, "節": SECTION, "款": SUBSECTION, "目": SUBSUBSECTION, "条": ARTICLE}
_SPELLED = rf"[{KANJI_DIGITS}]{{1,{LONGEST_NUMERAL}}}"
NUMERAL = rf"(?:{_SPELLED}|[{ARABIC}]{{1,4}})"
"""A numeral, in words or in figures."""
BRANCHES = rf"(?:の(?:[{KANJI_DIGITS}]{{1,4}}|[{ARABIC}]{{1,3}})(?![{KANJI_DIGITS}{ARABIC}年月日人回倍分割箇か]))"
"""One number of an inserted clause: の二. A quantity behind の is none: 第三条の三十日."""
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_GOJUON = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"


def values(numeral: str, branches: str = "") -> tuple[int, ...] | None:
    """Return the value of a number, ``(12, 2)`` for 十二 and の二; ``None`` where a numeral is none."""
    read = [read_japanese_numeral(part) for part in (numeral, *branches.split("の")) if part.strip()]
    return None if None in read else tuple(value for value in read if value is not None)


def _read_unit(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((_UNITS[match["unit"]], values(match["n"], match["of"])),)


def _plain(style: NumberStyle) -> Callable[[re.Match[str]], tuple[NumberReading, ...]]:
    return lambda match: ((style, values(match["n"], match.groupdict().get("of") or "")),)


def _read_kana(match: re.Match[str]) -> tuple[NumberReading, ...]:
    rows = ((GOJUON, _GOJUON), (IROHA, _IROHA))  # イ behind ア is its second, elsewhere the first of イロハ
    return tuple((style, (row.index(match["n"]) + 1,)) for style, row in rows if match["n"] in row)


def _read_bracketed_kana(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((GOJUON_BRACKET, (_GOJUON.index(match["n"]) + 1,)),) if match["n"] in _GOJUON else ()


_SET_OFF = rf"(?={_B}|$)"
_FORMS = (
    NumberForm(
        "第",
        re.compile(
            rf"第{_B}{{0,2}}(?P<n>{NUMERAL}){_B}{{0,2}}(?P<unit>[編章節款条]|目(?!的|標|録|次|途))(?P<of>{BRANCHES}{{0,4}})"
        ),
        _read_unit,
    ),
    NumberForm("第", re.compile(rf"第(?P<n>{NUMERAL})(?={_B})"), _plain(HEAD)),
    NumberForm(
        KANJI_DIGITS,
        re.compile(rf"(?P<n>{_SPELLED})(?P<of>(?:の[{KANJI_DIGITS}]{{1,4}}){{0,4}}){_SET_OFF}"),
        _plain(ITEM),
    ),
    NumberForm(
        DIGITS, re.compile(rf"(?P<n>[{ARABIC}]{{1,3}})(?P<of>(?:の[{ARABIC}]{{1,2}})?)(?={_B})"), _plain(PARAGRAPH)
    ),
    NumberForm(_GOJUON + "ヰヱ", re.compile(rf"(?P<n>.){_SET_OFF}"), _read_kana),
    NumberForm("（(", re.compile(r"[（(](?P<n>[ァ-ン])[）)]"), _read_bracketed_kana),
    *DIGIT_FORMS,
    *LETTER_FORMS,
)


def _run_of(style: NumberStyle, before: str, unit: str) -> Callable[[str, int], ClauseNumber | None]:
    """Return the reader of 第三条から第五条まで, 三から五まで: labels of clauses that are gone."""
    branches = rf"(?:の[{KANJI_DIGITS}{ARABIC}]{{1,3}}){{0,3}}"
    first, last = (rf"{before}(?P<{name}>{NUMERAL}){unit}(?P<{name}of>{branches})" for name in ("a", "b"))
    pattern = re.compile(f"{first}から{last}まで")

    def read(text: str, at: int) -> ClauseNumber | None:
        match = pattern.match(text, at)
        if match is None:
            return None
        begins, ends = (values(match[name], match[f"{name}of"]) for name in ("a", "b"))
        return ClauseNumber(style, begins, match[0], ends) if begins and ends and begins < ends else None

    return read


_REFERS = (
    r"第|の|に|又は|若しくは|及び|並びに|と|から|まで|[、，,。・」』）)]|を|が|で|も(?!の)|より|へ|は(?=、|この|その|、)|中"
    r"|各[項号]|本文|ただし書|[前後]段|以[下上前後外]|関係|[（(][^（）()]{0,60}(?:場合|準用|限る|除く|含む|以下|規定|法律|同じ)"
)
_OF_UNITS = frozenset(_UNITS.values())

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE,),
    within={ARTICLE: r"第[^第。；，、]{1,16}条"},
    references=(
        FollowedBy(_OF_UNITS, _REFERS),
        FollowedBy(
            frozenset({ARABIC_BRACKET, CIRCLED, GOJUON_BRACKET}), r"の|に|から|まで|又は|若しくは|及び|並びに|を|と|、"
        ),
        IMAGES,
    ),
    perhaps=(FollowedBy(_OF_UNITS, r"は|若|または|および|ならびに|もしくは"),),
    own=(FollowedBy(frozenset({ARTICLE}), f"{_B}"),),
    measures=r"[万億千百]*(?:円|人|名|年|月|日|時|分|秒|回|件|個|箇|か月|ヶ月|倍|割|歳|トン|メートル|グラム|リットル|パーセント)",
    read=read_japanese_numeral,
    to="から",
    and_="及び|並びに|又は|、|・",
    ranges=(_run_of(ARTICLE, "第", "条"), _run_of(ITEM, "", ""), _run_of(PARAGRAPH, "", "")),
)
"""The numbers of Japanese texts."""
