"""What the checks of an archive have in common: they found problems, or nothing."""

from __future__ import annotations

from yange.problems import Problem

__all__ = ["CheckResult"]


class CheckResult:
    """The result of a check, with what was found wrong."""

    __slots__ = ()
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.problems
