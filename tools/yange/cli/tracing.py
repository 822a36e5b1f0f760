"""``yange blame`` and ``yange history``: where the clauses of a text come from, and the history of one clause."""

from __future__ import annotations

from datetime import date

import click

from yange.api.histories import HeldTexts, Missing, blamed, traced
from yange.api.texts import recorded_text, refuse_unheld
from yange.characters import printable
from yange.cli.comparison_text import marked
from yange.cli.output import emit_json, indented, print_table, say, style
from yange.cli.project import CommandProject, Day, text_with_clause
from yange.compare.history.clause_history import History, HistoryStep, Ref
from yange.compare.text.units import units_of
from yange.outputs.tracing import stations

__all__ = ["COMMANDS"]


@click.command("blame")
@click.argument("policy")
@click.option("--on", type=Day(), help="The day whose text is traced; default: today.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def blame(project: CommandProject, policy: str, on: date | None, as_json: bool) -> None:
    """Show for every clause of the text in force which version last changed it and which one first had it."""
    project = project.about([policy], answers=True, lines=True)
    found = blamed(project, recorded_text(project, project.text(policy, on)))
    if as_json:
        emit_json(found.output())
        return
    rows = [(line.changed, line.first, line.label, line.begins) for line in found]
    print_table(("LAST CHANGED", "FIRST IN", "CLAUSE", "BEGINS"), rows)
    for version in found.not_held:
        say(f"{version.key}: the text is not held, so changes it made show at the next text held", err=True)


@click.command("history")
@click.argument("policy")
@click.argument("clause")
@click.option("--on", type=Day(), help="The day whose text has the clause; default: today.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def history(project: CommandProject, policy: str, clause: str, on: date | None, as_json: bool) -> None:
    """Show the whole history of a clause: what it was before, what became of it, and what changed.

    POLICY may contain a day (policy@day) instead of --on. CLAUSE is a printed label (第三条) or a path (chp_1__art_3).
    The history includes renumbering, splits and merges, and policies that replaced one another. If no day is given and
    the present text does not have the clause, the latest earlier text that has it is used.
    """
    project = project.about([policy], answers=True, lines=True)
    given = on is not None or "@" in policy
    asked = project.text(policy, on)
    refuse_unheld(asked.version, asked.version.path, "its clauses cannot be traced")
    asked = text_with_clause(asked, clause, given=given)
    found = traced(project, recorded_text(project, asked), clause)
    if as_json:
        emit_json(found.output())
    else:
        _print_history(found.found, found.texts, found.missing)


def _print_history(found: History, texts: HeldTexts, missing: Missing) -> None:
    for ref, paths in stations(found):
        steps = [step for step in found.steps if step.new == ref]
        _print_station(texts, ref, paths, asked=ref == found.asked)
        for step in steps:
            for version in missing.get((step.old, step.new), ()):
                say(f"  {version.policy}@{version.key} stood between; its text is not held")
            _print_step(step)
        if not any(step.old_line for step in steps):
            _print_words(texts, ref, paths)
    for step in found.steps:
        if not step.new_line:
            version = texts.versions[step.new]
            labels = style(f"{version.key}  {_ended(step)}", bold=True)
            say(labels, f"  {printable(version.number or '')}  {step.new[0]}")


def _ended(step: HistoryStep) -> str:
    labels = dict(zip(step.change.old_paths, step.change.old, strict=True))
    name = "、".join(labels[path] for path in step.old_line)
    return f"{name} repealed" if not step.change.new else f"{name}: the words followed were deleted"


def _print_station(texts: HeldTexts, ref: Ref, paths: tuple[str, ...], *, asked: bool) -> None:
    version = texts.versions[ref]
    units = {unit.path: unit.label for unit in units_of(texts[ref])}
    labels = "、".join(units[path] for path in paths)
    mark = "  (asked)" if asked else ""
    say(style(f"{version.key}  {labels}", bold=True), f"  {printable(version.number or '')}  {ref[0]}{mark}")


def _print_words(texts: HeldTexts, ref: Ref, paths: tuple[str, ...]) -> None:
    for unit in units_of(texts[ref]):
        if unit.path in paths:
            say(indented(unit.text, 2), end="")


def _print_step(step: HistoryStep) -> None:
    change = step.change
    if not step.old_line:
        say("  inserted" if not change.old else "  its words came in here")
        if not change.old:
            return
    old, new = "、".join(change.old), "、".join(change.new)
    grade = f" ({change.grade.value})" if change.grade else ""
    say(f"  {change.operation.value}{grade}: {old} → {new}")
    for edge in change.edges:
        ours = edge.old_path in step.old_line and edge.new_path in step.new_line
        if ours and any(edit.op != "equal" for edit in edge.edits):
            say(indented(marked(edge, editorial=False), 4), end="")


COMMANDS = (blame, history)
