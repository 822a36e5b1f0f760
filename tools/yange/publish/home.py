"""The home page: what is in force, what changed lately, what begins or lapses next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from yange.model import EventKind, Policy
from yange.publish.acts import Act, acts
from yange.publish.context import Context, View
from yange.publish.page import Heading, Page
from yange.timeline import Standing

__all__ = ["home_page"]

_PAPER = {EventKind.SIGNED, EventKind.PUBLISHED}


@dataclass(frozen=True, slots=True)
class Row:
    """A policy as the home page lists it."""

    policy: Policy
    standing: Standing
    number: str | None
    since: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """The policies of one place."""

    place: str
    rows: list[Row]


def home_page(context: Context, language: str) -> Page:
    """Return the home page."""
    view = context.view(language, "")
    words = view.words
    return Page(
        address=context.addresses.of(language, ""),
        language=language,
        title=words("site.home"),
        description=words("site.tagline"),
        html=lambda: _html(view),
        contents=(
            Heading(words("home.in-force"), "in-force"),
            Heading(words("home.recent"), "recent"),
            Heading(words("home.ahead"), "ahead"),
            Heading(words("home.others"), "others"),
        ),
        alternates=context.addresses.alternates(language, ""),
    )


def _html(view: View) -> str:
    context = view.context
    standings = [(policy, context.timeline.standing(policy.id, context.on)) for policy in context.library.policies]
    recent = context.on - timedelta(days=context.settings.recent_days)
    ahead = context.on + timedelta(days=context.settings.ahead_days)
    rows = [_row(view, policy, standing) for policy, standing in standings]
    return view.render(
        "home.html",
        in_force=_by_place([row for row in rows if row.standing.in_force]),
        others=_by_place([row for row in rows if not row.standing.in_force]),
        recent=list(reversed(_between(view, recent + timedelta(days=1), context.on))),
        ahead=[act for act in _between(view, context.on + timedelta(days=1), ahead) if act.kind not in _PAPER],
        recent_first=recent + timedelta(days=1),
        ahead_last=ahead,
        policies=len(rows),
        versions=sum(len(policy.versions) for policy in context.library.policies),
        count=sum(row.standing.in_force for row in rows),
        samples=any(policy.sample for policy in context.library.policies),
        status=view.wording.sentence,
    )


def _row(view: View, policy: Policy, standing: Standing) -> Row:
    version = standing.version
    number = version.number if version is not None else None
    since = version.effective if version is not None else None
    last = standing.until - timedelta(days=1) if standing.until is not None else None
    return Row(policy, standing, number, since, last)


def _by_place(rows: list[Row]) -> list[Group]:
    places: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        places[row.policy.place].append(row)
    return [Group(place, found) for place, found in sorted(places.items())]


def _between(view: View, first: date, last: date) -> list[Act]:
    """Return what happened on these days; a signing only where the text does not begin on one of them."""
    events = [e for e in view.context.timeline.events() if first <= e.day <= last and e.kind is not EventKind.PUBLISHED]
    begun = {(e.policy, e.version) for e in events if e.kind is not EventKind.SIGNED}
    told = (e for e in events if e.kind is not EventKind.SIGNED or (e.policy, e.version) not in begun)
    return [act for act in acts(view, told) if not act.moot]
