"""The citation graph around a policy: what it cites and what cites it, and under what it was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yange.model import Policy, Version
from yange.publish.context import SiteView
from yange.publish.facts.citation_links import CitationLink
from yange.publish.facts.foundations import Foundation, foundations

__all__ = ["Citing", "MadeUnder", "cited_by", "cites", "made_under", "made_under_it"]


@dataclass(frozen=True, slots=True)
class Citing:
    """A policy cited, or citing, with the clauses that cite: their names and links."""

    policy: Policy
    clauses: list[tuple[str, str]]


def cites(view: SiteView, policy: Policy) -> list[Citing]:
    """Return the policies that this one cites, with its own clauses that do."""
    links = view.context.references.cites(policy.id)
    return _gathered(view, ((link.policy, link) for link in links))


def cited_by(view: SiteView, policy: Policy) -> list[Citing]:
    """Return the policies that cite this one, with their clauses that do."""
    links = view.context.references.cited_by(policy.id)
    return _gathered(view, ((view.context.policies[link.citing.policy], link) for link in links))


def _gathered(view: SiteView, links: Iterable[tuple[Policy, CitationLink]]) -> list[Citing]:
    found: dict[str, Citing] = {}
    for policy, link in links:
        one = found.setdefault(policy.id, Citing(policy, []))
        clause = (_name(link), view.to_version(link.citing, link.at))
        if clause[0] and clause not in one.clauses:
            one.clauses.append(clause)
    return list(found.values())


def _name(link: CitationLink) -> str:
    if link.called is None:
        return ""
    return link.called.own


@dataclass(frozen=True, slots=True)
class MadeUnder:
    """An instrument under which another was made: the title, the policy if it is held, and where a text says so.

    ``implements`` is set if the one made under it is, by its title, the rules that carry it out.
    """

    title: str
    policy: Policy | None
    clause: str
    address: str
    implements: bool


def made_under(view: SiteView, policy: Policy) -> list[MadeUnder]:
    """Return the instruments under which a policy's last held text says it was made."""
    return [
        MadeUnder(one.title, meant, _clause(view, text, one), view.to_version(text, one.path), one.implements)
        for text, one, meant in _foundations(view, policy)
    ]


def made_under_it(view: SiteView, policy: Policy) -> list[MadeUnder]:
    """Return the policies that say, in their last held text, that they were made under this one."""
    links = view.context.references.cited_by(policy.id)
    citing = {link.citing.policy: view.context.policies[link.citing.policy] for link in links}
    return [
        MadeUnder(other.title, other, _clause(view, text, one), view.to_version(text, one.path), one.implements)
        for other in citing.values()
        for text, one, meant in _foundations(view, other)
        if meant is not None and meant.id == policy.id
    ]


def _foundations(view: SiteView, policy: Policy) -> list[tuple[Version, Foundation, Policy | None]]:
    context = view.context

    def made() -> list[tuple[Version, Foundation, Policy | None]]:
        held = [version for version in policy.versions if version.held]
        if not held or context.withholds(policy):
            return []
        found = foundations(held[-1], context.parsed(held[-1].body))
        return [(held[-1], one, context.references.meant(one.title, one.number, policy.place)) for one in found]

    return context.once(f"made under {policy.id}", made)


def _clause(view: SiteView, text: Version, one: Foundation) -> str:
    called = view.context.called(text.body).get(one.path)
    return called.own if called is not None else ""
