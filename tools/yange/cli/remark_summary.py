"""The summary at the end of a long list of problems: each kind once, with its number and the first place."""

from __future__ import annotations

from collections.abc import Sequence

from yange.cli.output import say, style
from yange.messages import messages
from yange.problems import Problem, Severity

__all__ = ["print_summary"]

_FEWEST = 2
"""Fewer problems are their own summary."""


def print_summary(problems: Sequence[Problem]) -> None:
    """Print on standard error how many problems of each kind there are, errors first, then the most frequent."""
    kinds: dict[tuple[Severity, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.severity, problem.code), []).append(problem)
    if len(problems) < _FEWEST:
        return
    say(style("\nremarks by kind", bold=True), err=True)
    counts = max(len(str(len(found))) for found in kinds.values())
    codes = max(len(code) for _, code in kinds)
    for (severity, code), found in sorted(kinds.items(), key=lambda one: (one[0][0], -len(one[1]), one[0][1])):
        colour = "red" if severity is Severity.ERROR else "yellow"
        count = f"{len(found):>{counts}}"
        say(f"{count}  ", style(f"{code:<{codes}}", fg=colour), f"  {_title(found[0])} ({_places(found)})", err=True)


def _title(problem: Problem) -> str:
    """Return what all problems of a code have in common, or else the words of the first."""
    key, titles = f"problem.{problem.code}", messages("en")
    return titles[key] if key in titles else problem.message  # noqa: SIM401 - no mapping


def _places(found: Sequence[Problem]) -> str:
    return found[0].where if len(found) == 1 else f"first: {found[0].where}"
