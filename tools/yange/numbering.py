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
    "read_plain",
    "read_range",
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
    EN_SECTION = "en-section"  # Section 3, Sec. 3
    EN_ARTICLE = "en-article"  # Article 4, Art. 4
    EN_RULE = "en-rule"  # Rule 5
    EN_REGULATION = "en-regulation"  # Regulation 6
    SIGN = "sign"  # § 7
    PLAIN = "plain"  # 2.1.1, and 2 or 2A without a point behind it
    LATIN_BRACKET = "latin-bracket"  # (a) a)
    ROMAN_BRACKET = "roman-bracket"  # (ii) ii)
    CAPITAL_BRACKET = "capital-bracket"  # (A)
    DOUBLE_BRACKET = "double-bracket"  # (aa) (bb)


@dataclass(frozen=True, slots=True, order=True)
class ClauseNumber:
    """A clause's number: ``value`` orders it, ``raw`` is what stood there, separator included.

    ``value`` holds the number and, for inserted clauses, what follows 之 or the letters: 第十二条之一 and 12A are
    ``(12, 1)``, 12AA is ``(12, 1, 1)``; 2.1.1 is ``(2, 1, 1)``. Numbers of one style are ordered by value; comparing
    styles orders them by the style's name, which means nothing. ``until`` is the last value of a label that names
    several clauses (第十条至第四十五条), else empty.
    """

    style: NumberStyle
    value: tuple[int, ...]
    raw: str = field(compare=False)
    until: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Return exactly what stood there."""
        return self.raw

    @property
    def bare(self) -> str:
        """The number without the separator behind it: ``3`` of ``3．``, ``一`` of ``一、``; brackets stay."""
        return self.raw.rstrip(_SEPARATORS)

    @property
    def dashed(self) -> str:
        """The value as an address: ``12``, ``12-1``, ``10-to-45`` for a label that names several clauses."""
        first = "-".join(str(number) for number in self.value)
        return f"{first}-to-{'-'.join(str(number) for number in self.until)}" if self.until else first

    @property
    def stem(self) -> tuple[int, ...]:
        """The value of the clause that it was inserted behind: of 12 for 12A and for 12ZA (which stands before 12A)."""
        return self.value[: self.value.index(0)] if 0 in self.value else self.value[:-1]

    @property
    def last(self) -> tuple[int, ...]:
        """The value of the last clause that the number names."""
        return self.until or self.value

    def names(self, value: tuple[int, ...]) -> bool:
        """Tell whether the number names the clause with this value: its own, or one within its range."""
        return value == self.value or bool(self.until and self.value <= value <= self.until)

    def follows(self, other: ClauseNumber | None) -> bool:
        """Tell whether this is the very next number after ``other`` (or a first number, after none).

        第十三条 and 第十二条之一 both follow 第十二条; 第十三条 and 第十二条之二 follow 第十二条之一; 12B follows 12AA,
        and 第四十六条 第十条至第四十五条.
        """
        if other is None:
            return self.value == (1,)
        before, depth = other.last, len(self.value)
        if 0 in self.value and before == self.stem:
            return self.value[-1] == 1
        if depth > len(before):
            return self.value[:-1] == before and self.value[-1] in (0, 1)
        return self.value[:-1] == before[: depth - 1] and self.value[-1] == before[depth - 1] + 1


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
    "sec": NumberStyle.EN_SECTION,
    "article": NumberStyle.EN_ARTICLE,
    "art": NumberStyle.EN_ARTICLE,
    "rule": NumberStyle.EN_RULE,
    "regulation": NumberStyle.EN_REGULATION,
}
_LATIN_NUMERALS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_LATIN = rf"[ \u00a0]?(?P<latin>{'|'.join(_LATIN_NUMERALS)})"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９○", "0123456789〇")
_MOST_DIGITS = 6
_ALPHABET = 26
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


Reading = tuple[NumberStyle, tuple[int, ...] | None]
Reader = Callable[[re.Match[str]], tuple[Reading, ...]]


def _values(*numerals: str | None) -> tuple[int, ...] | None:
    read = [read_chinese_numeral(numeral) for numeral in numerals if numeral]
    return None if None in read else tuple(value for value in read if value is not None)


def _read_unit(match: re.Match[str]) -> tuple[Reading, ...]:
    return ((_UNITS[match["unit"]], _values(match["n"], match["of"] or match["apart"])),)


def _branches(letters: str | None, latin: str | None = None) -> tuple[tuple[int, ...], ...]:
    """Return what the letters of an inserted English clause may mean.

    2 bis is 2A. 12AA stands between 12A and 12B, or after 12Z; 12ZA after 12Z, or before 12A (the British manner).
    Which of them it is shows from its neighbours.
    """
    if latin:
        return ((_LATIN_NUMERALS.index(latin) + 1,),)
    if not letters:
        return ((),)
    values = tuple(ord(letter) - ord("A") + 1 for letter in letters.upper())
    if len(values) == 1:
        return (values,)
    counted = (values[0] * _ALPHABET + values[1],) if len(values) == 2 else ()
    before = (0, *values[1:]) if values[0] == _ALPHABET else ()
    return tuple(filter(None, (values, before, counted)))


def _read_english(match: re.Match[str]) -> tuple[Reading, ...]:
    style, numeral, dots = _ENGLISH[match["unit"].lower()], match["n"], match["dots"] or ""
    value = int(numeral) if numeral.isdigit() else _roman(numeral)
    if value is None:
        return ()
    below = tuple(int(digits) for digits in dots.split(".")[1:])
    return tuple((style, (value, *below, *branch)) for branch in _branches(match["of"], match["latin"]))


def _read_paragraph_sign(match: re.Match[str]) -> tuple[Reading, ...]:
    return tuple((NumberStyle.SIGN, (int(match["n"]), *branch)) for branch in _branches(match["of"], match["latin"]))


def _read_stop(match: re.Match[str]) -> tuple[Reading, ...]:
    values = _values(match["n"])
    if values is None:
        return ()
    return tuple((NumberStyle.ARABIC_STOP, (*values, *branch)) for branch in _branches(match["of"]))


def _plain(style: NumberStyle) -> Reader:
    return lambda match: ((style, _values(match["n"])),)


def _row(first: str, length: int) -> str:
    return "".join(chr(ord(first) + nth) for nth in range(length))


def _sign(style: NumberStyle, first: str) -> Reader:
    """Read a number that is one character of a row of Unicode, ``first`` being its one."""
    return lambda match: ((style, (ord(match["n"]) - ord(first) + 1,)),)


def _read_letter(match: re.Match[str]) -> tuple[Reading, ...]:
    style = NumberStyle.CAPITAL_BRACKET if match["n"].isupper() else NumberStyle.LATIN_BRACKET
    return ((style, (ord(match["n"].lower()) - ord("a") + 1,)),)


def _read_letters(match: re.Match[str]) -> tuple[Reading, ...]:
    """Read (aa): inserted after (a), or the first of (aa), (bb)."""
    first, second = (ord(letter) - ord("a") + 1 for letter in match["n"])
    inserted: Reading = (NumberStyle.LATIN_BRACKET, (first, second))
    return (inserted, (NumberStyle.DOUBLE_BRACKET, (first,))) if first == second else (inserted,)


def _read_roman(match: re.Match[str]) -> tuple[Reading, ...]:
    value = _roman(match["n"])
    return ((NumberStyle.ROMAN_BRACKET, None if value is None else (value,)),)


_BRACKETS = "（("
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
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
        re.compile(
            rf"(?P<n>[{_ARABIC}]{{1,3}})"
            rf"(?:{_BLANK}?(?:、|[．.](?![{_ARABIC}]))|(?P<of>(?<=[0-9])[A-Z]{{1,3}})\.(?![0-9A-Za-z]))"
        ),
        _read_stop,
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
        "PCSAR",
        re.compile(
            r"(?P<unit>Part|Chapter|Section|Article|Rule|Regulation|PART|CHAPTER|SECTION|ARTICLE|RULE|REGULATION"
            r"|(?:Sec|SEC|Art|ART)(?=\.))\.?[ \u00a0]"
            r"(?P<n>[0-9]{1,4}|[IVXLCivxlc]{1,12})(?P<dots>(?:(?<=[0-9])\.[0-9]{1,3}){1,3})?"
            rf"(?:-?(?P<of>(?<=[0-9-])(?:[A-Z]{{1,3}}|(?!st\b|nd\b|rd\b|th\b)[a-z]{{1,2}}))|{_LATIN})?"
            r"\b(?![-–/][0-9]|(?<=[A-Z])\.?[ \u00a0]?[0-9])\.?(?![0-9])"
        ),
        _read_english,
    ),
    (
        "§",
        re.compile(
            rf"§[ \u00a0]?(?P<n>[0-9]{{1,4}})(?P<dots>)(?:(?P<of>[A-Z]{{1,3}}|[a-z])|{_LATIN})?\b(?![-–/.][0-9])\.?"
        ),
        _read_paragraph_sign,
    ),
    ("(", re.compile(r"\((?P<n>[A-Za-z])\)"), _read_letter),
    (_LETTERS, re.compile(r"(?P<n>[a-z])\)"), _read_letter),
    ("(" + "ivxl", re.compile(r"\(?(?P<n>[ivxl]{1,8})\)"), _read_roman),
    ("(", re.compile(r"\((?P<n>[a-z]{2})\)"), _read_letters),
)
"""Every form: the characters with which it begins, its pattern, and how a match is read."""

_BY_BEGINNING = {
    beginning: tuple((pattern, reader) for first, pattern, reader in _FORMS if beginning in first)
    for beginning in {char for first, _, _ in _FORMS for char in first}
}


def read_numbers(text: str, at: int = 0) -> tuple[ClauseNumber, ...]:
    """Return every reading of the number written at ``at``; ``(i)`` has two, most texts have one, most places none."""
    found: list[ClauseNumber] = []
    for pattern, reader in _BY_BEGINNING.get(text[at : at + 1], ()):
        match = pattern.match(text, at)
        if match is None:
            continue
        found.extend(
            ClauseNumber(style, value, match[0]) for style, value in reader(match) if value is not None and value[0] > 0
        )
    return tuple(found)


def read_number(text: str, at: int = 0) -> ClauseNumber | None:
    """Return the number written at ``at`` in its most usual reading, or ``None`` where none is written."""
    return next(iter(read_numbers(text, at)), None)


_PLAIN = re.compile(
    rf"(?P<n>[{_ARABIC}]{{1,3}}(?:[.．][{_ARABIC}]{{1,3}}){{0,7}})(?P<of>(?<=[0-9])[A-Z]{{1,3}})?"
    rf"(?:(?<=[.．][{_ARABIC}])[.．]|(?<=[.．][{_ARABIC}]{{2}})[.．])?(?=[{BLANKS}]|$)"
)


def read_plain(text: str, at: int = 0) -> tuple[ClauseNumber, ...]:
    """Return every reading of a number that nothing but a blank sets off: 2.1.1, 2, 2A.

    So many other things are written like that (a day, an amount, a page) that :func:`read_numbers` leaves them out.
    """
    match = _PLAIN.match(text, at)
    if match is None:
        return ()
    digits = match["n"].translate(_WIDE_DIGITS).replace("．", ".").split(".")
    values = tuple(int(each) for each in digits)
    return tuple(ClauseNumber(NumberStyle.PLAIN, (*values, *branch), match[0]) for branch in _branches(match["of"]))


_TO = re.compile(rf"[{BLANKS}]*(?:至|到|—|－|–|-|~|～|to\b|through\b)[{BLANKS}]*")
_AND = re.compile(rf"[{BLANKS}]*(?:、|和|及|与|,|，|and\b|&)[{BLANKS}]*(?:and\b[{BLANKS}]*)?")
_RUN_ON = re.compile(
    rf"第(?P<n>[{_HAN}]{{1,{_LONGEST}}}|[{_ARABIC}]{{1,4}})(?:至|到|—|－|–|-|~|～)第?"
    rf"(?P<to>[{_HAN}]{{1,{_LONGEST}}}|[{_ARABIC}]{{1,4}})(?P<unit>[编章节条])"
)
_PLAIN_RANGE = re.compile(
    rf"(?P<n>[0-9]{{1,3}}[A-Z]{{0,2}})(?:[–—-]|[{BLANKS}]+(?:to|and)[{BLANKS}]+)(?P<to>[0-9]{{1,3}}[A-Z]{{0,2}})(?=[{BLANKS}])"
)
_MANY = re.compile(r"(?P<unit>Article|Section|Rule|Regulation|Chapter|Part|ARTICLE|SECTION|RULE|REGULATION)[sS] ")
_MOST_NAMED = 60
_ENGLISH_ENDS = re.compile(r"(?P<n>[0-9]{1,4}[A-Z]{0,3}|[IVXLC]{1,12})\b\.?")


def read_range(text: str, at: int = 0) -> ClauseNumber | None:
    """Return the label written at ``at`` that names several clauses in a row, or ``None``.

    第十条至第四十五条, 第二条、第三条, （三）至（五）, 3.–5., Articles 2 and 3. Whether it is a label there or a
    reference is for :mod:`yange.parse` to say.
    """
    run_on = _RUN_ON.match(text, at)
    if run_on is not None:
        values = read_chinese_numeral(run_on["n"]), read_chinese_numeral(run_on["to"])
        rising = values[0] is not None and values[1] is not None and 0 < values[0] < values[1]
        return ClauseNumber(_UNITS[run_on["unit"]], (values[0] or 0,), run_on[0], (values[1] or 0,)) if rising else None
    plain = _PLAIN_RANGE.match(text, at)
    if plain is not None:
        begins, ends = (read_plain(plain[group])[0].value for group in ("n", "to"))
        return ClauseNumber(NumberStyle.PLAIN, begins, plain[0], ends) if begins < ends else None
    many = _MANY.match(text, at)
    unit = f"{many['unit'].capitalize()} " if many else ""
    end = many.end() if many else at
    first = _end_of_range(text, end, unit, None)
    last, stretch = first, False
    for _ in range(_MOST_NAMED):
        if first is None or last is None:
            return None
        end += len(last.raw) - len(unit)
        to = _TO.match(text, end)
        joint = to or _AND.match(text, end)
        following = _end_of_range(text, joint.end(), unit, first) if joint else None
        if following is None or joint is None:
            break
        if stretch or not (following.value > last.value if to else following.follows(last)):
            return None
        last, end, stretch = following, joint.end(), to is not None
    if first is None or last is None or last.value == first.value:
        return None
    return ClauseNumber(first.style, first.value, text[at:end], last.value)


def _end_of_range(text: str, at: int, unit: str, like: ClauseNumber | None) -> ClauseNumber | None:
    """Read one number of a range: English units are named once before all of them."""
    if unit:
        written = _ENGLISH_ENDS.match(text, at)
        return read_number(unit + written[0]) if written else None
    return next((n for n in read_numbers(text, at) if like is None or n.style is like.style), None)
