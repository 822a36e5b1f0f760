"""Record time: what the archive said at an earlier point, from the git history of ``policies/``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import click

from yange.cli.output import say
from yange.cli.project import CommandProject

__all__ = ["as_recorded"]

P = ParamSpec("P")
R = TypeVar("R")


def as_recorded(function: Callable[Concatenate[CommandProject, P], R]) -> Callable[..., R]:
    """Give a reading command the option ``--as-recorded``; it is called with the project of that time."""

    @click.option(
        "--as-recorded",
        "point",
        metavar="DAY|COMMIT",
        help="Answer from what was recorded at the end of a day, or in a commit.",
    )
    @wraps(function)
    def command(project: CommandProject, point: str | None, *args: P.args, **options: P.kwargs) -> R:
        if point is None:
            return function(project, *args, **options)
        from yange.project import commit_of  # with git, which the present folder does not need

        commit = commit_of(project, point)
        then = replace(project, recorded=commit)
        say(f"as recorded in {commit[:12]}", err=True)
        return function(then, *args, **options)

    return command
