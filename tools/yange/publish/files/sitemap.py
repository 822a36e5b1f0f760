"""The sitemap: every page that search engines may list, in files of at most 50,000 addresses under one index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as Xml

from yange.publish.assets import Asset

__all__ = ["LIMIT", "Listed", "sitemap_files"]

LIMIT = 50_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
Xml.register_namespace("xhtml", _XHTML)

Listed = tuple[str, Sequence[tuple[str, str]]]
"""The full address of a page, and ``hreflang`` and full address of it in each language, its own included.

A page that stands in one language lists none.
"""


def sitemap_files(pages: Sequence[Listed], root: str, limit: int = LIMIT) -> Iterator[Asset]:
    """Yield ``sitemap.xml``: the addresses themselves, or where there are too many an index of files that hold them.

    Args:
        pages: what is listed, in order.
        root: the whole address of the site, with a closing slash.
        limit: how many addresses one file may hold.

    """
    if len(pages) <= limit:
        yield _file("sitemap.xml", pages)
        return
    index = Xml.Element("sitemapindex", {"xmlns": _NAMESPACE})
    for number, start in enumerate(range(0, len(pages), limit), 1):
        name = f"sitemap-{number}.xml"
        yield _file(name, pages[start : start + limit])
        Xml.SubElement(Xml.SubElement(index, "sitemap"), "loc").text = root + name
    yield _asset("sitemap.xml", index)


def _file(name: str, pages: Sequence[Listed]) -> Asset:
    root = Xml.Element("urlset", {"xmlns": _NAMESPACE})
    for address, alternates in pages:
        url = Xml.SubElement(root, "url")
        Xml.SubElement(url, "loc").text = address
        for language, other in alternates:
            Xml.SubElement(url, f"{{{_XHTML}}}link", {"rel": "alternate", "hreflang": language, "href": other})
    return _asset(name, root)


def _asset(name: str, root: Xml.Element) -> Asset:
    return Asset(name, Xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
