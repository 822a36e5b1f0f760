"""Find the repository of a project without running git.

Git would read the caller's environment variables and refuse repositories of another owner, which are usual in
containers; both depend on the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yange.problems import YangeError

__all__ = ["RepositoryPlace", "find_repository", "repository_at"]

_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class RepositoryPlace:
    """``folder`` is git's own folder, ``common`` the one that worktrees share, ``prefix`` the project's path in it.

    The prefix is a tuple of names, empty where the project is the top of the checkout.
    """

    folder: Path
    common: Path
    prefix: tuple[str, ...]


def find_repository(root: Path) -> RepositoryPlace:
    """Find the git repository that contains the project at ``root``.

    Raises:
        YangeError: where there is none.

    """
    root = root.resolve()
    for top in (root, *root.parents):
        found = _repository(top / ".git")
        if found is not None:
            return RepositoryPlace(found, _common(found), root.relative_to(top).parts)
    raise YangeError(f"{root}: not in a git repository, so there is no history to read; clone the project with git")


def repository_at(folder: Path) -> RepositoryPlace | None:
    """Return the repository that ``folder`` itself is (a bare one, or ``.git``); ``None`` if it is none."""
    folder = folder.resolve()
    parts = (folder / "HEAD", folder / "objects", folder / "refs")
    return RepositoryPlace(folder, _common(folder), ()) if all(part.exists() for part in parts) else None


def _repository(entry: Path) -> Path | None:
    """Return git's own folder: ``.git`` itself, or the one that a worktree's or submodule's ``.git`` file names."""
    if entry.is_dir():
        return entry if (entry / "HEAD").exists() else None
    line = _line(entry)
    if line is None or not line.startswith("gitdir:"):
        return None
    folder = (entry.parent / line.removeprefix("gitdir:").strip()).resolve()
    return folder if (folder / "HEAD").exists() else None


def _common(folder: Path) -> Path:
    line = _line(folder / "commondir")
    return folder if line is None else (folder / line).resolve()


def _line(path: Path) -> str | None:
    try:
        with path.open(encoding="utf-8", errors="surrogateescape") as file:
            line = file.read(_LONGEST).strip()
    except OSError:
        return None
    return None if "\0" in line else line
