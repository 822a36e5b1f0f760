"""Days: how they are known, that they fit one another, and that the arithmetic is right."""

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
    "amendments_are_told",
    "bases_hold",
    "clause_days_lie_within",
    "commencement_is_first_day",
    "expiry_follows_commencement",
    "periods_do_not_overlap",
    "signing_agrees_with_succession",
    "signing_precedes_publication",
]


def bases_hold(subject: Subject) -> Iterator[Problem]:
    """A first day known from signing or publication equals that day (plus the days the text adds)."""
    for _, version in subject.pairs():
        bases = {Basis.SIGNED: ("signed", version.signed), Basis.PUBLISHED: ("published", version.published)}
        if version.effective_basis not in bases or version.effective is None:
            continue
        name, day = bases[version.effective_basis]
        if day is None:
            yield error(
                f"basis-{name}",
                version.path,
                f"The first day is said to be the day the text was {name}, but that day is not recorded.",
                hint=f"Give `{name}`, or say how the first day is known (`effective_basis`).",
                line=line_of(version, "effective_basis"),
            )
        elif version.effective not in _possible(subject, version, day):
            yield error(
                f"basis-{name}",
                version.path,
                f"The first day is recorded as the day the text was {name} ({day}), but it is {version.effective}.",
                hint=f"Correct `effective` or `{name}`; if the text prints the day, the basis is `stated`.",
                line=line_of(version, "effective"),
            )


def _possible(subject: Subject, version: Version, day: date) -> set[date]:
    """The day itself, and the day plus a delay that the text states (自公布之日起30日后)."""
    days = {day}
    for said in commencements(version.body, subject.law(version)):
        first = said.first_day(signed=day, published=day)
        if first is not None and said.basis is not Basis.STATED:
            days |= {first, next_day(first)} if said.delay else {first}
    return days


def commencement_is_first_day(subject: Subject) -> Iterator[Problem]:
    """The printed commencement is the text's own first day; only an amended text keeps an earlier one."""
    for _, version in subject.pairs():
        if version.commenced is None or version.effective is None or version.commenced == version.effective:
            continue
        if version.amended_by and version.commenced < version.effective:
            continue
        why = "lies after" if version.commenced > version.effective else "lies before"
        yield error(
            "commenced",
            version.path,
            f"The printed commencement ({version.commenced}) {why} the text's first day ({version.effective}).",
            hint="They differ only for a text amended by an order: then give the order under `amended_by`.",
            line=line_of(version, "commenced"),
        )


def amendments_are_told(subject: Subject) -> Iterator[Problem]:
    """A first day known from an amendment needs the amending order, and an amended text says so."""
    for _, version in subject.pairs():
        if version.effective_basis is Basis.AMENDMENT and not version.amended_by:
            yield error(
                "basis-amendment",
                version.path,
                "The first day is said to come from an amending order, but no order is recorded.",
                hint="Give number and date of the order under `amended_by`, as the caption (题注) tells them.",
                line=line_of(version, "effective_basis"),
            )
        if version.amended_by and version.effective_basis not in (Basis.AMENDMENT, Basis.STATED):
            yield warning(
                "amended-basis",
                version.path,
                f"The text was amended, but its first day is known as `{version.effective_basis.value}`.",
                hint="Usually the basis is `amendment`: the day the amending order took effect.",
                line=line_of(version, "effective_basis"),
            )


def expiry_follows_commencement(subject: Subject) -> Iterator[Problem]:
    """The last day in force lies on or after the first; a computed one is whole years or months from it."""
    for _, version in subject.pairs():
        if version.expires is None:
            if version.expires_basis is not None:
                yield error(
                    "expires-missing",
                    version.path,
                    f"`expires_basis` is {version.expires_basis.value}, but there is no last day.",
                    hint="Give `expires`, or remove the basis.",
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
            f"The last day in force ({last}) lies before the first ({version.effective}).",
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
    """Tell whether a term of whole months that begins on ``first`` ends on ``last``."""
    months = 12 * (last.year - first.year) + last.month - first.month
    return any(last_day_of_months(first, count) == last for count in (months, months + 1) if count > 0)


def signing_precedes_publication(subject: Subject) -> Iterator[Problem]:
    """A text is signed before it is published; a text that reaches back says so itself."""
    for _, version in subject.pairs():
        if version.signed and version.published and version.signed > version.published:
            yield warning(
                "signed-after-published",
                version.path,
                f"The text was published on {version.published}, before it was signed ({version.signed}).",
                hint="Check both days; `published` is the official promulgation, a web page's day is `page_date`.",
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
                    hint="Check both days; a text that reaches back prints its first day.",
                    line=line_of(version, "effective"),
                )


def clause_days_lie_within(subject: Subject) -> Iterator[Problem]:
    """A clause's own days lie within the days of its text and run forwards."""
    for _, version in subject.pairs():
        for clause in version.clause_periods:
            line = line_of(version, "clause_periods")
            if clause.first is None and clause.until is None:
                yield error(
                    "clause-days",
                    version.path,
                    f"No day is given for {clause.clause}.",
                    hint="Give `from` (first day in force) or `to` (last day in force).",
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
                    f"A day of {clause.clause} lies before the first day of the text ({version.effective}).",
                    hint="Leave out days on which the whole text is not yet in force.",
                    line=line,
                )


def periods_do_not_overlap(subject: Subject) -> Iterator[Problem]:
    """No two texts of a policy are in force on one day."""
    for policy in subject.library.policies:
        spans = [(period, version) for version in policy.versions for period in subject.timeline.periods(version)]
        spans.sort(key=lambda one: (one[0].start, one[1].key))
        for (one, earlier), (other, later) in pairwise(spans):
            if earlier.key != later.key and one.overlaps(other):
                yield error(
                    "overlap",
                    later.path,
                    f"On {other.start} both this text and {earlier.stem}.md would be in force.",
                    hint="Only one text of a policy is law on a day: check the revival or the days of both.",
                    line=line_of(later, "effective"),
                )


def signing_agrees_with_succession(subject: Subject) -> Iterator[Problem]:
    """Texts follow one another in the order in which they were signed, unless a text says which one it replaces."""
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
