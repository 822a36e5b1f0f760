"""The standing of a text and of a policy on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yange.dates import previous_day
from yange.model import Event, ExpiryBasis, Policy, Status, Version
from yange.timeline.lifespan import STATUS_AFTER, Life
from yange.timeline.line import made


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status of a policy, or of one of its texts, on a day.

    ``version`` is the text in force, or else the last or the first one to be; ``None`` where no text of that
    day is held. ``partial`` is set while clauses are out; ``not_in_force`` are their labels. ``ended_by`` is the event
    that ended the text, where it has ended. ``since`` is the first day of this status and ``until`` the first day
    after it, as far as they are known.
    """

    policy: str
    status: Status
    version: Version | None = None
    partial: bool = False
    not_in_force: tuple[str, ...] = ()
    ended_by: Event | None = None
    since: date | None = None
    until: date | None = None

    def __str__(self) -> str:
        first = f" since {self.since}" if self.since is not None else ""
        last = f", last day {self.last_day}" if self.last_day is not None else ""
        return f"{self.policy}  {self.status.value}{' (partly)' if self.partial else ''}{first}{last}"

    @property
    def last_day(self) -> date | None:
        """The last day of this status, as far as it is known."""
        return previous_day(self.until) if self.until is not None else None

    @property
    def in_force(self) -> bool:
        """Whether the text is law on that day."""
        return self.status is Status.IN_FORCE


def version_standing(life: Life, day: date) -> Standing:
    """Return the standing of one text on ``day``.

    A text without a period is of unknown standing until something ends it. A text that was ended before it began is
    not yet in force until that event and has its status from then on.
    """
    version = life.version
    if version.draft:
        return Standing(policy=version.policy, status=Status.DRAFT, version=version)
    for span in life.spans:
        if day in span:
            return _inside(life, day, span.start, span.end)
    ended = life.ended_on(day)
    if ended is not None:
        again = next((span.start for span in life.spans if span.start > day and not span.empty), None)
        return Standing(
            policy=version.policy,
            status=STATUS_AFTER[ended.kind],
            version=version,
            ended_by=ended,
            since=ended.day,
            until=again,
        )
    if not life.spans:
        closing = life.closings[0].day if life.closings else None
        return Standing(policy=version.policy, status=Status.UNKNOWN, version=version, until=closing)
    until = life.spans[0].start if life.took_effect else life.closings[0].day
    return Standing(policy=version.policy, status=Status.NOT_YET_IN_FORCE, version=version, until=until)


def ended_unknown(version: Version) -> bool:
    """Return whether a register says that a text has ended, and not when: its status is unknown then."""
    return version.expires is None and version.expires_basis is ExpiryBasis.REGISTER


def law_not_held(policy: Policy, standing: Standing) -> bool:
    """Return whether a policy was law on a day whose text is not held: a later text prints when it commenced."""
    since = standing.since
    unheld = standing.status is Status.UNKNOWN and standing.version is None and since is not None
    return unheld and any(version.commenced == since and version.amended_by for version in policy.versions)


def _inside(life: Life, day: date, start: date, end: date | None) -> Standing:
    version = life.version
    if end is None and ended_unknown(version):
        return Standing(policy=version.policy, status=Status.UNKNOWN, version=version)
    for hole in life.holes:
        if day in hole:
            until = min((d for d in (hole.end, end) if d is not None), default=None)
            since = max(hole.start, start)
            return Standing(policy=version.policy, status=Status.SUSPENDED, version=version, since=since, until=until)
    since = max([start, *(h.end for h in life.holes if h.end is not None and start <= h.end <= day)])
    ahead = [hole.start for hole in life.holes if hole.start > day and not hole.empty]
    until = min([*ahead, *([] if end is None else [end])], default=None)
    labels = tuple(dict.fromkeys(out.label for out in life.outs if out.on(day)))
    return Standing(
        policy=version.policy,
        status=Status.IN_FORCE,
        version=version,
        partial=bool(labels),
        not_in_force=labels,
        since=since,
        until=until,
    )


