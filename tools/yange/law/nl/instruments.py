"""Instruments as Dutch texts name them by the place of their publication: Stb. 2016, 12, Stcrt. 2019, nr. 1234.

The forms are those of the Aanwijzingen voor de regelgeving (Netherlands, 3.27 ff., on citing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument

__all__ = ["INSTRUMENTS", "NUMBER", "DutchInstruments"]

NUMBER = r"(?<!\w)(?:Stb|Stcrt|Trb)\. ?[0-9]{4}, ?(?:nr\. ?)?[0-9]{1,6}(?!\w)"
"""A regular expression without groups for the place of publication."""
_NUMBER = re.compile(NUMBER)


@dataclass(frozen=True)
class DutchInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = NUMBER
    order: str = "(?!)"
    replies: frozenset[str] = frozenset()

    def normal(self, number: str) -> str:
        """Return a number with single blanks and without *nr.*: Stcrt. 2019, 1234."""
        if not _NUMBER.fullmatch(number.strip()):
            return number
        return re.sub(r"\.\s*(?=[0-9]{4})", ". ", re.sub(r",\s*(?:nr\.\s*)?", ", ", number.strip()))

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text."""
        match = _NUMBER.search(text)
        return self.normal(match[0]) if match else None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: Dutch sets no marks about titles."""
        return iter(())

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the instruments that a text names by the place of their publication."""
        for match in _NUMBER.finditer(text):
            yield NamedInstrument(*match.span(), None, self.normal(match[0]))


INSTRUMENTS = DutchInstruments()
