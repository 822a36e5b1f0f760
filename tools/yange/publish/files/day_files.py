"""The small files from which the browser works out the status of every policy on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from yange.dates import previous_day
from yange.model import Policy
from yange.publish.addresses import DAYS
from yange.publish.assets import Asset, script_json
from yange.publish.context import SiteContext
from yange.publish.facts.day_statuses import DAY_STATUSES, POLICIES_A_FILE
from yange.publish.facts.status_words import Wording
from yange.publish.view import language_of
from yange.timeline import Standing
from yange.timeline.line import age, recorded_from
from yange.timeline.standing import law_not_held

__all__ = ["day_files"]


@dataclass(frozen=True, slots=True)
class _Names:
    """The names that the policies of one file count in."""

    places: Sequence[str]
    kinds: Sequence[str]
    issuers: Sequence[str]


def day_files(context: SiteContext) -> Iterator[Asset]:
    """Yield the files: each a script that hands over some policies with their standings from day to day.

    It pushes ``{places, kinds, issuers, policies}`` to ``yangeDays``. A policy is ``[id, title, place, language,
    sample, turns, bare, kind, issuers, held, choosing]``: ``bare`` if no text of it is held, ``held`` the keys of the
    held texts from the oldest on, ``choosing`` if it has a page that compares any two of them. A turn is ``[first day,
    status, version key, out, by]``: ``out`` are the labels of the clauses out of force, or 0; ``by``, where another
    policy ended it, is ``[id, version key, whether the two texts have a comparison page]``, else 0. ``place``, ``kind``
    (-1: none) and ``issuers`` count in the lists, ``status`` in the order of the page's list; the first day is that on
    which the policy was made, empty where nobody knows it.
    """
    wording = context.english
    policies = context.library.policies
    for n, start in enumerate(range(0, len(policies), POLICIES_A_FILE)):
        group = policies[start : start + POLICIES_A_FILE]
        names = _Names(
            places=sorted({_place(context, policy) for policy in group}),
            kinds=sorted({policy.kind for policy in group if policy.kind}),
            issuers=sorted({name for policy in group for name in _issuers(policy)}),
        )
        value = {**asdict(names), "policies": [_row(context, wording, policy, names) for policy in group]}
        script = f"(self.yangeDays = self.yangeDays || []).push({script_json(value)});\n"
        yield Asset(f"{DAYS}{n}.js", script.encode())


def _place(context: SiteContext, policy: Policy) -> str:
    """Return the name of a policy's place; the files are shared by all languages, so words are those of the first."""
    return policy.place or context.wordings[context.settings.languages[0]].words("place.unknown")


def _issuers(policy: Policy) -> list[str]:
    return list(dict.fromkeys(name for version in policy.versions for name in version.issuer))


def _row(context: SiteContext, wording: Wording, policy: Policy, names: _Names) -> list[object]:
    held = [] if context.withholds(policy) else [version for version in policy.versions if version.held]
    return [
        policy.id,
        policy.title,
        names.places.index(_place(context, policy)),
        language_of(policy),
        int(policy.sample),
        list(_turns(context, wording, policy)),
        int(not any(version.held for version in policy.versions)),
        names.kinds.index(policy.kind) if policy.kind else -1,
        [names.issuers.index(name) for name in _issuers(policy)],
        [version.key for version in sorted(held, key=age)],
        int(context.has_choosing(policy)),
    ]


def _at_first(context: SiteContext, policy: Policy, days: Sequence[date]) -> list[tuple[str, date]]:
    """Return the status of a policy before the first known change, from the day it was made, if that is known.

    Before that day it is in no list: nobody could say of it that it was not yet in force.
    """
    first = recorded_from(policy, days)
    if days and first == days[0]:
        return []
    return [(first.isoformat() if first else "", previous_day(days[0]) if days else context.on)]


def _turns(context: SiteContext, wording: Wording, policy: Policy) -> Iterator[list[object]]:
    days = context.timeline.change_days(policy.id)
    before: list[object] = []
    for name, day in (*_at_first(context, policy, days), *((day.isoformat(), day) for day in days)):
        standing = context.timeline.standing(policy.id, day)
        not_held = law_not_held(policy, standing)
        status = DAY_STATUSES.index("not-held" if not_held else wording.status_key(policy, standing))
        told: list[object] = [
            status,
            standing.version.key if standing.version is not None else "",
            standing.not_in_force or 0,
            _ended_by(context, standing),
        ]
        if told != before:
            yield [name, *told]
        before = told


def _ended_by(context: SiteContext, standing: Standing) -> list[object] | int:
    """Return the other policy of the library that ended a text, its text, and whether the two are compared."""
    ended, old = standing.ended_by, standing.version
    if ended is None or old is None or ended.by_policy in (None, old.policy):
        return 0
    actor = context.policies.get(ended.by_policy or "")
    new = actor.version(ended.by_version) if actor is not None and ended.by_version is not None else None
    if actor is None or new is None:
        return 0
    return [actor.id, new.key, int(context.pairs.has(old, new))]
