"""The project's own history: commits by name or by day, and their trees, with nothing checked out.

Names that people give go to git through standard input; only ids that git gave become arguments.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from yange.git.commands import CommandLine, Process
from yange.problems import YangeError
from yange.repository_place import find_repository
from yange.trees import EntryKind, Listed, TreeEntry, UnreadableError

__all__ = ["Commit", "CommitTree", "ProjectHistory", "is_commit_name"]

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_NAME = re.compile(r"[^\s\x00-\x20\x7f:?*\[\\]{1,200}")
_WHO = re.compile(r"(?P<name>.*?) ?<[^<>]*> (?P<seconds>-?\d{1,12}) (?P<zone>[+-]\d{4})")
_KINDS = {b"40000": EntryKind.FOLDER, b"120000": EntryKind.LINK, b"160000": EntryKind.SUBMODULE}
_EXECUTABLE = b"100755"
_LARGEST_FOLDER = 32 * 1024 * 1024
_MOST_ENTRIES = 500_000
_MOST_COPIES = 100
"""Three times the largest expected library, and more copies of one folder than anybody makes by hand. This stops a tree
that contains itself a thousand times, which costs its author nothing."""


def is_commit_name(name: str) -> bool:
    """Return whether a person may name a commit so: no blanks, patterns, options, nor git's reading of clocks."""
    return bool(_NAME.fullmatch(name)) and "@{" not in name and not name.startswith("-")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its id, parents, the day and zone in which it was made, and its author's name."""

    id: str
    parents: tuple[str, ...]
    day: date
    author: str


class ProjectHistory:
    """The git repository that contains a project's folder."""

    def __init__(self, root: Path) -> None:
        place = find_repository(root)
        self._root = root
        self._prefix = place.prefix
        self._shallow = place.common / "shallow"
        self._git = CommandLine(place.folder, place.common)

    @property
    def shallow(self) -> bool:
        """Whether only the last commits were cloned."""
        return self._shallow.exists()

    def resolve(self, name: str) -> str:
        """Return the id of the commit that a person calls ``name`` (a branch, a tag, an id, ``HEAD~2``).

        Raises:
            YangeError: where there is none, or the name has a form that is not accepted: with blanks, paths, patterns
                or git's reading of clocks (``@{…}``).

        """
        if not is_commit_name(name):
            raise YangeError(f"{name!r} cannot name a commit; give a branch, a tag, an id, or HEAD~1")
        with self._git.process(["git", "cat-file", "--batch-check"], read=True) as process:
            for form in (name, f"refs/remotes/origin/{name}"):
                found = process.facts(f"{form}^{{commit}}")
                if found is not None and found[1] == "commit":
                    return found[0]
        raise YangeError(f"git knows no commit {name!r}; {self._remedy('fetch it')}")

    def commit(self, commit_id: str) -> Commit:
        """Read a commit.

        Raises:
            YangeError: where it is missing or damaged.

        """
        with self._git.process(["git", "cat-file", "--batch"], read=True) as process:
            found = process.object(_checked(commit_id))
        if found is None or found[0] != "commit":
            raise YangeError(f"git cannot give the commit {commit_id}; {self._remedy('run git fsck')}")
        return _commit(commit_id, found[1])

    def merge_base(self, one: str, other: str) -> str | None:
        """Return the merge base of two commits, the first of several; ``None`` where there is none.

        Raises:
            YangeError: when git fails, as in a shallow clone that ends before it.

        """
        status, out, said = self._git.ask("merge-base", "--all", _checked(one), _checked(other))
        if status == 0:
            return out.splitlines()[0]
        if status == 1 and not self.shallow:
            return None
        raise YangeError(
            f"git cannot tell where {one[:12]} and {other[:12]} parted"
            f"{': ' + said.strip() if said.strip() else ''}; {self._remedy('run git fsck')}"
        )

    def reaches(self, tip: str, commit_id: str) -> bool:
        """Return whether ``commit_id`` is ``tip`` or one of its ancestors; false for an id that git does not have."""
        status, _, _ = self._git.ask("merge-base", "--is-ancestor", _checked(commit_id), _checked(tip))
        return status == 0

    def last_before(self, tip: str, end: datetime) -> str | None:
        """Return the last commit on the main line below ``tip`` (first parents) made before the moment ``end``.

        Raises:
            YangeError: when the clone is too shallow to tell.

        """
        out = self._git.run("rev-list", "--first-parent", "--timestamp", _checked(tip))
        limit = end.timestamp()
        for line in out.splitlines():
            seconds, _, commit = line.partition(" ")
            if int(seconds) < limit:
                return commit
        if self.shallow:
            raise YangeError(f"the clone does not reach back before {end}; {self._remedy('')}")
        return None

    @contextmanager
    def tree(self, commit_id: str) -> Iterator[CommitTree]:
        """Open the files of a commit, relative to the project."""
        batch, check = ["git", "cat-file", "--batch"], ["git", "cat-file", "--batch-check"]
        with self._git.process(batch, read=True) as contents, self._git.process(check, read=True) as facts:
            yield CommitTree(_checked(commit_id), self._prefix, contents, facts)

    def tracked(self) -> tuple[Listed, ...]:
        """Return the files in git's index that exist in the project, in order of path.

        Raises:
            GitError: when the index cannot be read.

        """
        out = self._git.run("ls-files", "--stage", "-z", "--full-name")
        above = "/".join((*self._prefix, "")) if self._prefix else ""
        found = {}
        for line in filter(None, out.split("\0")):
            facts, _, path = line.partition("\t")
            mode, mark, _ = facts.split(" ")
            if path.startswith(above) and os.path.lexists(self._root / path.removeprefix(above)):
                inside = path.removeprefix(above)
                kind = _KINDS.get(mode.encode(), EntryKind.FILE)
                found[inside] = Listed(inside, kind, mark, mode.encode() == _EXECUTABLE)
        return tuple(found[path] for path in sorted(found))

    def _remedy(self, otherwise: str) -> str:
        if self.shallow:
            return "this is a shallow clone: fetch the whole history (git fetch --unshallow; fetch-depth: 0)"
        return otherwise


