"""How a standing changes from day to day: what a page needs so that its reader's day, not the build's, decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from yange.dates import previous_day
from yange.model import Policy, Status, Version
from yange.publish.context import SiteView
from yange.timeline import Standing
from yange.timeline.line import first_made

__all__ = ["Turn", "ahead", "turns"]

_READ = {Status.IN_FORCE, Status.SUSPENDED}


@dataclass(frozen=True, slots=True)
class Turn:
    """A standing from its first day on; ``first`` is ``None`` for all days before the first known event.

    ``version`` is the text to read for it, ``None`` where none was law, or nobody knows which one was.
    """

    first: date | None
    status: str
    sentence: str
    version: Version | None
    law: bool


def turns(view: SiteView, policy: Policy, version: Version | None = None) -> list[Turn]:
    """Return the status of a policy, or of one text, on every day, as the changes from one status to the next."""
    timeline = view.context.timeline

    def at(day: date) -> Standing:
        return timeline.standing(policy.id, day) if version is None else timeline.version_standing(version, day)

    made = first_made(policy) if version is None else None
    return list(_different(_all(view, policy, timeline.change_days(policy.id), made, at)))


def _all(
    view: SiteView, policy: Policy, days: Iterable[date], made: date | None, at: Callable[[date], Standing]
) -> Iterator[Turn]:
    days = list(days)
    if made is not None and days:
        yield Turn(None, Status.NOT_YET_IN_FORCE.value, view.words("day.not-made"), None, False)
    if days and days[0] > date.min and (made is None or made < days[0]):
        yield _turn(view, policy, made, at(previous_day(days[0])))
    for day in days:
        yield _turn(view, policy, day, at(day))


def _turn(view: SiteView, policy: Policy, first: date | None, standing: Standing) -> Turn:
    wording = view.wording
    return Turn(
        first,
        wording.status_key(policy, standing),
        wording.sentence(policy, standing),
        standing.version if standing.status in _READ else None,
        standing.in_force,
    )


def _different(found: Iterable[Turn]) -> Iterator[Turn]:
    before: Turn | None = None
    for turn in found:
        if before is None or (turn.sentence, turn.version) != (before.sentence, before.version):
            yield turn
        before = turn


def ahead(view: SiteView, policy: Policy, version: Version | None = None) -> list[Turn]:
    """Return the turns after the day of the build; none where the publisher has fixed the day."""
    if view.context.settings.on is not None:
        return []
    on = view.context.on
    if not any(day > on for day in view.context.timeline.change_days(policy.id)):
        return []
    return [turn for turn in turns(view, policy, version) if turn.first is not None and turn.first > on]
