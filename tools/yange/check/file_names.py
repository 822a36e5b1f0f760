"""Names and addresses: folders, file names, ids, document numbers, samples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from yange.check.subject import Subject, line_of
from yange.model import Policy, Version
from yange.names import RESERVED, is_id, number_key
from yange.problems import Problem, error, warning
from yange.titles import title_key

__all__ = [
    "addresses_are_unique",
    "addresses_can_stand",
    "days_are_counted",
    "file_names_are_effective_days",
    "ids_are_folders",
    "numbers_name_one_instrument",
    "policies_have_texts",
    "samples_keep_apart",
    "titles_name_one_policy",
]

LONGEST_SLUG = 60
_TAKEN = RESERVED | {"en", "zh"}


def ids_are_folders(subject: Subject) -> Iterator[Problem]:
    """A policy's id is its folder, and the last part is short enough for an address."""
    for policy in subject.library.policies:
        folder = PurePosixPath(policy.path).parent
        shown = "/".join(folder.parts[-2:])
        line = policy.lines.get("id", 1)
        if policy.path and policy.id != shown:
            yield error(
                "policy-id",
                policy.path,
                f"The policy calls itself {policy.id}, but its folder is {shown}.",
                hint=f"Move the folder to policies/{policy.id}, or set `id: {shown}` and keep the old id under `was`.",
                line=line,
            )
        if len(policy.id.rsplit("/", 1)[-1]) > LONGEST_SLUG:
            yield warning(
                "slug-long",
                policy.path,
                f"The last part of the id is longer than {LONGEST_SLUG} characters.",
                hint="Shorten it while nobody links to it yet; later it stays.",
                line=line,
            )


def addresses_are_unique(subject: Subject) -> Iterator[Problem]:
    """No two policies share an id or a former id: an address leads to one place for ever."""
    owners: defaultdict[str, list[Policy]] = defaultdict(list)
    for policy in subject.library.policies:
        for address in dict.fromkeys((policy.id, *policy.was)):
            owners[address].append(policy)
    for address, policies in owners.items():
        for policy in policies[1:]:
            field = "id" if policy.id == address else "was"
            yield error(
                "duplicate-id",
                policy.path,
                f"The id {address} already belongs to {policies[0].path}.",
                hint="Give one of them another id, or file both texts in one folder if they are one policy.",
                line=policy.lines.get(field, 1),
            )


def addresses_can_stand(subject: Subject) -> Iterator[Problem]:
    """An id is no folder of the site's own, and a former id was an id: else no page can stand there, or lead on."""
    for policy in subject.library.policies:
        if policy.id.partition("/")[0] in _TAKEN:
            yield error(
                "id-taken",
                policy.path,
                f"The id {policy.id} begins with a folder that the site needs for itself.",
                hint=f"Give the place another slug than {', '.join(sorted(_TAKEN))}.",
                line=policy.lines.get("id", 1),
            )
        for former in policy.was:
            if not is_id(former) or former.partition("/")[0] in _TAKEN or former == policy.id:
                what = "is the policy's id now" if former == policy.id else "cannot have been the id of a policy"
                yield error(
                    "former-id",
                    policy.path,
                    f"The former id {former} {what}, so that no page can lead on from it.",
                    hint="Write under `was` ids as they were, place/slug in small letters, digits and hyphens.",
                    line=policy.lines.get("was", 1),
                )


def policies_have_texts(subject: Subject) -> Iterator[Problem]:
    """A policy has at least one text, held or catalogue-only."""
    for policy in subject.library.policies:
        if not policy.versions:
            yield warning(
                "no-version",
                policy.path,
                "The policy has no text, so nothing can be said of it on any day.",
                hint="Add a version; if the words are not held, one with `text: catalogue-only`.",
            )


def file_names_are_effective_days(subject: Subject) -> Iterator[Problem]:
    """A file is named by the text's own first day; undated.md is for texts without one."""
    for _, version in subject.pairs():
        named = version.named_day
        day = "undated" if version.effective is None else version.effective.isoformat()
        if named != day:
            said = "has no effective day" if version.effective is None else f"takes effect on {day}"
            yield error(
                "file-day",
                version.path,
                f"The file is named {version.stem}.md, but by its front matter the text {said}.",
                hint=f"Rename the file to {day}.md, or correct `effective`; the two must say the same.",
                line=line_of(version, "effective"),
            )


