"""How the numbers of clauses are written in Vietnamese: Điều 12a, Chương IV, Mục 2, 1., đ), a.1).

The names and the order of units are those of the Law on Promulgation of Legal Documents and of its decrees on form
(Nghị định 34/2016/NĐ-CP, art. 61 and 62; Nghị định 78/2025/NĐ-CP): phần, chương, mục, tiểu mục, điều, khoản, điểm.
Khoản are numbered 1., điểm by the letters of the Vietnamese alphabet without accents (đ follows d; f, j, w and z are
not used). Clauses inserted later have such a letter (Điều 12a, khoản 3b) or a figure behind the letter of a điểm (a1).
"""

from __future__ import annotations

import re

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import ARABIC_BRACKET, ARABIC_STOP, DIGITS, IMAGES, LATIN_BRACKET, ROMAN_BRACKET, roman
from yange.law.vi.numerals import ORDINAL, cardinal, ordinal
from yange.law.vi.spelling import LETTERS, LOWER, composed, letter_value, spelled
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "ARTICLE_WORD", "KINDS", "NUMBERS", "POINT", "UNITS", "read_branch"]

PART = NumberStyle("vi-phần", NumberedUnit.PART)
"""Phần thứ nhất, Phần I"""
CHAPTER = NumberStyle("vi-chương", NumberedUnit.CHAPTER)
"""Chương I, Chương 2"""
SECTION = NumberStyle("vi-mục", NumberedUnit.SECTION)
"""Mục 1"""
SUBSECTION = NumberStyle("vi-tiểu-mục", NumberedUnit.SUBSECTION)
"""Tiểu mục 1"""
ARTICLE = NumberStyle("vi-điều", NumberedUnit.ARTICLE)
"""Điều 5., Điều 12a."""
CAPITAL_STOP = NumberStyle("vi-capital", NumberedUnit.ITEM, outline=1, depth=0)
"""A. in circulars and annexes without articles"""
ROMAN_STOP = NumberStyle("vi-roman", NumberedUnit.ITEM, outline=2, depth=1)
"""II. below it"""
POINT = NumberStyle("vi-điểm", NumberedUnit.ITEM, outline=4, depth=3)
"""a), b), đ)"""
SUBPOINT = NumberStyle("vi-tiết", NumberedUnit.ITEM, depth=4)
"""a.1), a1)"""

UNITS = {"phần": PART, "chương": CHAPTER, "mục": SECTION, "tiểu mục": SUBSECTION}
"""The styles of divisions by the name of the unit in small letters."""

_B = r"[ \u00a0]{1,2}"
_ROMAN = "[IVXLC]{1,8}"
ARTICLE_WORD = spelled("(?:Điều|ĐIỀU|điều)")
"""The word before the number of an article, in either case."""
KINDS = spelled(
    "(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư"
    "|Quy chế|Quy định|Quy chuẩn|Điều lệ|Hiệp định|Công ước|Nghị định thư|Bản)"
)
"""The kinds of instruments as a reference names them: Điều 5 Luật Đất đai."""


def read_branch(letters: str | None) -> tuple[int, ...]:
    """Return the end of an inserted clause's number: 12a is ``(12, 1)`` and 12đ ``(12, 5)``."""
    return tuple(value for letter in letters or "" if (value := letter_value(letter)) is not None)


def _read_division(match: re.Match[str]) -> tuple[NumberReading, ...]:
    style, numeral = UNITS[" ".join(composed(match["unit"]).lower().split())], match["n"]
    branch = read_branch(match["of"])
    if numeral.isdigit():
        return ((style, (int(numeral), *branch)),)
    value = roman(numeral) if numeral.isupper() and numeral.isascii() else ordinal(numeral)
    letter = letter_value(numeral) if len(numeral) == 1 and numeral.isupper() else None
    return tuple((style, (each, *branch)) for each in dict.fromkeys((value, letter)) if each)


