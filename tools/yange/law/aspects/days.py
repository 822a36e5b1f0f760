"""The aspect of days: how a language writes a day, in its own calendar and the common one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

__all__ = ["DayForms", "LooseDay", "PrintedDay"]


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day in a text: ``[start, end)`` in characters; ``phrase`` is what is printed there."""

    start: int
    end: int
    phrase: str
    day: date


@dataclass(frozen=True, slots=True)
class LooseDay:
    """A day, or the month or year that is printed instead of one.

    ``first`` and ``last`` are equal for a day; for 2015年5月 they are the first and the last day of that month.
    """

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether a day is printed."""
        return self.first == self.last


class DayForms(Protocol):
    """How a language writes days.

    Days in figures (2020-03-01) belong to no language; :data:`yange.dates.DAY_IN_FIGURES` has them.
    """

    @property
    def day(self) -> str:
        """A regular expression without groups for a whole day, with the blanks that texts from PDF files have."""
        ...

    def read(self, phrase: str) -> date | None:
        """Return the day that a phrase matched by :attr:`day` writes, ``None`` where the calendar has no such day."""
        ...

    @property
    def delay_rule(self) -> str:
        """The rule by which a delay leaves out the day it is counted from, cited by statute and article.

        Empty where the places that share the language have no rule in common.
        """
        ...

    @property
    def after(self) -> str:
        """The word of a delay (30日后) that may mean the last day of the delay or the day behind it."""
        ...

    @property
    def term_rule(self) -> str:
        """The rule by which a term of months ends where its last month has no day of that number; else empty."""
        ...
