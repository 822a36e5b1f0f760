"""Leave out of a review the policies that it cannot concern, if the change is a plain one.

A change is plain if it changes nothing that others depend on: only words, corrections and the like of texts that were
there before, and neither the clauses that a text has nor what it says of other instruments. Then no other policy has
another standing, and no promise that compares policies is kept on one side and broken on the other. What the changed
policies are tied to is read; the rest is the same on both sides, and the index knows that none of it is tied to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from yange.archive.tree_paths import tree_paths
from yange.check import findings_of
from yange.index.kept import LibraryIndex, answer
from yange.library import load_policy
from yange.model import Policy, Version
from yange.parse import parse_version
from yange.problems import Problem, YangeError
from yange.trees import POLICIES, EntryKind, Tree, TreeEntry, UnreadableError

__all__ = ["PartTree", "left_out"]

MOST_CHANGED = 50
"""Changed policies of which each is read and checked on both sides to see whether the change is plain."""
MOST_TIED = 2_000
"""Policies tied to the changed ones from which on the whole library is read: this many take some ten seconds."""


class PartTree:
    """A tree without some of its folders."""

    def __init__(self, tree: Tree, without: frozenset[str]) -> None:
        self._tree = tree
        self._without = without

    @property
    def name(self) -> str:
        """The name of the tree."""
        return self._tree.name

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        """Return the entries of a folder without those that are left out."""
        found = self._tree.entries(path)
        if found is None or not self._without or path.count("/") != 1:
            return found
        return tuple(entry for entry in found if f"{path}/{entry.name}" not in self._without)

    def size(self, path: str) -> int:
        """Return the size of a file in bytes."""
        return self._tree.size(path)

    def read(self, path: str) -> bytes:
        """Return the content of a file."""
        return self._tree.read(path)


def left_out(root: Path, base: Tree, head: Tree, *others: Tree) -> frozenset[str]:
    """Return the folders of policies that a review of ``head`` against ``base`` need not read.

    None are left out if the change is not plain, or if the index of the folder at ``root`` cannot be used.
    """
    return answer(root, lambda index: _left_out(index, base, head, others)) or frozenset()


def _left_out(index: LibraryIndex, base: Tree, head: Tree, others: Iterable[Tree]) -> frozenset[str]:
    before, after = _folders(base), _folders(head)
    if before.keys() != after.keys():
        return frozenset()
    changed = sorted(path for path, mark in before.items() if after[path] != mark)
    known = index.trees()
    rest = {path: mark for path, mark in before.items() if after[path] == mark}
    if len(changed) > MOST_CHANGED or rest != {path: mark for path, mark in known.items() if path in rest}:
        return frozenset()
    pairs = [(_read(base, path), _read(head, path)) for path in changed]
    if not all(_is_plain(*pair) for pair in pairs):
        return frozenset()
    try:
        tree_paths(index.ids())  # the archive of the whole library can be compiled on both sides, or on neither
    except YangeError:
        return frozenset()
    tied = index.tied((old for old, _ in pairs if old is not None), MOST_TIED)
    if tied is None:
        return frozenset()
    same = rest.keys() - tied
    for other in others:
        marks = _folders(other)
        same = {path for path in same if marks.get(path) == rest[path]}
    return frozenset(same)


def _folders(tree: Tree) -> Mapping[str, str]:
    """Return the folders of policies with the ids that git gives them."""
    return dict(_listed(tree))


def _listed(tree: Tree) -> Iterator[tuple[str, str]]:
    for place in tree.entries(POLICIES) or ():
        if place.kind is EntryKind.FOLDER and not place.name.startswith("."):
            for entry in tree.entries(f"{POLICIES}/{place.name}") or ():
                if entry.kind is EntryKind.FOLDER and not entry.name.startswith("."):
                    yield f"{POLICIES}/{place.name}/{entry.name}", entry.mark


def _read(tree: Tree, path: str) -> Policy | None:
    """Return a policy all of whose files can be read."""
    problems: list[Problem] = []
    try:
        policy = load_policy(tree, path, problems)
    except UnreadableError:
        return None
    return None if problems else policy


def _is_plain(old: Policy | None, new: Policy | None) -> bool:
    if old is None or new is None or _bare(old) != _bare(new):
        return False
    return _says(old) == _says(new) and all(map(_same_clauses, old.versions, new.versions))


def _bare(policy: Policy) -> Policy:
    """Return a policy without what only its own pages and its own problems depend on."""
    return replace(policy, introduction="", note=None, versions=tuple(map(_bare_text, policy.versions)))


def _bare_text(version: Version) -> Version:
    """Return a text without its words, and without facts that change no standing and no other policy's problems."""
    return replace(
        version,
        body="words" if version.body.strip() else "",
        corrections=(),
        review=version.review if version.acts else (),
        settled=(),
        sources=(),
        checked=None,
        units=None,
        note="archive" if any(source.blob for source in version.sources) else None,
    )


def _says(policy: Policy) -> object:
    """Return what the texts say of other instruments, wherever they say it."""
    return [
        (
            [(one.text, one.title, one.number, one.clause) for one in text.cited],
            [(one.field, one.does, replace(one.said, start=0, end=0)) for one in text.effects],
        )
        for text in findings_of(policy).texts
    ]


def _same_clauses(old: Version, new: Version) -> bool:
    return _clauses(old) == _clauses(new)


def _clauses(version: Version) -> object:
    return [(one.kind, one.label, one.path, one.number, one.placeholder) for one in parse_version(version).walk()]