def _read_article(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((ARTICLE, (int(match["n"]), *read_branch(match["of"]))),)


def _read_worded_article(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = ordinal(match["n"])
    return ((ARTICLE, (value,)),) if value else ()


def _read_stop(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((ARABIC_STOP, (int(match["n"]), *read_branch(match["of"]))),)


def _read_point(match: re.Match[str]) -> tuple[NumberReading, ...]:
    """Return the readings of a letter: in the order of the Vietnamese alphabet, or of the Latin one."""
    letter, inserted = match["n"], match["of"]
    value, latin = letter_value(letter), ord(letter) - ord("a") + 1
    if inserted:
        return ((POINT, (value, int(inserted))), (SUBPOINT, (int(inserted),))) if value else ()
    readings: tuple[NumberReading, ...] = ((POINT, (value,)),) if value else ()
    return (*readings, (LATIN_BRACKET, (latin,))) if letter.isascii() else readings


def _read_subpoint(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((SUBPOINT, (int(match["n"]),)),)


def _read_roman(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = roman(match["n"])
    readings: list[NumberReading] = [(ROMAN_STOP, (value,))] if value else []
    if len(match["n"]) == 1 and (letter := letter_value(match["n"])):
        readings.append((CAPITAL_STOP, (letter,)))
    return tuple(readings)


def _read_capital(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = letter_value(match["n"])
    return ((CAPITAL_STOP, (value,)),) if value else ()


def _read_bracket(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((ARABIC_BRACKET, (int(match["n"]),)),)


def _read_small_roman(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = roman(match["n"])
    return ((ROMAN_BRACKET, (value,)),) if value else ()


_ORDINALLY = spelled("(?:thứ|THỨ)")
_FORMS = (
    NumberForm(
        "PCMT",
        re.compile(
            rf"(?P<unit>{spelled('Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu')}(?:(?<=u){_B}{spelled('mục')})?"
            rf"|{spelled('TIỂU')}{_B}{spelled('MỤC')}){_B}(?:{_ORDINALLY}{_B})?"
            rf"(?P<n>[0-9]{{1,3}}|{_ROMAN}|[A-Z](?![.\w])|(?i:{ORDINAL})(?![\w\u0300-\u036f]))"
            rf"(?P<of>(?<=[0-9IVXLC]){LETTERS})?(?![\w/\u0300-\u036f]|[-–][0-9])[.:]?(?![0-9])"
        ),
        _read_division,
    ),
    NumberForm(
        "ĐÐ",
        re.compile(
            rf"(?!{spelled('đ')}){spelled('(?:Điều|ĐIỀU)')}{_B}(?:{_ORDINALLY}{_B})?(?P<n>[0-9]{{1,4}})"
            rf"(?P<of>{LETTERS}{{1,2}})?(?![\w/]|[-–][0-9])(?:[.:](?:[-–])?(?![0-9]))?"
        ),
        _read_article,
    ),
    NumberForm(
        "ĐÐ",
        re.compile(
            rf"{spelled('(?:Điều|ĐIỀU)')}{_B}{_ORDINALLY}{_B}(?P<n>(?i:{ORDINAL}))(?![\w\u0300-\u036f])[.:]?(?![0-9])"
        ),
        _read_worded_article,
    ),
    NumberForm(DIGITS, re.compile(rf"(?P<n>[0-9]{{1,3}})(?P<of>{LETTERS})?\.(?![0-9])"), _read_stop),
    NumberForm("abcdefghijklmnopqrstuvwxyzđð", re.compile(r"(?P<n>[a-zđ])(?P<of>[0-9]{1,2})?\)"), _read_point),
    NumberForm("abcdefghijklmnopqrstuvwxyzđ", re.compile(r"[a-zđ]\.(?P<n>[0-9]{1,2})\)?\.?(?![0-9])"), _read_subpoint),
    NumberForm("(", re.compile(r"\((?P<n>[0-9]{1,3})\)"), _read_bracket),
    NumberForm("(", re.compile(r"\((?P<n>[ivxl]{1,7})\)"), _read_small_roman),
    NumberForm("(", re.compile(r"\((?P<n>[a-zđ])(?P<of>(?!))?\)"), _read_point),
    NumberForm("IVXLC", re.compile(rf"(?P<n>{_ROMAN})\.(?![0-9A-Za-z])"), _read_roman),
    NumberForm("ABDĐEGHKMNOPQRSTUYx", re.compile(r"(?P<n>[ABDĐEGHKMNOPQRSTUY])\.(?= )"), _read_capital),
)
_OF = spelled(
    r"(?:của|này|và|đến|hoặc|được|thì|là|trên|nêu|nói|trong|còn|quy định|có hiệu lực|đã|sẽ|theo|như|với|cho|bị|bởi)"
)
_UNIT_WORD = spelled("(?:Điều|Chương|Mục|Phần|Tiểu mục)")
_THIS = spelled("(?:Chương|Mục|Phần|Tiểu mục) này")
_REFERENCES = (
    FollowedBy(frozenset({ARTICLE}), rf"(?<![.:])\s+(?:{LOWER}|{KINDS}\b)|\s*[,;)/”\"]"),
    FollowedBy(
        frozenset(UNITS.values()),
        rf"(?<![.:])\s+(?:{_OF}(?!\w)|{KINDS}\b|{_UNIT_WORD} [0-9IVXLCt]|{_THIS})|\s*[,;)”\"]",
    ),
    IMAGES,
)

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE,),
    references=_REFERENCES,
    measures=spelled(
        r"(?:mm|cm|km|m|kg|g|mg|ml|l|kW|kV|Hz|ha|ngày|tháng|năm|giờ|phút|tuần|quý|đồng|triệu|tỷ|nghìn|người|mét|tấn|lít"
        r"|VNĐ|VND|USD|lần|bản|cái|chiếc)(?!\w)"
    ),
    read=cardinal,
    to=spelled("đến"),
    and_=spelled("và"),
)
"""The numbers of Vietnamese texts."""
