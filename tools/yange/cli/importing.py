"""``yange import``: from documents as scraped to policies and versions."""

from __future__ import annotations

from pathlib import Path

import click

from yange.cli.output import emit_json, print_table
from yange.cli.project import Project
from yange.importers import ImportPlan, plan, read_files
from yange.library import write_files

__all__ = ["COMMANDS"]


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be filed and write nothing.")
@click.option("--catalogue-only", is_flag=True, help="File facts and hashes; keep neither text nor original.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def import_files(project: Project, files: tuple[Path, ...], dry_run: bool, catalogue_only: bool, as_json: bool) -> None:
    """Import documents as scraped: find each document, its facts and its clauses, and file it.

    Nothing is invented: what a text does not say stays empty, and every doubt is a warning with its line.
    """
    library = project.library
    made = plan(read_files(files), library, catalogue_only=catalogue_only)
    written = () if dry_run else write_files(project.root, made.files())
    if as_json:
        emit_json("import", made.to_json())
    else:
        _print_plan(made)
    errors = sum(problem.severity.value == "error" for problem in made.problems)
    done = "nothing written (--dry-run)" if dry_run else f"{len(written)} files written"
    click.echo(f"{len(made.documents)} documents in {len(files)} files, {len(made.problems)} remarks; {done}", err=True)
    raise SystemExit(1 if errors else 0)


def _print_plan(made: ImportPlan) -> None:
    rows = []
    for document in made.to_json()["documents"]:
        start = f"{Path(document['source']).name}:{document['start']['line']}"
        kept = document["path"] or "–"
        days = f"{document['effective'] or '–'}"
        rows.append(
            (
                start,
                days,
                document["expires"] or "–",
                document["number"] or "–",
                str(len(document["clauses"])),
                document["title"] or document["cover_title"] or "–",
                kept,
            )
        )
    print_table(("FROM", "EFFECTIVE", "EXPIRES", "NUMBER", "CLAUSES", "TITLE", "FILED AS"), rows, fold=(5, 6))
    for problem in made.problems:
        click.echo(f"{problem.where}: {problem.severity.value}: {problem.message} [{problem.code}]", err=True)


COMMANDS = (import_files,)
