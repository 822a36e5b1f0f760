"""Where this machine keeps what it knows about a project: outside everything that git carries.

What lies in a project's own tree may come from anybody: a branch can hold any file there. Journals, locks, tokens and
the digests of what Yange wrote lie therefore below git's own folder (``.git/yange/…``; a linked worktree has its own),
or, for a project in no git repository, in the user's folder for state, under the hash of the project's real path. Both
are found without running git. Folders have mode 700, files 600, all belong to the user who runs the command, and none
is reached through a symbolic link below git's folder or the user's.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from platformdirs import user_state_path

from yange.problems import YangeError
from yange.repository_place import find_repository
from yange.storage.machine import is_mine, is_private, open_no_link

__all__ = ["ProjectState", "UntrustedError", "put", "state_of", "take", "take_key", "write_new"]

_NAME = "yange"
_TOKEN = "token"  # noqa: S105 - the name of the file
_KEY_BYTES = 32


class UntrustedError(YangeError):
    """A folder or file for this machine's own state may have been made by somebody else."""


@dataclass(frozen=True, slots=True)
class ProjectState:
    """The places of one project's state. Nothing is made before :meth:`made` is called.

    ``root`` is the project's real path. ``places`` are bases with the folders to make below them, the one to write to
    first; the other may hold what was left before the project had a git repository.
    """

    root: Path
    places: tuple[tuple[Path, tuple[str, ...]], ...]

    @property
    def folder(self) -> Path:
        """Where state is written."""
        base, names = self.places[0]
        return base.joinpath(*names)

    def found(self) -> Iterator[Path]:
        """Yield the folders that are there, the one to write to first.

        Raises:
            UntrustedError: for one of another owner, one open to other users, or a link.

        """
        for base, names in self.places:
            if _present(base, names):
                yield base.joinpath(*names)

    def made(self) -> Path:
        """Make the folder to write to, where it is not there yet.

        Raises:
            UntrustedError: where what is there cannot be trusted.
            YangeError: when the machine refuses.

        """
        base, names = self.places[0]
        try:
            base.mkdir(parents=True, exist_ok=True)
            at = base
            for name in names:
                at /= name
                with suppress(FileExistsError):
                    at.mkdir(mode=0o700)
                _trusted(at)
        except OSError as failure:
            raise YangeError(
                f"{self.folder}: this machine's notes on the project cannot be kept there: {failure.strerror};"
                " nothing was written; make the folder writable, or set XDG_STATE_HOME for a project outside git"
            ) from failure
        return at

    def key(self) -> bytes:
        """Return 32 random bytes that only this project's state holds, made on the first call.

        Call it under the project's lock. Whatever is authenticated with the key was written by this machine's user for
        this project.

        Raises:
            YangeError: when the machine refuses.

        """
        folder = self.made()
        file = folder / _TOKEN
        found = take_key(folder)
        if found is None:
            found = os.urandom(_KEY_BYTES)
            try:
                put(file, found)
            except OSError as failure:
                raise YangeError(f"{file}: cannot be written: {failure.strerror}; nothing was written") from failure
        return found

    def known_key(self) -> bytes | None:
        """Return the key without making one; ``None`` where there is none, or none that this user may trust."""
        try:
            return next(filter(None, map(take_key, self.found())), None)
        except YangeError:
            return None


def state_of(root: Path) -> ProjectState:
    """Return the places of the state of the project at ``root``."""
    real = root.resolve()
    home = (user_state_path(appname=None), (_NAME, "projects", _hash(str(real))))
    try:
        place = find_repository(real)
    except YangeError:
        return ProjectState(real, (home,))
    return ProjectState(real, ((place.folder, (_NAME, _hash("/".join(place.prefix)))), home))


def put(file: Path, content: bytes) -> None:
    """Write a file of the state, mode 600, whole or not at all.

    Raises:
        OSError: when the machine refuses; an old file is then kept, perhaps with a ``.new`` beside it, which the next
            call writes over.

    """
    fresh = file.with_name(f"{file.name}.new")
    with suppress(FileNotFoundError):
        fresh.unlink()
    write_new(fresh, content, 0o600)
    fresh.replace(file)


def write_new(file: Path, content: bytes, mode: int) -> None:
    """Write a file that is not there yet, to the disk.

    Raises:
        OSError: when the machine refuses, or something has that name, be it a link; a part may be left.

    """
    handle = open_no_link(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def take(file: Path) -> bytes | None:
    """Read a file of the state; ``None`` where there is none.

    Raises:
        UntrustedError: for a link, or a file of somebody else.
        YangeError: when the machine refuses.

    """
    try:
        handle = open_no_link(file, os.O_RDONLY)
    except FileNotFoundError:
        return None
    except OSError as failure:
        raise YangeError(f"{file}: cannot be read: {failure.strerror}") from failure
    try:
        found = os.fstat(handle)
        if not (stat.S_ISREG(found.st_mode) and is_mine(found)):
            raise UntrustedError(f"{file}: was not written by this user's yange; remove it")
        parts = []
        while part := os.read(handle, 1 << 20):
            parts.append(part)
        return b"".join(parts)
    except OSError as failure:
        raise YangeError(f"{file}: cannot be read: {failure.strerror}") from failure
    finally:
        os.close(handle)


def take_key(folder: Path) -> bytes | None:
    """Return the key that a folder of the state holds; ``None`` where none was made yet.

    Raises:
        YangeError: as :func:`take`.

    """
    found = take(folder / _TOKEN)
    return found if found is not None and len(found) == _KEY_BYTES else None


def _present(base: Path, names: tuple[str, ...]) -> bool:
    at = base
    for name in names:
        at /= name
        try:
            _trusted(at)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as failure:
            raise UntrustedError(f"{at}: cannot be looked at: {failure.strerror}") from failure
    return True


def _trusted(folder: Path) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise UntrustedError(f"{folder}: is no folder, so yange did not make it; remove it")
    if not is_mine(found):
        raise UntrustedError(
            f"{folder}: belongs to another user (number {found.st_uid}); run yange as that user, or remove the folder"
        )
    if not is_private(found):
        raise UntrustedError(f"{folder}: is open to other users; make it yours alone: chmod 700 {folder}")


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]
