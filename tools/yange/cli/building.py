"""``yange archive``, ``build`` and ``serve``: the git history and the site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yange.cache.build_record import BuildRecord, archive_digest, kept_build, note_build
from yange.cache.site_record import inputs, standing
from yange.cli.engines import engine_options, working
from yange.cli.output import counted, emit_json, print_problems, progress, say
from yange.cli.project import CommandProject, Day
from yange.problems import Severity, YangeError
from yange.shipped import LEDGER, hiding
from yange.storage.state import ProjectState

if TYPE_CHECKING:
    from yange.archive import BuildResult
    from yange.archive.signatures import SignatureResult

# What compiles an archive is imported where that is done: a build of what is built already loads none of it.

__all__ = ["COMMANDS"]


def _refuse_errors(
    project: CommandProject, state: ProjectState | None = None, *, make: bool = False, jobs: int = 1
) -> int:
    """Exit with code 1 if texts have errors, because published texts must be right; return the number of warnings."""
    from yange.cli.checking import count

    problems = project.all_problems(state, make=make, jobs=jobs)
    errors, warnings = count(problems)
    if errors:
        print_problems((p for p in problems if p.severity is Severity.ERROR), err=True)
        say(f"{counted(errors, 'error')} in the texts: nothing was built; the old output is unchanged", err=True)
        raise SystemExit(1)
    _remark_warnings(warnings)
    return warnings


def _remark_warnings(warnings: int) -> None:
    if warnings:
        say(f"{counted(warnings, 'warning')} in the texts (yange check lists them)", err=True)


@click.command("archive")
@click.option("--verify", is_flag=True, help="Rebuild in a temporary folder and compare; write nothing.")
@click.option("--signatures", is_flag=True, help="With --verify: check who signed the tags of the editions.")
@click.option(
    "--seen",
    type=click.Path(file_okay=False, path_type=Path),
    help="With --signatures: a folder of yours with the ledger and the keys that you checked last; kept up to date.",
)
@click.option(
    "--signers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --signatures: the keys that may sign, got from elsewhere (OpenSSH's allowed signers).",
)
@click.option("--publish", is_flag=True, help="Record the archive as the next edition in archive/editions.yml.")
@click.option("--edition", type=click.IntRange(min=1), help="Rebuild a published edition and check its ids.")
@click.option("--on", type=Day(), help="The last day that branch main includes; default: today.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def archive(
    project: CommandProject,
    verify: bool,
    signatures: bool,
    seen: Path | None,
    signers: Path | None,
    publish: bool,
    edition: int | None,
    on: date | None,
    as_json: bool,
) -> None:
    """Compile policies/ into archive/history.git, a git history in order of legal day."""
    from yange.archive.outputs import archive_output
    from yange.cli.publishing import publish_edition, rebuild_edition
    from yange.cli.signatures import check_project_signatures

    if verify + publish + (edition is not None) > 1:
        raise YangeError("--verify, --publish and --edition exclude each other; give one of them")
    if (signatures and not verify) or ((seen or signers) and not signatures):
        raise YangeError("--signatures goes with --verify, and --seen and --signers go with --signatures")
    if verify:
        _refuse_errors(project)
        checked = check_project_signatures(project, seen, signers) if signatures else None
        _verify(project, on, as_json, checked)
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


def _verify(project: CommandProject, on: date | None, as_json: bool, checked: SignatureResult | None) -> None:
    from yange import archive as git_archive
    from yange.archive.outputs import verify_output
    from yange.cli.publishing import past_editions
    from yange.cli.signatures import print_signatures

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
        emit_json(verify_output(found, partial(_shown, project), checked))
    else:
        print_problems(found.problems)
        say(f"{'verified' if found.ok else 'DIFFERS from the texts'}: {found.files} texts, {found.scheduled}")
        if checked is not None:
            print_signatures(checked)
    raise SystemExit(0 if found.ok and (checked is None or checked.ok) else 1)


def _shown(project: CommandProject, path: Path) -> str:
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else path.as_posix()


@click.command("build")
@click.option("--on", type=Day(), help="The day of all statuses, and the last day of branch main; default: today.")
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="The site's folder; default: build/site."
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes check texts and make pages; default: one for each processor.",
)
@engine_options
@click.pass_obj
def build(
    project: CommandProject,
    on: date | None,
    output: Path | None,
    jobs: int | None,
    engine: str | None,
    results: str | None,
) -> None:
    """Check the texts, compile the archive and build the site. Nothing is built if a text has errors."""
    day = project.day(on)
    target = Path.cwd() / output if output else None
    with project.at_work("build") as session:
        read = inputs(project.root)
        basis = _basis(project, read)
        done = kept_build(session.state, basis, day, project.archive)
        place = standing(session.state, on, target, read, datetime.now(UTC)) if done is not None else None
        if done is None or place is None:
            with working(session.state, engine, results, jobs) as crew:
                done, place = _built(project, session.state, _Wanted(on, day, target, crew), basis)
        else:
            _remark_files(project, session.state)
            say(f"nothing changed in {done.texts:,} texts of {done.policies:,} policies", err=True)
            _remark_warnings(done.warnings)
            _say_archive(project, done)
    say(f"site     {_shown(project, place)}  as of {day}")


def _basis(project: CommandProject, read: str | None) -> str | None:
    """Return all that the check and the archive are made from; ``None`` where it cannot be known.

    Editions depend on which commits the checked-out one reaches: a project that has some is always built.
    """
    if read is None or (project.root / LEDGER).exists():
        return None
    return f"{read} {sorted(map(repr, project.listed()))}"


def _remark_files(project: CommandProject, state: ProjectState) -> None:
    """Report caches that are not ours, and files of the project that hide those of the package."""
    from yange.cache.folder import cache_remark

    remark = cache_remark(state)
    if remark:
        say(remark, err=True)
    for file in hiding(project.root):
        say(f"{file.as_posix()}: the project's own; it hides the file of this version of yange", err=True)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for: the day, if one was given, the day of all statuses, the site's folder and the processes."""

    on: date | None
    day: date
    target: Path | None
    jobs: int


