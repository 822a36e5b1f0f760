"""From a library to ready pages. Nothing here knows MkDocs: an address, a title and HTML come out.

Text is data: every word of a policy passes through Jinja2 with autoescape on, never through Markdown.
"""

from __future__ import annotations

from yange.publish.page import Heading, Page
from yange.publish.site import pages

__all__ = ["Heading", "Page", "pages"]
