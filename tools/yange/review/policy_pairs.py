"""Pair the policies and texts of two states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from yange.model import Library, Policy, Version

__all__ = ["PolicyPair", "VersionPair", "pair_policies", "pair_versions", "words"]


@dataclass(frozen=True, slots=True)
class PolicyPair:
    """A policy in both states, or in one of them."""

    old: Policy | None
    new: Policy | None


@dataclass(frozen=True, slots=True)
class VersionPair:
    """A text in both states, or in one of them."""

    old: Version | None
    new: Version | None


def words(version: Version) -> str:
    """Return the text without any white space, which is typography."""
    return "".join(version.body.split())


def pair_policies(old: Library, new: Library) -> tuple[PolicyPair, ...]:
    """Pair policies by id, then by a former id, then by the folder; the others are unpaired."""
    pairs = []
    free = {policy.id: policy for policy in new.policies}
    left = []
    for policy in old.policies:
        same = free.pop(policy.id, None)
        if same is None:
            left.append(policy)
        else:
            pairs.append(PolicyPair(policy, same))
    for policy in left:
        moved = _moved(policy, free.values())
        if moved is not None:
            del free[moved.id]
        pairs.append(PolicyPair(policy, moved))
    pairs.extend(PolicyPair(None, policy) for policy in free.values())
    return tuple(sorted(pairs, key=lambda pair: (pair.new or pair.old).id))  # type: ignore[union-attr]


def _moved(policy: Policy, candidates: Iterable[Policy]) -> Policy | None:
    candidates = list(candidates)
    for candidate in candidates:
        if policy.id in candidate.was:
            return candidate
    folder = PurePosixPath(policy.path).parent
    for candidate in candidates:
        if PurePosixPath(candidate.path).parent == folder:
            return candidate
    texts = {words(version) for version in policy.versions if words(version)}
    for candidate in candidates:
        if texts and texts <= {words(version) for version in candidate.versions}:
            return candidate
    return None


def pair_versions(old: Policy | None, new: Policy | None) -> tuple[VersionPair, ...]:
    """Pair texts by key, then by equal words, then by number.

    A text whose effective day was corrected has another key; by key alone it would look like a deletion and an
    amendment.
    """
    olds = list(old.versions if old else ())
    news = list(new.versions if new else ())
    keys = {version.key for version in olds} & {version.key for version in news}
    pairs = [
        VersionPair(version, next(other for other in news if other.key == version.key))
        for version in olds
        if version.key in keys
    ]
    left = [version for version in olds if version.key not in keys]
    free = [version for version in news if version.key not in keys]
    for version in left:
        moved = _same_text(version, free)
        if moved is not None:
            free.remove(moved)
        pairs.append(VersionPair(version, moved))
    pairs.extend(VersionPair(None, version) for version in free)
    return tuple(sorted(pairs, key=lambda pair: (pair.new or pair.old).key))  # type: ignore[union-attr]


def _same_text(version: Version, candidates: Sequence[Version]) -> Version | None:
    for candidate in candidates:
        if words(version) and words(candidate) == words(version):
            return candidate
    for candidate in candidates:
        if version.number is not None and candidate.number == version.number:
            return candidate
    return None
