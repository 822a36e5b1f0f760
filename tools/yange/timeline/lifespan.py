"""The life of one text: on which days it is in force, what ended it, and which clauses are out meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from yange.dates import Period, next_day, previous_day
from yange.model import Event, EventKind, Status, Version
from yange.timeline.effects import Act
from yange.timeline.line import PolicyLine, Ref, beginning, is_letter, made, ref

STATUS_AFTER: Mapping[EventKind, Status] = {
    EventKind.REPEAL: Status.REPEALED,
    EventKind.REPLACEMENT: Status.SUPERSEDED,
    EventKind.AMENDMENT: Status.SUPERSEDED,
    EventKind.COMMENCEMENT: Status.SUPERSEDED,
    EventKind.EXPIRY: Status.EXPIRED,
    EventKind.DECLARED_LAPSED: Status.EXPIRED,
}
"""The status that an ending leaves behind."""

_WEIGHT = {Status.REPEALED: 0, Status.SUPERSEDED: 1, Status.EXPIRED: 2}


@dataclass(frozen=True, slots=True)
class Out:
    """A clause that is out of force while its text is in force.

    It is out from ``first`` (``None``: from the beginning) until ``until``, the first day on which it is in force again
    (``None``: never).

    ``kind`` is what took it out: the act of another instrument, or its own last day (``CLAUSE_ENDS``); a clause that
    has not begun yet is out until its own first day (``CLAUSE_BEGINS``). ``by`` is the text that acted, ``None`` for
    days of the clause's own.
    """

    label: str
    first: date | None
    until: date | None
    kind: EventKind
    by: Version | None = None

    def on(self, day: date) -> bool:
        """Return whether the clause is out on ``day``."""
        return (self.first is None or self.first <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Life:
    """What happens to one text.

    ``spans`` are the periods of the text (more than one only after a revival; one empty period where it ended
    before it began; none for texts without a period) and ``closings`` what closed each, in order. ``holes`` are those
    in which it is suspended. ``endings`` is all that would end it, the first one first. ``outs`` are clauses out of
    force. ``acts`` is what reached it beside its endings.
    """

    version: Version
    spans: tuple[Period, ...] = ()
    holes: tuple[Period, ...] = ()
    closings: tuple[Event, ...] = ()
    endings: tuple[Event, ...] = ()
    outs: tuple[Out, ...] = ()
    acts: tuple[Act, ...] = ()

    @property
    def took_effect(self) -> bool:
        """Whether there is a day on which the text is in force or suspended."""
        return any(not span.empty for span in self.spans)

    @property
    def end(self) -> date | None:
        """The first day out for good, ``None`` where no end is known."""
        return self.spans[-1].end if self.spans else None

    def standing_on(self, day: date) -> bool:
        """Return whether ``day`` is within the text's period, suspended or not."""
        return any(day in span for span in self.spans)

    def ended_on(self, day: date) -> Event | None:
        """Return what ended the text on or before ``day``; ``None`` if it is within its period then or begins later.

        A text that was ended before it began is dead from the day of that event on.
        """
        if self.standing_on(day) or (self.took_effect and day < self.spans[0].start):
            return None
        past = [event for event in self.closings if event.day <= day]
        return past[-1] if past else None


@dataclass(slots=True)
class Happenings:
    """The acts that reached one policy so far: those that end whole texts, and by text the others."""

    endings: dict[Ref, list[Event]] = field(default_factory=dict)
    others: dict[Ref, list[Act]] = field(default_factory=dict)


def weight(event: Event) -> tuple[date, int]:
    """Return the order in which endings count: by day; on one day repeal, then succession, then expiry."""
    return event.day, _WEIGHT[STATUS_AFTER[event.kind]]


def lives(line: PolicyLine, happenings: Happenings) -> dict[Ref, Life]:
    """Work out the life of every text of a policy, last one first: a text that never takes effect replaces nothing."""
    found: dict[Ref, Life] = {}
    successor: Event | None = None
    for version in reversed(line.dated):
        life = _dated_life(version, successor, happenings)
        found[ref(version)] = life
        if life.took_effect:
            successor = beginning(version, first=False)
    for version in line.drafts:
        found[ref(version)] = Life(version)
    for version in line.loose:
        lapses = [] if is_letter(line.policy) else _lapses(version, happenings)
        endings = tuple(sorted([*happenings.endings.get(ref(version), []), *lapses], key=weight))
        found[ref(version)] = Life(version, closings=endings[:1], endings=endings)
    return found


def _lapses(version: Version, happenings: Happenings) -> list[Event]:
    """Return the expiry of a text without a period: nobody knows when it began, but by when it ended.

    Of several last days it is the one that the last extension left it.
    """
    acts = happenings.others.get(ref(version), [])
    return _expiries(version, [act for act in acts if act.effect.whole and act.kind is EventKind.EXTENSION])[0][-1:]


