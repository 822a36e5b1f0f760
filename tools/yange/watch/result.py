"""What is said of a list of policies. The fields are those of ``yange.watch/1``."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from yange.coding import Output
from yange.compare import Grade, Operation
from yange.model import EventKind, Status

__all__ = [
    "EntryOutcome",
    "WatchClause",
    "WatchComparison",
    "WatchCorrection",
    "WatchEntry",
    "WatchEvent",
    "WatchOutput",
    "WatchedPolicy",
]


class EntryOutcome(StrEnum):
    """What an entry of the list is."""

    WATCHED = "watched"
    AMBIGUOUS = "ambiguous"
    """It names several policies, or its title and its number are of two."""
    NOT_HELD = "not-held"
    """The archive has no policy of this name: nothing is said of it."""


class WatchEntry(Output):
    """An entry of the list and the policy that it names."""

    line: int
    """From 1; of a CSV file the row with its head as the first, of CSL-JSON the item."""
    words: str
    """The title, else what is written there."""
    outcome: EntryOutcome
    policy: str | None
    """The id of the policy; ``null`` unless ``watched``."""
    choices: tuple[str, ...]
    """The ids of the policies that the entry may mean, at most twelve."""


class WatchEvent(Output):
    """An event of a policy."""

    day: date
    kind: EventKind
    sentence: str
    version: str | None
    by: str | None
    """The policy that did it, ``null`` if it is the policy itself or is not known."""
    number: str | None
    clauses: tuple[str, ...]
    address: str
    """Of the page of the text: complete if the settings have the address of the site."""


class WatchClause(Output):
    """A change of a clause, or of clauses that were split or merged."""

    operation: Operation
    grade: Grade | None
    old: tuple[str, ...]
    new: tuple[str, ...]
    sentence: str
    """As a drafter writes it; the words of new clauses are complete. Empty where nothing was drafted."""
    address: str


class WatchComparison(Output):
    """Two texts of which the newer one takes the place of the older one."""

    day: date
    """The first day of the newer text."""
    old: str
    """``policy@key``."""
    new: str
    not_held: tuple[str, ...]
    """Texts between the two whose words are not held: what they changed is among these changes."""
    address: str | None
    """Of the page of the comparison."""
    changes: tuple[WatchClause, ...]
    """Without clauses of which only the number or the typography changed."""
    renumbered: int
    """Clauses of which only the number or the place changed."""
    editorial: int
    """Clauses of which only typography, script or style changed."""


class WatchCorrection(Output):
    """A correction of what the archive said: the law did not change."""

    day: date
    field: str
    clause: str | None
    was: str | None
    now: str | None
    version: str


class WatchedPolicy(Output):
    """A policy on the list."""

    id: str
    title: str
    place: str
    sample: bool
    """Whether the text is invented."""
    status: Status
    """On the last day (``until``)."""
    standing: str
    """The status in a sentence, with its days."""
    record: str
    """On what the status rests, and when somebody last checked it."""
    address: str
    past: tuple[WatchEvent, ...]
    """After ``since``, up to and including ``until``."""
    coming: tuple[WatchEvent, ...]
    """After ``until``, up to and including ``ahead``."""
    compared: tuple[WatchComparison, ...]
    """Texts that begin in these times, in order of day."""
    unseen: tuple[str, ...]
    """Texts that begin in these times whose words are not held: what they change is not known."""
    corrections: tuple[WatchCorrection, ...]


class WatchOutput(Output, tag_field="schema", tag="yange.watch/1", kw_only=True):
    """What changed and what is coming, for each policy on a list."""

    since: date
    until: date
    ahead: date
    """The last day of what is coming."""
    language: str
    """Of the sentences."""
    entries: tuple[WatchEntry, ...]
    policies: tuple[WatchedPolicy, ...]
    """Each policy of the list once, in order of its first entry."""
