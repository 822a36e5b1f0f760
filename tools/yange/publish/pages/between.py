"""The page of two days: what changed in the whole archive between them, worked out in the browser.

Its script reads the files of the page of a day. How two days become an outcome is a table that the page hands to it,
the same one that ``yange changes`` uses (:mod:`yange.timeline.between`).
"""

from __future__ import annotations

from yange.publish.addresses import BETWEEN, CHANGES, DAYS, relative
from yange.publish.assets import json_text
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.day_statuses import DAY_STATUSES, POLICIES_A_FILE, law_of_status, outcomes
from yange.publish.page import Heading, Page
from yange.timeline.between import Outcome

__all__ = ["between_page"]

_COUNTED = (Outcome.UNCHANGED, Outcome.ABSENT)
_SPOKEN = (
    *(f"between.{name}" for name in ("told", "order", "none", "unchanged", "from", "by", "out", "all-in", "csv")),
    *(f"between.{outcome.value}" for outcome in Outcome if outcome not in _COUNTED),
    *(f"status.{status}" for status in DAY_STATUSES),
    *("day.waiting", "day.failed", "day.more", "day.wrong", "home.none"),
    *("sample.short", "catalogue-only.short", "picker.go", "version.undated", "joint.list"),
)


def between_page(context: SiteContext, language: str) -> Page:
    """Return the page on which a reader chooses two days."""
    view = context.view(language, BETWEEN)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=words("between.title"),
        description=words("between.words"),
        html=lambda: _html(view),
        contents=(Heading(words("between.title"), "top"),),
        alternates=context.addresses.alternates(language, BETWEEN),
        scripts=("page.js", "parts.js", "between.js"),
    )


def _html(view: SiteView) -> str:
    context = view.context
    return view.render(
        "between.html",
        folder=relative(view.origin, DAYS),
        root=view.to(""),
        count=-(-len(context.library.policies) // POLICIES_A_FILE),
        to_changes=view.to(CHANGES),
        spoken=json_text({key: view.words(key) for key in _SPOKEN}),
        table=json_text({"statuses": DAY_STATUSES, "laws": law_of_status(), "outcomes": outcomes(), "order": _order()}),
    )


def _order() -> list[str]:
    return [outcome.value for outcome in Outcome if outcome not in _COUNTED]
