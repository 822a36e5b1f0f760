"""Permanent names of events and corrections, and the site's address: what feeds and calendars share."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from urllib.parse import quote, urlsplit

from yange.dates import next_day
from yange.model import Correction, Event, EventKind, Policy, Version, stem_of
from yange.publish.addresses import relative
from yange.publish.facts.former_keys import first_day, first_keys
from yange.settings import Settings

__all__ = ["addition_name", "authority", "correction_name", "event_name", "link", "tag"]

_YEAR = "2026"
_NOWHERE = "yange.invalid"
_DAYS: Mapping[EventKind, tuple[str, ...]] = {
    EventKind.SIGNED: ("signed",),
    EventKind.PUBLISHED: ("published",),
    EventKind.COMMENCEMENT: ("effective", "commenced"),
    EventKind.AMENDMENT: ("effective",),
    EventKind.REPLACEMENT: ("effective",),
    EventKind.EXPIRY: ("expires",),
}


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


def event_name(policies: Mapping[str, Policy], event: Event) -> str:
    """Return what an event is called for ever: by the first id of its policy and by the days first recorded.

    So neither a policy that is renamed nor a day that is corrected makes another event of it. ``policies`` are those
    of the library, by every id they have or had.
    """
    key = _first_key(policies, event.policy, event.version)
    parts = [f"event/{_first_id(policies, event.policy)}/{key}/{event.kind.value}/{_first_day(policies, event)}"]
    by_policy, by_version = event.by_policy or "", event.by_version or ""
    if event.clauses or event.by_policy not in {None, event.policy}:
        by = _first_key(policies, by_policy, by_version)
        parts.append(_digest(_first_id(policies, by_policy), by, *event.clauses))
    if event.kind is EventKind.AMENDING_ORDER or _one_order_of_several(event):
        parts.append(_digest(event.number or ""))
    return "/".join(parts)


def _one_order_of_several(event: Event) -> bool:
    """Return whether an amendment is that of an order beside the one by which a text begins: both are of one day."""
    return event.kind is EventKind.AMENDMENT and event.by_version not in {None, event.version}


def correction_name(policies: Mapping[str, Policy], version: Version, correction: Correction) -> str:
    """Return what a correction is called for ever."""
    facts = (correction.date, correction.field, correction.clause, correction.was, correction.now)
    key = _first_key(policies, version.policy, version.key)
    return f"correction/{_first_id(policies, version.policy)}/{key}/{_digest(*map(str, facts))}"


def addition_name(policies: Mapping[str, Policy], version: Version) -> str:
    """Return what the coming of a text into the archive is called for ever."""
    return f"added/{_first_id(policies, version.policy)}/{_first_key(policies, version.policy, version.key)}"


def _first_id(policies: Mapping[str, Policy], policy_id: str) -> str:
    policy = policies.get(policy_id)
    return policy.was[0] if policy is not None and policy.was else policy_id


def _first_key(policies: Mapping[str, Policy], policy_id: str, key: str) -> str:
    policy = policies.get(policy_id)
    stem = stem_of(key)
    return first_keys(policy).get(key, stem) if policy is not None else stem


def _first_day(policies: Mapping[str, Policy], event: Event) -> date:
    """Return the day of an event as it was first recorded: in the field of the text from which it is taken."""
    for policy_id, key, fields in (
        (event.policy, event.version, _DAYS.get(event.kind, ())),
        (event.by_policy, event.by_version, ("effective", "signed", "published")),
    ):
        policy = policies.get(policy_id or "")
        version = policy.version(key) if policy is not None and key else None
        if version is None or not version.corrections:
            continue
        for field in fields:
            if _out(getattr(version, field), event.kind) == event.day:
                return _out(first_day(version, field), event.kind) or event.day
    return event.day


def _out(day: date | None, kind: EventKind) -> date | None:
    """Return the day of an event from the recorded one: an expiry happens on the day after the last day in force."""
    return next_day(day) if day is not None and kind is EventKind.EXPIRY and day < date.max else day


def _digest(*facts: str) -> str:
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:12]
