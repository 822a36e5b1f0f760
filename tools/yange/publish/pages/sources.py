"""The page for maintainers: how fresh each place is, and which sources nobody has looked at for long."""

from __future__ import annotations

from yange.provenance.freshness import by_place, by_source, freshness, looked_at, not_seen
from yange.publish.addresses import FRESHNESS, list_address, place_entry
from yange.publish.context import SiteContext, SiteView
from yange.publish.page import Heading, Page

__all__ = ["sources_page"]

_MOST = 200
_SECTIONS = ("places", "sources", "due")


def sources_page(context: SiteContext, language: str) -> Page:
    """Return the page of the archive's freshness."""
    view = context.view(language, FRESHNESS)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=words("fresh.title"),
        description=words("fresh.words", days=context.settings.stale_days),
        html=lambda: _html(view),
        contents=tuple(Heading(words(f"fresh.{name}"), name) for name in _SECTIONS),
        alternates=context.addresses.alternates(language, FRESHNESS),
        indexed=any(not policy.sample for policy in context.library.policies),
        scripts=("page.js",),
    )


def _html(view: SiteView) -> str:
    policies, on, days = view.context.library.policies, view.context.on, view.context.settings.stale_days
    whole, sources = freshness(policies, on, days), by_source(policies)
    due = [one for one in sources if not_seen(one.looked, on, days)]
    places = [(one, view.to(list_address("place", place_entry(one.place)))) for one in by_place(policies, on, days)]
    return view.render(
        "sources.html",
        days=days,
        whole=whole,
        places=places,
        sources=due[:_MOST],
        more_sources=max(0, len(due) - _MOST),
        due=[(policy, looked_at(policy.versions[-1])) for policy in whole.due[:_MOST]],
        more_due=max(0, len(whole.due) - _MOST),
    )
