"""Mistakes and doubts in texts, as data.

A mistake in a text is a ``Problem``, never an exception; exceptions are for the call and the machine
(``YangeError``). A problem says what is wrong, where, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from yange.characters import printable
from yange.coding import Output


class Severity(StrEnum):
    """The severity of a problem: only errors change an exit code."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake or doubt found in a text.

    ``path`` is relative to the project (or as given by the caller); ``line`` counts from 1, ``column`` from 0 in
    characters; both are ``None`` for a problem of a whole file or folder. ``message`` says what is wrong, ``hint`` what
    to do.
    """

    path: str
    line: int | None
    column: int | None
    code: str
    severity: Severity
    message: str
    hint: str = ""

    @property
    def where(self) -> str:
        """``path``, ``path:line`` or ``path:line:column`` (columns printed from 1, as editors count)."""
        path = printable(self.path)
        if self.line is None:
            return path
        return f"{path}:{self.line}" + ("" if self.column is None else f":{self.column + 1}")

    def __str__(self) -> str:
        return f"{self.where}: {self.severity.value}: {printable(self.message)} [{printable(self.code)}]"

    def output(self) -> ProblemOutput:
        """Return the problem as machine output, with invisible characters in its path escaped."""
        return ProblemOutput(
            code=self.code,
            severity=self.severity,
            path=printable(self.path),
            line=self.line,
            column=self.column,
            message=self.message,
            hint=self.hint,
        )


class ProblemOutput(Output):
    """A mistake or doubt in a text: what is wrong, where, and what to do."""

    code: str
    severity: Severity
    path: str
    line: int | None
    """Counted from 1; ``null`` for a whole file or folder."""
    column: int | None
    """Counted from 0, in characters."""
    message: str
    hint: str


def error(
    code: str, path: str, message: str, *, hint: str = "", line: int | None = None, column: int | None = None
) -> Problem:
    """Return a problem of severity error."""
    return Problem(path, line, column, code, Severity.ERROR, message, hint)


def warning(
    code: str, path: str, message: str, *, hint: str = "", line: int | None = None, column: int | None = None
) -> Problem:
    """Return a problem of severity warning."""
    return Problem(path, line, column, code, Severity.WARNING, message, hint)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems in order of place, each once."""
    return tuple(
        sorted(
            set(problems),
            key=lambda p: (p.path, p.line or 0, p.column or 0, p.code, p.message),
        )
    )


class YangeError(Exception):
    """The call or the machine is at fault (exit code 2); the message says what, where and what to do."""
