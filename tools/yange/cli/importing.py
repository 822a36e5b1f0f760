"""``yange import``: make policies and versions from documents of any format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from yange.characters import printable
from yange.cli.import_table import print_rows
from yange.cli.importing_git import asks_for_git, import_git
from yange.cli.kept_answers import KeptAnswers
from yange.cli.output import counted, emit_json, print_problems, progress, say
from yange.cli.project import CommandProject
from yange.cli.remark_summary import print_summary
from yange.importers import Collection, ImportPlan, collect, plan_readings
from yange.library import POLICIES
from yange.model import Library
from yange.problems import Problem, Severity, YangeError, in_order
from yange.readers.collecting import ANSWERS_FILE
from yange.readers.dumps import DUMPS, DumpMapping, read_dump, read_mapping
from yange.readers.opening import named_bytes
from yange.readers.registry import read
from yange.readers.source_text import DocumentReading

__all__ = ["COMMANDS"]

_MANY = 3
"""Files from which a bar says how many have been read."""


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be filed; write nothing into the project.")
@click.option("--catalogue-only", is_flag=True, help="File facts and hashes only; keep neither text nor original.")
@click.option(
    "--interactive", is_flag=True, help=f"Ask what the texts leave open; keep the answers beside them ({ANSWERS_FILE})."
)
@click.option(
    "--answers",
    "answers_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Use the answers in this file without asking; with --interactive, add to it.",
)
@click.option(
    "--fields",
    "fields_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Read JSON, JSON lines and CSV files as dumps; this file says which of their fields is what.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes read the laws of a repository; default: one for each processor.",
)
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def import_files(
    project: CommandProject,
    files: tuple[Path, ...],
    dry_run: bool,
    catalogue_only: bool,
    interactive: bool,
    answers_file: Path | None,
    fields_file: Path | None,
    jobs: int | None,
    as_json: bool,
) -> None:
    """Import documents: find each document in the files, its facts and its clauses, and file it.

    FILES are documents of any format that is read, folders, and zip archives; the content decides the format, not the
    name. A folder is read with the folders in it. Left out, and reported, are hidden files, links, the folders of a
    project of Yange, and files of other kinds; a file with a mistake is reported, and the others are filed.

    git+FOLDER is the git repository of another archive of laws (Legalize, LawRefBook, Archéo Lex): each law becomes a
    policy with all its states. git+FOLDER@BRANCH is another branch, git+FOLDER#NAME a folder in it. Nothing is fetched.

    With --fields the records of JSON, JSON lines and CSV files are texts, each filed on its own.

    Nothing is invented: what a text does not say is left empty, and every doubt is a warning with its line. With
    --interactive you can settle what is left open, once for all documents that share it: place, kind, language, and
    whether a text of a known title is a version, a copy or another policy. A dry run needs no project.
    """
    if asks_for_git(files):
        if catalogue_only or interactive or answers_file or fields_file:
            raise YangeError(
                "a repository is imported as it is: leave out all options but --dry-run, --jobs and --json"
            )
        import_git(project, str(files[0]), dry_run=dry_run, as_json=as_json, jobs=jobs)
        return
    dump = _mapping(fields_file)
    collection = collect(files, also=() if dump is None else DUMPS)
    kept = KeptAnswers.of(files, answers_file, interactive=interactive)
    readings = _readings(collection, dump, quiet=as_json)
    call = partial(plan_readings, readings, catalogue_only=catalogue_only)
    answers = kept.answers
    if interactive:
        answers = kept.asked(partial(call, _library(project)))
    if dry_run:
        made, done = call(_library(project), answers=answers), "nothing written (--dry-run)"
    else:
        made, written = _file(project, collection, partial(call, answers=answers))
        done = f"{counted(len(written), 'file')} written"
    kept.remark_unused()
    _show(made, collection, done, as_json=as_json)


def _library(project: CommandProject) -> Library:
    return project.library if (project.root / POLICIES).is_dir() else Library()


def _show(made: ImportPlan, collection: Collection, done: str, *, as_json: bool) -> None:
    """Print the plan with all problems, and end the command with its exit code."""
    problems = in_order((*made.problems, *made.warnings, *collection.problems))
    if as_json:
        emit_json(made.output(collection.problems))
    else:
        print_rows(made.rows())
        print_problems(problems, err=True)
        print_summary(problems)
    found = f"{counted(len(made.documents), 'document')} in {counted(collection.read, 'file')}"
    say(f"{found}, {counted(len(problems), 'remark')}; {done}", err=True)
    raise SystemExit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


def _because(problems: Sequence[Problem]) -> str:
    return "".join(f"; {problem.message}" for problem in problems)


def _mapping(path: Path | None) -> DumpMapping | None:
    """Return the mapping in a file.

    Raises:
        YangeError: if it has mistakes.

    """
    if path is None:
        return None
    try:
        words = named_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise YangeError(f"{path}: the mapping is not UTF-8 ({failure.reason}); save it as UTF-8") from failure
    mapping, problems = read_mapping(words, printable(str(path)))
    if mapping is None:
        raise YangeError("; ".join(f"{problem.where}: {problem.message}; {problem.hint}" for problem in problems))
    return mapping


def _reading(name: str, data: bytes, dump: DumpMapping | None) -> DocumentReading:
    is_dump = dump is not None and name.lower().endswith(DUMPS)
    return read_dump(name, data, dump) if dump is not None and is_dump else read(name, data)


def _readings(collection: Collection, dump: DumpMapping | None, *, quiet: bool) -> list[tuple[None, DocumentReading]]:
    """Read all files; on a terminal a bar says how many of those that were given or found have been read.

    Raises:
        YangeError: if nothing is there to be read.

    """
    with progress(quiet or len(collection) < _MANY) as report:
        report("reading", 0, len(collection))
        found: list[tuple[None, DocumentReading]] = []
        for number, name, data in collection.numbered():
            found.append((None, _reading(name, data, dump)))
            report("reading", number, len(collection))
    wrong = any(problem.severity is Severity.ERROR for problem in collection.problems)
    if not found and not wrong:
        raise YangeError(f"no document to import was found{_because(collection.problems)}; name a file or a folder")
    return found


def _file(
    project: CommandProject, collection: Collection, make: Callable[[Library], ImportPlan]
) -> tuple[ImportPlan, tuple[str, ...]]:
    """Plan against the library and write, while nobody else writes."""
    with project.at_work("import") as session:
        project.refuse_unread()
        made = make(project.library)
        files = made.files(partial(_held, project.root), collection, partial(_is_kept, project.root))
        policies = project.library.policies
        held = {policy.path for policy in policies} | {version.path for version in project.library.versions()}
        fresh = {path for path in files if path.startswith(f"{POLICIES}/")} - held
        return made, session.write(files, made.removed(), fresh=fresh)


def _is_kept(root: Path, path: str) -> bool:
    return (root / path).is_file() and not (root / path).is_symlink()


def _held(root: Path, path: str) -> str | None:
    file = root / path
    try:
        return file.read_text(encoding="utf-8-sig") if file.is_file() else None
    except (OSError, UnicodeDecodeError) as failure:
        raise YangeError(f"{path}: cannot be read: {failure}") from failure


COMMANDS = (import_files,)
