"""``yange take``: write the texts of a commit, to check and build them with your own tools."""

from __future__ import annotations

from pathlib import Path

import click

from yange.cli.output import print_problems, say
from yange.cli.project import CommandProject
from yange.git import ProjectHistory
from yange.review.proposed_texts import proposed_texts, write_texts

__all__ = ["COMMANDS"]


@click.command("take")
@click.argument("commit")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def take(project: CommandProject, commit: str, folder: Path) -> None:
    """Write only the texts of COMMIT into the new FOLDER.

    Use it for proposals of people whom you do not know: templates, settings, hooks and build files of their branch are
    code and are not written. Links, submodules and other files in policies/ are reported and not written: exit 1.
    """
    history = ProjectHistory(project.root)
    with history.tree(history.resolve(commit)) as tree:
        paths, problems = proposed_texts(tree)
        write_texts(tree, paths, folder)
    print_problems(problems)
    say(f"{folder}: {len(paths)} files of texts", err=True)
    raise SystemExit(1 if problems else 0)


COMMANDS = (take,)
