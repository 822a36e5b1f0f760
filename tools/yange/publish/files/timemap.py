"""The texts of a policy as a Memento TimeMap (RFC 7089, section 5, in the link format of RFC 6690).

A memento is the text that was law from its first day on; its ``datetime`` is midnight (GMT) of that legal day, not the
day on which anybody wrote it down. Texts without a known first day and drafts are none. There is no time gate: it would
need a server that answers by date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yange.model import Policy, Version
from yange.publish.addresses import policy_address, timemap_address, version_address
from yange.publish.assets import Asset
from yange.publish.context import SiteContext
from yange.publish.facts.permanent_ids import link
from yange.timeline.line import age

__all__ = ["MEDIA", "mementos", "timemap"]

MEDIA = "application/link-format"
# RFC 7231, 7.1.1.1: English names in every locale.
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def mementos(policy: Policy) -> list[Version]:
    """Return the texts with a first day, in order."""
    dated = (version for version in policy.versions if version.effective is not None and not version.draft)
    return sorted(dated, key=age)


def timemap(context: SiteContext, policy: Policy) -> Asset | None:
    """Return the file of a policy; ``None`` where no text has a first day."""
    texts = mementos(policy)
    if not texts:
        return None
    address = timemap_address(policy.id)
    return Asset(address, (",\n".join(_links(context, policy, texts)) + "\n").encode())


def _links(context: SiteContext, policy: Policy, texts: list[Version]) -> Iterator[str]:
    settings, origin = context.settings, policy_address(policy.id)
    days = [_http(version.effective) for version in texts if version.effective is not None]
    own = link(settings, origin, policy_address(policy.id))
    here = own + timemap_address(policy.id).rpartition("/")[2]
    yield f'<{own}>; rel="original"'
    yield f'<{here}>; rel="self"; type="{MEDIA}"; from="{days[0]}"; until="{days[-1]}"'
    for nth, (version, day) in enumerate(zip(texts, days, strict=True)):
        ends = [*(["first"] if nth == 0 else []), *(["last"] if nth == len(texts) - 1 else []), "memento"]
        yield f'<{link(settings, origin, version_address(version))}>; rel="{" ".join(ends)}"; datetime="{day}"'


def _http(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]}, {day.day:02} {_MONTHS[day.month - 1]} {day.year:04} 00:00:00 GMT"
