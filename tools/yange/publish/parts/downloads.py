"""What the site offers beside its pages: feeds, calendars, data and texts, with links to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from yange.messages import messages
from yange.model import Policy, Version
from yange.publish.addresses import EDITIONS, MARKDOWN, PLAIN, list_address, policy_address, version_address
from yange.publish.context import SiteView
from yange.publish.facts.calendar_days import told_days
from yange.publish.facts.words import html_language

__all__ = ["Offer", "feed_links", "library_offers", "named_offers", "place_offers", "policy_offers", "version_offers"]

_DUMP = ("policies.jsonl", "versions.csv", "events.csv")


@dataclass(frozen=True, slots=True)
class Offer:
    """One download: what it is, its formats with their links, and its language if that is not the page's."""

    name: str
    links: tuple[tuple[str, str], ...]
    language: str = ""

    @property
    def tag(self) -> str:
        """The ``hreflang`` of its links."""
        return html_language(self.language)

    @property
    def language_name(self) -> str:
        """What its language is called in that language."""
        return messages(self.language)["language.name"]


def library_offers(view: SiteView) -> list[Offer]:
    """Return the downloads of the whole library."""
    dump = tuple((name, view.to_file(f"data/{name}")) for name in _DUMP)
    listed = ((view.words("offer.editions"), view.to(EDITIONS)),)
    added = _feed(view, "added", view.to_feed)
    return [
        *place_offers(view, ""),
        added,
        Offer(view.words("offer.dump"), dump),
        Offer(view.words("editions"), listed),
    ]


def feed_links(view: SiteView) -> Markup:
    """Return the HTML for the head of a page by which a feed reader finds the feeds of the whole library.

    Not ``alternate`` alone: Material would ask for a sitemap beside each.
    """
    kinds = (("atom", "application/atom+xml"), ("json", "application/feed+json"))
    made = [
        Markup('<link rel="alternate feed" type="{}" title="{}" href="{}">').format(
            media, view.words(f"feed.{feed}"), view.to_feed(f"{feed}.{ending}")
        )
        for feed in ("changes", "added", "corrections")
        for ending, media in kinds
    ]
    return Markup("\n").join(made)


def place_offers(view: SiteView, folder: str) -> list[Offer]:
    """Return the downloads of the policies below one folder; of all policies if it is empty."""

    def to(name: str) -> str:
        return view.to_feed(name, folder)

    return [_feed(view, "changes", to), _feed(view, "corrections", to), _calendar(view, to)]


def named_offers(view: SiteView, way: str, name: str) -> list[Offer]:
    """Return the feed and the calendar of the policies of one issuer or kind."""

    def to(file: str) -> str:
        return view.to_feed(file, list_address(way, name).removesuffix("/"))

    return [_feed(view, "changes", to), _calendar(view, to)]


def policy_offers(view: SiteView, policy: Policy) -> list[Offer]:
    """Return the downloads of one policy; a feed of corrections only if something was corrected.

    Feeds and calendars of one policy are made in the first language alone.
    """

    def to(name: str) -> str:
        return view.to_file(f"{policy_address(policy.id)}{name}")

    corrected = any(version.corrections for version in policy.versions)
    kinds = ("changes", "corrections") if corrected else ("changes",)
    days = any(told_days(view.context.timeline, policy))
    told = [*(_feed(view, kind, to) for kind in kinds), *([_calendar(view, to)] if days else [])]
    return [*(replace(offer, language=view.other_language) for offer in told), _data(view, to)]


def version_offers(view: SiteView, policy: Policy, version: Version) -> list[Offer]:
    """Return the downloads of one text: its words, if they are held, and its data."""

    def to(name: str) -> str:
        return view.to_file(f"{version_address(version)}{name}")

    forms = [("Markdown", to(MARKDOWN))] if view.context.has_markdown(policy, version) else []
    words = (*forms, (view.words("offer.plain"), to(PLAIN)))
    return [*([Offer(view.words("offer.text"), words)] if version.held else []), _data(view, to)]


def _feed(view: SiteView, kind: str, to: Callable[[str], str]) -> Offer:
    return Offer(view.words(f"feed.{kind}"), (("Atom", to(f"{kind}.atom")), ("JSON Feed", to(f"{kind}.json"))))


def _calendar(view: SiteView, to: Callable[[str], str]) -> Offer:
    return Offer(view.words("calendar.title"), (("iCalendar", to("calendar.ics")),))


def _data(view: SiteView, to: Callable[[str], str]) -> Offer:
    return Offer(view.words("offer.data"), (("JSON", to("index.json")),))
