"""The page on which any two texts of a policy are compared in the browser: for pairs that have no page of their own.

It exists where a policy has such pairs. What is worked out there is simple and says so: which clause became which is
known from the line of each clause through the texts between (:mod:`~yange.publish.facts.clause_threads`); a text that
was never law has no lines, and there clauses of the same words belong together, then those of the same number. The
clauses are loaded as scripts, so that it works from the file system too.
"""

from __future__ import annotations

from itertools import combinations

from yange.model import Policy, Version
from yange.publish.addresses import choosing_address, version_address
from yange.publish.assets import Asset, json_text, script_json
from yange.publish.context import SiteContext
from yange.publish.page import Heading, Page
from yange.publish.view import View

__all__ = ["CLAUSES", "choosing_link", "choosing_page", "clauses_script", "has_choosing"]

CLAUSES = "clauses.js"
_SPOKEN = (
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


def has_choosing(context: SiteContext, policy: Policy) -> bool:
    """Tell whether two texts of a policy may be compared and have no page for it."""
    if context.withholds(policy):
        return False
    held = [version for version in policy.versions if version.held]
    return any(not context.has_pair(old, new) for old, new in combinations(held, 2))


def choosing_link(view: View, policy: Policy) -> str | None:
    """Return the link to the page, ``None`` where every pair has a page of its own."""
    return view.to(choosing_address(policy.id)) if has_choosing(view.context, policy) else None


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
        scripts=("page.js", "compare.js", "choose.js"),
    )


def _html(view: View, policy: Policy) -> str:
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
    pairs = view.context.pairs_of(policy.id)
    return view.render(
        "choosing.html",
        policy=policy,
        newest=policy.versions[-1],
        pairs=[(old, new) for old, new in pairs if old.policy == policy.id],
        texts=json_text(texts),
        spoken=json_text({key: view.words(key) for key in _SPOKEN}),
    )


def clauses_script(context: SiteContext, policy: Policy, version: Version) -> Asset:
    """Return the clauses of a text as a script, beside its page: anchor, name, words and line of each.

    A line is a number, the same in every text of the policy; ``null`` where no line is known.
    """
    threads = context.threads(policy.id)
    numbers = {id(line): number for number, line in enumerate(threads.lines)}
    clauses = []
    for unit in context.units(version.body):
        line = threads.at.get((version.key, unit.path))
        clauses.append((unit.path, unit.label, unit.text, None if line is None else numbers[id(line)]))
    body = f"yangeText({script_json(version.key)},{script_json(clauses)});\n"
    return Asset(f"{version_address(version)}{CLAUSES}", body.encode())
