"""The project a command works in: its folder, settings, library and timeline, read when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yange.cli.output import say
from yange.dates import parse_day
from yange.library import POLICIES, load
from yange.model import Clause, Library, Policy, Provisions, Version, version_key
from yange.names import number_key
from yange.parse import parse
from yange.problems import Problem, Severity, YangeError
from yange.settings import Settings, read_settings
from yange.storage.snapshots import broken_off
from yange.storage.writing import WriteSession, at_work
from yange.timeline import Timeline, build_timeline
from yange.timeline.line import age

if TYPE_CHECKING:
    from yange.compare import Answers, Comparison

__all__ = ["Asked", "Day", "Project", "find_clauses", "find_policy", "find_root", "find_text", "with_clause"]


class Day(click.ParamType[date]):
    """A day on the command line: ``YYYY-MM-DD``."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or refuse the call."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as YYYY-MM-DD, such as 2024-06-01", param, ctx)


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` that holds ``policies/``, else ``start`` itself."""
    for folder in (start, *start.parents):
        if (folder / "policies").is_dir():
            return folder
    return start


@dataclass(frozen=True)
class Project:
    """A folder with ``policies/`` and ``mkdocs.yml``."""

    root: Path

    @cached_property
    def settings(self) -> Settings:
        """The settings under the plugin's key in ``mkdocs.yml``."""
        return read_settings(self.root)

    @cached_property
    def _loaded(self) -> tuple[Library, tuple[Problem, ...]]:
        self.remark_broken_write()
        return load(self.root)

    @contextmanager
    def at_work(self, command: str) -> Iterator[WriteSession]:
        """Hold the project's lock in the block, and read everything within it: the way of every command that writes.

        Raises:
            YangeError: when another writer is at work, the machine refuses, or it cannot read one of the texts, so
                that what is held already is not known.

        """
        if not (self.root / POLICIES).is_dir():
            load(self.root)  # says that this is no project, before anything is noted about it
        with at_work(self.root, command, tell=partial(say, err=True)) as session:
            for name in ("_loaded", "timeline", "_answers"):
                self.__dict__.pop(name, None)
            yield session

    def refuse_unread(self) -> None:
        """Refuse to go on where the machine could not read a text: what is written could say again what it says.

        Raises:
            YangeError: naming the first.

        """
        self.remark_problems()
        for problem in self.problems:
            if problem.code == "unreadable":
                raise YangeError(f"{problem.where}: {problem.message}; nothing was written; {problem.hint}")

    def remark_broken_write(self) -> None:
        """Say on standard error that a write broke off, and what finishes it."""
        words = broken_off(self.root)
        if words:
            say(words, err=True)

    @property
    def library(self) -> Library:
        """Everything that stands in ``policies/``."""
        return self._loaded[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the files and their front matter when they were read."""
        return self._loaded[1]

    @property
    def recorded(self) -> str | None:
        """The commit whose record is read; ``None`` for the folder as it stands."""
        return None

    def record_json(self) -> dict[str, str]:
        """Return the field that machine output bears when it tells of an earlier record."""
        return {} if self.recorded is None else {"as_recorded": self.recorded}

    @cached_property
    def timeline(self) -> Timeline:
        """The timeline of the library."""
        return build_timeline(self.library)

    def compare_whole(self, old: Provisions, new: Provisions) -> Comparison:
        """Compare two texts unit by unit, for whoever follows a clause through several."""
        return self.compare(old, new, whole=True)

    def compare(self, old: Provisions, new: Provisions, *, chars: bool = False, whole: bool = False) -> Comparison:
        """Compare two texts, honouring what a person answered about them in ``alignment.yml``."""
        from yange.compare import compare  # here, because its word lists load more slowly than most answers take
        from yange.compare.answers import NO_ANSWERS

        return compare(old, new, self._answers.get((old.text, new.text), NO_ANSWERS), chars=chars, whole=whole)

    @cached_property
    def _answers(self) -> dict[tuple[str, str], Answers]:
        from yange.compare.answer_file import answers_by_text

        return answers_by_text(self.library) if (self.root / "policies").is_dir() else {}

    @property
    def archive(self) -> Path:
        """Where the compiled history stands."""
        return self.root / "archive" / "history.git"

    def today(self) -> date:
        """Return the day of the settings, else today in the configured zone."""
        return self.settings.today(datetime.now(UTC))

    def day(self, on: date | None) -> date:
        """Return the day a command asks about: the one given, else :meth:`today`."""
        return on or self.today()

    def remark_problems(self) -> None:
        """Say on standard error that texts have errors, so that an answer is not taken for more than it is."""
        errors = sum(problem.severity is Severity.ERROR for problem in self.problems)
        if errors:
            noun = "error" if errors == 1 else "errors"
            say(f"{errors} {noun} in the texts were met; yange check lists them", err=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """The text a person means. ``day`` is the day for which its standing is reported.

    ``exact`` is set where the name says which text (its key, or its own 文号), and not only of which day.
    """

    policy: Policy
    version: Version
    day: date
    exact: bool


def find_policy(library: Library, name: str) -> Policy:
    """Return the policy a person names: by id, former id, the last part of an id, 文号, or title.

    Raises:
        YangeError: when nothing or more than one policy bears the name.
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
            raise YangeError(f"{name!r} names {len(found)} policies; give one id:\n  {names}")
    raise YangeError(f"no policy is called {name!r}; yange list shows the ids")


def texts_numbered(policy: Policy, number: str) -> tuple[Version, ...]:
    """Return the texts that bear a 文号; where none does, those that the amending order of that number made."""
    key = number_key(number)
    if key is None:
        return ()
    own = tuple(version for version in policy.versions if number_key(version.number) == key)
    return own or tuple(v for v in policy.versions if any(number_key(a.number) == key for a in v.amended_by[-1:]))


def find_text(project: Project, name: str, on: date | None = None) -> Asked:
    """Return the text that a name on the command line means.

    ``POLICY@DAY`` (or ``POLICY`` and ``on``) is the law of that day: of two texts of one day the last. ``POLICY@KEY``
    is the text of that key, whatever was law then; its standing is reported for its first day. ``POLICY`` alone is the
    text in force today, else the last or next one; a 文号 alone is the text that bears it.

    Raises:
        YangeError: when the policy is not found, or none of its texts was in force on the day that is named.
    """
    head, _, at = name.partition("@")
    policy = find_policy(project.library, head)
    if not at:
        return _numbered(project, policy, head, on) or _of_day(project, policy, on)
    exact = policy.version(version_key(at) if "." in at else at)
    if exact is not None:
        return Asked(policy, exact, on or exact.effective or project.today(), exact=True)
    try:
        day = parse_day(at)
    except ValueError:
        raise YangeError(f"{policy.id} has no text {at!r}; give a day, or one of {_keys(policy)}") from None
    if on is not None and on != day:
        raise YangeError(f"{name} and --on {on} name two days; leave one out")
    return _of_day(project, policy, day)


def _numbered(project: Project, policy: Policy, name: str, on: date | None) -> Asked | None:
    """Return the text that bears a 文号: of several the one in force, else the last one."""
    found = texts_numbered(policy, name) if name != policy.id and on is None else ()
    if not found:
        return None
    current = project.timeline.standing(policy.id, project.today())
    version = current.version if current.in_force and current.version in found else found[-1]
    return Asked(policy, version or found[-1], project.today(), exact=True)


def _of_day(project: Project, policy: Policy, day: date | None) -> Asked:
    asked = day or project.today()
    standing = project.timeline.standing(policy.id, asked)
    if standing.version is None or (day is not None and not standing.in_force):
        status = standing.status.value.replace("-", " ")
        raise YangeError(
            f"{policy.id} has no text in force on {asked} ({status}); name one of its texts: {_keys(policy)}"
        )
    return Asked(policy, standing.version, asked, exact=False)


def _keys(policy: Policy) -> str:
    return ", ".join(f"@{version.key}" for version in policy.versions) or "it has none"


def with_clause(asked: Asked, clause: str, *, given: bool) -> Asked:
    """Return the text that has a clause: the one asked for, else the latest other one that has it, which is said.

    Where no text has the clause it is the one asked for.

    Raises:
        YangeError: when the day or text was given and only other texts have the clause; it names them.
    """
    version = asked.version
    if _named(parse(version.body), clause) or (given and not version.held):
        return asked
    line = sorted((v for v in asked.policy.versions if v.held and v != version), key=age, reverse=True)
    found = [v for v in line if _named(parse(v.body), clause)]
    if found and given:
        keys = ", ".join(f"{asked.policy.id}@{v.key}" for v in found)
        raise YangeError(f"{version.path} has no clause {clause!r}; it is in {keys}")
    if not found:
        return asked
    why = (
        "is not in the text of today" if version.held else "cannot be looked up in the text of today, which is not held"
    )
    say(f"{clause} {why} ({version.key}); shown as it is in {found[0].key}", err=True)
    return replace(asked, version=found[0], exact=True)


def _named(provisions: Provisions, name: str) -> tuple[Clause, ...]:
    exact = provisions.at(name)
    if exact is not None:
        return (exact,)
    wanted = name.rstrip("、．. ")
    return tuple(c for c in provisions.walk() if c.label and c.label.rstrip("、．. ") == wanted)


def find_clauses(provisions: Provisions, version: Version, name: str) -> tuple[Clause, ...]:
    """Return the clauses that bear a path or a printed label; separators behind a number may be left out.

    Raises:
        YangeError: when the text is not held or has no such clause.
    """
    if not version.held:
        raise YangeError(f"{version.path}: the text is not held, so no clause can be shown")
    found = _named(provisions, name)
    if not found:
        labels = " ".join(c.label for c in provisions.primary[:40])
        raise YangeError(f"{version.path} has no clause {name!r}; it has {labels}")
    return found
