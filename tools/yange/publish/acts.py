"""Events as rows of a table: day, words, who did it, and whether it changed anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yange.model import Event, EventKind, Policy, Version
from yange.publish.context import View, language_of

__all__ = ["Act", "act", "acts"]

_BEGINNINGS = {EventKind.COMMENCEMENT, EventKind.AMENDMENT, EventKind.REPLACEMENT}


@dataclass(frozen=True, slots=True)
class Act:
    """One event in words. ``by`` is the title of the acting instrument as HTML with a link, ``number`` its 文号."""

    day: date
    kind: str
    words: str
    policy: Policy
    version: Version | None
    by: Policy | None
    by_version: Version | None
    by_language: str
    number: str | None
    moot: bool
    future: bool


def act(view: View, event: Event) -> Act | None:
    """Return an event in words; ``None`` where its policy is not in the library."""
    policies = view.context.policies
    policy = policies.get(event.policy)
    if policy is None:
        return None
    other = policies.get(event.by_policy) if event.by_policy and event.by_policy != event.policy else None
    number = event.number if other is not None or event.kind in _BEGINNINGS else None
    return Act(
        day=event.day,
        kind=event.kind.value,
        words=view.wording.event(event),
        policy=policy,
        version=policy.version(event.version),
        by=other,
        by_version=other.version(event.by_version) if other is not None and event.by_version else None,
        by_language=language_of(other) if other is not None else "",
        number=number,
        moot=view.context.timeline.is_moot(event),
        future=event.day > view.context.on,
    )


def acts(view: View, events: Iterable[Event]) -> list[Act]:
    """Return events in words, in their order."""
    return [found for found in (act(view, event) for event in events) if found is not None]
