"""By which days a text was called before its record was corrected: so that permanent names outlive the correction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from yange.dates import parse_day
from yange.model import Correction, Policy, Version

__all__ = ["UNDATED", "first_day", "first_keys", "was_called"]

UNDATED = "undated"
"""How a text is called whose first day is not known."""


def was_called(text: str | None) -> str | None:
    """Return the name under which a text stood before its day was corrected; of what is no day, none.

    ``text`` is what a correction of ``effective`` says was recorded; empty where no day was.
    """
    if text is None or text.strip() in ("", "null", UNDATED):
        return UNDATED
    day = _day(text)
    return day.isoformat() if day is not None else None


def first_keys(policy: Policy) -> Mapping[str, str]:
    """Return by the key of each text the file name it was first filed under; never one that another text bears now."""
    taken = {version.stem for version in policy.versions}
    found = {}
    for version in policy.versions:
        first = next(_corrected(version, "effective"), None)
        name = was_called(first.was) if first is not None else None
        found[version.key] = name if name is not None and name not in taken else version.stem
        taken.add(found[version.key])
    return found


def first_day(version: Version, field: str) -> date | None:
    """Return the day first recorded in a field according to its corrections; without one, the day there now."""
    for correction in _corrected(version, field):
        day = _day(correction.was or "")
        if day is not None:
            return day
    now: date | None = getattr(version, field)
    return now


def _corrected(version: Version, field: str) -> Iterator[Correction]:
    in_order = sorted(version.corrections, key=lambda correction: correction.date or date.min)
    yield from (correction for correction in in_order if correction.field == field)


def _day(text: str) -> date | None:
    try:
        return parse_day(text.strip())
    except ValueError:
        return None
