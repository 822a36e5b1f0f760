"""One policy's folder as the index keeps it: its facts without the words, its problems, and the names that tie it."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha1, sha256

from yange.coding import encoded, reader
from yange.git.working import blob_id
from yange.index.stamps import packed, trusted
from yange.library import ALIGNMENT, LARGEST, load_policy, with_drafts
from yange.model import DRAFTS, Policy
from yange.names import number_key
from yange.problems import Problem
from yange.trees import EntryKind, Tree, TreeEntry, UnreadableError

__all__ = ["FolderRecord", "NameRole", "facts_of", "mark_of", "policy_of", "read_record", "ties", "words"]

_POLICY = reader(Policy)
_SHA1 = 40
_WORDS = "…"
"""In the place of the words of a text."""


class NameRole:
    """What a word that people may call a policy by is, in the order in which names are looked up."""

    SLUG, NUMBER, TITLE = range(3)


@dataclass(frozen=True, slots=True)
class FolderRecord:
    """What one reading of a folder found. ``mark`` is equal for folders with the same files at the same path.

    ``policy`` is whole. ``tree`` is the id that git gives a tree of these files; empty if they are not all texts.
    ``names`` and ``stamps`` are those of :mod:`yange.index.stamps`.
    """

    path: str
    mark: bytes
    policy: Policy | None
    problems: tuple[Problem, ...]
    names: bytes
    stamps: bytes
    tree: str


class _Once:
    """A tree in which each file of one folder is read once, and looked at before that."""

    def __init__(self, tree: Tree, root: str, now: int) -> None:
        self._tree = tree
        self._root = root
        self._now = now
        self.marks: dict[str, str] = {}
        self.stamps: dict[str, int] = {}
        self._sizes: dict[str, int] = {}
        self._contents: dict[str, bytes] = {}

    @property
    def name(self) -> str:
        return self._tree.name

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        return self._tree.entries(path)

    def look(self, path: str) -> bytes:
        """Read what a policy's folder has, and return the mark of the folder."""
        listed = with_drafts(self, path, self.entries(path) or ())
        for entry in listed:
            text = entry.suffix == ".md" or entry.name == ALIGNMENT
            if text and entry.kind is EntryKind.FILE and not entry.name.startswith("."):
                with suppress(UnreadableError):  # it is reported when the texts are read from here
                    if self.size(f"{path}/{entry.name}") <= LARGEST:
                        self.read(f"{path}/{entry.name}")
        return mark_of(path, ((entry, self.marks.get(f"{path}/{entry.name}")) for entry in listed))

    def size(self, path: str) -> int:
        if path in self._sizes:
            return self._sizes[path]
        self.stamps[path] = trusted(f"{self._root}/{path}", self._now)
        try:
            size = self._tree.size(path)
        except UnreadableError:
            self.stamps[path] = -1
            raise
        self.marks[path] = f"size {size}"
        self._sizes[path] = size
        return size

    def read(self, path: str) -> bytes:
        if path in self._contents:
            return self._contents[path]
        try:
            data = self._tree.read(path)
        except UnreadableError:
            self.stamps[path] = -1
            raise
        self.marks[path] = blob_id(data, _SHA1)
        self._contents[path] = data
        return data


def mark_of(path: str, listed: Iterable[tuple[TreeEntry, str | None]]) -> bytes:
    """Return the mark of a folder from its entries in order of name, with the ids that git gives their contents."""
    told = [(entry.name, entry.kind.value, mark) for entry, mark in listed]
    return sha256(repr((path, told)).encode("utf-8", "surrogateescape")).digest()


def read_record(tree: Tree, root: str, path: str, now: int, mark: bytes | None = None) -> FolderRecord:
    """Read the folder of a policy; if its mark is still ``mark``, only its bytes.

    ``now``: the time of the file system before this call.
    """
    own = trusted(f"{root}/{path}", now)
    once = _Once(tree, root, now)
    found = once.look(path)
    problems: list[Problem] = []
    policy = None if found == mark else load_policy(once, path, problems)
    if tree.entries(f"{path}/{DRAFTS}") is not None:  # a file that comes or goes leaves its trace in that folder
        once.stamps[f"{path}/{DRAFTS}"] = trusted(f"{root}/{path}/{DRAFTS}", now)
    names = sorted(once.stamps)
    return FolderRecord(
        path=path,
        mark=found,
        policy=policy,
        problems=tuple(problems),
        names=os.fsencode("\0".join(name.removeprefix(f"{path}/") for name in names)),
        stamps=packed([own, *(once.stamps[name] for name in names)]),
        tree=_tree_id(tuple((entry, once.marks.get(f"{path}/{entry.name}")) for entry in tree.entries(path) or ())),
    )


def _tree_id(listed: Sequence[tuple[TreeEntry, str | None]]) -> str:
    """Return the id of git's tree of these files if all of them are texts that are not executable, else nothing."""
    if any(mark is None or len(mark) != _SHA1 for _, mark in listed):
        return ""
    content = b"".join(
        b"100644 %s\0%s" % (os.fsencode(entry.name), bytes.fromhex(mark or "")) for entry, mark in listed
    )
    return sha1(b"tree %d\0%s" % (len(content), content), usedforsecurity=False).hexdigest()


def facts_of(policy: Policy) -> bytes:
    """Return a policy for the index: without answers on alignments, and with a mark in the place of words."""
    texts = tuple(replace(version, body=_WORDS if version.body.strip() else "") for version in policy.versions)
    return zlib.compress(encoded(replace(policy, versions=texts, alignment=None)), 1)


def policy_of(facts: bytes) -> Policy:
    """Return the policy of :func:`facts_of`.

    Raises:
        ValueError: for anything else.

    """
    try:
        return _POLICY(zlib.decompress(facts))
    except zlib.error as failure:
        raise ValueError(str(failure)) from failure


def ties(policy: Policy) -> Iterator[tuple[str, bool]]:
    """Yield the names that a policy bears, and with True those that its texts call in their effects on others.

    They are what :class:`yange.timeline.effects.Targets` resolves: ids, former ids, and document numbers.
    """
    for name in (policy.id, *policy.was):
        yield f"={name}", False
    for version in policy.versions:
        if version.draft:
            continue
        own = number_key(version.number)
        if own is not None:
            yield f"#{own}", False
        for _, effect in version.acts:
            if effect.policy is not None:
                yield f"={effect.policy}", True
            elif (number := number_key(effect.number)) is not None:
                yield f"#{number}", True


def words(policy: Policy) -> Iterator[tuple[str, int]]:
    """Yield what people call a policy by, with its role (:func:`yange.project.find_policy`)."""
    yield policy.id.rsplit("/", 1)[-1], NameRole.SLUG
    yield policy.title, NameRole.TITLE
    for version in policy.versions:
        yield version.title, NameRole.TITLE
        if (number := number_key(version.number)) is not None:
            yield number, NameRole.NUMBER
        if version.amended_by and (order := number_key(version.amended_by[-1].number)) is not None:
            yield order, NameRole.NUMBER
