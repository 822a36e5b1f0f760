"""The page on which any two texts of the site are compared, and the list of the pairs that have a page of their own.

A pair without a page is compared in the browser, simply, and the page says so. Clauses are loaded as scripts, so that
it works from the file system too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yange.model import Policy, Version
from yange.publish.addresses import COMPARE, TEXTS, compared_address, relative
from yange.publish.assets import json_text
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.day_statuses import POLICIES_A_FILE
from yange.publish.page import Heading, Page
from yange.publish.pages.choose_two import SPOKEN

__all__ = ["compare_any_pages"]

_AT_ONCE = 100
"""How many policies with pairs are listed on a page."""
_OWN = 8
"""How many pairs of one policy are listed; its page has all."""
_WORDS = (*SPOKEN, "any.found", "any.far", "any.command", "version.undated", "home.none")


def compare_any_pages(context: SiteContext, language: str) -> Iterator[Page]:
    """Yield the page, and those that go on with the list of pairs."""
    found = [(policy, pairs) for policy in context.library.policies if (pairs := context.pairs.of(policy.id))]
    count = max(1, -(-len(found) // _AT_ONCE))
    for number in range(1, count + 1):
        yield _page(context, language, found[(number - 1) * _AT_ONCE : number * _AT_ONCE], number, count)


def _page(
    context: SiteContext,
    language: str,
    found: Sequence[tuple[Policy, Sequence[tuple[Version, Version]]]],
    number: int,
    count: int,
) -> Page:
    address = compared_address(number)
    view = context.view(language, address)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=words("any.title"),
        description=words("any.words"),
        html=lambda: _html(view, found, number, count),
        contents=(Heading(words("any.title"), "top"), Heading(words("any.pages"), "pages")),
        alternates=context.addresses.alternates(language, address),
        scripts=("page.js", "simple.js", "parts.js", "any.js") if number == 1 else ("page.js",),
    )


def _html(
    view: SiteView, found: Sequence[tuple[Policy, Sequence[tuple[Version, Version]]]], number: int, count: int
) -> str:
    policies = view.context.policies
    listed = [
        (policy, [(old, new, policies[old.policy] if old.policy != policy.id else None) for old, new in pairs[:_OWN]],
         len(pairs) - _OWN)
        for policy, pairs in found
    ]  # fmt: skip
    return view.render(
        "compare_any.html",
        listed=listed,
        number=number,
        pages=[view.to(compared_address(n)) for n in range(1, count + 1)],
        to_first=view.to(COMPARE),
        folder=relative(view.origin, TEXTS),
        root=view.to(""),
        files=view.to_file("index.html").removesuffix("index.html"),
        count=-(-len(view.context.library.policies) // POLICIES_A_FILE),
        spoken=json_text({key: view.words(key) for key in _WORDS}),
    )
