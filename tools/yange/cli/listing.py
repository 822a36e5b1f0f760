"""``yange list``: what is in force. Where there is an index it reads no text, so little is loaded."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from yange.cli.output import emit_json, print_table, say, status_text
from yange.cli.project import CommandProject, Day
from yange.cli.recording import as_recorded
from yange.listing import ListedRow
from yange.model import Status
from yange.outputs.listing import list_output

__all__ = ["COMMANDS"]


@click.command("list")
@click.option("--on", type=Day(), help="The day; default: today.")
@click.option(
    "--status", type=click.Choice([status.value for status in Status]), help="Only policies with this status."
)
@click.option("--place", help="Only policies of this place.")
@click.option("--all", "everything", is_flag=True, help="All policies, not only those in force.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output (all policies, or those with --status).")
@click.pass_obj
@as_recorded
def list_policies(
    project: CommandProject, on: date | None, status: str | None, place: str | None, everything: bool, as_json: bool
) -> None:
    """List the policies that are in force on a day, or that have another status."""
    day = project.day(on)
    rows = project.standings(day, Status(status) if status else None, place)
    project.remark_problems()
    if as_json:
        emit_json(list_output(rows, day, project.recorded))
        return
    shown = [row for row in rows if everything or status is not None or row.status is Status.IN_FORCE]
    print_table(
        ("POLICY", "STATUS", "SINCE", "UNTIL", "NUMBER", "TITLE"),
        [_list_row(row) for row in shown],
        fold=(5,),
    )
    others = "" if len(shown) == len(rows) else f"; {len(rows) - len(shown)} with another status (--all shows them)"
    say(f"{len(shown)} policies on {day}, as recorded here{others}", err=True)


def _list_row(row: ListedRow) -> tuple[Any, ...]:
    return (
        row.policy,
        status_text(row.status.value, partial=row.partial),
        str(row.since or "–"),
        str(row.last_day or ("?" if row.unread else "–")),
        row.number or "–",
        row.policy_title if row.title is None else row.title,
    )


COMMANDS = (list_policies,)
