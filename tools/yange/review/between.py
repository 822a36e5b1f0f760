"""From one edition to the next: why each file of the archive changed, and which changes nobody has explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yange.model import Library
from yange.problems import Problem, error
from yange.review.report import PolicyChange, Review, ReviewKind

__all__ = ["explanations", "unexplained"]

_EXPLAINS = (
    ReviewKind.CORRECTION,
    ReviewKind.AMENDMENT,
    ReviewKind.EVENT,
    ReviewKind.MOVE,
    ReviewKind.METADATA,
    ReviewKind.TYPOGRAPHY,
    ReviewKind.NEW_POLICY,
)


def unexplained(review: Review, library: Library) -> tuple[Problem, ...]:
    """Return what must be fixed before an edition: broken promises, and changes that no record explains.

    A changed or deleted file of the archive (a policy on a day) is explained by a recorded correction, by an added text
    or effect, by an effect of another instrument that names the policy, or by facts about the record alone.

    Args:
        review: the last edition against what is to be published.
        library: the library that is to be published.

    """
    reasons = explanations(review.policies, library)
    lost = dict.fromkeys(day.policy for day in review.archive if day.what != "added" and day.policy not in reasons)
    paths = {policy.id: policy.path for policy in library.policies}
    found = [
        error(
            "edition-unexplained",
            paths.get(policy, f"policies/{policy}"),
            f"{policy} differs from the last edition on "
            f"{', '.join(str(d.day) for d in review.archive if d.policy == policy)}, and no record explains it.",
            hint="Record the correction; if the archive's format has changed, its number must change, too.",
        )
        for policy in lost
    ]
    return (*review.broken, *found)


def explanations(changes: Sequence[PolicyChange], library: Library) -> Mapping[str, ReviewKind]:
    """Return for each policy the most important recorded reason for changes of its files."""
    found: dict[str, ReviewKind] = {}
    for change in changes:
        for kind in _EXPLAINS:
            if kind in change.kinds:
                for name in filter(None, (change.id, change.was)):
                    found.setdefault(name, kind)
    touched = {(change.id, version.version) for change in changes for version in change.versions}
    for version in library.versions():
        if (version.policy, version.key) in touched:
            for _, effect in version.acts:
                if effect.policy:
                    found.setdefault(effect.policy, ReviewKind.EVENT)
    return found
