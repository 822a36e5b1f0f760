"""Instruments as Japanese texts name them: 港湾法（昭和二十五年法律第二百十八号）.

A title has no marks. It is read where its number follows in brackets: as far back as it is written in kanji, and where
it ends in 「…に関する法律」 and the like, back to the last comma, bracket or は.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument
from yange.law.ja.days import ERAS

__all__ = ["INSTRUMENTS", "NUMBER", "JapaneseInstruments"]

_N = "[0-9０-９〇一二三四五六七八九十百千]{1,7}"
_ERA_YEAR = rf"(?:{'|'.join(ERAS)})[ \u3000]?(?:元|{_N})[ \u3000]?年"
_MADE = "法律|政令|勅令|太政官布告|[一-鿿・]{1,16}(?:省令|府令|規則|令)|条例|規則|告示|訓令|要綱|規程"
NUMBER = rf"{_ERA_YEAR}(?:{_N}月{_N}日)?[一-鿿]{{0,8}}?(?:{_MADE})第{_N}号"
"""A regular expression (without groups) for the number of an instrument."""
_KIND = re.compile("(?:法|法律|法典|政令|施行令|省令|府令|規則|条例|告示|訓令|要綱|規程|令|憲法)等?$")
_LONG = re.compile("[ぁ-ん](?:法律|政令|省令|府令|規則|条例|告示|訓令|規程|令)等?$")
"""The end of a title with words in kana: …に関する法律. It begins where the part of the sentence begins."""
_SHORT = re.compile("(?:[一-鿿々〆ァ-ヺー・]|及び|並びに)+$")
_NUMBERED = re.compile(rf"[（(](?P<number>{NUMBER})(?:。[^（）()]{{0,60}})?[）)]")
_NUMBER = re.compile(NUMBER)
_PARTED = re.compile("[、。「」『』（）()は \u3000\n]")
_LEADS = re.compile(r"^(?:及び|並びに|又は|若しくは|の|に|と|を|が|で|から)+")
_LONGEST = 120
"""Characters. No title is longer."""


def _title_before(text: str, at: int) -> int | None:
    """Return where the title begins that ends at ``at``; ``None`` where none ends there."""
    first = max(0, at - _LONGEST)
    first = max((match.end() for match in _PARTED.finditer(text, first, at)), default=first)
    words = text[first:at]
    if not _KIND.search(words):
        return None
    short = None if _LONG.search(words) else _SHORT.search(words)
    start = first + (short.start() if short else 0)
    lead = _LEADS.match(text[start:at])
    return start + (lead.end() if lead else 0)


@dataclass(frozen=True)
class JapaneseInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = NUMBER
    order: str = "(?!)"
    replies: frozenset[str] = frozenset({"回答", "質疑応答"})

    def normal(self, number: str) -> str:
        """Return a number without blanks, its figures as they are printed."""
        return "".join(number.split()) if _NUMBER.fullmatch("".join(number.split())) else number

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text without blanks."""
        match = _NUMBER.search(text)
        return "".join(match[0].split()) if match else None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the titles behind which a number is printed in brackets, in order."""
        for match in _NUMBERED.finditer(text):
            start = _title_before(text, match.start())
            if start is not None:
                number = "".join(match["number"].split())
                yield NamedInstrument(start, match.end(), text[start : match.start()], number)

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the instruments that a text names: titles with their numbers, else the number with which it ends."""
        found = tuple(self.quoted(text))
        yield from found
        if not found and (number := self.find_number(text)):
            at = text.find(number)
            yield NamedInstrument(max(at, 0), max(at, 0) + len(number), None, number)


INSTRUMENTS = JapaneseInstruments()