def _dated_life(version: Version, successor: Event | None, happenings: Happenings) -> Life:
    acts = happenings.others.get(ref(version), [])
    whole = [act for act in acts if act.effect.whole]
    expiries, reopened = _expiries(version, [act for act in whole if act.kind is EventKind.EXTENSION])
    endings = {*happenings.endings.get(ref(version), []), *expiries, *([successor] if successor else [])}
    in_order = sorted(endings, key=lambda event: (*weight(event), event.by_policy or "", event.by_version or ""))
    revivals = [act for act in whole if act.kind is EventKind.REVIVAL]
    starts = [*((act.day, False) for act in revivals), *((day, True) for day in reopened)]
    spans, closings = _spans(version, in_order, sorted(starts))
    return Life(
        version,
        spans=spans,
        holes=_holes([act for act in whole if act.kind is EventKind.SUSPENSION], revivals, spans),
        closings=closings,
        endings=tuple(in_order),
        outs=_outs(version, acts),
        acts=tuple(acts),
    )


def _expiries(version: Version, extensions: Sequence[Act]) -> tuple[list[Event], list[date]]:
    """Return the expiries of a text and the days on which a late extension puts it into force again."""
    last, expiries, reopened = version.expires, [], []
    for act in sorted(extensions, key=lambda act: act.day):
        until = act.effect.until
        if until is None:
            continue
        if last is not None and last < date.max and act.day > next_day(last):
            expiries.append(_expiry(version, last))
            reopened.append(act.day)
        last = until if last is None else max(last, until)
    if last is not None and last < date.max:
        expiries.append(_expiry(version, last))
    return expiries, reopened


def _expiry(version: Version, last: date) -> Event:
    return Event(
        day=next_day(last), kind=EventKind.EXPIRY, policy=version.policy, version=version.key, number=version.number
    )


def _spans(
    version: Version, endings: Sequence[Event], starts: Sequence[tuple[date, bool]]
) -> tuple[tuple[Period, ...], tuple[Event, ...]]:
    """Cut the days of a text into spans: from its first day to the first ending, again from a revival to the next.

    ``starts`` are the days of revivals, and of late extensions (``True``), which only lift an expiry.
    """
    if version.effective is None:
        return (), ()
    spans, closings = [_span(version.effective, endings)], list(endings[:1])
    for day, only_expiry in starts:
        if spans[-1].end is None or day < spans[-1].end or closings[-1].day > day:
            continue
        past = [event for event in endings if event.day <= day]
        if only_expiry and any(event.kind is not EventKind.EXPIRY for event in past):
            continue
        ahead = endings[len(past) :]
        spans.append(_span(max(day, version.effective), ahead))
        closings.extend(ahead[:1])
    return tuple(spans), tuple(closings)


def _span(start: date, endings: Sequence[Event]) -> Period:
    return Period(start, max(start, endings[0].day) if endings else None)


def _holes(suspensions: Sequence[Act], revivals: Sequence[Act], spans: Sequence[Period]) -> tuple[Period, ...]:
    """Return the periods in which a text is suspended; one that a revival of its own day lifted is none."""
    found: list[Period] = []
    for act in sorted(suspensions, key=lambda act: act.day):
        before = previous_day(act.day)
        was_in = any(before in span for span in spans) and not any(before in hole for hole in found)
        ends = [revival.day for revival in revivals if _lifts(revival, act.day, act.actor, otherwise=was_in)]
        until = act.effect.until
        if until is not None and until < date.max and until >= act.day:
            ends.append(next_day(until))
        found.append(Period(act.day, min(ends, default=None)))
    return tuple(hole for hole in found if not hole.empty)


def _lifts(revival: Act, since: date, by: Version | None, *, otherwise: bool) -> bool:
    """Return whether a revival ends what ``by`` took out of force on the day ``since``.

    Of one day the act made later prevails. Where it is not known which that is, ``otherwise`` says whether nothing
    else was out: an act is read so that it has an effect, and what was out before is what it revives.
    """
    if revival.day != since or by is None:
        return revival.day >= since
    one, other = made(revival.actor), made(by)
    return one > other if one is not None and other is not None and one != other else otherwise


def _outs(version: Version, acts: Iterable[Act]) -> tuple[Out, ...]:
    """Return the clauses out of force: those with days of their own, and those that other instruments took out."""
    outs: list[Out] = []
    for clause in version.clause_periods:
        if clause.first is not None:
            outs.append(Out(clause.clause, None, clause.first, EventKind.CLAUSE_BEGINS))
        if clause.until is not None:
            outs.append(Out(clause.clause, clause.until, None, EventKind.CLAUSE_ENDS))
    parts = [act for act in acts if not act.effect.whole]
    for act in sorted(parts, key=lambda act: (act.day, act.kind is EventKind.REVIVAL)):
        if act.kind is EventKind.REVIVAL:
            before = previous_day(act.day)
            out = {out.label for out in outs if out.on(before)}
            outs = [_closed(one, act, otherwise=one.label not in out) for one in outs]
        elif act.kind is not EventKind.EXTENSION:
            until = act.effect.until if act.kind is EventKind.SUSPENSION else None
            back = next_day(until) if until and until < date.max else None
            outs.extend(Out(label, act.day, back, act.kind, act.actor) for label in act.clauses)
    return tuple(out for out in outs if out.first is None or out.first != out.until)


def _closed(out: Out, act: Act, *, otherwise: bool) -> Out:
    """Let a clause back in on the day of its revival; for ``otherwise`` see :func:`_lifts`."""
    if out.label not in act.clauses or out.first is None or not _lifts(act, out.first, out.by, otherwise=otherwise):
        return out
    until = act.day if out.until is None else min(out.until, act.day)
    return replace(out, until=until)
