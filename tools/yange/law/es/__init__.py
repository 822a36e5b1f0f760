"""The pack of Spanish legal texts: Spain and Latin America.

Measured on laws in public collections, their headings being the truth: 592 of 592 articles and final provisions in 19
laws of Spain, 1,942 of 1,942 in 20 of Uruguay, 1,002 of 1,013 in 8 of Chile and 1,436 of 1,452 in 20 of Peru; lines
that follow each other without a blank line, broken in mid-sentence or not, give 592, 1,942, 969 and 1,435. What is
missing are laws that approve or quote another law whose articles count anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from yange.law.aspects.amending import Amending
from yange.law.aspects.boilerplate import Boilerplate
from yange.law.aspects.captions import CaptionForms
from yange.law.aspects.citations import Citations
from yange.law.aspects.cited_numbers import CitedNumbers
from yange.law.aspects.citing import CitationForms
from yange.law.aspects.days import DayForms
from yange.law.aspects.divisions import Divisions
from yange.law.aspects.effects import EffectForms
from yange.law.aspects.importing import ImportForms
from yange.law.aspects.instruments import InstrumentForms
from yange.law.aspects.numbers import Numbers
from yange.law.aspects.style import Style
from yange.law.aspects.titles import Titles
from yange.law.aspects.values import Values
from yange.law.aspects.words import LanguageWords
from yange.law.empty import EmptyGrammar
from yange.law.shares import share_of_language

__all__ = ["SPANISH", "Spanish"]

_COMMON = frozenset(
    {"el", "los", "las", "del", "y", "con", "para", "su", "sus", "será", "serán", "podrá", "podrán", "deberá",
        "más", "según", "así", "cuando", "ley", "lo", "una", "artículo", "hasta", "desde"}
)  # fmt: skip
"""Words of Spanish that French, Italian and Portuguese hardly have: not la, de, en, que, un, por."""


@dataclass(frozen=True, eq=False)
class Spanish(EmptyGrammar):
    """The grammar of legal texts in Spanish; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "es"
    also: tuple[str, ...] = ()

    def share(self, text: str) -> float:
        """Return how much of a text is in Spanish, as its function words show."""
        return share_of_language(text, _COMMON)

    @cached_property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.es.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.es.numbers import NUMBERS

        return NUMBERS

    @cached_property
    def citations(self) -> Citations:
        """Return how texts refer to clauses."""
        from yange.law.es.citations import CITATIONS

        return CITATIONS

    @cached_property
    def cited_numbers(self) -> CitedNumbers:
        """Return clause numbers that are cited."""
        from yange.law.es.cited_numbers import CITED_NUMBERS

        return CITED_NUMBERS

    @cached_property
    def citing(self) -> CitationForms:
        """Return how legal writing cites a text and its clauses."""
        from yange.law.es.citing import CITING

        return CITING

    @cached_property
    def titles(self) -> Titles:
        """Return what titles of instruments say."""
        from yange.law.es.titles import TITLES

        return TITLES

    @cached_property
    def instruments(self) -> InstrumentForms:
        """Return how instruments are named and numbered."""
        from yange.law.es.titles import INSTRUMENTS

        return INSTRUMENTS

    @cached_property
    def days(self) -> DayForms:
        """Return how days are written."""
        from yange.law.es.days import DAYS

        return DAYS

    @cached_property
    def captions(self) -> CaptionForms:
        """Return how the lines below a title are read."""
        from yange.law.es.captions import CAPTIONS

        return CAPTIONS

    @cached_property
    def effects(self) -> EffectForms:
        """Return how effects are stated."""
        from yange.law.es.effects import EFFECTS

        return EFFECTS

    @cached_property
    def values(self) -> Values:
        """Return how values are written."""
        from yange.law.es.values import VALUES

        return VALUES

    @cached_property
    def style(self) -> Style:
        """Return words of duty and permission."""
        from yange.law.es.style import STYLE

        return STYLE

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """Return formulas."""
        from yange.law.es.style import BOILERPLATE

        return BOILERPLATE

    @cached_property
    def words(self) -> LanguageWords:
        """Return where words end."""
        from yange.law.es.style import WORDS

        return WORDS

    @property
    def amending(self) -> Amending:
        """Return the sentences of amending decisions."""
        from yange.law.es.amending import AMENDING

        return AMENDING

    @property
    def importing(self) -> ImportForms:
        """Return how pages with such texts are laid out."""
        from yange.law.es.importing import IMPORTING

        return IMPORTING


SPANISH = Spanish()
