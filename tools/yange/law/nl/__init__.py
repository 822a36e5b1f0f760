"""The pack of Dutch legal texts: the Netherlands, Belgium in Dutch, and the European Union in Dutch.

Made from the Aanwijzingen voor de regelgeving (3.54 to 3.59 on divisions, 4.15 to 4.22 on commencement, chapter 6 on
amending). Measured on 120 acts and decrees of the Netherlands, whose headings give the truth: 5,652 of 5,656 articles
are found where blank lines part paragraphs and where every line ends in a line break; the collection has no divisions.
Not read: heads of pages, kinds of titles that Belgium alone has; a first day that a royal decree sets is
reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yange.law.aspects.amending import Amending
from yange.law.aspects.boilerplate import Boilerplate
from yange.law.aspects.citations import Citations
from yange.law.aspects.cited_numbers import CitedNumbers
from yange.law.aspects.citing import CitationForms
from yange.law.aspects.divisions import Divisions
from yange.law.aspects.numbers import Numbers
from yange.law.aspects.style import Style
from yange.law.aspects.titles import Titles
from yange.law.aspects.values import Values
from yange.law.aspects.words import LanguageWords
from yange.law.empty import EmptyGrammar
from yange.law.shares import share_of_language

if TYPE_CHECKING:
    from yange.law.aspects.captions import CaptionForms
    from yange.law.aspects.days import DayForms
    from yange.law.aspects.effects import EffectForms
    from yange.law.aspects.importing import ImportForms
    from yange.law.aspects.instruments import InstrumentForms

__all__ = ["DUTCH", "Dutch"]

_COMMON = frozenset(
    {"het", "een", "van", "niet", "wordt", "worden", "bij", "voor", "met", "zijn", "door", "dit", "deze", "aan", "dat"}
    | {"zij", "tot", "artikel", "lid", "heeft", "kan", "naar", "indien", "uit", "over", "onder", "bedoeld"}
)


@dataclass(frozen=True, eq=False)
class Dutch(EmptyGrammar):
    """The grammar of legal texts in Dutch; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "nl"
    also: tuple[str, ...] = ()

    def share(self, text: str) -> float:
        """Return how much of a text is in Dutch, told by its function words."""
        return share_of_language(text, _COMMON)

    @property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.nl.divisions import DIVISIONS

        return DIVISIONS

    @property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.nl.numbers import NUMBERS

        return NUMBERS

    @property
    def citations(self) -> Citations:
        """Return how texts refer to clauses."""
        from yange.law.nl.citations import CITATIONS

        return CITATIONS

    @property
    def cited_numbers(self) -> CitedNumbers:
        """Return the clause numbers that are cited, as a renumbering changes them."""
        from yange.law.nl.citations import CITED_NUMBERS

        return CITED_NUMBERS

    @property
    def titles(self) -> Titles:
        """Return what titles of instruments say."""
        from yange.law.nl.titles import TITLES

        return TITLES

    @property
    def days(self) -> DayForms:
        """Return how days are written."""
        from yange.law.nl.days import DAYS

        return DAYS

    @property
    def captions(self) -> CaptionForms:
        """Return how the lines below a title are read."""
        from yange.law.nl.captions import CAPTIONS

        return CAPTIONS

    @property
    def effects(self) -> EffectForms:
        """Return how effects are stated."""
        from yange.law.nl.effects import EFFECTS

        return EFFECTS

    @property
    def values(self) -> Values:
        """Return how values are written."""
        from yange.law.nl.values import VALUES

        return VALUES

    @property
    def style(self) -> Style:
        """Return the words of modality."""
        from yange.law.nl.values import STYLE

        return STYLE

    @property
    def boilerplate(self) -> Boilerplate:
        """Return what every text says."""
        from yange.law.nl.values import BOILERPLATE

        return BOILERPLATE

    @property
    def citing(self) -> CitationForms:
        """Return how legal writing cites a text and its clauses."""
        from yange.law.nl.citing import CITING

        return CITING

    @property
    def instruments(self) -> InstrumentForms:
        """Return how instruments are named by the place of their publication."""
        from yange.law.nl.instruments import INSTRUMENTS

        return INSTRUMENTS

    @property
    def words(self) -> LanguageWords:
        """Return words that are no terms."""
        from yange.law.nl.values import WORDS

        return WORDS

    @property
    def amending(self) -> Amending:
        """Return the amending sentences."""
        from yange.law.nl.amending import AMENDING

        return AMENDING

    @property
    def importing(self) -> ImportForms:
        """Return the lines of pages."""
        from yange.law.nl.importing import IMPORTING

        return IMPORTING


DUTCH = Dutch()
