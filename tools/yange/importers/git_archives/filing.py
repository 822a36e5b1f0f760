"""File the laws of an archive one at a time: policies with all their versions, and what differs from an earlier import.

A state is known by the git id of its file. What the project has is never overwritten: where the archive has changed a
state, or no longer has it, both hashes are reported. Only a last day that the archive gives now is added to a version.
"""

from __future__ import annotations

import atexit
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from yange.characters import printable
from yange.coding import changed
from yange.git import PeerRepository, open_peer
from yange.importers.git_archives.archive import PeerArchive, PeerLaw
from yange.importers.git_archives.held import HeldLaws
from yange.importers.git_archives.reading import LawState, TextRead, read_states, read_text_of
from yange.importers.git_archives.rows import output_of, row_of
from yange.importers.git_archives.states import ArchiveFormat, StateSaid
from yange.importers.outputs import DocumentOutput
from yange.importers.places import Gazetteer, Place
from yange.importers.plan import PlanRow
from yange.importers.slugs import LONGEST, joined, slug
from yange.library import POLICIES, free_stem, version_order
from yange.messages import country_name
from yange.model import ExpiryBasis, Policy, Source, Version, version_key
from yange.parse.frontmatter import rewrite_version, write_policy, write_version
from yange.problems import Problem, warning
from yange.processes import Processes, in_turn, seldom_collected
from yange.trees import Tree

__all__ = ["HeldLaws", "LawFiling", "file_laws"]

LEAST = 200
"""Fewer states are read in this process: a worker loads for 2 to 4 CPU seconds, in which 20 to 60 states are read."""
_AHEAD = 256
"""How many laws for each process may be read before they are written. A law of Liechtenstein has 140 KB in all its
states, the longest 74 MB: it takes as long as 500 others, which the other process reads meanwhile."""
_NOWHERE = Place("", "unplaced")


@dataclass(frozen=True, slots=True)
class LawFiling:
    """What the import of one law does.

    ``policy`` is ``None`` for a law without a text that can be filed. ``files`` are to be written, and those in
    ``fresh`` must not be there yet. ``rows`` and ``outputs`` show each state that the archive
    has; ``new`` counts those that are filed now.
    """

    identifier: str
    policy: Policy | None
    files: Mapping[str, str]
    fresh: frozenset[str]
    rows: tuple[PlanRow, ...]
    outputs: tuple[DocumentOutput, ...]
    problems: tuple[Problem, ...]

    @property
    def new(self) -> int:
        """The number of states that are filed now."""
        return sum(1 for row in self.rows if not row.note)


def file_laws(archive: PeerArchive, held: HeldLaws, *, jobs: int = 1) -> Iterator[LawFiling]:
    """Yield what to do with each law of an archive, in order of identifier; nothing of a law is kept after it.

    Args:
        archive: the archive.
        held: the laws that the project has.
        jobs: how many processes read laws; what is yielded does not depend on it.

    Raises:
        YangeError: naming the law that a process could not read.

    """
    states = sum(len(law.states) for law in archive.laws)
    jobs = min(jobs, len(archive.laws)) if states >= LEAST else 1
    with seldom_collected():
        for filing in _in_processes(archive, held, jobs) if jobs > 1 else _filed(archive, held):
            yield _named_alone(filing, held)


def _filed(archive: PeerArchive, held: HeldLaws) -> Iterator[LawFiling]:
    place = _place(archive.place)
    gazetteer = Gazetteer((place.name,) if place.name else ())
    for law in archive.laws:
        yield _Desk(archive, law, held, place, gazetteer).file()


def _in_processes(archive: PeerArchive, held: HeldLaws, jobs: int) -> Iterator[LawFiling]:
    told = _Told(archive.peer.opened, archive.format, archive.place, held.tree)
    with Processes(jobs, _ready, told) as processes:
        yield from in_turn(archive.laws, lambda law: processes.begin(_file_one, law, law.identifier), jobs * _AHEAD)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a worker is told: how to open the archive, its format and place, and the project."""

    opened: tuple[Path, str, str]
    format: ArchiveFormat
    place: str
    tree: Tree | None


_AT_WORK: list[tuple[_Told, PeerRepository, HeldLaws]] = []


def _ready(told: _Told) -> None:
    peers = ExitStack()
    atexit.register(peers.close)
    _AT_WORK.append((told, peers.enter_context(open_peer(*told.opened)), HeldLaws(told.tree)))


def _file_one(law: PeerLaw) -> LawFiling:
    """File one law, in a worker."""
    ((told, peer, held),) = _AT_WORK
    (filing,) = _filed(PeerArchive(peer, told.format, told.place, (law,), ()), held)
    return filing


def _named_alone(filing: LawFiling, held: HeldLaws) -> LawFiling:
    """Return a filing whose policy, if it is new, has an id that no other policy has."""
    policy = filing.policy
    if policy is None or policy.path not in filing.fresh:
        return filing
    place, _, name = policy.id.rpartition("/")
    free = held.free_id(place, name, LONGEST)
    if free == policy.id:
        return filing
    old, new = f"{POLICIES}/{policy.id}/", f"{POLICIES}/{free}/"

    def moved(path: str) -> str:
        return new + path.removeprefix(old)

    policy = replace(policy, id=free, path=moved(policy.path))
    files = {moved(path): words for path, words in filing.files.items()} | {policy.path: write_policy(policy)}
    return replace(
        filing,
        policy=policy,
        files=files,
        fresh=frozenset(map(moved, filing.fresh)),
        rows=tuple(replace(row, path=moved(row.path)) for row in filing.rows),
        outputs=tuple(changed(one, policy=free, path=moved(one.path)) for one in filing.outputs),
    )


def _place(code: str) -> Place:
    """Return the place of an archive: the country of a code, or the code as it is (``es-pv``)."""
    if not code:
        return _NOWHERE
    name = country_name(code) if len(code) == 2 and code.isascii() and code.isalpha() else None
    shown = " ".join(printable(name or code).split())[:100]
    return Place(shown, joined(shown))


@dataclass(frozen=True, slots=True)
class LawEnd:
    """The end of a law: its last day in force, and the register's word for it, empty if it has not ended."""

    day: date | None = None
    word: str = ""
    removed: bool = False


