"""Another archive's repository, read as a stranger's: its objects, the names of its branches, and nothing else.

Git never sees that repository's configuration, hooks, attributes, index, grafts or replacements: it runs in an empty
repository of our own, which is made for the reading and removed after it, and looks for objects in the other's folder.
Branches are read from their files. Nothing is checked out or fetched. A repository that borrows objects from another
folder (``alternates``, a link) is refused: it could make another repository of this machine readable.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from yange.git.commands import CommandLine, Process
from yange.git.history import is_commit_name
from yange.git.working import blob_id
from yange.problems import YangeError
from yange.repository_place import RepositoryPlace, find_repository, repository_at
from yange.trees import EntryKind

__all__ = ["PeerChange", "PeerCommit", "PeerRepository", "open_peer"]

LARGEST_BLOB = 16 * 1024 * 1024
"""Bytes. A larger file is no text of a policy."""
LARGEST_COMMIT = 1024 * 1024
LARGEST_REFS = 64 * 1024 * 1024
MOST_CHANGES = 2_000_000
"""Changed files in a history: sixty times those of a country of 5,000 laws and 30,000 states."""
_LONGEST_TOKEN = 64 * 1024
_MOST_LINKS = 5
_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_HEAD = re.compile(rb"\x01([0-9a-f]{40}(?:[0-9a-f]{24})?)")
_RAW = re.compile(rb":(\d{6}) (\d{6}) [0-9a-f]+ ([0-9a-f]{40}(?:[0-9a-f]{24})?) ([A-Z])\d*")
_AUTHOR = re.compile(r"^author (?P<name>.*?) ?<[^<>\n]*> (?P<seconds>-?\d{1,15}) (?P<zone>[+-]\d{4})$", re.M)
_MODES = {b"120000": EntryKind.LINK, b"160000": EntryKind.SUBMODULE, b"040000": EntryKind.FOLDER}
_LOG = (
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--reverse",
    "--raw",
    "-r",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--format=%x01%H",
    "--stdin",
)
_SETTINGS = ("-c", "core.commitGraph=false", "-c", "core.multiPackIndex=false")


@dataclass(frozen=True, slots=True)
class PeerChange:
    """A file that a commit changed: ``blob`` is ``None`` where the commit removes it. The path is as git has it."""

    commit: str
    path: str
    kind: EntryKind
    blob: str | None


@dataclass(frozen=True, slots=True)
class PeerCommit:
    """A commit: its message, and the day of its author's date in the author's own zone, ``None`` if there is none."""

    id: str
    message: str
    day: date | None

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.partition("\n")[0].strip()


class PeerRepository:
    """A repository that is being read; ``tip`` is the commit whose history counts, ``branch`` its name if it has one.

    ``opened`` are the arguments with which another process opens the same (:func:`open_peer`). ``branches`` are the
    names of all local branches. ``shallow`` is set if the history was cut off when it was cloned.
    """

    def __init__(
        self,
        git: CommandLine,
        files: _RefFiles,
        tip: str,
        branch: str | None,
        prefix: str,
        opened: tuple[Path, str, str],
    ) -> None:
        self.opened = opened
        self._git = git
        self._prefix = prefix
        self.tip = tip
        self.branch = branch
        self.branches = tuple(sorted(files.branches()))
        self.shallow = files.shallow
        self._stack = ExitStack()
        self._contents = self._process("--batch")
        self._facts = self._process("--batch-check")

    def _process(self, how: str) -> Process:
        line = ["git", *_SETTINGS, "cat-file", how]
        return self._stack.enter_context(self._git.process(line, read=True))

    def close(self) -> None:
        """End git."""
        self._stack.close()

    def changes(self) -> Iterator[PeerChange]:
        """Yield every changed file of the history, first commit first, along first parents; renames are not guessed.

        Paths are relative to the folder that was named; what is outside it is left out.

        Raises:
            YangeError: for a history that git cannot read, or with more than :data:`MOST_CHANGES` changes.

        """
        line = ["git", *_SETTINGS, *_LOG]
        with self._git.process(line, read=True) as process:
            process.write(f"{self.tip}\n".encode())
            process.finish_input()
            for count, change in enumerate(_parsed(process.tokens(b"\0", _LONGEST_TOKEN)), 1):
                if count > MOST_CHANGES:
                    raise YangeError(
                        f"the history changes files more than {MOST_CHANGES:,} times; name a folder or branch"
                    )
                if change.path.startswith(self._prefix):
                    yield PeerChange(change.commit, change.path[len(self._prefix) :], change.kind, change.blob)
            process.close()
            if process.status:
                raise YangeError(f"git cannot read the history: {process.last_words}; run git fsck there")

    def commit(self, commit_id: str) -> PeerCommit:
        """Read a commit's message and day.

        Raises:
            YangeError: where it is missing, damaged or larger than a megabyte.

        """
        facts = self._facts.facts(commit_id)
        if facts is None or facts[1] != "commit" or facts[2] > LARGEST_COMMIT:
            raise YangeError(f"git cannot give the commit {commit_id}, or it is too large; run git fsck there")
        found = self._contents.object(commit_id)
        head, _, message = (found[1] if found else b"").decode("utf-8", "replace").partition("\n\n")
        return PeerCommit(commit_id, message, _author_day(head))

    def blob(self, blob: str) -> bytes | None:
        """Return a file's bytes, ``None`` where the repository does not have them, or has others under their id."""
        found = self._contents.object(blob) if self.size(blob) <= LARGEST_BLOB else None
        if found is None or found[0] != "blob" or blob_id(found[1], len(blob)) != blob:
            return None
        return found[1]

    def size(self, blob: str) -> int:
        """Return a file's size in bytes; 0 where the repository does not have it."""
        facts = self._facts.facts(blob)
        return facts[2] if facts is not None else 0


