"""The Protocol of a pack: the grammar of the legal texts of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

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

__all__ = ["Grammar"]


class Grammar(Protocol):
    """The legal language of one place, or of several places that write in the same way.

    Each aspect is a property that imports its module at its first use, because most commands need few of them. An
    aspect that a language does not have is empty, never ``None``.
    """

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the language, as in :attr:`yange.model.Version.language`: ``zh-Hans``, ``en``."""
        ...

    @property
    def also(self) -> tuple[str, ...]:
        """The tags of other packs whose forms also appear in texts of this language: English names in Chinese texts."""
        ...

    @property
    def places(self) -> tuple[str, ...]:
        """The places of this legal language, as at the beginning of policy ids; empty if it has no places of its own.

        A place decides between packs of one language if the text does not.
        """
        ...

    def share(self, text: str) -> float:
        """Return the share of a text that is written in this language, from 0 to 1.

        It decides which pack reads a text without a recorded language. If two packs share an alphabet, the one whose
        common words occur has the larger share.
        """
        ...

    @property
    def divisions(self) -> Divisions:
        """The layout of texts: title block, contents, headings, annexes, closing lines."""
        ...

    @property
    def numbers(self) -> Numbers:
        """The forms in which numbers of clauses are written, joined and cited."""
        ...

    @property
    def citations(self) -> Citations:
        """The forms in which texts refer to clauses."""
        ...

    @property
    def cited_numbers(self) -> CitedNumbers:
        """The cited clause numbers, which a renumbering changes."""
        ...

    @property
    def citing(self) -> CitationForms:
        """The forms in which legal writing cites a text and its clauses."""
        ...

    @property
    def titles(self) -> Titles:
        """The facts in titles of instruments: kinds, ranks, drafts."""
        ...

    @property
    def days(self) -> DayForms:
        """The forms in which days are written."""
        ...

    @property
    def instruments(self) -> InstrumentForms:
        """The forms in which other instruments are named and numbered."""
        ...

    @property
    def captions(self) -> CaptionForms:
        """The form of the caption below a title, which lists the history of the text."""
        ...

    @property
    def effects(self) -> EffectForms:
        """The statements of commencement, expiry, repeal, extension, suspension and revival."""
        ...

    @property
    def importing(self) -> ImportForms:
        """The lines of a scraped page, the instruments in its notices, and the bodies in its head."""
        ...

    @property
    def values(self) -> Values:
        """The forms of values: amounts, periods, days, bodies, document numbers, citations."""
        ...

    @property
    def style(self) -> Style:
        """Words that may be exchanged without changing a rule, and words of duty, permission and bounds."""
        ...

    @property
    def boilerplate(self) -> Boilerplate:
        """Clauses and phrases that most texts contain in the same words."""
        ...

    @property
    def words(self) -> LanguageWords:
        """The boundaries of words, and the words that form names."""
        ...

    @property
    def amending(self) -> Amending:
        """Amending sentences, and the form of new numbers."""
        ...
