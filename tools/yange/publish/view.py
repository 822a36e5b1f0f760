"""One page's view of the library: its language, its address, its links, and the templates that print it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup, escape

from yange.model import Policy, Version
from yange.publish.addresses import (
    Addresses,
    compare_address,
    history_address,
    list_address,
    place_entry,
    policy_address,
    relative,
    relative_file,
    version_address,
)
from yange.publish.facts.compared_pairs import ComparedPairs
from yange.publish.facts.status_words import Wording
from yange.publish.facts.words import Words, html_language
from yange.publish.templates import printed, rendered
from yange.settings import Settings

__all__ = ["SiteFrame", "View", "language_of", "web_link"]


def web_link(url: str | None) -> str | None:
    """Return ``url`` where it may be a link: http or https and nothing else."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What all pages share, whatever they are about: settings, the day of the build, addresses, templates."""

    settings: Settings
    on: date
    addresses: Addresses
    environment: Environment
    pairs: ComparedPairs


@dataclass(frozen=True, slots=True)
class View:
    """One page in the making: its language, its address (without language), and how it links to others."""

    frame: SiteFrame
    wording: Wording
    address: str

    @property
    def origin(self) -> str:
        """The page's address in its language."""
        return self.frame.addresses.of(self.words.language, self.address)

    @property
    def words(self) -> Words:
        """The catalogue in the page's language."""
        return self.wording.words

    @property
    def other_language(self) -> str:
        """The first language of the site if that is not the page's: for files made in the first one alone."""
        first = self.frame.settings.languages[0]
        return "" if self.words.language == first else first

    def render(self, template: str, **values: object) -> str:
        """Render a template; ``w`` are the words, ``v`` is this view.

        Raises:
            YangeError: when the template is missing or at fault.

        """
        return rendered(self.frame.environment, template, {"w": self.words, "v": self, **values})

    def clock(self) -> Markup:
        """Return the attributes from which a script works out the reader's day; none if the publisher fixed the day."""
        settings = self.frame.settings
        if settings.on is not None:
            return Markup("")
        return Markup(' data-built="{}" data-zone="{}"').format(self.frame.on, settings.zone)

    def to(self, address: str, anchor: str = "") -> str:
        """Return the link from this page to an address (without language) in the page's own language.

        It is the same in every language: both addresses are below the same folder.
        """
        return relative(self.address, address, anchor)

    def to_file(self, address: str) -> str:
        """Return the link to a file. Files beside pages are beside the page in the first language."""
        return relative_file(self.origin, address)

    def to_feed(self, name: str, place: str = "") -> str:
        """Return the link to a feed or calendar in the page's language: of all policies, or of those in one folder."""
        folder = f"feeds/{place}/" if place else "feeds/"
        return self.to_file(self.frame.addresses.of(self.words.language, f"{folder}{name}"))

    def to_place(self, policy: Policy) -> str:
        """Return the link to the list of the policies of a policy's place."""
        return self.to(list_address("place", place_entry(policy.place)))

    def place(self, name: str) -> str:
        """Return the name of a place as HTML; one that is not known is called so."""
        return self.native(name) if name else self.words("place.unknown")

    def to_policy(self, policy: Policy) -> str:
        """Return the link to a policy's page."""
        return self.to(policy_address(policy.id))

    def to_version(self, version: Version, anchor: str = "") -> str:
        """Return the link to a text, or to one clause of it."""
        return self.to(version_address(version), anchor)

    def to_history(self, policy: Policy, anchor: str = "", part: int = 1) -> str:
        """Return the link to a policy's clause histories."""
        return self.to(history_address(policy.id, part), anchor)

    def to_comparison(self, old: Version, new: Version) -> str | None:
        """Return the link to the comparison of two texts, ``None`` where there is none."""
        return self.to(compare_address(old, new)) if self.frame.pairs.has(old, new) else None

    def named(self, text: str, language: str) -> str:
        """Return a text in its own language as HTML: marked where that is not the page's."""
        return self.words.named(text, language)

    def compare_any(self, one: Version, other: Version) -> str | None:
        """Return the link to the comparison of two texts, whichever is the older."""
        return self.to_comparison(one, other) or self.to_comparison(other, one)

    def native(self, text: str) -> str:
        """Return a name, number or label as HTML: marked as Chinese where it is and the page is not."""
        return self.words.native(text)

    def label(self, label: str) -> str:
        """Return what a clause is called as HTML; unnumbered ones in the page's language."""
        return self.wording.words.label(label)

    def label_link(self, version: Version, label: str, path: str) -> str:
        """Return what a clause of a text is called as HTML, as a link where it has a path."""
        name = self.wording.words.label(label)
        if not path:
            return name
        link = self.to_version(version, path)
        return Markup(f'<a href="{link}">{printed(name)}</a>')  # noqa: S704 - a link is quoted, a name escaped

    def labels(self, version: Version, labels: Sequence[str], paths: Sequence[str]) -> str:
        """Return what several clauses of a text are called, each as a link where it has a path."""
        if len(labels) == 1:
            return self.label_link(version, labels[0], paths[0] if paths else "")
        linked = zip_longest(labels, paths[: len(labels)], fillvalue="")
        return escape(self.words.series(["", ""])).join(self.label_link(version, *one) for one in linked)

    def title(self, policy: Policy) -> str:
        """Return a policy's title as HTML, marked with its language."""
        return self.named(policy.title, language_of(policy))

    def field(self, name: str) -> str:
        """Return what a field of the front matter is called."""
        key = f"field.{name}"
        return self.words(key) if key in self.words else name

    @staticmethod
    def link(url: str | None) -> str | None:
        """Return ``url`` where it may be a link (:func:`web_link`)."""
        return web_link(url)

    @staticmethod
    def tag(language: str) -> str:
        """Return the ``lang`` attribute for a language."""
        return html_language(language)

    def same_language(self, language: str) -> bool:
        """Return whether a text's language is the page's own."""
        return html_language(language) == self.words.html_language


def language_of(policy: Policy) -> str:
    """Return the language of a policy's title: that of its last text."""
    return policy.versions[-1].language if policy.versions else "zh"
