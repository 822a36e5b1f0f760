"""Statuses, periods and events in words. A date is printed as far as it is known; the unknown is called unknown."""

from __future__ import annotations

from datetime import date

from yange.dates import last_day_of_years, next_day, previous_day
from yange.model import Amendment, Basis, Event, EventKind, ExpiryBasis, Library, Policy, Status, Version
from yange.publish.facts.signing_days import announces
from yange.publish.facts.words import Words
from yange.timeline import Standing, Timeline
from yange.timeline.line import is_amended, is_letter
from yange.timeline.standing import law_not_held

__all__ = ["Wording"]

_MOST_YEARS = 100


def _was_read(version: Version | None) -> bool:
    """Return whether the text was there when its facts were taken down: only then is what it does not say a fact.

    A last day that ``review`` lists without a value is one that the text prints in words nobody has read yet.
    """
    if version is None or (version.expires is None and "expires" in version.review):
        return False
    return version.held or version.units is not None or any(source.sha256 for source in version.sources)


class Wording:
    """The sentences about a library's texts in one language, as of one day."""

    def __init__(self, library: Library, timeline: Timeline, words: Words, on: date) -> None:
        self.library = library
        self.timeline = timeline
        self.words = words
        self.on = on
        self._policies = {policy.id: policy for policy in library.policies}

    def policy(self, policy_id: str) -> Policy | None:
        """Return the policy with this id."""
        return self._policies.get(policy_id)

    # --- names -----------------------------------------------------------------------------------------------------

    def version_name(self, version: Version) -> str:
        """Name a text by its first day: ``2022-01-01 文本（同日第 2 个文本）``."""
        day, nth = version.named_day, version.nth_on_day
        name = self.words("version.undated") if day == "undated" else self.words("version.of", day=day)
        if version.kept_as_draft:
            name = self._draft_name(day)
        return name if nth == 1 else f"{name}（{self.words('version.second', nth=nth)}）"

    def version_day(self, version: Version) -> str:
        """Name a text by its day alone, as short as it stays unmistakable."""
        day, nth = version.named_day, version.nth_on_day
        name = self.words("version.undated") if day == "undated" else day
        if version.kept_as_draft:
            name = self._draft_name(day)
        return name if nth == 1 else f"{name} ({nth})"

    def _draft_name(self, day: str) -> str:
        undated = day == "undated"
        return self.words("status.draft") if undated else self.words("version.draft", day=day)

    # --- statuses --------------------------------------------------------------------------------------------------

    def status_key(self, policy: Policy, standing: Standing) -> str:
        """Return the catalogue's key of a status, finer than the model's where a reader wants to know more."""
        version = standing.version
        if is_letter(policy) and standing.status is Status.UNKNOWN:
            return "letter"
        if version is not None and self.never(version) and standing.status is not Status.NOT_YET_IN_FORCE:
            return "never"
        ended = standing.ended_by
        if standing.status is Status.SUPERSEDED and ended is not None and ended.kind is EventKind.AMENDMENT:
            return "amended"
        return standing.status.value

    def never(self, version: Version) -> bool:
        """Return whether a text ended before there was a day on which it was in force."""
        period = self.timeline.period(version)
        return period is not None and period.empty

    def status(self, policy: Policy, standing: Standing) -> str:
        """Return a status in a word or two."""
        return self.words(f"status.{self.status_key(policy, standing)}")

    def sentence(self, policy: Policy, standing: Standing) -> str:
        """Return a status with its days: ``现行有效，至 2030-02-28 止``."""
        name = self.status(policy, standing)
        return self.words.sentence([name, *self._days(policy, standing)])

    def _days(self, policy: Policy, standing: Standing) -> list[str]:
        words, key = self.words, self.status_key(policy, standing)
        if key == "in-force":
            return [self.until(standing), self._partial(standing)]
        if key == "suspended":
            last = words("resumes", day=previous_day(standing.until)) if standing.until else ""
            return [words("since", day=standing.since) if standing.since else "", last]
        if key == "not-yet-in-force":
            return [words("from", day=standing.until)] if standing.until else []
        if key in ("letter", "draft"):
            return [words(f"{key}.words")]
        if key == "unknown":
            return self._unknown(policy, standing)
        if key == "never":
            return [words("never.ended", day=standing.since)] if standing.since else []
        since = words("since", day=standing.since) if standing.since else ""
        last = ""
        if standing.ended_by is not None and standing.ended_by.kind is EventKind.EXPIRY:
            last = words("last-day", day=previous_day(standing.ended_by.day))
        again = words("again", day=standing.until) if standing.until else ""
        return [since, last, again]

    def _unknown(self, policy: Policy, standing: Standing) -> list[str]:
        """Say what is known all the same: that it was law though that text is not held, or what end a text prints."""
        words, version, since = self.words, standing.version, standing.since
        if version is not None:
            last = words("unknown.expires", day=version.expires) if version.expires is not None else ""
            return [words("unknown.words"), last]
        begun = law_not_held(policy, standing)
        return [words("unknown.not-held", day=since) if begun else words("unknown.words")]

    def until(self, standing: Standing) -> str:
        """Say until when a text in force is so, or that its end is not stated or not known."""
        if standing.until is not None:
            return self.words("until", day=previous_day(standing.until))
        return self.words("until.open" if _was_read(standing.version) else "until.unknown")

    def _partial(self, standing: Standing) -> str:
        if not standing.partial:
            return ""
        return self.words("status.partial.clauses", clauses=self.words.series(standing.not_in_force))

    def record(self, version: Version | None) -> str:
        """Say on what a status rests: what is recorded here, and whether anyone held it against the issuer."""
        words = self.words
        if version is None or version.checked is None:
            return words.sentence([words("record"), words("unchecked")])
        checked = words("checked", day=version.checked.date, source=version.checked.source)
        return words.sentence([words("record"), checked])

    @classmethod
    def evidence(cls, version: Version | None) -> str:
        """Return how sure a status is, as a page shows it: ``sure`` if the text was checked, and its first day read."""
        sure = version is not None and version.checked is not None and not cls.is_inferred(version, "effective")
        return "sure" if sure else "unsure"

    # --- periods ---------------------------------------------------------------------------------------------------

    def interval(self, policy: Policy, version: Version) -> str:
        """Return the days of a text, both ends in, as a reader says them."""
        words = self.words
        period = self.timeline.period(version)
        if period is None:
            kind = "draft" if version.draft else "letter" if is_letter(policy) else "unknown"
            return words(f"interval.{kind}")
        if period.empty:
            return words("interval.none")
        return "; ".join(self._one(p.start, p.end) for p in self.timeline.periods(version))

    def _one(self, first: date, end: date | None) -> str:
        if end is None:
            return self.words("interval.open", first=first)
        return self.words("interval", first=first, last=previous_day(end))

    def expiry(self, version: Version) -> str:
        """Say when a text lapses, with the arithmetic where the day was computed; an extension counts."""
        words, last = self.words, self.timeline.expires(version)
        if last is not None and last != version.expires:
            printed = words("expires.printed", day=version.expires) if version.expires is not None else ""
            return words.sentence([words("expires.extended", day=last), printed])
        if version.expires is None:
            return words("expires.none" if _was_read(version) else "not-known")
        if version.expires_basis is ExpiryBasis.REGISTER:
            return words("expires.register", day=version.expires)
        if version.expires_basis is not ExpiryBasis.COMPUTED:
            return words("expires.stated", day=version.expires)
        years = self._years(version)
        if years is None or version.effective is None:
            return words("expires.computed.plain", day=version.expires)
        return words("expires.computed", day=version.expires, years=years, first=version.effective)

    @staticmethod
    def _years(version: Version) -> int | None:
        if version.effective is None or version.expires is None:
            return None
        years = next_day(version.expires).year - version.effective.year
        fits = 0 < years <= _MOST_YEARS and last_day_of_years(version.effective, years) == version.expires
        return years if fits else None

    def order(self, order: Amendment) -> str:
        """Return what an amending order is called: by its number, else by its day."""
        day = self.words("order.of", day=order.date, kind=order.kind) if order.date else order.kind
        return order.number or day

    def basis(self, version: Version) -> str:
        """Say how the first day is known."""
        return self.words(f"basis.{version.effective_basis.value}")

    @staticmethod
    def is_inferred(version: Version, name: str) -> bool:
        """Return whether a field was inferred and has not been confirmed."""
        if name == "effective" and version.effective is None:
            return False
        if name == "effective" and version.effective_basis in {Basis.SIGNED, Basis.AMENDMENT}:
            return True
        return name in version.review

    # --- events ----------------------------------------------------------------------------------------------------

    def event(self, event: Event) -> str:
        """Return what an event is, without day and without the instrument that did it."""
        words, kind = self.words, event.kind
        clauses = words.series(event.clauses)
        if kind is EventKind.EXPIRY:
            return words("event.expiry.last", day=previous_day(event.day))
        version = self._version(event.policy, event.version)
        first = version.effective if version is not None else None
        if kind is EventKind.REPLACEMENT and first is not None and first > event.day:
            return words("event.replacement.early", day=first)
        own = version is not None and (not is_amended(version) or event.number != version.number)
        if kind is EventKind.SIGNED and own and first is not None and first != event.day:
            return words("event.signed.ahead" if first > event.day else "event.signed.after", day=first)
        if kind is EventKind.PUBLISHED and version is not None and announces(version, event):
            return words("event.published.ahead", day=first)
        if kind is EventKind.EXTENSION:
            until = self._until_of(event, "extends")
            return words("event.extension.until", day=until) if until else words("event.extension")
        if kind in {EventKind.PARTIAL_REPEAL, EventKind.CLAUSE_BEGINS, EventKind.CLAUSE_ENDS}:
            return words(f"event.{kind.value}", clauses=clauses)
        if kind is EventKind.SUSPENSION:
            until = self._until_of(event, "suspends")
            what = words("event.suspension.clauses", clauses=clauses) if clauses else words("event.suspension")
            return words.sentence([what, words("event.suspension.until", day=until) if until else ""])
        if kind is EventKind.REVIVAL and clauses:
            return words("event.revival.clauses", clauses=clauses)
        return words(f"event.{kind.value}")

    def _version(self, policy_id: str, key: str | None) -> Version | None:
        policy = self._policies.get(policy_id)
        return policy.version(key) if policy is not None and key is not None else None

    def _until_of(self, event: Event, field: str) -> date | None:
        actor = self._version(event.by_policy or "", event.by_version)
        if actor is None:
            return None
        effects = getattr(actor, field)
        found = (e.until for e in effects if e.policy == event.policy and e.extent == event.clauses and e.until)
        return next(found, None)
