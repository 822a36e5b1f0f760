"""Record time: what the archive said at an earlier point, from the git history of ``policies/`` (design §5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import click

from yange.cli.output import say
from yange.cli.project import Project
from yange.dates import next_day, parse_day
from yange.git import ProjectHistory
from yange.library import load_tree
from yange.model import Library
from yange.problems import Problem, YangeError

__all__ = ["RecordedProject", "as_recorded", "recorded_project"]

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class RecordedProject(Project):
    """A project as a commit recorded it; settings and today are those of now."""

    commit: str

    @cached_property
    def _loaded(self) -> tuple[Library, tuple[Problem, ...]]:
        with ProjectHistory(self.root).tree(self.commit) as tree:
            return load_tree(tree)

    @property
    def recorded(self) -> str | None:
        """The commit."""
        return self.commit


def recorded_project(project: Project, point: str) -> RecordedProject:
    """Return the project as it was recorded at ``point``: a commit's name, or a day.

    On a day stands what the main line (first parents of the commit checked out) held at its end, in the zone of the
    settings.

    Raises:
        YangeError: where nothing was recorded by then, or git knows no such commit.

    """
    history = ProjectHistory(project.root)
    try:
        day = parse_day(point)
    except ValueError:
        return RecordedProject(project.root, history.resolve(point))
    end = datetime.combine(next_day(day), time(), ZoneInfo(project.settings.zone))
    commit = history.last_before(history.resolve("HEAD"), end)
    if commit is None:
        raise YangeError(f"nothing was recorded by {day}: the history of this project begins later")
    return RecordedProject(project.root, commit)


def as_recorded(function: Callable[Concatenate[Project, P], R]) -> Callable[..., R]:
    """Give a reading command the option ``--as-recorded``; it is called with the project of that time."""

    @click.option(
        "--as-recorded",
        "point",
        metavar="DAY|COMMIT",
        help="Answer from what was recorded then: at the end of a day, or in a commit.",
    )
    @wraps(function)
    def command(project: Project, point: str | None, *args: P.args, **options: P.kwargs) -> R:
        if point is None:
            return function(project, *args, **options)
        then = recorded_project(project, point)
        say(f"as recorded in {then.commit[:12]}", err=True)
        return function(then, *args, **options)

    return command
