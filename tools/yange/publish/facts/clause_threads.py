"""The line of each clause through the texts of a policy: what it was called, what it said, and when that changed.

A clause's line goes on in the clause that keeps most of its words. Where one clause was split, the other parts begin
lines of their own; where several were merged, the lines of the lesser ones end there. So every clause of every text
stands in exactly one line, and its place on the history page never moves when later texts are added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from yange.compare.result import Change, Comparison, Edge
from yange.compare.text.units import Unit, units_of
from yange.model import Policy, Version
from yange.parse import parse
from yange.timeline import Timeline

__all__ = ["Stage", "Thread", "Threads", "line_texts", "parts_of", "thread"]

_PART = 40_000
"""So many characters of all texts together go on one page of histories: some 200 kB of HTML."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A clause in one text.

    ``change`` is what the step to this text did to it, ``None`` in the first text; ``edge`` leads to the stage before,
    ``None`` where the line begins.
    """

    version: Version
    label: str
    path: str
    text: str
    change: Change | None = None
    edge: Edge | None = None


@dataclass(slots=True)
class Thread:
    """The stages of one clause, first to last; ``ended`` is the text that no longer has it and the change.

    ``part`` is the page of histories that shows it, from 1.
    """

    stages: list[Stage] = field(default_factory=list)
    ended: tuple[Version, Change] | None = None
    part: int = 1

    def at(self, key: str) -> Stage | None:
        """Return the clause in the text with this key, if it has it."""
        for stage in self.stages:
            if stage.version.key == key:
                return stage
        return None


@dataclass(frozen=True, slots=True)
class Threads:
    """All lines of a policy in the order of its last text, ended ones behind what stood before them."""

    texts: tuple[Version, ...]
    lines: tuple[Thread, ...]
    at: Mapping[tuple[str, str], Thread]
    """By version key and clause path."""


def line_texts(policy: Policy, timeline: Timeline) -> list[Version]:
    """Return the held texts of a policy that were law at some time, in order."""
    periods = ((version, timeline.period(version)) for version in policy.versions if version.held)
    dated = [(period.start, version) for version, period in periods if period is not None and not period.empty]
    return [version for _, version in sorted(dated, key=lambda pair: pair[0])]


def parts_of(texts: Sequence[Version]) -> int:
    """Return how many pages the histories of these texts fill. The texts need not be compared for that."""
    return max(1, -(-sum(len(text.body) for text in texts) // _PART))


def _units(body: str) -> Sequence[Unit]:
    return units_of(parse(body))


def thread(
    texts: Sequence[Version],
    compared: Callable[[str, str], Comparison],
    units: Callable[[str], Sequence[Unit]] = _units,
) -> Threads:
    """Follow every clause through ``texts``, held texts in order of succession. One text alone has no lines.

    ``units`` gives the clauses of a text as they are compared.
    """
    if len(texts) < 2:
        return Threads(tuple(texts), (), {})
    first = texts[0]
    lines = [Thread([stage]) for stage in _first(first, units(first.body))]
    open_lines = {line.stages[0].path: line for line in lines}
    at = {(first.key, path): line for path, line in open_lines.items()}
    for old, new in pairwise(texts):
        open_lines, lines = _step(open_lines, lines, compared(old.body, new.body), new)
        at.update({(new.key, path): line for path, line in open_lines.items()})
    _shared_out(lines, parts_of(texts))
    return Threads(tuple(texts), tuple(lines), at)


def _shared_out(lines: Sequence[Thread], parts: int) -> None:
    """Give each line its page, so that the pages are about as long as each other."""
    lengths = [sum(len(stage.text) for stage in line.stages) for line in lines]
    total, seen = max(1, sum(lengths)), 0
    for line, length in zip(lines, lengths, strict=True):
        line.part = 1 + min(parts - 1, seen * parts // total)
        seen += length


def _first(version: Version, units: Sequence[Unit]) -> list[Stage]:
    return [Stage(version, unit.label, unit.path, unit.text) for unit in units]


def _step(
    before: Mapping[str, Thread], lines: Sequence[Thread], comparison: Comparison, new: Version
) -> tuple[dict[str, Thread], list[Thread]]:
    """Carry the open lines on into the next text; return them by path, and all lines in the order to print."""
    now: dict[str, Thread] = {}
    order: list[Thread] = []
    for change in comparison.changes:
        chosen = _chosen(change)
        for path in change.old_paths:
            if path in before and path not in {edge.old_path for edge in chosen.values()}:
                before[path].ended = (new, change)
                order.append(before[path])
        for label, path, text in zip(change.new, change.new_paths, change.new_texts, strict=True):
            edge = chosen.get(path)
            line = before[edge.old_path] if edge is not None and edge.old_path in before else Thread()
            line.stages.append(Stage(new, label, path, text, change, edge if line.stages else None))
            now[path] = line
            order.append(line)
    return now, _merged(order, lines)


def _chosen(change: Change) -> dict[str, Edge]:
    """Return by new path the edge along which a line goes on: the largest share first, each side once."""
    chosen: dict[str, Edge] = {}
    taken: set[str] = set()
    for edge in sorted(change.edges, key=lambda edge: -edge.share):
        if edge.new_path not in chosen and edge.old_path not in taken:
            chosen[edge.new_path] = edge
            taken.add(edge.old_path)
    return chosen


def _merged(order: Sequence[Thread], earlier: Sequence[Thread]) -> list[Thread]:
    """Put lines that ended before behind the line that stood before them."""
    present = {id(line) for line in order}
    behind: dict[int, list[Thread]] = {}
    last = 0
    for line in earlier:
        if id(line) in present:
            last = id(line)
        else:
            behind.setdefault(last, []).append(line)
    found = list(behind.get(0, ()))
    for line in order:
        found.extend((line, *behind.get(id(line), ())))
    return found
