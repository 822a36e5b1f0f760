"""Instruments as French texts name them: loi n° 90-12 du 3 mars 1990, règlement (UE) 2016/679, directive 95/46/CE."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument

__all__ = ["INSTRUMENTS", "FrenchInstruments", "find_number"]

_NUMBER = (
    r"(?:n[°ºo]s?[ \u00a0]?[0-9]{2,4}-[0-9]{1,5}(?:-[0-9]+)?|\((?:UE|CE|CEE|Euratom)(?:, Euratom)?\)[ "
    r"\u00a0](?:n[°ºo][ \u00a0])?[0-9]{1,4}/[0-9]{2,4}"
    r"|[0-9]{2,4}/[0-9]{1,4}/(?:UE|CE|CEE|JAI|PESC|Euratom))"
)
_FORM = re.compile(_NUMBER)


def find_number(text: str) -> str | None:
    """Return the first number of an instrument in a text in its normal form, or ``None``."""
    match = _FORM.search(text)
    return _normal(match[0]) if match else None


def _normal(number: str) -> str:
    return re.sub(r"n[°ºo]s?[ \u00a0]?", "n° ", number.replace("\u00a0", " ")).strip()


@dataclass(frozen=True)
class FrenchInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = _NUMBER
    order: str = "(?!)"
    replies: frozenset[str] = frozenset({"lettre", "réponse", "avis"})

    def normal(self, number: str) -> str:
        """Return n° 90-12 for nº90-12; what is no number of a French text stays as it is."""
        return _normal(number) if _FORM.fullmatch(number) else number

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text."""
        return find_number(text)

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: French has no marks for titles."""
        yield from ()

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: a title in running words is read by the statement that it is in."""
        yield from ()


INSTRUMENTS = FrenchInstruments()
