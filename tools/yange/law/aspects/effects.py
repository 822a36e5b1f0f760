"""The aspect of effects: what a text says of its own first and last day, and what it does to other instruments."""

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

    ``day`` is set for a stated day only; ``exact`` is ``False`` where only a month or a year is printed, whose first
    day it is. ``delay`` counts the days and ``months`` the months to add to the signing or publication
    (自公布之日起30日后). ``clauses`` are the labels concerned where only parts begin then; empty means the whole, but
    for the labels ``excepted``.
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
        """Return the first day, given when the text was signed and officially published.

        A delay is counted without the day it is counted from, a month ends on the day of the same number
        (:attr:`~yange.law.aspects.days.DayForms.delay_rule`): 自1月1日起30日后 is 31 January, 一个月后 is 1 February.
        Where the last day of the delay is taken to be over first, it is one day later; the importer says so.
        """
        base = {Basis.STATED: self.day, Basis.SIGNED: signed, Basis.PUBLISHED: published}.get(self.basis)
        return None if base is None else later(base, months=self.months, days=self.delay)


@dataclass(frozen=True, slots=True)
class Expiry:
    """A statement of a last day in force: a stated ``day``, or ``years``, ``months`` or ``days`` from the first on.

    ``exact`` is ``False`` where the words leave a day of doubt: a month, a year, or 于2018年5月1日失效.
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
        """Return the last day in force of a text that counts from ``first``."""
        if self.day is not None:
            return self.day
        if self.years:
            return last_day_of_years(first, self.years)
        if self.months:
            return last_day_of_months(first, self.months)
        return later(first, days=self.days - 1) if self.days else None


@dataclass(frozen=True, slots=True)
class EffectStatement:
    """What a sentence does to one named instrument; ``[start, end)`` covers it from the title to the verb.

    ``extent`` holds the clause labels concerned, empty for the whole; ``day`` is set where the sentence gives a day of
    its own. ``until`` and ``years`` belong to extensions, ``until`` also to suspensions (the last day). ``also`` is
    what the sentence acts upon beside it without naming it (及其补充规定).
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
    """What was read in a paragraph, by all packs of the law, and what is known of the text around it.

    ``started`` are the labels for which a first day was read somewhere in the text; ``ended`` says that a last day was.
    """

    starts: tuple[Commencement, ...]
    ends: tuple[Expiry, ...]
    acts: tuple[EffectStatement, ...]
    started: frozenset[str] = frozenset()
    ended: bool = False

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The spans that were read, half-open in the paragraph."""
        starts = [(one.start, one.end) for one in self.starts]
        acts = [(one.start, one.end) for one in self.acts]
        return [*starts, *acts, *((one.start, one.end) for one in self.ends)]


@dataclass(frozen=True, slots=True)
class LeftWords:
    """A sentence, ``[start, end)`` in its paragraph, with words of beginning, end or effect that no reader used.

    ``field`` is the front matter field that it may concern. ``own`` says that it is about the first or last day of the
    whole text itself, ``named`` that it names an instrument.
    """

    start: int
    end: int
    field: str
    own: bool = False
    named: bool = False


class EffectForms(Protocol):
    """How a language states effects.

    A statement is read only where its whole sentence is understood: with a condition, an exception or a reservation
    that may change it, it is left to :meth:`left`, which reports it. What is said of a single measure or of another
    text is left out, never guessed at.
    """

    def commencements(self, text: str) -> Iterable[Commencement]:
        """Return what a text says of its own first day, in any order."""
        ...

    def expiries(self, text: str) -> Iterable[Expiry]:
        """Return what a text says of its own last day, in any order."""
        ...

    def acts(self, text: str, kind: EventKind) -> Iterable[EffectStatement]:
        """Return what a text does of one kind to instruments that it names, in any order."""
        ...

    def left(self, paragraph: str, read: ReadStatements) -> Iterable[LeftWords]:
        """Return the sentences of a paragraph that speak of an effect in words that nobody has read."""
        ...

    @property
    def article(self) -> re.Pattern[str]:
        """What begins a paragraph that is an article, or what the language has in its place."""
        ...

    @property
    def unit(self) -> re.Pattern[str]:
        """What begins a paragraph that is a numbered unit of any kind, articles among them."""
        ...

    @property
    def last_heading(self) -> re.Pattern[str]:
        """The heading of the final provisions (附则, Final provisions), matched from the beginning of a paragraph."""
        ...

    @property
    def names_a_moment(self) -> re.Pattern[str]:
        """Words that tie a first day to something that happens (自通车之日起, on such day as), searched anywhere."""
        ...

    @property
    def listed_elsewhere(self) -> re.Pattern[str]:
        """Words that leave a list of instruments to another place (附件, 下列, the Schedule), searched anywhere."""
        ...
