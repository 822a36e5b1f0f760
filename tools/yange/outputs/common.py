"""What several outputs have in common."""

from __future__ import annotations

from datetime import date

from yange.coding import UNSET, Output, UnsetType
from yange.model import Clause, Version
from yange.provenance.held import VersionPlaces
from yange.provenance.places_file import PlacedBlock
from yange.timeline import Timeline

__all__ = [
    "ClauseOutput",
    "ClausePlacesOutput",
    "PeriodOutput",
    "PlaceOutput",
    "clause_places",
    "periods_of",
]


class PeriodOutput(Output):
    """A stretch of days on which a text is law. Both days belong to it; ``null``: not known, or no end."""

    first_day: date | None
    last_day: date | None


class PlaceOutput(Output):
    """A block of a source from which words were read; what its format does not have is ``null``."""

    page: int | None
    """From 1."""
    box: tuple[float, float, float, float] | None
    """Left, top, right and bottom in points from the upper left corner of the page."""
    path: str | None
    """The element or paragraph in the file."""
    eid: str | None
    """The identifier that the document gives the element."""
    computed: bool
    """Whether the file does not hold the number of the block but a rule of numbering, which was worked out."""
    last_page: int | None
    """The page on which the words end, where that is a later one."""


class ClausePlacesOutput(Output):
    """Where in its source a clause is."""

    source: str
    """Name of the source."""
    sha256: str | None
    """Hash of the original."""
    whole: bool
    """Whether the place of every character is known: a text that was corrected has characters without a place."""
    places: tuple[PlaceOutput, ...]
    """In order; empty where no place is known."""


class ClauseOutput(Output, kw_only=True):
    """A clause with its words."""

    path: str
    """Its address within the text."""
    kind: str
    label: str
    """As printed; for unnumbered units their name."""
    text: str
    in_force: bool | None
    """Whether it is law on the day; ``null`` where that is not known."""
    places: ClausePlacesOutput | UnsetType = UNSET
    """Where in its source it is, for texts whose source has pages, paragraphs or elements."""


def clause_places(places: VersionPlaces | None, clause: Clause) -> ClausePlacesOutput | UnsetType:
    """Return where a clause is in its source; unset if the text has no source with places."""
    known = places.of(clause) if places is not None else None
    if known is None:
        return UNSET
    return ClausePlacesOutput(
        source=known.source.name,
        sha256=known.source.sha256,
        whole=known.found.whole,
        places=tuple(map(_place, known.found.blocks)),
    )


def _place(one: PlacedBlock) -> PlaceOutput:
    return PlaceOutput(
        page=one.page, box=one.box, path=one.path, eid=one.eid, computed=one.computed, last_page=one.last_page
    )


def periods_of(timeline: Timeline, version: Version) -> tuple[PeriodOutput, ...]:
    """Return the periods in which a text is law, in order."""
    return tuple(PeriodOutput(first_day=period.start, last_day=period.last) for period in timeline.periods(version))
