"""The project a command works in: :class:`yange.project.Project` with the clock, the lock and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

import click

from yange.cli.output import say
from yange.dates import parse_day
from yange.library import POLICIES, load
from yange.problems import Severity, YangeError
from yange.project import Asked, LoadedTexts, Project, find_text, with_clause
from yange.storage.snapshots import broken_off
from yange.storage.writing import WriteSession, at_work

__all__ = ["CommandProject", "Day", "text_with_clause"]


class Day(click.ParamType[date]):
    """A day on the command line: ``YYYY-MM-DD``."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or refuse the call."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as YYYY-MM-DD, such as 2024-06-01", param, ctx)


@dataclass(frozen=True)
class CommandProject(Project):
    """A project on whose account a command speaks: it knows what day it is and says what it met."""

    def read_texts(self) -> LoadedTexts:
        """Read the texts; a write that broke off in the folder is said first."""
        if self.recorded is None:
            self.remark_broken_write()
        return super().read_texts()

    @contextmanager
    def at_work(self, command: str) -> Iterator[WriteSession]:
        """Hold the project's lock in the block, and read everything within it: the way of every command that writes.

        Raises:
            YangeError: when another writer is at work, the machine refuses, or it cannot read one of the texts, so
                that what is held already is not known.

        """
        if not (self.root / POLICIES).is_dir():
            load(self.root)  # says that this is no project, before anything is noted about it
        with at_work(self.root, command, tell=partial(say, err=True)) as session:
            self.forget()
            yield session

    def refuse_unread(self) -> None:
        """Refuse to go on where the machine could not read a text: what is written could repeat what it says.

        Raises:
            YangeError: naming the first.

        """
        self.remark_problems()
        for problem in self.problems:
            if problem.code == "unreadable":
                raise YangeError(f"{problem.where}: {problem.message}; nothing was written; {problem.hint}")

    def remark_broken_write(self) -> None:
        """Say on standard error that a write broke off, and what finishes it."""
        words = broken_off(self.root)
        if words:
            say(words, err=True)

    def today(self) -> date:
        """Return the day of the settings, else today in the configured zone."""
        return self.settings.today(datetime.now(UTC))

    def day(self, on: date | None) -> date:
        """Return the day a command asks about: the one given, else :meth:`today`."""
        return on or self.today()

    def text(self, name: str, on: date | None = None) -> Asked:
        """Return the text that a name means; without a day, that of today (:func:`yange.project.find_text`)."""
        return find_text(self, name, on, today=self.today)

    def remark_problems(self) -> None:
        """Say on standard error that texts have errors, so that an answer is not taken for more than it is."""
        errors = sum(problem.severity is Severity.ERROR for problem in self.problems)
        if errors:
            noun = "error" if errors == 1 else "errors"
            say(f"{errors} {noun} in the texts were met; yange check lists them", err=True)


def text_with_clause(asked: Asked, clause: str, *, given: bool) -> Asked:
    """Return the text that has a clause, as :func:`yange.project.with_clause`; that it is another one is said."""
    found, remark = with_clause(asked, clause, given=given)
    if remark:
        say(remark, err=True)
    return found
