"""Feeds: what changed in the law, and apart from it what was wrong here. Atom (RFC 4287, 5005) and JSON Feed 1.1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise
from xml.etree import ElementTree as Xml

from yange.model import Event, EventKind, Policy, Version
from yange.publish.addresses import policy_address, version_address
from yange.publish.assets import Asset, json_asset
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.permanent_ids import correction_name, event_name, link, tag
from yange.publish.facts.signing_days import announces

__all__ = ["LATEST", "feeds", "policy_feeds"]

LATEST = 60
_PAPER = {EventKind.SIGNED, EventKind.PUBLISHED}
_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"
_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>"
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f]")
_EARLIEST = date(1, 1, 1)
Xml.register_namespace("", _ATOM)
Xml.register_namespace("fh", _HISTORY)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One event in words: ``target`` is the address of the page that describes it, with language."""

    name: str
    day: date
    title: str
    text: str
    target: str
    subjects: tuple[str, ...]


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
    """Yield the feeds of the whole library and of each place, in every language."""
    for language in context.settings.languages:
        view = context.view(language, "")
        groups: list[tuple[str, str, Sequence[Policy]]] = [("feeds/", "", context.library.policies)]
        for place, held in groupby(context.library.policies, key=lambda policy: policy.id.split("/")[0]):
            found = tuple(held)
            groups.append((f"feeds/{place}/", found[0].place or view.words("place.unknown"), found))
        for folder, place, policies in groups:
            yield from _both(view, folder, place, view.origin, policies, True)


def policy_feeds(context: SiteContext, policy: Policy) -> Iterator[Asset]:
    """Yield the feeds of one policy, beside its page, in the first language."""
    view = context.view(context.settings.languages[0], "")
    home = policy_address(policy.id)
    yield from _both(view, home, policy.title, home, (policy,), False)


def _both(
    view: SiteView, folder: str, name: str, home: str, policies: Sequence[Policy], corrections: bool
) -> Iterator[Asset]:
    words, address = view.words, view.context.addresses.of(view.words.language, folder)
    made = (
        ("changes", tuple(_changes(view, policies)), True),
        ("corrections", tuple(_corrections(view, policies)), corrections),
    )
    for kind, entries, always in made:
        if entries or always:
            title = words.sentence([name, words(f"feed.{kind}")]) if name else words(f"feed.{kind}")
            yield from _feed(view, Feed(f"{address}{kind}", title, home, entries))


def _changes(view: SiteView, policies: Iterable[Policy]) -> list[FeedEntry]:
    told = [
        _change(view, policy, event)
        for policy in policies
        for event in view.context.timeline.events(policy.id)
        if _is_told(view, policy, event)
    ]
    return sorted(told, key=lambda entry: (entry.day, entry.name), reverse=True)


def _is_told(view: SiteView, policy: Policy, event: Event) -> bool:
    """Return whether an event is news: what has changed the law, and the making of a text that is to take effect later.

    The entry of a signing stays once the text has taken effect: no entry is ever removed.
    """
    if event.day > view.context.on:
        return False
    if event.kind in _PAPER:
        version = policy.version(event.version)
        return version is not None and announces(version, event)
    return not view.context.timeline.is_moot(event)


def _change(view: SiteView, policy: Policy, event: Event) -> FeedEntry:
    policies = view.context.policies
    version = policy.version(event.version)
    actor = policies.get(event.by_policy or "") if event.by_policy != event.policy else None
    words = view.wording.event(event)
    title = version.title if version is not None else event.policy
    told = [str(event.day), words, actor.title if actor else "", event.number or ""]
    return FeedEntry(
        name=event_name(policies, event),
        day=event.day,
        title=_marked(view, policy, f"{title}{view.words('colon')}{words}"),
        text=view.words.sentence([_sample(view, policy), *told]),
        target=_page(view, version, event.policy),
        subjects=_subjects(policy, event.kind.value),
    )


def _marked(view: SiteView, policy: Policy, title: str) -> str:
    """Return a title as it is read in a list of entries from anywhere: nobody is to take a sample for law."""
    return view.words("sample.title", title=title) if policy.sample else title


def _sample(view: SiteView, policy: Policy) -> str:
    return view.words("sample.mark") if policy.sample else ""


def _subjects(policy: Policy, *subjects: str) -> tuple[str, ...]:
    return (*subjects, "sample") if policy.sample else subjects


def _corrections(view: SiteView, policies: Iterable[Policy]) -> list[FeedEntry]:
    found = [entry for policy in policies for version in policy.versions for entry in _corrected(view, policy, version)]
    return sorted(found, key=lambda entry: (entry.day, entry.name), reverse=True)


def _corrected(view: SiteView, policy: Policy, version: Version) -> Iterator[FeedEntry]:
    for correction in version.corrections:
        what = view.words.sentence([view.field(correction.field), correction.clause or ""])
        change = " → ".join(text for text in (correction.was, correction.now) if text)
        evidence = correction.evidence or ""
        yield FeedEntry(
            name=correction_name(view.context.policies, version, correction),
            day=correction.date or version.signed or version.effective or _EARLIEST,
            title=_marked(view, policy, f"{version.title}{view.words('colon')}{view.words('feed.corrections')} {what}"),
            text=view.words.sentence([_sample(view, policy), what, change, evidence, view.words("correction.words")]),
            target=_page(view, version, version.policy),
            subjects=_subjects(policy, "correction", correction.field),
        )


def _page(view: SiteView, version: Version | None, policy_id: str) -> str:
    address = version_address(version) if version is not None else policy_address(policy_id)
    return view.context.addresses.of(view.words.language, address)


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
    _add(root, "updated", _moment(feed.entries[0].day if feed.entries else _EARLIEST))
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
