"""``yange import git+FOLDER``: make policies of the laws of another archive's git repository."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from yange.cli.import_table import print_rows
from yange.cli.output import counted, emit_json, print_problems, progress, say
from yange.cli.project import CommandProject
from yange.cli.remark_summary import print_summary
from yange.git import open_peer
from yange.importers import PlanRow
from yange.importers.git_archives import HeldLaws, LawFiling, PeerArchive, file_laws
from yange.importers.outputs import DocumentOutput, ImportOutput
from yange.library import POLICIES
from yange.problems import Problem, Severity, YangeError, in_order
from yange.processes import cores
from yange.storage.writing import WriteSession
from yange.trees import FolderTree

__all__ = ["asks_for_git", "import_git"]

_SCHEME = "git+"
_BATCH = 64 * 1024 * 1024
"""Bytes of texts that are written together; a law is never divided."""
_ROWS = 400
"""States that the table shows; ``--json`` lists all."""


def asks_for_git(files: tuple[Path, ...]) -> bool:
    """Return whether a repository is to be imported; it must then be the only thing."""
    named = [file for file in files if str(file).startswith(_SCHEME)]
    if named and len(files) > 1:
        raise YangeError(f"{named[0]}: import a repository alone, and files in another call")
    return bool(named)


def import_git(project: CommandProject, name: str, *, dry_run: bool, as_json: bool, jobs: int | None) -> None:
    """Import the repository that ``git+FOLDER[@BRANCH][#SUBFOLDER]`` names, or show what would be filed.

    The laws are read and written one after the other: every law is written whole or not at all. An import that breaks
    off is completed by calling it again.
    """
    folder, branch, subfolder = _named(name.removeprefix(_SCHEME))
    work = nullcontext(None) if dry_run else project.at_work("import")
    with open_peer(folder, branch, subfolder) as peer, work as session:
        archive = PeerArchive.of(peer)
        there = (project.root / POLICIES).is_dir()
        held = HeldLaws(FolderTree(project.root) if there else None)
        done = _Done(list(archive.problems), keep_outputs=as_json)
        with progress(as_json) as report:
            report("laws", 0, len(archive.laws))
            for at, filing in enumerate(file_laws(archive, held, jobs=jobs or cores()), 1):
                done.take(filing, session)
                report("laws", at, len(archive.laws))
        done.write(session)
    _show(done, archive, dry_run=dry_run, as_json=as_json)


def _named(name: str) -> tuple[Path, str | None, str]:
    """Return folder, branch and subfolder; a folder that exists under the whole name is the folder."""
    if Path(name).is_dir():
        return Path(name), None, ""
    rest, _, subfolder = name.partition("#")
    if Path(rest).is_dir():
        return Path(rest), None, subfolder
    folder, at, branch = rest.rpartition("@")
    if not at or not Path(folder).is_dir():
        raise YangeError(
            f"{name}: no such folder; name a repository on this machine (git+FOLDER, git+FOLDER@BRANCH,"
            " git+FOLDER#SUBFOLDER); nothing is fetched, so clone it first"
        )
    return Path(folder), branch, subfolder


@dataclass
class _Done:
    """What was done so far, and the texts that wait to be written."""

    problems: list[Problem]
    keep_outputs: bool
    rows: list[PlanRow] = field(default_factory=list)
    outputs: list[DocumentOutput] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    files: dict[str, str] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    size: int = 0

    def take(self, filing: LawFiling, session: WriteSession | None) -> None:
        """Take one law; write what waits if it is enough."""
        self.problems.extend(filing.problems)
        self.counts.update(laws=1, states=len(filing.rows), new=filing.new)
        self.rows.extend(filing.rows)
        if self.keep_outputs:
            self.outputs.extend(filing.outputs)  # not the filing, which has the texts
        if session is not None:
            self.files.update(filing.files)
            self.fresh |= filing.fresh
            self.size += sum(map(len, filing.files.values()))
            if self.size > _BATCH:
                self.write(session)

    def write(self, session: WriteSession | None) -> None:
        """Write what waits."""
        if session is not None and self.files:
            self.counts["written"] += len(session.write(self.files, fresh=self.fresh))
        self.files, self.fresh, self.size = {}, set(), 0


def _show(done: _Done, archive: PeerArchive, *, dry_run: bool, as_json: bool) -> None:
    problems = in_order(done.problems)
    if as_json:
        emit_json(
            ImportOutput(documents=tuple(done.outputs), furniture=(), problems=tuple(p.output() for p in problems))
        )
    else:
        print_rows(done.rows, of_git=True, most=_ROWS)
        print_problems(problems, err=True)
        print_summary(problems)
    counts = done.counts
    written = "nothing written (--dry-run)" if dry_run else f"{counted(counts['written'], 'file')} written"
    states = f"{counted(counts['laws'], 'law')}, {counted(counts['states'], 'state')}, {counts['new']} of them new"
    say(f"{archive.register}: {states}; {counted(len(problems), 'remark')}; {written}", err=True)
    raise SystemExit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)
