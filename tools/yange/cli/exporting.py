"""``yange export``: the archive for databases, data frames and other programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from yange.cli.output import print_table, say
from yange.cli.project import CommandProject, Day
from yange.export import printers, write_export
from yange.mkdocs_plugin.build_folders import site_place
from yange.problems import YangeError
from yange.storage.state import state_of

__all__ = ["COMMANDS"]


@click.command("export")
@click.argument("form", metavar="FORMAT", required=False)
@click.argument("target", type=click.Path(path_type=Path), required=False)
@click.option("--on", type=Day(), help="The day of the statuses; default: today.")
@click.pass_obj
def export(project: CommandProject, form: str | None, target: Path | None, on: date | None) -> None:
    """Write the archive in FORMAT to TARGET, a file or a folder; without arguments, list the formats.

    Private persons are left out as on the site. An earlier export in the same format is replaced; nothing else is.
    """
    known = printers()
    if form is None:
        print_table(("FORMAT", "WRITES", "WHAT"), [(one.name, _kind(one.folder), one.about) for one in known.values()])
        return
    if form not in known:
        raise YangeError(f"{form!r} is no export format; the formats are {', '.join(known)}")
    if target is None:
        raise YangeError(f"name the {_kind(known[form].folder)} to write: yange export {form} TARGET")
    with project.at_work("export"):
        project.refuse_unread()
        state = state_of(project.root)
        place = Path.cwd() / target
        said = write_export(
            project, state, known[form], place, project.day(on), lambda folder: site_place(state, folder, ())
        )
    say(f"{target}: {said}")


def _kind(folder: bool) -> str:
    return "folder" if folder else "file"


COMMANDS = (export,)
