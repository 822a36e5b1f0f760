"""Editions: publish one, rebuild one, and list what changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from yange import archive as git_archive
from yange.archive.ledger import LEDGER, Edition, ledger_text, load_ledger, next_edition, with_edition
from yange.cli.output import emit_json, print_problems, progress, say
from yange.cli.project import CommandProject
from yange.cli.reviewing import commit_state
from yange.git import ProjectHistory
from yange.problems import YangeError
from yange.project import Project
from yange.review import Review, review
from yange.review.between import unexplained
from yange.review.outputs import EditionOutput, EditionsOutput, RebuiltOutput, edition_output
from yange.storage.writing import WriteSession

__all__ = ["COMMANDS", "past_editions", "publish_edition", "rebuild_edition"]


def past_editions(project: CommandProject) -> Iterator[git_archive.PastEdition]:
    """Yield the published editions whose histories the archive keeps; report those that cannot be made here."""
    ledger = load_ledger(project.root)
    if not ledger:
        return
    try:
        history = ProjectHistory(project.root)
        head = history.resolve("HEAD")
    except YangeError as failure:
        say(f"the published editions are left out: {failure}", err=True)
        return
    for edition in ledger:
        if edition.format not in git_archive.FORMATS or not history.reaches(head, edition.commit):
            why = (
                "has a format of a later yange"
                if edition.format not in git_archive.FORMATS
                else "was made from a commit that is not here"
            )
            say(f"edition {edition.edition} is left out: it {why}", err=True)
            continue
        then = Project(project.root, recorded=edition.commit)
        yield git_archive.PastEdition(
            edition.edition, edition.scheduled, git_archive.changes(then.library, then.timeline, edition.format)
        )


def publish_edition(project: CommandProject, session: WriteSession, as_of: date, as_json: bool) -> None:
    """Build the archive and record it as the next edition; refuse while a change is unexplained.

    The archive is replaced first, with the branch of the edition, then the ledger is written. If the command is killed
    in between, nothing is published, and the archive matches the texts.

    Raises:
        YangeError: where the texts are not committed, or the last edition's commit is not in this clone.
        SystemExit: with code 1, where something between the editions is unexplained.

    """
    history = ProjectHistory(project.root)
    head = history.resolve("HEAD")
    if Project(project.root, recorded=head).library != project.library:
        raise YangeError(
            "the texts differ from the last commit; commit them first, because an edition is made from a commit"
        )
    ledger = load_ledger(project.root)
    if ledger:
        _refuse_unexplained(project, history, ledger[-1], head)

    def same_as_last(made: git_archive.BuildResult) -> bool:
        return bool(ledger) and (ledger[-1].main, ledger[-1].manifest) == (made.main, made.manifest_sha256)

    with progress(as_json) as report:
        made = git_archive.build(
            project.library,
            project.timeline,
            project.archive,
            root=project.root,
            as_of=as_of,
            editions=past_editions(project),
            enter=lambda made: None if same_as_last(made) else len(ledger) + 1,
            progress=report,
        )
    edition = next_edition(
        ledger,
        published=project.today(),
        commit=head,
        format_number=made.format,
        as_of=as_of,
        main=made.main,
        scheduled=made.scheduled,
        manifest=made.manifest_sha256,
    )
    same = same_as_last(made)
    if not same:
        session.write({LEDGER: with_edition(ledger_text(project.root), edition)})
    entered = ledger[-1] if same else edition
    if as_json:
        emit_json(EditionsOutput(entered=not same, editions=(edition_output(entered),)))
    elif same:
        say(f"edition {entered.edition} is up to date: nothing has changed since")
    else:
        say(f"edition {edition.edition}  {edition.main or 'empty'}  {LEDGER}: commit it")


def _refuse_unexplained(project: CommandProject, history: ProjectHistory, last: Edition, head: str) -> None:
    problems = unexplained(_between(history, last, head), project.library)
    if problems:
        print_problems(problems, err=True)
        say(f"not published: unexplained since edition {last.edition}: {len(problems)}", err=True)
        raise SystemExit(1)


def _between(history: ProjectHistory, edition: Edition, commit: str) -> Review:
    if not history.reaches(commit, edition.commit):
        remedy = "fetch the whole history" if history.shallow else "was the history rewritten?"
        raise YangeError(f"edition {edition.edition} was made from {edition.commit[:12]}, which is not here; {remedy}")
    return review(commit_state(history, edition.commit), commit_state(history, commit))


def rebuild_edition(project: CommandProject, number: int, as_json: bool) -> None:
    """Rebuild an edition in ``archive/edition-<n>.git`` and compare its ids with the ledger.

    Raises:
        YangeError: where there is no such edition, its commit is not here, or it has another format.
        SystemExit: with code 1, where the ids differ from the ledger.

    """
    edition = next((one for one in load_ledger(project.root) if one.edition == number), None)
    if edition is None:
        raise YangeError(f"{LEDGER} has no edition {number}; yange editions lists them")
    if edition.format not in git_archive.FORMATS:
        raise YangeError(
            f"edition {number} is of format {edition.format}, and this yange writes up to {git_archive.FORMAT}; "
            "rebuild it with a later yange"
        )
    then = Project(project.root, recorded=edition.commit)
    target = project.root / "archive" / f"edition-{number}.git"
    with progress(as_json) as report:
        made = git_archive.build(
            then.library,
            then.timeline,
            target,
            root=project.root,
            as_of=edition.as_of,
            progress=report,
            form=edition.format,
        )
    ids = (made.main, made.scheduled, made.manifest_sha256)
    same = ids == (edition.main, edition.scheduled, edition.manifest)
    if as_json:
        emit_json(
            RebuiltOutput(
                edition=number,
                same=same,
                target=f"archive/{target.name}",
                main=made.main,
                scheduled=made.scheduled,
                manifest=made.manifest_sha256,
            )
        )
    else:
        said = "its ids are those of the ledger" if same else "its ids are NOT those of the ledger"
        say(f"edition {number}  archive/{target.name}  {said}")
    raise SystemExit(0 if same else 1)


@click.command("editions")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def editions(project: CommandProject, as_json: bool) -> None:
    """List the published editions with what changed from one to the next."""
    project.remark_broken_write()
    ledger = load_ledger(project.root)
    history = ProjectHistory(project.root) if len(ledger) > 1 else None
    rows = []
    for nth, edition in enumerate(ledger):
        found = _between(history, ledger[nth - 1], edition.commit) if history and nth else None
        rows.append(edition_output(edition, found, told=True))
    if as_json:
        emit_json(EditionsOutput(editions=tuple(rows)))
        return
    for one in rows:
        _print_edition(one)
    if not ledger:
        say("no edition has been published yet; yange archive --publish records the first", err=True)


def _print_edition(edition: EditionOutput) -> None:
    say(f"{edition.edition:>4}  {edition.published}  as of {edition.as_of}  {edition.main or 'empty'}")
    counts = ", ".join(f"{name}: {count}" for name, count in (edition.changes or {}).items())
    if counts:
        say(f"      {counts}")
    for one in edition.corrections or ():
        words = f"{one.was or '–'} → {one.now or '–'}"
        say(f"      {one.policy}@{one.version} {one.clause or one.field}: {words}")


COMMANDS = (editions,)
