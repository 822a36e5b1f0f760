"""Forms of numbers that many languages share: digits, letters and Roman numerals, with a stop or in brackets.

A pack adds those that its language uses to its own forms, after those that only it has.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading
from yange.numbering import BLANKS, NumberedUnit, NumberStyle

__all__ = [
    "ARABIC",
    "ARABIC_BRACKET",
    "ARABIC_STOP",
    "BRACKETS",
    "CAPITAL_BRACKET",
    "CIRCLED",
    "DIGITS",
    "DIGIT_FORMS",
    "DOUBLE_BRACKET",
    "IMAGES",
    "LATIN_BRACKET",
    "LATIN_ORDINAL",
    "LETTER_FORMS",
    "PLAIN",
    "ROMAN_BRACKET",
    "ROMAN_FORM",
    "branches",
    "read_digits",
    "roman",
    "row",
    "row_reader",
]

ARABIC_STOP = NumberStyle("arabic-stop", NumberedUnit.ITEM, outline=3, depth=2)
"""1． 1. 1、 and, in English, 12A."""
ARABIC_BRACKET = NumberStyle("arabic-bracket", NumberedUnit.ITEM, outline=4, depth=3)
"""（1） 1）"""
CIRCLED = NumberStyle("circled", NumberedUnit.ITEM, outline=5, depth=4)
"""①"""
LATIN_BRACKET = NumberStyle("latin-bracket", NumberedUnit.ITEM, depth=5)
"""(a) a)"""
ROMAN_BRACKET = NumberStyle("roman-bracket", NumberedUnit.ITEM, depth=6)
"""(ii) ii)"""
DOUBLE_BRACKET = NumberStyle("double-bracket", NumberedUnit.ITEM, depth=7)
"""(aa) (bb)"""
CAPITAL_BRACKET = NumberStyle("capital-bracket", NumberedUnit.ITEM, depth=8)
"""(A)"""
PLAIN = NumberStyle("plain", NumberedUnit.ITEM)
"""2.1.1, and 2 or 2A without a full stop after it"""

ARABIC = "0-9０-９"
"""Digits, for use in a character class."""
DIGITS = "0123456789０１２３４５６７８９"
BRACKETS = "（("
_BLANK = f"[{BLANKS}]"
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_ORDINALS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
LATIN_ORDINAL = rf"[ \u00a0]?(?P<latin>{'|'.join(_ORDINALS)})"
"""The ordinals of inserted clauses in much of Europe: the group ``latin`` is the word."""
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ALPHABET = 26
_MOST_DIGITS = 6

IMAGES = FollowedBy(
    frozenset({ARABIC_STOP, PLAIN, LATIN_BRACKET, ROMAN_BRACKET, DOUBLE_BRACKET, CAPITAL_BRACKET}),
    r"(?<!、)[.。\s]{0,4}(?:(?i:png|jpe?g|gif|bmp|webp|svg|tiff?))\b",
)
"""A number that is the name of an image."""


def read_digits(text: str) -> int | None:
    """Return the value of at most six digits, also full-width ones; ``None`` for any other numeral."""
    digits = text.translate(_WIDE)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral up to 399 in either case, or ``None`` if it is not well formed."""
    values = [_ROMAN_VALUES.get(letter, 0) for letter in text.lower()]
    total = sum(-v if any(w > v for w in values[k + 1 : k + 2]) else v for k, v in enumerate(values))
    return total if total > 0 and _to_roman(total) == text.lower() else None


