"""When a text came into the archive: apart from the days of the law."""

from __future__ import annotations

from datetime import date

from yange.model import Version
from yange.publish.facts.editions import Editions

__all__ = ["added_on"]


def added_on(editions: Editions, version: Version) -> date | None:
    """Return the day on which a text came into the archive; ``None`` where it is not known.

    It is that of the first edition that has a file for it, or else the first on which one of its sources was fetched.
    A text that is in no edition yet has no day of an edition.
    """
    for edition in editions.all:
        if version.path in edition.files:
            return edition.published
    return min((source.retrieved for source in version.sources if source.retrieved is not None), default=None)
