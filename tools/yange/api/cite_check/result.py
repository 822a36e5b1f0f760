"""What is said of one citation. The fields are those of ``yange.cite/1``."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from yange.coding import Output

__all__ = ["CitationCheck", "CiteOutput", "CitedText", "Finding", "FindingCode", "Verdict"]


class Verdict(StrEnum):
    """Whether a citation is right on the day."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"


class FindingCode(StrEnum):
    """Why a citation is wrong or unknown, or what happened since the day."""

    INSTRUMENT_NOT_NAMED = "instrument-not-named"
    POLICY_NOT_IN_ARCHIVE = "policy-not-in-archive"
    NAMES_DISAGREE = "names-disagree"
    STATUS_UNKNOWN = "status-unknown"
    TEXT_NOT_HELD = "text-not-held"
    NOT_IN_FORCE = "not-in-force"
    OTHER_TEXT_IN_FORCE = "other-text-in-force"
    NO_SUCH_CLAUSE = "no-such-clause"
    SEVERAL_CLAUSES = "several-clauses"
    CLAUSE_NOT_IN_FORCE = "clause-not-in-force"
    ENDED_SINCE = "ended-since"
    AMENDED_SINCE = "amended-since"
    RENUMBERED_SINCE = "renumbered-since"
    CLAUSE_GONE_SINCE = "clause-gone-since"
    NOT_FOLLOWED = "not-followed"


class Finding(Output):
    """One thing to know about a citation."""

    code: FindingCode
    message: str


class CitedText(Output):
    """The text that a citation means on the day."""

    policy: str
    title: str
    version: str
    number: str | None
    status: str
    """On the day."""
    clause: str | None
    """The clause as the text prints its number; ``null`` for the whole text."""
    path: str | None
    words: str | None
    """What the clause said on the day."""


class CitationCheck(Output):
    """A citation in the file, and what is said of it."""

    line: int
    """From 1; blank lines are not counted."""
    start: int
    """Offset in the line, in characters."""
    end: int
    """Offset of the end, exclusive."""
    words: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    """Why it is wrong or unknown on the day."""
    since: tuple[Finding, ...]
    """What happened between the day and today."""
    cited: CitedText | None
    today: str | None
    """How to cite the same provision today; ``null`` where it is gone, not followed or not known."""


class CiteOutput(Output, tag_field="schema", tag="yange.cite/1", kw_only=True):
    """The citations of a file."""

    file: str
    on: date
    today: date
    citations: tuple[CitationCheck, ...]
    wrong: int
    unknown: int
