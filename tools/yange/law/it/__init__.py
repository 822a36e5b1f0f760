"""The pack of Italian legal texts: Italy, San Marino, Ticino, the Swiss Confederation and the European Union.

Measured on 24 codes and regulations of Italy as Normattiva prints them, their centred headings being the truth: 5,620
of 5,626 articles with blank lines between paragraphs, 5,625 with the printed line breaks. A table of contents whose
entries are printed in another form than the headings is read as articles.

The forms are those of the circular of the Presidents of the Chambers and of the Government of 20 April 2001, *Regole e
raccomandazioni per la formulazione tecnica dei testi legislativi*, and of the interinstitutional style guide of the
European Union. There are no short titles; n. 1 behind a letter, as Switzerland
writes it, is not read.
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

    @cached_property
    def citations(self) -> Citations:
        """Return how texts refer to clauses."""
        from yange.law.it.citations import CITATIONS

        return CITATIONS

    @cached_property
    def cited_numbers(self) -> CitedNumbers:
        """Return clause numbers that are cited."""
        from yange.law.it.citing import CITED_NUMBERS

        return CITED_NUMBERS

    @cached_property
    def citing(self) -> CitationForms:
        """Return how legal writing cites a text and its clauses."""
        from yange.law.it.citing import CITING

        return CITING

    @cached_property
    def titles(self) -> Titles:
        """Return what titles of instruments say."""
        from yange.law.it.titles import TITLES

        return TITLES

    @cached_property
    def instruments(self) -> InstrumentForms:
        """Return how instruments are named and numbered."""
        from yange.law.it.titles import INSTRUMENTS

        return INSTRUMENTS

    @cached_property
    def days(self) -> DayForms:
        """Return how days are written."""
        from yange.law.it.days import DAYS

        return DAYS

    @cached_property
    def effects(self) -> EffectForms:
        """Return how effects are stated."""
        from yange.law.it.effects import EFFECTS

        return EFFECTS

    @cached_property
    def values(self) -> Values:
        """Return how values are written."""
        from yange.law.it.values import VALUES

        return VALUES

    @cached_property
    def style(self) -> Style:
        """Return words of duty and permission."""
        from yange.law.it.style import STYLE

        return STYLE

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """Return formulas."""
        from yange.law.it.style import BOILERPLATE

        return BOILERPLATE

    @cached_property
    def words(self) -> LanguageWords:
        """Return where words end."""
        from yange.law.it.words import WORDS

        return WORDS

    @cached_property
    def amending(self) -> Amending:
        """Return amending sentences."""
        from yange.law.it.amending import AMENDING

        return AMENDING

    @cached_property
    def captions(self) -> CaptionForms:
        """Return the lines below a title."""
        from yange.law.it.captions import CAPTIONS

        return CAPTIONS

    @cached_property
    def importing(self) -> ImportForms:
        """Return the lines and pages of imported texts."""
        from yange.law.it.importing import IMPORTING

        return IMPORTING


ITALIAN = Italian()
