"""Clause numbers as ordered values that print exactly as they were written.

A number is read only where it stands (:func:`read_number`); whether it is a number there or a cross-reference is for
:mod:`yange.parse` to say. Chinese numerals are read by cn2an, the library the field uses; Roman numerals are few
enough in policy texts (parts, chapters, lower-case items) to be read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

__all__ = [
    "BLANKS",
    "ClauseNumber",
    "NumberStyle",
    "chinese_numeral",
    "read_chinese_numeral",
    "read_number",
    "read_numbers",
]


class NumberStyle(StrEnum):
    """The form in which a number is written; each form has its own rank in a text."""

    PART = "part"  # 第一编
    SUBPART = "subpart"  # 第一分编
    CHAPTER = "chapter"  # 第一章
    SECTION = "section"  # 第一节
    ARTICLE = "article"  # 第一条
    HAN_COMMA = "han-comma"  # 一、
    HAN_BRACKET = "han-bracket"  # （一）
    ARABIC_STOP = "arabic-stop"  # 1． 1. 1、
    ARABIC_BRACKET = "arabic-bracket"  # （1） 1）
    CIRCLED = "circled"  # ①
    EN_PART = "en-part"  # Part I
    EN_CHAPTER = "en-chapter"  # Chapter 2
    EN_SECTION = "en-section"  # Section 3
    EN_ARTICLE = "en-article"  # Article 4
    LATIN_BRACKET = "latin-bracket"  # (a)
    ROMAN_BRACKET = "roman-bracket"  # (ii)


@dataclass(frozen=True, slots=True, order=True)
class ClauseNumber:
    """A clause's number: ``value`` orders it, ``raw`` is what stood there, separator included.

    ``value`` holds the number and, for inserted clauses, what follows 之: 第十二条之一 is ``(12, 1)``. Numbers of one
    style are ordered by value; comparing styles orders them by the style's name, which means nothing.
    """

    style: NumberStyle
    value: tuple[int, ...]
    raw: str = field(compare=False)

    def __str__(self) -> str:
        """Return exactly what stood there."""
        return self.raw

    @property
    def bare(self) -> str:
        """The number without the separator behind it: ``3`` of ``3．``, ``一`` of ``一、``; brackets stay."""
        return self.raw.rstrip(_SEPARATORS)

    @property
    def dashed(self) -> str:
        """The value as an address: ``12``, ``12-1``."""
        return "-".join(str(number) for number in self.value)

    def follows(self, other: ClauseNumber | None) -> bool:
        """Tell whether this is the very next number after ``other`` (or a first number, after none).

        第十三条 and 第十二条之一 both follow 第十二条; 第十三条 and 第十二条之二 follow 第十二条之一.
        """
        if other is None:
            return self.value == (1,)
        return self.value in {
            (other.value[0] + 1,),
            (*other.value, 1),
            (*other.value[:-1], other.value[-1] + 1),
        }


_SEPARATORS = "、．.，,:： 　\t"
BLANKS = " \t\r\f\v\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
"""Everything that prints as nothing within a line, for use in a character class: scraped texts have it anywhere."""

_HAN = "〇○零一二两三四五六七八九十百千"
_ARABIC = "0-9０-９"
_BLANK = f"[{BLANKS}]"
_LONGEST = 16
_NUMERAL = rf"(?:[{_HAN}][{_HAN}{BLANKS}]{{0,{_LONGEST}}}|[{_ARABIC}][{_ARABIC}{BLANKS}]{{0,{_LONGEST}}})"
_OF = rf"之(?P<of>[{_HAN}]{{1,4}})|[ ]之[ ](?P<apart>[{_HAN}](?:[ ][{_HAN}]){{0,3}})"
_SPELLED = rf"[{_HAN}]{{1,{_LONGEST}}}"
_UNITS = {
    "编": NumberStyle.PART,
    "分编": NumberStyle.SUBPART,
    "章": NumberStyle.CHAPTER,
    "节": NumberStyle.SECTION,
    "条": NumberStyle.ARTICLE,
}
_ENGLISH = {
    "part": NumberStyle.EN_PART,
    "chapter": NumberStyle.EN_CHAPTER,
    "section": NumberStyle.EN_SECTION,
    "article": NumberStyle.EN_ARTICLE,
}
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９○", "0123456789〇")
_MOST_DIGITS = 6
_WELL_FORMED = re.compile(
    r"[〇零一二三四五六七八九]+"
    r"|(?:[一二两三四五六七八九]?千(?:[零〇](?![一二两三四五六七八九]?百))?)?(?:[一二两三四五六七八九]?百(?:[零〇](?![一二三四五六七八九]?十))?)?"
    r"(?:[一二三四五六七八九]?十)?(?:(?<![百千])[一二三四五六七八九])?"
)
"""Numerals as drafters write them: with their units, or digit by digit; 三百四 (in speech 340) is neither."""
_BARE_UNIT = re.compile(r"(?<![一二两三四五六七八九])(?=[十百千])")
_GAPS = re.compile(_BLANK)


@lru_cache(maxsize=4096)
def read_chinese_numeral(text: str) -> int | None:
    """Return the value of a Chinese or Arabic numeral (full width too), or ``None`` if it is none.

    百一十 (without the leading 一) is accepted, as drafters write it, and so are blanks inside, as PDF files leave
    them. No clause has a number of more than six digits: longer ones are none.
    """
    digits = _GAPS.sub("", text.translate(_WIDE_DIGITS))
    if digits.isascii():
        return int(digits) if digits.isdigit() and len(digits) <= _MOST_DIGITS else None
    if len(digits) > _LONGEST or not _WELL_FORMED.fullmatch(digits):
        return None
    import cn2an  # here, because it takes a tenth of a second to load, and not all that is built reads a numeral

    try:
        return int(cn2an.cn2an(_BARE_UNIT.sub("一", digits), "normal"))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def chinese_numeral(value: int) -> str:
    """Return ``value`` (1 to 9999) as a drafter writes it: 10 is 十, 12 十二, 110 一百一十."""
    import cn2an

    written: str = cn2an.an2cn(str(value), "low")
    return written[1:] if written.startswith("一十") else written


def _roman(text: str) -> int | None:
    values = [_ROMAN_VALUES[letter] for letter in text.lower()]
    total = sum(-v if any(w > v for w in values[k + 1 : k + 2]) else v for k, v in enumerate(values))
    return total if total > 0 and _to_roman(total) == text.lower() else None


def _to_roman(value: int) -> str:
    out = ""
    for size, sign in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while value >= size:
            out, value = out + sign, value - size
    return out


Reader = Callable[[re.Match[str]], tuple[NumberStyle, tuple[int, ...] | None]]


def _values(*numerals: str | None) -> tuple[int, ...] | None:
    read = [read_chinese_numeral(numeral) for numeral in numerals if numeral]
    return None if None in read else tuple(value for value in read if value is not None)


def _read_unit(match: re.Match[str]) -> tuple[NumberStyle, tuple[int, ...] | None]:
    return _UNITS[match["unit"]], _values(match["n"], match["of"] or match["apart"])


def _read_english(match: re.Match[str]) -> tuple[NumberStyle, tuple[int, ...] | None]:
    numeral, letter = match["n"], match["of"]
    value = int(numeral) if numeral.isdigit() else _roman(numeral)
    if value is None:
        return _ENGLISH[match["unit"].lower()], None
    return _ENGLISH[match["unit"].lower()], (value, ord(letter) - ord("A") + 1) if letter else (value,)


def _plain(style: NumberStyle) -> Reader:
    return lambda match: (style, _values(match["n"]))


def _row(first: str, length: int) -> str:
    return "".join(chr(ord(first) + nth) for nth in range(length))


def _sign(style: NumberStyle, first: str) -> Reader:
    """Read a number that is one character of a row of Unicode, ``first`` being its one."""
    return lambda match: (style, (ord(match["n"]) - ord(first) + 1,))


def _read_letter(match: re.Match[str]) -> tuple[NumberStyle, tuple[int, ...] | None]:
    return NumberStyle.LATIN_BRACKET, (ord(match["n"].lower()) - ord("a") + 1,)


def _read_roman(match: re.Match[str]) -> tuple[NumberStyle, tuple[int, ...] | None]:
    value = _roman(match["n"])
    return NumberStyle.ROMAN_BRACKET, None if value is None else (value,)


_BRACKETS = "（("
_DIGITS = "0123456789０１２３４５６７８９"
_FORMS: tuple[tuple[str, re.Pattern[str], Reader], ...] = (
    (
        "第",
        re.compile(rf"第{_BLANK}{{0,4}}(?P<n>{_NUMERAL})(?P<unit>分编|[编章节条])(?:{_OF})?"),
        _read_unit,
    ),
    (
        _HAN,
        re.compile(rf"(?P<n>{_SPELLED}){_BLANK}?(?:、|[．.](?![{_HAN}{_ARABIC}]))"),
        _plain(NumberStyle.HAN_COMMA),
    ),
    (
        _BRACKETS,
        re.compile(rf"[（(]{_BLANK}*(?P<n>{_SPELLED}){_BLANK}*[）)]、?"),
        _plain(NumberStyle.HAN_BRACKET),
    ),
    ("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", re.compile(r"(?P<n>.)"), _sign(NumberStyle.HAN_BRACKET, "㈠")),
    (
        _DIGITS,
        re.compile(rf"(?P<n>[{_ARABIC}]{{1,3}}){_BLANK}?(?:、|[．.](?![{_ARABIC}]))"),
        _plain(NumberStyle.ARABIC_STOP),
    ),
    (_row("⒈", 20), re.compile(r"(?P<n>.)"), _sign(NumberStyle.ARABIC_STOP, "⒈")),
    (
        _BRACKETS + _DIGITS,
        re.compile(rf"[（(]?(?P<n>[{_ARABIC}]{{1,3}})[）)]"),
        _plain(NumberStyle.ARABIC_BRACKET),
    ),
    (_row("⑴", 20), re.compile(r"(?P<n>.)"), _sign(NumberStyle.ARABIC_BRACKET, "⑴")),
    (_row("①", 20), re.compile(r"(?P<n>.)"), _sign(NumberStyle.CIRCLED, "①")),
    (
        "PCSA",
        re.compile(
            r"(?P<unit>Part|Chapter|Section|Article|PART|CHAPTER|SECTION|ARTICLE)[ \u00a0]"
            r"(?P<n>[0-9]{1,4}|[IVXLCivxlc]{1,12})(?P<of>(?<=[0-9])[A-Z])?\b\.?"
        ),
        _read_english,
    ),
    ("(", re.compile(r"\((?P<n>[a-z])\)"), _read_letter),
    ("(", re.compile(r"\((?P<n>[ivxl]{1,8})\)"), _read_roman),
)
"""Every form: the characters with which it begins, its pattern, and how a match is read."""

_BY_BEGINNING = {
    beginning: tuple((pattern, reader) for first, pattern, reader in _FORMS if beginning in first)
    for beginning in {char for first, _, _ in _FORMS for char in first}
}


def read_numbers(text: str, at: int = 0) -> tuple[ClauseNumber, ...]:
    """Return every reading of the number written at ``at``; ``(i)`` has two, most texts have one, most places none."""
    found = []
    for pattern, reader in _BY_BEGINNING.get(text[at : at + 1], ()):
        match = pattern.match(text, at)
        if match is None:
            continue
        style, value = reader(match)
        if value is not None and value[0] > 0:
            found.append(ClauseNumber(style, value, match[0]))
    return tuple(found)


def read_number(text: str, at: int = 0) -> ClauseNumber | None:
    """Return the number written at ``at`` in its most usual reading, or ``None`` where none is written."""
    return next(iter(read_numbers(text, at)), None)
