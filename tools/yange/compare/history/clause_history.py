"""The history of one clause through renumbering, splits and merges, over any number of texts.

A history follows words, not numbers. Where a clause became one clause, the whole of it is followed, however much it was
rewritten. Where clauses were split or merged, only its own words are followed: what happened later to the other
sentences of a merged article is not part of its history.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from yange.compare.compare import WHOLE
from yange.compare.history.carry import Held, Spans, carried, size
from yange.compare.result import Change, Comparison
from yange.compare.text.units import units_of
from yange.compare.weights import WEIGHTS
from yange.model import Provisions
from yange.parse import full_text

__all__ = ["Compare", "History", "HistoryStep", "Ref", "trace"]

Ref = tuple[str, str]
"""A text: its policy's id and its own key."""

Compare = Callable[[Provisions, Provisions], Comparison]


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """What happened to the clause between two texts.

    ``change`` is the whole change, other clauses included; ``old_line`` and ``new_line`` are the paths of those that
    are part of the history. No old ones: the clause begins here. No new ones: it, or the words followed, end here.
    """

    old: Ref
    new: Ref
    change: Change
    old_line: tuple[str, ...]
    new_line: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The history of one clause: where it was asked about, and its steps, oldest first.

    ``unit`` is the path of the unit that was followed: the clause itself, or the article that contains it; then only
    the words of the clause are followed.
    """

    asked: Ref
    path: str
    unit: str
    steps: tuple[HistoryStep, ...]


_Front = dict[Ref, dict[str, Held]]


def trace(
    texts: Mapping[Ref, Provisions],
    pairs: Sequence[tuple[Ref, Ref]],
    asked: Ref,
    path: str,
    compare: Compare = WHOLE,
) -> History:
    """Trace a clause through all texts that its text replaced or that replaced its text.

    Args:
        texts: the texts by their names; all that are in ``pairs``, and ``asked``.
        pairs: the older text and the one that took its place, in order of the newer one's day.
        asked: the text in which the clause is named.
        path: the clause's path in it.
        compare: what compares two texts.

    Raises:
        KeyError: when the text has no clause with this path.

    """
    provisions = texts[asked]
    clause = provisions.at(path)
    if clause is None:
        raise KeyError(path)
    units = [u for u in units_of(provisions) if path == u.path or path.startswith(f"{u.path}__")]
    if not units:
        return History(asked, path, path, ())
    unit = max(units, key=lambda u: len(u.path))
    start = {unit.path: _start(unit.text, "" if unit.path == path else full_text(provisions, clause))}
    before = _walk(texts, list(reversed(pairs)), {asked: dict(start)}, compare, backward=True)
    after = _walk(texts, list(pairs), {asked: dict(start)}, compare, backward=False)
    before, after = _without_false_ends(before, backward=True), _without_false_ends(after, backward=False)
    return History(asked, path, unit.path, (*reversed(before), *after))


def _start(text: str, part: str) -> Held:
    at = text.find(part) if part else -1
    return Held(((at, at + len(part)),), False) if at >= 0 else Held(((0, len(text)),), True)


def _walk(
    texts: Mapping[Ref, Provisions],
    pairs: Sequence[tuple[Ref, Ref]],
    front: _Front,
    compare: Compare,
    *,
    backward: bool,
) -> list[HistoryStep]:
    steps: list[HistoryStep] = []
    for old, new in pairs:
        here, there = (new, old) if backward else (old, new)
        if here in front:
            comparison = compare(texts[old], texts[new])
            found = [_step((old, new), change, front[here], backward) for change in comparison.changes]
            for step, held in filter(None, found):
                steps.append(step)
                if held:
                    front.setdefault(there, {}).update(held)
    return steps


def _without_false_ends(steps: Sequence[HistoryStep], *, backward: bool) -> list[HistoryStep]:
    """Leave out steps in which a clause began (or ended) where another pair of texts continues it."""
    on = {(step.new, path) for step in steps if step.old_line for path in step.new_line}
    if not backward:
        on = {(step.old, path) for step in steps if step.new_line for path in step.old_line}

    def carried_on(step: HistoryStep) -> bool:
        ref, line, other = (
            (step.new, step.new_line, step.old_line) if backward else (step.old, step.old_line, step.new_line)
        )
        return bool(other) or not any((ref, path) in on for path in line)

    return [step for step in steps if carried_on(step)]


def _step(
    pair: tuple[Ref, Ref], change: Change, front: Mapping[str, Held], backward: bool
) -> tuple[HistoryStep, dict[str, Held]] | None:
    ours = tuple(path for path in (change.new_paths if backward else change.old_paths) if path in front)
    if not ours:
        return None
    reached = _reached(change, front, backward)
    theirs = tuple(path for path in (change.old_paths if backward else change.new_paths) if path in reached)
    lines = (theirs, ours) if backward else (ours, theirs)
    return HistoryStep(*pair, change, *lines), reached


def _reached(change: Change, front: Mapping[str, Held], backward: bool) -> dict[str, Held]:
    """Return the words followed on the other side of a change."""
    reached: dict[str, Held] = {}
    for edge in change.edges:
        here, there = (edge.new_path, edge.old_path) if backward else (edge.old_path, edge.new_path)
        held = front.get(here)
        if held is None:
            continue
        spans = carried(edge, held.spans, backward=backward)
        whole = held.whole and len(change.edges) == 1
        if whole or (spans and (held.whole or size(spans) >= WEIGHTS.lines.clause * size(held.spans))):
            before = reached[there].spans if there in reached else ()
            reached[there] = Held(_whole(change, there, backward) if whole else (*before, *spans), whole)
    return reached


def _whole(change: Change, path: str, backward: bool) -> Spans:
    paths, texts = (change.old_paths, change.old_texts) if backward else (change.new_paths, change.new_texts)
    return ((0, len(texts[paths.index(path)])),)
