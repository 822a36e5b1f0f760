"""The pack of English legal texts, with the European and American labels that other languages share."""

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

if TYPE_CHECKING:
    from yange.law.aspects.captions import CaptionForms
    from yange.law.aspects.days import DayForms
    from yange.law.aspects.effects import EffectForms
    from yange.law.aspects.importing import ImportForms
    from yange.law.aspects.instruments import InstrumentForms
from yange.law.shares import LATIN, share_of_words, speaks

__all__ = ["ENGLISH", "English"]

_COMMON = frozenset({"the", "of", "and", "shall", "this", "these", "are", "hereby", "which", "been"})


@dataclass(frozen=True, eq=False)
class English:
    """The grammar of legal texts in English; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "en"
    places: tuple[str, ...] = ()
    also: tuple[str, ...] = ("zh-Hans",)

    @cached_property
    def divisions(self) -> Divisions:
        """Return the layout of texts."""
        from yange.law.en.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return the forms of clause numbers."""
        from yange.law.en.numbers import NUMBERS

        return NUMBERS

    def share(self, text: str) -> float:
        """Return the share of words in Latin letters at the beginning of a text, halved without common English words.

        The alphabet alone does not show the language.
        """
        share = min(1.0, share_of_words(text, LATIN))
        return share if speaks(text, _COMMON) else share / 2

    @cached_property
    def citations(self) -> Citations:
        """The forms in which texts refer to clauses."""
        from yange.law.en.citations import CITATIONS

        return CITATIONS

    @cached_property
    def cited_numbers(self) -> CitedNumbers:
        """The cited clause numbers, which a renumbering changes."""
        from yange.law.en.cited_numbers import CITED_NUMBERS

        return CITED_NUMBERS

    @cached_property
    def citing(self) -> CitationForms:
        """The forms in which legal writing cites a text and its clauses."""
        from yange.law.en.citing import CITING

        return CITING

    @cached_property
    def titles(self) -> Titles:
        """The facts in titles of instruments: kinds, ranks, drafts."""
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
        """The forms for imports."""
        from yange.law.en.importing import IMPORTING

        return IMPORTING

    @cached_property
    def values(self) -> Values:
        """The forms of values."""
        from yange.law.en.values import VALUES

        return VALUES

    @cached_property
    def style(self) -> Style:
        """Its style and modality words."""
        from yange.law.en.style import STYLE

        return STYLE

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """The clauses and phrases that most texts share: none in English yet."""
        return Boilerplate()

    @cached_property
    def words(self) -> LanguageWords:
        """Its words, separated by spaces, and those that only join others."""
        from yange.law.en.words import WORDS

        return WORDS

    @cached_property
    def amending(self) -> Amending:
        """Amending sentences, and the form of new numbers."""
        from yange.law.en.amending import AMENDING

        return AMENDING


ENGLISH = English()
