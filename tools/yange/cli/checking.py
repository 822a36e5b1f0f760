"""``yange check``: check the texts against every promise."""

from __future__ import annotations

import click

from yange.cli.engines import engine_options, working
from yange.cli.output import emit_json, github_annotation, print_problems, say, workflow_command
from yange.cli.project import CommandProject
from yange.outputs.checking import check_output
from yange.problems import Problem, Severity, in_order
from yange.processes import cores
from yange.provenance.checking import check_sources

__all__ = ["COMMANDS"]


def count(problems: tuple[Problem, ...]) -> tuple[int, int]:
    """Return the numbers of errors and warnings."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return errors, len(problems) - errors


@click.command("check")
@click.argument("paths", nargs=-1)
@click.option("--sources", is_flag=True, help="Check the originals, too: their hashes, and what is read from them.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes check texts; default: one a processor.")
@engine_options
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.option("--github", is_flag=True, help="Print workflow commands that annotate lines in a pull request.")
@click.pass_obj
def check(
    project: CommandProject,
    paths: tuple[str, ...],
    sources: bool,
    jobs: int | None,
    engine: str | None,
    results: str | None,
    as_json: bool,
    github: bool,
) -> None:
    """Check the texts: files, front matter, numbering, citations, days and events.

    PATHS limit the report to files and folders below them. Exit 1 if there is an error. With --sources the originals
    are read again: other words of the same reader are an error, those of a newer one a warning with both readings, and
    an original that is not kept is said. Nothing is filed.
    """
    problems = _all_problems(project, engine, results, jobs)
    if sources:
        problems = in_order((*problems, *check_sources(project.root, project.library.versions())))
    problems = tuple(problem for problem in problems if not paths or problem.path.startswith(tuple(paths)))
    errors, warnings = count(problems)
    if as_json:
        emit_json(check_output(problems))
    elif github:
        for problem in problems:
            workflow_command(github_annotation(problem))
    else:
        print_problems(problems)
    policies, versions = project.counts
    summary = f"{policies} policies, {versions} versions: {errors} errors, {warnings} warnings"
    say(summary, err=True)
    raise SystemExit(1 if errors else 0)


def _all_problems(
    project: CommandProject, engine: str | None, results: str | None, jobs: int | None
) -> tuple[Problem, ...]:
    if engine is None and results is None:
        return project.all_problems(jobs=jobs or cores())
    with project.at_work("check") as session, working(session.state, engine, results, jobs) as crew:
        return project.all_problems(session.state, make=True, jobs=crew)


COMMANDS = (check,)
