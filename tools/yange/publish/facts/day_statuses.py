"""What the page of a day and the files that it loads agree on."""

from __future__ import annotations

from collections.abc import Mapping

from yange.timeline.between import OUTCOMES, Law

__all__ = ["DAY_STATUSES", "POLICIES_A_FILE", "law_of_status", "outcomes"]

POLICIES_A_FILE = 2000
"""How many policies one of the files holds at most."""
DAY_STATUSES = (
    "in-force",
    "not-held",
    "suspended",
    "not-yet-in-force",
    "superseded",
    "amended",
    "repealed",
    "expired",
    "never",
    "unknown",
    "letter",
    "draft",
)
"""The statuses of the page of a day in its order; its script counts the first two as law."""
_LAWS = {"in-force": Law.LAW, "not-held": Law.LAW, "suspended": Law.SUSPENDED, "unknown": Law.UNKNOWN}


def law_of_status() -> list[str]:
    """Return for each status of the page how a policy with it is law, for the page of two days."""
    return [_LAWS.get(status, Law.NONE).value for status in DAY_STATUSES]


def outcomes() -> Mapping[str, str]:
    """Return the table of outcomes for a script: by how a policy is law on the first and the second day."""
    return {f"{one.value} {other.value}": outcome.value for (one, other), outcome in OUTCOMES.items()}
