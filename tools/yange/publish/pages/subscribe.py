"""The page on which a reader chooses what to subscribe to: feeds and calendars, and what each says."""

from __future__ import annotations

from yange.publish.addresses import FEEDS, list_address
from yange.publish.context import SiteContext, SiteView
from yange.publish.page import Heading, Page
from yange.publish.pages.lists import WAYS, Way, ways
from yange.publish.parts.downloads import Offer, feed_links, library_offers, named_offers, place_offers

__all__ = ["subscribe_page"]

_MOST = 40
_WAYS = ("place", "kind", "issuer")


def subscribe_page(context: SiteContext, language: str) -> Page:
    """Return the page of the feeds and calendars."""
    view = context.view(language, FEEDS)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=words("subscribe.title"),
        description=words("subscribe.words"),
        html=lambda: _html(view),
        contents=tuple(Heading(words(f"by.{way}"), way) for way in WAYS if way in _WAYS),
        alternates=context.addresses.alternates(language, FEEDS),
        head=lambda: feed_links(view),
    )


def _html(view: SiteView) -> str:
    return view.render(
        "subscribe.html",
        all=library_offers(view)[:4],
        ways=[(way, view.to(list_address(way)), _entries(view, way)) for way in _WAYS],
    )


def _entries(view: SiteView, way: str) -> list[tuple[Way, list[Offer]]]:
    return [(entry, _offers(view, way, entry)) for entry in ways(view, way)[:_MOST]]


def _offers(view: SiteView, way: str, entry: Way) -> list[Offer]:
    if way != "place":
        return named_offers(view, way, entry.name)
    folders = dict.fromkeys(policy.id.split("/")[0] for policy in entry.policies)
    return [offer for folder in folders for offer in place_offers(view, folder)]
