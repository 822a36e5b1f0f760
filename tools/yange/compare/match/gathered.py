"""Short clauses that went into a longer one, or came out of it, beside the one that similarity pairs with it.

Several prohibitions become the items of one list: each is contained in it, and similar to none of its sentences. The
reservation of criminal liability at the end of each penalty becomes a clause of its own: a formula, which says nothing
by its words, and everything by its being gone where it was. Both are looked for among clauses that have no partner.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yange.compare.match.boilerplate import is_catch_all, without_formulas
from yange.compare.match.pairs import Link
from yange.compare.match.similarity import Similarity
from yange.compare.match.splits import Trace
from yange.compare.text.keys import SENTENCE
from yange.compare.text.spans import equal_runs
from yange.compare.text.units import Role, Unit
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["gathered"]

_Pair = tuple[int, int]
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Half:
    """One side: its keys by the index of their units, the clauses without a partner, and the partners of the others."""

    keys: Mapping[int, str]
    bodies: Sequence[int]
    free: Sequence[int]
    partner: Mapping[int, int]


def gathered(
    old: Sequence[Unit], new: Sequence[Unit], keys_old: Mapping[int, str], keys_new: Mapping[int, str],
    links: Collection[Link], traces: Collection[Trace], likeness: Similarity, law: Law,
) -> tuple[Trace, ...]:  # fmt: skip
    """Return the traces of clauses without a partner that a longer clause of the other side contains.

    ``keys_old`` and ``keys_new`` give each unit's key by index; ``links`` and ``traces`` are the pairs found before;
    ``likeness`` is that of the keys of all body units without formulas.
    """
    pairs = {(link.old, link.new) for link in links} | {(trace.old, trace.new) for trace in traces}
    one = _half(old, keys_old, {a for a, _ in pairs}, {link.old: link.new for link in links})
    other = _half(new, keys_new, {b for _, b in pairs}, {link.new: link.old for link in links})
    found = [*_into(one, other, likeness, law), *_reserved(one, other, law)]
    back = [*_into(other, one, likeness, law), *_reserved(other, one, law)]
    found += [Trace(t.new, t.old, t.new_span, t.old_span, t.likeness) for t in back]
    return tuple(sorted(found, key=lambda t: (t.old, t.new, t.old_span, t.new_span)))


def _half(units: Sequence[Unit], keys: Mapping[int, str], taken: set[int], partner: Mapping[int, int]) -> _Half:
    bodies = [unit.index for unit in units if unit.role is Role.BODY]
    return _Half(keys, bodies, [at for at in bodies if at not in taken], partner)


def _into(one: _Half, other: _Half, likeness: Similarity, law: Law) -> Iterator[Trace]:
    """Yield the traces from free clauses of one side to the clause of the other, paired already, that contains them."""
    if not one.free:
        return
    bare = {at: without_formulas(other.keys[at], law) for at in other.bodies}
    hosts = list(bare.values())
    places = likeness.grams.index(tuple(hosts))
    here = WEIGHTS.splits
    for at in one.free:
        part = without_formulas(one.keys[at], law)
        if len(one.keys[at]) < here.length or is_catch_all(one.keys[at], law):
            continue
        held = {
            place: value
            for place in likeness.met(part, places, places.common).scores
            if (value := likeness.contained(part, hosts[place])) >= here.rival * here.contained
        }
        best = max(held, key=lambda place: (held[place], -place), default=None)
        if best is None or held[best] < here.contained or len(held) > 1:
            continue
        host = other.bodies[best]
        if host in other.partner and likeness.distinct(part, hosts[best]) >= here.distinct:
            yield from _spans(at, host, one.keys[at], other.keys[host], likeness, held[best])


def _spans(at: int, host: int, part: str, whole: str, likeness: Similarity, value: float) -> Iterator[Trace]:
    """Yield the runs of the longer clause that only the part has; the whole part is in them."""
    for _, _, start, end in equal_runs(part, whole):
        if end - start >= WEIGHTS.runs.run and likeness.distinct(part, whole[start:end]):
            yield Trace(at, host, (0, len(part)), (start, end), value)


def _reserved(one: _Half, other: _Half, law: Law) -> Iterator[Trace]:
    """Yield the traces of reservations of liability at the ends of clauses to the one clause that makes them now."""
    hosts = [at for at in other.free if is_catch_all(other.keys[at], law)]
    if len(hosts) != 1:
        return
    host = hosts[0]
    lost = [
        (at, span)
        for at in one.bodies
        if at in one.partner and not _reservation(other.keys[one.partner[at]], law)
        for span in _reservation(one.keys[at], law)[-1:]
    ]
    if len(lost) >= _SEVERAL:
        for at, span in lost:
            yield Trace(at, host, span, (0, len(other.keys[host])), WEIGHTS.splits.mutual)


_SEVERAL = 2
"""A reservation that one clause lost may have gone nowhere; nothing measured depends on more."""


def _reservation(key: str, law: Law) -> list[_Span]:
    """Return the sentences of a clause that only reserve liability."""
    return [match.span() for match in SENTENCE.finditer(key) if is_catch_all(match[0], law)]
