"""How fresh an archive is: its newest text, the last look at its sources, and what nobody has looked at for long.

Somebody has looked at a text on the day on which one of its sources was fetched, or on which the text was held against
the issuer's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import urlsplit

from yange.model import Policy, Source, Version

__all__ = ["Freshness", "SourceFreshness", "by_place", "by_source", "freshness", "looked_at", "not_seen"]


@dataclass(frozen=True, slots=True)
class Freshness:
    """Of some policies: the newest text, the last check against an issuer, the last look, and what is due for one.

    ``newest`` is the last day on which a text was made, or took effect where that is all that is known; never a day to
    come. ``place`` is empty for the whole archive and for the place that is not known. ``due`` are the policies of
    which the last text was not looked at for as long as was asked.
    """

    place: str
    texts: int
    newest: date | None
    checked: date | None
    looked: date | None
    due: tuple[Policy, ...]


@dataclass(frozen=True, slots=True)
class SourceFreshness:
    """A source (the host of its addresses, or its name): how many texts are from it, and when it was last fetched."""

    name: str
    texts: int
    looked: date | None


def looked_at(version: Version) -> date | None:
    """Return the last day on which somebody looked at the sources of a text; ``None`` where none is recorded."""
    days = [source.retrieved for source in version.sources if source.retrieved is not None]
    return max([*days, *([version.checked.date] if version.checked is not None else [])], default=None)


def freshness(policies: Sequence[Policy], on: date, days: int, place: str = "") -> Freshness:
    """Return how fresh some policies are on a day; what was not looked at for ``days`` days is due."""
    texts = [version for policy in policies for version in policy.versions]
    made = filter(None, (version.signed or version.published or version.effective for version in texts))
    return Freshness(
        place,
        len(texts),
        max((day for day in made if day <= on), default=None),
        max((version.checked.date for version in texts if version.checked is not None), default=None),
        max(filter(None, map(looked_at, texts)), default=None),
        tuple(policy for policy in policies if policy.versions and not_seen(looked_at(policy.versions[-1]), on, days)),
    )


def not_seen(day: date | None, on: date, days: int) -> bool:
    """Return whether a look on ``day``, or none, is as long ago as ``days`` days."""
    return day is None or day <= on - timedelta(days=days)


def by_place(policies: Iterable[Policy], on: date, days: int) -> list[Freshness]:
    """Return the freshness of each place, in order of the names."""
    ordered = sorted(policies, key=lambda policy: policy.place)
    return [freshness(list(held), on, days, place) for place, held in groupby(ordered, key=lambda one: one.place)]


def by_source(policies: Iterable[Policy]) -> list[SourceFreshness]:
    """Return every source, those never fetched first, then the longest not fetched."""
    found: dict[str, list[date | None]] = {}
    for policy in policies:
        for version in policy.versions:
            for source in version.sources:
                found.setdefault(_name(source), []).append(source.retrieved)
    made = [SourceFreshness(name, len(days), max(filter(None, days), default=None)) for name, days in found.items()]
    return sorted(made, key=lambda one: (one.looked is not None, one.looked or date.min, one.name))


def _name(source: Source) -> str:
    try:
        host = urlsplit(source.url or "").hostname
    except ValueError:
        host = None
    return host or source.register or source.name