def _built(
    project: CommandProject, state: ProjectState, wanted: _Wanted, basis: str | None
) -> tuple[BuildRecord, Path]:
    """Check the texts, compile the archive and build the site; return what is noted of that and the site's folder."""
    # here, because MkDocs takes longer to load than an archive to build
    from yange.mkdocs_plugin import prepared_site

    def written(step: str, done: int, total: int) -> None:
        report(step, done, total)

    day = wanted.day
    site = prepared_site(state, project.root, on=wanted.on, target=wanted.target, progress=written, jobs=wanted.jobs)
    _remark_files(project, state)
    say("reading the texts …", err=True)
    policies = project.library.policies
    texts = sum(len(policy.versions) for policy in policies)
    say(f"checking {texts:,} texts of {len(policies):,} policies …", err=True)
    warnings = _refuse_errors(project, state, make=True, jobs=wanted.jobs)
    made = _archive(project, day, stages="archive")
    record = BuildRecord(
        day=day,
        texts=texts,
        policies=len(policies),
        warnings=warnings,
        commits=made.commits,
        main=made.main,
        archive=archive_digest(project.archive),
    )
    _say_archive(project, record)
    with progress(stages="site") as report:
        place = site(project.texts)
    if basis is not None:
        note_build(state, basis, record)
    return record, place


def _say_archive(project: CommandProject, made: BuildRecord) -> None:
    say(f"archive  {_shown(project, project.archive)}  {made.commits} events, main {made.main or 'empty'}")


def _archive(project: CommandProject, day: date, *, quiet: bool = False, stages: str = "") -> BuildResult:
    from yange import archive as git_archive
    from yange.cli.publishing import past_editions

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
