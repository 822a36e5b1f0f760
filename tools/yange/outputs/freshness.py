"""``freshness``: what is newest, when somebody last looked at the sources, and what is due, as machine output."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yange.coding import Output
from yange.model import Policy
from yange.provenance.freshness import Freshness, by_place, by_source, freshness, not_seen

__all__ = ["FreshnessOutput", "freshness_output"]


class PlaceFreshness(Output):
    """How fresh the texts of a place, or of the whole archive, are."""

    place: str
    """Empty for the whole archive and for policies whose place is not known."""
    texts: int
    newest: date | None
    """Day of the newest text."""
    checked: date | None
    """The last check against an issuer."""
    looked: date | None
    """The last look at a source."""
    due: tuple[str, ...]
    """Ids of the policies that were not looked at for as long as was asked."""


class ListedSource(Output):
    """A source: the host of its addresses, or its name."""

    name: str
    texts: int
    looked: date | None
    due: bool


class FreshnessOutput(Output, tag_field="schema", tag="yange.freshness/1", kw_only=True):
    """How fresh an archive is."""

    on: date
    days: int
    """After how many days without a look a text or source is due."""
    whole: PlaceFreshness
    places: tuple[PlaceFreshness, ...]
    sources: tuple[ListedSource, ...]


def freshness_output(policies: Sequence[Policy], on: date, days: int) -> FreshnessOutput:
    """Return the output of ``freshness`` for some policies on a day."""
    return FreshnessOutput(
        on=on,
        days=days,
        whole=_place(freshness(policies, on, days)),
        places=tuple(_place(one) for one in by_place(policies, on, days)),
        sources=tuple(
            ListedSource(name=one.name, texts=one.texts, looked=one.looked, due=not_seen(one.looked, on, days))
            for one in by_source(policies)
        ),
    )


def _place(one: Freshness) -> PlaceFreshness:
    return PlaceFreshness(
        place=one.place,
        texts=one.texts,
        newest=one.newest,
        checked=one.checked,
        looked=one.looked,
        due=tuple(policy.id for policy in one.due),
    )
