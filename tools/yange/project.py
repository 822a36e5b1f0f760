"""A project: its folder, settings and texts, and the policies, texts and clauses that a name means.

Nothing here reads the clock or prints. The caller gives the day; a name that needs one without a day is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from yange.dates import next_day, parse_day
from yange.index.kept import answer
from yange.listing import ListedRow, listed_rows
from yange.model import Clause, Library, Policy, Provisions, Status, Version, version_key
from yange.names import number_key
from yange.problems import Problem, Severity, YangeError, in_order
from yange.storage.state import ProjectState, state_of
from yange.trees import POLICIES, EntryKind, FolderTree, Listed, TreeEntry, walk

# Some answers need no text, no git and no settings: what reads them is loaded where it is called.
if TYPE_CHECKING:
    from yange.compare import Answers, Comparison
    from yange.settings import Settings
    from yange.timeline import Timeline

__all__ = [
    "AmbiguousNameError",
    "Asked",
    "LoadedTexts",
    "Project",
    "Today",
    "UnknownNameError",
    "clauses_called",
    "commit_of",
    "find_clauses",
    "find_policy",
    "find_root",
    "find_text",
    "load_texts",
    "no_day",
    "texts_numbered",
    "with_clause",
]

_BUILT = re.compile(r"(?:history|edition-\d+)\.git")


@dataclass(frozen=True)
class LoadedTexts:
    """One reading of the texts: the library, its problems, its timeline and people's answers on alignments.

    ``problems`` are those of files and front matter, in order of place.
    """

    library: Library
    problems: tuple[Problem, ...] = ()

    @cached_property
    def timeline(self) -> Timeline:
        """Periods, statuses and events of the library."""
        from yange.timeline import build_timeline

        return build_timeline(self.library)

    @cached_property
    def answers(self) -> dict[tuple[str, str], Answers]:
        """The answers in ``alignment.yml`` on pairs of texts, by the old and the new body."""
        from yange.compare.answers import answers_by_text  # loads slowly; most answers need no comparison

        return answers_by_text(self.library)

    def compare(self, old: Provisions, new: Provisions, *, chars: bool = False, whole: bool = False) -> Comparison:
        """Compare two texts with people's answers on them; ``chars`` and ``whole`` are those of the comparison."""
        from yange.compare import compare  # loads slowly; most answers need no comparison
        from yange.compare.answers import NO_ANSWERS

        return compare(old, new, self.answers.get((old.text, new.text), NO_ANSWERS), chars=chars, whole=whole)


