"""One bare git repository, driven with GitPython: the only module that knows the library or runs git.

Arguments are constant lists; what comes from texts goes through standard input. The environment is set so
that nothing of the caller's machine (configuration, locale, zone, a surrounding repository) can reach the
result.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import PIPE
from threading import Thread
from typing import IO, TYPE_CHECKING

from yange.archive.stream import FastImport
from yange.problems import YangeError

if TYPE_CHECKING:
    from git.cmd import Git

OLDEST_GIT = (2, 32)
"""The first git that can be told to leave the user's configuration alone."""

CONFIGURATION = b"[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tlogAllRefUpdates = false\n"
"""A log of references would tell who ran the tool, where and when."""

_READ = 1 << 16


class GitError(YangeError):
    """A git command did not succeed; ``status`` is its exit code (negative: the signal that ended it)."""

    def __init__(self, command: str, status: int | None, said: str) -> None:
        super().__init__(f"git {command} failed ({status}): {_reason(said)}")
        self.status = status
        self.said = said


def _reason(said: str) -> str:
    """Return the line of git's standard error that tells what happened."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith(("fatal:", "error:"))]
    return (fatal or lines or ["it said nothing"])[0]


def _environment(folder: Path) -> dict[str, str]:
    """Return what git is told beside its arguments.

    GitPython can add variables but not remove them, so those that point git elsewhere are pointed back.
    """
    return {
        "GIT_DIR": str(folder),
        "GIT_COMMON_DIR": str(folder),
        "GIT_OBJECT_DIRECTORY": str(folder / "objects"),
        "GIT_SHALLOW_FILE": str(folder / "shallow"),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": "",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_COUNT": "0",
        "GIT_CONFIG_PARAMETERS": "",
        "LC_ALL": "C",
        "LANGUAGE": "C",
        "TZ": "UTC",
    }


def _command_line(folder: Path) -> Git:
    """Return GitPython's command line in ``folder``, or say that git is missing or too old."""
    try:
        from git.cmd import Git  # the import itself fails where git is not installed
    except ImportError as error:
        raise YangeError("git was not found; install git 2.32 or later and see that it is on PATH") from error
    command_line = Git(folder)
    version = command_line.version_info[:2]
    if version < OLDEST_GIT:
        raise YangeError(f"git {'.'.join(map(str, version))} is too old; install git 2.32 or later")
    return command_line


class Repository:
    """A bare repository in ``folder`` (an absolute path)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._git = _command_line(folder)
        self._environment = _environment(folder)

    @classmethod
    def create(cls, folder: Path) -> Repository:
        """Make an empty repository in an existing empty folder, on an unborn ``main``.

        The few files are those of gitrepository-layout(5) in format 0: SHA-1 and loose references. ``git init`` would
        copy templates, write what the file system can do into the configuration, and refuse to work where the
        caller's GIT_WORK_TREE is set.
        """
        for name in ("objects/info", "objects/pack", "refs/heads", "refs/tags"):
            (folder / name).mkdir(parents=True)
        (folder / "HEAD").write_bytes(b"ref: refs/heads/main\n")
        (folder / "config").write_bytes(CONFIGURATION)
        return cls(folder)

    def run(self, command: str, *arguments: str, configuration: Sequence[str] = ()) -> str:
        """Run a git command with constant arguments and return its standard output without the last newline.

        Raises:
            GitError: when it does not succeed.

        """
        line = ["git", *configuration, command, *arguments]
        status, out, said = self._git.execute(
            line, with_extended_output=True, with_exceptions=False, env=self._environment
        )
        if status != 0:
            raise GitError(command, int(status), str(said))
        return str(out)

    def references(self) -> dict[str, str]:
        """Return every reference (``refs/heads/main``, …) with its id, and ``HEAD`` with the name it stands
        for.
        """
        lines = self.run("for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return {"HEAD": self.run("symbolic-ref", "HEAD"), **dict(line.split(" ", 1) for line in lines)}

    def head(self, branch: str) -> str | None:
        """Return the commit id at which a branch stands, or ``None`` where there is no such branch."""
        return self.references().get(f"refs/heads/{branch}")

    def commits(self, branch: str) -> tuple[str, ...]:
        """Return the commit ids of a branch, first to last."""
        return tuple(self.run("rev-list", "--reverse", f"refs/heads/{branch}", "--").splitlines())

    def check(self) -> None:
        """Have git check every object and link, strictly.

        Raises:
            GitError: when anything is wrong.

        """
        self.run("fsck", "--strict", "--full", "--no-dangling", "--no-progress")

    def index_history(self) -> None:
        """Write the commit-graph with changed paths, which makes ``git log -- <path>`` quick for every
        reader.
        """
        self.run("commit-graph", "write", "--reachable", "--changed-paths", "--no-progress")

    @contextmanager
    def fast_import(self) -> Iterator[FastImport]:
        """Open a stream of blobs and commits; when the block ends without an error, git has taken all of it.

        Raises:
            GitError: when git stopped (a full disk, a signal) or refused the stream.

        """
        # One pack from the start: below its default limit git would unpack small archives into loose files.
        line = ["git", "-c", "fastimport.unpackLimit=1", "fast-import", "--quiet"]
        with self._process(line) as process:
            try:
                with FastImport(process.write) as stream:
                    yield stream
            except BrokenPipeError:
                process.close()
                raise GitError("fast-import", process.status, process.said) from None
            process.close()
            if process.status != 0:
                raise GitError("fast-import", process.status, process.said)

    def contents(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        """Yield each blob id with its content, ``None`` where the repository has no such blob (or cannot read
        it).
        """
        with self._process(["git", "cat-file", "--batch"], read=True) as process:
            for blob in blobs:
                yield blob, process.ask(blob)

    @contextmanager
    def _process(self, line: list[str], *, read: bool = False) -> Iterator[_Process]:
        process = _Process(self._git, line, self._environment, read=read)
        try:
            yield process
        finally:
            process.end()


class _Process:
    """A running git command: its standard error (and, unless read, its output) is drained so that it never
    blocks.
    """

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

    def ask(self, blob: str) -> bytes | None:
        """Ask ``cat-file --batch`` for an object."""
        try:
            self._process.stdin.write(blob.encode("ascii") + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        head = self._process.stdout.readline().split()
        if len(head) != 3 or head[1] != b"blob":
            return None
        size = int(head[2])
        content: bytes = self._process.stdout.read(size + 1)
        return content[:size] if len(content) == size + 1 else None

    def close(self) -> None:
        """Close standard input and wait for the end."""
        with suppress(BrokenPipeError):  # the exit code and standard error tell why
            self._process.stdin.close()
        if self._process.proc is not None:  # GitPython lets go of it when it has ended it itself
            self._process.proc.wait()
        for thread in self._drains:
            thread.join()

    def end(self) -> None:
        """See that the process is gone, whatever happened."""
        if self._process.poll() is None:
            self._process.kill()
        self.close()
