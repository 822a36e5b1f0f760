"""The Protocol that a pack fulfils: the grammar of the legal texts of one language."""

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
    """The legal language of one place or of several that write alike.

    Each aspect is a property that imports its module when it is first asked for: most commands need few of them. An
    aspect that a language does not have is an empty one, never ``None``.
    """

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the language, as :attr:`yange.model.Version.language` gives it: ``zh-Hans``, ``en``."""
        ...

    @property
    def also(self) -> tuple[str, ...]:
        """The tags of other packs whose forms appear in texts of this language too: English names in Chinese texts."""
        ...

    @property
    def places(self) -> tuple[str, ...]:
        """The places whose law is written like that, as the ids of policies begin; empty where it is not theirs alone.

        A place decides between packs of one language where the text does not.
        """
        ...

    def share(self, text: str) -> float:
        """Return how much of a text is written in this language, from 0 to 1.

        It decides which pack reads a text that does not say its language. Where two packs share an alphabet the one
        whose common words occur has more.
        """
        ...

    @property
    def divisions(self) -> Divisions:
        """How texts are laid out: title block, contents, headings, annexes, closing lines."""
        ...

    @property
    def numbers(self) -> Numbers:
        """How numbers of clauses are written, joined and cited."""
        ...

    @property
    def citations(self) -> Citations:
        """How texts refer to clauses."""
        ...

    @property
    def cited_numbers(self) -> CitedNumbers:
        """Clause numbers that are cited, as a renumbering changes them."""
        ...

    @property
    def citing(self) -> CitationForms:
        """How legal writing cites a text and its clauses."""
        ...

    @property
    def titles(self) -> Titles:
        """What titles of instruments say: kinds, ranks, drafts."""
        ...

    @property
    def days(self) -> DayForms:
        """How days are written."""
        ...

    @property
    def instruments(self) -> InstrumentForms:
        """How other instruments are named and numbered."""
        ...

    @property
    def captions(self) -> CaptionForms:
        """How the history of a text is told below its title."""
        ...

    @property
    def effects(self) -> EffectForms:
        """How commencement, expiry, repeal, extension, suspension and revival are stated."""
        ...

    @property
    def importing(self) -> ImportForms:
        """What the lines of a scraped page are, what its notices carry, and whom its head names."""
        ...

    @property
    def values(self) -> Values:
        """How values are written: amounts, periods, days, bodies, document numbers, citations."""
        ...

    @property
    def style(self) -> Style:
        """Words exchanged without changing a rule, and words of duty, permission and bounds."""
        ...

    @property
    def boilerplate(self) -> Boilerplate:
        """What every text says in much the same words."""
        ...

    @property
    def words(self) -> LanguageWords:
        """Where words end, and which of them make names."""
        ...

    @property
    def amending(self) -> Amending:
        """Amending sentences, and how the numbers of what is new are written."""
        ...
