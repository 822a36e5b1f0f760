"""The numbers of clauses in Chinese, in simplified characters: 第一条, 一、, （一）."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import (
    ARABIC,
    ARABIC_BRACKET,
    ARABIC_STOP,
    BRACKETS,
    CIRCLED,
    DIGIT_FORMS,
    IMAGES,
    LETTER_FORMS,
    row_reader,
)
from yange.law.zh_hans.numerals import HAN_DIGITS, LONGEST_NUMERAL, read_chinese_numeral
from yange.numbering import BLANKS, ClauseNumber, NumberedUnit, NumberStyle

__all__ = [
    "ARTICLE",
    "CHAPTER",
    "HAN_BRACKET",
    "HAN_COMMA",
    "NUMBERS",
    "PART",
    "SECTION",
    "SUBPART",
    "run_on_range",
    "unit_form",
]

PART = NumberStyle("part", NumberedUnit.PART)
"""第一编"""
SUBPART = NumberStyle("subpart", NumberedUnit.SUBPART)
"""第一分编"""
CHAPTER = NumberStyle("chapter", NumberedUnit.CHAPTER)
"""第一章"""
SECTION = NumberStyle("section", NumberedUnit.SECTION)
"""第一节"""
ARTICLE = NumberStyle("article", NumberedUnit.ARTICLE)
"""第一条"""
HAN_COMMA = NumberStyle("han-comma", NumberedUnit.ITEM, outline=1, depth=0)
"""一、"""
HAN_BRACKET = NumberStyle("han-bracket", NumberedUnit.ITEM, outline=2, depth=1)
"""（一）"""

_UNITS = {"编": PART, "分编": SUBPART, "章": CHAPTER, "节": SECTION, "条": ARTICLE}
_BLANK = f"[{BLANKS}]"
_NUMERAL = (
    rf"(?:[{HAN_DIGITS}][{HAN_DIGITS}{BLANKS}]{{0,{LONGEST_NUMERAL}}}"
    rf"|[{ARABIC}][{ARABIC}{BLANKS}]{{0,{LONGEST_NUMERAL}}})"
)
_OF = rf"之(?P<of>[{HAN_DIGITS}]{{1,4}})|[ ]之[ ](?P<apart>[{HAN_DIGITS}](?:[ ][{HAN_DIGITS}]){{0,3}})"
_SPELLED = rf"[{HAN_DIGITS}]{{1,{LONGEST_NUMERAL}}}"


def _values(*numerals: str | None) -> tuple[int, ...] | None:
    read = [read_chinese_numeral(numeral) for numeral in numerals if numeral]
    return None if None in read else tuple(value for value in read if value is not None)


def unit_form(units: Mapping[str, NumberStyle]) -> NumberForm:
    """Return the form of numbers between 第 and one of these units: 第十二条之一."""
    names = "|".join(sorted(map(re.escape, units), key=len, reverse=True))

    def read(match: re.Match[str]) -> tuple[NumberReading, ...]:
        return ((units[match["unit"]], _values(match["n"], match["of"] or match["apart"])),)

    return NumberForm("第", re.compile(rf"第{_BLANK}{{0,4}}(?P<n>{_NUMERAL})(?P<unit>{names})(?:{_OF})?"), read)


def run_on_range(units: Mapping[str, NumberStyle]) -> Callable[[str, int], ClauseNumber | None]:
    """Return the reader of labels with one unit for two numbers: 第十至四十五条."""
    names = "|".join(map(re.escape, units))
    pattern = re.compile(
        rf"第(?P<n>{_SPELLED}|[{ARABIC}]{{1,4}})(?:至|到|—|－|–|-|~|～)第?"
        rf"(?P<to>{_SPELLED}|[{ARABIC}]{{1,4}})(?P<unit>{names})"
    )

    def read(text: str, at: int) -> ClauseNumber | None:
        match = pattern.match(text, at)
        first, last = (read_chinese_numeral(match[group]) for group in ("n", "to")) if match else (None, None)
        if match is None or not first or not last or first >= last:
            return None
        return ClauseNumber(units[match["unit"]], (first,), match[0], (last,))

    return read


def _plain(style: NumberStyle) -> Callable[[re.Match[str]], tuple[NumberReading, ...]]:
    return lambda match: ((style, _values(match["n"])),)


_FORMS = (
    unit_form(_UNITS),
    NumberForm(
        HAN_DIGITS,
        re.compile(rf"(?P<n>{_SPELLED}){_BLANK}?(?:、|[．.](?![{HAN_DIGITS}{ARABIC}]))"),
        _plain(HAN_COMMA),
    ),
    NumberForm(
        BRACKETS,
        re.compile(rf"[（(]{_BLANK}*(?P<n>{_SPELLED}){_BLANK}*[）)]、?"),
        _plain(HAN_BRACKET),
    ),
    NumberForm("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", re.compile(r"(?P<n>.)"), row_reader(HAN_BRACKET, "㈠")),
    *DIGIT_FORMS,
    *LETTER_FORMS,
)

_OF_UNITS = frozenset(_UNITS.values())
_REFERENCES = (
    FollowedBy(
        _OF_UNITS,
        r"第|[的之]|规定|所[列述称规指定]|[至到](?=第|本|[一二三四五六七八九十\d])"
        r"|(?:和|与|或|或者|及|以及|、|，|,)(?=第|本|前|其他|《)"
        r"|中(?=[的所，,。]|规定|第|“)|相应(?:地)?(?:改|调整|修改)|修改为|改为|修正为|增加|删去|删除|作为|作出如下|前款|以外|除外|[。，；]$"
        r"|[两二三四五六七八九十]款",
    ),
    FollowedBy(_OF_UNITS, r"[ \t](?:第[^第。]{1,6}[款项]|规定的|规定，|所列|的)"),
    FollowedBy(
        frozenset({HAN_BRACKET, ARABIC_BRACKET, CIRCLED}),
        r"项(?!目)|[目款](?=规定|所列|、第)|至[（(]|[、和与或及]\s*[（(]|或者\s*[（(]|的规定|规定的|所列",
    ),
    FollowedBy(
        frozenset({HAN_COMMA, ARABIC_STOP}),
        r"(?<=、)(?:[〇零一二两三四五六七八九十百]{1,4}、|(?<=[0-9０-９]、)[0-9０-９]{1,3}、)",
    ),
    IMAGES,
    FollowedBy(frozenset({HAN_COMMA}), IMAGES.pattern),
)
_PERHAPS = (
    FollowedBy(
        _OF_UNITS,
        r"[、，,和与或及至到]|中(?!华|央|国|外|小|级|介|等|医|学)|以[上下内]|关于|情形|要求|内容|修改",
    ),
)

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE,),
    within={ARTICLE: r"第[^第。；，、]{1,16}条"},
    references=_REFERENCES,
    perhaps=_PERHAPS,
    measures=r"[万亿千百]+[元吨米亩个]|[元吨米亩个只件人次倍页日月年天时分秒克升辆户家座期届周岁层级起](?:[内以]|(?![^\W\d_]))",
    read=read_chinese_numeral,
    to="至|到",
    and_="、|和|及|与",
    ranges=(run_on_range({unit: style for unit, style in _UNITS.items() if unit != "分编"}),),
)
"""The numbers of Chinese texts in simplified characters."""