@dataclass(slots=True)
class _Desk:
    """The filing of one law."""

    archive: PeerArchive
    law: PeerLaw
    held: HeldLaws
    place: Place
    gazetteer: Gazetteer
    problems: list[Problem] = field(default_factory=list)
    rows: list[PlanRow] = field(default_factory=list)
    outputs: list[DocumentOutput] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)

    def file(self) -> LawFiling:
        states, end, problems = read_states(self.archive, self.law)
        self.problems.extend(problems)
        known = self.held.policy(self.identifier)
        policy = known
        made: list[Version] = []
        matched = _matched(states, known, self.archive.register)
        self._remark_order(states)
        for at, state in enumerate(states):
            version = matched.get(at)
            if version is not None:
                self._known(state, version, _end(states, at, end))
                continue
            following, place = _next(states, at), self.place.name
            read = read_text_of(state, following, self.archive, self.gazetteer, place, first=at == 0)
            if read is None:
                self.problems.append(_wordless(state))
                continue
            policy = policy or self._policy(states[-1], read)
            made.append(self._new(policy, state, read, made, _end(states, at, end)))
        if known is not None:
            self.problems.extend(_gone(known, states, matched, self.archive.register))
        if policy is not None and made:
            self._write(policy, known, made)
        return LawFiling(
            self.identifier,
            policy,
            self.files,
            frozenset(self.fresh),
            tuple(self.rows),
            tuple(self.outputs),
            tuple(_once(self.problems)),
        )

    @property
    def identifier(self) -> str:
        """The key of the law in the project."""
        return f"{self.archive.register}/{' '.join(printable(self.law.identifier).split())}"

    # -- states that the project has ----------------------------------------------------------------------------------

    def _known(self, state: LawState, version: Version, end: LawEnd) -> None:
        source = _source_of(version, self.archive.register)
        if source is not None and source.blob not in state.blobs:
            self.problems.append(_rewritten(state, version, source))
            self.rows.append(row_of(state, version, None, "differs"))
            return
        self.rows.append(row_of(state, version, None, "known"))
        if end.day is not None and version.expires is None:
            text = self.held.file(version)
            now = replace(version, expires=end.day, expires_basis=ExpiryBasis.REGISTER)
            if text is not None:
                self.files[version.path] = rewrite_version(text, version, now)

    # -- new states --------------------------------------------------------------------------------------------------

    def _policy(self, latest: LawState, read: TextRead) -> Policy:
        """Return a new policy, with the title of the latest state."""
        place = self.place
        if not place.name and read.document is not None and read.document.facts.place is not None:
            place = read.document.facts.place
        title = " ".join((latest.said.given.title or read.version.title).split())
        name = f"{place.slug}/{slug(title)}"
        kind = latest.said.given.kind or (read.document.facts.kind if read.document else None)
        rank = read.document.facts.rank if read.document and not latest.said.given.kind else None
        return Policy(
            id=name,
            title=title,
            place=place.name,
            kind=" ".join(kind.split())[:100] if kind else None,
            rank=rank,
            identifier=self.identifier,
            path=f"{POLICIES}/{name}/policy.md",
        )

    def _new(
        self, policy: Policy, state: LawState, read: TextRead, made: Sequence[Version], end: LawEnd
    ) -> Version:  # fmt: skip
        version = self._ended(state, read.version, end) if end.word else read.version
        day = version.effective.isoformat() if version.effective else "undated"
        stem = free_stem(day, [one.stem for one in (*policy.versions, *made)])
        path = f"{POLICIES}/{policy.id}/{stem}.md"
        version = replace(version, policy=policy.id, key=version_key(stem), path=path)
        self.problems.extend(read.problems)
        self.rows.append(row_of(state, version, read.document, ""))
        self.outputs.append(output_of(state, version, read, policy))
        return version

    def _ended(self, state: LawState, version: Version, end: LawEnd) -> Version:
        note = f"{self.archive.register}: {printable(end.word)}"
        if end.day is not None:
            return replace(version, expires=end.day, expires_basis=ExpiryBasis.REGISTER, note=note)
        if not end.removed:
            self.problems.append(_end_unknown(state, end.word))
        return replace(version, review=(*version.review, "expires"), expires_basis=ExpiryBasis.REGISTER, note=note)

    def _write(self, policy: Policy, known: Policy | None, made: Sequence[Version]) -> None:
        if known is None:
            self.files[policy.path] = write_policy(policy)
            self.fresh.add(policy.path)
        for version in sorted(made, key=version_order):
            self.files[version.path] = write_version(version)
            self.fresh.add(version.path)

    def _remark_order(self, states: Sequence[LawState]) -> None:
        latest: date | None = None
        for state in states:
            if state.day is not None and latest is not None and state.day < latest:
                message = f"this state is of {state.day}, the one before it in the archive of {latest}"
                self.problems.append(warning("peer-days", state.name, message, hint="each was filed under its own day"))
            latest = max(filter(None, (latest, state.day)), default=None)


