"""The pack of Chinese legal texts in traditional characters: Taiwan, Hong Kong, Macau.

It has the differences from :mod:`yange.law.zh_hans`, whose forms are also read in these texts. An aspect that is not
here yet is that of simplified texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from yange.law.aspects.amending import Amending
from yange.law.aspects.citations import Citations
from yange.law.aspects.cited_numbers import CitedNumbers
from yange.law.aspects.citing import CitationForms
from yange.law.aspects.divisions import Divisions
from yange.law.aspects.numbers import Numbers
from yange.law.aspects.titles import Titles
from yange.law.han import HAN, traditional_share
from yange.law.shares import SAMPLE, share_of_words
from yange.law.zh_hans import SimplifiedChinese

if TYPE_CHECKING:
    from yange.law.aspects.boilerplate import Boilerplate
    from yange.law.aspects.captions import CaptionForms
    from yange.law.aspects.days import DayForms
    from yange.law.aspects.effects import EffectForms
    from yange.law.aspects.importing import ImportForms
    from yange.law.aspects.instruments import InstrumentForms
    from yange.law.aspects.style import Style
    from yange.law.aspects.values import Values
    from yange.law.aspects.words import LanguageWords

__all__ = ["TRADITIONAL_CHINESE", "TraditionalChinese"]


@dataclass(frozen=True, eq=False)
class TraditionalChinese(SimplifiedChinese):
    """The grammar of legal texts in traditional characters; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "zh-Hant"
    places: tuple[str, ...] = ("taiwan", "hong-kong", "hongkong", "macau", "macao", "tw", "hk", "mo")
    also: tuple[str, ...] = ("zh-Hans", "en")

    def share(self, text: str) -> float:
        """Return the share of Chinese characters at the beginning of a text that are not in the simplified script."""
        script = traditional_share(text[:SAMPLE])
        return share_of_words(text, HAN) * (1 if script is None else script)

    @cached_property
    def divisions(self) -> Divisions:
        """Return the layout of texts."""
        from yange.law.zh_hant.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return the forms of clause numbers."""
        from yange.law.zh_hant.numbers import NUMBERS

        return NUMBERS

    @cached_property
    def citations(self) -> Citations:
        """Return the forms in which texts refer to clauses."""
        from yange.law.zh_hant.citations import CITATIONS

        return CITATIONS

    @cached_property
    def cited_numbers(self) -> CitedNumbers:
        """Return the reader and writer of cited numbers."""
        from yange.law.zh_hant.cited_numbers import CITED_NUMBERS

        return CITED_NUMBERS

    @cached_property
    def citing(self) -> CitationForms:
        """Return the forms in which legal writing cites a text and its clauses."""
        from yange.law.zh_hant.citing import CITING

        return CITING

    @cached_property
    def titles(self) -> Titles:
        """Return the reader of titles."""
        from yange.law.zh_hant.titles import TITLES

        return TITLES

    @cached_property
    def amending(self) -> Amending:
        """Return the forms of amending sentences."""
        from yange.law.zh_hant.amending import AMENDING

        return AMENDING

    @cached_property
    def days(self) -> DayForms:
        """Return the forms of days, including those of the Republic's era."""
        from yange.law.zh_hant.days import DAYS

        return DAYS

    @cached_property
    def instruments(self) -> InstrumentForms:
        """Return the forms in which instruments are named and numbered."""
        from yange.law.zh_hant.instruments import INSTRUMENTS

        return INSTRUMENTS

    @cached_property
    def captions(self) -> CaptionForms:
        """Return the forms of captions."""
        from yange.law.zh_hant.captions import CAPTIONS

        return CAPTIONS

    @cached_property
    def effects(self) -> EffectForms:
        """Return the forms of statements on first days, last days and effects on others."""
        from yange.law.zh_hant.effects import EFFECTS

        return EFFECTS

    @cached_property
    def importing(self) -> ImportForms:
        """Return the forms for imports."""
        from yange.law.zh_hant.importing import IMPORTING

        return IMPORTING

    @cached_property
    def values(self) -> Values:
        """Return the forms of values."""
        from yange.law.zh_hant.values import VALUES

        return VALUES

    @cached_property
    def style(self) -> Style:
        """Return the style and modality words."""
        from yange.law.zh_hant.style import STYLE

        return STYLE

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """Return the clauses and phrases that most texts share."""
        from yange.law.zh_hant.boilerplate import BOILERPLATE

        return BOILERPLATE

    @cached_property
    def words(self) -> LanguageWords:
        """Return the dictionary, and the words that form names."""
        from yange.law.zh_hant.words import WORDS

        return WORDS


TRADITIONAL_CHINESE = TraditionalChinese()
