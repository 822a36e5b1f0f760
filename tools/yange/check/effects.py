"""Check the effects of instruments on others: the policies and clauses exist, and the names agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from yange.check.subject import Subject, whole
from yange.citations import find_label
from yange.model import EFFECT_FIELDS, Effect, EventKind, Policy, Status, Version
from yange.names import number_key
from yange.problems import Problem, error, warning
from yange.titles import title_key

__all__ = [
    "effects_are_tied",
    "effects_have_their_days",
    "extents_exist",
    "names_agree",
    "one_policy_for_one_title",
    "timeline_is_sound",
]


def _name(effect: Effect) -> str:
    return effect.title or effect.number or effect.policy or "an instrument without a name"


def timeline_is_sound(subject: Subject) -> Iterator[Problem]:
    """Report what the timeline found: texts that end one another, effects without a day or without an object."""
    yield from subject.timeline.problems


def effects_are_tied(subject: Subject) -> Iterator[Problem]:
    """Report each effect that names no instrument, an unknown id, or no id of a policy that the library has.

    An instrument with the title of the text itself is the one before it. An effect that is doubted is no error.
    """
    for policy, version in subject.pairs():
        for kind, effect in version.acts:
            if not (effect.policy or effect.number or effect.title):
                yield error(
                    "effect-nameless",
                    version.path,
                    "An effect of this text has no `policy`, `number` or `title`.",
                    hint="Add at least the title of the affected instrument, as the text prints it.",
                    line=effect.line,
                )
            elif effect.policy is not None and subject.policy(effect.policy) is None:
                yield error(
                    "unknown-policy",
                    version.path,
                    f"An effect of this text names {effect.policy}, which is not in the library.",
                    hint="Correct the id, or write `policy: null` for an instrument that is not catalogued.",
                    line=effect.line,
                )
            elif effect.policy is None:
                meant = subject.index.find(effect.title, effect.number, policy.place)
                if meant is not None and meant.policy is not policy:
                    report = warning if EFFECT_FIELDS[kind] in version.review else error
                    yield report(
                        "effect-untied",
                        version.path,
                        f"{_name(effect)} is in the library as {meant.policy.id}, but the effect does not name it.",
                        hint=f"Add `policy: {meant.policy.id}`; otherwise the status of that policy may be wrong.",
                        line=effect.line,
                    )


def names_agree(subject: Subject) -> Iterator[Problem]:
    """Report each effect whose title or number is not one of the policy that it names."""
    for _, version in subject.pairs():
        for _, effect in version.acts:
            target = subject.policy(effect.policy) if effect.policy else None
            if target is None:
                continue
            if effect.number and not _has_number(target, effect.number):
                yield warning(
                    "effect-number",
                    version.path,
                    f"{effect.number} is not the number of any text of {target.id} held here.",
                    hint="Check `policy`; if the text with this number is missing, file it as catalogue-only.",
                    line=effect.line,
                )
            if effect.title and not _has_title(target, effect.title):
                yield warning(
                    "effect-title",
                    version.path,
                    f"《{effect.title}》 is not the title of any text of {target.id}.",
                    hint="Check `policy`, and check the title against the text.",
                    line=effect.line,
                )


def _has_number(policy: Policy, number: str) -> bool:
    numbers = {number_key(version.number) for version in policy.versions}
    numbers |= {number_key(order.number) for version in policy.versions for order in version.amended_by}
    return number_key(number) in numbers or None in numbers


def _has_title(policy: Policy, title: str) -> bool:
    titles = {policy.title, *(v.title for v in policy.versions), *(v.cover_title or "" for v in policy.versions)}
    keys = {title_key(one, policy.place) for one in titles}
    return title_key(title, policy.place) in keys


def effects_have_their_days(subject: Subject) -> Iterator[Problem]:
    """Report extensions without a new last day, extensions that shorten, and terms that end before they begin."""
    for _, version in subject.pairs():
        for kind, effect in version.acts:
            day = effect.on or version.effective
            if kind is EventKind.EXTENSION and effect.until is None:
                yield error(
                    "extension-day",
                    version.path,
                    f"The extension of {_name(effect)} gives no new last day.",
                    hint="Add the new last day as `until`.",
                    line=effect.line,
                )
            if kind is EventKind.EXTENSION and not effect.whole:
                yield error(
                    "extension-part",
                    version.path,
                    f"Only a whole text can be extended, but clauses of {_name(effect)} are named.",
                    hint="Remove `extent`; record clauses that end earlier in that text's `clause_periods`.",
                    line=effect.line,
                )
            if effect.until is not None and day is not None and effect.until < day:
                yield error(
                    "effect-days",
                    version.path,
                    f"The effect on {_name(effect)} begins on {day}, but ends before, on {effect.until}.",
                    hint="Check `on` and `until`.",
                    line=effect.line,
                )
            if kind is EventKind.EXTENSION and effect.until is not None:
                yield from _shorter(subject, version, effect)


def _shorter(subject: Subject, version: Version, effect: Effect) -> Iterator[Problem]:
    target = subject.policy(effect.policy) if effect.policy else None
    day = effect.on or version.effective
    if target is None or day is None or effect.until is None:
        return
    text = subject.timeline.standing(target.id, day - timedelta(days=1)).version
    if text is not None and text.expires is not None and effect.until <= text.expires:
        yield error(
            "extension-shorter",
            version.path,
            f"{target.id} is already in force until {text.expires}; this text extends it only to {effect.until}.",
            hint="Check `until` here and `expires` there: `expires` is what the text itself says.",
            line=effect.line,
        )


def extents_exist(subject: Subject) -> Iterator[Problem]:
    """Report each repealed, suspended or revived clause that the text in force did not contain."""
    for _, version in subject.pairs():
        for _, effect in version.acts:
            target = subject.policy(effect.policy) if effect.policy else None
            text = None if target is None else _text_meant(subject, target, version, effect)
            if text is None or not text.held or not whole(text):
                continue
            for label in effect.extent:
                if not find_label(subject.provisions(text), label):
                    yield error(
                        "extent",
                        version.path,
                        f"An effect names {label} of {text.title} ({text.key}), but that text has no such clause.",
                        hint="Write the label as that text prints it, for example 第八条 or （八）.",
                        line=effect.line,
                    )


def _text_meant(subject: Subject, target: Policy, version: Version, effect: Effect) -> Version | None:
    """Return the text of ``target`` that an effect concerns: the one in force just before it, or the one it names."""
    key = number_key(effect.number)
    named = [text for text in target.versions if key is not None and number_key(text.number) == key]
    day = effect.on or version.effective
    if day is None:
        return named[-1] if named else None
    for on in (day - timedelta(days=1), day):
        standing = subject.timeline.standing(target.id, on)
        if standing.status in (Status.IN_FORCE, Status.SUSPENDED):
            return standing.version
    return named[-1] if named else None


def one_policy_for_one_title(subject: Subject) -> Iterator[Problem]:
    """Report each repealed policy of the same normalised title: both are one policy (docs/design/policy-on-disk.md)."""
    for policy, version in subject.pairs():
        for effect in version.repeals:
            target = subject.policy(effect.policy) if effect.policy else None
            if target is None or target.id == policy.id or not effect.whole or target.place != policy.place:
                continue
            if title_key(target.title, target.place) == title_key(policy.title, policy.place):
                yield warning(
                    "one-policy",
                    version.path,
                    f"This text repeals {target.id}, which has the same title: both are versions of one policy.",
                    hint="File both as versions of one policy and keep the other id under `was`.",
                    line=effect.line,
                )
