"""The pack of German legal texts: Germany, Austria, Switzerland, Liechtenstein, and the European Union in German.

Measured on 24 federal statutes of Germany as printed, whose headings give the truth (10,006 articles): 9,995 are found
where blank lines part paragraphs and 9,990 where every line ends in a line break. On 12 further statutes that nothing
was adjusted to 1,640 of 1,642 are found either way. Of Austria and Switzerland only forms were looked at. Not read: §
below Art. (Art. 229 § 1), a range of gone articles without a word that says so, unnumbered superscripts.
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

__all__ = ["GERMAN", "German"]

_COMMON = frozenset(
    {"der", "die", "das", "des", "dem", "den", "und", "oder", "ist", "sind", "wird", "werden", "nicht", "nach"}
    | {"durch", "für", "von", "mit", "zu", "zum", "zur", "im", "bei", "auf", "ein", "eine", "einer", "eines", "einem"}
    | {"sich", "als", "dass", "daß", "wenn", "soweit", "gilt", "gelten", "kann", "hat", "auch", "aus", "nur"}
)


@dataclass(frozen=True, eq=False)
class German(EmptyGrammar):
    """The grammar of legal texts in German; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "de"
    also: tuple[str, ...] = ()

    def share(self, text: str) -> float:
        """Return how much of a text is in German, told by its function words."""
        return share_of_language(text, _COMMON)

    @property
    def divisions(self) -> Divisions:
        """Return how texts are laid out."""
        from yange.law.de.divisions import DIVISIONS

        return DIVISIONS

    @property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.de.numbers import NUMBERS

        return NUMBERS

    @property
    def citations(self) -> Citations:
        """Return how texts refer to clauses."""
        from yange.law.de.citations import CITATIONS

        return CITATIONS

    @property
    def cited_numbers(self) -> CitedNumbers:
        """Return the clause numbers that are cited, as a renumbering changes them."""
        from yange.law.de.cited_numbers import CITED_NUMBERS

        return CITED_NUMBERS

    @property
    def citing(self) -> CitationForms:
        """Return how legal writing cites a text and its clauses."""
        from yange.law.de.citing import CITING

        return CITING

    @property
    def titles(self) -> Titles:
        """Return what titles of instruments say."""
        from yange.law.de.titles import TITLES

        return TITLES

    @property
    def days(self) -> DayForms:
        """Return how days are written."""
        from yange.law.de.days import DAYS

        return DAYS

    @property
    def instruments(self) -> InstrumentForms:
        """Return how instruments are named and numbered."""
        from yange.law.de.instruments import INSTRUMENTS

        return INSTRUMENTS

    @property
    def captions(self) -> CaptionForms:
        """Return how the lines below a title are read."""
        from yange.law.de.captions import CAPTIONS

        return CAPTIONS

    @property
    def effects(self) -> EffectForms:
        """Return how effects are stated."""
        from yange.law.de.effects import EFFECTS

        return EFFECTS

    @property
    def values(self) -> Values:
        """Return how values are written."""
        from yange.law.de.values import VALUES

        return VALUES

    @property
    def style(self) -> Style:
        """Return the words of style and modality."""
        from yange.law.de.style import STYLE

        return STYLE

    @property
    def boilerplate(self) -> Boilerplate:
        """Return what every text says."""
        from yange.law.de.words import BOILERPLATE

        return BOILERPLATE

    @property
    def words(self) -> LanguageWords:
        """Return words that are no terms, and how terms are defined."""
        from yange.law.de.words import WORDS

        return WORDS

    @property
    def amending(self) -> Amending:
        """Return the sentences of amending decisions."""
        from yange.law.de.amending import AMENDING

        return AMENDING

    @property
    def importing(self) -> ImportForms:
        """Return how pages with such texts are laid out."""
        from yange.law.de.importing import IMPORTING

        return IMPORTING


GERMAN = German()
