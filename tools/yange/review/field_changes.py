"""Front matter before and after: which fields changed, and which of these changes need an entry in ``corrections``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yange.model import EFFECT_FIELDS, Correction, Policy, Version
from yange.parse.frontmatter import version_facts, write_facts
from yange.review.report import FieldChange

__all__ = [
    "EFFECTS",
    "LEADS",
    "LEGAL",
    "entry_text",
    "needs_entry",
    "new_entries",
    "policy_values",
    "recorded",
    "value_text",
    "values",
]

EFFECTS = tuple(EFFECT_FIELDS.values())
LEGAL = (
    "title", "cover_title", "number", "issuer", "signed", "published", "effective", "effective_basis", "commenced",
    "amended_by", "expires", "expires_basis", "clause_periods", *EFFECTS, "savings", "prevails_over",
)  # fmt: skip
"""Fields that say what was issued. All others are about the record."""

LEADS = {"effective_basis": "effective", "expires_basis": "expires", "commenced": "effective"}
"""Fields that depend on another, by that field: if it is corrected, they need no entry."""


def values(old: Version, new: Version) -> tuple[FieldChange, ...]:
    """Return the fields that differ, except ``corrections``, which are reported as entries."""
    before, after = version_facts(old), version_facts(new)
    names = dict.fromkeys((*before, *after))
    return tuple(
        FieldChange(name, value_text(before.get(name)), value_text(after.get(name)))
        for name in names
        if name != "corrections" and _plain(before.get(name)) != _plain(after.get(name))
    )


def recorded(version: Version) -> tuple[FieldChange, ...]:
    """Return the facts of a new text about what was issued, as changes from nothing."""
    facts = version_facts(version)
    told = ((name, facts.get(name)) for name in LEGAL)
    return tuple(FieldChange(name, "null", value_text(value)) for name, value in told if _plain(value) is not None)


def policy_values(old: Policy, new: Policy) -> tuple[FieldChange, ...]:
    """Return the facts of a ``policy.md`` that differ."""
    names = ("id", "title", "place", "kind", "rank", "was", "sample", "note")
    pairs = ((name, getattr(old, name), getattr(new, name)) for name in names)
    return tuple(FieldChange(name, value_text(a), value_text(b)) for name, a, b in pairs if a != b)


def _plain(value: Any) -> Any:
    return None if value in (None, [], "") else value


def value_text(value: Any) -> str:
    """Return a value as the file writes it, on one line."""
    if isinstance(value, tuple):
        value = list(value)
    if isinstance(value, str):
        return value
    written = write_facts({"v": {"v": value}})
    return written.split("v: {v: ", 1)[1].rsplit("}", 1)[0]


def needs_entry(change: FieldChange, old: Version, changed: tuple[FieldChange, ...]) -> bool:
    """Return whether a changed field is a correction that must be recorded.

    It is if a recorded, undoubted fact about what was issued changed. A fact that was unknown, or listed in ``review``
    as inferred, may be filled in; an added effect is an event. A first day is part of an address, even if it was
    doubtful: its entry lets the old address lead to the new one.
    """
    if change.name not in LEGAL or change.was in ("null", "", "[]"):
        return False
    if change.name in old.review and change.name != "effective":
        return False
    if change.name in LEADS and any(other.name == LEADS[change.name] for other in changed):
        return False
    return not (change.name in EFFECTS and _only_added(change.name, old, change))


def _only_added(name: str, old: Version, change: FieldChange) -> bool:
    return not version_facts(old).get(name) or change.now.startswith(change.was[:-1])


def new_entries(old: Version | None, new: Version) -> tuple[Correction, ...]:
    """Return the corrections that the older state does not record."""
    known = list(old.corrections if old else ())
    found = []
    for entry in new.corrections:
        if entry in known:
            known.remove(entry)
        else:
            found.append(entry)
    return tuple(found)


def entry_text(entry: Correction) -> str:
    """Return an entry as the line that goes below ``corrections:``."""
    record: Mapping[str, Any] = {
        "date": entry.date,
        "field": entry.field,
        **({"clause": entry.clause} if entry.clause else {}),
        "was": entry.was,
        "now": entry.now,
        "evidence": entry.evidence,
        "by": entry.by,
    }
    return write_facts({"corrections": [record]}).split("\n")[2]