def days_are_counted(subject: Subject) -> Iterator[Problem]:
    """Several texts of one day are numbered without a gap, in the order in which they were signed."""
    for policy in subject.library.policies:
        days: defaultdict[str, dict[int, Version]] = defaultdict(dict)
        for version in policy.versions:
            days[version.named_day][version.nth_on_day] = version
        for day, texts in sorted(days.items()):
            yield from _one_day(day, texts)


def _one_day(day: str, texts: dict[int, Version]) -> Iterator[Problem]:
    before: Version | None = None
    for nth, version in sorted(texts.items()):
        if nth > 1 and nth - 1 not in texts:
            missing = f"{day}.md" if nth == 2 else f"{day}.{nth - 1}.md"
            yield error(
                "second-on-day",
                version.path,
                f"This is text {nth} of one day, but there is no {missing}.",
                hint=f"Name it {missing}, or add the text that came before it on that day.",
            )
        if before and day != "undated" and before.signed and version.signed and before.signed > version.signed:
            yield error(
                "order-on-day",
                version.path,
                f"This text was signed on {version.signed}, before {before.stem}.md ({before.signed}), but follows it.",
                hint="The last text of a day is the law of that day: number the texts in the order of signing.",
                line=line_of(version, "signed"),
            )
        before = version


def numbers_name_one_instrument(subject: Subject) -> Iterator[Problem]:
    """A document number belongs to one instrument; texts issued under one covering notice share its number."""
    owners: defaultdict[tuple[str, str], list[tuple[Policy, Version]]] = defaultdict(list)
    for policy, version in subject.pairs():
        key = number_key(version.number)
        if key is not None:
            owners[policy.place, key].append((policy, version))
    for bearers in owners.values():
        policy, version = bearers[0]
        for other, text in bearers[1:]:
            if _may_share(policy, version, other, text):
                continue
            yield warning(
                "number-twice",
                text.path,
                f"{text.number} is also the number of {version.path}.",
                hint="Check the number; if one notice issued both, give both texts its title as `cover_title`.",
                line=line_of(text, "number"),
            )


def _may_share(policy: Policy, version: Version, other: Policy, text: Version) -> bool:
    if other.id == policy.id:
        return bool(text.amended_by or version.amended_by)
    return version.cover_title is not None and version.cover_title == text.cover_title


def titles_name_one_policy(subject: Subject) -> Iterator[Problem]:
    """Two policies of a place do not bear the same normalised title (design §4), but for letters and notices."""
    owners: defaultdict[tuple[str, str], list[Policy]] = defaultdict(list)
    for policy in subject.library.policies:
        owners[policy.place, title_key(policy.title, policy.place)].append(policy)
    for policies in owners.values():
        for policy in policies[1:]:
            yield warning(
                "title-twice",
                policy.path,
                f"Apart from place, year and stage the title is that of {policies[0].id}.",
                hint="If one repeals or replaces the other, file both as versions of one policy; else leave it.",
                line=policy.lines.get("title", 1),
            )


def samples_keep_apart(subject: Subject) -> Iterator[Problem]:
    """Invented texts are marked, and never act on real ones nor stand among them in a place."""
    places: defaultdict[str, set[bool]] = defaultdict(set)
    for policy in subject.library.policies:
        places[policy.place].add(policy.sample)
    for policy in subject.library.policies:
        if not policy.sample and len(places[policy.place]) > 1:
            yield warning(
                "sample-unmarked",
                policy.path,
                f"Other policies of {policy.place} are samples; this one is not marked.",
                hint="Add `sample: true` if the text is invented.",
            )
    for policy, version in subject.pairs():
        for _, effect in version.acts:
            target = subject.policy(effect.policy) if effect.policy else None
            if target is not None and target.sample != policy.sample:
                yield error(
                    "sample-acts",
                    version.path,
                    f"A {'sample' if policy.sample else 'real'} text acts on {target.id},"
                    f" which is a {'sample' if target.sample else 'real'} one.",
                    hint="Samples and real texts must not touch each other: check `policy`, or mark the policy.",
                    line=effect.line,
                )
