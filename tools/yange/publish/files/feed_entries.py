"""What feeds say: each entry is one event in a sentence, with the day and the page that it is about."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from yange.compare import Operation
from yange.model import Event, EventKind, Policy, Version
from yange.publish.addresses import compare_address, policy_address, version_address
from yange.publish.context import SiteView
from yange.publish.facts.additions import added_on
from yange.publish.facts.permanent_ids import addition_name, correction_name, event_name
from yange.publish.facts.signing_days import announces

__all__ = ["EARLIEST", "FeedEntry", "additions", "changes", "corrections", "event_sentence", "joined"]

EARLIEST = date(1, 1, 1)
_PAPER = {EventKind.SIGNED, EventKind.PUBLISHED}
_BEGINNINGS = {EventKind.AMENDMENT, EventKind.REPLACEMENT}


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One event in words: ``target`` is the address of the page that describes it, with language."""

    name: str
    day: date
    title: str
    text: str
    target: str
    subjects: tuple[str, ...]


def changes(view: SiteView, policies: Iterable[Policy]) -> list[FeedEntry]:
    """Return what changed the law until the day, the last first."""
    told = [entry for policy in policies for entry in _changes_of(view, policy)]
    return sorted(told, key=lambda entry: (entry.day, entry.name), reverse=True)


def _changes_of(view: SiteView, policy: Policy) -> list[FeedEntry]:
    """Return the changes of one policy in a language; a policy is in several feeds, so they are made once."""
    kept: dict[tuple[str, str], list[FeedEntry]] = view.context.once("feed-entries", dict)
    key = (view.words.language, policy.id)
    if key not in kept:
        events = view.context.timeline.events(policy.id)
        kept[key] = [_change(view, policy, event) for event in events if _is_told(view, policy, event)]
    return kept[key]


def _is_told(view: SiteView, policy: Policy, event: Event) -> bool:
    """Return whether an event is news: what has changed the law, and the making of a text that is to take effect later.

    The entry of a signing stays once the text has taken effect: no entry is ever removed.
    """
    if event.day > view.context.on:
        return False
    if event.kind in _PAPER:
        version = policy.version(event.version)
        return version is not None and announces(version, event)
    return not view.context.timeline.is_moot(event)


def _change(view: SiteView, policy: Policy, event: Event) -> FeedEntry:
    policies = view.context.policies
    version = policy.version(event.version)
    words = view.wording.event(event)
    title = version.title if version is not None else event.policy
    return FeedEntry(
        name=event_name(policies, event),
        day=event.day,
        title=_marked(view, policy, f"{title}{view.words('colon')}{words}"),
        text=joined([_sentence(view, policy), event_sentence(view, event), _compared(view, event, version)]),
        target=_page(view, version, event.policy),
        subjects=_subjects(policy, event.kind.value),
    )


def joined(sentences: Iterable[str]) -> str:
    """Join whole sentences, each on a line, empty ones left out."""
    return "\n".join(filter(None, sentences))


def _sentence(view: SiteView, policy: Policy) -> str:
    return view.words("sample.mark") + view.words("stop") if policy.sample else ""


def event_sentence(view: SiteView, event: Event) -> str:
    """Return in a sentence what happened to which text, and which instrument did it."""
    words, policies = view.words, view.context.policies
    policy = policies.get(event.policy)
    version = policy.version(event.version) if policy is not None else None
    title = version.title if version is not None else event.policy
    actor = policies.get(event.by_policy or "") if event.by_policy != event.policy else None
    what = view.wording.event(event)
    if actor is None:
        number = event.number or (version.number if version is not None else None)
        return words("feed.told", day=event.day, title=_cited(view, title, number), what=what)
    own = _cited(view, title, version.number if version is not None else None)
    return words("feed.told.by", day=event.day, title=own, what=what, by=_cited(view, actor.title, event.number))


def _cited(view: SiteView, title: str, number: str | None) -> str:
    words = view.words
    return f"{title}{words('open')}{number}{words('close')}" if number else title


def _compared(view: SiteView, event: Event, version: Version | None) -> str:
    """Return how many clauses a text changed, as its page of comparison was made with; empty where none is at hand."""
    if version is None or event.kind not in _BEGINNINGS:
        return ""
    before = view.context.succession.replaced_by(version)
    made = view.context.recall(compare_address(before, version), "index.json") if before is not None else None
    if made is None:
        return ""
    found = Counter(change["operation"] for change in json.loads(made)["changes"])
    told = [
        view.words("feed.operation", what=view.words(f"operation.{operation.value}"), count=found[operation.value])
        for operation in Operation
        if found[operation.value] and operation is not Operation.UNCHANGED
    ]
    return view.words("feed.compared", changes=view.words.series(told)) if told else ""


def _marked(view: SiteView, policy: Policy, title: str) -> str:
    """Return a title as it is read in a list of entries from anywhere: nobody is to take a sample for law."""
    return view.words("sample.title", title=title) if policy.sample else title


def _sample(view: SiteView, policy: Policy) -> str:
    return view.words("sample.mark") if policy.sample else ""


def _subjects(policy: Policy, *subjects: str) -> tuple[str, ...]:
    return (*subjects, "sample") if policy.sample else subjects


def corrections(view: SiteView, policies: Iterable[Policy]) -> list[FeedEntry]:
    """Return what was wrong here and was put right, the last first."""
    found = [entry for policy in policies for version in policy.versions for entry in _corrected(view, policy, version)]
    return sorted(found, key=lambda entry: (entry.day, entry.name), reverse=True)


def _corrected(view: SiteView, policy: Policy, version: Version) -> Iterator[FeedEntry]:
    for correction in version.corrections:
        what = view.words.sentence([view.field(correction.field), correction.clause or ""])
        change = " → ".join(text for text in (correction.was, correction.now) if text)
        evidence = correction.evidence or ""
        yield FeedEntry(
            name=correction_name(view.context.policies, version, correction),
            day=correction.date or version.signed or version.effective or EARLIEST,
            title=_marked(view, policy, f"{version.title}{view.words('colon')}{view.words('feed.corrections')} {what}"),
            text=view.words.sentence([_sample(view, policy), what, change, evidence, view.words("correction.words")]),
            target=_page(view, version, version.policy),
            subjects=_subjects(policy, "correction", correction.field),
        )


def _page(view: SiteView, version: Version | None, policy_id: str) -> str:
    address = version_address(version) if version is not None else policy_address(policy_id)
    return view.context.addresses.of(view.words.language, address)


def additions(view: SiteView) -> list[FeedEntry]:
    """Return the texts that were added to the archive, the last first; none of which the day is not known."""
    context = view.context
    texts = ((policy, version) for policy in context.library.policies for version in policy.versions)
    found = [(added_on(context.editions, version), policy, version) for policy, version in texts]
    told = [_added(view, day, policy, version) for day, policy, version in found if day is not None]
    return sorted(told, key=lambda entry: (entry.day, entry.name), reverse=True)


def _added(view: SiteView, day: date, policy: Policy, version: Version) -> FeedEntry:
    standing = view.context.timeline.version_standing(version, view.context.on)
    status = view.wording.sentence(policy, standing)
    name = _cited(view, version.title, version.number)
    return FeedEntry(
        name=addition_name(view.context.policies, version),
        day=day,
        title=_marked(view, policy, view.words("feed.added.title", title=version.title)),
        text=joined([_sentence(view, policy), view.words("feed.added.told", day=day, title=name, status=status)]),
        target=_page(view, version, policy.id),
        subjects=_subjects(policy, "added"),
    )
