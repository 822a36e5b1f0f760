"""The pack of English legal texts, and of the European and American labels that others share with them."""

from __future__ import annotations

import re
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

if TYPE_CHECKING:
    from yange.law.aspects.captions import CaptionForms
    from yange.law.aspects.days import DayForms
    from yange.law.aspects.effects import EffectForms
    from yange.law.aspects.importing import ImportForms
    from yange.law.aspects.instruments import InstrumentForms
from yange.law.shares import SAMPLE, share_of_words

__all__ = ["ENGLISH", "English"]

_LATIN = re.compile("[A-Za-z]+")
_COMMON = re.compile(r"\b(?:the|of|and|shall)\b", re.I)


@dataclass(frozen=True, eq=False)
class English:
    """The grammar of legal texts in English; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "en"
    places: tuple[str, ...] = ()
    also: tuple[str, ...] = ("zh-Hans",)

    @cached_property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.en.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.en.numbers import NUMBERS

        return NUMBERS

    def share(self, text: str) -> float:
        """Return the share of words in Latin letters in the beginning of a text; half of it without a common word.

        The alphabet alone does not show the language.
        """
        share = share_of_words(text, _LATIN)
        return share if _COMMON.search(text[:SAMPLE]) else share / 2

    @cached_property
    def citations(self) -> Citations:
        """How texts refer to clauses."""
        from yange.law.en.citations import CITATIONS

        return CITATIONS

    @cached_property
    def cited_numbers(self) -> CitedNumbers:
        """Clause numbers that are cited, as a renumbering changes them."""
        from yange.law.en.cited_numbers import CITED_NUMBERS

        return CITED_NUMBERS

    @cached_property
    def citing(self) -> CitationForms:
        """How legal writing cites a text and its clauses."""
        from yange.law.en.citing import CITING

        return CITING

    @cached_property
    def titles(self) -> Titles:
        """What titles of instruments say: kinds, ranks, drafts."""
        from yange.law.en.titles import TITLES

        return TITLES

    @cached_property
    def days(self) -> DayForms:
        """Days."""
        from yange.law.en.days import DAYS

        return DAYS

    @cached_property
    def instruments(self) -> InstrumentForms:
        """Names and numbers of instruments."""
        from yange.law.en.instruments import INSTRUMENTS

        return INSTRUMENTS

    @cached_property
    def captions(self) -> CaptionForms:
        """Captions."""
        from yange.law.en.captions import CAPTIONS

        return CAPTIONS

    @cached_property
    def effects(self) -> EffectForms:
        """Statements of effect."""
        from yange.law.en.effects import EFFECTS

        return EFFECTS

    @cached_property
    def importing(self) -> ImportForms:
        """What an import needs to know."""
        from yange.law.en.importing import IMPORTING

        return IMPORTING

    @cached_property
    def values(self) -> Values:
        """How the language writes values."""
        from yange.law.en.values import VALUES

        return VALUES

    @cached_property
    def style(self) -> Style:
        """Its style and modality words."""
        from yange.law.en.style import STYLE

        return STYLE

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """What every text says in much the same words: no English phrase is known yet."""
        return Boilerplate()

    @cached_property
    def words(self) -> LanguageWords:
        """Its words, parted by blanks."""
        return LanguageWords()

    @cached_property
    def amending(self) -> Amending:
        """Amending sentences, and how the numbers of what is new are written."""
        from yange.law.en.amending import AMENDING

        return AMENDING


ENGLISH = English()
