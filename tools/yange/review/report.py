"""The report of a review."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from yange.compare import Comparison
from yange.model import Correction
from yange.problems import Problem
from yange.review.odd_characters import misleading

__all__ = [
    "ArchiveDay",
    "FieldChange",
    "OtherFile",
    "PolicyChange",
    "ProposedEntry",
    "Review",
    "ReviewKind",
    "Twin",
    "VersionChange",
    "blocks",
]


class ReviewKind(StrEnum):
    """What kind of change it is. Corrections and amendments are never the same thing."""

    NEW_POLICY = "new-policy"
    AMENDMENT = "amendment"
    """A text that was not there: the law changed, or a text was found."""
    EVENT = "event"
    """An effect on another instrument: a repeal, an extension, a suspension."""
    CORRECTION = "correction"
    METADATA = "metadata"
    """Facts that were unknown or doubtful, sources, remarks, checks."""
    TYPOGRAPHY = "typography"
    """Only white space and line ends of a text, no words."""
    MOVE = "move"
    DELETION = "deletion"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of front matter before and after, as the file prints them."""

    name: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class ProposedEntry:
    """A missing entry of ``corrections``: its values, and its line for the file ``path``.

    ``line`` is the number of the line ``corrections:`` in the file, below which to paste the entry; ``None`` if the
    file has none yet.
    """

    path: str
    line: int | None
    entry: Correction
    text: str


def blocks(proposed: Iterable[ProposedEntry]) -> tuple[tuple[str, int | None, str], ...]:
    """Return for each file its path, the line below which to paste (``None``: into the facts), and the entries."""
    found: dict[tuple[str, int | None], list[str]] = {}
    for one in proposed:
        found.setdefault((one.path, one.line), [] if one.line else ["corrections:"]).append(one.text)
    return tuple((path, line, "\n".join(lines)) for (path, line), lines in found.items())


@dataclass(frozen=True, slots=True)
class Twin:
    """Another text of the same policy or succession that has the same wrong words."""

    policy: str
    version: str
    path: str
    line: int
    clause: str
    words: str
    proposed: ProposedEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """What happened to one text. ``was`` is its former path where that changed."""

    version: str
    path: str
    was: str | None = None
    kinds: tuple[ReviewKind, ...] = ()
    values: tuple[FieldChange, ...] = ()
    comparison: Comparison | None = None
    against: str | None = None
    """For a new text: the key of the text it was compared with."""
    entries: tuple[Correction, ...] = ()
    proposed: tuple[ProposedEntry, ...] = ()
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChange:
    """What happened to one policy. ``was`` is its former id where that changed."""

    id: str
    title: str
    was: str | None = None
    kinds: tuple[ReviewKind, ...] = ()
    values: tuple[FieldChange, ...] = ()
    versions: tuple[VersionChange, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class ArchiveDay:
    """A file of the archive that will differ on a day: ``what`` is added, changed or removed."""

    day: date
    policy: str
    what: str


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A changed file that is not a text: ``what`` is added, changed or removed.

    ``runs`` is true if a build, a forge, an editor or a reader's browser executes it.
    """

    path: str
    what: str
    runs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The whole report. ``base`` is the state that was compared with: the merge base."""

    base: str
    head: str
    policies: tuple[PolicyChange, ...] = ()
    broken: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Problems of ``check`` that the base does not have."""
    mended: int = 0
    """How many problems of the base are fixed."""
    archive: tuple[ArchiveDay, ...] = ()
    pages: tuple[str, ...] = ()
    others: tuple[OtherFile, ...] = ()
    """Changed files other than texts, first those that run as code."""
    remarks: tuple[str, ...] = ()
    editions: tuple[tuple[int, bool], ...] = field(default=())
    """Each published edition, and whether its ids stay valid."""

    @property
    def ok(self) -> bool:
        """Whether no promise is broken and no error is new."""
        return not self.broken and not any(problem.severity.value == "error" for problem in self.problems)

    @property
    def runs(self) -> bool:
        """Whether a file that runs as code was changed; people must read it."""
        return any(one.runs for one in self.others)

    @property
    def misleading(self) -> bool:
        """Whether invisible or look-alike characters were added: not a broken promise, but never a green mark."""
        return any(map(misleading, self.problems))

    @property
    def first_day(self) -> date | None:
        """The first day on which the archive differs; all ids before it stay the same."""
        return self.archive[0].day if self.archive else None
