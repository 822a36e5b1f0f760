"""``yange blame`` and ``yange history``: where the clauses of a text come from, and the whole line of one."""

from __future__ import annotations

from datetime import date

import click

from yange.characters import printable
from yange.cli.comparison_text import marked
from yange.cli.output import emit_json, indented, print_table, say, style
from yange.cli.project import CommandProject, Day, text_with_clause
from yange.compare.history.blame import lineage
from yange.compare.history.clause_history import History, HistoryStep, Ref, trace
from yange.compare.text.units import units_of
from yange.model import Provisions, Version
from yange.outputs.tracing import blame_output, history_output, stations
from yange.parse import parse_version
from yange.problems import YangeError
from yange.project import Asked, find_clauses
from yange.timeline.succession import HeldPair, held_pairs

__all__ = ["COMMANDS"]


@click.command("blame")
@click.argument("policy")
@click.option("--on", type=Day(), help="The day whose text is asked about; today without it.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def blame(project: CommandProject, policy: str, on: date | None, as_json: bool) -> None:
    """Say for every clause of the text in force which version last changed it and in which it first stood."""
    asked = _asked(project, policy, on)
    known, version = asked.policy, asked.version
    line = [v for v in known.versions if v.held and _took_effect(project, v) and _not_after(v, version)]
    rows = lineage([(v.key, parse_version(v)) for v in line], project.compare_whole)
    if as_json:
        missing = [v.key for v in known.versions if not v.held and _not_after(v, version)]
        emit_json(blame_output(known, version, rows, missing))
        return
    print_table(
        ("LAST CHANGED", "FIRST IN", "CLAUSE", "BEGINS"), [(r.changed, r.first, r.label, r.begins) for r in rows]
    )
    for v in known.versions:
        if not v.held and _not_after(v, version):
            say(f"{v.key}: the text is not held, so changes it made show at the next text held", err=True)


def _asked(project: CommandProject, name: str, on: date | None) -> Asked:
    """Return the held text that a call means."""
    asked = project.text(name, on)
    if not asked.version.held:
        raise YangeError(f"{asked.version.path}: the text is not held, so its clauses cannot be traced")
    return asked


def _took_effect(project: CommandProject, version: Version) -> bool:
    period = project.timeline.period(version)
    return period is not None and not period.empty


def _not_after(version: Version, other: Version) -> bool:
    return version.effective is not None and other.effective is not None and version.effective <= other.effective


@click.command("history")
@click.argument("policy")
@click.argument("clause")
@click.option("--on", type=Day(), help="The day whose text the clause is named in; today without it.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def history(project: CommandProject, policy: str, clause: str, on: date | None, as_json: bool) -> None:
    """Tell the whole line of a clause: what it was before, what became of it, and what changed on the way.

    POLICY may bear a day (policy@day) instead of --on. CLAUSE is a printed label (第三条) or a path (chp_1__art_3). The
    line goes through renumbering, splits and merges, and on through policies that replaced one another. Where no day
    is given, a clause that the present text does not have is looked for in the earlier ones.
    """
    given = on is not None or "@" in policy
    version = text_with_clause(_asked(project, policy, on), clause, given=given).version
    pairs = held_pairs(project.timeline, (version,))
    texts = _Texts(version, pairs)
    asked = find_clauses(texts[_ref(version)], version, clause)
    if len(asked) > 1:
        paths = " ".join(found.path for found in asked)
        raise YangeError(f"{version.path} has {len(asked)} clauses {clause!r}; name one by its path: {paths}")
    found = trace(
        texts, [(_ref(pair.old), _ref(pair.new)) for pair in pairs], _ref(version), asked[0].path, project.compare_whole
    )
    missing = {(_ref(pair.old), _ref(pair.new)): pair.missing for pair in pairs if pair.missing}
    if as_json:
        units = {ref: units_of(texts[ref]) for ref, _ in stations(found)}
        emit_json(history_output(found, asked[0].label, texts.versions, units.__getitem__, missing))
    else:
        _print_history(found, texts, missing)


_Missing = dict[tuple[Ref, Ref], tuple[Version, ...]]


def _ref(version: Version) -> Ref:
    return version.policy, version.key


class _Texts(dict[Ref, Provisions]):
    """The held texts by address, parsed when they are first asked for."""

    def __init__(self, asked: Version, pairs: tuple[HeldPair, ...]) -> None:
        super().__init__()
        self.versions = {_ref(version): version for pair in pairs for version in (pair.old, pair.new)}
        self.versions[_ref(asked)] = asked

    def __missing__(self, ref: Ref) -> Provisions:
        """Parse a text."""
        self[ref] = parse_version(self.versions[ref])
        return self[ref]


def _print_history(found: History, texts: _Texts, missing: _Missing) -> None:
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


def _print_station(texts: _Texts, ref: Ref, paths: tuple[str, ...], *, asked: bool) -> None:
    version = texts.versions[ref]
    units = {unit.path: unit.label for unit in units_of(texts[ref])}
    labels = "、".join(units[path] for path in paths)
    mark = "  (asked)" if asked else ""
    say(style(f"{version.key}  {labels}", bold=True), f"  {printable(version.number or '')}  {ref[0]}{mark}")


def _print_words(texts: _Texts, ref: Ref, paths: tuple[str, ...]) -> None:
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
