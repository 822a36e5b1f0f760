"""Read the front matter of Markdown files: YAML between ``---``, TOML between ``+++``; which formats are known.

Known are: a version of this program; the legalize repositories (their specification 0.4: ``identifier``, ``country``,
``source``, and what ``last_updated`` means by ``text_state``); pages of Jekyll and Hugo. What another one means is not
guessed: it is said.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from yange.dates import parse_day
from yange.parse.frontmatter.yaml_text import plain_values
from yange.readers.html.names import name_set
from yange.readers.source_text import GivenFacts

__all__ = ["FrontMatter", "FrontMatterFormat", "front_matter", "given_by"]

_LONGEST = 100_000
_FENCED = re.compile(r"\A(?P<mark>---|\+\+\+)[ \t]*\n(?P<data>.*?\n)(?P=mark)[ \t]*(?:\n|\Z)", re.S)
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#\s]+)")


class FrontMatterFormat(Enum):
    """Whose front matter it is."""

    YANGE = "Yange"
    LEGALIZE = "legalize"
    PAGE = "page"
    """Of a site generator: Jekyll, Hugo and their kin."""
    OTHER = "other"


_OURS = frozenset({"title", "effective", "effective_basis", "condition"})
_LEGALIZE = frozenset({"title", "identifier", "country", "rank", "status", "source"})
_PAGE = name_set(
    "title date layout permalink slug draft tags categories category description weight lastmod author authors excerpt"
    " published aliases type url linktitle keywords toc nav_order parent bookhidden booktoc"
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a file: its values, its format, its characters, and the offset at which the text begins."""

    values: Mapping[str, object]
    known: FrontMatterFormat
    data: str
    end: int

    def text(self, key: str) -> str | None:
        """Return the value of a key if it is text."""
        value = self.values.get(key)
        return value if isinstance(value, str) and value.strip() else None

    def day(self, key: str) -> date | None:
        """Return the value of a key if it is, or begins with, a day (``YYYY-MM-DD``)."""
        value = self.values.get(key)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return parse_day(value[:10]) if isinstance(value, str) else None
        except ValueError:
            return None


def front_matter(text: str) -> FrontMatter | None:
    """Return the front matter with which a text begins, ``None`` if it has none that is a mapping."""
    match = _FENCED.match(text[:_LONGEST])
    if match is None:
        return None
    values = _toml(match["data"]) if match["mark"] == "+++" else _yaml(match["data"])
    if not values:
        return None
    return FrontMatter(values, _format(values), match["data"], match.end())


def _yaml(data: str) -> Mapping[str, object]:
    values, problems = plain_values(data, "")
    return values if isinstance(values, dict) and not problems else {}


def _toml(data: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(data)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _format(values: Mapping[str, object]) -> FrontMatterFormat:
    keys = set(values)
    if keys >= _OURS:
        return FrontMatterFormat.YANGE
    if keys >= _LEGALIZE:
        return FrontMatterFormat.LEGALIZE
    return FrontMatterFormat.PAGE if {key.lower() for key in keys} <= _PAGE else FrontMatterFormat.OTHER


def given_by(front: FrontMatter) -> GivenFacts:
    """Return the facts that front matter of a known format gives; of another one, none."""
    if front.known is FrontMatterFormat.YANGE:
        return _ours(front)
    if front.known is FrontMatterFormat.LEGALIZE:
        return _legalize(front)
    if front.known is FrontMatterFormat.PAGE:
        return GivenFacts(title=front.text("title"), page_date=front.day("date"))
    return GivenFacts()


def _ours(front: FrontMatter) -> GivenFacts:
    issuer = front.values.get("issuer")
    sources = front.values.get("sources")
    first = sources[0] if isinstance(sources, list) and sources and isinstance(sources[0], dict) else {}
    return GivenFacts(
        title=front.text("title"),
        number=front.text("number"),
        issuer=tuple(name for name in issuer if isinstance(name, str)) if isinstance(issuer, list) else (),
        language=front.text("language"),
        signed=front.day("signed"),
        published=front.day("published"),
        effective=front.day("effective"),
        expires=front.day("expires"),
        url=_address(first.get("url")),
        register="Yange",
    )


def _legalize(front: FrontMatter) -> GivenFacts:
    """Return the facts of a legalize file: the text of ``last_updated``, unless ``text_state`` says otherwise."""
    source = _address(front.values.get("source"))
    host = _HOST.match(source or "")
    dated = front.text("text_state") in (None, "point_in_time")
    return GivenFacts(
        title=front.text("title"),
        identifier=front.text("identifier"),
        published=front.day("publication_date"),
        effective=front.day("last_updated") if dated else None,
        url=source,
        register=host[1].lower() if host else "legalize",
    )


def _address(given: object) -> str | None:
    return given if isinstance(given, str) and re.fullmatch(r"https?://[^\s<>\"']{1,2000}", given) else None
