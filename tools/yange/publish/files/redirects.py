"""Addresses that moved lead to the page of today (:mod:`~yange.publish.files.former_addresses` says which).

Each page has one of its own at its former address, for hosts that know no redirects: it leads on without scripts, and
with them the place within the page is kept. Files beside pages cannot lead on: for them, and for hosts that can do
better, there are rules, in ``_redirects`` (the form of Netlify and Cloudflare Pages) and for nginx.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from yange.publish.addresses import relative
from yange.publish.assets import Asset
from yange.publish.context import SiteContext
from yange.publish.csp import policy as security_policy
from yange.publish.files.former_addresses import moved

__all__ = ["redirects", "rules"]


def redirects(context: SiteContext) -> Iterator[Asset]:
    """Yield a page for every address that moved, in every language, and the rules for servers."""
    found = list(moved(context))
    for language in context.settings.languages:
        for old, new in found:
            yield _page(context, language, old, new)
    of = context.addresses.of
    whole = [(of(language, old), of(language, new)) for language in context.settings.languages for old, new in found]
    root = urlsplit(context.settings.address or "/").path.rstrip("/") + "/"
    yield from _rule_files(rules(whole), root)


def rules(found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the fewest pairs of folders that move every page to its new address, and with it all that is below it.

    Deeper addresses come first: the first rule that matches is used.

    Args:
        found: old and new address of each page that moved.

    """
    kept: dict[str, str] = {}
    for old, new in sorted(found, key=lambda pair: (pair[0].count("/"), pair)):
        steps = old.split("/")[:-1]
        above = ("/".join(steps[:n]) + "/" for n in range(len(steps) - 1, 0, -1))
        nearest = next((folder for folder in above if folder in kept), None)
        if nearest is None or new != kept[nearest] + old.removeprefix(nearest):
            kept[old] = new
    return sorted(kept.items(), key=lambda pair: (-pair[0].count("/"), pair))


def _rule_files(found: list[tuple[str, str]], root: str) -> Iterator[Asset]:
    star = "".join(f"{quote(root + old)}* {quote(root + new)}:splat 301\n" for old, new in found)
    yield Asset("_redirects", f"# What moved, with all that stands below it.\n{star}".encode())
    nginx = "".join(f'rewrite "^{re.escape(root + old)}(.*)$" "{root}{new}$1" permanent;\n' for old, new in found)
    yield Asset("redirects.nginx.conf", f"# What moved, for a server block.\n{nginx}".encode())


def _page(context: SiteContext, language: str, old: str, new: str) -> Asset:
    origin, target = context.addresses.of(language, old), context.addresses.of(language, new)
    address = context.settings.address
    canonical = f"{address.rstrip('/')}/{relative('', target).removeprefix('./')}" if address else None
    view = context.view(language, old)
    html = view.render(
        "moved.html",
        to=relative(origin, target),
        script=f"{relative(origin, 'assets/')}moved.js",
        canonical=canonical,
        security=security_policy(()),
    )
    return Asset(f"{origin}index.html", html.encode())
