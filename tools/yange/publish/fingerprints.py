"""What pages and files are made from, as one hash: where it is the same, they are the same.

A page shows its own policy and those one step away from it: policies that it names, that name it, that act on it
or that it acts on. Of each the whole record counts, with its events, and the day since when all of them are as they
are (:mod:`yange.publish.facts.settled_days`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from yange.citations import PolicyIndex
from yange.law import law_of
from yange.model import Library, Policy, Version
from yange.publish.context import SiteContext
from yange.statements import quoted

__all__ = ["facts_basis", "fingerprints", "known_bases", "library_basis", "near", "since"]


def fingerprints(context: SiteContext) -> Mapping[str, str]:
    """Return the hash of what each policy's pages are made from, by its id."""
    own = {policy.id: _own(context, policy) for policy in context.library.policies}
    return {
        name: _hash([digest, *(own[other] for other in sorted(near(context, name)) if other != name)])
        for name, digest in own.items()
    }


def known_bases(context: SiteContext) -> Mapping[str, object]:
    """Return what was found out for the bases of all pages, by the name under which another context takes it over."""
    return {
        "near": context.once("near", lambda: _near(context)),
        "fingerprints": context.once("fingerprints", lambda: fingerprints(context)),
    }


def near(context: SiteContext, policy_id: str) -> frozenset[str]:
    """Return the ids of a policy and of those one step away from it."""
    found = context.once("near", lambda: _near(context))
    return frozenset({policy_id, *found.get(policy_id, ())})


def since(context: SiteContext, *policies: str) -> SiteContext:
    """Return the context of pages about some policies: as of the day since when nothing has changed on them."""
    shown = sorted(set(policies))
    names = frozenset(name for policy in shown for name in near(context, policy))
    return context.since(context.days.first(names))


def library_basis(library: Library) -> str:
    """Return the hash of all that the library holds."""
    return _hash([repr(policy) for policy in library.policies])


def facts_basis(library: Library) -> str:
    """Return the hash of all that the library holds but the words of its texts: events and statuses follow."""
    return _hash(
        [repr(replace(policy, versions=tuple(map(_wordless, policy.versions)))) for policy in library.policies]
    )


def _wordless(version: Version) -> Version:
    return replace(version, body="")


def _own(context: SiteContext, policy: Policy) -> str:
    events = context.timeline.events(policy.id)
    lines = repr([version.body_line for version in policy.versions]) if context.settings.editor else ""
    outs = [context.timeline.outs(version) for version in policy.versions]
    originals = context.originals.basis(policy)
    return _hash([repr(policy), lines, repr(events), repr(outs) if any(outs) else "", originals])


def _near(context: SiteContext) -> Mapping[str, set[str]]:
    """Return, for each policy, those one step away, both ways."""
    library, timeline = context.library, context.timeline
    index = PolicyIndex(library)
    found: defaultdict[str, set[str]] = defaultdict(set)

    def join(one: str, other: str) -> None:
        found[one].add(other)
        found[other].add(one)

    for policy in library.policies:
        for version in policy.versions:
            law = law_of(version.body, version.language)
            for name in quoted(version.body, law) if version.held else ():
                meant = index.find(name.title, name.number, policy.place)
                if meant is not None:
                    join(policy.id, meant.policy.id)
            for _, effect in version.acts:
                target = context.policies.get(effect.policy) if effect.policy else None
                if target is not None:
                    join(policy.id, target.id)
    for event in timeline.events():
        if event.by_policy is not None:
            join(event.policy, event.by_policy)
    for old, new in (*timeline.superseding_pairs(), *context.pairs.all()):
        join(old.policy, new.policy)
    return dict(found)


def _hash(parts: list[str]) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
