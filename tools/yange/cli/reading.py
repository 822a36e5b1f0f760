"""``yange list``, ``show`` and ``timeline``: what is in force, what it says, and what happened to it."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from yange.characters import printable
from yange.cli.output import emit_json, print_table, say, status_text, style
from yange.cli.project import Day, Project, find_clauses, find_policy, find_version
from yange.cli.recording import as_recorded
from yange.model import Clause, Event, Policy, Provisions, Status, Version
from yange.parse import full_text, parse, plain_text
from yange.parse.frontmatter import version_facts
from yange.timeline import Standing

__all__ = ["COMMANDS"]


@click.command("list")
@click.option("--on", type=Day(), help="The day asked about; today without it.")
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only policies of this status.")
@click.option("--place", help="Only policies of this place.")
@click.option("--all", "everything", is_flag=True, help="Every policy, not only those in force.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output (every policy unless --status says which).")
@click.pass_obj
@as_recorded
def list_policies(
    project: Project, on: date | None, status: str | None, place: str | None, everything: bool, as_json: bool
) -> None:
    """List the policies in force on a day, or with another status on it."""
    day = project.day(on)
    rows = []
    for policy in project.library.policies:
        standing = project.timeline.standing(policy.id, day)
        if (status is None or standing.status.value == status) and (place is None or policy.place == place):
            rows.append((policy, standing))
    project.remark_problems()
    if as_json:
        emit_json(
            "list",
            {
                "on": day,
                **project.record_json(),
                "policies": [_list_json(policy, standing) for policy, standing in rows],
            },
        )
        return
    shown = [row for row in rows if everything or status is not None or row[1].status is Status.IN_FORCE]
    print_table(
        ("POLICY", "STATUS", "SINCE", "UNTIL", "NUMBER", "TITLE"),
        [_list_row(policy, standing) for policy, standing in shown],
        fold=(5,),
    )
    others = "" if len(shown) == len(rows) else f"; {len(rows) - len(shown)} with another status (--all shows them)"
    say(f"{len(shown)} policies on {day}, as recorded here{others}", err=True)


def _list_json(policy: Policy, standing: Standing) -> dict[str, Any]:
    version = standing.version
    return {
        "id": policy.id,
        "title": version.title if version else policy.title,
        "place": policy.place,
        "kind": policy.kind,
        "status": standing.status.value,
        "partial": standing.partial,
        "version": version.key if version else None,
        "number": version.number if version else None,
        "effective": version.effective if version else None,
        "expires": version.expires if version else None,
        "versions": len(policy.versions),
        "until": standing.until,
        "not_in_force": list(standing.not_in_force),
        "text": version.text.value if version else None,
        "sample": policy.sample,
    }


def _list_row(policy: Policy, standing: Standing) -> tuple[Any, ...]:
    version = standing.version
    return (
        policy.id,
        status_text(standing.status.value, partial=standing.partial),
        str(standing.since or "–"),
        str(standing.until or "–"),
        (version.number if version else None) or "–",
        version.title if version else policy.title,
    )


@click.command("show")
@click.argument("policy")
@click.option("--on", "day", help="The day, or the version's key; without it the text in force today, or the last.")
@click.option("--clause", help="One clause: its printed label (第三条) or its path (chp_1__art_3).")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
@as_recorded
def show(project: Project, policy: str, day: str | None, clause: str | None, as_json: bool) -> None:
    """Show the text of POLICY in force on a day, with its facts and standing.

    POLICY is an id, the last part of one, a 文号 or a title; policy@day is understood too.
    """
    name, _, at = policy.partition("@")
    day = day or at or None
    known = find_policy(project.library, name)
    version = find_version(project, known, day, project.today())
    asked = _asked_day(project, version, day)
    standing = project.timeline.version_standing(version, asked)
    provisions = parse(version.body)
    clauses = find_clauses(provisions, version, clause) if clause else ()
    project.remark_problems()
    if as_json:
        told = _show_json(known, version, standing, asked, provisions, clauses)
        emit_json("show", {**told, **project.record_json()})
    elif clause:
        for found in clauses:
            say(f"{found.label}　{full_text(provisions, found)}")
    else:
        _print_version(known, version, standing, asked)


def _asked_day(project: Project, version: Version, day: str | None) -> date:
    """The day the standing is told for: the one asked about; the first day of a version named by its key."""
    if day is None:
        return project.today()
    if day == version.key:
        return version.effective or project.today()
    return date.fromisoformat(day)


def _show_json(
    policy: Policy,
    version: Version,
    standing: Standing,
    day: date,
    provisions: Provisions,
    clauses: tuple[Clause, ...],
) -> dict[str, Any]:
    chosen = clauses or tuple(provisions.walk())[1:]
    return {
        "on": day,
        "policy": {"id": policy.id, "title": policy.title, "place": policy.place, "sample": policy.sample},
        "version": version.key,
        "status": standing.status.value,
        "partial": standing.partial,
        "not_in_force": list(standing.not_in_force),
        "facts": version_facts(version),
        "clauses": [
            {"path": c.path, "kind": c.kind.value, "label": c.label, "text": full_text(provisions, c)} for c in chosen
        ],
        "text": None if not version.held else version.body,
    }


def _print_version(policy: Policy, version: Version, standing: Standing, day: date) -> None:
    checked = f"checked {version.checked.date}" if version.checked else "not checked against the issuer"
    facts = [
        ("policy", f"{policy.id}@{version.key}" + ("  (sample text, invented)" if policy.sample else "")),
        ("status", f"{standing.status.value} on {day}, as recorded here ({checked})"),
        ("out of force", "、".join(standing.not_in_force)),
        ("ended by", _by(standing.ended_by) if standing.ended_by else ""),
        ("number", version.number or "not known"),
        ("issuer", "、".join(version.issuer) or "not known"),
        ("signed", str(version.signed or "not known")),
        ("effective", f"{version.effective or 'not known'} ({version.effective_basis.value})"),
        ("expires", str(version.expires or "文中未载有效期 (no validity stated)")),
        ("to confirm", ", ".join(version.review)),
    ]
    for name, value in facts:
        if value:
            say(style(f"{name:13}", dim=True), printable(value))
    say("")
    say(plain_text(version.body) if version.held else "The text is not held: this record has facts only.")


def _by(event: Event) -> str:
    by = event.by_policy or event.number or "not known"
    return f"{event.kind.value} on {event.day}" + (f" by {by}" if event.by_policy or event.number else "")


@click.command("timeline")
@click.argument("policy", required=False)
@click.option("--from", "first", type=Day(), help="First day of the range.")
@click.option("--to", "last", type=Day(), help="Last day of the range.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def timeline(project: Project, policy: str | None, first: date | None, last: date | None, as_json: bool) -> None:
    """List every event of POLICY, or of all policies, in order of day."""
    known = find_policy(project.library, policy) if policy else None
    events = [
        event
        for event in project.timeline.events(known.id if known else None)
        if (first is None or event.day >= first) and (last is None or event.day <= last)
    ]
    policies = (known,) if known else project.library.policies
    project.remark_problems()
    if as_json:
        fields = {"versions": [_period_json(project, v) for p in policies for v in p.versions]}
        emit_json("timeline", {"events": [_event_json(project, event) for event in events], **fields})
        return
    rows = [
        (str(e.day), e.kind.value, e.policy, e.version, "、".join(e.clauses), e.by_policy or e.number or "")
        for e in events
    ]
    print_table(("DAY", "EVENT", "POLICY", "VERSION", "CLAUSES", "BY"), rows, fold=(4, 5))


def _event_json(project: Project, event: Event) -> dict[str, Any]:
    return {
        "day": event.day,
        "kind": event.kind.value,
        "policy": event.policy,
        "version": event.version,
        "by_policy": event.by_policy,
        "by_version": event.by_version,
        "number": event.number,
        "clauses": list(event.clauses),
        "moot": project.timeline.is_moot(event),
    }


def _period_json(project: Project, version: Version) -> dict[str, Any]:
    period = project.timeline.period(version)
    return {
        "policy": version.policy,
        "version": version.key,
        "number": version.number,
        "start": period.start if period else None,
        "end": period.end if period else None,
    }


COMMANDS = (list_policies, show, timeline)
