"""Splits and merges: what a primary pair leaves unexplained looks for a home in other clauses.

A clause has one primary partner at most. Where it was split, or took in another, the rest of its sentences stand
elsewhere. Thresholds are those measured on hand-matched revisions; each errs towards no edge, because a false edge is
worse than a missed one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from yange.compare.align import Link
from yange.compare.similarity import Similarity
from yange.compare.spans import uncovered
from yange.compare.units import Role, Unit

__all__ = ["Trace", "trace_residue"]

_LENGTH = 12
_MUTUAL = 0.40
_ONE_SIDED = 0.50
_CONTAINED = 0.70
_SHARE = 0.15
_NEAR = 0.70
_DISTINCT = 5
_VERBATIM = 0.95
_WHOLE = 20
_SENTENCE = re.compile(r"[^。;!?]+?(?:[。;!?]+|\.(?=[A-Z])|$)")


@dataclass(frozen=True, slots=True)
class Trace:
    """A run of an old unit that stands in a new unit: key offsets on both sides (half-open)."""

    old: int
    new: int
    old_span: tuple[int, int]
    new_span: tuple[int, int]
    likeness: float


@dataclass(frozen=True, slots=True)
class _Fragment:
    unit: int
    start: int
    end: int
    text: str


def trace_residue(
    old: Sequence[Unit], new: Sequence[Unit], old_keys: Mapping[int, str], new_keys: Mapping[int, str],
    links: Sequence[Link], likeness: Similarity,
) -> tuple[Trace, ...]:  # fmt: skip
    """Return the runs that found a home, for unit pairs that are not primary pairs and share enough.

    ``old_keys`` and ``new_keys`` give each unit's key by index. Units are looked at within the body and the annexes;
    headings and titles have no residue.
    """
    rest_old = {unit.index: [(0, len(old_keys[unit.index]))] for unit in old if _may(unit)}
    rest_new = {unit.index: [(0, len(new_keys[unit.index]))] for unit in new if _may(unit)}
    primary = {(link.old, link.new) for link in links}
    for a, b in primary:
        if a in rest_old and b in rest_new:
            rest_old[a], rest_new[b] = uncovered(old_keys[a], new_keys[b])
    parts_old = _fragments(rest_old, old_keys)
    parts_new = _fragments(rest_new, new_keys)
    if not parts_old or not parts_new:
        return ()
    traces = _homes(parts_old, parts_new, primary, likeness)
    return _worthwhile(traces, old_keys, new_keys)


def _may(unit: Unit) -> bool:
    return unit.role in {Role.BODY, Role.ANNEX}


def _fragments(rest: Mapping[int, list[tuple[int, int]]], keys: Mapping[int, str]) -> list[_Fragment]:
    """Cut what is left of every unit at the ends of sentences; short scraps look for no home."""
    found = []
    for index, runs in sorted(rest.items()):
        key = keys[index]
        for start, end in runs:
            for match in _SENTENCE.finditer(key, start, end):
                if match.end() - match.start() >= _LENGTH:
                    found.append(_Fragment(index, match.start(), match.end(), match[0]))
    return found


def _homes(
    olds: Sequence[_Fragment], news: Sequence[_Fragment], primary: set[tuple[int, int]], likeness: Similarity
) -> list[Trace]:
    found = likeness.candidates([part.text for part in olds], [part.text for part in news], _MUTUAL / 2)
    scores = {(a, b): value for (a, b), value in found.items() if (olds[a].unit, news[b].unit) not in primary}
    # the best home of a fragment may lie in its own partner: it then stays there
    best_old: dict[int, float] = {}
    best_new: dict[int, float] = {}
    for (a, b), value in found.items():
        best_old[a] = max(best_old.get(a, 0.0), value)
        best_new[b] = max(best_new.get(b, 0.0), value)
    crowded_old, crowded_new = _crowded(found, olds, news)
    traces = []
    for (a, b), value in sorted(scores.items()):
        if a in crowded_old or b in crowded_new:
            continue
        if not _telling(olds[a].text, news[b].text, value, likeness):
            continue
        first, second = value >= best_old[a], value >= best_new[b]
        held = first and likeness.contained(olds[a].text, news[b].text) >= _CONTAINED
        held = held or (second and likeness.contained(news[b].text, olds[a].text) >= _CONTAINED)
        if (first and second and value >= _MUTUAL) or ((first or second) and value >= _ONE_SIDED) or held:
            one, other = olds[a], news[b]
            traces.append(Trace(one.unit, other.unit, (one.start, one.end), (other.start, other.end), value))
    return traces


def _telling(one: str, other: str, value: float, likeness: Similarity) -> bool:
    """Tell whether what two runs share belongs to them alone, or they are all but the same: a formula is neither."""
    return likeness.distinct(one, other) >= _DISTINCT or (value >= _VERBATIM and len(one) >= _WHOLE)


def _crowded(
    scores: Mapping[tuple[int, int], float], olds: Sequence[_Fragment], news: Sequence[_Fragment]
) -> tuple[set[int], set[int]]:
    """Return the fragments with near-duplicates in three or more units of the other side: boilerplate."""
    near_old: defaultdict[int, set[int]] = defaultdict(set)
    near_new: defaultdict[int, set[int]] = defaultdict(set)
    for (a, b), value in scores.items():
        if value >= _NEAR:
            near_old[a].add(news[b].unit)
            near_new[b].add(olds[a].unit)
    return {a for a, units in near_old.items() if len(units) >= 3}, {
        b for b, units in near_new.items() if len(units) >= 3
    }


def _worthwhile(traces: Sequence[Trace], old_keys: Mapping[int, str], new_keys: Mapping[int, str]) -> tuple[Trace, ...]:
    """Keep the unit pairs whose traced runs explain enough of either clause."""
    by_pair: defaultdict[tuple[int, int], list[Trace]] = defaultdict(list)
    for trace in traces:
        by_pair[trace.old, trace.new].append(trace)
    kept: list[Trace] = []
    for (a, b), members in sorted(by_pair.items()):
        share_old = _covered(t.old_span for t in members) / max(1, len(old_keys[a]))
        share_new = _covered(t.new_span for t in members) / max(1, len(new_keys[b]))
        if max(share_old, share_new) >= _SHARE:
            kept += members
    return tuple(kept)


def _covered(spans: Iterable[tuple[int, int]]) -> int:
    signs: set[int] = set()
    for start, end in spans:
        signs.update(range(start, end))
    return len(signs)
