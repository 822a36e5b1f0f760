"""Killing a command at its first, second, third … call of the system, or letting that call fail.

The command runs in a forked child, so all its modules are loaded already. There an audit hook sees each call that
changes anything on the disk (and, for failures, each that opens a file for reading below the folders that count) before
it is made, and either ends the child with SIGKILL or raises the system's error. ``os.write`` raises no audit event: it
is wrapped, and a kill there comes after half of the bytes. Nothing is random and nothing is timed: the n-th call is the
same call each time.

A test of one command looks like this::

    for nth in range(1, count_calls(act, [root]) + 1):
        struck = strike(act, [root], Blow("kill"), nth)
        … look at what is there now, and that every later command works …
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

__all__ = ["Blow", "Struck", "Table", "count_calls", "strike"]

CHANGING = frozenset(
    {
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.rmdir",
        "os.link",
        "os.symlink",
        "os.chmod",
        "os.truncate",
        "os.utime",
        "fcntl.flock",
        "subprocess.Popen",
        "os.write",
        "os.fsync",
        "yange.storage.exchange_names",
    }
)
READING = frozenset({"open", "os.listdir", "os.scandir"})
FULL = frozenset({"open for writing", "os.write", "os.mkdir", "os.rename", "os.fsync"})
CLOSED = frozenset({"open for writing", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"})
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Blow:
    """What happens at the call: ``kill``, or an error by its name (``ENOSPC``); ``lasting``: at every later one too.

    ``EXDEV`` is for renamings from one folder to another alone, as between two file systems, and ``EPERM`` for hard and
    symbolic links, as on a file system that has none.
    """

    name: str
    lasting: bool = False

    @property
    def reaches(self) -> Callable[[str], bool]:
        """Tell of a call whether it counts for this blow."""
        return {
            "kill": lambda call: call in CHANGING or call == "open for writing",
            "ENOSPC": FULL.__contains__,
            "EMFILE": lambda call: call in READING or call == "open for writing",
            "EACCES": CLOSED.__contains__,
            "EROFS": CLOSED.__contains__,
            "EIO": lambda call: call in CHANGING - {"fcntl.flock", "subprocess.Popen"} or call == "open for writing",
            "EXDEV": {"os.rename across"}.__contains__,
            "EPERM": {"os.link", "os.symlink"}.__contains__,
        }[self.name]


@dataclass(frozen=True)
class Struck:
    """What became of the command: ``status`` is its exit code (-9: killed), ``said`` its output, ``at`` the call.

    ``trace`` are the calls that counted, each with the path that it was about.
    """

    status: int
    said: str
    at: str
    trace: tuple[str, ...]

    @property
    def calls(self) -> int:
        """How many calls counted."""
        return len(self.trace)


@dataclass
class Table:
    """What was tried and what it left, for printing: rows by command and blow."""

    rows: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)

    def add(self, command: str, blow: Blow, left: str) -> None:
        name = f"{blow.name}, lasting" if blow.lasting else blow.name
        self.rows.setdefault((command, name), Counter())[left] += 1

    def __str__(self) -> str:
        lines = [f"{'command':24} {'blow':16} {'calls':>6} {'old':>6} {'new':>6} {'broken':>6}"]
        for (command, blow), counts in self.rows.items():
            tried = sum(counts.values())
            lines.append(f"{command:24} {blow:16} {tried:6} {counts['old']:6} {counts['new']:6} {counts['broken']:6}")
        return "\n".join(lines)


def count_calls(act: Callable[[], object], roots: Sequence[Path], blow: Blow | None = None) -> int:
    """Return how many calls of ``act`` count for a blow; it is carried out to its end.

    ``roots`` are the folders in which calls count: the project and, where that lies elsewhere, the state.
    """
    struck = strike(act, roots, blow or Blow("kill"), 0)
    assert struck.status == 0, struck.said
    return struck.calls


def strike(act: Callable[[], object], roots: Sequence[Path], blow: Blow, nth: int) -> Struck:
    """Carry out ``act`` in a child; its ``nth`` call that counts (from 1; 0: none) is struck."""
    output = os.pipe()
    with tempfile.TemporaryFile() as told:  # no pipe: the names of a build's calls are more than one holds
        child = os.fork()
        if child == 0:
            _child(act, [os.path.realpath(root) for root in roots], blow, nth, output[1], told.fileno())
        os.close(output[1])
        said = _drained(output[0])
        _, ended = os.waitpid(child, 0)
        told.seek(0)
        calls = told.read().decode("utf-8", "replace").split("\n")
    at = calls[nth - 1] if 0 < nth < len(calls) else ""
    return Struck(os.waitstatus_to_exitcode(ended), said, at, tuple(calls[:-1]))


def _drained(pipe: int) -> str:
    with os.fdopen(pipe, "rb") as stream:
        return stream.read().decode("utf-8", "replace")


def _child(act: Callable[[], object], roots: list[str], blow: Blow, nth: int, output: int, told: int) -> NoReturn:
    code = 99
    try:
        os.setsid()
        null = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((null, 0), (output, 1), (output, 2)):
            os.dup2(source, target)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        _Striker(roots, blow, nth, told).start()
        try:
            act()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        except BaseException:  # noqa: BLE001
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


class _Striker:
    """Watches the calls of this process, counts those that matter, and strikes one of them."""

    def __init__(self, roots: list[str], blow: Blow, nth: int, told: int) -> None:
        self._roots = [*roots, *(root.encode() for root in roots)]
        self._blow, self._nth, self._told = blow, nth, told
        self._seen = 0
        self._still = False
        self._write, self._fsync = os.write, os.fsync

    def start(self) -> None:
        os.write, os.fsync = self._half_written, self._watched_fsync  # type: ignore[assignment]
        sys.addaudithook(self._hook)

    def _half_written(self, handle: int, data: bytes) -> int:
        struck = handle > 2 and self._counts("os.write")
        if struck and self._blow.name == "kill":
            self._write(handle, memoryview(data)[: len(data) // 2])
        if struck:
            self._strike()
        return self._write(handle, data)

    def _watched_fsync(self, handle: int) -> None:
        if self._counts("os.fsync"):
            self._strike()
        self._fsync(handle)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._still or (event not in CHANGING and event not in READING):
            return
        self._still = True
        try:
            about = repr(arguments[0]) if arguments else ""
            struck = any(self._counts(call, about) for call in self._calls(event, arguments))
        finally:
            self._still = False
        if struck:
            self._strike()

    def _calls(self, event: str, arguments: tuple[object, ...]) -> list[str]:
        """Return the names under which a call may count; none where it is about other folders."""
        if event in {"subprocess.Popen", "fcntl.flock"}:
            return [event]
        if not any(self._below(argument) for argument in arguments[:2]):
            return []
        if event == "open":
            flags = arguments[2] if len(arguments) > 2 and isinstance(arguments[2], int) else 0
            return ["open for writing" if flags & WRITING else "open"]
        if event == "os.rename":
            one, other = (Path(os.fsdecode(argument)).parent for argument in arguments[:2])  # type: ignore[arg-type]
            return ["os.rename", "os.rename across"] if one != other else ["os.rename"]
        return [event]

    def _below(self, argument: object) -> bool:
        if isinstance(argument, os.PathLike):
            argument = os.fspath(argument)
        return any(
            type(argument) is type(root) and argument.startswith(root)  # type: ignore[attr-defined]
            for root in self._roots
        )

    def _counts(self, call: str, about: str = "") -> bool:
        """Count a call that the blow reaches, and tell whether it is the one to strike."""
        if not self._blow.reaches(call):
            return False
        self._seen += 1
        self._write(self._told, f"{call} {about}\n".encode())
        return self._nth > 0 and (self._seen == self._nth or (self._blow.lasting and self._seen > self._nth))

    def _strike(self) -> None:
        if self._blow.name == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, self._blow.name)
        raise OSError(number, os.strerror(number))
