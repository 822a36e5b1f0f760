"""The project a command works in: :class:`yange.project.Project` with the clock, the lock and remarks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

import click

from yange.cli.output import say
from yange.dates import parse_day
from yange.problems import YangeError
from yange.project import Asked, LoadedTexts, Project, find_text, with_clause
from yange.storage.snapshots import broken_off
from yange.trees import POLICIES

if TYPE_CHECKING:
    from yange.storage.writing import WriteSession

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
    """The project of a command: it knows the day and prints remarks."""

    def read_texts(self) -> LoadedTexts:
        """Read the texts; first report an interrupted write in the folder."""
        if self.recorded is None:
            self.remark_broken_write()
        return super().read_texts()

    @contextmanager
    def at_work(self, command: str) -> Iterator[WriteSession]:
        """Hold the project's lock in the block and read everything within it, as every command that writes must.

        Raises:
            YangeError: when another writer is at work, the machine refuses, or a text cannot be read, so that the
                recorded texts are not all known.

        """
        from yange.storage.writing import at_work  # commands that read need none of it

        if not (self.root / POLICIES).is_dir():
            from yange.library import load

            load(self.root)  # raises if this is not a project, before anything is written about it
        with at_work(self.root, command, tell=partial(say, err=True)) as session:
            self.forget()
            yield session

    def refuse_unread(self) -> None:
        """Refuse to go on if the machine could not read a text: what is written could duplicate it.

        Raises:
            YangeError: naming the first.

        """
        self.remark_problems()
        for problem in self.problems:
            if problem.code == "unreadable":
                raise YangeError(f"{problem.where}: {problem.message}; nothing was written; {problem.hint}")

    def remark_broken_write(self) -> None:
        """Report on standard error that a write was interrupted, and what finishes it."""
        words = broken_off(self.root)
        if words:
            say(words, err=True)

    def today(self) -> date:
        """Return the day of the settings; default: today in the configured zone."""
        return self.settings.today(datetime.now(UTC))

    def day(self, on: date | None) -> date:
        """Return the day a command asks about: the one given, else :meth:`today`."""
        return on or self.today()

    def text(self, name: str, on: date | None = None) -> Asked:
        """Return the text that a name means; without a day, that of today (:func:`yange.project.find_text`)."""
        return find_text(self, name, on, today=self.today)

    def remark_problems(self) -> None:
        """Report on standard error that texts have errors, because an answer may then be wrong."""
        if self.errors:
            noun = "error" if self.errors == 1 else "errors"
            say(f"{self.errors} {noun} were found in the texts; yange check lists them", err=True)


def text_with_clause(asked: Asked, clause: str, *, given: bool) -> Asked:
    """Return the text that has a clause (:func:`yange.project.with_clause`); report if it is another text."""
    found, remark = with_clause(asked, clause, given=given)
    if remark:
        say(remark, err=True)
    return found
