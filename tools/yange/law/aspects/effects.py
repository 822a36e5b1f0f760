"""The aspect of effects: statements of a text on its own first and last day and on other instruments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from yange.dates import last_day_of_months, last_day_of_years, later
from yange.model import Basis, EventKind

__all__ = [
    "Commencement", "EffectForms", "EffectStatement", "Expiry", "LeftWords", "ReadStatements",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Commencement:
    """A statement of a first day: ``[start, end)`` in characters.

    ``day`` is only set for a stated day; ``exact`` is ``False`` if only a month or a year is printed: ``day`` is its
    first day. ``delay`` is the number of days and ``months`` the number of months to add to the day of signing or
    publication (自公布之日起30日后). ``clauses`` are the labels of the clauses that begin then; empty means the whole
    text, without the labels in ``excepted``.
    """

    start: int
    end: int
    phrase: str
    basis: Basis
    day: date | None
    delay: int = 0
    clauses: tuple[str, ...] = ()
    months: int = 0
    exact: bool = True
    excepted: tuple[str, ...] = ()

    def first_day(self, *, signed: date | None, published: date | None) -> date | None:
        """Return the first day, from the days on which the text was signed and officially published.

        A delay is counted without its starting day, and a month ends on the day of the same number
        (:attr:`~yange.law.aspects.days.DayForms.delay_rule`): 自1月1日起30日后 is 31 January, 一个月后 is 1 February.
        If the delay must be over first, the text begins one day later; import reports this reading.
        """
        base = {Basis.STATED: self.day, Basis.SIGNED: signed, Basis.PUBLISHED: published}.get(self.basis)
        return None if base is None else later(base, months=self.months, days=self.delay)


@dataclass(frozen=True, slots=True)
class Expiry:
    """A statement of a last day in force: a stated ``day``, or ``years``, ``months`` or ``days`` from the first day.

    ``exact`` is ``False`` if the words leave the day in doubt: a month, a year, or 于2018年5月1日失效.
    """

    start: int
    end: int
    phrase: str
    years: int | None
    day: date | None
    months: int | None = None
    days: int | None = None
    exact: bool = True

    def last_day(self, first: date) -> date | None:
        """Return the last day in force of a text whose first day is ``first``."""
        if self.day is not None:
            return self.day
        if self.years:
            return last_day_of_years(first, self.years)
        if self.months:
            return last_day_of_months(first, self.months)
        return later(first, days=self.days - 1) if self.days else None


@dataclass(frozen=True, slots=True)
class EffectStatement:
    """An effect on one named instrument; ``[start, end)`` is the span from its title to the verb.

    ``extent`` has the labels of the affected clauses, empty for the whole; ``day`` is set if the sentence has a day of
    its own. ``until`` and ``years`` are for extensions, ``until`` also for suspensions (the last day). ``also`` is
    what else the sentence affects without naming it (及其补充规定).
    """

    start: int
    end: int
    phrase: str
    kind: EventKind
    title: str | None
    number: str | None
    extent: tuple[str, ...] = ()
    day: date | None = None
    until: date | None = None
    years: int | None = None
    also: str | None = None


@dataclass(frozen=True, slots=True)
class ReadStatements:
    """The statements that all packs of the law read in a paragraph, with facts of the whole text.

    ``started`` are the labels whose first day was read anywhere in the text; ``ended`` is set if a last day was read,
    ``begun`` if a first day of the whole text was.
    """

    starts: tuple[Commencement, ...]
    ends: tuple[Expiry, ...]
    acts: tuple[EffectStatement, ...]
    started: frozenset[str] = frozenset()
    ended: bool = False
    begun: bool = False

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The spans that were read, half-open in the paragraph."""
        starts = [(one.start, one.end) for one in self.starts]
        acts = [(one.start, one.end) for one in self.acts]
        return [*starts, *acts, *((one.start, one.end) for one in self.ends)]


@dataclass(frozen=True, slots=True)
class LeftWords:
    """A sentence, ``[start, end)`` in its paragraph, with words on commencement, expiry or effects that were not read.

    ``field`` is the front matter field that it may concern. ``own`` is set if it is about the first or last day of the
    whole text itself, ``named`` if it names an instrument.
    """

    start: int
    end: int
    field: str
    own: bool = False
    named: bool = False


class EffectForms(Protocol):
    """The statements of effects in a language.

    A statement is only read if its whole sentence is understood. A sentence with a condition, an exception or a
    reservation that may change it is left to :meth:`left`, which reports it. A statement on a single measure or on
    another text is left out.
    """

    def commencements(self, text: str) -> Iterable[Commencement]:
        """Return the statements of a text on its own first day, in any order."""
        ...

    def expiries(self, text: str) -> Iterable[Expiry]:
        """Return the statements of a text on its own last day, in any order."""
        ...

    def acts(self, text: str, kind: EventKind) -> Iterable[EffectStatement]:
        """Return the effects of one kind on instruments that a text names, in any order."""
        ...

    def left(self, paragraph: str, read: ReadStatements) -> Iterable[LeftWords]:
        """Return the sentences of a paragraph on an effect with words that were not read."""
        ...

    @property
    def article(self) -> re.Pattern[str]:
        """The beginning of a paragraph that is an article, or the unit that the language has instead."""
        ...

    @property
    def unit(self) -> re.Pattern[str]:
        """The beginning of a paragraph that is a numbered unit of any kind, including articles."""
        ...

    @property
    def last_heading(self) -> re.Pattern[str]:
        """The heading of the final provisions (附则, Final provisions), matched from the beginning of a paragraph."""
        ...

    @property
    def names_a_moment(self) -> re.Pattern[str]:
        """Words that make a first day depend on an event (自通车之日起, on such day as), searched anywhere."""
        ...

    @property
    def listed_elsewhere(self) -> re.Pattern[str]:
        """Words that refer to a list of instruments elsewhere (附件, 下列, the Schedule), searched anywhere."""
        ...
