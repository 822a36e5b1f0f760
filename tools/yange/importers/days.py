"""Find the first and the last day of a document: as the text states them, or inferred and marked as inferred.

A sentence that may state a day but was not read (:func:`yange.statements.unread`) leaves that day unknown; it never
counts as if the text stated none. The rules are in docs/design/policy-on-disk.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yange import statements
from yange.dates import has_anniversary, later
from yange.importers.drafts import BlockRole
from yange.importers.reading import DraftReading, PlacedUnread
from yange.law.aspects.days import DayForms
from yange.model import Basis, ClausePeriod, ExpiryBasis
from yange.statements import Caption, Commencement, Expiry


@dataclass(frozen=True, slots=True)
class _Placed:
    """A statement with its line; ``notice`` is set if it is in the covering notice."""

    what: Commencement
    line: int
    notice: bool


def read_first_day(reader: DraftReading, caption: Caption | None, unread: Sequence[PlacedUnread]) -> None:
    """Record the first day, its basis, the printed commencement and the clauses with days of their own."""
    facts = reader.facts
    starts = _starts(reader)
    whole = [one for one in starts if not one.what.clauses]
    stated = [one for one in whole if one.what.day is not None]
    facts.commenced = _choose(stated) or (caption.commenced if caption else None)
    for one in unread:
        reader.warn_unread(one)
    unknown = any(one.what.own for one in unread) or (bool(unread) and not whole)
    if unknown:
        facts.commenced = None if not (caption and caption.commenced) else caption.commenced
    _disagreement(reader, stated, caption.commenced if caption and not caption.amendments else None)
    if caption is not None and caption.amendments:
        _amended(reader, caption)
    elif facts.commenced is not None:
        facts.effective, facts.basis = facts.commenced, Basis.STATED
        _inexact(reader, stated)
    elif unknown:
        _from_the_page(reader)
    elif starts and not whole:
        text = f"only the first day of {'、'.join(starts[-1].what.clauses)} is stated, not that of the whole text"
        reader.warn("effective-unknown", starts[-1].line, text)
        facts.doubt("effective")
        _from_the_page(reader)
    else:
        _relative(reader, [one for one in whole if one.what.day is None])
    _unread_later(reader, caption)
    facts.clause_periods = tuple(
        ClausePeriod(clause=label, first=one.what.day)
        for one in starts
        if one.what.day is not None
        for label in one.what.clauses
    )


def _starts(reader: DraftReading) -> list[_Placed]:
    return [
        _Placed(start, reader.line(one.start), notice)
        for notice, texts in ((True, reader.notice), (False, reader.main))
        for one in texts
        if one.role is not BlockRole.CAPTION
        for start in statements.commencements(one.text, reader.law)
    ]


def _choose(stated: Sequence[_Placed]) -> date | None:
    """Return the last first day that the text itself states, or else the last one that the notice states."""
    own = [one for one in stated if not one.notice] or list(stated)
    return own[-1].what.day if own else None


def _amended(reader: DraftReading, caption: Caption) -> None:
    """Record the first day of an amended text.

    It is the day in the caption, or a day in the last provisions that is not before the last amending order; an
    earlier day there is the first day of the original text. Otherwise it is inferred from the order.
    """
    facts = reader.facts
    facts.amended_by, printed = caption.amendments, facts.commenced
    last = caption.amendments[-1].date
    own = printed if printed is not None and last is not None and printed >= last else None
    if day := caption.begins or own:
        facts.effective, facts.basis = day, Basis.STATED
        facts.commenced = caption.commenced or printed or day
        if printed is not None and printed > day:
            facts.commenced = caption.commenced
            text = f"the first day of the amended text is {day} in the caption, but {printed} in its own provisions"
            reader.warn("effective-several", reader.first_line, text, "the day in the caption was used")
            facts.doubt("effective")
        return
    facts.effective, facts.basis = last, Basis.AMENDMENT
    text = f"the text was amended; its first day is assumed to be that of the last amending order, {last}"
    reader.warn("effective-amended", reader.first_line, text, "check the order: it may set another day")
    facts.doubt("effective")


def _disagreement(reader: DraftReading, stated: Sequence[_Placed], captioned: date | None) -> None:
    days = sorted({one.what.day for one in stated if one.what.day} | ({captioned} if captioned else set()))
    row = reader.rows.commenced
    if len(days) > 1:
        text = f"the text names {len(days)} first days: {', '.join(map(str, days))}"
        line = stated[-1].line if stated else reader.first_line
        reader.warn("effective-several", line, text, "the last one was used")
        reader.facts.doubt("effective")
    if row is not None and days and row not in days:
        line = stated[-1].line if stated else reader.first_line
        reader.warn("effective-disagrees", line, f"the page's table gives {row} as the first day")
        reader.facts.doubt("effective")


def _unread_later(reader: DraftReading, caption: Caption | None) -> None:
    """Set the first day to unknown if the caption has a later event that was not read: it may be an amendment."""
    facts, last = reader.facts, caption.unread_day if caption else None
    if last is not None and facts.effective is not None and facts.effective < last:
        text = f"the caption has an event on {last}, after {facts.effective}, that was not read; it may be an amendment"
        reader.warn("effective-unknown", reader.first_line, text, "record what happened on that day")
        facts.effective, facts.basis = None, Basis.UNKNOWN
        facts.doubt("effective")


def _inexact(reader: DraftReading, stated: Sequence[_Placed]) -> None:
    """Report a first day that was printed without its day: a month or year begins on its first day (自…起)."""
    taken = [one for one in stated if one.what.day == reader.facts.effective]
    if taken and not any(one.what.exact for one in taken):
        text = f"in force {taken[-1].what.phrase}: no day is printed; its first is assumed, {reader.facts.effective}"
        reader.warn("effective-inferred", taken[-1].line, text)
        reader.facts.doubt("effective")


def _from_the_page(reader: DraftReading) -> None:
    """Take the first day from the page's table, if it has one."""
    facts = reader.facts
    if reader.rows.commenced is not None:
        facts.effective, facts.basis = reader.rows.commenced, Basis.STATED
        text = f"only the page's table names the first day, {facts.effective}"
        reader.warn("effective-from-page", reader.first_line, text)


