"""The folder that a site is built into. Whatever Yange did not make is left as it is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from yange.storage.made_folders import MadeFolders
from yange.storage.output_folders import Outputs
from yange.storage.state import ProjectState

__all__ = ["site_place"]


def site_place(state: ProjectState, given: Path, inputs: Iterable[str | None]) -> Path:
    """Return the real path of the site's folder.

    Args:
        state: of the project, under its lock.
        given: where the site is to be, as a person or a setting names it.
        inputs: folders that MkDocs reads.

    Raises:
        YangeError: for a place where yange must not put one.

    """
    reads = tuple(Path(folder).resolve() for folder in inputs if folder)
    return Outputs(state.root, MadeFolders(state), _homes(), reads).checked(Path.cwd() / given)


def _homes() -> tuple[Path, ...]:
    found = (os.environ.get("HOME"), os.environ.get("USERPROFILE"), _recorded_home())
    return tuple(Path(home) for home in found if home and Path(home).is_absolute())


def _recorded_home() -> str | None:
    """Return the home folder that the system has on record for the user; Windows keeps no such record."""
    try:
        import pwd
    except ImportError:
        return None
    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:  # a user without an entry, as in containers
        return None