@contextmanager
def open_peer(folder: Path, branch: str | None = None, subfolder: str = "") -> Iterator[PeerRepository]:
    """Open the repository in or around ``folder``, bare or not.

    Args:
        folder: the repository, its checkout, or a folder in its checkout: then only what is in that folder counts.
        branch: a branch, a tag or the id of a commit; without one, what is checked out.
        subfolder: a folder in the repository, with ``/``.

    Raises:
        YangeError: where there is no repository, or none that may be read, or no such branch.

    """
    place = repository_at(folder) or find_repository(folder)
    objects = _own_objects(place)
    files = _RefFiles(place)
    tip, name = files.resolve(branch)
    parts = [part for part in (*place.prefix, *subfolder.split("/")) if part]
    prefix = "".join(f"{part}/" for part in parts)
    with TemporaryDirectory(prefix="yange-peer-") as made:
        own = _empty_repository(Path(made), len(tip), files.cut_off)
        git = CommandLine(own, objects=objects)
        commit = _commit_of(git, tip, branch)
        peer = PeerRepository(git, files, commit, name, prefix, (folder, commit, subfolder))
        try:
            yield peer
        finally:
            peer.close()


def _commit_of(git: CommandLine, name: str, asked: str | None) -> str:
    """Return the commit that an id stands for: a tag is followed to its commit."""
    with git.process(["git", *_SETTINGS, "cat-file", "--batch-check"], read=True) as process:
        found = process.facts(f"{name}^{{commit}}")
    if found is None or found[1] != "commit":
        raise YangeError(f"{asked or 'HEAD'} does not lead to a commit; is the repository empty or damaged?")
    return found[0]


def _empty_repository(made: Path, width: int, shallow: tuple[str, ...]) -> Path:
    """Make a repository without objects, settings or hooks, which knows where the history was cut off."""
    own = made.resolve() / "repository"
    for folder in ("objects", "refs", "info"):
        (own / folder).mkdir(parents=True)
    (own / "HEAD").write_bytes(b"ref: refs/heads/none\n")
    version = "[core]\n\trepositoryformatversion = {}\n\tbare = true\n"
    wide = width == 64
    extension = "[extensions]\n\tobjectformat = sha256\n" if wide else ""
    (own / "config").write_bytes((version.format(int(wide)) + extension).encode("ascii"))
    if shallow:
        (own / "shallow").write_bytes("".join(f"{commit}\n" for commit in shallow).encode("ascii"))
    return own


def _own_objects(place: RepositoryPlace) -> Path:
    objects = place.common / "objects"
    borrowed = objects / "info" / "alternates"
    if any(part.is_symlink() for part in (objects, objects / "pack", objects / "info")) or (
        borrowed.is_symlink() or (borrowed.exists() and _regular_text(borrowed).strip())
    ):
        raise YangeError(
            f"{objects}: takes objects from another folder, which is not read; make a clone of its own"
            " (git clone --no-local --bare FOLDER COPY) and import that"
        )
    if not objects.is_dir():
        raise YangeError(f"{objects}: no such folder; is the repository damaged?")
    return objects


