"""Printing: the only module through which the commands print.

Tables whose wide characters align, colour where a terminal shows it, JSON with its schema. In texts, names and messages
every character is printed visibly, and no line can be a command to a build server.

Every call loads this module, ``yange --version`` too: what only some answers need is imported where it is used.
"""

from __future__ import annotations

import codecs
import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yange.characters import ascii_json, command_free, printable, unix_lines, visible
from yange.problems import Problem, Severity, YangeError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from yange.coding import Output

__all__ = [
    "Styled",
    "counted",
    "emit_json",
    "github_annotation",
    "indented",
    "into",
    "joined",
    "print_problems",
    "print_table",
    "progress",
    "say",
    "say_exactly",
    "status_text",
    "style",
    "workflow_command",
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
    "draft": "bright_black",
}


class Styled(str):
    """Words made visible, with colours that :func:`say` keeps; every operation of ``str`` returns a plain text again.

    A plain text with colours in it is printed with the colours as escapes, so that a forgotten case shows at once.
    """

    __slots__ = ()


def style(text: str, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None) -> Styled:
    """Return words that print in a colour; control characters in them are made visible."""
    return Styled(click.style(visible(text), fg=fg, bold=bold, dim=dim))


def joined(*parts: str) -> Styled:
    """Join parts: plain parts are made visible, coloured parts keep their colours."""
    return Styled("".join(part if isinstance(part, Styled) else visible(part) for part in parts))


def indented(text: str, blanks: int) -> Styled:
    """Return the lines of a text indented, each with its line end."""
    return Styled("".join(f"{' ' * blanks}{line}\n" for line in joined(text).split("\n")))


def counted(count: int, noun: str) -> str:
    """Return a number with its noun, which has the plural ``-s``: 1 file, 1,200 files."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def say(*parts: str, err: bool = False, end: str = "\n") -> None:
    """Print words for people: every character visible, in pipes as on terminals, and no line a workflow command."""
    click.echo(command_free(joined(*parts)) + end, err=err, nl=False)


def say_exactly(content: str | bytes) -> None:
    """Print the content of a file: exactly if it goes into a file or to a program, else as :func:`say` does."""
    if _is_read():
        text = content.decode("utf-8-sig", "replace") if isinstance(content, bytes) else content
        say(unix_lines(text), end="")
    else:
        click.echo(content, nl=False)


def _is_read() -> bool:
    """Return whether people read standard output: on a terminal, or in the log of a build server (which sets CI)."""
    try:
        mode = os.fstat(sys.stdout.fileno()).st_mode
    except (OSError, ValueError):  # not a file of the machine: a test, or a report that is collected
        return False
    return sys.stdout.isatty() or (bool(os.environ.get("CI")) and not stat.S_ISREG(mode))


def workflow_command(command: str) -> None:
    """Print a command to the build server, made by :func:`github_annotation`."""
    click.echo(printable(command))


def _console() -> Console:
    """Return a console for standard output; without a terminal it prints plain text, never cut or folded."""
    from rich.console import Console

    made = Console(highlight=False, emoji=False, markup=False)
    return made if made.is_terminal else Console(highlight=False, width=_WIDE * 4, emoji=False, markup=False)


def emit_json(output: Output) -> None:
    """Print machine output as one JSON document; invisible characters are escaped."""
    from yange.outputs.document import document

    click.echo(_fitting(document(output)), nl=False)


def _fitting(text: str) -> str:
    """Return JSON that any stream can carry: where standard output is not UTF-8, in ASCII with JSON's own escapes."""
    encoding = getattr(sys.stdout, "encoding", None)  # none: it is collected for a file, which is UTF-8
    try:
        whole = encoding is None or codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        whole = False
    return text if whole else ascii_json(text)


def status_text(status: str, *, partial: bool = False) -> str | Text:
    """Return a status, coloured for a terminal."""
    words = status + (" (partly)" if partial else "")
    if _is_plain():
        return words
    from rich.text import Text

    return Text(words, style=_COLOURS.get(status, ""))


