"""``yange import``: make policies and versions from scraped documents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from yange.cli.output import emit_json, print_problems, print_table, say
from yange.cli.project import CommandProject
from yange.importers import ImportPlan, plan, read_files
from yange.library import POLICIES
from yange.model import Library
from yange.problems import YangeError

__all__ = ["COMMANDS"]


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be filed and write nothing.")
@click.option("--catalogue-only", is_flag=True, help="File facts and hashes only; keep neither text nor original.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def import_files(
    project: CommandProject, files: tuple[Path, ...], dry_run: bool, catalogue_only: bool, as_json: bool
) -> None:
    """Import documents as scraped: find each document, its facts and its clauses, and file it.

    A folder means the .txt files in it.

    Nothing is invented: what a text does not say is left empty, and every doubt is a warning with its line. A dry run
    needs no project.
    """
    sources = read_files(files)
    if dry_run:
        somewhere = (project.root / POLICIES).is_dir()
        library = project.library if somewhere else Library()
        made, done = plan(sources, library, catalogue_only=catalogue_only), "nothing written (--dry-run)"
    else:
        made, written = _file(project, sources, catalogue_only)
        done = f"{len(written)} files written"
    if as_json:
        emit_json(made.output())
    else:
        _print_plan(made)
    remarks = len(made.problems) + len(made.warnings)
    say(f"{len(made.documents)} documents in {len(sources)} files, {remarks} remarks; {done}", err=True)
    raise SystemExit(0 if made.ok else 1)


def _file(
    project: CommandProject, sources: Sequence[tuple[str, bytes]], catalogue_only: bool
) -> tuple[ImportPlan, tuple[str, ...]]:
    """Plan against the library and write, while nobody else writes."""
    with project.at_work("import") as session:
        project.refuse_unread()
        made = plan(sources, project.library, catalogue_only=catalogue_only)
        files = made.files(partial(_held, project.root))
        policies = project.library.policies
        held = {policy.path for policy in policies} | {version.path for version in project.library.versions()}
        fresh = {path for path in files if path.startswith(f"{POLICIES}/")} - held
        return made, session.write(files, made.removed(), fresh=fresh)


def _held(root: Path, path: str) -> str | None:
    file = root / path
    try:
        return file.read_text(encoding="utf-8-sig") if file.is_file() else None
    except (OSError, UnicodeDecodeError) as failure:
        raise YangeError(f"{path}: cannot be read: {failure}") from failure


def _print_plan(made: ImportPlan) -> None:
    rows = [
        (
            f"{row.source}:{row.lines[0]}-{row.lines[1]}",
            row.effective or "–",
            row.expires or "–",
            row.number or "–",
            str(row.clauses),
            row.read_as,
            row.title or "–",
            row.path or "–",
            row.note,
        )
        for row in made.rows()
    ]
    headings = ("FROM", "EFFECTIVE", "EXPIRES", "NUMBER", "CLAUSES", "READ AS", "TITLE", "FILED AS", "NOTE")
    print_table(headings, rows, fold=(6, 7, 8))
    print_problems((*made.problems, *made.warnings), err=True)


COMMANDS = (import_files,)
