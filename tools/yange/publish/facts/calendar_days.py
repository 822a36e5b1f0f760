"""Which events are days of a calendar: where a text or a clause begins or ends."""

from __future__ import annotations

from collections.abc import Iterator

from yange.model import Event, EventKind, Policy
from yange.timeline import Timeline

__all__ = ["CLAUSES", "ENDS", "told_days"]

_BEGINNINGS = {EventKind.COMMENCEMENT, EventKind.REPLACEMENT, EventKind.AMENDMENT}
CLAUSES = {EventKind.CLAUSE_BEGINS, EventKind.CLAUSE_ENDS}
ENDS = {EventKind.EXPIRY, EventKind.CLAUSE_ENDS}


def told_days(timeline: Timeline, policy: Policy) -> Iterator[Event]:
    """Yield the events of a policy that a calendar tells, in order of day."""
    for event in timeline.events(policy.id):
        if _is_told(event) and policy.version(event.version) is not None and not timeline.is_moot(event):
            yield event


def _is_told(event: Event) -> bool:
    """Return whether something begins or ends by its own days; a text replaced before its first day does neither."""
    begins = event.kind in _BEGINNINGS and event.by_version in {None, event.version}
    return begins or event.kind in CLAUSES or event.kind in ENDS