def _to_roman(value: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        while value >= size:
            out, value = out + letters, value - size
    return out


def branches(letters: str | None, latin: str | None = None) -> tuple[tuple[int, ...], ...]:
    """Return the possible values of the letters or the Latin word of an inserted clause, as the end of a number.

    2 bis is 2A. 12AA is between 12A and 12B, or after 12Z; 12ZA is after 12Z, or (in British law) before 12A. The
    neighbours of the clause decide.
    """
    if latin:
        return ((_ORDINALS.index(latin) + 1,),)
    if not letters:
        return ((),)
    values = tuple(ord(letter) - ord("A") + 1 for letter in letters.upper())
    if len(values) == 1:
        return (values,)
    counted = (values[0] * _ALPHABET + values[1],) if len(values) == 2 else ()
    before = (0, *values[1:]) if values[0] == _ALPHABET else ()
    return tuple(filter(None, (values, before, counted)))


def row(first: str, length: int) -> str:
    """Return consecutive Unicode characters that count from ``first``."""
    return "".join(chr(ord(first) + nth) for nth in range(length))


def row_reader(style: NumberStyle, first: str) -> Callable[[re.Match[str]], tuple[NumberReading, ...]]:
    """Return the reader of a number that is one of consecutive Unicode characters; ``first`` means 1."""
    return lambda match: ((style, (ord(match["n"]) - ord(first) + 1,)),)


def _value(text: str) -> tuple[int, ...] | None:
    value = read_digits(text)
    return None if value is None else (value,)


def _read_stop(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = _value(match["n"])
    return () if value is None else tuple((ARABIC_STOP, (*value, *branch)) for branch in branches(match["of"]))


def _read_bracket(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((ARABIC_BRACKET, _value(match["n"])),)


def _read_letter(match: re.Match[str]) -> tuple[NumberReading, ...]:
    style = CAPITAL_BRACKET if match["n"].isupper() else LATIN_BRACKET
    return ((style, (ord(match["n"].lower()) - ord("a") + 1,)),)


def _read_letters(match: re.Match[str]) -> tuple[NumberReading, ...]:
    """Return the readings of (aa): inserted after (a), or the first of (aa), (bb)."""
    first, second = (ord(letter) - ord("a") + 1 for letter in match["n"])
    inserted: NumberReading = (LATIN_BRACKET, (first, second))
    return (inserted, (DOUBLE_BRACKET, (first,))) if first == second else (inserted,)


def _read_roman(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = roman(match["n"])
    return ((ROMAN_BRACKET, None if value is None else (value,)),)


DIGIT_FORMS: tuple[NumberForm, ...] = (
    NumberForm(
        DIGITS,
        re.compile(
            rf"(?P<n>[{ARABIC}]{{1,3}})"
            rf"(?:{_BLANK}?(?:、|[．.](?![{ARABIC}]))|(?P<of>(?<=[0-9])[A-Z]{{1,3}})\.(?![0-9A-Za-z]))"
        ),
        _read_stop,
    ),
    NumberForm(row("⒈", 20), re.compile(r"(?P<n>.)"), row_reader(ARABIC_STOP, "⒈")),
    NumberForm(BRACKETS + DIGITS, re.compile(rf"[（(]?(?P<n>[{ARABIC}]{{1,3}})[）)]"), _read_bracket),
    NumberForm(row("⑴", 20), re.compile(r"(?P<n>.)"), row_reader(ARABIC_BRACKET, "⑴")),
    NumberForm(row("①", 20), re.compile(r"(?P<n>.)"), row_reader(CIRCLED, "①")),
)
"""Numbers in digits: 1. （1） ①."""

ROMAN_FORM = NumberForm("(ivxl", re.compile(r"\(?(?P<n>[ivxl]{1,8})\)"), _read_roman)
"""Small Roman numerals in brackets: (ii) ii)."""

LETTER_FORMS: tuple[NumberForm, ...] = (
    NumberForm("(", re.compile(r"\((?P<n>[A-Za-z])\)"), _read_letter),
    NumberForm("abcdefghijklmnopqrstuvwxyz", re.compile(r"(?P<n>[a-z])\)"), _read_letter),
    ROMAN_FORM,
    NumberForm("(", re.compile(r"\((?P<n>[a-z]{2})\)"), _read_letters),
)
"""Letters and Roman numerals in brackets: (a) (ii) (aa) (A)."""
