"""The page of a day: the status of every policy on it, worked out in the browser."""

from __future__ import annotations

from yange.publish.addresses import BETWEEN, DAY, DAYS, relative
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.day_statuses import DAY_STATUSES, POLICIES_A_FILE
from yange.publish.page import Heading, Page

__all__ = ["day_page"]


def day_page(context: SiteContext, language: str) -> Page:
    """Return the page on which a reader chooses a day."""
    view = context.view(language, DAY)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=words("day.title"),
        description=words("day.words"),
        html=lambda: _html(view),
        contents=(Heading(words("day.title"), "top"),),
        alternates=context.addresses.alternates(language, DAY),
        scripts=("page.js", "parts.js", "day.js"),
    )


def _html(view: SiteView) -> str:
    context = view.context
    count = -(-len(context.library.policies) // POLICIES_A_FILE)
    return view.render(
        "day.html",
        folder=relative(view.origin, DAYS),
        root=view.to(""),
        count=count,
        statuses=DAY_STATUSES,
        example=context.on,
        to_between=view.to(BETWEEN),
    )