class CommitTree:
    """The files of one commit (a :class:`yange.trees.Tree`); links and submodules are listed, never followed."""

    def __init__(self, commit: str, prefix: tuple[str, ...], contents: Process, facts: Process) -> None:
        self._commit = commit
        self._prefix = prefix
        self._contents = contents
        self._facts = facts
        self._folders: dict[str, Mapping[str, TreeEntry] | None] = {}
        self._counted = 0
        self._copies: Counter[str] = Counter()

    @property
    def name(self) -> str:
        """The commit."""
        return self._commit

    @property
    def width(self) -> int:
        """How many hexadecimal digits an id has in this repository."""
        return len(self._commit)

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        """Return the entries of a folder, in order of name; ``None`` where there is no such folder.

        Raises:
            YangeError: for a tree of more than half a million names or with a hundred copies of one folder, and where
                git cannot read it.

        """
        folder = self._folder("/".join((*self._prefix, *filter(None, path.split("/")))))
        return None if folder is None else tuple(folder.values())

    def size(self, path: str) -> int:
        """Return the size of a file in bytes."""
        found = self._facts.facts(self._blob(path))
        if found is None:
            raise UnreadableError("git cannot read the file; was the clone made without files?")
        return found[2]

    def read(self, path: str) -> bytes:
        """Return the content of a file."""
        found = self._contents.object(self._blob(path))
        if found is None or found[0] != "blob":
            raise UnreadableError("git cannot read the file; was the clone made without files?")
        return found[1]

    def _blob(self, path: str) -> str:
        *folders, name = path.split("/")
        folder = self._folder("/".join((*self._prefix, *folders))) or {}
        entry = folder.get(name)
        if entry is None or entry.kind is not EntryKind.FILE:
            raise UnreadableError("no such file")
        return entry.mark

    def _folder(self, path: str) -> Mapping[str, TreeEntry] | None:
        if path not in self._folders:
            self._folders[path] = self._read_folder(path)
        return self._folders[path]

    def _read_folder(self, path: str) -> Mapping[str, TreeEntry] | None:
        above, _, name = path.rpartition("/")
        mark = f"{self._commit}^{{tree}}"
        if path:
            entry = (self._folder(above) or {}).get(name)
            if entry is None or entry.kind is not EntryKind.FOLDER:
                return None
            mark = entry.mark
        size = self._facts.facts(mark)
        if size is None or size[2] > _LARGEST_FOLDER:
            raise YangeError(f"{path or 'the tree'} of {self._commit[:12]} is missing or too large to be read")
        found = self._contents.object(mark)
        try:
            entries = _entries(found[1] if found else b"", self.width // 2)
        except ValueError as failure:
            raise YangeError(f"{path or 'the tree'} of {self._commit[:12]} is damaged; run git fsck") from failure
        self._counted += len(entries)
        self._copies[mark] += 1
        if self._counted > _MOST_ENTRIES or self._copies[mark] > _MOST_COPIES:
            raise YangeError(
                f"{self._commit[:12]} is not a library: it lists more than {_MOST_ENTRIES:,} files, or one folder"
                f" {_MOST_COPIES} times"
            )
        return entries


def _entries(data: bytes, width: int) -> dict[str, TreeEntry]:
    """Parse git's tree object: mode, blank, name, NUL, id of ``width`` bytes, repeatedly."""
    found = []
    at = 0
    while at < len(data):
        blank, end = data.index(b" ", at), data.index(b"\0", at)
        name = data[blank + 1 : end].decode("utf-8", "surrogateescape")
        mode, mark = data[at:blank], data[end + 1 : end + 1 + width].hex()
        found.append(TreeEntry(name, _KINDS.get(mode, EntryKind.FILE), mark, mode == _EXECUTABLE))
        at = end + 1 + width
    return {entry.name: entry for entry in sorted(found, key=lambda entry: entry.name)}


def _commit(commit_id: str, data: bytes) -> Commit:
    head = data.partition(b"\n\n")[0].decode("utf-8", "replace").split("\n")
    fields: dict[str, list[str]] = {}
    for line in head:
        key, _, value = line.partition(" ")
        fields.setdefault(key, []).append(value)
    author = _WHO.fullmatch(fields.get("author", [""])[0])
    made = _WHO.fullmatch(fields.get("committer", [""])[0])
    if made is None:
        raise YangeError(f"the commit {commit_id} does not say when it was made")
    return Commit(commit_id, tuple(fields.get("parent", ())), _day(made), author["name"] if author else "")


def _day(made: re.Match[str]) -> date:
    """Return the day in the committer's zone; a day outside the calendar becomes that of the epoch."""
    zone = made["zone"]
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:])) * (-1 if zone[0] == "-" else 1)
    try:
        return datetime.fromtimestamp(int(made["seconds"]), timezone(offset)).date()
    except (ValueError, OverflowError, OSError):
        return date(1970, 1, 1)


def _checked(commit_id: str) -> str:
    if not _ID.fullmatch(commit_id):
        raise YangeError(f"{commit_id!r} is not the id of a commit")
    return commit_id
