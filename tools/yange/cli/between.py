"""``yange changes``: what differs between the law of two days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

import click

from yange.cli.output import emit_json, print_table, say
from yange.cli.project import CommandProject, Day
from yange.cli.recording import as_recorded
from yange.model import Event, Policy
from yange.outputs.between import changes_output
from yange.problems import YangeError
from yange.timeline.between import Outcome, PolicyBetween, between

__all__ = ["COMMANDS"]

_COUNTED = (Outcome.UNCHANGED, Outcome.ABSENT)
_MOST_NAMES = 12


@click.command("changes")
@click.option("--since", type=Day(), required=True, help="The first day.")
@click.option("--until", type=Day(), help="The second day; default: today.")
@click.option("--place", help="Only policies of this place.")
@click.option("--kind", help="Only policies of this kind.")
@click.option("--issuer", help="Only policies with a text of this issuer.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
@as_recorded
def changes(
    project: CommandProject,
    since: date,
    until: date | None,
    place: str | None,
    kind: str | None,
    issuer: str | None,
    as_json: bool,
) -> None:
    """List what differs between the law of two days: what began, was amended, was suspended or ended.

    "passing" is what was the same on both days and different between; of what is "unknown" nobody knows whether it
    was law on one of the days. The page "Two days" of the site shows the same.
    """
    last = project.day(until)
    if last <= since:
        raise YangeError(f"--until {last} is not after --since {since}; the second day must be the later one")
    policies = _filtered(project.library.policies, place, kind, issuer)
    found = list(between(project.timeline, policies, since, last))
    project.remark_problems()
    if as_json:
        emit_json(changes_output(project.timeline, found, since, last, project.recorded))
        return
    order = list(Outcome)
    shown = sorted((one for one in found if one.outcome not in _COUNTED), key=lambda one: order.index(one.outcome))
    print_table(("OUTCOME", "POLICY", "BEFORE", "AFTER", "BY", "TITLE"), map(_row, shown), fold=(4, 5))
    counts = Counter(one.outcome for one in found)
    told = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome])
    say(f"{since} to {last}, as recorded here: {told or 'no policies'}", err=True)


def _filtered(policies: Iterable[Policy], place: str | None, kind: str | None, issuer: str | None) -> list[Policy]:
    found = list(policies)
    for option, asked, names in (("place", place, _places), ("kind", kind, _kinds), ("issuer", issuer, _issuers)):
        if asked is not None:
            found = _with(found, option, asked, names)
    return found


def _with(
    policies: list[Policy], option: str, asked: str, names: Callable[[Policy], Iterable[str | None]]
) -> list[Policy]:
    """Return the policies with a name; an unknown name would look like "nothing changed"."""
    found = [policy for policy in policies if asked in names(policy)]
    if not found:
        known = Counter(name for policy in policies for name in set(names(policy)) if name)
        listed = "、".join(name for name, _ in known.most_common(_MOST_NAMES))
        raise YangeError(f"--{option} {asked}: no policy has this {option}; there are {listed or 'none'}")
    return found


def _places(policy: Policy) -> tuple[str, ...]:
    return (policy.place,)


def _kinds(policy: Policy) -> tuple[str | None, ...]:
    return (policy.kind,)


def _issuers(policy: Policy) -> tuple[str, ...]:
    return tuple(name for version in policy.versions for name in version.issuer)


def _row(one: PolicyBetween) -> tuple[str, ...]:
    ends = [
        standing.version.key if standing.in_force and standing.version else "–" for standing in (one.before, one.after)
    ]
    policy = one.policy
    return (one.outcome.value, policy.id, *ends, _by(one.events, policy), policy.title)


def _by(events: Iterable[Event], policy: Policy) -> str:
    """Return which other policies acted on this one between the days, each once."""
    actors = (event.by_policy for event in events if event.by_policy not in (None, policy.id))
    return "、".join(dict.fromkeys(filter(None, actors)))


COMMANDS = (changes,)
