"""``yange stale``: clauses of texts in force that rest on law that is gone."""

from __future__ import annotations

from datetime import date

import click

from yange.api.archive import Archive
from yange.api.stale import stale_output
from yange.api.stale_result import StaleCitation, StaleKind
from yange.cli.output import counted, emit_json, joined, say, style
from yange.cli.project import CommandProject, Day
from yange.problems import YangeError
from yange.project import find_policy

__all__ = ["COMMANDS"]

_COLOURS = {StaleKind.RENUMBERED: "yellow", StaleKind.OTHER_TEXT: "yellow", StaleKind.UNKNOWN: "magenta"}


@click.command("stale")
@click.argument("policy", required=False)
@click.option("--on", type=Day(), help="The day on which texts are in force and the cited law is looked at; today.")
@click.option("--place", help="Only texts of this place.")
@click.option("--unknown", is_flag=True, help="Also list citations of which the archive cannot tell.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output, with what is not known.")
@click.pass_obj
def stale(
    project: CommandProject, policy: str | None, on: date | None, place: str | None, unknown: bool, as_json: bool
) -> None:
    """List the clauses of texts in force that rest on repealed, expired or renumbered law (失去依据).

    For each: what it cites, what became of that by the day, and how to cite it then. A citation means the law of the
    day on which its clause got its words. What the archive does not have is unknown.
    """
    policies = project.library.policies if policy is None else (find_policy(project.library, policy),)
    chosen = [one for one in policies if place in {None, one.place}]
    if not chosen:
        raise YangeError(f"--place {place}: no policy is of this place; yange list shows the places")
    found = stale_output(Archive(project), project.day(on), chosen)
    project.remark_problems()
    if as_json:
        emit_json(found)
        return
    for one in found.stale:
        if unknown or one.kind is not StaleKind.UNKNOWN:
            _print(one)
    known = sum(count for kind, count in found.counts.items() if kind is not StaleKind.UNKNOWN)
    read = f"{counted(found.citations, 'citation')} in {counted(found.texts, 'text')} on {found.on}"
    say(f"{read}: {known} rest on law that is gone, {found.counts[StaleKind.UNKNOWN]} unknown", err=True)


def _print(one: StaleCitation) -> None:
    say(joined(f"{one.policy}@{one.version} {one.clause}  ", style(one.kind.value, fg=_COLOURS.get(one.kind, "red"))))
    say(f"    cites: {one.cites}  (words of {one.written})")
    for message in one.messages:
        say(f"    {message}")
    if one.today is not None:
        say(f"    today: {one.today}")


COMMANDS = (stale,)
