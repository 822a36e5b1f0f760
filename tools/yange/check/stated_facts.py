"""Check that the record agrees with what the text says about its first day, last day and effects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from yange.check.subject import Subject, in_body, line_of
from yange.check.text_findings import EFFECT_READERS
from yange.model import Basis, Effect, EventKind, Policy, Version
from yange.names import number_key
from yange.problems import Problem, Severity, warning
from yange.statements import (
    Commencement,
    EffectStatement,
    Expiry,
    caption,
    commencements,
    expiries,
    printed_days,
    unread,
)
from yange.titles import title_key

__all__ = [
    "captions_are_recorded",
    "recorded_effects_are_said",
    "said_commencement_is_recorded",
    "said_effects_are_recorded",
    "said_expiry_is_recorded",
]


def _first(version: Version) -> date | None:
    """Return the day that a printed term counts from: the printed commencement, or else the text's own first day."""
    return version.commenced or version.effective


def said_commencement_is_recorded(subject: Subject) -> Iterator[Problem]:
    """Report a first day that differs from the one the text states, and a ``stated`` first day that is not printed."""
    for _, version in subject.enacted():
        said = commencements(version.body, subject.law(version))
        whole = [one for one in said if not one.clauses]
        days = {one.day for one in whole if one.day is not None}
        if days and _first(version) not in days and version.effective not in days:
            yield _commences_otherwise(subject, version, whole)
        elif not days and _is_unprinted(subject, version) and not _says_otherwise(subject, version, whole):
            yield warning(
                "says-no-commencement",
                version.path,
                f"The basis of the first day {version.effective} is `stated`, but the text does not print this day.",
                hint="Correct `effective_basis` (for example `signed` or `published`), or check the day.",
                line=line_of(version, "effective_basis"),
            )
        yield from _clauses_apart(version, [one for one in said if one.clauses])


def _says_otherwise(subject: Subject, version: Version, said: Sequence[Commencement]) -> bool:
    """Return whether the text states its first day by an event (自通车之日起), so that it prints no date."""
    law = subject.law(version)
    paragraphs = [line for line in version.body.split("\n") if line.strip()]
    left = (one.phrase for one in unread(paragraphs, law) if one.field == "effective")
    return bool(said) or any(one.effects.names_a_moment.search(phrase) for phrase in left for one in law)


def _is_unprinted(subject: Subject, version: Version) -> bool:
    """Return whether the basis is ``stated``, though the text prints neither its first day nor its commencement."""
    if version.effective_basis is not Basis.STATED or version.effective is None:
        return False
    return not any(_prints(subject, version, day) for day in (version.effective, version.commenced) if day)


def _commences_otherwise(subject: Subject, version: Version, said: Sequence[Commencement]) -> Problem:
    one = next(one for one in said if one.day is not None)
    recorded = _first(version) or "unknown"
    message = f"The text says “{one.phrase}”, but the first day recorded is {recorded}."
    hint = f"Set `effective: {one.day}` and rename the file, or correct the text against its source."
    by_register = version.effective_basis is Basis.REGISTER  # which dates a state of a text that prints older days
    severity = Severity.WARNING if by_register else _unless_doubted(subject, version, "effective")
    return in_body(severity, "says-commencement", version, one.start, message, hint)


def _unless_doubted(subject: Subject, version: Version, field: str) -> Severity:
    """Return the severity of a disagreement with a recorded day: a warning if ``review`` lists the day as doubtful.

    A recorded day that the text does not print at all is always an error.
    """
    recorded = getattr(version, field)
    doubtful = field in version.review and (recorded is None or _prints(subject, version, recorded))
    return Severity.WARNING if doubtful else Severity.ERROR


def _clauses_apart(version: Version, said: Sequence[Commencement]) -> Iterator[Problem]:
    for one in said:
        if one.day is not None and one.day != version.effective and not version.clause_periods:
            message = f"The text says “{one.phrase}” of {'、'.join(one.clauses)}, but `clause_periods` is empty."
            hint = f"Add clause {one.clauses[0]}, from {one.day}, to `clause_periods`."
            yield in_body(Severity.WARNING, "says-clause-period", version, one.start, message, hint)


def said_expiry_is_recorded(subject: Subject) -> Iterator[Problem]:
    """Report a last day that differs from the one the text states or that follows from its term of years."""
    for _, version in subject.enacted():
        said = expiries(version.body, subject.law(version))
        ends = {_last_day(version, one) for one in said} - {None}
        if ends and version.expires not in ends:
            one = next(one for one in said if _last_day(version, one) is not None)
            should = _last_day(version, one)
            recorded = f"the last day recorded is {version.expires}" if version.expires else "no last day is recorded"
            message = f"The text says “{one.phrase}”, which ends on {should}, but {recorded}."
            hint = f"Set `expires: {should}`; N years end on first day + N years − 1 day."
            yield in_body(
                _unless_doubted(subject, version, "expires"), "says-expiry", version, one.start, message, hint
            )
        elif version.expires is not None and not said and not _prints(subject, version, version.expires):
            yield warning(
                "says-no-expiry",
                version.path,
                f"The last day {version.expires} is recorded, but the text names no term.",
                hint="Write `expires: null` unless the text states it; record an extension in the text that extends.",
                line=line_of(version, "expires"),
            )


