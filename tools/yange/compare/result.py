"""What a comparison says. The fields of these types, in their order, are those of ``yange.compare/1``."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

_PLACES = 4
"""Decimal places of a share in machine output."""


class Operation(StrEnum):
    """What happened to a clause; where several apply, the first of this order is named."""

    REORGANISED = "reorganised"
    SPLIT = "split"
    MERGED = "merged"
    REPLACED = "replaced"
    AMENDED = "amended"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    UNCHANGED = "unchanged"
    INSERTED = "inserted"
    REPEALED = "repealed"


class Grade(StrEnum):
    """How much an edit matters, from typography to substance. A grade filters; it never hides.

    ``relocated`` are words that did not change and are now in another clause, or come from one: splits and merges.
    """

    EDITORIAL = "editorial"
    SCRIPT = "script"
    STYLE = "style"
    RELOCATED = "relocated"
    CONSEQUENTIAL = "consequential"
    SUBSTANTIVE = "substantive"

    @property
    def is_printing(self) -> bool:
        """Whether the words are the same and only printed in another way: in typography or in the other script."""
        return self in (Grade.EDITORIAL, Grade.SCRIPT)


class Band(StrEnum):
    """How sure an edge is."""

    SURE = "sure"
    LIKELY = "likely"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Edit:
    """One piece of a clause: kept (``equal``), deleted (``delete``) or inserted text (``insert``), in raw characters.

    ``elsewhere`` names the clause of the other side that contains the text now, or from which it came, where a clause
    was split, merged or lost a sentence to a neighbour; empty otherwise.
    """

    op: str
    text: str
    grade: Grade | None = None
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """One old clause that became (part of) one new clause.

    ``share`` is matched characters ÷ the longer side, 0 to 1. ``edits`` rebuild both sides: equal + delete is the
    old text, equal + insert the new. ``delta`` is diff-match-patch's own delta in raw characters.
    """

    old: str
    new: str
    old_path: str
    new_path: str
    share: float
    band: Band
    edits: tuple[Edit, ...] = ()
    delta: str = ""


@dataclass(frozen=True, slots=True)
class Flags:
    """What else happened to a clause, in addition to its operation."""

    renumbered: bool = False
    moved: bool = False
    chapter_changed: bool = False
    label_lost: bool = False
    """One side does not print the number, and nothing says that the clause lost it: a conversion dropped the label."""


_APART = ("cover", "caption")


def is_apart(path: str) -> bool:
    """Return whether a path is that of a cover notice or a caption, printed with a text and none of its clauses."""
    return path.startswith(_APART)


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a clause or a group of clauses. Every unit of both sides is in exactly one change."""

    operation: Operation
    old: tuple[str, ...]
    new: tuple[str, ...]
    old_paths: tuple[str, ...]
    new_paths: tuple[str, ...]
    edges: tuple[Edge, ...] = ()
    flags: Flags = field(default_factory=Flags)
    grade: Grade | None = None
    old_texts: tuple[str, ...] = ()
    new_texts: tuple[str, ...] = ()

    @property
    def is_apart(self) -> bool:
        """Whether it is one of a cover notice or a caption alone: no change of what the text says, and not counted."""
        return all(map(is_apart, (*self.old_paths, *self.new_paths)))


@dataclass(frozen=True, slots=True)
class ValueChange:
    """An amount, deadline, percentage, date, body or number that changed, with the clauses that contain it.

    ``cell`` names its row and column where it is in a table; empty otherwise.
    """

    kind: str
    old: str
    new: str
    at_old: str
    at_new: str
    cell: str = ""

    def __str__(self) -> str:
        places = self.at_old if self.at_old == self.at_new else f"{self.at_old or '–'} → {self.at_new or '–'}"
        return f"{self.old or '–'} → {self.new or '–'}  {self.kind}, {places}"


@dataclass(frozen=True, slots=True)
class TermChange:
    """The same replacement in three or more clauses, reported once.

    ``survives`` are the clauses of the new text, fewer than these, that still have the old term.
    """

    old: str
    new: str
    count: int
    clauses: tuple[str, ...]
    survives: tuple[str, ...] = ()


class CitationFate(StrEnum):
    """What became of a citation of the text's own articles."""

    FOLLOWS = "follows"  # the number changed only because the cited article's did
    RETARGETED = "retargeted"  # it now cites another article
    STALE = "stale"  # the number stayed although the cited article has another now
    DANGLING = "dangling"  # no article of the new text has this number


@dataclass(frozen=True, slots=True)
class CitationChange:
    """A citation in a new clause whose number or target changed: old and new number as printed, and the clause."""

    fate: CitationFate
    old: str
    new: str
    at_old: str
    at_new: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole report on two texts."""

    changes: tuple[Change, ...]
    values: tuple[ValueChange, ...] = ()
    terms: tuple[TermChange, ...] = ()
    suggestions: tuple[Edge, ...] = ()
    citations: tuple[CitationChange, ...] = ()
    stats: dict[str, int] = field(default_factory=dict)

    def rounded(self) -> Comparison:
        """Return the same with shares to four places, as machine output has them."""
        changes = tuple(c if _is_round(c.edges) else replace(c, edges=rounded_edges(c.edges)) for c in self.changes)
        return replace(self, changes=changes, suggestions=rounded_edges(self.suggestions))


def _is_round(edges: tuple[Edge, ...]) -> bool:
    return all(edge.share == round(edge.share, _PLACES) for edge in edges)


def rounded_edges(edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """Return edges with shares to four places, as machine output has them."""
    return tuple(replace(edge, share=round(edge.share, _PLACES)) for edge in edges)
