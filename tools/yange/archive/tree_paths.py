"""The path of a policy in the archived tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from yange.archive.formats import FORMAT
from yange.problems import YangeError

CROWDED = 160
"""More policies than this in one folder, and git's cost per commit grows with the folder. Part of the archive's format:
changing it changes ids.

CPU seconds of fast-import and fsck for 10,000 commits, the files of a place in one folder, in 16 and in 256 folders: 64
policies in a place 5.3, 6.0, 5.5; 160: 5.9, 5.1, 6.1; 625: 11.1, 5.4, 6.9; 2,000 (8,000 commits): 18.5, 4.8, 6.0;
4,000 (16,000 commits): 16 folders 11.2, 256 folders 8.8."""
_CROWDED_IN_FORMAT_1 = 1_000

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}(?:/[a-z0-9][a-z0-9_-]{0,99}){1,7}")
_PATH = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)+\.md")


def is_policy_id(text: str) -> bool:
    """Return whether ``text`` may name a policy: two or more parts of ``a-z 0-9 - _`` joined by ``/``.

    No dot, no capital and no leading hyphen, so no part can climb out of the tree, name git's own folder,
    pass for an option, or fall together with another on a file system that ignores case.
    """
    return _ID.fullmatch(text) is not None


def is_tree_path(text: str) -> bool:
    """Return whether ``text`` is a path this archive would write."""
    return _PATH.fullmatch(text) is not None


def shard(policy_id: str, digits: int = 1) -> str:
    """Return the hexadecimal digits of the folder for a policy of a place with many policies."""
    return sha256(policy_id.encode("ascii")).hexdigest()[:digits]


def _digits(policies: int, form: int) -> int:
    """Return by how many digits the policies of a place are divided: so many that no folder is crowded."""
    if form == 1:
        return 2 if policies > _CROWDED_IN_FORMAT_1 else 0
    digits = 0
    while policies > CROWDED * 16**digits:
        digits += 1
    return digits


def tree_paths(policy_ids: Iterable[str], form: int = FORMAT) -> Mapping[str, str]:
    """Return the path of each policy in the tree: ``<id>.md``, or ``<place>/<shard>/<slug>.md`` in a crowded place.

    A place is crowded when it holds more than :data:`CROWDED` policies in the whole library, whatever their
    days: so a policy keeps one path through the whole history and small archives stay readable. The price is
    that a place's 161st policy moves the others, once, and its 2,561st again; the ids of earlier editions are not
    touched by that. ``form`` is the number of the archive's format.

    Raises:
        YangeError: for an id that is no policy id, occurs twice, or would share its path with another.

    """
    ids = list(policy_ids)
    for policy_id in ids:
        if not is_policy_id(policy_id):
            raise YangeError(
                f"archive: {policy_id!r} cannot be the id of a policy; use <place>/<slug> in a-z, 0-9, - and _"
            )
    crowd = Counter(policy_id.rpartition("/")[0] for policy_id in ids)
    paths: dict[str, str] = {}
    owners: dict[str, str] = {}
    for policy_id in ids:
        place, _, slug = policy_id.rpartition("/")
        digits = _digits(crowd[place], form)
        path = f"{place}/{shard(policy_id, digits)}/{slug}.md" if digits else f"{policy_id}.md"
        if path in owners:
            raise YangeError(f"archive: {owners[path]!r} and {policy_id!r} would share {path}; rename one of them")
        owners[path] = policy_id
        paths[policy_id] = path
    return paths
