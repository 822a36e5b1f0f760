"""Feeds: what changed in the law, and apart from it what was wrong and what is new here.

Atom (RFC 4287, 5005) and JSON Feed 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise
from xml.etree import ElementTree as Xml

from yange.model import Policy
from yange.publish.addresses import FEEDS, policy_address
from yange.publish.assets import Asset, json_asset
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.permanent_ids import link, tag
from yange.publish.files.feed_entries import EARLIEST, FeedEntry, additions, changes, corrections
from yange.publish.files.feed_groups import groups

__all__ = ["LATEST", "feeds", "policy_feeds"]

LATEST = 60
_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"
_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>"
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f]")
Xml.register_namespace("", _ATOM)
Xml.register_namespace("fh", _HISTORY)


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of entries, latest first. ``address`` is its own, without the ending; ``home`` that of its page."""

    address: str
    title: str
    home: str
    entries: tuple[FeedEntry, ...]
    older: str | None = None
    archive: bool = False


def feeds(context: SiteContext) -> Iterator[Asset]:
    """Yield the feeds of the whole library and of each place, issuer and kind, in every language."""
    for language in context.settings.languages:
        view = context.view(language, "")
        yield from _both(view, FEEDS, "", view.origin, context.library.policies, True)
        yield from _feed(view, _made(view, FEEDS, "added", "", view.origin, additions(view)))
        for group in groups(context):
            name = group.name or view.words("place.unknown")
            yield from _both(view, group.folder, name, view.origin, group.policies, group.corrections)


def policy_feeds(context: SiteContext, policy: Policy) -> Iterator[Asset]:
    """Yield the feeds of one policy, beside its page, in the first language."""
    view = context.view(context.settings.languages[0], "")
    home = policy_address(policy.id)
    yield from _both(view, home, policy.title, home, (policy,), False)


def _both(
    view: SiteView, folder: str, name: str, home: str, policies: Sequence[Policy], always: bool
) -> Iterator[Asset]:
    """Yield the feed of changes, and that of corrections where there are some or it is always there."""
    yield from _feed(view, _made(view, folder, "changes", name, home, changes(view, policies)))
    found = corrections(view, policies)
    if found or always:
        yield from _feed(view, _made(view, folder, "corrections", name, home, found))


def _made(view: SiteView, folder: str, kind: str, name: str, home: str, entries: Sequence[FeedEntry]) -> Feed:
    words, address = view.words, view.context.addresses.of(view.words.language, folder)
    title = words.sentence([name, words(f"feed.{kind}")]) if name else words(f"feed.{kind}")
    return Feed(f"{address}{kind}", title, home, tuple(entries))


def _feed(view: SiteView, feed: Feed) -> Iterator[Asset]:
    """Yield a feed in both forms; one that is long has its older entries in documents of their own, by year."""
    years = [(year, tuple(found)) for year, found in groupby(feed.entries[LATEST:], key=lambda entry: entry.day.year)]
    names = [feed.address, *(f"{feed.address}/{year}" for year, _ in years)]
    older = dict(pairwise(names))
    parts = [replace(feed, entries=feed.entries[:LATEST], older=older.get(feed.address))]
    for name, (year, entries) in zip(names[1:], years, strict=True):
        parts.append(Feed(name, f"{feed.title} {year}", feed.home, entries, older.get(name), archive=True))
    for part in parts:
        yield _json_feed(view, part)
        yield _atom(view, part, feed.address)


def _atom(view: SiteView, feed: Feed, subscription: str) -> Asset:
    settings, address = view.context.settings, f"{feed.address}.atom"
    root = Xml.Element(f"{{{_ATOM}}}feed", {"xml:lang": view.words.html_language})
    _add(root, "id", tag(settings, feed.address))
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.entries[0].day if feed.entries else EARLIEST))
    _add(_add(root, "author"), "name", view.words("site.author"))
    _add(root, "link", rel="alternate", type="text/html", href=link(settings, address, feed.home))
    _add(root, "link", rel="self", type="application/atom+xml", href=_file(view, address, address))
    if feed.archive:
        Xml.SubElement(root, f"{{{_HISTORY}}}archive")
        _add(root, "link", rel="current", href=_file(view, address, f"{subscription}.atom"))
    if feed.older:
        _add(root, "link", rel="prev-archive", href=_file(view, address, f"{feed.older}.atom"))
    for entry in feed.entries:
        element = _add(root, "entry")
        _add(element, "id", tag(settings, entry.name))
        _add(element, "title", entry.title)
        _add(element, "updated", _moment(entry.day))
        _add(element, "published", _moment(entry.day))
        _add(element, "link", rel="alternate", type="text/html", href=link(settings, address, entry.target))
        for subject in entry.subjects:
            _add(element, "category", term=subject)
        _add(element, "summary", entry.text)
    text = f"{_DECLARATION}\n{Xml.tostring(root, encoding='unicode')}\n"
    return Asset(address, text.encode("utf-8", "xmlcharrefreplace"))


def _json_feed(view: SiteView, feed: Feed) -> Asset:
    settings, address = view.context.settings, f"{feed.address}.json"
    items = [
        {
            "id": tag(settings, entry.name),
            "url": link(settings, address, entry.target),
            "title": entry.title,
            "content_text": entry.text,
            "date_published": _moment(entry.day),
            "tags": list(entry.subjects),
        }
        for entry in feed.entries
    ]
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": link(settings, address, feed.home),
        "feed_url": _file(view, address, address),
        **({"next_url": _file(view, address, f"{feed.older}.json")} if feed.older else {}),
        "language": view.words.html_language,
        "authors": [{"name": view.words("site.author")}],
        "items": items,
    }
    return json_asset(address, head)


def _add(parent: Xml.Element, name: str, text: str | None = None, /, **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = _legal(text) if text is not None else None
    return element


def _legal(text: str) -> str:
    """Leave out what XML 1.0 cannot hold."""
    return _ILLEGAL.sub("", text)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _file(view: SiteView, origin: str, address: str) -> str:
    folder, _, name = address.rpartition("/")
    found = link(view.context.settings, origin, f"{folder}/" if folder else "")
    return found.removesuffix("./") + name
