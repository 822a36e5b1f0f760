"""The pack of Italian legal texts: Italy, San Marino, Ticino, the Swiss Confederation and the European Union.

Measured on 24 codes and regulations of Italy as Normattiva prints them, their centred headings being the truth: 5,620
of 5,626 articles with blank lines between paragraphs, 5,625 with the printed line breaks. A table of contents whose
entries are printed in another form than the headings is read as articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from yange.law.aspects.divisions import Divisions
from yange.law.aspects.numbers import Numbers
from yange.law.empty import EmptyGrammar
from yange.law.shares import share_of_language

__all__ = ["ITALIAN", "Italian"]

_COMMON = frozenset(
    {"il", "gli", "della", "delle", "dei", "degli", "dello", "dell", "nel", "nella", "nelle", "dal", "dalla", "alla",
        "alle", "agli", "ai", "sul", "sulla", "con", "sono", "è", "non", "che", "di", "articolo", "legge", "comma",
        "presente", "ed", "anche", "può", "deve", "essere", "lo", "all", "dall", "nell"}
)  # fmt: skip
"""Words of Italian that French, Spanish and Portuguese hardly have: not la, le, e, a, in, per, un, del."""


@dataclass(frozen=True, eq=False)
class Italian(EmptyGrammar):
    """The grammar of legal texts in Italian; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "it"
    also: tuple[str, ...] = ()

    def share(self, text: str) -> float:
        """Return how much of a text is in Italian, as its function words show."""
        return share_of_language(text, _COMMON)

    @cached_property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.it.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.it.numbers import NUMBERS

        return NUMBERS


ITALIAN = Italian()
