"""Where a folder may be put that yange fills, empties or replaces as a whole, such as the site's.

A setting of a branch or a typing mistake can name any folder. Before anything is done, a folder is refused if it holds
the project, if the project, git or a person needs it, or if it has contents that Yange did not put there.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from yange.characters import printable
from yange.problems import YangeError
from yange.storage.made_folders import MadeFolders

__all__ = ["Outputs", "real_below"]

_OWN = ("policies", "archive", "templates", "site", "tools", "tests", "build/cache", ".github", ".gitlab", ".ci")
_GIT = ".git"
_SHORT = "git~1"
"""What Windows calls a folder ``.git`` too."""
_MOST_LINKS = 40
"""As many as Linux follows; a longer chain is taken for a circle."""


def real_below(root: Path, name: str) -> Path | None:
    """Return a folder of the project at ``root`` where no link is on the way to it, else ``None``."""
    at = root
    for part in name.split("/"):
        at /= part
        if at.is_symlink():
            return None
    return at


@dataclass(frozen=True, slots=True)
class Outputs:
    """The rules for a project.

    ``root`` is the project's real path, ``homes`` are the folders of the user, ``inputs`` further folders that a build
    reads.
    """

    root: Path
    made: MadeFolders
    homes: tuple[Path, ...] = ()
    inputs: tuple[Path, ...] = ()

    def checked(self, given: Path) -> Path:
        """Return the real path of a folder to fill or replace: one that yange made, an empty one, or a new one.

        A link outside the project is followed, so it stays and what it points to is replaced; inside the project none
        is, because a branch can bring one.

        Args:
            given: an absolute path.

        Raises:
            YangeError: for any other place, with the reason and what to do.

        """
        place = self._resolved(given)
        reason = next(filter(None, self._reasons(place)), None)
        if reason is not None:
            raise YangeError(
                f"{_shown(given)}: {reason}; nothing was written; name a folder for the site alone, such as build/site"
            )
        if not (self.made.vacant(place) or self.made.ours(place)):
            raise YangeError(
                f"{_shown(given)}: holds files, and nothing shows that yange made it here, so nothing was written; if"
                " nobody needs what is in it (an earlier yange may have made it), remove it and run the command again;"
                " else name another folder"
            )
        return place

    def _resolved(self, given: Path) -> Path:
        """Follow the links on the way to a place, except those inside the project."""
        at, parts, links = Path(given.anchor), list(reversed(given.parts[1:])), 0
        try:
            while parts:
                part = parts.pop()
                step = at.parent if part == ".." else at / part
                if not step.is_symlink():
                    at = step
                    continue
                links += 1
                if links > _MOST_LINKS:
                    raise YangeError(f"{_shown(given)}: {_shown(step)} is a link that leads to itself")
                if at.is_relative_to(self.root):
                    raise YangeError(_link_refused(given, step))
                target = step.readlink()
                at = Path(target.anchor) if target.is_absolute() else at
                parts.extend(reversed(target.parts[1:] if target.is_absolute() else target.parts))
        except (OSError, ValueError) as failure:
            reason = getattr(failure, "strerror", None) or failure
            raise YangeError(f"{_shown(given)}: cannot be looked at: {reason}; nothing was written") from failure
        return at

    def _reasons(self, place: Path) -> Iterator[str | None]:
        yield "this is no folder" if os.path.lexists(place) and not _is_folder(place) else None
        yield from (f"{_shown(up)} is no folder" for up in place.parents if os.path.lexists(up) and not up.is_dir())
        yield "this is the project itself or holds it" if _within(self.root, place) else None
        yield "this is a folder of git's" if any(map(_is_git, (place, *place.parents))) else None
        own = (self.root / name for name in _OWN)
        yield from (_belonging(folder) if _within(place, folder) else None for folder in (*own, *self.inputs))
        yield from ("a folder that is read for the site is in it" if _within(at, place) else None for at in self.inputs)
        yield "caches are in it" if _within(self.root / "build" / "cache", place) else None
        yield "this is a home folder or holds one" if any(_within(home, place) for home in self.homes) else None
        yield "a file system is mounted there" if os.path.ismount(place) else None
        yield from self._rights(place)

    def _rights(self, place: Path) -> Iterator[str | None]:
        above = next(up for up in place.parents if up.is_dir())
        yield None if os.access(above, os.W_OK | os.X_OK) else f"nothing may be written in {_shown(above)}"


def _link_refused(given: Path, link: Path) -> str:
    return (
        f"{_shown(given)}: {_shown(link)} is a link, and none inside the project is followed, because a branch can"
        " bring one; nothing was written; remove the link, or name the folder that it leads to with --output"
    )


def _belonging(folder: Path) -> str:
    return f"this is in {_shown(folder)}, which the project needs"


def _within(inner: Path, outer: Path) -> bool:
    """Return whether ``inner`` is ``outer`` or below it, by name in any spelling and by what is there."""
    wanted = _folded(outer)
    if _folded(inner)[: len(wanted)] == wanted:
        return True
    return any(_same(outer, at) for at in (inner, *inner.parents))


def _folded(path: Path) -> tuple[str, ...]:
    """Return the parts of a path as file systems compare them that ignore case and forms of characters."""
    return tuple(unicodedata.normalize("NFKC", part).casefold().rstrip(". ") or part for part in path.parts)


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.samestat(one.stat(), other.stat())
    except OSError:
        return False


def _is_git(path: Path) -> bool:
    """Return whether this is a ``.git`` in any spelling, or a repository without one."""
    name = "".join(c for c in unicodedata.normalize("NFKC", path.name) if unicodedata.category(c) != "Cf")
    if name.casefold().rstrip(". ") in {_GIT, _SHORT}:
        return True
    return (path / "HEAD").is_file() and (path / "objects").is_dir() and (path / "refs").is_dir()


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(path.lstat().st_mode)


def _shown(path: Path) -> str:
    return printable(str(path))