def _relative(reader: DraftReading, relative: Sequence[_Placed]) -> None:
    """Record a first day that counts from signing or publication (自印发之日起), or that the text does not state."""
    facts = reader.facts
    facts.doubt("effective")
    for one in sorted(relative, key=lambda one: one.what.basis is not Basis.SIGNED):
        day = one.what.first_day(signed=facts.signed, published=facts.published)
        if day is not None:
            facts.effective, facts.basis = day, one.what.basis
            text = f"in force from {one.what.phrase}: assumed to be {day}"
            reader.warn("effective-inferred", one.line, text + _counting(one.what, day, reader.law[0].days))
            return
    if relative:
        known = ", ".join(
            f"{name} {day}" for name, day in (("signed", facts.signed), ("on the page", facts.page_date)) if day
        )
        text = f"in force from {relative[-1].what.phrase}, but that day is not in the text"
        reader.warn("effective-unknown", relative[-1].line, text + (f" ({known})" if known else ""))
    elif reader.rows.commenced is not None:
        _from_the_page(reader)
    elif facts.signed is not None:
        facts.effective, facts.basis = facts.signed, Basis.SIGNED
        text = f"no first day is stated: assumed to be the day of signing, {facts.signed}"
        reader.warn("effective-inferred", reader.first_line, text)
    else:
        reader.warn("effective-unknown", reader.first_line, "the text has neither a first day nor a day of signing")


def _counting(start: Commencement, day: date, forms: DayForms) -> str:
    """Return how a delay was counted: two readings differ by one day."""
    if not (start.delay or start.months):
        return ""
    rule = f", {forms.delay_rule}" if forms.delay_rule else ""
    return f" (without the day it counts from{rule}; {later(day, days=1)} if {forms.after} means after the term)"


def read_last_day(reader: DraftReading, unread: Sequence[PlacedUnread]) -> None:
    """Record the last day and its basis; a term counts from the printed commencement."""
    facts = reader.facts
    for one in unread:
        reader.warn_unread(one)
    found = [
        (reader.line(one.start), expiry)
        for one in (*reader.notice, *reader.main)
        for expiry in statements.expiries(one.text, reader.law)
    ]
    if not found:
        return
    line, expiry = found[-1]
    first = facts.commenced or facts.effective
    _several(reader, found, first)
    if expiry.day is not None:
        facts.expires, facts.expires_basis = expiry.day, ExpiryBasis.STATED
        if not expiry.exact:
            facts.doubt("expires")
            reader.warn("expires-inferred", line, f"{expiry.phrase}: the last day is assumed to be {expiry.day}")
        _early(reader, line, expiry.phrase)
        return
    if first is None:
        facts.doubt("expires")
        text = f"{expiry.phrase}: the last day cannot be computed without a first day"
        reader.warn("expires-unknown", line, text)
        return
    facts.expires, facts.expires_basis = expiry.last_day(first), ExpiryBasis.COMPUTED
    if facts.basis not in (Basis.STATED, Basis.AMENDMENT) or "effective" in facts.review:
        facts.doubt("expires")
    months = expiry.months or 12 * (expiry.years or 0)
    if months and not has_anniversary(first, months):
        text = f"{expiry.phrase} from {first} on: the last month has no such day, so the term ends on {facts.expires}"
        rule = reader.law[0].days.term_rule
        reader.warn("expires-inferred", line, f"{text} ({rule})" if rule else text)
        facts.doubt("expires")


def _early(reader: DraftReading, line: int, phrase: str) -> None:
    """Clear a last day before the first: one of the two is a misprint, so neither is sure."""
    facts = reader.facts
    if facts.expires is not None and facts.effective is not None and facts.expires < facts.effective:
        text = f"{phrase}: the last day {facts.expires} is before the first, {facts.effective}; it was left empty"
        reader.warn("expires-unknown", line, text, "check the original")
        facts.expires = facts.expires_basis = None
        facts.doubt("expires")
        facts.doubt("effective")


def _several(reader: DraftReading, found: Sequence[tuple[int, Expiry]], first: date | None) -> None:
    ends = sorted({str(end) for _, one in found if (end := one.last_day(first) if first else one.day)})
    if len(ends) > 1:
        text = f"the text names {len(ends)} last days: {', '.join(ends)}"
        reader.warn("expires-several", found[-1][0], text, "the last one was used")
        reader.facts.doubt("expires")
