"""Prove that an archive is made from the texts: check it, build it again, compare, and hash every file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from yange.archive.build import (
    SCHEDULED,
    BuiltArchive,
    PastEdition,
    Progress,
    Source,
    compile_into,
    edition_branch,
    machine_errors,
    silent,
)
from yange.archive.check_result import CheckResult
from yange.archive.daily_tree import changes
from yange.archive.manifest import MANIFEST, manifest_entries, read_state
from yange.archive.place import ArchivePlace
from yange.archive.repository import CONFIGURATION, GitError, Repository
from yange.characters import printable
from yange.model import Library
from yange.problems import Problem, YangeError, error
from yange.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyResult(CheckResult):
    """What was found: no problem means that the archive is, byte for byte, what the texts make it.

    ``main`` and ``scheduled`` are the ids that the texts give, ``files`` the number of files whose hash was
    checked.
    """

    target: Path
    as_of: date | None
    main: str | None
    scheduled: str | None
    files: int
    problems: tuple[Problem, ...]


def verify(
    library: Library,
    timeline: Timeline,
    target: Path,
    *,
    as_of: date | None = None,
    root: Path | None = None,
    editions: Iterable[PastEdition] = (),
    progress: Progress | None = None,
) -> VerifyResult:
    """Build the archive again in a folder aside and compare it with the one at ``target``, which is only read.

    ``as_of`` is the last day that ``main`` should cover; without it, the day for which the archive was
    built, so that an archive does not become wrong by the passing of time. ``editions`` are those whose histories it
    should keep. ``root`` is the project, as for :func:`~yange.archive.build`. Nothing is written but a copy in the
    system's folder for temporary files.

    Raises:
        YangeError: when there is no archive, another was built meanwhile, git is missing, or the rebuild fails.

    """
    source = changes(library, timeline)
    return verify_changes(source, target, as_of=as_of, root=root, editions=editions, progress=progress)


def verify_changes(
    source: Source,
    target: Path,
    *,
    as_of: date | None = None,
    root: Path | None = None,
    editions: Iterable[PastEdition] = (),
    progress: Progress | None = None,
) -> VerifyResult:
    """Verify as :func:`verify` does, of given changes."""
    place = ArchivePlace(target, root)
    with machine_errors(place), TemporaryDirectory(prefix="yange-verify-") as aside:
        folder = place.current()
        if folder is None or not folder.is_dir():
            raise YangeError(f"there is no archive at {target}; make one with yange archive")
        state = read_state(folder)
        day = as_of or (state.as_of if state else None)
        copy = Path(aside)
        rebuilt = compile_into(copy, source, as_of=day or date.max, editions=editions, progress=progress or silent)
        findings = _Findings(target, folder, copy, rebuilt)
        problems = tuple(findings.all(state_known=state is not None))
        if problems and place.current() != folder:
            raise YangeError(f"{target} was built anew while it was verified; run the command again")
    return VerifyResult(
        target=target,
        as_of=day,
        main=rebuilt.state.main if day else None,
        scheduled=rebuilt.state.scheduled,
        files=findings.files,
        problems=problems,
    )


def _entering(name: str, held: Mapping[str, str], made: Mapping[str, str]) -> bool:
    """Return whether a branch is that of an edition which was to be entered in the ledger when a command was killed.

    The archive takes its place first; so the branch is where ``scheduled`` is, and the next build leaves it out.
    """
    return (
        name not in made
        and name.startswith(f"refs/heads/{edition_branch(0)[:-1]}")
        and held[name] == made.get(f"refs/heads/{SCHEDULED}")
    )


class _Findings:
    """The comparison of an archive with its rebuilt copy."""

    def __init__(self, target: Path, folder: Path, copy: Path, rebuilt: BuiltArchive) -> None:
        self._target = target
        self._folder = folder
        self._held = Repository(folder)
        self._copy = Repository(copy)
        self._rebuilt = rebuilt
        path = folder / MANIFEST
        self._manifest_held = path.read_bytes() if path.is_file() else b""
        self.files = 0

    def all(self, *, state_known: bool) -> Iterator[Problem]:
        """Yield every problem."""
        if not state_known:
            yield self._problem("archive-state", "does not say for which day it was built")
        if not self._configured():
            yield self._problem("archive-config", "has a config that yange did not write, so git was not run in it")
            return
        for inspect in (self._objects, self._branches, self._manifest, self._files):
            yield from self._or_damaged(inspect)

    def _configured(self) -> bool:
        """Return whether git does in it what it does anywhere: a config names programs that git then runs."""
        try:
            return (self._folder / "config").read_bytes() == CONFIGURATION
        except OSError:
            return False

    def _or_damaged(self, inspect: Callable[[], Iterator[Problem]]) -> Iterator[Problem]:
        try:
            yield from inspect()
        except GitError as failure:
            yield self._problem("archive-damaged", f"is damaged: {failure}")

    def _objects(self) -> Iterator[Problem]:
        self._held.check()
        yield from ()

    def _branches(self) -> Iterator[Problem]:
        held, made = self._held.references(), self._copy.references()
        for name in sorted(held.keys() | made.keys()):
            if held.get(name) != made.get(name) and not _entering(name, held, made):
                there, due = held.get(name, "nothing"), made.get(name, "nothing")
                yield self._problem("archive-differs", f"has {name} at {there} where the texts give {due}")

    def _manifest(self) -> Iterator[Problem]:
        if self._manifest_held == self._rebuilt.manifest:
            return
        held, made = (set(data.splitlines()) for data in (self._manifest_held, self._rebuilt.manifest))
        differing = sorted((entry["day"], entry["policy"]) for entry in manifest_entries(made - held))
        first = f", first on {differing[0][0]} in {differing[0][1]}" if differing else ""
        yield self._problem("archive-manifest", f"has another {MANIFEST} than the texts give{first}")

    def _files(self) -> Iterator[Problem]:
        """Compare the SHA-256 of every file, not git's own ids, with the archive's manifest.

        Where the texts have changed since, that says whether what was built then is still what was built then.
        """
        lines = self._manifest_held.splitlines() or self._rebuilt.manifest.splitlines()
        due = {entry["blob"]: entry for entry in manifest_entries(lines) if entry["blob"]}
        for blob, content in self._held.contents(due):
            self.files += 1
            entry = due[blob]
            if content is None:
                yield self._problem("archive-content", f"cannot give {entry['path']} of {entry['day']} ({blob})")
            elif sha256(content).hexdigest() != entry["sha256"]:
                yield self._problem("archive-content", f"holds other words in {entry['path']} of {entry['day']}")

    def _problem(self, code: str, message: str) -> Problem:
        hint = "if the texts have changed since, run yange archive; if not, keep the folder as evidence and rebuild"
        return error(code, str(self._target), printable(f"the archive {message}"), hint=hint)
