"""``yange mcp``: answer the questions of assistants over the Model Context Protocol."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import click

from yange.assistant import AssistantAnswers, PublicProject
from yange.cli.project import CommandProject
from yange.library import POLICIES
from yange.problems import YangeError
from yange.trees import EntryKind, FolderTree, Listed, walk

__all__ = ["COMMANDS"]


@click.command("mcp")
@click.pass_obj
def mcp(project: CommandProject) -> None:
    """Serve the archive to an assistant on standard input and output (Model Context Protocol; needs yange[mcp]).

    The server answers what was in force on a day, what a text and a clause said, what changed and who cites whom.
    It only reads; it answers from the texts as they are at the time of each question.
    """
    try:
        from yange.assistant.server import server
    except ModuleNotFoundError as failure:
        if (failure.name or "").partition(".")[0] != "mcp":
            raise
        raise YangeError("yange mcp needs the package mcp: python -m pip install 'yange[mcp]'") from failure
    latest = _Latest(project)
    latest()  # an error of the machine is reported before the server starts
    server(latest).run("stdio")


class _Latest:
    """Answers from the texts as they are now: they are read again when a file of theirs has changed."""

    def __init__(self, project: CommandProject) -> None:
        self._project = project
        self._read: tuple[object, AssistantAnswers] | None = None

    def __call__(self) -> AssistantAnswers:
        """Return the answers from the present state."""
        now = (self._project.today(), tuple(self._files()))
        if self._read is None or self._read[0] != now:
            self._read = (now, AssistantAnswers(PublicProject(self._project.root), now[0]))
        return self._read[1]

    def _files(self) -> Iterator[tuple[str, int, int]]:
        root = self._project.root
        for listed in (*walk(FolderTree(root), POLICIES), Listed("mkdocs.yml", EntryKind.FILE)):
            with suppress(FileNotFoundError):
                found = (root / listed.path).lstat()
                yield listed.path, found.st_size, found.st_mtime_ns


COMMANDS = (mcp,)
