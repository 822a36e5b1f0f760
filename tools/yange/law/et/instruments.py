"""Instruments as Estonian texts name them: määrus nr 51 „Praamide kord“, RT I, 30.12.2015, 5.

The references to the State Gazette are those of the Riigi Teataja seadus: RT I 2009, 5, 35 until June 2010, since then
RT I, 30.12.2015, 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument

__all__ = ["INSTRUMENTS", "NUMBER", "EstonianInstruments"]

_GAZETTE = (
    r"RT ?(?:I{1,3}|IV|L)?(?: ?(?:1|2)[0-9]{3}, ?[0-9]{1,3}, ?[0-9]{1,4}|, ?[0-9]{2}\.[0-9]{2}\.[0-9]{4}, ?[0-9]{1,4})"
    r"(?![0-9])"
)
NUMBER = rf"(?:{_GAZETTE}|\bnr [0-9]{{1,4}}(?![0-9/.]))"
"""A regular expression without groups for the number of a regulation or the place in the gazette."""
_NUMBER = re.compile(NUMBER)
_QUOTED = re.compile(
    r"(?:\b(?P<kind>määrus|otsus|korraldus|käskkiri)[a-z]{0,3} (?P<number>nr [0-9]{1,4}) )?"
    r"[„\"](?P<title>[^„“”\"\n]{3,200})[“”\"]"
)


@dataclass(frozen=True)
class EstonianInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = NUMBER
    order: str = "(?!)"
    replies: frozenset[str] = frozenset({"selgitus", "vastus"})

    def normal(self, number: str) -> str:
        """Return a number with single blanks."""
        return " ".join(number.split())

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text."""
        match = _NUMBER.search(text)
        return self.normal(match[0]) if match else None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the titles in quotation marks behind the number of a regulation."""
        for match in _QUOTED.finditer(text):
            if match["number"]:
                yield NamedInstrument(match.start("number"), match.end(), match["title"].strip(), match["number"])

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the quoted titles, else the number that a text names."""
        found = tuple(self.quoted(text))
        yield from found
        match = None if found else _NUMBER.search(text)
        if match is not None:
            yield NamedInstrument(*match.span(), None, self.normal(match[0]))


INSTRUMENTS = EstonianInstruments()