def _prints(subject: Subject, version: Version, day: date) -> bool:
    return any(one.day == day for one in printed_days(version.body, subject.law(version)))


def _last_day(version: Version, said: Expiry) -> date | None:
    first = _first(version)
    return said.day if said.day is not None or first is None else said.last_day(first)


def captions_are_recorded(subject: Subject) -> Iterator[Problem]:
    """Report amending orders and first days in the caption (题注) that are not recorded."""
    for _, version in subject.enacted():
        heading = version.body.find("\n", version.body.find("# ")) + 1
        printed = caption(version.body[heading:], subject.law(version))
        if printed is None:
            continue
        if len(printed.amendments) != len(version.amended_by):
            message = (
                f"The caption lists {len(printed.amendments)} amendments, but `amended_by` records"
                f" {len(version.amended_by)}."
            )
            hint = "Record each order under `amended_by` with number, date and kind (修正 or 修订)."
            yield in_body(Severity.WARNING, "says-amended", version, heading + printed.start, message, hint)
        if printed.commenced is not None and printed.commenced not in (version.commenced, version.effective):
            message = f"The caption prints {printed.commenced} as the first day, but the record says {_first(version)}."
            hint = f"Set `commenced: {printed.commenced}`; the text's own first day stays under `effective`."
            severity = _unless_doubted(subject, version, "effective")
            yield in_body(severity, "says-commencement", version, heading + printed.start, message, hint)


def said_effects_are_recorded(subject: Subject) -> Iterator[Problem]:
    """Report each effect on another instrument that the text states and the record lacks, or records as wider.

    A missing effect is an error if the library has that policy, because its status is then wrong. Amended texts are
    left out: they repeat effects of their first issue.
    """
    for policy, version in subject.enacted():
        if version.amended_by:
            continue
        for one in subject.findings(version).effects:
            yield from _said(subject, policy, version, (one.field, one.does), one.said)


def _said(
    subject: Subject, policy: Policy, version: Version, names: tuple[str, str], said: EffectStatement
) -> Iterator[Problem]:
    field, does = names
    recorded: Sequence[Effect] = getattr(version, field)
    same = [effect for effect in recorded if _is_same(effect, said, policy.place)]
    meant = subject.index.find(said.title, said.number, policy.place)
    name = f"《{said.title}》" if said.title else str(said.number)
    if not same:
        if meant is not None and meant.policy.id == policy.id:
            return
        counted = said.kind is EventKind.EXTENSION and said.until is None
        severity = Severity.WARNING if meant is None or counted else Severity.ERROR
        message = f"The text {does} {name}, but `{field}` does not record it."
        hint = f"Add it under `{field}`, with policy {meant.policy.id if meant else 'null'}."
        yield in_body(
            severity, f"says-{field.replace('_', '-')}", subject.with_words(version), said.start, message, hint
        )
    elif said.extent and any(effect.whole for effect in same):
        message = f"The text {does} only {'、'.join(said.extent)} of {name}, but the whole is recorded."
        hint = f"Write `extent: [{', '.join(said.extent)}]`."
        yield in_body(Severity.ERROR, "says-extent", subject.with_words(version), said.start, message, hint)


def _is_same(effect: Effect, said: EffectStatement, place: str) -> bool:
    if effect.number and said.number:
        return number_key(effect.number) == number_key(said.number)
    if effect.title and said.title:
        return title_key(effect.title, place) == title_key(said.title, place)
    return False


def recorded_effects_are_said(subject: Subject) -> Iterator[Problem]:
    """Report each recorded effect whose instrument the text names neither by title nor by number."""
    for policy, version in subject.enacted():
        if not any(getattr(version, field) for field, _, _ in EFFECT_READERS):
            continue
        body = title_key(version.body)
        numbers = number_key(version.body) or ""
        for field, does, _ in EFFECT_READERS:
            for effect in getattr(version, field):
                own = effect.policy == policy.id
                named = effect.title is not None and title_key(effect.title, policy.place) in body
                numbered = effect.number is not None and (number_key(effect.number) or "") in numbers
                if not (own or named or numbered):
                    yield warning(
                        "says-nothing-of-it",
                        version.path,
                        f"The record says that the text {does} {effect.title or effect.number}, but the text does not"
                        " name it.",
                        hint="Check the text and the name; record an effect in the text that states it.",
                        line=effect.line,
                    )
