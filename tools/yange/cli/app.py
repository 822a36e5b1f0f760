"""The command group, the project option, and how failures become exit codes.

Exit 0: done. 1: the texts have errors (warnings do not count). 2: the call or the machine is at fault.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import IO, Any

import click

from yange import __version__
from yange.cli.project import Project, find_root
from yange.problems import YangeError

__all__ = ["group", "main"]


class _Failure(click.ClickException):
    """The call or the machine is at fault."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:
        """Print the message on standard error."""
        click.echo(f"yange: {self.message}", err=True, file=file)


_MODULES = {
    "init": "making",
    "import": "importing",
    "new": "making",
    "amend": "amending",
    "check": "checking",
    "list": "reading",
    "show": "reading",
    "timeline": "reading",
    "compare": "comparing",
    "blame": "tracing",
    "history": "tracing",
    "review": "reviewing",
    "archive": "building",
    "editions": "publishing",
    "build": "building",
    "serve": "building",
}
"""Where each command stands, in the order of the help. A module is imported when one of its commands is called: pinyin,
word lists, git and MkDocs together take longer to load than most answers take."""


class _Group(click.Group):
    """A group that loads its commands when they are called; they may raise :class:`YangeError`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the help."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or ``None`` where there is none of that name."""
        module = _MODULES.get(cmd_name)
        if module is None:
            return None
        commands: tuple[click.Command, ...] = import_module(f"yange.cli.{module}").COMMANDS
        return next((command for command in commands if command.name == cmd_name), None)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the call or the machine has done wrong becomes a message and exit code 2."""
        try:
            return super().invoke(ctx)
        except YangeError as failure:
            raise _Failure(str(failure)) from failure


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The project's folder; without it, the nearest one above the current folder that holds policies/.",
)
@click.version_option(__version__, prog_name="yange")
@click.pass_context
def group(context: click.Context, folder: Path | None) -> None:
    """Yange (沿革): timelines, versions and clause comparison for government policies."""
    context.obj = Project((folder or find_root(Path.cwd())).resolve())


def main() -> None:
    """Run the command line."""
    group.main(prog_name="yange")