def policy_standing(policy_id: str, dated: Sequence[Life], loose: Sequence[Life], day: date) -> Standing:
    """Return the standing of a policy on ``day`` from the lives of its texts (``dated`` in order of succession).

    Nothing is guessed: where the text of that day is not held, or an undated text may be the one that counts, the
    status is unknown.
    """
    if not dated:
        return _loose_only(policy_id, loose, day)
    standing = [life for life in dated if life.standing_on(day)]
    if standing:
        return version_standing(max(standing, key=lambda life: _began(life, day)), day)
    begun = [life for life in dated if life.took_effect and life.spans[0].start <= day]
    if begun:
        return _ended(begun, dated, loose, day)
    return _before(policy_id, dated, loose, day)


def _began(life: Life, day: date) -> date:
    return max(span.start for span in life.spans if span.start <= day)


def _ended(begun: Sequence[Life], dated: Sequence[Life], loose: Sequence[Life], day: date) -> Standing:
    last = max(begun, key=lambda life: max(span.end or date.min for span in life.spans if span.start <= day))
    standing = version_standing(last, day)
    again = _first_start(dated, day)
    if any(_may_be_later(life, last, day) for life in loose) and standing.status is not Status.REPEALED:
        return Standing(policy=standing.policy, status=Status.UNKNOWN, since=standing.since, until=again)
    until = min([d for d in (standing.until, again) if d is not None], default=None)
    return Standing(
        policy=standing.policy,
        status=standing.status,
        version=standing.version,
        ended_by=standing.ended_by,
        since=standing.since,
        until=until,
    )


def _may_be_later(life: Life, last: Life, day: date) -> bool:
    """Return whether an undated text that nothing has ended may have followed the last dated one."""
    if life.ended_on(day) is not None:
        return False
    one = made(life.version)
    other = made(last.version) or last.version.effective
    return one is None or other is None or one > other


def _first_start(dated: Iterable[Life], day: date) -> date | None:
    starts = [span.start for life in dated for span in life.spans if span.start > day and not span.empty]
    return min(starts, default=None)


def _before(policy_id: str, dated: Sequence[Life], loose: Sequence[Life], day: date) -> Standing:
    """Before the first text that took effect: to come, unknown, or given up before it ever began."""
    coming = _first_start(dated, day)
    begun = _begun_unheld(dated, day)
    if begun is not None or any(life.ended_on(day) is None for life in loose):
        return Standing(policy=policy_id, status=Status.UNKNOWN, since=begun, until=coming)
    if loose:
        return replace(_loose_only(policy_id, loose, day), until=coming)
    alive = [life for life in dated if life.ended_on(day) is None]
    lasting = [life for life in alive if life.took_effect]
    if lasting or alive:
        return version_standing((lasting or alive)[0], day)
    return version_standing(max(dated, key=lambda life: life.closings[0].day), day)


def _begun_unheld(dated: Sequence[Life], day: date) -> date | None:
    """Return the day on which the policy had begun, by ``day``, with a text that is not in the library.

    The first text held prints that day. Where no order that amended it is recorded, the record contradicts itself, and
    ``yange check`` refuses it: nor is it known whether the policy was law in between.
    """
    first = dated[0].version
    return first.commenced if first.commenced is not None and first.commenced <= day else None


def _loose_only(policy_id: str, loose: Sequence[Life], day: date) -> Standing:
    """Return the status of a policy without any dated text: unknown, unless all its texts have ended."""
    if not loose:
        return Standing(policy=policy_id, status=Status.UNKNOWN)
    ended = [life for life in loose if life.ended_on(day) is not None]
    if len(ended) < len(loose):
        open_texts = [life for life in loose if life.ended_on(day) is None]
        return version_standing(open_texts[-1], day)
    return version_standing(max(ended, key=lambda life: life.closings[0].day), day)
