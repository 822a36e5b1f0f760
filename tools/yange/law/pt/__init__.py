"""The pack of Portuguese legal texts: Portugal, Brazil and the European Union.

Measured on laws in public collections, their headings being the truth: 5,984 of 5,998 articles in 17 codes and laws of
Brazil, 2,338 of 2,339 in 18 texts of Portugal and the European Union; with lines broken at 90 characters 8,306 of the
8,337. What is missing are articles of other laws that an amending article quotes without marks.

The forms are those of Lei Complementar 95/1998 (Brazil), of the *Regras de legística* of the Assembleia da República
(Portugal) and of the interinstitutional style guide of the European Union. There are no short titles.
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

__all__ = ["PORTUGUESE", "Portuguese"]

_COMMON = frozenset(
    {"o", "os", "do", "dos", "da", "das", "e", "em", "no", "na", "nos", "nas", "ao", "pelo", "pela", "não", "são",
     "será", "uma", "um", "com", "seu", "sua", "até", "lei", "artigo"}
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Portuguese(EmptyGrammar):
    """The grammar of legal texts in Portuguese; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "pt"
    also: tuple[str, ...] = ()

    def share(self, text: str) -> float:
        """Return how much of a text is in Portuguese, as its function words show."""
        return share_of_language(text, _COMMON)

    @cached_property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.pt.divisions import DIVISIONS

        return DIVISIONS

    @cached_property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.pt.numbers import NUMBERS

        return NUMBERS

    @cached_property
    def citations(self) -> Citations:
        """Return how texts refer to clauses."""
        from yange.law.pt.citations import CITATIONS

        return CITATIONS

    @cached_property
    def cited_numbers(self) -> CitedNumbers:
        """Return clause numbers that are cited."""
        from yange.law.pt.cited_numbers import CITED_NUMBERS

        return CITED_NUMBERS

    @cached_property
    def citing(self) -> CitationForms:
        """Return how legal writing cites a text and its clauses."""
        from yange.law.pt.citing import CITING

        return CITING

    @cached_property
    def titles(self) -> Titles:
        """Return what titles of instruments say."""
        from yange.law.pt.titles import TITLES

        return TITLES

    @cached_property
    def instruments(self) -> InstrumentForms:
        """Return how instruments are named and numbered."""
        from yange.law.pt.titles import INSTRUMENTS

        return INSTRUMENTS

    @cached_property
    def days(self) -> DayForms:
        """Return how days are written."""
        from yange.law.pt.days import DAYS

        return DAYS

    @cached_property
    def effects(self) -> EffectForms:
        """Return how effects are stated."""
        from yange.law.pt.effects import EFFECTS

        return EFFECTS

    @cached_property
    def values(self) -> Values:
        """Return how values are written."""
        from yange.law.pt.values import VALUES

        return VALUES

    @cached_property
    def style(self) -> Style:
        """Return words of duty and permission."""
        from yange.law.pt.style import STYLE

        return STYLE

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """Return formulas."""
        from yange.law.pt.style import BOILERPLATE

        return BOILERPLATE

    @cached_property
    def words(self) -> LanguageWords:
        """Return where words end."""
        from yange.law.pt.words import WORDS

        return WORDS

    @cached_property
    def amending(self) -> Amending:
        """Return amending sentences."""
        from yange.law.pt.amending import AMENDING

        return AMENDING

    @cached_property
    def captions(self) -> CaptionForms:
        """Return the lines below a title."""
        from yange.law.pt.captions import CAPTIONS

        return CAPTIONS

    @cached_property
    def importing(self) -> ImportForms:
        """Return the lines and pages of imported texts."""
        from yange.law.pt.importing import IMPORTING

        return IMPORTING


PORTUGUESE = Portuguese()
