"""Read the instruments that Chinese texts name: 《title》（文号）, also nested, with numbers in any bracket style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yange.characters import BLANK
from yange.law.aspects.instruments import NamedInstrument

__all__ = ["INSTRUMENTS", "NUMBER", "ORDER", "ChineseInstruments", "closing"]

_OPEN, _CLOSE = "〔［\\[（(【", "〕］\\]）)】"
_DIGIT = "[0-9０-９]"
_YEAR = rf"[{_OPEN}]{BLANK}*(?:19|20){_DIGIT}{{2}}{BLANK}*[{_CLOSE}]"
_COUNT = rf"第?{BLANK}*{_DIGIT}{{1,4}}{BLANK}*号"
NUMBER = rf"[一-鿿]{{1,14}}?{BLANK}*{_YEAR}{BLANK}*{_COUNT}"
"""A regular expression (without groups) for a 文号 such as 深府规〔2020〕3号, in any bracket style."""

_ORDER_COUNT = rf"第{BLANK}*(?:{_DIGIT}{{1,4}}|[一二三四五六七八九十百零〇]{{1,6}}){BLANK}*号"
ORDER = rf"[一-鿿]{{2,24}}?令{BLANK}*(?:[（(]{BLANK}*{_ORDER_COUNT}{BLANK}*[）)]|{_ORDER_COUNT})"
"""A regular expression (without groups) for an order's number such as 深圳市人民政府令第310号."""

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_STOP_WORDS = re.compile(
    r".*(?:根据|依据|按照|依照|执行|落实|关于|以及|或者|同时|施行|有关|[据按照依和及与原即的由经以，、。；：])(?=.{2})"
)
_YEAR_IN_BRACKETS = re.compile(rf"[{_OPEN}]((?:19|20)[0-9]{{2}})[{_CLOSE}]")
_STATE_OF_AN_ORDER = re.compile(r"^中华人民共和国(?=[一-鿿]{2,20}令)")
_ORDER_IN_BRACKETS = re.compile(r"令[（(](第.*?号)[）)]")
_HAN = re.compile("[一-鿿]+")
_BLANKS = re.compile(rf"{BLANK}*")
_WORD_OF_ISSUE = rf"{BLANK}*(?:印发|发布|公布|颁布|下发|修[正订改])[^《》，。；]{{0,12}}的?《"
_REACH = 80
"""Characters after a number within which its title follows, if it has one."""

REPLIES = frozenset({"函", "复函", "答复", "答复函", "回复", "说明", "报告"})


@dataclass(frozen=True)
class ChineseInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`.

    ``number`` and ``order`` are regular expressions without groups, so that each place has its own.
    """

    number: str = NUMBER
    order: str = ORDER
    replies: frozenset[str] = REPLIES
    in_brackets: str = "(?!)"
    """A form that is a number only in a bracket after a title, without groups."""

    @cached_property
    def inside(self) -> re.Pattern[str]:
        """A number or an order's number anywhere in a text."""
        return re.compile(rf"(?:{self.number}|{self.order})")

    @cached_property
    def _behind_a_title(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self.number}|{self.order}|{self.in_brackets})")

    @cached_property
    def _at_end(self) -> re.Pattern[str]:
        return re.compile(rf"{self.number}文?件?$")

    @cached_property
    def _bare(self) -> re.Pattern[str]:
        """A number without a title; before a title it says how that was issued (令第3号发布的《甲规定》)."""
        return re.compile(rf"(?P<number>{self.number}|{self.order})(?:文件|文)?(?!{_WORD_OF_ISSUE})")

    def normal(self, number: str) -> str:
        """Return a document number in the form 深府规〔2020〕3号: no spaces, Arabic digits, 〔〕 around the year.

        The number of an order keeps its words (深圳市人民政府令第310号), without 中华人民共和国 before the body
        (国务院令第783号).
        """
        packed = re.sub(r"\s", "", number.translate(_WIDE))
        packed = _YEAR_IN_BRACKETS.sub(r"〔\1〕", packed)
        packed = _STATE_OF_AN_ORDER.sub("", packed)
        return _ORDER_IN_BRACKETS.sub(r"令\1", packed)

    def find_number(self, text: str) -> str | None:
        """Return the first number in ``text``, normalised, or ``None``."""
        match = self.inside.search(text)
        return None if match is None else self.normal(_without_lead(match[0]))

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the outermost 《…》 of ``text`` with the document number in brackets after each, in order."""
        at = text.find("《")
        while at >= 0:
            end = closing(text, at, "《》")
            if end is None:
                return
            number = self._bracketed(text, end)
            title = text[at + 1 : end - 1]
            yield NamedInstrument(at, number[1] if number else end, title, number[0] if number else None)
            at = text.find("《", end)

    def named_in(self, text: str, start: int, end: int) -> Iterator[NamedInstrument]:
        """Yield the instruments named in ``text[start:end)``, by quoted title or by number, in order."""
        at = start
        for one in self.quoted(text[start:end]):
            left, right = start + one.start, start + one.end
            yield from self._bare_in(text, at, left, end)
            yield NamedInstrument(left, right, one.title, one.number)
            at = right
        yield from self._bare_in(text, at, end, end)

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the instruments named in ``text``: quoted titles with their numbers, or else a number at the end."""
        found = False
        for instrument in self.quoted(text):
            found = True
            yield instrument
        bare = None if found else self._at_end.search(text)
        if bare is not None:
            number = _without_lead(bare[0])
            start = bare.start() + len(bare[0]) - len(number)
            yield NamedInstrument(start, bare.end(), None, self.normal(number.removesuffix("件").removesuffix("文")))

    def _bracketed(self, text: str, at: int) -> tuple[str, int] | None:
        """Return the number in the bracket after a title, and the end of the bracket."""
        blank = _BLANKS.match(text, at)
        start = at if blank is None else blank.end()
        pair = {"（": "（）", "(": "()"}.get(text[start : start + 1])
        if pair is None:
            return None
        end = closing(text, start, pair)
        found = None if end is None else self._behind_a_title.search(text, start + 1, end)
        return None if end is None or found is None else (self.normal(found[0]), end)

    def _bare_in(self, text: str, start: int, stop: int, end: int) -> Iterator[NamedInstrument]:
        """Yield the numbers without a title in ``text[start:stop)``; words up to ``end`` may show whose they are."""
        for match in self._bare.finditer(text, start, min(end, stop + _REACH)):
            if match.end() > stop:
                return
            number = _without_lead(match["number"])
            left = match.start() + len(match["number"]) - len(number)
            yield NamedInstrument(left, match.end(), None, self.normal(number))


INSTRUMENTS = ChineseInstruments()


def _without_lead(number: str) -> str:
    """Return a number without words before the issuer's abbreviation: 按照深府规〔2017〕2号 → 深府规〔2017〕2号."""
    head = _HAN.match(number)
    if head is None or "令" in number:
        return number
    lead = _STOP_WORDS.match(head[0])
    return number if lead is None else number[lead.end() :]


def closing(text: str, at: int, pair: str) -> int | None:
    """Return the offset after the bracket that closes the one at ``at``, with nesting, or ``None``."""
    depth = 0
    for offset in range(at, len(text)):
        if text[offset] == pair[0]:
            depth += 1
        elif text[offset] == pair[1]:
            depth -= 1
            if depth == 0:
                return offset + 1
    return None
