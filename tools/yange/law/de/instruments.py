"""Instruments as German texts name them: in running words; the gazette in which they were published is their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument

__all__ = ["INSTRUMENTS", "NUMBER", "GermanInstruments"]

NUMBER = (
    r"(?:(?:BGBl|RGBl|GVBl|GBl|StGBl|LGBl|ABl|AS|SR|BBl)\.?"
    r"(?:[ \u00a0](?:[0-9]{4}[ \u00a0])?(?:I{1,3}|EU|EG|L|C))?(?:[ \u00a0](?:Nr\.|S\.|L))?[ \u00a0]?[0-9][0-9./]*"
    r"(?:[ \u00a0](?:Nr\.|S\.)[ \u00a0]?[0-9]+)?)"
)
"""A regular expression without groups for the place in a gazette: BGBl. I S. 1814, BGBl. 2024 I Nr. 17, SR 172.021."""
_NUMBER = re.compile(NUMBER)


@dataclass(frozen=True)
class GermanInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = NUMBER
    order: str = r"(?!)"
    replies: frozenset[str] = frozenset({"schreiben", "auskunft"})

    def normal(self, number: str) -> str:
        """Return the number with single blanks."""
        return " ".join(number.split())

    def find_number(self, text: str) -> str | None:
        """Return the first place in a gazette."""
        match = _NUMBER.search(text)
        return self.normal(match[0]) if match else None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: titles are not quoted."""
        yield from ()

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: a title in running words is read by the statement that it is in."""
        yield from ()


INSTRUMENTS = GermanInstruments()
