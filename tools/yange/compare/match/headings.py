"""Chapters, sections and the frame of a text (title, caption, covering notice), paired as units of their own.

A chapter keeps its identity by its name and by the clauses that stayed in it, so that a clause that stays in a
renamed chapter has not moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from yange.compare.match.pairs import Link
from yange.compare.match.similarity import Similarity
from yange.compare.text.units import Role, Unit
from yange.compare.weights import WEIGHTS
from yange.model import ClauseKind

__all__ = ["MOST_HEADINGS", "heading_pairs"]

MOST_HEADINGS = 40_000
"""Pairs of headings that are all compared with each other: two hundred a side, more than most codes of law have."""
_NEAR = 3


def heading_pairs(
    old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link], likeness: Similarity
) -> tuple[Link, ...]:
    """Return the pairs of headings and frame units, from the pairs of clauses found before."""
    return (*_frame(old, new, likeness), *_headings(old, new, links, likeness))


def _frame(old: Sequence[Unit], new: Sequence[Unit], likeness: Similarity) -> list[Link]:
    """Pair title with title, caption with caption, notice with notice, whatever they say."""
    links = []
    for kind in sorted({unit.kind for unit in old if unit.role is Role.FRAME}):
        olds = [unit for unit in old if unit.role is Role.FRAME and unit.kind is kind]
        news = [unit for unit in new if unit.role is Role.FRAME and unit.kind is kind]
        for was, now in zip(olds, news, strict=False):
            links.append(Link(was.index, now.index, likeness.dice(was.key.text, now.key.text)))
    return links


def _headings(old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link], likeness: Similarity) -> list[Link]:
    olds = [unit for unit in old if unit.role is Role.HEADING]
    news = [unit for unit in new if unit.role is Role.HEADING]
    shared: Counter[tuple[str, str]] = Counter()
    mass_old: Counter[str] = Counter()
    mass_new: Counter[str] = Counter()
    for link in links:
        was, now = old[link.old], new[link.new]
        shared[was.within, now.within] += len(was.key) + len(now.key)
        mass_old[was.within] += len(was.key) + len(now.key)
        mass_new[now.within] += len(was.key) + len(now.key)
    scores = {}
    for was, now in _comparable(olds, news, shared):
        whole = mass_old[was.path] + mass_new[now.path]
        kept = 2 * shared[was.path, now.path] / whole if whole else 0.0
        value = (likeness.dice(was.key.text, now.key.text) + kept) / 2
        if value >= WEIGHTS.alignment.heading:
            scores[was.index, now.index] = value
    return _greedy(scores)


def _comparable(
    olds: Sequence[Unit], news: Sequence[Unit], shared: Mapping[tuple[str, str], int]
) -> Iterator[tuple[Unit, Unit]]:
    """Yield the headings of one kind to compare: all pairs, or a few for each where there are very many.

    Beyond ``MOST_HEADINGS`` pairs they are those that share clauses, and those of the same words near in order.
    """
    if len(olds) * len(news) <= MOST_HEADINGS:
        yield from ((was, now) for was in olds for now in news if was.kind is now.kind)
        return
    by_path = {unit.path: unit for unit in news}
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in shared:
        homes[one].append(other)
    words: defaultdict[tuple[ClauseKind, str], list[Unit]] = defaultdict(list)
    for now in news:
        words[now.kind, now.key.text].append(now)
    seen: Counter[tuple[ClauseKind, str]] = Counter()
    for was in olds:
        key = was.kind, was.key.text
        near = words[key][max(0, seen[key] - _NEAR) : seen[key] + _NEAR + 1]
        seen[key] += 1
        there = {now.index: now for now in near}
        there |= {by_path[path].index: by_path[path] for path in homes[was.path] if path in by_path}
        yield from ((was, now) for now in there.values() if was.kind is now.kind)


def _greedy(scores: dict[tuple[int, int], float]) -> list[Link]:
    links: list[Link] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for (a, b), value in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if a not in taken_old and b not in taken_new:
            links.append(Link(a, b, value))
            taken_old.add(a)
            taken_new.add(b)
    return links
