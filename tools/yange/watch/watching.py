"""Work out what changed and what is coming for the policies of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from yange.api.archive import Archive
from yange.citations import PolicyIndex
from yange.compare import Change, Operation
from yange.compare.result import Grade
from yange.model import EventKind, Policy, Version
from yange.publish.addresses import compare_address, policy_address, version_address
from yange.publish.context import SiteContext, SiteView
from yange.publish.files.feed_entries import event_sentence
from yange.publish.parts.change_quotes import ChangeQuotes
from yange.reports.drafting import NEW_WORDS
from yange.timeline.line import ref
from yange.timeline.succession import HeldPair, held_pairs
from yange.watch.result import (
    WatchClause,
    WatchComparison,
    WatchCorrection,
    WatchedPolicy,
    WatchEntry,
    WatchEvent,
    WatchOutput,
)
from yange.watch.watch_list import ListEntry, found_entry

__all__ = ["watched"]

_NUMBER_ALONE = {Operation.RENUMBERED, Operation.MOVED}
_SAME_LAW = {Grade.EDITORIAL, Grade.SCRIPT, Grade.STYLE, Grade.RELOCATED}
_WHOLE_TEXT = {EventKind.COMMENCEMENT, EventKind.AMENDMENT, EventKind.REPLACEMENT}


def watched(
    archive: Archive, entries: Sequence[ListEntry], since: date, until: date, ahead: date, language: str
) -> WatchOutput:
    """Return what is to be said of a list.

    Args:
        archive: with the policies.
        entries: of the list.
        since: the day up to which the reader knows the law; events of this day are not listed.
        until: the last day of what has happened, and the day of the statuses.
        ahead: the last day of what is coming.
        language: of the sentences, one of the catalogue.

    Raises:
        ValueError: unless ``since`` ≤ ``until`` ≤ ``ahead``.

    """
    if not since <= until <= ahead:
        raise ValueError(f"{since}, {until} and {ahead} are not in order")
    index = PolicyIndex(archive.library)
    site = archive.project.settings.address
    found = tuple(found_entry(one, archive.library, index, site) for one in entries)
    watch = _Watch(archive, since, until, ahead, language)
    return WatchOutput(
        since=since,
        until=until,
        ahead=ahead,
        language=language,
        entries=found,
        policies=tuple(watch.policy(name) for name in _names(found)),
    )


def _names(entries: Sequence[WatchEntry]) -> Sequence[str]:
    return tuple(dict.fromkeys(one.policy for one in entries if one.policy is not None))


class _Watch:
    def __init__(self, archive: Archive, since: date, until: date, ahead: date, language: str) -> None:
        settings = archive.project.settings
        languages = tuple(dict.fromkeys((*settings.languages, language)))
        self.since, self.until, self.ahead = since, until, ahead
        self.context = SiteContext(
            archive.library, archive.timeline, replace(settings, languages=languages), until, (), project=None
        )
        self.view: SiteView = self.context.view(language, "")
        self.site = settings.address or ""
        self.page_language = language if language in settings.languages else settings.languages[0]
        self.pairs = held_pairs(self.context.timeline)

    def policy(self, name: str) -> WatchedPolicy:
        policy = self.context.policies[name]
        standing = self.context.timeline.standing(policy.id, self.until)
        wording = self.view.wording
        events = list(self._events(policy))
        return WatchedPolicy(
            id=policy.id,
            title=policy.title,
            place=policy.place,
            sample=policy.sample,
            status=standing.status,
            standing=wording.sentence(policy, standing),
            record=wording.record(standing.version),
            address=self._address(policy_address(policy.id)),
            past=tuple(one for one in events if one.day <= self.until),
            coming=tuple(one for one in events if one.day > self.until),
            compared=tuple(self._comparisons(policy)),
            unseen=tuple(f"{one.policy}@{one.key}" for one in policy.versions if not one.held and self._begins(one)),
            corrections=tuple(self._corrections(policy)),
        )

    def _events(self, policy: Policy) -> Iterator[WatchEvent]:
        timeline = self.context.timeline
        found = [event for event in timeline.events(policy.id) if self.since < event.day <= self.ahead]
        begun = {(event.version, event.day) for event in found if event.kind in _WHOLE_TEXT}
        for event in found:
            paper = event.kind in {EventKind.SIGNED, EventKind.PUBLISHED}
            if timeline.is_moot(event) or (paper and (event.version, event.day) in begun):
                continue  # a text that begins on the day it is signed is one piece of news
            version = policy.version(event.version)
            other = event.by_policy if event.by_policy != policy.id else None
            page = version_address(version) if version is not None else policy_address(policy.id)
            yield WatchEvent(
                day=event.day,
                kind=event.kind,
                sentence=event_sentence(self.view, event),
                version=event.version,
                by=other,
                number=event.number,
                clauses=event.clauses,
                address=self._address(page),
            )

    def _begins(self, version: Version) -> bool:
        period = self.context.timeline.period(version)
        return period is not None and not period.empty and self.since < period.start <= self.ahead

    def _comparisons(self, policy: Policy) -> Iterator[WatchComparison]:
        for pair in self.pairs:
            if policy.id in (pair.old.policy, pair.new.policy) and self._begins(pair.new):
                yield self._comparison(pair)

    def _comparison(self, pair: HeldPair) -> WatchComparison:
        old, new = pair.old, pair.new
        quotes = ChangeQuotes(self.view, old, new)
        changes = [one for one in self.context.compared(old.body, new.body).changes if _happened(one)]
        told = [one for one in changes if not _is_number_alone(one) and not _is_printing(one)]
        has_page = self.context.pairs.has(old, new)
        period = self.context.timeline.period(new)
        assert period is not None  # noqa: S101  _begins looked
        return WatchComparison(
            day=period.start,
            old="@".join(ref(old)),
            new="@".join(ref(new)),
            not_held=tuple("@".join(ref(one)) for one in pair.missing),
            address=self._address(compare_address(old, new)) if has_page else None,
            changes=tuple(self._clause(one, quotes, pair) for one in told),
            renumbered=sum(map(_is_number_alone, changes)),
            editorial=sum(_is_printing(one) and not _is_number_alone(one) for one in changes),
        )

    def _clause(self, change: Change, quotes: ChangeQuotes, pair: HeldPair) -> WatchClause:
        version, paths = (pair.new, change.new_paths) if change.new_paths else (pair.old, change.old_paths)
        return WatchClause(
            operation=change.operation,
            grade=change.grade,
            old=change.old,
            new=change.new,
            sentence=quotes.of(change).sentence.replace(NEW_WORDS, "\n".join(change.new_texts)),
            address=self._address(f"{version_address(version)}#{paths[0]}"),
        )

    def _corrections(self, policy: Policy) -> Iterator[WatchCorrection]:
        for version in policy.versions:
            for one in version.corrections:
                if one.date is not None and self.since < one.date <= self.until:
                    yield WatchCorrection(
                        day=one.date, field=one.field, clause=one.clause, was=one.was, now=one.now, version=version.key
                    )

    def _address(self, page: str) -> str:
        return f"{self.site}{self.context.addresses.of(self.page_language, page)}"


def _happened(change: Change) -> bool:
    return change.operation is not Operation.UNCHANGED and not change.is_apart


def _is_number_alone(change: Change) -> bool:
    return change.operation in _NUMBER_ALONE


def _is_printing(change: Change) -> bool:
    """Return whether no word changed that could change the law: typography, script, style, or its place alone."""
    return change.grade in _SAME_LAW
