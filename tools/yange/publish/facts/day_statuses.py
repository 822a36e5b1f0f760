"""What the page of a day and the files that it loads agree on."""

from __future__ import annotations

__all__ = ["DAY_STATUSES", "POLICIES_A_FILE"]

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
