"""The citation graph around a policy: what it cites and what cites it, by policy and clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yange.model import Policy
from yange.publish.context import SiteView
from yange.publish.facts.citation_links import CitationLink

__all__ = ["Citing", "cited_by", "cites"]


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
