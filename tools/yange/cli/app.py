"""The command group, the project option, and how failures become exit codes.

Exit 0: done. 1: the texts have errors (warnings do not count). 2: the call or the machine is at fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from yange import __version__
from yange.characters import command_free, visible
from yange.cli.failing import endings, escaping_streams
from yange.problems import YangeError

__all__ = ["group", "main"]


COMMANDS = {
    "init": (
        "making",
        "Make a project in FOLDER: policies/, archive/, site/, templates/ and mkdocs.yml, ready to import and build.",
    ),
    "import": (
        "importing",
        "Import documents: find each document in the files, its facts and its clauses, and file it.",
    ),
    "new": (
        "making",
        "Start a version of POLICY, or a new policy if POLICY is a new id such as wanghai/dukou-guanli-banfa.",
    ),
    "amend": (
        "amending",
        "Apply the amending instructions in FILE to a text of POLICY and write the amended text as a new version.",
    ),
    "check": ("checking", "Check the texts: files, front matter, numbering, citations, days and events."),
    "list": ("listing", "List the policies that are in force on a day, or that have another status."),
    "show": ("reading", "Show the text of POLICY in force on a day, with its facts and status."),
    "timeline": ("reading", "List every event of POLICY, or of all policies, in order of day."),
    "changes": (
        "between",
        "List what differs between the law of two days: what began, was amended, was suspended or ended.",
    ),
    "freshness": (
        "looking",
        "Report how fresh the archive is: newest texts, last checks, and sources that nobody looked at for long.",
    ),
    "compare": ("comparing", "Compare two texts clause by clause."),
    "blame": (
        "tracing",
        "Show for every clause of the text in force which version last changed it and which one first had it.",
    ),
    "history": (
        "tracing",
        "Show the whole history of a clause: what it was before, what became of it, and what changed.",
    ),
    "review": ("reviewing", "Review what HEAD changes in the texts since it branched off BASE."),
    "take": ("taking", "Write only the texts of COMMIT into the new FOLDER."),
    "archive": ("building", "Compile policies/ into archive/history.git, a git history in order of legal day."),
    "editions": ("publishing", "List the published editions with what changed from one to the next."),
    "export": (
        "exporting",
        "Write the archive in FORMAT to TARGET, a file or a folder; without arguments, list the formats.",
    ),
    "cite": (
        "citing",
        "Check every citation of a policy or clause in FILE: a memo, a contract, a draft, in any format of import.",
    ),
    "watch": (
        "watching",
        "Report what changed since a day and what is coming for the policies in LIST, clause by clause.",
    ),
    "stale": (
        "finding_stale",
        "List the clauses of texts in force that rest on repealed, expired or renumbered law (失去依据).",
    ),
    "mcp": (
        "assisting",
        "Serve the archive to an assistant on standard input and output (Model Context Protocol; needs yange[mcp]).",
    ),
    "build": ("building", "Check the texts, compile the archive and build the site."),
    "serve": ("building", "Serve the site while you edit: pages are rebuilt when texts change."),
}
"""The module and the first sentence of each command, in the order of the help. A module is imported when one of its
commands is called: pinyin, word lists, git and MkDocs together take longer to load than most answers take. The help
needs the sentences only (all modules: .8 CPU seconds and 110 MB; none: .1 and 28 MB)."""


class _Group(click.Group):
    """A group that loads commands when they are called; every exception becomes one line and an exit code."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line with streams that can print every character."""
        with escaping_streams():
            return super().main(*args, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or ``None`` where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        commands: tuple[click.Command, ...] = import_module(f"yange.cli.{module}").COMMANDS
        return next((command for command in commands if command.name == cmd_name), None)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        width = formatter.width - 6 - max(map(len, COMMANDS))
        with formatter.section("Commands"):
            formatter.write_dl([(name, _summary(name, width)) for name in COMMANDS])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the name of a command without loading it."""
        names = [CompletionItem(name, help=_summary(name)) for name in COMMANDS if name.startswith(incomplete)]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the options before the command."""
        with _visible_arguments():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with endings(debug=bool(ctx.params.get("debug"))), _visible_arguments():
            return super().invoke(ctx)


def _summary(name: str, width: int = 45) -> str:
    """Return the sentence of a command, cut to a width as click cuts it."""
    return click.Command(name, help=COMMANDS[name][1]).get_short_help_str(width)


@contextmanager
def _visible_arguments() -> Iterator[None]:
    """Make arguments visible that click quotes in its own messages, which do not go through :func:`say`."""
    try:
        yield
    except click.UsageError as failure:
        raise click.UsageError(command_free(visible(failure.format_message())), failure.ctx) from failure


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The project's folder; default: the nearest one from the current folder upwards that contains policies/.",
)
@click.option("--debug", is_flag=True, help="Print the trace of an error.")
@click.version_option(__version__, prog_name="yange")
@click.pass_context
def group(context: click.Context, folder: Path | None, debug: bool) -> None:
    """Yange (沿革): timelines, versions and clause comparison for government policies."""
    from yange.cli.project import CommandProject  # the texts are read with much that the help does not need
    from yange.project import find_root

    context.obj = CommandProject(_resolved(folder or find_root(Path.cwd())))


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except RuntimeError as failure:  # a link to itself, on Python below 3.13
        raise YangeError(f"{folder}: this is a link to itself; name the project's folder") from failure


def main() -> None:
    """Run the command line."""
    group.main(prog_name="yange")
