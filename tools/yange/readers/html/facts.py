"""Read the facts that a page gives as data: its meta elements, JSON-LD, the links in its head, the rows above a text.

The sources of the names: schema.org (``Legislation``), the European Legislation Identifier, Dublin Core, Highwire Press
(``citation_title``), and the names that the systems of Chinese governments share (``ArticleTitle``, ``PubDate``). A
page's own date is never taken as the day of publishing a law.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from yange.characters import has_han
from yange.dates import read_day_in_figures
from yange.law import packs
from yange.law.aspects.importing import PageRows
from yange.readers.html.tree import PageTree
from yange.readers.html.words import one_line
from yange.readers.source_text import GivenFacts

__all__ = ["given_facts", "is_page_row", "page_rows", "web_address"]

_TITLES = ("eli:title", "articletitle", "dc.title", "dcterms.title", "citation_title")
_PAGE_DATES = ("pubdate", "publishdate", "article:published_time", "dcterms.modified", "dc.date.modified")
_SIGNED = ("eli:date_document",)
_PUBLISHED = ("eli:date_publication",)
_EFFECTIVE = ("eli:first_date_entry_in_force",)
_EXPIRES = ("eli:date_no_longer_in_force",)
_IDENTIFIERS = ("eli:id_local", "dc.identifier", "dcterms.identifier")
_LONGEST_FACT = 600
_IN_HAN = ("zh", "ja")
_SAMPLE = 2_000
_HAN_SHARE = 0.1
_LONGEST_DATA = 1_000_000
"""Characters of one element of JSON-LD."""
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.I)
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")


def web_address(given: str | None) -> str | None:
    """Return an address of the web, ``None`` for any other."""
    address = (given or "").strip()
    fits = re.fullmatch(r"https?://[^\s<>\"'`\\]{1,2000}", address)
    return address if fits else None


def given_facts(tree: PageTree, rows: PageRows, text: str, found_at: str | None = None) -> GivenFacts:
    """Return the facts of a page with this text; ``found_at`` is the address that an archive of the page names."""
    meta = _meta(tree)
    law = _legislation(tree)
    host = next(iter(_hosts(tree, found_at)), None)
    effective = _day(meta, _EFFECTIVE) or _as_day(law.get("legislationDateOfApplicability"))
    expires = _day(meta, _EXPIRES)
    return GivenFacts(
        title=_text(law.get("name")) or _first(meta, _TITLES) or rows.title,
        number=rows.number,
        issuer=_names(law.get("legislationPassedBy")) or ((rows.issuer,) if rows.issuer else ()),
        place=_text(law.get("legislationJurisdiction")),
        language=_language(tree, _text(law.get("inLanguage")), text),
        signed=_day(meta, _SIGNED) or _as_day(law.get("legislationDate")) or rows.signed,
        published=_day(meta, _PUBLISHED),
        effective=effective or rows.commenced,
        expires=expires,
        page_date=rows.page_date or _day(meta, _PAGE_DATES) or _as_day(law.get("datePublished")),
        url=_address(tree, found_at),
        identifier=_text(law.get("legislationIdentifier")) or _first(meta, _IDENTIFIERS),
        register=host if effective or expires or rows.commenced else None,
    )


def _meta(tree: PageTree) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.order:
        if element.tag != "meta":
            continue
        given = element.attributes
        name = given.get("name") or given.get("property") or given.get("itemprop") or ""
        content = one_line(given.get("content", ""))
        if name and content and len(content) <= _LONGEST_FACT:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _day(meta: Mapping[str, str], names: Iterable[str]) -> date | None:
    return next((day for name in names if (day := _as_day(meta.get(name))) is not None), None)


def _as_day(given: object) -> date | None:
    match = _DAY.match(given.strip()) if isinstance(given, str) else None
    return read_day_in_figures("-".join(match.groups())) if match else None


def _legislation(tree: PageTree) -> dict[str, Any]:
    """Return the first object of JSON-LD whose type is ``Legislation``."""
    for element in tree.order:
        if element.tag != "script" or "ld+json" not in element.attributes.get("type", "").lower():
            continue
        data = "".join(child for child in element.children if isinstance(child, str))
        for found in _objects(data):
            kinds = found.get("@type")
            if "Legislation" in (kinds if isinstance(kinds, list) else [kinds]):
                return found
    return {}


def _objects(data: str) -> Iterator[dict[str, Any]]:
    if len(data) > _LONGEST_DATA:
        return
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return
    rows = found if isinstance(found, list) else [found]
    for row in rows:
        if isinstance(row, dict):
            graph = row.get("@graph")
            yield row
            yield from (one for one in graph if isinstance(one, dict)) if isinstance(graph, list) else ()


def _text(given: object) -> str | None:
    if isinstance(given, dict):
        given = given.get("name") or given.get("@value") or given.get("alternateName")
    if not isinstance(given, str):
        return None
    words = one_line(given)
    return words if 0 < len(words) <= _LONGEST_FACT else None


def _names(given: object) -> tuple[str, ...]:
    found = [_text(one) for one in (given if isinstance(given, list) else [given])]
    return tuple(name for name in found if name)


def _language(tree: PageTree, given: str | None, text: str) -> str | None:
    """Return the language that a page declares, if it is that of the script of its words: templates are copied."""
    html = tree.first("html")
    declared = (given or (html.attributes.get("lang", "") if html else "")).strip()
    if not _LANGUAGE.fullmatch(declared):
        return None
    sample = text[:_SAMPLE]
    in_han = sum(map(has_han, sample)) > len(sample) * _HAN_SHARE
    return declared if in_han == declared.lower().startswith(_IN_HAN) else None


def _address(tree: PageTree, found_at: str | None) -> str | None:
    return next(_addresses(tree, found_at), None)


def _addresses(tree: PageTree, found_at: str | None) -> Iterator[str]:
    given = [found_at]
    for element in tree.order:
        if element.tag == "link" and "canonical" in element.attributes.get("rel", "").lower().split():
            given.append(element.attributes.get("href"))
        elif element.tag == "meta" and element.attributes.get("property", "").lower() == "og:url":
            given.append(element.attributes.get("content"))
    given += [match[1] for comment in tree.comments[:20] if (match := _SAVED.search(comment[:4_000]))]
    return (address for one in given if (address := web_address(one)) is not None)


def _hosts(tree: PageTree, found_at: str | None) -> Iterator[str]:
    for address in _addresses(tree, found_at):
        host = re.match(r"https?://(?:www\.)?([^/:?#]+)", address)
        if host:
            yield host[1].lower()


def is_page_row(line: str) -> bool:
    """Return whether a pack recognises the row of a page's table: a name, a colon or a tab, and a value."""
    return any(grammar.importing.pages.is_row(line) for grammar in packs())


def page_rows(lines: Iterable[str]) -> PageRows:
    """Return the facts in the rows of a page, as the first pack reads them that reads any."""
    rows = [line for line in lines if is_page_row(line)]
    read = (grammar.importing.pages.rows(rows) for grammar in packs())
    return next((found for found in read if found != PageRows()), PageRows()) if rows else PageRows()
