"""What the tree contains on a day, and the changes from day to day.

The tree holds a policy's file while the policy is in force. It changes on the day a text begins, is replaced, loses
or regains a clause, or goes out of force; what happens without changing the file (a signature, the repeal of what was
never in force) makes no commit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yange.archive.commit import ArchiveCommit
from yange.archive.document import archived_file
from yange.archive.formats import FORMAT
from yange.archive.tree_paths import tree_paths
from yange.model import Event, EventKind, Library, Policy, Version
from yange.timeline import Timeline


def changes(library: Library, timeline: Timeline, form: int = FORMAT) -> Iterator[tuple[ArchiveCommit, bytes | None]]:
    """Yield every change with the new content of the file (``None``: taken away), policy by policy, each in order.

    ``form`` is the number of the archive's format.

    Raises:
        YangeError: for an id that cannot be a path in a tree.

    """
    paths = tree_paths((policy.id for policy in library.policies), form)
    for policy in sorted(library.policies, key=lambda policy: policy.id):
        yield from _changes_of(policy, timeline, paths[policy.id])


def _changes_of(policy: Policy, timeline: Timeline, path: str) -> Iterator[tuple[ArchiveCommit, bytes | None]]:
    """Yield the changes of one policy: on each day that could matter, compare its file with the one before."""
    last: Version | None = None
    stood: bytes | None = None
    for day in timeline.change_days(policy.id):
        standing = timeline.standing(policy.id, day)
        version = standing.version if standing.in_force else None
        content = archived_file(policy, version, standing.not_in_force) if version else None
        if content == stood:
            continue
        last, stood = version or last, content
        if last is not None:  # always: the first change writes a text
            yield _change(last, _telling(policy, timeline, day), day, path, removed=content is None), content


def _change(version: Version, events: tuple[Event, ...], day: date, path: str, *, removed: bool) -> ArchiveCommit:
    return ArchiveCommit(
        day=day,
        policy=version.policy,
        path=path,
        removed=removed,
        version=version.stem,
        title=version.title,
        number=version.number,
        events=events,
    )


def _telling(policy: Policy, timeline: Timeline, day: date) -> tuple[Event, ...]:
    """Return the events of a day that could change the file: no mere signature, nothing that came too late."""
    facts = (EventKind.SIGNED, EventKind.PUBLISHED, EventKind.AMENDING_ORDER)
    today = (event for event in timeline.events(policy.id) if event.day == day and event.kind not in facts)
    return tuple(event for event in today if not timeline.is_moot(event))
