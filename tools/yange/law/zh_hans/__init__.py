"""The pack of Chinese legal texts in simplified characters: mainland China."""

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
from yange.law.han import HAN, traditional_share
from yange.law.shares import SAMPLE, share_of_words

__all__ = ["SIMPLIFIED_CHINESE", "SimplifiedChinese"]


@dataclass(frozen=True, eq=False)
class SimplifiedChinese:
    """The grammar of legal texts in simplified characters; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "zh-Hans"
    places: tuple[str, ...] = ()
    also: tuple[str, ...] = ("en",)

    @cached_property
    def divisions(self) -> Divisions:
        """Return the layout of texts."""
        from yange.law.zh_hans.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return the forms of clause numbers."""
        from yange.law.zh_hans.numbers import NUMBERS

        return NUMBERS

    def share(self, text: str) -> float:
        """Return the share of Chinese characters at the beginning of a text that are not in the traditional script."""
        return share_of_words(text, HAN) * (1 - (traditional_share(text[:SAMPLE]) or 0))

    @cached_property
    def citations(self) -> Citations:
        """The forms in which texts refer to clauses."""
        from yange.law.zh_hans.citations import CITATIONS

        return CITATIONS

    @cached_property
    def cited_numbers(self) -> CitedNumbers:
        """The cited clause numbers, which a renumbering changes."""
        from yange.law.zh_hans.cited_numbers import CITED_NUMBERS

        return CITED_NUMBERS

    @cached_property
    def citing(self) -> CitationForms:
        """The forms in which legal writing cites a text and its clauses."""
        from yange.law.zh_hans.citing import CITING

        return CITING

    @cached_property
    def titles(self) -> Titles:
        """The facts in titles of instruments: kinds, ranks, drafts."""
        from yange.law.zh_hans.titles import TITLES

        return TITLES

    @cached_property
    def days(self) -> DayForms:
        """Days."""
        from yange.law.zh_hans.days import DAYS

        return DAYS

    @cached_property
    def instruments(self) -> InstrumentForms:
        """Names and numbers of instruments."""
        from yange.law.zh_hans.instruments import INSTRUMENTS

        return INSTRUMENTS

    @cached_property
    def captions(self) -> CaptionForms:
        """Captions."""
        from yange.law.zh_hans.captions import CAPTIONS

        return CAPTIONS

    @cached_property
    def effects(self) -> EffectForms:
        """Statements of effect."""
        from yange.law.zh_hans.effects import EFFECTS

        return EFFECTS

    @cached_property
    def importing(self) -> ImportForms:
        """The forms for imports."""
        from yange.law.zh_hans.importing import IMPORTING

        return IMPORTING

    @cached_property
    def values(self) -> Values:
        """The forms of values."""
        from yange.law.zh_hans.values import VALUES

        return VALUES

    @cached_property
    def style(self) -> Style:
        """Its style and modality words."""
        from yange.law.zh_hans.style import STYLE

        return STYLE

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """The clauses and phrases that most texts share."""
        from yange.law.zh_hans.boilerplate import BOILERPLATE

        return BOILERPLATE

    @cached_property
    def words(self) -> LanguageWords:
        """Its dictionary, and the words that form names."""
        from yange.law.zh_hans.words import WORDS

        return WORDS

    @cached_property
    def amending(self) -> Amending:
        """Amending sentences, and the form of new numbers."""
        from yange.law.zh_hans.amending import AMENDING

        return AMENDING


SIMPLIFIED_CHINESE = SimplifiedChinese()
