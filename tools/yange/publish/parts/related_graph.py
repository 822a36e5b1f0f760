"""The instruments around a policy as a drawing: one below the other in order of time, joined by arcs.

The instruments are a list that is read without the drawing. An arc leads from the instrument that acts to the one it
acts on or cites; where it does both, from the stronger of the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from yange.model import EventKind, Policy
from yange.publish.context import SiteView
from yange.timeline.line import made

__all__ = ["Arc", "Graph", "Node", "arcs", "graph"]

ROW = 36
"""The height of a row in pixels, in the style sheet too."""
_WIDTH = 72
_DOT = _WIDTH - 10
_NEAREST, _STEP = 16, 9
_MOST = 20
_KINDS = ("repeals", "acts", "cites")
"""What one instrument does to another, the strongest first."""
Edges = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from one row to another, with its head: both as paths of SVG; ``own`` where it meets the policy itself."""

    kind: str
    line: str
    head: str
    own: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A row: an instrument, its first day, and its relations to the policy as keys of words; none for the policy."""

    policy: Policy
    day: date | None
    relations: tuple[str, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing: rows in order of time, arcs, and how many instruments it leaves out."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    kinds: tuple[str, ...]
    left_out: int
    width: int = _WIDTH
    dot: int = _DOT

    @property
    def height(self) -> int:
        """The height in pixels."""
        return len(self.nodes) * ROW


def graph(view: SiteView, policy: Policy) -> Graph | None:
    """Return the drawing of the instruments related to a policy; ``None`` if there are fewer than two."""
    own = _strongest(_edges(view, policy))
    around = {name for pair in own for name in pair} - {policy.id}
    if len(around) < 2:
        return None
    kept = sorted(around, key=lambda name: (_rank(own, policy.id, name), name))[:_MOST]
    policies = {name: view.context.policies[name] for name in (policy.id, *kept)}
    further = (_edges(view, other) for other in policies.values())
    edges = _strongest(edge for edge in chain.from_iterable(further) if {edge[0], edge[1]} <= set(policies))
    order = sorted(policies, key=lambda name: (_first_day(policies[name]) or date.max, name))
    nodes = tuple(
        Node(policies[name], _first_day(policies[name]), _relations(own, policy.id, name), _y(n))
        for n, name in enumerate(order)
    )
    drawn = tuple(arcs(order, edges, policy.id))
    kinds = tuple(kind for kind in _KINDS if any(arc.kind == kind for arc in drawn))
    return Graph(nodes, drawn, kinds, len(around) - len(kept))


def arcs(order: Sequence[str], edges: Edges, own: str) -> Iterator[Arc]:
    """Place the edges between rows, long ones farther out; those of ``own`` come last, on top."""
    places = {name: n for n, name in enumerate(order)}
    for actor, target in sorted(edges, key=lambda pair: (own in pair, places[pair[0]], places[pair[1]])):
        start, end = _y(places[actor]), _y(places[target])
        out = _DOT - min(_NEAREST + _STEP * abs(places[actor] - places[target]), _DOT + 8)
        line = f"M{_DOT - 4} {start}C{out} {start} {out} {end} {_DOT - 6} {end}"
        yield Arc(
            edges[actor, target],
            line,
            f"M{_DOT - 11} {end - 4}L{_DOT - 4} {end}L{_DOT - 11} {end + 4}z",
            own in (actor, target),
        )


def _y(row: int) -> int:
    return row * ROW + ROW // 2


def _edges(view: SiteView, policy: Policy) -> Iterator[tuple[str, str, str]]:
    """Yield what a policy does to others and others to it: who, to whom, what."""
    context = view.context
    for event in (*context.acts_of(policy.id), *context.timeline.events(policy.id)):
        actor = event.by_policy
        if actor in context.policies and actor != event.policy and event.policy in context.policies:
            whole = event.kind is EventKind.REPEAL and not event.clauses
            yield context.policies[actor].id, event.policy, "repeals" if whole else "acts"
    for link in context.references.cites(policy.id):
        yield policy.id, link.policy.id, "cites"
    for link in context.references.cited_by(policy.id):
        yield link.citing.policy, policy.id, "cites"


def _strongest(edges: Iterable[tuple[str, str, str]]) -> Edges:
    found: dict[tuple[str, str], str] = {}
    for actor, target, kind in edges:
        known = found.get((actor, target), _KINDS[-1])
        found[actor, target] = min(known, kind, key=_KINDS.index)
    return found


def _rank(edges: Edges, own: str, other: str) -> int:
    kinds = (edges.get(pair) for pair in ((own, other), (other, own)))
    return min(_KINDS.index(kind) for kind in kinds if kind is not None)


def _relations(edges: Edges, own: str, other: str) -> tuple[str, ...]:
    """Return the relations of an instrument to the policy: what it does to it, what is done to it."""
    active, passive = edges.get((other, own)), edges.get((own, other))
    return (*((f"graph.{active}",) if active else ()), *((f"graph.{passive}.passive",) if passive else ()))


def _first_day(policy: Policy) -> date | None:
    days = [day for version in policy.versions if (day := version.effective or made(version)) is not None]
    return min(days, default=None)
