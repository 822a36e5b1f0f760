"""Addresses that moved: former ids of policies and days that were recorded wrongly lead to the page that stands now.

Each is a page of its own, for hosts that know no redirects: it leads on without scripts, and with them the place within
the page is kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from yange.model import Policy
from yange.publish.addresses import compare_address, relative
from yange.publish.assets import Asset
from yange.publish.context import Context
from yange.publish.former import was_called
from yange.publish.safety import policy as security_policy

__all__ = ["moved", "redirects"]


def redirects(context: Context) -> Iterator[Asset]:
    """Yield a page for every address that moved, in every language."""
    for language in context.settings.languages:
        for old, new in moved(context):
            yield _page(context, language, old, new)


def moved(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the old and the new address, without language, of all that moved; an address in use is never given away."""
    taken = {policy.id for policy in context.library.policies}
    for policy in context.library.policies:
        pages = dict(_pages(context, policy))
        for former in policy.was:
            if former not in taken:
                taken.add(former)
                yield from ((f"{former}/{tail}", f"{policy.id}/{new}") for tail, new in pages.items())
        yield from ((f"{policy.id}/{tail}", f"{policy.id}/{new}") for tail, new in pages.items() if tail != new)


def _pages(context: Context, policy: Policy) -> Iterator[tuple[str, str]]:
    """Yield what stands, or stood, below a policy's address, with what stands there now."""
    yield "", ""
    for version in policy.versions:
        yield f"{version.key}/", f"{version.key}/"
    for old, new in context.pairs_of(policy.id):
        tail = compare_address(old, new).removeprefix(f"{policy.id}/")
        yield tail, tail
    keys = {version.key for version in policy.versions}
    for version in policy.versions:
        for correction in version.corrections:
            day = was_called(correction.was) if correction.field == "effective" else None
            if day is not None and day not in keys:
                keys.add(day)
                yield f"{day}/", f"{version.key}/"


def _page(context: Context, language: str, old: str, new: str) -> Asset:
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
