"""The link of a clause to its page in the original, and the words alone where nobody can open that page."""

from __future__ import annotations

from markupsafe import Markup

from yange.model import Version
from yange.publish.context import SiteView
from yange.publish.facts.originals import ClausePages

__all__ = ["OriginalLinks"]


class OriginalLinks:
    """Makes the links of one page."""

    def __init__(self, view: SiteView) -> None:
        """Take the page that the links are on."""
        self._view = view

    def of(self, version: Version, path: str) -> Markup:
        """Return the link of a clause as HTML; empty where its page is not known, or its source has no pages."""
        pages = self._view.context.original_pages(version, path)
        return self._link(pages) if pages is not None else Markup("")

    def _link(self, pages: ClausePages) -> Markup:
        said, name = self._said(pages), pages.source.name
        if pages.file:
            return _FILE.format(f"{self._view.to_file(pages.file)}#page={pages.first}", name, said)
        address = self._view.link(pages.fetched)
        if address is None:
            return _WORDS.format(name, said)
        return _ELSEWHERE.format(f"{address}#page={pages.first}", name, said)

    def _said(self, pages: ClausePages) -> str:
        if pages.first == pages.last:
            return self._view.words("original.page", page=pages.first)
        return self._view.words("original.pages", first=pages.first, last=pages.last)


_FILE = Markup('<a class="y-original" href="{}" title="{}">{}</a>')
_ELSEWHERE = Markup('<a class="y-original" href="{}" rel="nofollow noreferrer" title="{}">{}</a>')
_WORDS = Markup('<span class="y-original" title="{}">{}</span>')
