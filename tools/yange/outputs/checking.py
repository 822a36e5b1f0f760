"""``check``: problems as machine output."""

from __future__ import annotations

from collections.abc import Iterable

from yange.coding import Output
from yange.problems import Problem, ProblemOutput

__all__ = ["CheckOutput", "check_output"]


class CheckOutput(Output, tag_field="schema", tag="yange.check/1"):
    """Mistakes and doubts in the texts, in order of place."""

    problems: tuple[ProblemOutput, ...]


def check_output(problems: Iterable[Problem]) -> CheckOutput:
    """Return the output of ``check``."""
    return CheckOutput(problems=tuple(problem.output() for problem in problems))