class _RefFiles:
    """The files in which a repository keeps the names of its commits."""

    def __init__(self, place: RepositoryPlace) -> None:
        self._place = place
        self._packed = _packed(place.common / "packed-refs")

    @property
    def cut_off(self) -> tuple[str, ...]:
        """The commits at which a shallow clone ends."""
        file = self._place.common / "shallow"
        lines = _regular_text(file).split() if file.exists() else []
        return tuple(line for line in lines if _ID.fullmatch(line))

    @property
    def shallow(self) -> bool:
        """Whether the history was cut off."""
        return bool(self.cut_off)

    def branches(self) -> Iterator[str]:
        """Yield the names of the local branches."""
        top = self._place.common / "refs" / "heads"
        loose = {file.relative_to(top).as_posix() for file in _files_below(top)}
        packed = {name.removeprefix("refs/heads/") for name in self._packed if name.startswith("refs/heads/")}
        yield from loose | packed

    def resolve(self, asked: str | None) -> tuple[str, str | None]:
        """Return the id for a name, and the branch; without a name, of what is checked out."""
        if asked is None:
            return self._head()
        if _ID.fullmatch(asked):
            return asked, None
        if not is_commit_name(asked) or ".." in asked or asked.startswith(("-", "/", ".")):
            raise YangeError(f"{asked!r} cannot name a branch; give a branch, a tag or the id of a commit")
        for form in ("refs/heads/", "refs/remotes/origin/", "refs/tags/"):
            found = self._ref(form + asked)
            if found is not None:
                return found, asked if form != "refs/tags/" else None
        names = ", ".join(sorted(self.branches())[:8]) or "none"
        raise YangeError(f"there is no branch or tag {asked!r}; the branches are: {names}")

    def _head(self) -> tuple[str, str | None]:
        line = _regular_text(self._place.folder / "HEAD").strip()
        if _ID.fullmatch(line):
            return line, None
        name = line.removeprefix("ref:").strip()
        found = self._ref(name)
        if found is None:
            raise YangeError(
                f"{self._place.folder}: what is checked out ({name.removeprefix('refs/heads/')}) has no commit; name a"
                " branch (git+FOLDER@BRANCH)"
            )
        return found, name.removeprefix("refs/heads/")

    def _ref(self, name: str) -> str | None:
        for _ in range(_MOST_LINKS):
            if not name.startswith("refs/") or ".." in name:
                return None
            file = self._place.common / name
            line = _regular_text(file).strip() if file.is_file() else self._packed.get(name, "")
            if _ID.fullmatch(line):
                return line
            if not line.startswith("ref:"):
                return None
            name = line.removeprefix("ref:").strip()
        return None


def _packed(file: Path) -> dict[str, str]:
    lines = (line.partition(" ") for line in (_regular_text(file) if file.exists() else "").splitlines())
    return {name: commit for commit, _, name in lines if _ID.fullmatch(commit)}


def _files_below(top: Path) -> Iterator[Path]:
    for folder, _, files in os.walk(top) if not top.is_symlink() else ():
        yield from (Path(folder) / file for file in files)


def _regular_text(file: Path) -> str:
    """Return the text of a small file that is no link and no device."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST_REFS:
            raise YangeError(f"{file}: is no file of git's own form, so it is not read")
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as failure:
        raise YangeError(f"{file}: cannot be read ({failure.strerror})") from failure


def _parsed(tokens: Iterator[bytes]) -> Iterator[PeerChange]:
    """Parse git's log: a commit, then for each file the change and, after it, the path, which may be anything."""
    commit = ""
    for token in tokens:
        token = token.removeprefix(b"\n")
        if head := _HEAD.fullmatch(token):
            commit = head[1].decode("ascii")
        elif raw := _RAW.fullmatch(token):
            path = next(tokens, b"").decode("utf-8", "surrogateescape")
            gone = raw[4] == b"D"
            yield PeerChange(commit, path, _kind(raw[1 if gone else 2]), None if gone else raw[3].decode("ascii"))
        elif token:
            raise YangeError("git printed its history in a form that is not known; update git")


def _kind(mode: bytes) -> EntryKind:
    return _MODES.get(mode, EntryKind.FILE)


def _author_day(head: str) -> date | None:
    found = _AUTHOR.search(head)
    if found is None:
        return None
    zone = found["zone"]
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:])) * (-1 if zone[0] == "-" else 1)
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(found["seconds"])) + offset).date()
    except OverflowError:
        return None
