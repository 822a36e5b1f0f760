"""``yange archive``, ``build`` and ``serve``: the git history and the site."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import click

from yange import archive as git_archive
from yange.archive.outputs import archive_output, verify_output
from yange.cli.checking import count
from yange.cli.output import counted, emit_json, print_problems, progress, say
from yange.cli.project import CommandProject, Day
from yange.cli.publishing import past_editions, publish_edition, rebuild_edition
from yange.problems import Severity, YangeError
from yange.shipped import hiding
from yange.storage.state import ProjectState

__all__ = ["COMMANDS"]


def _refuse_errors(project: CommandProject, state: ProjectState | None = None, *, make: bool = False) -> None:
    """Exit with code 1 if texts have errors, because published texts must be right."""
    problems = project.all_problems(state, make=make)
    errors, warnings = count(problems)
    if errors:
        print_problems((p for p in problems if p.severity is Severity.ERROR), err=True)
        say(f"{counted(errors, 'error')} in the texts: nothing was built; the old output is unchanged", err=True)
        raise SystemExit(1)
    if warnings:
        say(f"{counted(warnings, 'warning')} in the texts (yange check lists them)", err=True)


@click.command("archive")
@click.option("--verify", is_flag=True, help="Rebuild in a temporary folder and compare; write nothing.")
@click.option("--publish", is_flag=True, help="Record the archive as the next edition in archive/editions.yml.")
@click.option("--edition", type=click.IntRange(min=1), help="Rebuild a published edition and check its ids.")
@click.option("--on", type=Day(), help="The last day that branch main includes; default: today.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def archive(
    project: CommandProject, verify: bool, publish: bool, edition: int | None, on: date | None, as_json: bool
) -> None:
    """Compile policies/ into archive/history.git, a git history in order of legal day."""
    if verify + publish + (edition is not None) > 1:
        raise YangeError("--verify, --publish and --edition exclude each other; give one of them")
    if verify:
        _refuse_errors(project)
        _verify(project, on, as_json)
        return
    with project.at_work("archive") as session:
        if edition is not None:
            rebuild_edition(project, edition, as_json)
        _refuse_errors(project, session.state)
        if publish:
            publish_edition(project, session, project.day(on), as_json)
            return
        made = _archive(project, project.day(on), quiet=as_json)
    if as_json:
        emit_json(archive_output(made, partial(_shown, project)))
        return
    say(f"main       {made.main or 'empty'}  {made.commits_main} events up to {made.as_of}")
    say(f"scheduled  {made.scheduled or 'empty'}  {made.commits} events, {made.policies} policies")
    say(f"manifest   {made.manifest_sha256}  {made.files} texts")


def _verify(project: CommandProject, on: date | None, as_json: bool) -> None:
    with progress(as_json) as report:
        found = git_archive.verify(
            project.library,
            project.timeline,
            project.archive,
            as_of=on,
            root=project.root,
            editions=past_editions(project),
            progress=report,
        )
    if as_json:
        emit_json(verify_output(found, partial(_shown, project)))
    else:
        print_problems(found.problems)
        say(f"{'verified' if found.ok else 'DIFFERS from the texts'}: {found.files} texts, {found.scheduled}")
    raise SystemExit(0 if found.ok else 1)


def _shown(project: CommandProject, path: Path) -> str:
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else path.as_posix()


@click.command("build")
@click.option("--on", type=Day(), help="The day of all statuses, and the last day of branch main; default: today.")
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="The site's folder; default: build/site."
)
@click.pass_obj
def build(project: CommandProject, on: date | None, output: Path | None) -> None:
    """Check the texts, compile the archive and build the site. Nothing is built if a text has errors."""
    # here, because MkDocs takes longer to load than an archive to build
    from yange.cache.folder import cache_remark
    from yange.mkdocs_plugin import prepared_site

    def written(step: str, done: int, total: int) -> None:
        report(step, done, total)

    day = project.day(on)
    with project.at_work("build") as session:
        target = Path.cwd() / output if output else None
        site = prepared_site(session.state, project.root, on=on, target=target, progress=written)
        remark = cache_remark(session.state)
        if remark:
            say(remark, err=True)
        for file in hiding(project.root):
            say(f"{file.as_posix()}: the project's own; it hides the file of this version of yange", err=True)
        say("reading the texts …", err=True)
        texts = sum(len(policy.versions) for policy in project.library.policies)
        say(f"checking {texts:,} texts of {len(project.library.policies):,} policies …", err=True)
        _refuse_errors(project, session.state, make=True)
        made = _archive(project, day, stages="archive")
        say(f"archive  {_shown(project, project.archive)}  {made.commits} events, main {made.main or 'empty'}")
        with progress(stages="site") as report:
            place = site(project.texts)
    say(f"site     {_shown(project, place)}  as of {day}")


def _archive(project: CommandProject, day: date, *, quiet: bool = False, stages: str = "") -> git_archive.BuildResult:
    with progress(quiet, stages) as report:
        return git_archive.build(
            project.library,
            project.timeline,
            project.archive,
            root=project.root,
            as_of=day,
            editions=past_editions(project),
            progress=report,
        )


@click.command("serve")
@click.option("--on", type=Day(), help="The day of all statuses; default: today.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
@click.pass_obj
def serve(project: CommandProject, on: date | None, address: str) -> None:
    """Serve the site while you edit: pages are rebuilt when texts change. Stop with Ctrl-C."""
    from yange.mkdocs_plugin import serve_site

    say(f"building, then serving on http://{address}/ until Ctrl-C", err=True)
    serve_site(project.root, on=on, address=address)


COMMANDS = (archive, build, serve)
