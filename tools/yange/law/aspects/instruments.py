"""The aspect of instruments: the names of other instruments in a text, by title and by number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

__all__ = ["InstrumentForms", "NamedInstrument"]


@dataclass(frozen=True, slots=True)
class NamedInstrument:
    """An instrument named in a text: ``[start, end)`` is the span of title and number; either may be ``None``."""

    start: int
    end: int
    title: str | None
    number: str | None


class InstrumentForms(Protocol):
    """The names and numbers of instruments in a language."""

    @property
    def number(self) -> str:
        """A regular expression without groups for the document number that an office assigns."""
        ...

    @property
    def order(self) -> str:
        """A regular expression without groups for the number of an order of promulgation; may match nothing."""
        ...

    @property
    def replies(self) -> frozenset[str]:
        """Kinds and ranks, in lower case, of texts that answer one asker or explain another text.

        Such texts have no period and are never in force.
        """
        ...

    def normal(self, number: str) -> str:
        """Return a number in its recorded form; a number of another language is returned unchanged."""
        ...

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text, in its recorded form, or ``None``."""
        ...

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the titles in quotation marks, with the number after each, in order.

        There are none if the language has no marks for titles.
        """
        ...

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the instruments that a text names: quoted titles, or else the number at its end."""
        ...
