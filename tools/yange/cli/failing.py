"""How a command ends when something goes wrong, and how streams write characters that their encoding lacks.

Every ending is one line and an exit code: 2 for the call, the machine and mistakes of our own, 130 for Ctrl-C, 141
where whoever read the output stopped reading (128 and the signal's number, as shells have it).
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from yange.characters import printable
from yange.cli.output import say
from yange.problems import YangeError

__all__ = ["Failure", "endings", "escaping_streams"]

_INTERRUPTED = 130
_UNREAD = 141
_LONGEST = 400
_PACKAGE = Path(__file__).resolve().parents[1]
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class Failure(click.ClickException):
    """The call or the machine is at fault."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:
        """Print the message on standard error."""
        say(f"yange: {self.message}", err=True)


class _Escaping(io.TextIOWrapper):
    """An ASCII stream. It does not report that encoding, because click would then write UTF-8 to it."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """A name that no codec has."""
        return "ascii-with-escapes"


@contextmanager
def endings(*, debug: bool) -> Iterator[None]:
    """Turn any exception into an exit code and at most one line; ``debug`` prints the trace above the line."""
    try:
        yield
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None
    except BrokenPipeError:
        _stop_writing()
        raise SystemExit(_UNREAD) from None
    except Exception as failure:
        if debug:
            say(traceback.format_exc(), err=True, end="")
        raise Failure(_line(failure)) from failure


def _line(failure: Exception) -> str:
    """Return one line that says what happened."""
    if isinstance(failure, YangeError):
        return str(failure)
    if isinstance(failure, OSError) and failure.strerror:
        where = "".join(f"{printable(os.fsdecode(name))}: " for name in (failure.filename,) if _named(name))
        way = "free some space" if failure.errno in _FULL else "check the file, its folder and their rights"
        return f"{where}{failure.strerror}; {way}"
    if isinstance(failure, MemoryError):
        return "there is not enough memory for this"
    words = printable(" ".join(str(failure).split()))
    what = f"{type(failure).__name__}: {words[:_LONGEST]}" if words else type(failure).__name__
    return (
        f"unexpected error: {what} ({_place(failure)}); this is a bug in Yange: please report"
        " this line and the command to its project; yange --debug … shows the trace"
    )


def _named(name: object) -> bool:
    return isinstance(name, str | bytes | os.PathLike)


def _place(failure: BaseException) -> str:
    """Return file and line of the innermost step in our own code."""
    steps = traceback.extract_tb(failure.__traceback__)
    ours = [step for step in steps if Path(step.filename).is_relative_to(_PACKAGE)]
    step = (ours or steps)[-1]
    file = Path(step.filename)
    name = file.relative_to(_PACKAGE.parent).as_posix() if ours else file.name
    return f"{name}:{step.lineno}"


def _stop_writing() -> None:
    """Discard unflushed output, so that the interpreter does not complain when it exits."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # a stream that is not a file has nothing to flush to
        return


@contextmanager
def escaping_streams() -> Iterator[None]:
    """Within the block, write an escape for each character that the encoding of standard output or error lacks."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _escaping(before[0]), _escaping(before[1])
    try:
        yield
    finally:
        for old, made in zip(before, (sys.stdout, sys.stderr), strict=True):
            if isinstance(made, _Escaping) and made is not old:
                made.detach()
        sys.stdout, sys.stderr = before


def _escaping(stream: IO[str]) -> IO[str]:
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if codecs.lookup(stream.encoding).name == "ascii":
        stream.flush()
        buffering = stream.line_buffering
        return _Escaping(stream.buffer, "ascii", "backslashreplace", line_buffering=buffering, write_through=True)
    stream.reconfigure(errors="backslashreplace")
    return stream
