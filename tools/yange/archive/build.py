"""Building the archive: in a folder aside, checked, then put in place in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from yange.archive.commit import ArchiveCommit, message
from yange.archive.daily_tree import changes
from yange.archive.formats import FORMAT
from yange.archive.git_dates import git_times
from yange.archive.manifest import MANIFEST, BranchState, Content, manifest_bytes, write_state
from yange.archive.place import ArchivePlace
from yange.archive.repository import GitError, Repository
from yange.archive.stream import FastImport
from yange.model import Library
from yange.problems import YangeError
from yange.timeline import Timeline

Progress = Callable[[str, int, int], None]
"""Called now and then with the step (one of :data:`STEPS`), how much of it is done and how much there is (0: not
known yet)."""

_STRIDE = 100

STEPS = ("texts", "commits", "check", "publish")

MAIN = "main"
SCHEDULED = "scheduled"

Source = Iterable[tuple[ArchiveCommit, bytes | None]]
"""Changes with the new content of the file, policy by policy."""


def edition_branch(number: int) -> str:
    """Return the branch that keeps an edition's history."""
    return f"edition/{number}"


@dataclass(frozen=True, slots=True)
class PastEdition:
    """A published edition whose history the archive keeps next to today's.

    It has a number, the commit of its branch ``scheduled`` (``None``: it had no such branch), and its changes.
    """

    number: int
    scheduled: str | None
    source: Source

    @property
    def branch(self) -> str:
        """The branch that keeps it."""
        return edition_branch(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What was built. Ids are ``None`` where there is no such branch: nothing known, or nothing begun yet.

    ``commits`` counts the changes on ``scheduled``, ``commits_main`` those on ``main``; ``policies`` counts
    the policies that ever stand in the tree, ``files`` the different files, ``bytes`` their size. ``manifest``
    is the path of the manifest and ``manifest_sha256`` its hash.
    """

    target: Path
    as_of: date
    main: str | None
    scheduled: str | None
    commits: int
    commits_main: int
    policies: int
    files: int
    bytes: int
    manifest: Path
    manifest_sha256: str
    format: int = FORMAT


Enter = Callable[[BuildResult], int | None]
"""Given what was built and is about to take its place, return the number of the edition that it is, if it is one."""


def build(
    library: Library,
    timeline: Timeline,
    target: Path,
    *,
    as_of: date,
    root: Path | None = None,
    editions: Iterable[PastEdition] = (),
    enter: Enter | None = None,
    progress: Progress | None = None,
    form: int = FORMAT,
) -> BuildResult:
    """Compile the library into a bare git repository at ``target`` and return what was built.

    ``target`` becomes a pointer to a numbered folder beside it; until the new repository is whole and checked,
    the old one is untouched, whatever happens. ``main`` is at the last change up to and including
    ``as_of``. Branches ``edition/1``, … keep the histories of the published ``editions``, so that every id quoted from
    one resolves. ``enter`` is asked, once the new repository is whole, which edition is published with it, so
    that it has its branch. ``form`` is the number of the archive's format. ``root`` is the project whose
    lock is held meanwhile; without it, the folder that holds ``target``.

    Raises:
        YangeError: when an edition comes out with another id, another build is at work, something foreign is at
            ``target``, an id is no policy id, git is missing or fails, or the disk is full. The archive that was
            there before is unchanged.

    """
    source = changes(library, timeline, form)
    return build_changes(
        source, target, as_of=as_of, root=root, editions=editions, enter=enter, progress=progress, form=form
    )


def build_changes(
    source: Source,
    target: Path,
    *,
    as_of: date,
    root: Path | None = None,
    editions: Iterable[PastEdition] = (),
    enter: Enter | None = None,
    progress: Progress | None = None,
    form: int = FORMAT,
) -> BuildResult:
    """Build as :func:`build` does, of given changes."""
    place = ArchivePlace(target, root)
    with machine_errors(place), place.locked():
        place.sweep()
        with aside(place) as folder:
            compiled = compile_into(
                folder, source, as_of=as_of, editions=editions, progress=progress or silent, form=form
            )
            result = replace(_result(target, as_of, compiled), format=form)
            number = enter(result) if enter is not None else None
            if number is not None and result.scheduled is not None:
                Repository(folder).set_branch(edition_branch(number), result.scheduled)
            (progress or silent)("publish", 0, 1)
            place.publish(folder)
        place.sweep()
        result = replace(result, manifest=place.file(MANIFEST))
        (progress or silent)("publish", 1, 1)
    return result


def _result(target: Path, as_of: date, result: BuiltArchive) -> BuildResult:
    contents = {content for _, content in result.line if content}
    return BuildResult(
        target=target,
        as_of=as_of,
        main=result.state.main,
        scheduled=result.state.scheduled,
        commits=len(result.line),
        commits_main=sum(change.day <= as_of for change, _ in result.line),
        policies=len({change.policy for change, _ in result.line}),
        files=len(contents),
        bytes=sum(content.size for content in contents),
        manifest=target / MANIFEST,
        manifest_sha256=sha256(result.manifest).hexdigest(),
    )


@contextmanager
def machine_errors(place: ArchivePlace) -> Iterator[None]:
    """Turn failures of the machine into messages that say what to do.

    Raises:
        YangeError: for every :class:`OSError` and every failure of git.

    """
    try:
        yield
    except OSError as error:
        raise YangeError(_advice(place, f"{error.strerror}: {error.filename or place.parent}")) from error
    except GitError as error:
        raise YangeError(_advice(place, str(error))) from error


_NO_ROOM = ("No space left on device", "Out of diskspace", "Disk quota exceeded", "File too large")
"""What the system and git (both in English, see the repository's environment) say when a disk is full."""


def _advice(place: ArchivePlace, reason: str) -> str:
    stands = "the archive that stood before is unchanged" if place.stands else "no archive was made"
    full = any(words in reason for words in _NO_ROOM)
    cause, remedy = ("the disk is full: ", "make room") if full else ("", "set that right")
    return f"{place.target} could not be written: {cause}{reason}; {stands}; {remedy} and run the command again"


@contextmanager
def aside(place: ArchivePlace) -> Iterator[Path]:
    """Give a fresh folder beside the archive; unless the archive is in it in the end, it is removed."""
    folder = place.fresh()
    try:
        yield folder
    finally:
        if place.current() != folder and folder.exists():
            place.discard(folder)


@dataclass(frozen=True, slots=True)
class BuiltArchive:
    """A finished repository: its changes in order with their hashes, the manifest and the commits of the branches."""

    line: tuple[tuple[ArchiveCommit, Content | None], ...]
    manifest: bytes
    state: BranchState


def compile_into(
    folder: Path,
    source: Source,
    *,
    as_of: date,
    editions: Iterable[PastEdition] = (),
    progress: Progress,
    form: int = FORMAT,
) -> BuiltArchive:
    """Fill an empty folder with the repository, have git check it, and write its manifest.

    Raises:
        YangeError: when git fails, or did not take what was given to it.

    """
    repository = Repository.create(folder)
    with repository.fast_import() as stream:
        line = write_history(stream, source, as_of, progress)
        kept = [(edition.branch, edition.scheduled) for edition in _with_histories(stream, editions)]
    commits = repository.commits(SCHEDULED) if line else ()
    progress("check", 0, 1)
    if len(commits) != len(line):
        raise YangeError(f"git holds {len(commits)} commits where {len(line)} were written; report this as a bug")
    _compare_editions(repository, kept)
    repository.check()
    repository.index_history()
    progress("check", 1, 1)
    manifest = manifest_bytes(line, commits, form)
    (folder / MANIFEST).write_bytes(manifest)
    state = BranchState(as_of=as_of, main=repository.head(MAIN), scheduled=repository.head(SCHEDULED))
    write_state(folder, state, form)
    return BuiltArchive(line, manifest, state)


def _with_histories(stream: FastImport, editions: Iterable[PastEdition]) -> Iterator[PastEdition]:
    """Write the history of each edition on its own branch; what it shares with others git stores once."""
    for edition in editions:
        write_history(stream, edition.source, None, silent, edition.branch)
        yield edition


def _compare_editions(repository: Repository, kept: Sequence[tuple[str, str | None]]) -> None:
    heads = repository.references()
    for branch, due in kept:
        made = heads.get(f"refs/heads/{branch}")
        if made != due:
            raise YangeError(
                f"{branch} comes out at {made} where the ledger has {due}; "
                "the archive's format has changed without its number: report this as a bug"
            )


def write_history(
    stream: FastImport,
    source: Source,
    as_of: date | None,
    progress: Progress,
    branch: str = SCHEDULED,
) -> tuple[tuple[ArchiveCommit, Content | None], ...]:
    """Write all files first, policy by policy, then the commits by day and policy id on ``branch``.

    ``main`` is set to the last one up to ``as_of``; ``None`` leaves it alone.
    """
    written: list[tuple[ArchiveCommit, Content | None, int | None]] = []
    for change, data in source:
        content = None if data is None else Content.of(data)
        written.append((change, content, None if data is None else stream.blob(data)))
        if len(written) % _STRIDE == 0:
            progress("texts", len(written), 0)
    written.sort(key=lambda item: (item[0].day, item[0].policy))
    times = git_times(change.day for change, _, _ in written)
    for done, (change, content, blob) in enumerate(written, start=1):
        text = message(change, content.sha256 if content else None)
        mark = stream.commit(branch, times[change.day], text, change.path, blob)
        if as_of is not None and change.day <= as_of and (done == len(written) or written[done][0].day > as_of):
            stream.branch(MAIN, mark)
        if done % _STRIDE == 0 or done == len(written):
            progress("commits", done, len(written))
    return tuple((change, content) for change, content, _ in written)


def silent(step: str, done: int, total: int) -> None:
    """Report nothing."""
