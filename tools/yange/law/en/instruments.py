"""Instruments as English texts name them: by title in running words, without marks of quotation or office numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument

__all__ = ["INSTRUMENTS", "EnglishInstruments"]

_NOTHING = r"(?!)"


@dataclass(frozen=True)
class EnglishInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = _NOTHING
    order: str = _NOTHING
    replies: frozenset[str] = frozenset({"letter", "reply"})

    def normal(self, number: str) -> str:
        """Return the number as it is."""
        return number

    def find_number(self, text: str) -> str | None:
        """Return nothing: the numbers of English texts have no form of their own."""
        return None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: titles are not quoted."""
        yield from ()

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: a title in running words is read by the statement that it is in."""
        yield from ()


INSTRUMENTS = EnglishInstruments()
