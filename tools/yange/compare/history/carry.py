"""Following words through an edge: where a stretch of one clause is in the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from yange.compare.result import Edge, Edit

__all__ = ["Held", "Spans", "carried", "size"]

Spans = tuple[tuple[int, int], ...]
"""Stretches of a clause's words: raw offsets, half-open, in order, disjoint."""


@dataclass(frozen=True, slots=True)
class Held:
    """Words that are followed in one clause; ``whole`` while they are all of it."""

    spans: Spans
    whole: bool


def size(spans: Spans) -> int:
    """Return how many characters the stretches have."""
    return sum(end - start for start, end in spans)


def carried(edge: Edge, spans: Spans, *, backward: bool = False) -> Spans:
    """Return where the words of ``spans`` are on the other side of an edge.

    Words that stayed are followed one by one; words that were replaced go to the whole of what replaced them. Words
    that were only deleted, or that are in another clause, are not followed. ``backward`` follows from new to old.
    """
    gone, come = ("insert", "delete") if backward else ("delete", "insert")
    found: list[tuple[int, int]] = []
    here = there = 0
    for equal, run in _runs(edge.edits):
        kept = [edit for edit in run if not edit.elsewhere]
        if equal:
            length = sum(len(edit.text) for edit in run)
            found += [(there + start - here, there + end - here) for start, end in _cut(spans, here, here + length)]
            here, there = here + length, there + length
            continue
        replaced = any(edit.op == gone for edit in kept) and any(edit.op == come for edit in kept)
        if replaced and _cut(spans, *_reach(run, gone, here)):
            found.append(_reach(run, come, there))
        here += sum(len(edit.text) for edit in run if edit.op == gone)
        there += sum(len(edit.text) for edit in run if edit.op == come)
    return _joined(found)


def _runs(edits: Iterable[Edit]) -> Iterator[tuple[bool, Sequence[Edit]]]:
    """Yield runs of edits that stayed, and runs of those that changed; what is in other clauses is a run of its own."""
    for (equal, _), run in groupby(edits, key=lambda edit: (edit.op == "equal", bool(edit.elsewhere))):
        yield equal, tuple(run)


def _reach(run: Sequence[Edit], op: str, start: int) -> tuple[int, int]:
    return start, start + sum(len(edit.text) for edit in run if edit.op == op)


def _cut(spans: Spans, start: int, end: int) -> list[tuple[int, int]]:
    return [(max(a, start), min(b, end)) for a, b in spans if a < end and start < b]


def _joined(spans: Iterable[tuple[int, int]]) -> Spans:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return tuple(out)
