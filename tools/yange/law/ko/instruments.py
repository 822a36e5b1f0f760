"""Instruments as Korean texts name them: 「항만법」(법률 제1234호)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument

__all__ = ["INSTRUMENTS", "NUMBER", "KoreanInstruments"]

NUMBER = (
    r"(?:법률|대통령령|총리령|[가-힣]{2,10}부령|[가-힣]{2,16}(?:조례|규칙|고시|훈령|예규|공고))[ \u00a0]?"
    r"제[ \u00a0]?[0-9]{1,5}(?:-[0-9]{1,4})?호"
)
"""A regular expression (without groups) for the number of an instrument."""
_NUMBER = re.compile(NUMBER)
_QUOTED = re.compile(rf"「(?P<title>[^「」\n]{{1,120}})」(?:[ \u00a0]?[(（](?P<number>{NUMBER})[)）])?")


@dataclass(frozen=True)
class KoreanInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = NUMBER
    order: str = "(?!)"
    replies: frozenset[str] = frozenset({"회신", "질의회신"})

    def normal(self, number: str) -> str:
        """Return a number with one space before 제: 법률 제1234호."""
        match = _NUMBER.fullmatch(number.strip())
        return re.sub(r"\s*제\s*", " 제", number.strip()) if match else number

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text."""
        match = _NUMBER.search(text)
        return self.normal(match[0]) if match else None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the titles between 「 and 」, with the number behind each, in order."""
        for match in _QUOTED.finditer(text):
            number = self.normal(match["number"]) if match["number"] else None
            yield NamedInstrument(match.start(), match.end(), match["title"].strip(), number)

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the quoted titles, else the number with which a text ends."""
        found = tuple(self.quoted(text))
        yield from found
        match = None if found else _NUMBER.search(text)
        if match is not None:
            yield NamedInstrument(*match.span(), None, self.normal(match[0]))


INSTRUMENTS = KoreanInstruments()
