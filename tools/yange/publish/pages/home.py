"""The home page: the search, what changed lately, what begins or lapses next, and the ways in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from yange.provenance.freshness import freshness
from yange.publish.addresses import CHANGES, FEEDS, FRESHNESS, list_address
from yange.publish.context import SiteContext, SiteView
from yange.publish.page import Heading, Page
from yange.publish.pages.lists import WAYS, Way, ways
from yange.publish.parts.downloads import feed_links, library_offers
from yange.publish.parts.happenings import ahead_bands, next_event, past_bands, rows

__all__ = ["home_page"]

_SECTIONS = ("recent", "ahead", "ways", "offers")
_MOST = 12
"""How many events a band of days lists at most; all are on the page of changes."""
_CHIPS = 8


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
        scripts=("page.js", "bands.js"),
        head=lambda: feed_links(view),
    )


def _html(view: SiteView) -> str:
    context = view.context
    policies, on = context.library.policies, context.on
    ahead = list(ahead_bands(view, _MOST))
    return view.render(
        "home.html",
        doors=[_door(view, way) for way in WAYS],
        past=past_bands(view, _MOST),
        ahead=ahead,
        rows=partial(rows, view),
        next=None if any(band.count for band in ahead) else next_event(view),
        policies=len(policies),
        versions=sum(len(policy.versions) for policy in policies),
        fresh=freshness(policies, on, context.settings.stale_days),
        to_sources=view.to(FRESHNESS),
        count=sum(context.timeline.standing(policy.id, on).in_force for policy in policies),
        samples=any(policy.sample for policy in policies),
        offers=library_offers(view),
        folder=view.to("search/"),
        to_changes=view.to(CHANGES),
        to_feeds=view.to(FEEDS),
    )


def _door(view: SiteView, way: str) -> Door:
    found = ways(view, way)
    return Door(way, found[:_CHIPS], view.to(list_address(way)), max(0, len(found) - _CHIPS))
