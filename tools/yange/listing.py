"""A policy as a list of one day has it, however the texts were read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yange.model import Holding, Library, Policy, Status

if TYPE_CHECKING:
    from yange.timeline import Standing, Timeline

__all__ = ["ListedRow", "listed_row", "listed_rows"]


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A policy on a day. ``unread``: whether the text prints a last day in words that were not read."""

    policy: str
    policy_title: str
    place: str
    kind: str | None
    sample: bool
    versions: int
    status: Status
    partial: bool
    version: str | None
    since: date | None
    last_day: date | None
    not_in_force: tuple[str, ...]
    title: str | None
    number: str | None
    effective: date | None
    expires: date | None
    unread: bool
    text: Holding | None
    review: tuple[str, ...]


def listed_rows(
    library: Library, timeline: Timeline, day: date, status: Status | None, place: str | None
) -> tuple[ListedRow, ...]:
    """Return the policies with their standing on a day; ``status`` and ``place`` limit them."""
    policies = (policy for policy in library.policies if place is None or policy.place == place)
    found = ((policy, timeline.standing(policy.id, day)) for policy in policies)
    return tuple(listed_row(timeline, *one) for one in found if status is None or one[1].status is status)


def listed_row(timeline: Timeline, policy: Policy, standing: Standing) -> ListedRow:
    """Return the row of a policy."""
    version = standing.version
    return ListedRow(
        policy=policy.id,
        policy_title=policy.title,
        place=policy.place,
        kind=policy.kind,
        sample=policy.sample,
        versions=len(policy.versions),
        status=standing.status,
        partial=standing.partial,
        version=version.key if version else None,
        since=standing.since,
        last_day=standing.last_day,
        not_in_force=standing.not_in_force,
        title=version.title if version else None,
        number=version.number if version else None,
        effective=version.effective if version else None,
        expires=timeline.expires(version) if version else None,
        unread=version is not None and version.expires is None and "expires" in version.review,
        text=version.text if version else None,
        review=version.review if version else (),
    )
