"""What the JSON files of the site hold: ``yange.policy/1``, ``yange.version/1``, ``yange.data/1`` and comparisons."""

from __future__ import annotations

from datetime import date
from typing import Any

from yange.coding import Output
from yange.compare.result import Change, CitationChange, Edge, TermChange, ValueChange
from yange.model import Amendment, EventKind, Holding, Status
from yange.outputs.common import ClauseOutput, PeriodOutput

__all__ = [
    "ComparisonRecord",
    "DataRecord",
    "EventRecord",
    "OutRecord",
    "PairRecord",
    "PlaceRecord",
    "PolicyFacts",
    "PolicyRecord",
    "TextRecord",
    "VersionFacts",
    "VersionRecord",
]


class PolicyFacts(Output):
    """A policy in short."""

    id: str
    title: str
    place: str
    kind: str | None
    rank: str | None
    sample: bool
    """Whether its texts are invented."""


class VersionFacts(Output):
    """A text in short."""

    key: str
    address: str
    """Of its page, below the address of the site."""
    title: str
    number: str | None
    status: Status
    """On the day of the record."""
    periods: tuple[PeriodOutput, ...]
    """When it is law; none: never."""
    expires: date | None
    """The last day in force, extensions counted."""
    text: Holding


class EventRecord(Output):
    """Something that happens to a policy on a day."""

    day: date
    kind: EventKind
    policy: str
    version: str
    by_policy: str | None
    by_version: str | None
    number: str | None
    clauses: tuple[str, ...]
    moot: bool
    """Whether it changes nothing."""
    sample: bool


class TextRecord(Output):
    """One of two texts that are compared."""

    policy: str
    version: str
    title: str
    number: str | None
    effective: date | None
    amended_by: tuple[Amendment, ...]
    sample: bool


class PairRecord(Output):
    """Two texts whose comparison has a page."""

    old: TextRecord
    new: TextRecord


class PolicyRecord(Output, tag_field="schema", tag="yange.policy/1"):
    """A policy with its texts and events."""

    on: date
    """A day on which the statuses hold; also on every later day before ``next_change``."""
    next_change: date | None
    """The next day on which something changes; ``null`` where none is known."""
    id: str
    title: str
    place: str
    kind: str | None
    rank: str | None
    sample: bool
    was: tuple[str, ...]
    """Former ids."""
    note: str | None
    status: Status
    partial: bool
    """Whether clauses of the text are out of force."""
    not_in_force: tuple[str, ...]
    version: str | None
    """Key of the text of the day."""
    status_first_day: date | None
    status_last_day: date | None
    versions: tuple[VersionFacts, ...]
    events: tuple[EventRecord, ...]
    acts: tuple[EventRecord, ...]
    """What it does to other policies."""
    comparisons: tuple[PairRecord, ...]


class OutRecord(Output):
    """A clause that is not law for as long as its text is."""

    clause: str
    """Label as recorded; it covers what is below it."""
    status: str
    """``repealed``, ``suspended``, ``lapsed`` or ``not-begun``."""
    first_day: date | None
    """First day out of force; ``null``: no limit."""
    last_day: date | None
    by_policy: str | None
    """The policy that did it; ``null`` where the text itself says so."""
    by_version: str | None
    number: str | None


class VersionRecord(Output, tag_field="schema", tag="yange.version/1"):
    """A text with its facts and its words."""

    on: date
    """A day on which the statuses hold; also on every later day before ``next_change``."""
    next_change: date | None
    """The next day on which something changes of its policy; ``null`` where none is known."""
    policy: PolicyFacts
    key: str
    address: str
    title: str
    number: str | None
    status: Status
    periods: tuple[PeriodOutput, ...]
    expires: date | None
    text: Holding
    facts: dict[str, Any]
    """The front matter of the text."""
    clauses: tuple[ClauseOutput, ...]
    outs: tuple[OutRecord, ...]
    markdown: str | None
    """The whole body; ``null`` where it is not held, or persons are left out of it."""


class ComparisonRecord(Output, tag_field="schema", tag="yange.compare/1"):
    """A comparison: the fields of ``compare --json`` that do not depend on the call."""

    old: TextRecord
    new: TextRecord
    amended_by: tuple[Amendment, ...]
    changes: tuple[Change, ...]
    values: tuple[ValueChange, ...]
    terms: tuple[TermChange, ...]
    suggestions: tuple[Edge, ...]
    citations: tuple[CitationChange, ...]
    stats: dict[str, int]


class PlaceRecord(Output):
    """The texts of one place."""

    place: str
    versions: int
    samples: int
    """How many of them are invented."""
    file: str


class DataRecord(Output, tag_field="schema", tag="yange.data/1"):
    """The list of files to download."""

    on: date
    """A day on which all statuses in them hold."""
    files: tuple[str, ...]
    places: tuple[PlaceRecord, ...]
