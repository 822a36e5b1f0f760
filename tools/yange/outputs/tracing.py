"""``blame`` and ``history``: where clauses come from, as machine output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from yange.coding import Output
from yange.compare.history.blame import ClauseLine
from yange.compare.history.clause_history import History, HistoryStep, Ref
from yange.compare.result import Edge, Flags, Grade, Operation, rounded_edges
from yange.compare.text.units import Unit
from yange.model import Policy, Version

__all__ = ["BlameOutput", "HistoryOutput", "blame_output", "history_output", "stations"]


class BlamedClause(Output):
    """A clause of the text, and the texts that it comes from (by their keys)."""

    clause: str
    path: str
    changed_in: str
    """The text that last changed it in substance."""
    first_in: str
    """The first text that has it."""
    first_as: str
    """What it was called there."""
    begins: str
    """Its first characters."""


class BlameOutput(Output, tag_field="schema", tag="yange.blame/1"):
    """For every clause of a text, the version that last changed it and the first that had it."""

    policy: str
    version: str
    clauses: tuple[BlamedClause, ...]
    not_held: tuple[str, ...]
    """Texts that are not held: what they changed shows at the next text that is."""


class TracedClause(Output):
    """A clause on the line, in one text."""

    label: str
    path: str
    text: str


class TracedText(Output):
    """A text on the line, with the clauses that belong to it."""

    policy: str
    version: str
    number: str | None
    effective: date | None
    clauses: tuple[TracedClause, ...]


class StepEnd(Output):
    """One end of a step: the text, and the paths in it that belong to the line."""

    policy: str
    version: str
    line: tuple[str, ...]
    """Empty: the clause begins, or ends, between the two texts."""


class StepOutput(Output, rename={"from_": "from"}):
    """What happened between two texts: the change as in ``yange.compare/1``, and what of it belongs to the line."""

    from_: StepEnd
    to: StepEnd
    operation: Operation
    old: tuple[str, ...]
    new: tuple[str, ...]
    old_paths: tuple[str, ...]
    new_paths: tuple[str, ...]
    edges: tuple[Edge, ...]
    flags: Flags
    grade: Grade | None
    old_texts: tuple[str, ...]
    new_texts: tuple[str, ...]
    not_held: tuple[str, ...]
    """Texts between the two that are not held."""


class HistoryOutput(Output, tag_field="schema", tag="yange.history/1"):
    """The whole line of one clause, oldest first."""

    policy: str
    version: str
    clause: str
    path: str
    """The clause that was asked about."""
    unit: str
    """The clause that was followed: the one asked about, or the article that it is in."""
    texts: tuple[TracedText, ...]
    steps: tuple[StepOutput, ...]


def blame_output(policy: Policy, version: Version, lines: Iterable[ClauseLine], not_held: Sequence[str]) -> BlameOutput:
    """Return the output of ``blame`` of a text. ``not_held`` are keys."""
    return BlameOutput(
        policy=policy.id,
        version=version.key,
        clauses=tuple(
            BlamedClause(
                clause=line.label,
                path=line.path,
                changed_in=line.changed,
                first_in=line.first,
                first_as=line.first_label,
                begins=line.begins,
            )
            for line in lines
        ),
        not_held=tuple(not_held),
    )


def history_output(
    found: History,
    label: str,
    versions: Mapping[Ref, Version],
    units: Callable[[Ref], Sequence[Unit]],
    missing: Mapping[tuple[Ref, Ref], Sequence[Version]],
) -> HistoryOutput:
    """Return the output of ``history``.

    Args:
        found: the line.
        label: of the clause that was asked about.
        versions: every text on the line.
        units: gives the units of a text.
        missing: the texts between two that are not held.

    """
    return HistoryOutput(
        policy=found.asked[0],
        version=found.asked[1],
        clause=label,
        path=found.path,
        unit=found.unit,
        texts=tuple(_text(ref, versions[ref], units(ref), paths) for ref, paths in stations(found)),
        steps=tuple(_step(step, missing.get((step.old, step.new), ())) for step in found.steps),
    )


def stations(found: History) -> list[tuple[Ref, tuple[str, ...]]]:
    """Return the texts on the line in order, each with the paths of the clauses that belong to it."""
    paths: dict[Ref, dict[str, None]] = {}
    for step in found.steps:
        paths.setdefault(step.old, {}).update(dict.fromkeys(step.old_line))
        paths.setdefault(step.new, {}).update(dict.fromkeys(step.new_line))
    paths.setdefault(found.asked, {}).update({found.unit: None})
    return [(ref, tuple(of)) for ref, of in paths.items() if of]


def _text(ref: Ref, version: Version, units: Sequence[Unit], paths: Sequence[str]) -> TracedText:
    by_path = {unit.path: unit for unit in units}
    return TracedText(
        policy=ref[0],
        version=ref[1],
        number=version.number,
        effective=version.effective,
        clauses=tuple(TracedClause(label=by_path[path].label, path=path, text=by_path[path].text) for path in paths),
    )


def _step(step: HistoryStep, between: Sequence[Version]) -> StepOutput:
    change = step.change
    return StepOutput(
        from_=StepEnd(policy=step.old[0], version=step.old[1], line=step.old_line),
        to=StepEnd(policy=step.new[0], version=step.new[1], line=step.new_line),
        operation=change.operation,
        old=change.old,
        new=change.new,
        old_paths=change.old_paths,
        new_paths=change.new_paths,
        edges=rounded_edges(change.edges),
        flags=change.flags,
        grade=change.grade,
        old_texts=change.old_texts,
        new_texts=change.new_texts,
        not_held=tuple(f"{version.policy}@{version.key}" for version in between),
    )
