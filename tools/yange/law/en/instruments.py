"""Instruments in English texts: named by title in running text, without quotation marks or document numbers."""

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
        """Return the number unchanged."""
        return number

    def find_number(self, text: str) -> str | None:
        """Return ``None``: the numbers of English texts have no fixed form."""
        return None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: titles are not quoted."""
        yield from ()

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: a title in running text is read with the statement that contains it."""
        yield from ()


INSTRUMENTS = EnglishInstruments()
