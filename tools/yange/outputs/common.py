"""What several outputs have in common."""

from __future__ import annotations

from datetime import date

from yange.characters import escaped_json
from yange.coding import Output, indented
from yange.model import Version
from yange.timeline import Timeline

__all__ = ["ClauseOutput", "PeriodOutput", "document", "periods_of"]


def document(output: Output) -> str:
    """Return machine output as the JSON document that commands print; what prints nothing is escaped."""
    return escaped_json(indented(output)) + "\n"


class PeriodOutput(Output):
    """A stretch of days on which a text is law. Both days belong to it; ``null``: not known, or no end."""

    first_day: date | None
    last_day: date | None


class ClauseOutput(Output):
    """A clause with its words."""

    path: str
    """Its address within the text."""
    kind: str
    label: str
    """As printed; for unnumbered units their name."""
    text: str
    in_force: bool | None
    """Whether it is law on the day; ``null`` where that is not known."""


def periods_of(timeline: Timeline, version: Version) -> tuple[PeriodOutput, ...]:
    """Return the periods in which a text is law, in order."""
    return tuple(PeriodOutput(first_day=period.start, last_day=period.last) for period in timeline.periods(version))