def _next(states: Sequence[LawState], at: int) -> LawState | None:
    return states[at + 1] if at + 1 < len(states) else None


def _end(states: Sequence[LawState], at: int, removed: StateSaid | None) -> LawEnd:
    """Return how a state ended, as far as it is the last one: the states before it are only superseded."""
    said = states[at].said
    if at + 1 < len(states):
        return LawEnd()
    if removed is not None:
        return LawEnd(removed.last or said.last, removed.ended, removed=True)
    return LawEnd(said.last, said.ended)


def _source_of(version: Version, register: str) -> Source | None:
    """Return the source of a version that is a file of this archive."""
    return next((source for source in version.sources if source.blob and source.register == register), None)


def _matched(states: Sequence[LawState], known: Policy | None, register: str) -> dict[int, Version]:
    """Return the version that the project has of each state: with the same file, or else the same key, or the same day.

    A text of the same day from another source counts too: a person may have entered it.
    """
    found: dict[int, Version] = {}
    left = list(known.versions) if known is not None else []

    def take(at: int, version: Version | None) -> None:
        if version is not None:
            found[at] = version
            left.remove(version)

    def first(wanted: Iterable[Version]) -> Version | None:
        return next(iter(wanted), None)

    for at, state in enumerate(states):
        take(at, first(v for v in left if any(source.blob in state.blobs for source in v.sources)))
    for at, state in enumerate(states):
        if at not in found and state.said.entry:
            same = (v for v in left if (s := _source_of(v, register)) and s.identifier == state.said.entry)
            take(at, first(same))
    for at, state in enumerate(states):
        if at not in found and state.day is not None:
            take(at, first(v for v in left if v.effective == state.day))
    return found


def _gone(
    known: Policy, states: Sequence[LawState], matched: Mapping[int, Version], register: str
) -> Iterator[Problem]:
    """Report versions whose file the archive no longer has."""
    there = {version.key for version in matched.values()}
    blobs = {blob for state in states for blob in state.blobs}
    for version in known.versions:
        source = _source_of(version, register)
        if source is not None and version.key not in there and source.blob not in blobs:
            where = f"file {source.blob}, commit {source.commit}"
            message = f"the archive no longer has this state ({where}): it has rewritten its history"
            yield warning("peer-state-gone", version.path, message, hint="nothing was changed; find out why")


def _rewritten(state: LawState, version: Version, source: Source) -> Problem:
    message = (
        f"the archive has another text of this state now: file {state.place.blob} in commit {state.place.commit}; the"
        f" version was made of file {source.blob} in commit {source.commit}"
    )
    hint = "nothing was changed; compare both, and record a correction if the new text is right"
    return warning("peer-rewritten", version.path, message, hint=hint)


def _wordless(state: LawState) -> Problem:
    message = "the file has no words of a law"
    return warning("peer-unreadable", state.name, message, hint="the state was left out")


def _end_unknown(state: LawState, word: str) -> Problem:
    message = f"the archive says “{printable(word)}”, and not since when"
    return warning("peer-end-unknown", state.name, message, hint="find the last day in force and write `expires`")


def _once(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield each remark once for a law: all its states have it if the first one has."""
    counted = Counter((problem.code, problem.message) for problem in problems)
    seen: set[tuple[str, str]] = set()
    for problem in problems:
        key = problem.code, problem.message
        if key in seen:
            continue
        seen.add(key)
        more = f" (and in {counted[key] - 1} other states)" if counted[key] > 1 else ""
        yield replace(problem, message=problem.message + more)
