"""Cited numbers: following a renumbering through the citations of a text to its own articles.

A text that moves its 第十二条 to 第十四条 also changes every 第十二条 it cites. Such a change follows from another
and is no new rule; and before it is known, it hides that two clauses are the same. How numbers are cited is the law's
to say (:mod:`yange.law.aspects.cited_numbers`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from yange.compare.match.pairs import Link
from yange.compare.match.series import SUPPLEMENT, annex_of, article_number, supplement_before
from yange.compare.text.dictionary import readers
from yange.compare.text.units import Unit
from yange.law import Grammar, Law
from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber
from yange.model import ClauseKind

__all__ = ["ArticleMap", "annex_maps", "article_map", "covered_articles", "follow", "is_own", "own_citations"]

ArticleMap = Mapping[tuple[int, ...], tuple[int, ...]]
"""Old number → new number of an article (``(12, 1)`` is 第十二条之一 or Article 12A), an annex (``(0, 2)``) or an
article of a supplement (``(-1, 2)``)."""

_JOINT = 3  # at most so many characters join two numbers of a list: 和, 及び
_WIDEST = 500
"""Articles of a range that are listed one by one; the longest codes cite no more in one sentence."""


def article_map(
    old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link], law: Law, sure: float = 0.5
) -> ArticleMap:
    """Return which number became which, of articles and annexes, from the pairs with at least ``sure`` similarity.

    A number of one series never becomes one of another. Where two supplements have the same numbers, a citation does
    not say which is meant, and they are left out.
    """
    mapping: dict[tuple[int, ...], tuple[int, ...]] = {}
    unsaid: set[tuple[int, ...]] = set()
    for link in links:
        was, now = _citable(old[link.old], law), _citable(new[link.new], law)
        if was and now and min(was[0], 1) == min(now[0], 1) and link.likeness >= sure:
            if was[0] == SUPPLEMENT and mapping.get(was, now) != now:
                unsaid.add(was)
            mapping[was] = now
    return {was: now for was, now in mapping.items() if was not in unsaid}


def annex_maps(
    old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link], law: Law, sure: float = 0.5
) -> Mapping[str, ArticleMap]:
    """Return the same for the articles of each annex with numbers of its own, by the annex's old path."""
    found: defaultdict[str, dict[tuple[int, ...], tuple[int, ...]]] = defaultdict(dict)
    for unit in old:
        if annex := annex_of(unit, law):
            found[annex] = {}
    for link in links:
        was, now = old[link.old], new[link.new]
        if (annex := annex_of(was, law)) and annex_of(now, law) and was.number and now.number and link.likeness >= sure:
            found[annex][was.number.value] = now.number.value
    return found


def _citable(unit: Unit, law: Law) -> tuple[int, ...]:
    """Return the number under which a unit is cited; empty for what has none."""
    if unit.kind is ClauseKind.ARTICLE:
        return article_number(unit, law)
    if unit.kind is ClauseKind.ANNEX:
        first = next(iter(_cited(unit.label, law)), None)
        return first[1].value if first is not None and first[1].start == 0 else ()
    return ()


def is_own(key: str, start: int, law: Law) -> bool:
    """Return whether the citation at ``start`` points into its own text and not into another instrument."""
    named = supplement_before(key, start, law)  # whose a supplement is, the words before its name say
    owners = {grammar.cited_numbers.owner(key, start if named is None else named) for grammar in law}
    return Owner.OWN in owners or Owner.OTHER not in owners


@lru_cache(maxsize=8192)
def _cited(key: str, law: Law) -> tuple[tuple[Grammar, CitedNumber], ...]:
    """Return every number that a match key cites, in order, whose ever it is, with the pack that reads it.

    Where two packs read the same characters, the one that comes first in the law counts.
    """
    found: list[tuple[Grammar, CitedNumber]] = []
    for grammar in readers(law, key):
        further = [(grammar, one) for one in grammar.cited_numbers.cited(key)]
        taken = {offset for _, one in found for offset in range(one.start, one.end)} if found and further else set()
        found += [each for each in further if taken.isdisjoint(range(each[1].start, each[1].end))]
    return tuple(_in_series(key, sorted(found, key=lambda each: each[1].start), law))


def _in_series(
    key: str, found: Sequence[tuple[Grammar, CitedNumber]], law: Law
) -> Iterator[tuple[Grammar, CitedNumber]]:
    """Yield cited numbers, those of a supplement marked as such: 附則第二条, and the others of one list with it."""
    end, within = -1, False
    for grammar, one in found:
        within = supplement_before(key, one.start, law) is not None or (within and one.start - end <= _JOINT)
        end = one.end
        marked = within and one.value[0] > 0
        yield grammar, replace(one, value=(SUPPLEMENT, *one.value)) if marked else one


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
        same = before is not None and (before.value[0] == SUPPLEMENT) is (one.value[0] == SUPPLEMENT)
        if before is not None and same and _is_range(key[before.end : one.start].strip(), law):
            mark = one.value[:1] if one.value[0] == SUPPLEMENT else ()
            first, last = before.value[len(mark)], one.value[len(mark)]
            found |= {(*mark, number) for number in range(first, min(last, first + _WIDEST) + 1)}
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
    if key[end : end + 1] == "." and key[end + 1 : end + 2].isdigit():
        key = key[:end]  # Article 5. 2. The court … is no Article 5.2 in a key: the label is none of its number
    pieces, at, cited = [], start, _cited(key, law)
    # a long clause is rewritten citation by citation: each time only those of the part are looked at
    for grammar, one in islice(cited, bisect_left(cited, start, key=lambda each: each[1].start), None):
        if one.start >= end:
            break
        if one.end > end or one.value not in mapping or not is_own(key, one.start, law):
            continue
        value = mapping[one.value]
        value = value[1:] if value[0] == SUPPLEMENT else value
        written = grammar.cited_numbers.written(key[one.start : one.end], value)
        pieces += [key[at : one.start], written]
        at = one.end
    return "".join([*pieces, key[at:end]]) if pieces else key[start:end]
