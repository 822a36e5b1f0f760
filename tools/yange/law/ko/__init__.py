"""The pack of Korean legal texts: acts, decrees, rules and ordinances of the Republic of Korea.

How texts are laid out and clauses are numbered follows the drafting standard of the Ministry of Government
Legislation (법제처, 법령 입안·심사 기준): 편, 장, 절, 관, 조, 항 ①, 호 1., 목 가., 부칙, 별표. Days and terms are
those of 행정기본법 제6조 and 제7조 and of 민법 제157조 to 제160조.

Measured on 20 acts and decrees drawn from a public collection, whose headings are the truth: all 789 articles, with one
line break a line and with blank lines alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

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
from yange.law.shares import SAMPLE, share_of_words

if TYPE_CHECKING:
    from yange.law.aspects.amending import Amending
    from yange.law.aspects.captions import CaptionForms
    from yange.law.aspects.days import DayForms
    from yange.law.aspects.effects import EffectForms
    from yange.law.aspects.importing import ImportForms
    from yange.law.aspects.instruments import InstrumentForms

__all__ = ["KOREAN", "Korean"]

_HANGUL = re.compile("[\uac00-\ud7a3]+")


@dataclass(frozen=True, eq=False)
class Korean(EmptyGrammar):
    """The grammar of Korean legal texts; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "ko"
    places: tuple[str, ...] = ("korea", "kr")

    def share(self, text: str) -> float:
        """Return the share of words in Hangul in the beginning of a text."""
        return share_of_words(text[:SAMPLE], _HANGUL)

    @cached_property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.ko.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.ko.numbers import NUMBERS

        return NUMBERS

    @cached_property
    def citations(self) -> Citations:
        """Return how texts refer to clauses."""
        from yange.law.ko.citations import CITATIONS

        return CITATIONS

    @cached_property
    def cited_numbers(self) -> CitedNumbers:
        """Return how cited numbers are read and written."""
        from yange.law.ko.cited_numbers import CITED_NUMBERS

        return CITED_NUMBERS

    @cached_property
    def citing(self) -> CitationForms:
        """Return how legal writing cites a text and its clauses."""
        from yange.law.ko.citing import CITING

        return CITING

    @cached_property
    def titles(self) -> Titles:
        """Return what titles of instruments say."""
        from yange.law.ko.titles import TITLES

        return TITLES

    @cached_property
    def days(self) -> DayForms:
        """Return how days are written."""
        from yange.law.ko.days import DAYS

        return DAYS

    @cached_property
    def instruments(self) -> InstrumentForms:
        """Return how instruments are named and numbered."""
        from yange.law.ko.instruments import INSTRUMENTS

        return INSTRUMENTS

    @cached_property
    def captions(self) -> CaptionForms:
        """Return what is printed in brackets below a title."""
        from yange.law.ko.captions import CAPTIONS

        return CAPTIONS

    @cached_property
    def importing(self) -> ImportForms:
        """Return the lines of a page in Korean."""
        from yange.law.ko.importing import IMPORTING

        return IMPORTING

    @cached_property
    def amending(self) -> Amending:
        """Return the sentences of amending acts."""
        from yange.law.ko.amending import AMENDING

        return AMENDING

    @cached_property
    def effects(self) -> EffectForms:
        """Return how texts state their first and last day and what they repeal."""
        from yange.law.ko.effects import EFFECTS

        return EFFECTS

    @cached_property
    def values(self) -> Values:
        """Return how values are written."""
        from yange.law.ko.values import VALUES

        return VALUES

    @cached_property
    def style(self) -> Style:
        """Return the style and modality words."""
        from yange.law.ko.style import STYLE

        return STYLE

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """Return what every text says in much the same words."""
        from yange.law.ko.boilerplate import BOILERPLATE

        return BOILERPLATE

    @property
    def words(self) -> LanguageWords:
        """Return the words that only join others."""
        from yange.law.ko.words import WORDS

        return WORDS


KOREAN = Korean()
