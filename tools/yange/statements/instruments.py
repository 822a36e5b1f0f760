"""Instruments as texts name them: 《title》（文号）, with nested quotes, and document numbers in any bracket style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.statements.days import BLANK

_OPEN, _CLOSE = "〔［\\[（(【", "〕］\\]）)】"
_DIGIT = "[0-9０-９]"
NUMBER = (
    rf"[一-鿿]{{1,14}}?{BLANK}*[{_OPEN}]{BLANK}*(?:19|20){_DIGIT}{{2}}{BLANK}*[{_CLOSE}]"
    rf"{BLANK}*第?{BLANK}*{_DIGIT}{{1,4}}{BLANK}*号"
)
"""A regular expression (without groups) for a 文号 such as 深府规〔2020〕3号, in any bracket style."""

_ORDER_COUNT = rf"第{BLANK}*(?:{_DIGIT}{{1,4}}|[一二三四五六七八九十百零〇]{{1,6}}){BLANK}*号"
ORDER = rf"[一-鿿]{{2,24}}?令{BLANK}*(?:[（(]{BLANK}*{_ORDER_COUNT}{BLANK}*[）)]|{_ORDER_COUNT})"
"""A regular expression (without groups) for an order's number such as 深圳市人民政府令第310号."""

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_STOP_WORDS = re.compile(
    r".*(?:根据|依据|按照|依照|执行|落实|关于|以及|或者|同时|施行|有关|[据按照依和及与原即的由经以，、。；：])(?=.{2})"
)
_NUMBER_TAIL = re.compile(NUMBER + r"文?件?$")
_NUMBER_INSIDE = re.compile(rf"(?:{NUMBER}|{ORDER})")


@dataclass(frozen=True, slots=True)
class NamedInstrument:
    """An instrument named in a text: ``[start, end)`` covers title and number; either may be ``None``."""

    start: int
    end: int
    title: str | None
    number: str | None


def normalise_number(number: str) -> str:
    """Return a 文号 in the form 深府规〔2020〕3号: no blanks, Arabic digits, 〔〕 around the year.

    An order keeps its words: 深圳市人民政府令第310号; 中华人民共和国 before the body is left out: 国务院令第783号.
    """
    packed = re.sub(r"\s", "", number.translate(_WIDE))
    packed = re.sub(rf"[{_OPEN}]((?:19|20)[0-9]{{2}})[{_CLOSE}]", r"〔\1〕", packed)
    packed = re.sub(r"^中华人民共和国(?=[一-鿿]{2,20}令)", "", packed)
    return re.sub(r"令[（(](第.*?号)[）)]", r"令\1", packed)


def find_number(text: str) -> str | None:
    """Return the first document number in ``text`` in normal form, or ``None``."""
    match = _NUMBER_INSIDE.search(text)
    return None if match is None else normalise_number(_without_lead(match[0]))


def _without_lead(number: str) -> str:
    """Cut what stands before an issuer's abbreviation in running text: 按照深府规〔2017〕2号 → 深府规〔2017〕2号."""
    head = re.match(r"[一-鿿]+", number)
    if head is None or "令" in number:
        return number
    lead = _STOP_WORDS.match(head[0])
    return number if lead is None else number[lead.end() :]


def closing(text: str, at: int, pair: str) -> int | None:
    """Return the offset after the bracket that closes the one at ``at``, nested ones counted, or ``None``."""
    depth = 0
    for offset in range(at, len(text)):
        if text[offset] == pair[0]:
            depth += 1
        elif text[offset] == pair[1]:
            depth -= 1
            if depth == 0:
                return offset + 1
    return None


def _bracketed_number(text: str, at: int) -> tuple[str, int] | None:
    blank = re.compile(rf"{BLANK}*").match(text, at)
    start = at if blank is None else blank.end()
    pair = {"（": "（）", "(": "()"}.get(text[start : start + 1])
    if pair is None:
        return None
    end = closing(text, start, pair)
    found = None if end is None else _NUMBER_INSIDE.search(text, start + 1, end)
    return None if end is None or found is None else (normalise_number(found[0]), end)


def quoted(text: str) -> Iterator[NamedInstrument]:
    """Yield the outermost 《…》 of ``text`` with the 文号 in brackets behind each, in order."""
    at = text.find("《")
    while at >= 0:
        end = closing(text, at, "《》")
        if end is None:
            return
        number = _bracketed_number(text, end)
        title = text[at + 1 : end - 1]
        yield NamedInstrument(at, end if number is None else number[1], title, None if number is None else number[0])
        at = text.find("《", end)


def named_in(text: str, start: int, end: int) -> Iterator[NamedInstrument]:
    """Yield the instruments named in ``text[start:end)``, quoted titles and bare numbers alike, in order."""
    at = start
    for one in quoted(text[start:end]):
        left, right = start + one.start, start + one.end
        yield from _bare_in(text, at, left, end)
        yield NamedInstrument(left, right, one.title, one.number)
        at = right
    yield from _bare_in(text, at, end, end)


_REACH = 80
"""Characters behind a number within which its title follows, if it has one."""


def _bare_in(text: str, start: int, stop: int, end: int) -> Iterator[NamedInstrument]:
    """Yield the bare numbers of ``text[start:stop)``; what follows as far as ``end`` may tell whose they are."""
    for match in _NUMBER_WITH_WORD.finditer(text, start, min(end, stop + _REACH)):
        if match.end() > stop:
            return
        number = _without_lead(match["number"])
        left = match.start() + len(match["number"]) - len(number)
        yield NamedInstrument(left, match.end(), None, normalise_number(number))


_NUMBER_WITH_WORD = re.compile(
    rf"(?P<number>{NUMBER}|{ORDER})(?:文件|文)?(?!{BLANK}*(?:印发|发布|公布|颁布|下发|修[正订改])[^《》，。；]{{0,12}}的?《)"
)
"""A bare number; one behind which a title follows (令第3号发布的《甲规定》) is how that title was issued."""


def named(text: str) -> Iterator[NamedInstrument]:
    """Yield the instruments named in ``text``: quoted titles with their numbers, else a bare number at the end."""
    found = False
    for instrument in quoted(text):
        found = True
        yield instrument
    bare = None if found else _NUMBER_TAIL.search(text)
    if bare is not None:
        number = _without_lead(bare[0])
        start = bare.start() + len(bare[0]) - len(number)
        yield NamedInstrument(start, bare.end(), None, normalise_number(number.removesuffix("件").removesuffix("文")))
