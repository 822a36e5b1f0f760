"""Run git through GitPython, so that nothing on the caller's machine changes the result.

Arguments are constant lists and ids that git itself gave; what comes from texts and from people goes through standard
input. The environment is set so that configuration, locale, zone and a surrounding repository do not matter.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import PIPE
from threading import Thread
from typing import IO, TYPE_CHECKING

from yange.characters import printable
from yange.problems import YangeError

if TYPE_CHECKING:
    from git.cmd import Git

__all__ = ["CommandLine", "GitError", "Process"]

OLDEST_GIT = (2, 32)
"""The first version of git that can ignore the user's configuration."""

_READ = 1 << 16
_TYPES = (b"blob", b"tree", b"commit", b"tag")


class GitError(YangeError):
    """A git command did not succeed; ``status`` is its exit code (negative: the signal that ended it)."""

    def __init__(self, command: str, status: int | None, said: str) -> None:
        super().__init__(f"git {command} failed ({status}): {printable(_reason(said))}")
        self.status = status
        self.said = said


def _reason(said: str) -> str:
    """Return the line of git's standard error that says what happened."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith(("fatal:", "error:"))]
    return (fatal or lines or ["it said nothing"])[0]


def _environment(folder: Path, common: Path, objects: Path) -> dict[str, str]:
    """Return git's environment variables.

    GitPython can add variables but not remove them, so those that point git elsewhere are pointed back. A clone without
    files (``--filter``) fetches nothing: reading must not use the network.
    """
    return {
        "GIT_DIR": str(folder),
        "GIT_COMMON_DIR": str(common),
        "GIT_INDEX_FILE": str(folder / "index"),
        "GIT_OBJECT_DIRECTORY": str(objects),
        "GIT_SHALLOW_FILE": str(common / "shallow"),
        "GIT_GRAFT_FILE": str(common / "info" / "grafts"),
        "GIT_NAMESPACE": "",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": "",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_COUNT": "0",
        "GIT_CONFIG_PARAMETERS": "",
        "LC_ALL": "C",
        "LANGUAGE": "C",
        "TZ": "UTC",
    }


def _command_line(folder: Path) -> Git:
    """Return GitPython's command line in ``folder``; raise if git is missing or too old."""
    try:
        from git.cmd import Git  # the import itself fails where git is not installed
    except ImportError as error:
        raise YangeError("git was not found; install git 2.32 or later and check that it is on PATH") from error
    command_line = Git(folder)
    version = command_line.version_info[:2]
    if version < OLDEST_GIT:
        raise YangeError(f"git {'.'.join(map(str, version))} is too old; install git 2.32 or later")
    return command_line


