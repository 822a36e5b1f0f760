"""The line of succession of one policy: which of its texts have a first day, and in which order they follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from yange.law import law_named, packs
from yange.model import Amendment, Basis, Event, EventKind, Policy, Version
from yange.names import number_key

Ref = tuple[str, str]
"""A version's address in the library: policy id and key."""


def ref(version: Version) -> Ref:
    """Return the version's address."""
    return version.policy, version.key


def is_letter(policy: Policy) -> bool:
    """Return whether the policy answers one asker or explains another text: it has no period and is never in force."""
    replies = _replies(frozenset(version.language for version in policy.versions))
    return any(word is not None and word.strip().casefold() in replies for word in (policy.kind, policy.rank))


@cache
def _replies(languages: frozenset[str]) -> frozenset[str]:
    """Return the kinds of letters in the languages of a policy's texts, or in every language if none has a pack."""
    own = tuple(grammar for language in languages for grammar in law_named(language))
    return frozenset(word for grammar in own or packs() for word in grammar.instruments.replies)


def made(version: Version) -> date | None:
    """Return the day the text was made, as far as it is known: signed, else published."""
    return version.signed or version.published


def first_made(policy: Policy) -> date | None:
    """Return the day on which a policy was made, as far as it is known; before it there was no such policy.

    Where the earliest text held was made by an order that amends, the policy is older than that text, unless it
    is known not to have commenced before.
    """
    found = [(day, version) for version in policy.versions if (day := made(version)) is not None and not version.draft]
    if not found:
        return None
    day, version = min(found, key=lambda one: one[0])
    older = is_amended(version) and (version.commenced is None or version.commenced < day)
    return None if older else day


def recorded_from(policy: Policy, changes: Sequence[date]) -> date | None:
    """Return the first day on which anything is known of a policy; ``None`` if nobody knows that day.

    It is the day on which the policy was made, or the first of the days on which its standing ``changes``, if that is
    not later. Nobody could say of an earlier day that the policy was not yet in force.
    """
    days = [day for version in policy.versions if (day := made(version)) is not None]
    if days and changes and min(days) >= changes[0]:
        return changes[0]
    return first_made(policy)


def age(version: Version) -> tuple[date, int, str]:
    """Order texts by first day and place on it; an undated one by the day it was made, the oldest where none is known.

    Texts are listed and compared in this order; which one replaced another only the timeline knows.
    """
    return version.effective or made(version) or date.min, version.nth_on_day, version.key


def is_amended(version: Version) -> bool:
    """Return whether the text came about by an order that amends (修正, 修订) and not by a new issue."""
    return version.effective_basis is Basis.AMENDMENT or bool(version.amended_by)


def orders_between(old: Version | None, new: Version) -> tuple[Amendment, ...]:
    """Return the amending orders that made ``new`` out of ``old``, in their order: those that only ``new`` records."""
    known = {_order_key(order) for order in old.amended_by} if old is not None else set()
    return tuple(order for order in new.amended_by if _order_key(order) not in known)


def _order_key(order: Amendment) -> tuple[str | None, date | None]:
    key = number_key(order.number)
    return key, None if key else order.date


def paper_number(version: Version, day: date) -> str | None:
    """Return the number of the instrument that was signed or published on ``day``, as far as it is known.

    An amended text bears the number of the instrument as first issued, while its days of signing and publishing are
    that instrument's or the amending order's: what one signed is never reported under the number of the other.
    """
    numbers = {number_key(order.number) for order in version.amended_by} - {None}
    if not is_amended(version) or number_key(version.number) in numbers:
        return version.number
    days = [order.date for order in version.amended_by if order.date is not None]
    if day < min(days, default=version.effective or day):
        return version.number
    of_day = [order for order in version.amended_by if order.date == day]
    if of_day:
        return of_day[-1].number
    return version.amended_by[-1].number if version.amended_by and day > max(days, default=day) else None


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """A policy with its texts apart: ``dated`` in order of succession, ``loose`` those without a period."""

    policy: Policy
    dated: tuple[Version, ...]
    loose: tuple[Version, ...]
    drafts: tuple[Version, ...] = ()
    """Texts that were never law; nothing reaches them."""

    def named(self, number: str | None) -> tuple[Version, ...]:
        """Return the texts that bear this 文号, dated ones first."""
        key = number_key(number)
        if key is None:
            return ()
        return tuple(version for version in (*self.dated, *self.loose) if number_key(version.number) == key)


def line_of(policy: Policy) -> PolicyLine:
    """Put a policy's texts in order: by first day, then by the number behind the day in the file name."""
    drafts = tuple(version for version in policy.versions if version.draft)
    texts = [version for version in policy.versions if not version.draft]
    if is_letter(policy):
        return PolicyLine(policy, (), tuple(texts), drafts)
    dated = [version for version in texts if version.effective is not None]
    dated.sort(key=lambda version: (version.effective or date.min, version.nth_on_day))
    loose = tuple(version for version in texts if version.effective is None)
    return PolicyLine(policy, tuple(dated), loose, drafts)


def beginning(version: Version, first: bool) -> Event:
    """Return the event by which a text begins: commencement of the first one, else amendment or replacement."""
    if version.effective is None:
        raise ValueError(f"{version.path} has no first day")
    kind = EventKind.AMENDMENT if is_amended(version) else EventKind.REPLACEMENT
    if first and not _began_before(version):
        kind = EventKind.COMMENCEMENT
    amending = version.amended_by[-1].number if kind is EventKind.AMENDMENT and version.amended_by else None
    return Event(
        day=version.effective,
        kind=kind,
        policy=version.policy,
        version=version.key,
        by_policy=version.policy,
        by_version=version.key,
        number=amending or version.number,
    )


def _began_before(version: Version) -> bool:
    return (
        is_amended(version)
        and version.commenced is not None
        and version.effective is not None
        and version.commenced < version.effective
    )
