"""The page on which any two texts of a policy are compared in the browser: for pairs that have no page of their own.

It exists where a policy has such pairs. What is worked out there is simple and says so: which clause became which is
known from the line of each clause through the texts between (:mod:`~yange.publish.facts.clause_threads`); a text that
was never law has no lines, and there clauses of the same words belong together, then those of the same number. The
clauses are loaded as scripts, so that it works from the file system too.
"""

from __future__ import annotations

from yange.model import Policy
from yange.publish.addresses import CLAUSES, choosing_address, version_address
from yange.publish.assets import json_text
from yange.publish.context import SiteContext, SiteView
from yange.publish.page import Heading, Page

__all__ = ["SPOKEN", "choosing_link", "choosing_page"]

SPOKEN = (
    *(f"label.{name}" for name in ("标题", "通知", "题注", "序言")),
    *(f"operation.{name}" for name in ("amended", "moved", "renumbered", "unchanged", "inserted", "repealed")),
    *(
        "choose.unknown",
        "unit.unnamed",
        "flag.moved",
        "picker.same",
        "picker.command",
        "compare.nothing",
        "compare.title",
        "day.waiting",
        "day.failed",
    ),
)
"""The words of a simple comparison."""


def choosing_link(view: SiteView, policy: Policy) -> str | None:
    """Return the link to the page, ``None`` where every pair has a page of its own."""
    return view.to(choosing_address(policy.id)) if view.context.has_choosing(policy) else None


def choosing_page(context: SiteContext, policy: Policy, language: str) -> Page:
    """Return the page."""
    address = choosing_address(policy.id)
    view = context.view(language, address)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=f"{policy.title}：{words('policy.pairs')}",
        description=words.sentence([policy.title, words("policy.pairs")]),
        html=lambda: _html(view, policy),
        contents=(Heading(words("policy.pairs"), "pairs"), Heading(words("compare.changes"), "changes")),
        alternates=context.addresses.alternates(language, address),
        indexed=not policy.sample,
        scripts=("page.js", "compare.js", "simple.js", "choose.js"),
    )


def _html(view: SiteView, policy: Policy) -> str:
    texts = {
        version.key: {
            "file": view.to_file(f"{version_address(version)}{CLAUSES}"),
            "page": view.to_version(version),
            "name": view.wording.version_day(version),
            "language": view.tag(version.language),
        }
        for version in policy.versions
        if version.held
    }
    pairs = view.context.pairs.of(policy.id)
    return view.render(
        "choosing.html",
        policy=policy,
        newest=policy.versions[-1],
        pairs=[(old, new) for old, new in pairs if old.policy == policy.id],
        texts=json_text(texts),
        spoken=json_text({key: view.words(key) for key in SPOKEN}),
    )
