"""Permanent names of events and corrections, and where a site stands: what feeds and calendars share."""

from __future__ import annotations

import hashlib
from urllib.parse import quote, urlsplit

from yange.model import Correction, Event, Library, Version
from yange.publish.addresses import relative
from yange.settings import Settings

__all__ = ["authority", "correction_name", "event_name", "link", "tag"]

_YEAR = "2026"
_NOWHERE = "yange.invalid"


def authority(settings: Settings) -> str:
    """Return who names things here: what is set, else the host of the site's address (RFC 4151)."""
    if settings.authority:
        return settings.authority
    host = urlsplit(settings.address).hostname if settings.address else None
    return f"{host or _NOWHERE},{_YEAR}"


def tag(settings: Settings, name: str) -> str:
    """Return the ``tag:`` address of a name."""
    return f"tag:{authority(settings)}:{quote(name, safe='/-._~:@')}"


def link(settings: Settings, origin: str, target: str, anchor: str = "") -> str:
    """Return the address of a page: whole where the site's own is known, else relative to the file at ``origin``."""
    if settings.address is None:
        return relative(origin, target, anchor)
    path = relative("", target, anchor).removeprefix("./")
    return f"{settings.address.rstrip('/')}/{path}"


def event_name(library: Library, event: Event) -> str:
    """Return what an event is called for ever: a policy that was renamed keeps its first id here."""
    parts = [f"event/{_first_id(library, event.policy)}/{event.version}/{event.kind.value}/{event.day}"]
    rest = [_first_id(library, event.by_policy or ""), event.by_version or "", *event.clauses]
    if event.clauses or event.by_policy not in {None, event.policy}:
        parts.append(_digest(*rest))
    return "/".join(parts)


def correction_name(library: Library, version: Version, correction: Correction) -> str:
    """Return what a correction is called for ever."""
    facts = (correction.date, correction.field, correction.clause, correction.was, correction.now)
    return f"correction/{_first_id(library, version.policy)}/{version.key}/{_digest(*map(str, facts))}"


def _first_id(library: Library, policy_id: str) -> str:
    policy = library.policy(policy_id) if policy_id else None
    return policy.was[0] if policy is not None and policy.was else policy_id


def _digest(*facts: str) -> str:
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:12]
