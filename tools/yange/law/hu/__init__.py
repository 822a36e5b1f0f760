"""The pack of Hungarian legal texts: numbers and layout alone.

Made from the decree on drafting (61/2009. (XII. 14.) IRM rendelet, on the structure of acts and the numbering of
inserted provisions). No collection of Hungarian laws has been measured.
"""

from __future__ import annotations

from dataclasses import dataclass

from yange.law.aspects.divisions import Divisions
from yange.law.aspects.numbers import Numbers
from yange.law.empty import EmptyGrammar
from yange.law.shares import share_of_language

__all__ = ["HUNGARIAN", "Hungarian"]

_COMMON = frozenset(
    {"az", "és", "nem", "vagy", "hogy", "kell", "szerint", "által", "illetve", "amely", "ezt", "azt", "egy", "szerinti"}
    | {"törvény", "törvényben", "rendelet", "rendelete", "bekezdés", "bekezdésben", "bekezdése", "szóló", "továbbá"}
    | {"valamint", "illetőleg", "lehet", "köteles", "napján", "lép", "hatályba", "meghatározott", "terjed", "legalább"}
)


@dataclass(frozen=True, eq=False)
class Hungarian(EmptyGrammar):
    """The grammar of legal texts in Hungarian; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "hu"
    also: tuple[str, ...] = ()
    places: tuple[str, ...] = ("hungary", "hu", "magyarorszag")

    def share(self, text: str) -> float:
        """Return how much of a text is in Hungarian, as its function words show."""
        return share_of_language(text, _COMMON)

    @property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.hu.divisions import DIVISIONS

        return DIVISIONS

    @property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.hu.numbers import NUMBERS

        return NUMBERS


HUNGARIAN = Hungarian()
