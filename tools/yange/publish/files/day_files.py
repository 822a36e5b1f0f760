"""The small files from which the browser works out the status of every policy on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from yange.dates import previous_day
from yange.model import Policy
from yange.publish.addresses import DAYS
from yange.publish.assets import Asset, script_json
from yange.publish.context import SiteContext
from yange.publish.facts.day_statuses import DAY_STATUSES, POLICIES_A_FILE
from yange.publish.facts.status_words import Wording
from yange.publish.view import language_of
from yange.timeline.line import made

__all__ = ["day_files"]


def day_files(context: SiteContext) -> Iterator[Asset]:
    """Yield the files: each a script that hands over some policies with their standings from day to day.

    It pushes ``{places, policies}`` to ``yangeDays``: a policy is ``[id, title, place, language, sample, turns, bare]``
    (``bare``: no text of it is held), a turn ``[first day, status, version key, partial]``. ``place`` counts in
    ``places`` and ``status`` in the order of the page's list; the first day is that on which the policy was made, empty
    where nobody knows it.
    """
    wording = context.english
    policies = context.library.policies
    for n, start in enumerate(range(0, len(policies), POLICIES_A_FILE)):
        group = policies[start : start + POLICIES_A_FILE]
        places = sorted({_place(context, policy) for policy in group})
        value = {"places": places, "policies": [_row(context, wording, policy, places) for policy in group]}
        script = f"(self.yangeDays = self.yangeDays || []).push({script_json(value)});\n"
        yield Asset(f"{DAYS}{n}.js", script.encode())


def _place(context: SiteContext, policy: Policy) -> str:
    """Return the name of a policy's place; the files are shared by all languages, so words are those of the first."""
    return policy.place or context.wordings[context.settings.languages[0]].words("place.unknown")


def _row(context: SiteContext, wording: Wording, policy: Policy, places: Sequence[str]) -> list[object]:
    turns = list(_turns(context, wording, policy))
    return [
        policy.id,
        policy.title,
        places.index(_place(context, policy)),
        language_of(policy),
        int(policy.sample),
        turns,
        int(not any(version.held for version in policy.versions)),
    ]


def _at_first(context: SiteContext, policy: Policy, days: Sequence[date]) -> list[tuple[str, date]]:
    """Return the status of a policy before the first known change, from the day it was made, if that is known.

    Before that day it is in no list: nobody could say of it that it was not yet in force.
    """
    first = min((day for version in policy.versions if (day := made(version)) is not None), default=None)
    if first is not None and days and first >= days[0]:
        return []
    return [(first.isoformat() if first else "", previous_day(days[0]) if days else context.on)]


def _turns(context: SiteContext, wording: Wording, policy: Policy) -> Iterator[list[object]]:
    days = context.timeline.change_days(policy.id)
    before: list[object] = []
    for name, day in (*_at_first(context, policy, days), *((day.isoformat(), day) for day in days)):
        standing = context.timeline.standing(policy.id, day)
        not_held = wording.law_not_held(policy, standing)
        status = DAY_STATUSES.index("not-held" if not_held else wording.status_key(policy, standing))
        told: list[object] = [
            status,
            standing.version.key if standing.version is not None else "",
            int(standing.partial),
        ]
        if told != before:
            yield [name, *told]
        before = told
