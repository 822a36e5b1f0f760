"""What is said of a clause that rests on law that is gone. The fields are those of ``yange.stale/1``."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from yange.coding import Output

__all__ = ["StaleCitation", "StaleKind", "StaleOutput"]


class StaleKind(StrEnum):
    """What became of the law that a clause cites."""

    ENDED = "ended"
    """The instrument is not in force: repealed, expired, superseded, suspended."""
    CLAUSE_GONE = "clause-gone"
    """The clause is not in the text of the day, or not in force."""
    RENUMBERED = "renumbered"
    """The clause has another number; the cited number is gone or is another provision."""
    OTHER_TEXT = "other-text"
    """The document number is that of a text that another text of the instrument has replaced."""
    NO_SUCH_CLAUSE = "no-such-clause"
    """The instrument has no such clause, neither then nor on the day."""
    UNKNOWN = "unknown"
    """The archive cannot tell."""


class StaleCitation(Output):
    """A clause of a text in force, what it cites, and what became of that."""

    kind: StaleKind
    policy: str
    """The policy of the citing clause."""
    title: str
    version: str
    clause: str
    path: str
    cites: str
    """The citation as printed; of a clause, behind the title of its instrument."""
    written: date
    """First day of the text that gave the citing clause its words: the citation means the law of this day."""
    cited_policy: str | None
    """``null`` if the archive has no such policy."""
    cited_clause: str | None
    """The path of the cited clause in the text of that day."""
    messages: tuple[str, ...]
    """What became of it, or why that is not known."""
    today: str | None
    """How to cite the same provision on the day; ``null`` where nothing took its place or that is not known."""


class StaleOutput(Output, tag_field="schema", tag="yange.stale/1", kw_only=True):
    """The clauses of texts in force that rest on law that is gone."""

    on: date
    texts: int
    """How many texts were read: those in force whose words are held."""
    citations: int
    """How many citations of other instruments they have."""
    counts: dict[StaleKind, int]
    stale: tuple[StaleCitation, ...]
    """Those with ``unknown`` too."""
