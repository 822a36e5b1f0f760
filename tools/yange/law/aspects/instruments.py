"""The aspect of instruments: how a text names another one, by title and by number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

__all__ = ["InstrumentForms", "NamedInstrument"]


@dataclass(frozen=True, slots=True)
class NamedInstrument:
    """An instrument named in a text: ``[start, end)`` covers title and number; either may be ``None``."""

    start: int
    end: int
    title: str | None
    number: str | None


class InstrumentForms(Protocol):
    """How a language names and numbers instruments."""

    @property
    def number(self) -> str:
        """A regular expression without groups for the number of a document, as an office gives it."""
        ...

    @property
    def order(self) -> str:
        """A regular expression without groups for the number of an order of promulgation; may match nothing."""
        ...

    @property
    def replies(self) -> frozenset[str]:
        """Kinds and ranks, in small letters, of texts that answer one asker or explain another text.

        Such texts have no period and are never in force.
        """
        ...

    def normal(self, number: str) -> str:
        """Return a number in the one form in which it is kept; the number of another language unchanged."""
        ...

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text in its normal form, or ``None``."""
        ...

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the titles that are set apart by marks of quotation, with the number behind each, in order.

        Nothing, where the language has no marks for titles.
        """
        ...

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the instruments that a text names: quoted titles, else the number with which it ends."""
        ...