def load_texts(root: Path) -> LoadedTexts:
    """Read the texts of the project at ``root`` in one consistent state between two writes.

    Raises:
        YangeError: if ``root`` has no ``policies`` folder, or the machine cannot read it.

    """
    from yange.library import load

    return LoadedTexts(*load(root))


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` with ``policies/``, or else ``start`` itself."""
    for folder in (start, *start.parents):
        if (folder / POLICIES).is_dir():
            return folder
    return start


@dataclass(frozen=True)
class Project:
    """A folder with ``policies/`` and ``mkdocs.yml``; everything is read at its first use.

    ``recorded`` is the commit whose texts are read, ``None`` for the present folder. Settings are always the folder's.
    """

    root: Path
    recorded: str | None = field(default=None, kw_only=True)

    @cached_property
    def settings(self) -> Settings:
        """The settings under the plugin's key in ``mkdocs.yml``."""
        from yange.settings import read_settings

        return read_settings(self.root)

    @cached_property
    def texts(self) -> LoadedTexts:
        """The texts, read once.

        Raises:
            YangeError: if the machine cannot read them.

        """
        return self.read_texts()

    def read_texts(self) -> LoadedTexts:
        """Read the texts again; see :attr:`texts`."""
        if self.recorded is None:
            return load_texts(self.root)
        from yange.git import ProjectHistory
        from yange.library import load_tree

        with ProjectHistory(self.root).tree(self.recorded) as tree:
            return LoadedTexts(*load_tree(tree))

    def about(self, names: Sequence[str], *, answers: bool = False, lines: bool = False) -> Self:
        """Return a project that answers questions about policies by these names (``policy``, ``policy@day``, …).

        It gives the same answers as this one. Where there is an index, it holds only what the answers follow from;
        ``answers``: people's answers on alignments, too; ``lines``: all texts through which the history of a clause may
        go. Texts that were read already are used.
        """
        if self.recorded is not None or "texts" in self.__dict__:
            return self
        heads = tuple(name.partition("@")[0] for name in names)
        found = answer(self.root, lambda index: index.about(heads, answers=answers, lines=lines))
        if found is None:
            return self
        part = replace(self)
        part.__dict__["texts"] = LoadedTexts(*found)
        return part

    def standings(self, day: date, status: Status | None = None, place: str | None = None) -> tuple[ListedRow, ...]:
        """Return the policies with their standing on a day, in order of id; ``status`` and ``place`` limit them."""
        if self.recorded is None and "texts" not in self.__dict__:
            found = answer(self.root, lambda index: (index.listed(day, status, place), index.errors()))
            if found is not None:
                self.__dict__["errors"] = found[1]
                return found[0]
        return listed_rows(self.library, self.timeline, day, status, place)

    @cached_property
    def errors(self) -> int:
        """How many errors were found in reading files and front matter."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def forget(self) -> None:
        """Forget the texts, so that they are read again at the next use."""
        self.__dict__.pop("texts", None)

    @property
    def library(self) -> Library:
        """Everything in ``policies/``."""
        return self.texts.library

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of files and front matter that were found in reading."""
        return self.texts.problems

    @property
    def timeline(self) -> Timeline:
        """The timeline of the library."""
        return self.texts.timeline

    def compare(self, old: Provisions, new: Provisions, *, chars: bool = False, whole: bool = False) -> Comparison:
        """Compare two texts with people's answers on them; two files can be compared without a project."""
        held = self.recorded is not None or (self.root / POLICIES).is_dir()
        return (self.texts if held else LoadedTexts(Library())).compare(old, new, chars=chars, whole=whole)

    def compare_whole(self, old: Provisions, new: Provisions) -> Comparison:
        """Compare two texts unit by unit, to follow a clause through several texts."""
        return self.compare(old, new, whole=True)

    @property
    def archive(self) -> Path:
        """The folder of the compiled history."""
        return self.root / "archive" / "history.git"

    def all_problems(
        self, state: ProjectState | None = None, *, make: bool = False, jobs: int = 1
    ) -> tuple[Problem, ...]:
        """Return the problems of reading, of checking and of stray files, in order of place.

        A check that is in the cache is not made again. ``state``: keep what is found out about each policy there; the
        caller then holds the project's lock. ``make``: make the folder of caches for that, as a build of the site does;
        else one that is there is used. Without ``state`` findings are kept in the index. ``jobs``: how many processes
        check policies; the answer is the same.
        """
        if state is None and self.recorded is None and "texts" not in self.__dict__:
            found = answer(self.root, lambda index: index.checked(jobs))
            if found is not None:
                return in_order((*found, *self._stray()))
        from yange.check import check  # its word lists load slowly
        from yange.check.findings import kept_findings

        keep = kept_findings(state or state_of(self.root), write=state is not None, make=make, jobs=jobs)
        return in_order((*self.problems, *check(self.library, self.timeline, keep), *self._stray()))

    @property
    def counts(self) -> tuple[int, int]:
        """How many policies and texts there are."""
        if self.recorded is None and "texts" not in self.__dict__:
            found = answer(self.root, lambda index: index.counts())
            if found is not None:
                return found
        return len(self.library.policies), sum(1 for _ in self.library.versions())

    def _stray(self) -> tuple[Problem, ...]:
        from yange.check.stray import stray_files

        return tuple(stray_files(self.listed())) if self.recorded is None else ()

    def listed(self) -> Iterable[Listed]:
        """Return the files that git tracks; without git, those of texts and evidence that are not built."""
        from yange.git import ProjectHistory

        try:
            return ProjectHistory(self.root).tracked()
        except YangeError:
            held = walk(FolderTree(self.root), POLICIES, "archive/sources")
            return (*held, *(Listed(f"archive/{one.name}", one.kind) for one in self._evidence()))

    def _evidence(self) -> Iterable[TreeEntry]:
        entries = FolderTree(self.root).entries("archive") or ()
        return (
            one
            for one in entries
            if one.kind is not EntryKind.FOLDER and not one.name.startswith(".") and not _BUILT.fullmatch(one.name)
        )


def commit_of(project: Project, point: str | date) -> str:
    """Return the commit of the record at ``point``, a commit's name or a day.

    For a day it is the last commit on the main line (first parents of the checked-out commit) that was made before the
    day ended in the time zone of the settings.

    Raises:
        YangeError: if nothing was recorded by then, or git does not have the commit.

    """
    from yange.git import ProjectHistory

    history = ProjectHistory(project.root)
    try:
        day = point if isinstance(point, date) else parse_day(point)
    except ValueError:
        return history.resolve(str(point))
    end = datetime.combine(next_day(day), time(), ZoneInfo(project.settings.zone))
    commit = history.last_before(history.resolve("HEAD"), end)
    if commit is None:
        raise YangeError(f"nothing was recorded by {day}: the history of this project begins later")
    return commit


Today = Callable[[], date | None]
"""A function that returns the day for a name without one, or ``None``; only called if a day is needed."""


class UnknownNameError(YangeError):
    """Nothing has the name that was asked for."""


class AmbiguousNameError(YangeError):
    """Several things have the name that was asked for; ``choices`` are their ids."""

    def __init__(self, message: str, choices: Sequence[str]) -> None:
        super().__init__(message)
        self.choices = tuple(choices)


def no_day() -> None:
    """Return no day: a name must have one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The text that a person means. ``day`` is the day for which its status is reported, ``None`` if unknown.

    ``exact`` is set if the name identifies the text (by its key or document number) and not only the day.
    """

    policy: Policy
    version: Version
    day: date | None
    exact: bool


def find_policy(library: Library, name: str) -> Policy:
    """Return the policy that a person names by id, former id, last part of an id, document number, or title.

    Raises:
        UnknownNameError: if no policy has the name.
        AmbiguousNameError: if more than one has.

    """
    known = library.policy(name)
    if known is not None:
        return known
    ways: tuple[Callable[[Policy], bool], ...] = (
        lambda p: p.id.rsplit("/", 1)[-1] == name,
        lambda p: bool(texts_numbered(p, name)),
        lambda p: p.title == name or any(v.title == name for v in p.versions),
        lambda p: p.id.rsplit("/", 1)[-1].startswith(name),
        lambda p: name in p.id or name in p.title,
    )
    for way in ways:
        found = [policy for policy in library.policies if way(policy)]
        if len(found) == 1:
            return found[0]
        if found:
            names = "\n  ".join(f"{policy.id}  {policy.title}" for policy in found[:12])
            said = f"{name!r} names {len(found)} policies; give one id:\n  {names}"
            raise AmbiguousNameError(said, [policy.id for policy in found])
    raise UnknownNameError(f"no policy is called {name!r}; yange list shows the ids")


def texts_numbered(policy: Policy, number: str) -> tuple[Version, ...]:
    """Return the texts with a document number, or else those that the amending order of that number made."""
    key = number_key(number)
    if key is None:
        return ()
    own = tuple(version for version in policy.versions if number_key(version.number) == key)
    return own or tuple(v for v in policy.versions if any(number_key(a.number) == key for a in v.amended_by[-1:]))


def find_text(project: Project, name: str, on: date | None = None, *, today: Today = no_day) -> Asked:
    """Return the text that a name means.

    ``POLICY@DAY`` (or ``POLICY`` and ``on``) is the text in force on that day: the last of two texts of one day.
    ``POLICY@KEY`` is the text with that key, in force then or not; its status is reported for its first day. ``POLICY``
    alone is the text in force ``today``, or else the last or next one; a document number alone is the text with it.

    Raises:
        YangeError: if the policy is not found, none of its texts was in force on the named day, or a day is needed and
            neither the name nor ``today`` gives one.

    """
    head, _, at = name.partition("@")
    policy = find_policy(project.library, head)
    if not at:
        return _numbered(project, policy, head, on, today) or _of_day(project, policy, on, today)
    exact = policy.version(version_key(at) if "." in at else at)
    if exact is not None:
        return Asked(policy, exact, on or exact.effective or today(), exact=True)
    try:
        day = parse_day(at)
    except ValueError:
        raise YangeError(f"{policy.id} has no text {at!r}; give a day, or one of {_keys(policy)}") from None
    if on is not None and on != day:
        raise YangeError(f"{name} and --on {on} name two days; leave one out")
    return _of_day(project, policy, day, today)


def _numbered(project: Project, policy: Policy, name: str, on: date | None, today: Today) -> Asked | None:
    """Return the text with a document number: of several, the one in force, or else the last one."""
    found = texts_numbered(policy, name) if name != policy.id and on is None else ()
    if not found:
        return None
    day = today()
    if day is None:
        if len(found) > 1:
            raise YangeError(f"{len(found)} texts of {policy.id} have the number {name}; name one: {_keys(policy)}")
        return Asked(policy, found[0], found[0].effective, exact=True)
    current = project.timeline.standing(policy.id, day)
    version = current.version if current.in_force and current.version in found else found[-1]
    return Asked(policy, version or found[-1], day, exact=True)


def _of_day(project: Project, policy: Policy, day: date | None, today: Today) -> Asked:
    asked = day or today()
    if asked is None:
        raise YangeError(
            f"{policy.id}: which text? name a day ({policy.id}@2024-06-01) or one of its texts: {_keys(policy)}"
        )
    standing = project.timeline.standing(policy.id, asked)
    if standing.version is None or (day is not None and not standing.in_force):
        status = standing.status.value.replace("-", " ")
        raise YangeError(
            f"{policy.id} has no text in force on {asked} ({status}); name one of its texts: {_keys(policy)}"
        )
    return Asked(policy, standing.version, asked, exact=False)


def _keys(policy: Policy) -> str:
    return ", ".join(f"@{version.key}" for version in policy.versions) or "it has none"


def with_clause(asked: Asked, clause: str, *, given: bool) -> tuple[Asked, str]:
    """Return the text that has a clause, and a remark if it is not the requested text.

    If the requested text has no such clause and no day or text was ``given``, it is the latest other text with the
    clause. If no text has the clause, it is the requested text.

    Raises:
        YangeError: if the day or text was given and only other texts have the clause; the message names them.

    """
    from yange.parse import parse_version
    from yange.timeline.line import age

    version = asked.version
    if clauses_called(parse_version(version), clause) or (given and not version.held):
        return asked, ""
    line = sorted((v for v in asked.policy.versions if v.held and v != version), key=age, reverse=True)
    found = [v for v in line if clauses_called(parse_version(v), clause)]
    if found and given:
        keys = ", ".join(f"{asked.policy.id}@{v.key}" for v in found)
        raise YangeError(f"{version.path} has no clause {clause!r}; it is in {keys}")
    if not found:
        return asked, ""
    why = (
        "is not in the text of today" if version.held else "cannot be looked up in the text of today, which is not held"
    )
    remark = f"{clause} {why} ({version.key}); shown as it is in {found[0].key}"
    return replace(asked, version=found[0], exact=True), remark


def clauses_called(provisions: Provisions, name: str) -> tuple[Clause, ...]:
    """Return the clauses with a path, a printed label or the label that comparisons print (Chapter II, Section 2).

    Separators after a number may be left out.
    """
    exact = provisions.at(name)
    if exact is not None:
        return (exact,)
    wanted = name.rstrip("、．. ")
    found = tuple(c for c in provisions.walk() if c.label and c.label.rstrip("、．. ") == wanted)
    if found:
        return found
    from yange.compare.text.units import units_of  # loads slowly; few names are those of comparisons

    paths = {unit.path for unit in units_of(provisions) if unit.label.rstrip("、．. ") == wanted}
    return tuple(c for c in provisions.walk() if c.path in paths)


def find_clauses(provisions: Provisions, version: Version, name: str) -> tuple[Clause, ...]:
    """Return the clauses of a text with a path or a printed label.

    Raises:
        YangeError: if the text is not held or has no such clause.

    """
    if not version.held:
        raise YangeError(f"{version.path}: the text is not held, so no clause can be shown")
    found = clauses_called(provisions, name)
    if not found:
        labels = " ".join(c.label for c in provisions.primary[:40])
        raise YangeError(f"{version.path} has no clause {name!r}; it has {labels}")
    return found
