"""From a library to ready pages. Nothing here knows MkDocs: an address, a title and HTML come out.

Text is data: every word of a policy passes through Jinja2 with autoescape on, never through Markdown.
"""

from __future__ import annotations

from yange.publish.assets import Asset, Recall
from yange.publish.build import all_pages, assets, pages, pages_of, site_context
from yange.publish.context import SiteContext, public
from yange.publish.page import Heading, Page

__all__ = [
    "Asset",
    "Heading",
    "Page",
    "Recall",
    "SiteContext",
    "all_pages",
    "assets",
    "pages",
    "pages_of",
    "public",
    "site_context",
]
