"""What can be subscribed to beside the whole: the policies of a place, of an issuer, of a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from yange.model import Policy
from yange.publish.addresses import FEEDS, list_address
from yange.publish.context import SiteContext

__all__ = ["FeedGroup", "groups"]


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Some policies, the folder of their feeds and calendar (without language), and what they have in common.

    ``name`` is empty for the place that is not known. A place always has a feed of corrections, the others where
    there are some.
    """

    folder: str
    name: str
    policies: Sequence[Policy]
    corrections: bool = False


def groups(context: SiteContext) -> Sequence[FeedGroup]:
    """Return the groups: each folder of policies as a place, each issuer, each kind."""
    return context.once("feed-groups", lambda: [*_places(context), *_named(context)])


def _places(context: SiteContext) -> Iterator[FeedGroup]:
    for folder, held in groupby(context.library.policies, key=lambda policy: policy.id.split("/")[0]):
        policies = tuple(held)
        yield FeedGroup(f"{FEEDS}{folder}/", policies[0].place, policies, corrections=True)


def _named(context: SiteContext) -> Iterator[FeedGroup]:
    """Yield a group for each address: names that differ in points alone share one, under the first of them."""
    names: dict[str, str] = {}
    found: dict[str, list[Policy]] = {}
    for policy in context.library.policies:
        issuers = dict.fromkeys(issuer for version in policy.versions for issuer in version.issuer)
        entries = [("issuer", issuer) for issuer in issuers] + ([("kind", policy.kind)] if policy.kind else [])
        for way, name in entries:
            folder = f"{FEEDS}{list_address(way, name)}"
            names.setdefault(folder, name)
            known = found.setdefault(folder, [])
            if not known or known[-1] is not policy:
                known.append(policy)
    yield from (FeedGroup(folder, names[folder], policies) for folder, policies in found.items())