def _is_plain() -> bool:
    """Return whether rich, which loads slowly, would certainly print no colours and fold nothing."""
    return not (sys.stdout.isatty() or any(map(os.environ.get, ("FORCE_COLOR", "TTY_COMPATIBLE"))))


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str | Text]], *, fold: Sequence[int] = ()) -> None:
    """Print a table; on a narrow terminal only the columns in ``fold`` are wrapped."""
    rows = list(rows)
    if _is_plain():
        cells = [list(headings), *([printable(str(cell)) for cell in row] for row in rows)]
        lines = _columns(cells)
        if lines is not None:
            say(Styled("\n".join(lines)))
            return
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for index, heading in enumerate(headings):
        table.add_column(heading, no_wrap=index not in fold, overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else printable(cell) for cell in row))
    out = _console()
    with out.capture() as captured:
        out.print(table)
    lines = captured.get().removesuffix("\n").split("\n")
    say(Styled("\n".join(lines if out.is_terminal else [line.rstrip() for line in lines])))


class _Widths(dict[str, int]):
    """The columns that each character takes on a terminal, as rich counts them."""

    def __missing__(self, character: str) -> int:
        from rich.cells import get_character_cell_size

        self[character] = width = get_character_cell_size(character)
        return width


def _columns(rows: Sequence[Sequence[str]]) -> list[str] | None:
    """Return the lines of a table as rich sets it, in a hundredth of the time: a list may have 25,000 rows.

    ``None`` if a cell has several lines, or if the table is so wide that rich folds it.
    """
    width = _Widths().__getitem__
    sizes = [[len(cell) if cell.isascii() else sum(map(width, cell)) for cell in row] for row in rows]
    widest = [max(column) for column in zip(*sizes, strict=True)]
    if sum(widest) + 2 * (len(widest) - 1) > _WIDE * 4 or any("\n" in cell for row in rows for cell in row):
        return None
    lines = []
    for row, taken in zip(rows, sizes, strict=True):
        cells = (cell + " " * (most - size) for cell, most, size in zip(row, widest, taken, strict=True))
        lines.append("  ".join(cells).rstrip())
    return lines


@contextmanager
def into(output: Path | None) -> Iterator[Callable[[str | bytes], None]]:
    """Redirect standard output and what the callback receives into a file; with ``None``, print both.

    The file is written completely or not at all.

    Raises:
        YangeError: when it cannot be written.

    """
    if output is None:
        yield say_exactly
        return
    kept: list[bytes] = []
    with redirect_stdout(io.StringIO()) as said:
        yield lambda content: kept.append(content.encode("utf-8") if isinstance(content, str) else content)
    kept.append(said.getvalue().encode("utf-8", "backslashreplace"))
    from yange.storage.writing import replace_file, sweep_beside

    try:
        sweep_beside(output)
        replace_file(output, b"".join(kept))
    except OSError as failure:
        raise YangeError(
            f"{output}: cannot be written: {failure.strerror}; check the folder and its rights"
        ) from failure


def print_problems(problems: Iterable[Problem], *, err: bool = False) -> None:
    """Print problems as ``path:line: severity: message [code]`` with the hint below."""
    for problem in problems:
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        severity = style(problem.severity.value, fg=colour, bold=True)
        say(f"{problem.where}: ", severity, f": {printable(problem.message)} [{printable(problem.code)}]", err=err)
        if problem.hint:
            say(f"    {printable(problem.hint)}", err=err)


def github_annotation(problem: Problem) -> str:
    """Return a problem as a workflow command that annotates the line in a pull request."""
    place = f"file={_property(problem.path)}"
    if problem.line is not None:
        place += f",line={problem.line}"
    if problem.column is not None:
        place += f",col={problem.column + 1}"
    words = [_data(part) for part in (problem.message, problem.hint) if part]
    return f"::{problem.severity.value} {place},title={_property(problem.code)}::{'%0A'.join(words)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


@contextmanager
def progress(quiet: bool = False, stages: str = "") -> Iterator[Callable[[str, int, int], None]]:
    """Yield a callback (step, done, total) that draws progress bars if standard error is a terminal.

    Otherwise it prints nothing, or, if ``stages`` gives a name, one line for each step: when the step begins, or as
    soon as its total is known.
    """
    from rich.console import Console

    out = Console(stderr=True, highlight=False)
    if quiet or not out.is_terminal:
        yield _stages(stages) if stages and not quiet else lambda step, done, total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=out, transient=True) as bars:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield report


def _stages(name: str) -> Callable[[str, int, int], None]:
    told: set[str] = set()

    def report(step: str, done: int, total: int) -> None:
        if total and step not in told:
            told.add(step)
            say(f"{name}: {step}{f' ({total:,})' if total > 1 else ''} …", err=True)

    return report
