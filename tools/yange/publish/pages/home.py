"""The home page: ways in, what changed lately, what begins or lapses next, what is in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from yange.model import Event, EventKind, Policy
from yange.publish.addresses import list_address
from yange.publish.context import SiteContext, SiteView
from yange.publish.page import Heading, Page
from yange.publish.pages.lists import WAYS, PolicyRow, Way, row, ways
from yange.publish.parts.downloads import library_offers
from yange.publish.parts.event_rows import EventRow, acts

__all__ = ["home_page"]

_PAPER = {EventKind.SIGNED, EventKind.PUBLISHED}
_SECTIONS = ("ways", "recent", "ahead", "in-force", "others", "offers")
_MOST = 60
"""How many policies, or events, a home page lists at most; more are on pages of their own."""
_CHIPS = 8
_BOUNDS = (30, 90, 180)


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """The policies of one place."""

    place: str
    rows: list[PolicyRow]


@dataclass(frozen=True, slots=True)
class UpcomingBand:
    """What begins or lapses in a range of days from the day on, both ends included: what is shown, and the count.

    ``folded`` if it is further away than the publisher wants to show unfolded.
    """

    first: int
    last: int
    acts: list[EventRow]
    count: int
    folded: bool


@dataclass(frozen=True, slots=True)
class Door:
    """One way in: its name, its entries as far as they are shown, the page of all, and how many more there are."""

    way: str
    entries: list[Way]
    address: str
    more: int


def home_page(context: SiteContext, language: str) -> Page:
    """Return the home page."""
    view = context.view(language, "")
    words = view.words
    return Page(
        address=context.addresses.of(language, ""),
        language=language,
        title=words("site.home"),
        description=words("site.tagline"),
        html=lambda: _html(view),
        contents=tuple(Heading(words(f"home.{name}"), name) for name in _SECTIONS),
        alternates=context.addresses.alternates(language, ""),
        scripts=("page.js",),
    )


def _html(view: SiteView) -> str:
    context = view.context
    settings, on, policies = context.settings, context.on, context.library.policies
    in_force = [policy for policy in policies if context.timeline.standing(policy.id, on).in_force]
    others = [policy for policy in policies if not context.timeline.standing(policy.id, on).in_force]
    recent = on - timedelta(days=settings.recent_days)
    happened = list(reversed(_between(view, recent + timedelta(days=1), on)))
    coming = [act for act in _between(view, on + timedelta(days=1), date.max) if EventKind(act.kind) not in _PAPER]
    bands = list(_bands(coming, on, settings.ahead_days))
    return view.render(
        "home.html",
        doors=[_door(view, way) for way in WAYS],
        in_force=_by_place(view, in_force),
        others=_by_place(view, others),
        recent=happened[:_MOST],
        recent_more=max(0, len(happened) - _MOST),
        bands=bands,
        next=coming[0] if coming and not any(band.acts for band in bands) else None,
        recent_first=recent + timedelta(days=1),
        policies=len(policies),
        versions=sum(len(policy.versions) for policy in policies),
        count=len(in_force),
        samples=any(policy.sample for policy in policies),
        offers=library_offers(view),
        folder=view.to("search/"),
        all_in_force=view.to(list_address("status", "in-force")),
        all_others=view.to(list_address("status")),
    )


def _bands(coming: Sequence[EventRow], on: date, near: int) -> Iterator[UpcomingBand]:
    """Yield what is to come within 30, 90 and 180 days of the day, each without what a nearer one holds."""
    bounds = sorted({*_BOUNDS, near})
    for last, bound in zip([0, *bounds], bounds, strict=False):
        found = [act for act in coming if last < (act.day - on).days <= bound]
        yield UpcomingBand(last + 1, bound, found[:_MOST], len(found), bound > near)


def _door(view: SiteView, way: str) -> Door:
    found = ways(view, way)
    return Door(way, found[:_CHIPS], view.to(list_address(way)), max(0, len(found) - _CHIPS))


def _by_place(view: SiteView, policies: list[Policy]) -> list[PlaceGroup]:
    """Return the policies by place; none where there are too many for one page."""
    if len(policies) > _MOST:
        return []
    places: dict[str, list[PolicyRow]] = defaultdict(list)
    for policy in policies:
        places[policy.place].append(row(view, policy))
    return [PlaceGroup(place, found) for place, found in sorted(places.items())]


def _between(view: SiteView, first: date, last: date) -> list[EventRow]:
    """Return what happened on these days; a signing only where the text does not begin on one of them."""
    events: Iterable[Event] = view.context.once("events", view.context.timeline.events)
    events = [e for e in events if first <= e.day <= last and e.kind is not EventKind.PUBLISHED]
    begun = {(e.policy, e.version) for e in events if e.kind is not EventKind.SIGNED}
    told = (e for e in events if e.kind is not EventKind.SIGNED or (e.policy, e.version) not in begun)
    return [act for act in acts(view, told) if not act.moot]
