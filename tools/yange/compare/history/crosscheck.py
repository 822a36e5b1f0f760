"""Comparing two texts through all texts between them, and where that disagrees with a direct comparison.

Both ways have blind spots. A direct comparison does not see that an article was repealed and inserted again two texts
later; the way through the texts between does not see that it is the same article. An article rewritten twice is one
history on the way, and its two ends are hardly similar. So neither corrects the other: where they disagree is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yange.compare.history.carry import Held, carried, size
from yange.compare.result import Change, Comparison
from yange.compare.weights import WEIGHTS

__all__ = ["ClauseLink", "Crosscheck", "composed", "crosscheck"]


@dataclass(frozen=True, slots=True, order=True)
class ClauseLink:
    """A clause of the first text and one of the last that contain the same words: paths, and labels to print."""

    old_path: str
    new_path: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Crosscheck:
    """How the two ways agree: the links both found, and those that only one did."""

    agreed: int
    only_by_steps: tuple[ClauseLink, ...]
    only_direct: tuple[ClauseLink, ...]


def composed(steps: Sequence[Comparison]) -> tuple[ClauseLink, ...]:
    """Return the links from the first text to the last of comparisons of neighbours, in order of the first text.

    Clauses that became one clause at every step are linked whatever is left of their words; others where enough words
    of either end remain.
    """
    if not steps:
        return ()
    links: list[ClauseLink] = []
    for label, path, text in _units(steps[0].changes, old=True):
        front = {path: Held(((0, len(text)),), True)}
        for step in steps:
            front = _onward(step, front)
        ends = {path: (name, words) for name, path, words in _units(steps[-1].changes, old=False)}
        for end, held in front.items():
            name, words = ends[end]
            if held.whole or size(held.spans) >= WEIGHTS.lines.check * min(len(text), len(words)):
                links.append(ClauseLink(path, end, label, name))
    return tuple(links)


def _onward(step: Comparison, front: dict[str, Held]) -> dict[str, Held]:
    reached: dict[str, Held] = {}
    for change in step.changes:
        single = len(change.edges) == 1
        for edge in change.edges:
            held = front.get(edge.old_path)
            if held is None:
                continue
            spans = carried(edge, held.spans)
            if spans or (single and held.whole):
                before = reached[edge.new_path].spans if edge.new_path in reached else ()
                reached[edge.new_path] = Held((*before, *spans), single and held.whole)
    return reached


def _units(changes: Sequence[Change], *, old: bool) -> list[tuple[str, str, str]]:
    return [
        row
        for change in changes
        for row in (
            zip(change.old, change.old_paths, change.old_texts, strict=True)
            if old
            else zip(change.new, change.new_paths, change.new_texts, strict=True)
        )
    ]


def crosscheck(direct: Comparison, steps: Sequence[Comparison]) -> Crosscheck:
    """Compare a direct comparison of two texts with the comparisons of neighbours that lead from one to the other."""
    by_steps = {(link.old_path, link.new_path): link for link in composed(steps)}
    at_once = {
        (edge.old_path, edge.new_path): ClauseLink(edge.old_path, edge.new_path, edge.old, edge.new)
        for change in direct.changes
        for edge in change.edges
    }
    return Crosscheck(
        len(by_steps.keys() & at_once.keys()),
        tuple(link for key, link in by_steps.items() if key not in at_once),
        tuple(link for key, link in at_once.items() if key not in by_steps),
    )
