"""The page of the published editions, with every id by which one can be quoted and made again."""

from __future__ import annotations

from yange.publish.addresses import EDITIONS
from yange.publish.context import SiteContext
from yange.publish.page import Heading, Page

__all__ = ["editions_page"]


def editions_page(context: SiteContext, language: str) -> Page:
    """Return the list of the editions, the last first."""
    view = context.view(language, EDITIONS)
    words = view.words
    listed = tuple(reversed(context.editions.all))
    return Page(
        address=view.origin,
        language=language,
        title=words("editions"),
        description=words("editions.words"),
        html=lambda: view.render("editions.html", editions=listed),
        contents=tuple(Heading(words("edition", number=one.number), f"edition-{one.number}") for one in listed),
        alternates=context.addresses.alternates(language, EDITIONS),
    )
