"""From one edition to the next: why each file of the archive is another one now, and what nobody has explained."""

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
    """Return what must be set right before an edition: broken promises, and changes that nothing recorded explains.

    A file of the archive (a policy on a day) that is another one, or gone, is explained by a correction entered, by a
    text or an act that was added, by an act of another instrument that names the policy, or by record facts alone.

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
            f"{policy} reads otherwise than in the last edition on "
            f"{', '.join(str(d.day) for d in review.archive if d.policy == policy)}, and nothing recorded says why.",
            hint="Enter the correction; if the archive's format has changed, its number must change with it.",
        )
        for policy in lost
    ]
    return (*review.broken, *found)


def explanations(changes: Sequence[PolicyChange], library: Library) -> Mapping[str, ReviewKind]:
    """Return for each policy the weightiest recorded reason why its files may have changed."""
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
