"""The archive's bare repository: made empty, filled through one stream, checked, and read back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yange.archive.stream import FastImport
from yange.git import CommandLine, GitError

__all__ = ["GitError", "Repository"]

CONFIGURATION = b"[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tlogAllRefUpdates = false\n"
"""A log of references would record who ran the tool, where and when."""


class Repository(CommandLine):
    """A bare repository in ``folder`` (an absolute path)."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder

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

    def references(self) -> dict[str, str]:
        """Return every reference (``refs/heads/main``, …) with its id, and ``HEAD`` with the reference it names."""
        lines = self.run("for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return {"HEAD": self.run("symbolic-ref", "HEAD"), **dict(line.split(" ", 1) for line in lines)}

    def head(self, branch: str) -> str | None:
        """Return the commit id of a branch; ``None`` if there is no such branch."""
        return self.references().get(f"refs/heads/{branch}")

    def set_branch(self, branch: str, commit: str) -> None:
        """Let a branch begin at a commit."""
        self.run("update-ref", f"refs/heads/{branch}", commit)

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
        """Write the commit-graph with changed paths, which makes ``git log -- <path>`` fast for every reader."""
        self.run("commit-graph", "write", "--reachable", "--changed-paths", "--no-progress")

    @contextmanager
    def fast_import(self) -> Iterator[FastImport]:
        """Open a stream of blobs and commits; when the block ends without an error, git has taken all of it.

        Raises:
            GitError: when git stopped (a full disk, a signal) or refused the stream.

        """
        # One pack from the start: below its default limit git would unpack small archives into loose files.
        line = ["git", "-c", "fastimport.unpackLimit=1", "fast-import", "--quiet"]
        with self.process(line) as process:
            try:
                with FastImport(process.write) as stream:
                    yield stream
            except BrokenPipeError:
                process.close()
                raise GitError("fast-import", process.status, process.said) from None
            process.close()
            if process.status != 0:
                raise GitError("fast-import", process.status, process.said)