class CommandLine:
    """Git in the repository ``folder`` (an absolute path: what is called ``.git`` in a checkout).

    ``common`` is the repository that a linked worktree shares; the same folder if it is not linked. ``objects`` is the
    folder of its objects, if they are those of another repository.
    """

    def __init__(self, folder: Path, common: Path | None = None, *, objects: Path | None = None) -> None:
        common = common or folder
        self._git = _command_line(folder)
        self._environment: Mapping[str, str] = _environment(folder, common, objects or common / "objects")

    def run(self, command: str, *arguments: str, configuration: Sequence[str] = ()) -> str:
        """Run a git command with constant arguments and return its standard output without the last newline.

        Raises:
            GitError: when it does not succeed.

        """
        status, out, said = self.ask(command, *arguments, configuration=configuration)
        if status != 0:
            raise GitError(command, status, said)
        return out

    def ask(self, command: str, *arguments: str, configuration: Sequence[str] = ()) -> tuple[int, str, str]:
        """Run a git command with constant arguments; return exit code, standard output and standard error."""
        line = ["git", *configuration, command, *arguments]
        status, out, said = self._git.execute(
            line, with_extended_output=True, with_exceptions=False, env=self._environment
        )
        return int(status), str(out), str(said)

    @contextmanager
    def process(self, line: Sequence[str], *, read: bool = False) -> Iterator[Process]:
        """Keep a git command running in the block; ``read`` when the block takes its output."""
        process = Process(self._git, list(line), dict(self._environment), read=read)
        try:
            yield process
        finally:
            process.end()

    def contents(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        """Yield each blob id with its content, ``None`` where the repository has no such blob (or cannot read it)."""
        with self.process(["git", "cat-file", "--batch"], read=True) as process:
            for blob in blobs:
                found = process.object(blob)
                yield blob, found[1] if found and found[0] == "blob" else None


class Process:
    """A running git command; its standard error, and its output unless read, are drained so that it never blocks."""

    def __init__(self, git: Git, line: list[str], environment: dict[str, str], *, read: bool) -> None:
        self._process = git.execute(line, istream=PIPE, as_process=True, env=environment)
        self._said = bytearray()
        self._drains = [Thread(target=self._drain, args=(self._process.stderr, self._said), daemon=True)]
        if not read:
            self._drains.append(Thread(target=self._drain, args=(self._process.stdout, bytearray()), daemon=True))
        for thread in self._drains:
            thread.start()

    @staticmethod
    def _drain(pipe: IO[bytes], into: bytearray) -> None:
        while chunk := pipe.read1(_READ):  # type: ignore[attr-defined]
            into += chunk

    @property
    def said(self) -> str:
        """What git wrote to standard error."""
        return self._said.decode("utf-8", errors="replace")

    @property
    def status(self) -> int | None:
        """The exit code, once the process has ended."""
        return self._process.poll()  # type: ignore[no-any-return]

    def write(self, data: bytes) -> None:
        """Send bytes to standard input."""
        self._process.stdin.write(data)

    def object(self, name: str) -> tuple[str, bytes] | None:
        """Ask ``cat-file --batch`` for an object: its type and content; ``None`` where there is none of that name."""
        head = self._answer(name)
        if head is None:
            return None
        content: bytes = self._process.stdout.read(head[2] + 1)
        return (head[1], content[:-1]) if len(content) == head[2] + 1 else None

    def facts(self, name: str) -> tuple[str, str, int] | None:
        """Ask ``cat-file --batch-check`` for an object: its id, type and size in bytes."""
        return self._answer(name)

    def _answer(self, name: str) -> tuple[str, str, int] | None:
        try:
            self._process.stdin.write(name.encode("utf-8", "surrogateescape") + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        head = self._process.stdout.readline().rsplit(b" ", 2)
        if len(head) != 3 or head[1] not in _TYPES or not head[2].strip().isdigit():
            return None
        return head[0].decode("ascii"), head[1].decode("ascii"), int(head[2])

    def tokens(self, separator: bytes, longest: int) -> Iterator[bytes]:
        """Yield what the process prints, cut at ``separator``; a piece longer than ``longest`` bytes is an error."""
        left = b""
        while chunk := self._process.stdout.read1(_READ):
            *whole, left = (left + chunk).split(separator)
            yield from whole
            if len(left) > longest:
                raise YangeError(f"git printed a name or line of more than {longest:,} bytes; that is not read")
        if left:
            yield left

    @property
    def last_words(self) -> str:
        """The line of standard error that says what happened, with control characters made visible."""
        return printable(_reason(self.said))

    def finish_input(self) -> None:
        """Close standard input: the process has been told everything."""
        with suppress(BrokenPipeError):
            self._process.stdin.close()

    def close(self) -> None:
        """Close standard input and wait for the end."""
        with suppress(BrokenPipeError):  # the exit code and standard error say why
            self._process.stdin.close()
        if self._process.proc is not None:  # GitPython drops its reference when it has ended the process itself
            self._process.proc.wait()
        for thread in self._drains:
            thread.join()

    def end(self) -> None:
        """End the process, whatever happened."""
        if self._process.poll() is None:
            self._process.kill()
        self.close()
