"""The aspect of days: the forms of days in a language, in its own calendar and the common one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

__all__ = ["DayForms", "LooseDay", "PrintedDay"]


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day in a text: its span ``[start, end)`` in characters, and ``phrase`` as printed."""

    start: int
    end: int
    phrase: str
    day: date


@dataclass(frozen=True, slots=True)
class LooseDay:
    """A day, or a month or year printed instead of a day.

    ``first`` and ``last`` are equal for a day; for 2015年5月 they are the first and the last day of that month.
    """

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether a day is printed."""
        return self.first == self.last


class DayForms(Protocol):
    """The days of a language.

    Days in figures (2020-03-01) are the same in all languages; :data:`yange.dates.DAY_IN_FIGURES` has them.
    """

    @property
    def day(self) -> str:
        """A regular expression without groups for a full date, with the stray spaces of texts from PDF files."""
        ...

    def read(self, phrase: str) -> date | None:
        """Return the day of a phrase that :attr:`day` matches, or ``None`` if the calendar has no such day."""
        ...

    @property
    def delay_rule(self) -> str:
        """The rule that a delay is counted without its starting day, cited by statute and article.

        Empty if the places of the language have no common rule.
        """
        ...

    @property
    def after(self) -> str:
        """The word of a delay (30日后) that may mean its last day or the day after it."""
        ...

    @property
    def term_rule(self) -> str:
        """The rule for the end of a term of months if its last month has no day of that number; may be empty."""
        ...
