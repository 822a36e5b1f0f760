"""``yange check``: every promise the texts make, held against them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from yange.check import check as check_library
from yange.check.stray import stray_files
from yange.cli.output import emit_json, github_annotation, print_problems, say, workflow_command
from yange.cli.project import Project
from yange.git import ProjectHistory
from yange.problems import Problem, Severity, YangeError, in_order
from yange.trees import EntryKind, FolderTree, Listed, TreeEntry, walk

__all__ = ["COMMANDS", "all_problems"]

_BUILT = re.compile(r"(?:history|edition-\d+)\.git")


def all_problems(project: Project) -> tuple[Problem, ...]:
    """Return the problems of reading, of checking and of stray files, in order of place."""
    stray = stray_files(_files(project))
    return in_order((*project.problems, *check_library(project.library, project.timeline), *stray))


def _files(project: Project) -> Iterable[Listed]:
    """Return the files that git tracks; without git, those in the folders of texts and evidence, less what is built."""
    try:
        return ProjectHistory(project.root).tracked()
    except YangeError:
        held = walk(FolderTree(project.root), "policies", "archive/sources")
        return (*held, *(Listed(f"archive/{one.name}", one.kind) for one in _evidence(project)))


def _evidence(project: Project) -> Iterable[TreeEntry]:
    entries = FolderTree(project.root).entries("archive") or ()
    return (
        one
        for one in entries
        if one.kind is not EntryKind.FOLDER and not one.name.startswith(".") and not _BUILT.fullmatch(one.name)
    )


def count(problems: tuple[Problem, ...]) -> tuple[int, int]:
    """Return how many errors and warnings there are."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return errors, len(problems) - errors


@click.command("check")
@click.argument("paths", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.option("--github", is_flag=True, help="Print workflow commands that annotate lines in a pull request.")
@click.pass_obj
def check(project: Project, paths: tuple[str, ...], as_json: bool, github: bool) -> None:
    """Check the texts: files, front matter, numbering, citations, days and events.

    PATHS limit the report to files and folders below them. Exit 1 when there is an error.
    """
    problems = tuple(p for p in all_problems(project) if not paths or p.path.startswith(tuple(paths)))
    errors, warnings = count(problems)
    if as_json:
        emit_json("check", {"problems": [problem.to_json() for problem in problems]})
    elif github:
        for problem in problems:
            workflow_command(github_annotation(problem))
    else:
        print_problems(problems)
    versions = sum(1 for _ in project.library.versions())
    summary = f"{len(project.library.policies)} policies, {versions} versions: {errors} errors, {warnings} warnings"
    say(summary, err=True)
    raise SystemExit(1 if errors else 0)


COMMANDS = (check,)
