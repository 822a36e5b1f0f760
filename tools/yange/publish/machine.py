"""The machine side of pages: gives a finished page its further head and the files that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from yange.model import Policy, Version
from yange.publish.addresses import compare_address, policy_address, version_address
from yange.publish.assets import Asset
from yange.publish.calendar import calendars, policy_calendar
from yange.publish.context import Context
from yange.publish.data import comparison_data, dump, policy_data, version_data
from yange.publish.feeds import feeds, policy_feeds
from yange.publish.jsonld import comparison_head, policy_head, version_head
from yange.publish.page import Page
from yange.publish.redirects import redirects
from yange.publish.search import search_files

__all__ = ["machine_files", "with_comparison", "with_policy", "with_version"]


def with_policy(context: Context, page: Page, policy: Policy) -> Page:
    """Return a policy's page with its head and files."""
    view = context.view(page.language, policy_address(policy.id))

    def files() -> Iterator[Asset]:
        yield policy_data(context, policy)
        yield from policy_feeds(context, policy)
        yield policy_calendar(context, policy)

    return replace(
        page, head=lambda: policy_head(view, policy), companions=files if _first(context, page) else None
    )


def with_version(context: Context, page: Page, policy: Policy, version: Version) -> Page:
    """Return a text's page with its head and files."""
    view = context.view(page.language, version_address(version))

    def files() -> Iterator[Asset]:
        yield version_data(context, policy, version)

    head = lambda: version_head(view, policy, version)  # noqa: E731 - one of two such values
    return replace(page, head=head, companions=files if _first(context, page) else None)


def with_comparison(context: Context, page: Page, old: Version, new: Version) -> Page:
    """Return a comparison's page with its head and files."""
    address = compare_address(old, new)
    view = context.view(page.language, address)

    def files() -> Iterator[Asset]:
        yield comparison_data(context, old, new)

    return replace(
        page, head=lambda: comparison_head(view, address), companions=files if _first(context, page) else None
    )


def machine_files(context: Context) -> Iterator[Asset]:
    """Yield every file of the site that stands beside no page."""
    yield from search_files(context)
    yield from dump(context)
    yield from feeds(context)
    yield from calendars(context)
    yield from redirects(context)


def _first(context: Context, page: Page) -> bool:
    return page.language == context.settings.languages[0]
