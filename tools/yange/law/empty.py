"""An empty pack, from which a new pack starts and adds one aspect after the other.

:class:`EmptyGrammar` fulfils :class:`~yange.law.grammar.Grammar`; each of its aspects recognises nothing. The pack of
another language derives from it and replaces the aspects that it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date

from yange.law.aspects.amending import Amending, Examples, Instruction
from yange.law.aspects.boilerplate import Boilerplate
from yange.law.aspects.captions import Caption, CaptionForms
from yange.law.aspects.citations import Citations, Owner, Reference
from yange.law.aspects.cited_numbers import CitedNumber, CitedNumbers, CitedPlace
from yange.law.aspects.citing import CitationForms
from yange.law.aspects.days import DayForms
from yange.law.aspects.divisions import Divisions
from yange.law.aspects.effects import Commencement, EffectForms, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.aspects.importing import NO_IMPORTING, ImportForms
from yange.law.aspects.instruments import InstrumentForms, NamedInstrument
from yange.law.aspects.numbers import Numbers
from yange.law.aspects.style import Style
from yange.law.aspects.titles import Bearer, Titles
from yange.law.aspects.values import Values
from yange.law.aspects.words import LanguageWords
from yange.model import EventKind
from yange.numbering import ClauseNumber, NumberStyle

__all__ = ["EmptyGrammar", "NoEffects"]

_NEVER = re.compile("(?!)")


class _NoCitations:
    def of_text(self, text: str) -> Citations:
        return self

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        return ()

    def link(self, text: str, start: int, stop: int) -> bool:
        return not text[start:stop].strip()

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        return ()


class _NoTitles:
    kinds: Mapping[str, str] = {}

    def kind(self, title: str) -> str | None:
        return None

    def rank(self, one: Bearer) -> str | None:
        return None

    def same(self, title: str) -> str:
        return title

    def is_draft(self, title: str) -> bool:
        return False

    def amends(self, title: str) -> bool:
        return False


class _NoDays:
    day = "(?!)"
    delay_rule = ""
    after = ""
    term_rule = ""

    def read(self, phrase: str) -> date | None:
        return None


class _NoInstruments:
    number = "(?!)"
    order = "(?!)"
    replies: frozenset[str] = frozenset()

    def normal(self, number: str) -> str:
        return number

    def find_number(self, text: str) -> str | None:
        return None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        return iter(())

    def named(self, text: str) -> Iterator[NamedInstrument]:
        return iter(())


class _NoCaptions:
    def read(self, text: str) -> Caption | None:
        return None


class NoEffects:
    """Statements of effect of a language whose pack reads none and reports none."""

    article = unit = last_heading = names_a_moment = listed_elsewhere = _NEVER

    def commencements(self, text: str) -> Iterable[Commencement]:
        """Return no first day."""
        return ()

    def expiries(self, text: str) -> Iterable[Expiry]:
        """Return no last day."""
        return ()

    def acts(self, text: str, kind: EventKind) -> Iterable[EffectStatement]:
        """Return no effect on other instruments."""
        return ()

    def left(self, paragraph: str, read: ReadStatements) -> Iterable[LeftWords]:
        """Return no sentence that was left unread."""
        return ()


class _NoCitedNumbers:
    def cited(self, key: str) -> Iterable[CitedNumber]:
        return ()

    def owner(self, key: str, start: int) -> Owner:
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        return False

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        return ".".join(map(str, value))

    def place(self, printed: str) -> CitedPlace | None:
        return None

    def cites_items(self, key: str) -> bool:
        return False

    def lists_items(self, key: str) -> bool:
        return False

    def item_number(self, label: str) -> int | None:
        return None


class _NoAmending:
    list_styles: Set[NumberStyle] = frozenset()
    article = article_list = _NEVER

    @property
    def examples(self) -> Examples:
        from yange.law.en.amending import AMENDING

        return AMENDING.examples

    def open_after(self, first: str, line: str, before: int) -> int:
        return 0

    def read(self, sentence: str, line: int) -> Iterable[Instruction]:
        return ()

    def printed(self, label: str) -> str | None:
        return None

    def paragraph(self, label: str) -> int | None:
        return None

    def inserted(self, before: ClauseNumber, nth: int) -> str | None:
        return None

    def renumbered(self, label: str, nth: int) -> str | None:
        return None


@dataclass(frozen=True, eq=False)
class EmptyGrammar:
    """A grammar with nothing but a tag. Hints and forms of citation are in English until the pack has its own.

    ``also`` is English: its labels appear in texts of many languages, so that texts without a pack are still read.
    """

    tag: str
    also: tuple[str, ...] = ("en",)
    places: tuple[str, ...] = ()

    def share(self, text: str) -> float:
        """Return 0: no text is detected as written in this language."""
        return 0.0

    @property
    def divisions(self) -> Divisions:
        """Return an empty layout."""
        return Divisions()

    @property
    def numbers(self) -> Numbers:
        """Return no forms of numbers."""
        return Numbers()

    @property
    def citations(self) -> Citations:
        """Return a reader that finds no reference."""
        return _NoCitations()

    @property
    def cited_numbers(self) -> CitedNumbers:
        """Return a reader that finds no cited number."""
        return _NoCitedNumbers()

    @property
    def citing(self) -> CitationForms:
        """Return the English form of citations."""
        from yange.law.en.citing import CITING

        return CITING

    @property
    def titles(self) -> Titles:
        """Return a reader that finds nothing in a title."""
        return _NoTitles()

    @property
    def days(self) -> DayForms:
        """Return a reader that finds no day in words."""
        return _NoDays()

    @property
    def instruments(self) -> InstrumentForms:
        """Return a reader that finds no named instrument."""
        return _NoInstruments()

    @property
    def captions(self) -> CaptionForms:
        """Return a reader that finds no caption."""
        return _NoCaptions()

    @property
    def effects(self) -> EffectForms:
        """Return a reader that finds no statement of effect."""
        return NoEffects()

    @property
    def importing(self) -> ImportForms:
        """Return forms that read every line of a page as words."""
        return NO_IMPORTING

    @property
    def values(self) -> Values:
        """Return no forms of values; the engine reads those that all languages share."""
        return Values()

    @property
    def style(self) -> Style:
        """Return no words of style and duty."""
        return Style()

    @property
    def boilerplate(self) -> Boilerplate:
        """Return no boilerplate."""
        return Boilerplate()

    @property
    def words(self) -> LanguageWords:
        """Return words separated by spaces."""
        return LanguageWords()

    @property
    def amending(self) -> Amending:
        """Return a reader that finds no amending sentence."""
        return _NoAmending()
