"""``yange freshness``: what is newest here, when somebody last looked at the sources, and what is due."""

from __future__ import annotations

from datetime import date

import click

from yange.cli.output import emit_json, print_table, say
from yange.cli.project import CommandProject, Day
from yange.outputs.freshness import freshness_output
from yange.provenance.freshness import Freshness, by_place, by_source, freshness, looked_at, not_seen

__all__ = ["COMMANDS"]

_MOST_DAYS = 36_525


@click.command("freshness")
@click.option("--on", type=Day(), help="The day; default: today.")
@click.option(
    "--days",
    type=click.IntRange(1, _MOST_DAYS),
    help="After how many days without a look a text or source is due; default: stale_days of the settings.",
)
@click.option("--place", help="Only this place, with the policies that are due.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def report_freshness(
    project: CommandProject, on: date | None, days: int | None, place: str | None, as_json: bool
) -> None:
    """Report how fresh the archive is: newest texts, last checks, and sources that nobody looked at for long."""
    day, days = project.day(on), days or project.settings.stale_days
    policies = [policy for policy in project.library.policies if place is None or policy.place == place]
    project.remark_problems()
    if as_json:
        emit_json(freshness_output(policies, day, days))
        return
    if place is not None:
        found = freshness(policies, day, days, place)
        print_table(
            ("POLICY", "LOOKED AT", "TITLE"),
            [(policy.id, _shown(looked_at(policy.versions[-1])), policy.title) for policy in found.due],
            fold=(2,),
        )
        say(f"{len(found.due)} of {len(policies)} policies not looked at for {days} days on {day}", err=True)
        return
    print_table(
        ("PLACE", "TEXTS", "NEWEST", "CHECKED", "LOOKED AT", "DUE"),
        [
            _row(one, one.place or "?")
            for one in (*by_place(policies, day, days), freshness(policies, day, days, "all"))
        ],
        fold=(0,),
    )
    due = [one for one in by_source(policies) if not_seen(one.looked, day, days)]
    if due:
        say("")
        print_table(
            ("SOURCE", "TEXTS", "FETCHED"), [(one.name, str(one.texts), _shown(one.looked)) for one in due], fold=(0,)
        )
    say(f"{len(due)} sources not looked at for {days} days on {day}", err=True)


def _row(one: Freshness, name: str) -> tuple[str, ...]:
    days = map(_shown, (one.newest, one.checked, one.looked))
    return (name, str(one.texts), *days, str(len(one.due)))


def _shown(day: date | None) -> str:
    return str(day) if day is not None else "never"


COMMANDS = (report_freshness,)
