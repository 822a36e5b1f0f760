"""Which days of the archive and which pages of the site a change affects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from yange.archive.daily_tree import changes
from yange.problems import YangeError
from yange.publish.addresses import (
    annotated_address,
    compare_address,
    history_address,
    named_comparison,
    policy_address,
    version_address,
)
from yange.publish.facts.clause_threads import line_texts, parts_of
from yange.publish.facts.compared_pairs import compared_pairs, pairs_within
from yange.review.report import ArchiveDay, PolicyChange
from yange.review.states import ProjectSnapshot

__all__ = ["archive_days", "pages"]


def archive_days(old: ProjectSnapshot, new: ProjectSnapshot) -> tuple[tuple[ArchiveDay, ...], tuple[str, ...]]:
    """Return the days on which files of the archive will differ, in order, and remarks if that is unknown."""
    try:
        before, after = _files(old), _files(new)
    except YangeError as failure:
        return (), (f"The archive cannot be compiled, so its days are not known: {failure}",)
    found = [
        ArchiveDay(day, policy, _what(before.get((policy, day)), after.get((policy, day))))
        for policy, day in before.keys() | after.keys()
        if before.get((policy, day)) != after.get((policy, day))
    ]
    return tuple(sorted(found)), ()


def _files(state: ProjectSnapshot) -> Mapping[tuple[str, date], str]:
    """Return the hash of the file that each change of the archive writes; empty if it removes the file."""
    return {
        (change.policy, change.day): sha256(content).hexdigest() if content is not None else ""
        for change, content in changes(state.library, state.timeline)
    }


def _what(before: str | None, after: str | None) -> str:
    if before is None:
        return "added"
    return "removed" if after is None else "changed"


def pages(
    policies: Iterable[PolicyChange], new: ProjectSnapshot, asked: Sequence[tuple[str, str]] = ()
) -> tuple[str, ...]:
    """Return the addresses of the pages that may change, without language, in order.

    All pages of a changed policy may change, because they refer to each other (the text before, when a clause last
    changed). So may those of the texts before and after it in a succession. Pages of the whole archive (the home page,
    lists, search, feeds) are not named. ``asked`` are the pairs of ``id@key`` that have a page by the settings.
    """
    policies = tuple(policies)
    found = [policy_address(name) for policy in policies for name in (policy.id, policy.was) if name]
    touched = {(policy.id, version.version) for policy in policies for version in policy.versions}
    found += [f"{policy}/{version}/" for policy, version in touched]
    for change in policies:
        policy = new.library.policy(change.id)
        if policy is not None and change.versions:
            found += map(version_address, policy.versions)
            texts = line_texts(policy, new.timeline)
            parts = range(1, parts_of(texts) + 1) if len(texts) > 1 else ()
            found += [history_address(policy.id, part) for part in parts]
            found += [annotated_address(policy.id)] if len(texts) > 1 else []
            found += [compare_address(*pair) for pair in pairs_within(policy)]
    pairs = compared_pairs(new.library, new.timeline)
    for older, newer in new.timeline.superseding_pairs():
        if {(older.policy, older.key), (newer.policy, newer.key)} & touched:
            found += [version_address(older), version_address(newer)]
            found += [compare_address(older, newer)] if (older, newer) in pairs else []
    changed = {policy.id for policy in policies if policy.versions}
    for names in asked:
        ids = {name.partition("@")[0] for name in names}
        if changed & ids and all(_may_be(new, name) for name in names):
            found += [named_comparison(*names), *(f"{name.replace('@', '/')}/" for name in names)]
    return tuple(sorted(set(found)))


def _may_be(new: ProjectSnapshot, name: str) -> bool:
    """Return whether a text is held, or of a policy that this review did not read, since it is as it was."""
    policy_id, _, key = name.partition("@")
    policy = new.library.policy(policy_id)
    version = policy.version(key) if policy is not None else None
    return policy is None or (version is not None and version.held)
