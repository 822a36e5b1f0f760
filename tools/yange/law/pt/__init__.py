"""The pack of Portuguese legal texts: Portugal and Brazil. It reads numbers and layout alone.

Measured on the first 33 articles of the Constitution of Brazil (33 of 33); on no law of Portugal yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from yange.law.aspects.divisions import Divisions
from yange.law.aspects.numbers import Numbers
from yange.law.empty import EmptyGrammar
from yange.law.shares import share_of_language

__all__ = ["PORTUGUESE", "Portuguese"]

_COMMON = frozenset(
    {"o", "os", "do", "dos", "da", "das", "e", "em", "no", "na", "nos", "nas", "ao", "pelo", "pela", "não", "são",
     "será", "uma", "um", "com", "seu", "sua", "até", "lei", "artigo"}
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Portuguese(EmptyGrammar):
    """The grammar of legal texts in Portuguese; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "pt"
    also: tuple[str, ...] = ()

    def share(self, text: str) -> float:
        """Return how much of a text is in Portuguese, as its function words show."""
        return share_of_language(text, _COMMON)

    @cached_property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.pt.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.pt.numbers import NUMBERS

        return NUMBERS


PORTUGUESE = Portuguese()
