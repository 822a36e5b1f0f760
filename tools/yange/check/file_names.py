"""Check names and addresses: folders, file names, ids, document numbers, samples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from yange.check.subject import Subject, line_of
from yange.model import Basis, Policy, Version
from yange.names import RESERVED, is_id, number_key
from yange.problems import Problem, error, warning
from yange.titles import title_key

__all__ = [
    "addresses_are_free",
    "addresses_are_unique",
    "days_are_counted",
    "file_names_are_effective_days",
    "ids_are_folders",
    "numbers_name_one_instrument",
    "policies_have_texts",
    "samples_are_separate",
    "titles_name_one_policy",
]

LONGEST_SLUG = 60
_TAKEN = RESERVED | {"en", "zh"}


def ids_are_folders(subject: Subject) -> Iterator[Problem]:
    """Report each policy whose id is not its folder, or whose last part is too long for an address."""
    for policy in subject.library.policies:
        folder = PurePosixPath(policy.path).parent
        shown = "/".join(folder.parts[-2:])
        line = policy.lines.get("id", 1)
        if policy.path and policy.id != shown:
            yield error(
                "policy-id",
                policy.path,
                f"The policy's id is {policy.id}, but its folder is {shown}.",
                hint=f"Move the folder to policies/{policy.id}, or set `id: {shown}` and keep the old id under `was`.",
                line=line,
            )
        if len(policy.id.rsplit("/", 1)[-1]) > LONGEST_SLUG:
            yield warning(
                "slug-long",
                policy.path,
                f"The last part of the id is longer than {LONGEST_SLUG} characters.",
                hint="Shorten it before it is published; afterwards others link to it.",
                line=line,
            )


def addresses_are_unique(subject: Subject) -> Iterator[Problem]:
    """Report each id or former id that two policies share: an address always leads to one policy."""
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
                f"The id {address} is already that of {policies[0].path}.",
                hint="Give one of them another id, or file both texts in one folder if they are one policy.",
                line=policy.lines.get(field, 1),
            )


def addresses_are_free(subject: Subject) -> Iterator[Problem]:
    """Report ids in a folder that the site uses itself, and former ids that cannot be redirected."""
    for policy in subject.library.policies:
        if policy.id.partition("/")[0] in _TAKEN:
            yield error(
                "id-taken",
                policy.path,
                f"The id {policy.id} begins with the name of a folder that the site uses itself.",
                hint=f"Choose a slug for the place that is none of {', '.join(sorted(_TAKEN))}.",
                line=policy.lines.get("id", 1),
            )
        for former in policy.was:
            if not is_id(former) or former.partition("/")[0] in _TAKEN or former == policy.id:
                what = "is the policy's id now" if former == policy.id else "cannot have been the id of a policy"
                yield error(
                    "former-id",
                    policy.path,
                    f"The former id {former} {what}, so no page can redirect from it.",
                    hint="Write former ids in `was` as place/slug, in lower-case letters, digits and hyphens.",
                    line=policy.lines.get("was", 1),
                )


def policies_have_texts(subject: Subject) -> Iterator[Problem]:
    """Report each policy without any text, held or catalogue-only."""
    for policy in subject.library.policies:
        if not policy.versions:
            yield warning(
                "no-version",
                policy.path,
                "The policy has no text, so its status is unknown on every day.",
                hint="Add a version; if the words are not held, write `text: catalogue-only`.",
            )


def file_names_are_effective_days(subject: Subject) -> Iterator[Problem]:
    """Report each file that is not named by the first day of its text, or ``undated.md`` if there is none.

    A file in ``drafts/`` is named by the day on which the draft was made or published.
    """
    for _, version in subject.pairs():
        if version.kept_as_draft:
            yield from _draft_file(version)
            continue
        named = version.named_day
        day = "undated" if version.effective is None else version.effective.isoformat()
        if named != day:
            said = "has no effective day" if version.effective is None else f"takes effect on {day}"
            yield error(
                "file-day",
                version.path,
                f"The file is named {version.stem}.md, but its front matter says that the text {said}.",
                hint=f"Rename the file to {day}.md, or correct `effective`; the two must agree.",
                line=line_of(version, "effective"),
            )


def _draft_file(version: Version) -> Iterator[Problem]:
    if not version.draft:
        yield error(
            "draft-form",
            version.path,
            "The file is in drafts/, but its front matter does not say that it is a draft.",
            hint="Write `draft: true`, or move the file to the texts of the policy if it was issued.",
            line=line_of(version, "title"),
        )
    days = {day.isoformat() for day in (version.signed, version.published) if day is not None} or {"undated"}
    if version.named_day not in days:
        yield error(
            "draft-form",
            version.path,
            f"The file is named by {version.named_day}, which is no day of the draft ({', '.join(sorted(days))}).",
            hint="Name it by the day on which the draft was made or published, or undated.md if no day is known.",
            line=line_of(version, "signed"),
        )


def days_are_counted(subject: Subject) -> Iterator[Problem]:
    """Report gaps in the numbering of several texts of one day, and numbers against the order of signing."""
    for policy in subject.library.policies:
        days: defaultdict[str, dict[int, Version]] = defaultdict(dict)
        for version in policy.versions:
            folder = "drafts/" if version.kept_as_draft else ""
            days[folder + version.named_day][version.nth_on_day] = version
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
            report = warning if version.effective_basis is Basis.REGISTER else error
            yield report(
                "order-on-day",
                version.path,
                f"This text was signed on {version.signed}, before {before.stem}.md ({before.signed}), but follows it.",
                hint="The last text of a day is the one in force: number the texts in the order of signing.",
                line=line_of(version, "signed"),
            )
        before = version


def numbers_name_one_instrument(subject: Subject) -> Iterator[Problem]:
    """Report each document number of two instruments; texts under one covering notice may share its number."""
    owners: defaultdict[tuple[str, str], list[tuple[Policy, Version]]] = defaultdict(list)
    for policy, version in subject.pairs():
        key = number_key(version.number)
        if key is not None:
            owners[policy.place, key].append((policy, version))
    for numbered in owners.values():
        policy, version = numbered[0]
        for other, text in numbered[1:]:
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
        consolidated = Basis.REGISTER in (text.effective_basis, version.effective_basis)
        return bool(text.amended_by or version.amended_by) or consolidated
    return version.cover_title is not None and version.cover_title == text.cover_title


def titles_name_one_policy(subject: Subject) -> Iterator[Problem]:
    """Report two policies of a place with the same normalised title (docs/design/policy-on-disk.md)."""
    owners: defaultdict[tuple[str, str], list[Policy]] = defaultdict(list)
    for policy in subject.library.policies:
        owners[policy.place, title_key(policy.title, policy.place)].append(policy)
    for policies in owners.values():
        for policy in policies[1:]:
            yield warning(
                "title-twice",
                policy.path,
                f"The title is the same as that of {policies[0].id}, apart from place, year and stage.",
                hint="If one repeals or replaces the other, file both as versions of one policy; otherwise leave it.",
                line=policy.lines.get("title", 1),
            )


def samples_are_separate(subject: Subject) -> Iterator[Problem]:
    """Report unmarked policies in a place of samples, and effects between samples and real texts."""
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
                    f"A {'sample' if policy.sample else 'real'} text has an effect on {target.id},"
                    f" which is a {'sample' if target.sample else 'real'} one.",
                    hint="Samples and real texts must not affect each other: check `policy`, or mark the policy.",
                    line=effect.line,
                )
