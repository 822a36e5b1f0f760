"""Printing: tables whose wide characters align, colour where a terminal shows it, JSON with its schema."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from yange.problems import Problem, Severity, YangeError
from yange.replacing import replace_file

__all__ = [
    "console",
    "emit_json",
    "github_annotation",
    "into",
    "print_problems",
    "print_table",
    "progress",
    "status_text",
]

_WIDE = 160
_COLOURS = {
    "in-force": "green",
    "not-yet-in-force": "cyan",
    "suspended": "yellow",
    "superseded": "bright_black",
    "repealed": "red",
    "expired": "yellow",
    "unknown": "magenta",
}


def console(*, err: bool = False) -> Console:
    """Return a console for standard output or error; without a terminal it prints plain text, never cut or folded."""
    made = Console(stderr=err, highlight=False, soft_wrap=True, emoji=False, markup=False)
    return (
        made if made.is_terminal else Console(stderr=err, highlight=False, width=_WIDE * 4, emoji=False, markup=False)
    )


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return value.as_posix()
    raise TypeError(f"{type(value).__name__} has no machine form")


def emit_json(command: str, fields: dict[str, Any]) -> None:
    """Print one JSON document with ``"schema": "yange.<command>/1"`` first."""
    document = {"schema": f"yange.{command}/1", **fields}
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=_plain))


def status_text(status: str, *, partial: bool = False) -> Text:
    """Return a status coloured for a terminal."""
    return Text(status + (" (partly)" if partial else ""), style=_COLOURS.get(status, ""))


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str | Text]], *, fold: Sequence[int] = ()) -> None:
    """Print a table; columns in ``fold`` may break over lines on a narrow terminal, the others never do."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for index, heading in enumerate(headings):
        table.add_column(heading, no_wrap=index not in fold, overflow="fold")
    for row in rows:
        table.add_row(*row)
    out = console()
    if out.is_terminal:
        Console(highlight=False, emoji=False, markup=False).print(table)
    else:
        with out.capture() as captured:
            out.print(table)
        click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


@contextmanager
def into(output: Path | None) -> Iterator[Callable[[str | bytes], None]]:
    """Let what is printed to standard output, or handed to the callback, go into a file; ``None``: it is printed.

    The file is written whole or not at all.

    Raises:
        YangeError: when it cannot be written.

    """
    if output is None:
        yield lambda content: click.echo(content, nl=False)
        return
    kept: list[bytes] = []
    with redirect_stdout(io.StringIO()) as said:
        yield lambda content: kept.append(content.encode("utf-8") if isinstance(content, str) else content)
    kept.append(said.getvalue().encode("utf-8", "backslashreplace"))
    try:
        replace_file(output, b"".join(kept))
    except OSError as failure:
        raise YangeError(
            f"{output}: cannot be written: {failure.strerror}; check the folder and its rights"
        ) from failure


def print_problems(problems: Iterable[Problem], *, err: bool = False) -> None:
    """Print problems as ``path:line: severity: message [code]`` with the way out below."""
    for problem in problems:
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        severity = click.style(problem.severity.value, fg=colour, bold=True)
        click.echo(f"{problem.where}: {severity}: {problem.message} [{problem.code}]", err=err)
        if problem.hint:
            click.echo(f"    {problem.hint}", err=err)


def github_annotation(problem: Problem) -> str:
    """Return a problem as a workflow command that annotates the line in a pull request."""
    place = f"file={_property(problem.path)}"
    if problem.line is not None:
        place += f",line={problem.line}"
    if problem.column is not None:
        place += f",col={problem.column + 1}"
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity.value} {place},title={_property(problem.code)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


@contextmanager
def progress(quiet: bool = False) -> Iterator[Callable[[str, int, int], None]]:
    """Give a callback (step, done, total) that draws bars on standard error while it is a terminal."""
    out = Console(stderr=True, highlight=False)
    if quiet or not out.is_terminal:
        yield lambda step, done, total: None
        return
    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=out, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield report
