"""A page, independent of any site generator."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from yange.publish.assets import Asset


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents: plain words and the anchor they link to."""

    title: str
    anchor: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site.

    ``address`` is the path below the site's root, with a closing slash and none in front; empty for the home page.
    ``title`` and ``description`` are plain text: code that puts them into HTML escapes them. ``html`` makes the ready
    HTML of the page's body when it is called, so that a large site need not be held in memory. ``alternates`` are
    the addresses of the same page in the other languages. ``indexed`` is false for samples. ``scripts`` are the files
    below ``assets/`` that the page needs; ``head`` makes further HTML for the page's head, ready and escaped.
    ``companions`` makes the files beside the page, right after its HTML.
    ``basis`` names all that the page was made from, where that is known: the same basis gives the same page.
    ``contents`` may be made by need. ``about`` is the id of the policy whose pages share work with this one.
    """

    address: str
    language: str
    title: str
    description: str
    html: Callable[[], str] = field(repr=False)
    contents: tuple[Heading, ...] | Callable[[], tuple[Heading, ...]] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    indexed: bool = True
    scripts: tuple[str, ...] = ()
    head: Callable[[], str] | None = field(default=None, repr=False)
    companions: Callable[[], Iterable[Asset]] | None = field(default=None, repr=False)
    basis: str | None = None
    about: str | None = None

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The table of contents."""
        return self.contents() if callable(self.contents) else self.contents
