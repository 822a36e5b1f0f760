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

from yange import __version__
from yange.characters import command_free, visible
from yange.cli.failing import endings, escaping_streams
from yange.cli.project import CommandProject
from yange.problems import YangeError
from yange.project import find_root

__all__ = ["group", "main"]


MODULES = {
    "init": "making",
    "import": "importing",
    "new": "making",
    "amend": "amending",
    "check": "checking",
    "list": "reading",
    "show": "reading",
    "timeline": "reading",
    "freshness": "looking",
    "compare": "comparing",
    "blame": "tracing",
    "history": "tracing",
    "review": "reviewing",
    "take": "taking",
    "archive": "building",
    "editions": "publishing",
    "build": "building",
    "serve": "building",
}
"""The module of each command, in the order of the help. A module is imported when one of its commands is called:
pinyin, word lists, git and MkDocs together take longer to load than most answers take."""


class _Group(click.Group):
    """A group that loads commands when they are called; every exception becomes one line and an exit code."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line with streams that can print every character."""
        with escaping_streams():
            return super().main(*args, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the help."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or ``None`` where there is none of that name."""
        module = MODULES.get(cmd_name)
        if module is None:
            return None
        commands: tuple[click.Command, ...] = import_module(f"yange.cli.{module}").COMMANDS
        return next((command for command in commands if command.name == cmd_name), None)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the options before the command."""
        with _visible_arguments():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with endings(debug=bool(ctx.params.get("debug"))), _visible_arguments():
            return super().invoke(ctx)


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
    context.obj = CommandProject(_resolved(folder or find_root(Path.cwd())))


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except RuntimeError as failure:  # a link to itself, on Python below 3.13
        raise YangeError(f"{folder}: this is a link to itself; name the project's folder") from failure


def main() -> None:
    """Run the command line."""
    group.main(prog_name="yange")
