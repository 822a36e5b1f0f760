"""The pack of legal texts in French: France, the European Union, Switzerland and Luxembourg.

The forms are those of the *Guide de légistique* of the Secrétariat général du Gouvernement and the Conseil d'État
(sheets 3.1.3 on divisions and 3.4.2 on entry into force), of the interinstitutional style guide of the European Union
(part one, sections 2.2 and 2.7), of the Swiss *Directives sur la technique législative*, and of the Luxembourg Conseil
d'État's *Traité de légistique formelle*.

Measured on the plain text of 13 French codes with 5,247 articles, 99.7 % are read, on 25 Acts and regulations of
Luxembourg with 1,102 headed articles 99.5 %, with blank lines between paragraphs as well as broken at 90 characters.
What is not read are articles without a number (Article préliminaire). Articles of an annex in the middle of a code are
those of the annex. 9 bis and 9-1 are one number, 39 A and 39 bis are two. Short titles are not read yet.
Dates in figures are read as day, month, year.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
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
from yange.law.shares import share_of_language, speaks

if TYPE_CHECKING:
    from yange.law.aspects.captions import CaptionForms
    from yange.law.aspects.days import DayForms
    from yange.law.aspects.effects import EffectForms
    from yange.law.aspects.importing import ImportForms
    from yange.law.aspects.instruments import InstrumentForms

__all__ = ["FRENCH", "French"]

_OWN = frozenset({
    "les", "des", "du", "et", "est", "une", "dans", "sur", "par", "pour", "aux", "au", "qui", "cette", "sont", "être",
})  # fmt: skip
"""Frequent words that no neighbour has: la, le, de and en are Italian, Spanish, Dutch or Esperanto too."""
_COMMON = frozenset({
    "le", "la", "les", "un", "une", "des", "du", "de", "et", "est", "sont", "dans", "sur", "par",
    "pour", "aux", "au", "qui", "que", "qu", "à", "en", "ne", "pas", "son", "sa", "ses", "leur", "leurs",
    "ce", "cette", "ces", "il", "elle", "ou", "sans", "sous", "être", "ainsi", "lorsque", "toute", "tout",
})  # fmt: skip


@dataclass(frozen=True, eq=False)
class French(EmptyGrammar):
    """The grammar of legal texts in French; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "fr"
    also: tuple[str, ...] = ()

    def share(self, text: str) -> float:
        """Return the share of words in letters in the beginning of a text in which enough words are French."""
        return share_of_language(text, _COMMON) if speaks(text, _OWN) else 0.0

    @cached_property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.fr.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.fr.numbers import NUMBERS

        return NUMBERS

    @cached_property
    def citations(self) -> Citations:
        """Return how texts refer to clauses."""
        from yange.law.fr.citations import CITATIONS

        return CITATIONS

    @cached_property
    def cited_numbers(self) -> CitedNumbers:
        """Return clause numbers that are cited."""
        from yange.law.fr.cited_numbers import CITED_NUMBERS

        return CITED_NUMBERS

    @cached_property
    def citing(self) -> CitationForms:
        """Return how legal writing cites a text."""
        from yange.law.fr.citing import CITING

        return CITING

    @cached_property
    def titles(self) -> Titles:
        """Return what titles say."""
        from yange.law.fr.titles import TITLES

        return TITLES

    @cached_property
    def days(self) -> DayForms:
        """Return how days are written."""
        from yange.law.fr.days import DAYS

        return DAYS

    @cached_property
    def instruments(self) -> InstrumentForms:
        """Return names and numbers of instruments."""
        from yange.law.fr.instruments import INSTRUMENTS

        return INSTRUMENTS

    @cached_property
    def captions(self) -> CaptionForms:
        """Return how the lines below a title are read."""
        from yange.law.fr.captions import CAPTIONS

        return CAPTIONS

    @cached_property
    def effects(self) -> EffectForms:
        """Return statements of effect."""
        from yange.law.fr.effects import EFFECTS

        return EFFECTS

    @cached_property
    def values(self) -> Values:
        """Return how values are written."""
        from yange.law.fr.values import VALUES

        return VALUES

    @cached_property
    def style(self) -> Style:
        """Return style and modality words."""
        from yange.law.fr.style import STYLE

        return STYLE

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """Return what every text says in much the same words."""
        from yange.law.fr.boilerplate import BOILERPLATE

        return BOILERPLATE

    @property
    def amending(self) -> Amending:
        """Return the sentences of amending decisions."""
        from yange.law.fr.amending import AMENDING

        return AMENDING

    @property
    def words(self) -> LanguageWords:
        """Return the words that only join others, and what an apostrophe ends."""
        from yange.law.fr.words import WORDS

        return WORDS

    @property
    def importing(self) -> ImportForms:
        """Return how pages with such texts are laid out."""
        from yange.law.fr.importing import IMPORTING

        return IMPORTING


FRENCH = French()
