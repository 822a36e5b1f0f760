"""``yange show`` and ``timeline``: what a text says, and what changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

import click

from yange.characters import printable
from yange.cli.output import emit_json, into, print_table, say, style
from yange.cli.project import CommandProject, Day, text_with_clause
from yange.cli.recording import as_recorded
from yange.messages import messages
from yange.model import Amendment, Clause, Event, Policy, Version
from yange.outputs.reading import show_output, timeline_output
from yange.parse import full_text, parse_version, plain_text
from yange.problems import YangeError
from yange.project import Asked, find_clauses, find_policy
from yange.provenance import FoundPlaces
from yange.provenance.held import VersionPlaces
from yange.provenance.places_file import PlacedBlock
from yange.timeline import Standing, Timeline
from yange.withdrawn import Withdrawn, bracketed, lost_marks, marked, marks_of

__all__ = ["COMMANDS"]

_PRINTERS = {
    ".docx": ("yange.export.official_form", "official_form"),
    ".pdf": ("yange.export.text_pdf", "text_pdf"),
}
"""Loaded on demand: they load slowly, and texts on a terminal need neither."""


def _end_unread(version: Version | None) -> bool:
    """Return whether the text prints a last day in words that were not read."""
    return version is not None and version.expires is None and "expires" in version.review


@click.command("show")
@click.argument("policy")
@click.option("--on", type=Day(), help="The day; default: the text in force today, or the last one.")
@click.option("--clause", help="One clause: its printed label (第三条) or its path (chp_1__art_3).")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the text into this file: Word (.docx) in the form of GB/T 9704, or PDF (.pdf; needs yange[pdf]).",
)
@click.pass_obj
@as_recorded
def show(
    project: CommandProject, policy: str, on: date | None, clause: str | None, as_json: bool, output: Path | None
) -> None:
    """Show the text of POLICY in force on a day, with its facts and status.

    POLICY is an id, the last part of one, a title or a 文号 (the text with that number). policy@day is the law of that
    day, policy@key (v2020-03-01.2) one text. If none of these is given and the present text does not have the clause,
    another text that has it is used.
    """
    project = project.about([policy])
    asked = project.text(policy, on)
    if clause:
        asked = text_with_clause(asked, clause, given=on is not None or "@" in policy or asked.exact)
    version, day = asked.version, project.day(asked.day)
    standing = project.timeline.version_standing(version, day)
    withdrawn = Withdrawn(project.timeline, version, parse_version(version))
    clauses = find_clauses(withdrawn.provisions, version, clause) if clause else ()
    project.remark_problems()
    if output is not None:
        _write_text(project, asked, day, output, alone=clause is None and not as_json)
    elif as_json:
        places = VersionPlaces(project.root, version)
        emit_json(
            show_output(project.timeline, asked.policy, version, day, withdrawn, clauses, project.recorded, places)
        )
    elif clause:
        _print_clauses(asked, day, standing, withdrawn, clauses)
        _print_places(VersionPlaces(project.root, version), clauses)
    else:
        _print_version(project.timeline, asked, day, standing, withdrawn)


def _write_text(project: CommandProject, asked: Asked, day: date, output: Path, *, alone: bool) -> None:
    """Write a text into a file whose form its name gives; private persons are left out as on the site.

    Raises:
        YangeError: for a name of another form, a text that is not held, and where only a part was asked for.

    """
    if not alone:
        raise YangeError("--output writes a whole text; leave out --clause and --json")
    form = output.suffix.lower()
    if form not in _PRINTERS:
        raise YangeError(f"{output}: unknown form; end the name in {' or '.join(_PRINTERS)}")
    from yange.publish.context import SiteContext  # loads slowly

    if not asked.version.held:
        raise YangeError(f"{asked.policy.id}@{asked.version.key}: the words of this text are not held")
    context = SiteContext(project.library, project.timeline, project.settings, day, (), project=None)
    policy = context.policies[asked.policy.id]
    version = next(one for one in policy.versions if one.key == asked.version.key)
    with into(output) as deliver:
        module, name = _PRINTERS[form]
        printer: Callable[[SiteContext, Policy, Version], bytes] = getattr(import_module(module), name)
        deliver(printer(context, policy, version))
    say(f"wrote {printable(str(output))}", err=True)


def _print_clauses(
    asked: Asked, day: date, standing: Standing, withdrawn: Withdrawn, clauses: tuple[Clause, ...]
) -> None:
    """Print clauses with the status of each that is out of force; report if the text itself is out of force."""
    version = asked.version
    if not standing.in_force:
        say(f"{asked.policy.id}@{version.key}: the text is {_spoken(standing)} on {day}", err=True)
    for found in clauses:
        above = withdrawn.covering([found.path])[: -len(withdrawn.roots.get(found.path, ())) or None]
        told = bracketed([(out.label, out) for out in above], day, version.language)
        own = plain_text(marked(withdrawn, day, version.language, found)).rstrip("\n")
        words = own if withdrawn else full_text(withdrawn.provisions, found)
        say(f"{found.label}　{told}{words}")
    if any(withdrawn.in_doubt([found.path], day) for found in clauses):
        say(lost_marks(withdrawn, day, version.language), err=True)


def _print_places(places: VersionPlaces, clauses: tuple[Clause, ...]) -> None:
    """Print where in its source each clause is, if that is known."""
    for clause in clauses:
        known = places.of(clause)
        if known is None:
            continue
        found = known.found
        where = _pages(found) or ", ".join(dict.fromkeys(filter(None, map(_place, found.blocks)))) or "not known"
        changed = "" if found.whole or not found.blocks else "; some words have no place there"
        say(f"source of {clause.label}: {known.source.name}: {where}{changed}", err=True)


def _pages(found: FoundPlaces) -> str:
    first, last = found.pages or (0, 0)
    return "" if not first else f"page {first}" if first == last else f"pages {first}–{last}"


def _place(block: PlacedBlock) -> str:
    return block.eid or block.path or ""


def _spoken(standing: Standing) -> str:
    return standing.status.value.replace("-", " ")


def _print_version(timeline: Timeline, asked: Asked, day: date, standing: Standing, withdrawn: Withdrawn) -> None:
    policy, version = asked.policy, asked.version
    checked = f"checked {version.checked.date}" if version.checked else "not checked against the issuer"
    facts = [
        ("policy", f"{policy.id}@{version.key}" + ("  (sample text, invented)" if policy.sample else "")),
        ("status", f"{standing.status.value} on {day}, as recorded here ({checked})"),
        ("condition", messages("en")[f"condition.{version.condition}"] if version.condition != "complete" else ""),
        ("out of force", "、".join(standing.not_in_force)),
        ("not placed", marks_of(withdrawn.lost, day, version.language)),
        ("ended by", _by(standing.ended_by) if standing.ended_by else ""),
        ("number", version.number or "not known"),
        ("issuer", "、".join(version.issuer) or "not known"),
        ("signed", str(version.signed or "not known")),
        ("amended by", "、".join(_order(order) for order in version.amended_by)),
        ("effective", f"{version.effective or 'not known'} ({version.effective_basis.value})"),
        ("in force", "; ".join(f"{p.start} to {p.last or 'no end known'}" for p in timeline.periods(version))),
        ("expires", _expiry(timeline, version)),
        ("to confirm", ", ".join(version.review)),
    ]
    for name, value in facts:
        if value:
            say(style(f"{name:13}", dim=True), printable(value))
    say("")
    shown = plain_text(marked(withdrawn, day, version.language))
    say(shown if version.held else "The text is not held: this record has facts only.")


def _order(order: Amendment) -> str:
    return order.number or " ".join(filter(None, (str(order.date or ""), order.kind)))


def _expiry(timeline: Timeline, version: Version) -> str:
    last = timeline.expires(version)
    if last is None:
        unread = _end_unread(version)
        return "未能识别 (printed, but not read)" if unread else "文中未载有效期 (no validity stated)"
    printed = f"{version.expires} according to the text" if version.expires else "the text states no last day"
    return str(last) if last == version.expires else f"{last} (extended; {printed})"


def _by(event: Event) -> str:
    by = event.by_policy or event.number or "not known"
    return f"{event.kind.value} on {event.day}" + (f" by {by}" if event.by_policy or event.number else "")


@click.command("timeline")
@click.argument("policy", required=False)
@click.option("--from", "first", type=Day(), help="First day of the range.")
@click.option("--to", "last", type=Day(), help="Last day of the range.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def timeline(project: CommandProject, policy: str | None, first: date | None, last: date | None, as_json: bool) -> None:
    """List every event of POLICY, or of all policies, in order of day."""
    project = project.about([policy]) if policy else project
    known = find_policy(project.library, policy) if policy else None
    events = [
        event
        for event in project.timeline.events(known.id if known else None)
        if (first is None or event.day >= first) and (last is None or event.day <= last)
    ]
    policies = (known,) if known else project.library.policies
    project.remark_problems()
    if as_json:
        emit_json(timeline_output(project.timeline, events, policies))
        return
    rows = [(str(e.day), e.kind.value, e.policy, e.version, "、".join(e.clauses), _actor(e)) for e in events]
    print_table(("DAY", "EVENT", "POLICY", "VERSION", "CLAUSES", "BY"), rows, fold=(4, 5))


def _actor(event: Event) -> str:
    """Return what caused an event: another policy by its id, the policy's own texts and orders by number."""
    other = event.by_policy if event.by_policy != event.policy else None
    return other or event.number or ""


COMMANDS = (show, timeline)
