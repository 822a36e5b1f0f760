"""Cited numbers: following a renumbering through the citations of a text to its own articles.

A text that moves its 第十二条 to 第十四条 also changes every 第十二条 it cites. Such a change follows from another
and is no new rule; and before it is known, it hides that two clauses are the same. How numbers are cited is the law's
to say (:mod:`yange.law.aspects.cited_numbers`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice

from yange.compare.match.pairs import Link
from yange.compare.text.units import Unit
from yange.law import Grammar, Law
from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber
from yange.model import ClauseKind

__all__ = ["ArticleMap", "article_map", "covered_articles", "follow", "is_own", "own_citations"]

ArticleMap = Mapping[tuple[int, ...], tuple[int, ...]]
"""Old number → new number of an article (``(12, 1)`` is 第十二条之一 or Article 12A) or an annex (``(0, 2)``)."""

_WIDEST = 500
"""Articles of a range that are listed one by one; the longest codes cite no more in one sentence."""


def article_map(
    old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link], law: Law, sure: float = 0.5
) -> ArticleMap:
    """Return which number became which, of articles and annexes, from the pairs with at least ``sure`` similarity."""
    mapping = {}
    for link in links:
        was, now = _citable(old[link.old], law), _citable(new[link.new], law)
        if was and now and bool(was[0]) is bool(now[0]) and link.likeness >= sure:
            mapping[was] = now
    return mapping


def _citable(unit: Unit, law: Law) -> tuple[int, ...]:
    """Return the number under which a unit is cited; empty for what has none."""
    if unit.kind is ClauseKind.ARTICLE and unit.number:
        return unit.number.value
    if unit.kind is ClauseKind.ANNEX:
        first = next(iter(_cited(unit.label, law)), None)
        return first[1].value if first is not None and first[1].start == 0 else ()
    return ()


def is_own(key: str, start: int, law: Law) -> bool:
    """Return whether the citation at ``start`` points into its own text and not into another instrument."""
    owners = {grammar.cited_numbers.owner(key, start) for grammar in law}
    return Owner.OWN in owners or Owner.OTHER not in owners


@lru_cache(maxsize=8192)
def _cited(key: str, law: Law) -> tuple[tuple[Grammar, CitedNumber], ...]:
    """Return every number that a match key cites, in order, whose ever it is, with the pack that reads it.

    Where two packs read the same characters, the one that comes first in the law counts.
    """
    found: list[tuple[Grammar, CitedNumber]] = []
    for grammar in law:
        further = [(grammar, one) for one in grammar.cited_numbers.cited(key)]
        taken = {offset for _, one in found for offset in range(one.start, one.end)} if found and further else set()
        found += [each for each in further if taken.isdisjoint(range(each[1].start, each[1].end))]
    return tuple(sorted(found, key=lambda each: each[1].start))


@lru_cache(maxsize=4096)
def own_citations(key: str, law: Law) -> Sequence[tuple[str, tuple[int, ...]]]:
    """Return the citations of the text's own articles in a match key, in order: how each is called, and its number."""
    return [(one.label, one.value) for _, one in _cited(key, law) if one.value[0] and is_own(key, one.start, law)]


@lru_cache(maxsize=4096)
def covered_articles(key: str, law: Law) -> frozenset[tuple[int, ...]]:
    """Return the numbers of the text's own articles that a match key cites, one by one or within a range."""
    found: set[tuple[int, ...]] = set()
    before: CitedNumber | None = None
    for _, one in _cited(key, law):
        if not one.value[0] or not is_own(key, one.start, law):
            continue
        if before is not None and _is_range(key[before.end : one.start].strip(), law):
            first = before.value[0]
            found |= {(number,) for number in range(first, min(one.value[0], first + _WIDEST) + 1)}
        found.add(one.value)
        before = one
    return frozenset(found)


def _is_range(between: str, law: Law) -> bool:
    return any(grammar.cited_numbers.is_range(between) for grammar in law)


def follow(key: str, mapping: ArticleMap, law: Law, start: int = 0, end: int | None = None) -> str:
    """Rewrite the citations of its own articles and annexes in ``key[start:end]`` as the new text would print them.

    What is before a citation, in the whole key, says whether it points into the same text, and whether a number is in a
    list of articles.
    """
    end = len(key) if end is None else end
    pieces, at, cited = [], start, _cited(key, law)
    # a long clause is rewritten citation by citation: each time only those of the part are looked at
    for grammar, one in islice(cited, bisect_left(cited, start, key=lambda each: each[1].start), None):
        if one.start >= end:
            break
        if one.end > end or one.value not in mapping or not is_own(key, one.start, law):
            continue
        written = grammar.cited_numbers.written(key[one.start : one.end], mapping[one.value])
        pieces += [key[at : one.start], written]
        at = one.end
    return "".join([*pieces, key[at:end]]) if pieces else key[start:end]
