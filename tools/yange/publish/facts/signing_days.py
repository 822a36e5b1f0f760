"""Whether the recorded days of signing and publishing are those of the original or of the amending order.

An amended text has the number of the instrument as first issued, and days that are either that instrument's or the
amending order's. A day of signing is never shown with the number of the other instrument.
"""

from __future__ import annotations

from datetime import date

from yange.model import Event, EventKind, Policy, Version
from yange.names import number_key
from yange.timeline.line import age, is_amended, paper_number

__all__ = ["announces", "day_of_number"]


def day_of_number(policy: Policy, version: Version, field: str) -> date | None:
    """Return the day in ``signed`` or ``published`` that goes with the number of a text; ``None`` if not known.

    For a text as amended it is that of the text as issued under the same number.
    """
    day: date | None = getattr(version, field)
    if not is_amended(version) or (day is not None and paper_number(version, day) == version.number):
        return day
    key = number_key(version.number)
    issued = (text for text in sorted(policy.versions, key=age) if key is not None and number_key(text.number) == key)
    return next((getattr(text, field) for text in issued if not is_amended(text)), None)


def announces(version: Version, event: Event) -> bool:
    """Return whether an event announces a text that takes effect later: its signing, else its publishing, before that.

    The days of the instrument that a text amends are no news of the text.
    """
    first = version.signed or version.published
    kind = EventKind.SIGNED if version.signed is not None else EventKind.PUBLISHED
    if event.kind is not kind or first is None or version.effective is None or not first < version.effective:
        return False
    amended = _last_amended(version)
    return not is_amended(version) or (amended is not None and first >= amended)


def _last_amended(version: Version) -> date | None:
    return max((order.date for order in version.amended_by if order.date is not None), default=None)
