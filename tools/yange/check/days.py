"""Check days: their basis, their order, and the arithmetic of terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from yange.check.subject import Subject, line_of
from yange.dates import last_day_of_months, last_day_of_years, next_day
from yange.model import Basis, ExpiryBasis, Policy, Version
from yange.problems import Problem, error, warning
from yange.statements import commencements

__all__ = [
    "amending_orders_are_recorded",
    "bases_hold",
    "clause_days_lie_within",
    "commencement_is_first_day",
    "expiry_follows_commencement",
    "periods_do_not_overlap",
    "signing_agrees_with_succession",
    "signing_precedes_publication",
]


def bases_hold(subject: Subject) -> Iterator[Problem]:
    """Report each first day with basis ``signed`` or ``published`` that is not that day.

    A delay that the text states (自公布之日起30日后) is added.
    """
    for _, version in subject.pairs():
        bases = {Basis.SIGNED: ("signed", version.signed), Basis.PUBLISHED: ("published", version.published)}
        if version.effective_basis not in bases or version.effective is None:
            continue
        name, day = bases[version.effective_basis]
        if day is None:
            yield error(
                f"basis-{name}",
                version.path,
                f"The basis of the first day is `{name}`, but `{name}` is not recorded.",
                hint=f"Add `{name}`, or correct `effective_basis`.",
                line=line_of(version, "effective_basis"),
            )
        elif version.effective not in _possible(subject, version, day):
            yield error(
                f"basis-{name}",
                version.path,
                f"The basis of the first day is `{name}` ({day}), but `effective` is {version.effective}.",
                hint=f"Correct `effective` or `{name}`; if the text prints the day, the basis is `stated`.",
                line=line_of(version, "effective"),
            )


def _possible(subject: Subject, version: Version, day: date) -> set[date]:
    """Return the day itself, and the day plus a delay that the text states (自公布之日起30日后)."""
    days = {day}
    for said in commencements(version.body, subject.law(version)):
        first = said.first_day(signed=day, published=day)
        if first is not None and said.basis is not Basis.STATED:
            days |= {first, next_day(first)} if said.delay else {first}
    return days


def commencement_is_first_day(subject: Subject) -> Iterator[Problem]:
    """Report a printed commencement that is not the text's own first day.

    An amended text, and a later version in a register, may print an earlier day.
    """
    for _, version in subject.pairs():
        if version.commenced is None or version.effective is None or version.commenced == version.effective:
            continue
        later = version.amended_by or version.effective_basis is Basis.REGISTER
        if later and version.commenced < version.effective:
            continue
        why = "is after" if version.commenced > version.effective else "is before"
        yield error(
            "commenced",
            version.path,
            f"The printed commencement ({version.commenced}) {why} the text's first day ({version.effective}).",
            hint="They differ only if an order amended the text: record that order under `amended_by`.",
            line=line_of(version, "commenced"),
        )


def amending_orders_are_recorded(subject: Subject) -> Iterator[Problem]:
    """Report basis ``amendment`` without an amending order, and an amending order with an unusual basis."""
    for _, version in subject.pairs():
        if version.effective_basis is Basis.AMENDMENT and not version.amended_by:
            yield error(
                "basis-amendment",
                version.path,
                "The basis of the first day is `amendment`, but no amending order is recorded.",
                hint="Record the order's number and date under `amended_by`, as the caption (题注) prints them.",
                line=line_of(version, "effective_basis"),
            )
        if version.amended_by and version.effective_basis not in (Basis.AMENDMENT, Basis.STATED, Basis.REGISTER):
            yield warning(
                "amended-basis",
                version.path,
                f"The text was amended, but the basis of its first day is `{version.effective_basis.value}`.",
                hint="The basis is usually `amendment`: the day on which the amending order took effect.",
                line=line_of(version, "effective_basis"),
            )


def expiry_follows_commencement(subject: Subject) -> Iterator[Problem]:
    """Report a last day in force before the first, and a computed one that is not whole years or months from it."""
    for _, version in subject.pairs():
        if version.expires is None:
            if version.expires_basis not in (None, ExpiryBasis.REGISTER):
                yield error(
                    "expires-missing",
                    version.path,
                    f"`expires_basis` is {version.expires_basis.value}, but there is no last day.",
                    hint="Add `expires`, or remove `expires_basis`.",
                    line=line_of(version, "expires_basis"),
                )
            continue
        yield from _expiry(version, version.expires)


def _expiry(version: Version, last: date) -> Iterator[Problem]:
    line = line_of(version, "expires")
    first = version.commenced if version.amended_by and version.commenced else version.effective
    if version.effective is not None and last < version.effective:
        yield error(
            "expires-early",
            version.path,
            f"The last day in force ({last}) is before the first ({version.effective}).",
            hint="Check both days; `expires` is the last day on which the text is in force.",
            line=line,
        )
    elif version.expires_basis is None:
        yield warning(
            "expires-basis",
            version.path,
            f"The last day is {last}, but how it is known is not said.",
            hint="Set `expires_basis` to stated (有效期至…) or computed (有效期N年).",
            line=line,
        )
    elif version.expires_basis is ExpiryBasis.COMPUTED and first is not None and not _whole_months(first, last):
        yield error(
            "expiry-arithmetic",
            version.path,
            f"The last day {last} is said to be computed, but it is not whole years or months from {first}.",
            hint=f"First day + N years − 1 day, a term without such a day on the last of its month: for 5 years"
            f" {last_day_of_years(first, 5)}.",
            line=line,
        )


def _whole_months(first: date, last: date) -> bool:
    """Return whether a term of whole months that begins on ``first`` ends on ``last``."""
    months = 12 * (last.year - first.year) + last.month - first.month
    return any(last_day_of_months(first, count) == last for count in (months, months + 1) if count > 0)


def signing_precedes_publication(subject: Subject) -> Iterator[Problem]:
    """Report a text published before it was signed, and a retroactive first day that the text does not print."""
    for _, version in subject.pairs():
        if version.signed and version.published and version.signed > version.published:
            yield warning(
                "signed-after-published",
                version.path,
                f"The text was published on {version.published}, before it was signed ({version.signed}).",
                hint="Check both days; `published` is the day of promulgation, the date of a web page is `page_date`.",
                line=line_of(version, "signed"),
            )
        if version.signed and version.effective and version.signed > version.effective and not version.amended_by:
            said = commencements(version.body, subject.law(version)) if version.held else ()
            stated = {one.day for one in said} if version.held else {version.effective}
            if version.effective_basis is Basis.STATED and version.effective not in stated:
                yield warning(
                    "retroactive",
                    version.path,
                    f"The text takes effect on {version.effective}, before it was signed ({version.signed}).",
                    hint="Check both days; a retroactive text prints its first day.",
                    line=line_of(version, "effective"),
                )


def clause_days_lie_within(subject: Subject) -> Iterator[Problem]:
    """Report days of single clauses that are missing, reversed, or before the first day of their text."""
    for _, version in subject.pairs():
        for clause in version.clause_periods:
            line = line_of(version, "clause_periods")
            if clause.first is None and clause.until is None:
                yield error(
                    "clause-days",
                    version.path,
                    f"No day is given for {clause.clause}.",
                    hint="Add `from` (first day in force) or `to` (last day in force).",
                    line=line,
                )
            elif clause.first is not None and clause.until is not None and clause.first >= clause.until:
                yield error(
                    "clause-days",
                    version.path,
                    f"{clause.clause} would end before it begins.",
                    hint="`from` is the first day in force, `to` the last.",
                    line=line,
                )
            elif version.effective and min(d for d in (clause.first, clause.until) if d) < version.effective:
                yield error(
                    "clause-days",
                    version.path,
                    f"A day of {clause.clause} is before the first day of the text ({version.effective}).",
                    hint="Leave out days on which the text is not yet in force at all.",
                    line=line,
                )


def periods_do_not_overlap(subject: Subject) -> Iterator[Problem]:
    """Report two texts of a policy that are in force on the same day."""
    for policy in subject.library.policies:
        spans = [(period, version) for version in policy.versions for period in subject.timeline.periods(version)]
        spans.sort(key=lambda one: (one[0].start, one[1].key))
        for (one, earlier), (other, later) in pairwise(spans):
            if earlier.key != later.key and one.overlaps(other):
                yield error(
                    "overlap",
                    later.path,
                    f"On {other.start} both this text and {earlier.stem}.md would be in force.",
                    hint="Only one text of a policy is in force on a day: check the days of both, and any revival.",
                    line=line_of(later, "effective"),
                )


def signing_agrees_with_succession(subject: Subject) -> Iterator[Problem]:
    """Report texts of a policy that take effect in another order than they were signed."""
    for policy in subject.library.policies:
        dated = [version for version in policy.versions if version.effective is not None]
        for earlier, later in pairwise(dated):
            if _unclear(subject, policy, earlier, later):
                yield warning(
                    "signing-order",
                    later.path,
                    f"This text was signed on {later.signed}, before {earlier.stem}.md ({earlier.signed}),"
                    " which takes effect first and is replaced by it.",
                    hint=f"If {earlier.stem}.md replaced this text before it took effect, say so there in `repeals`.",
                    line=line_of(later, "signed"),
                )


def _unclear(subject: Subject, policy: Policy, earlier: Version, later: Version) -> bool:
    if earlier.signed is None or later.signed is None or earlier.signed <= later.signed or later.amended_by:
        return False
    if earlier.effective == later.effective:
        return False
    periods = [subject.timeline.period(version) for version in (earlier, later)]
    return all(period is not None and not period.empty for period in periods)
