"""Read web pages (HTML) and web archives (MHTML): a package, since a page is more than its text."""

from yange.readers.html.reader import HtmlReader

__all__ = ["HtmlReader"]
