"""The folders that a build writes to: the site's and the caches'. Whatever yange did not make is left as it is."""

from __future__ import annotations

import os
import pwd
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from yange.storage.made_folders import MadeFolders
from yange.storage.output_folders import Outputs, real_below
from yange.storage.state import ProjectState

__all__ = ["CACHE", "cache_folder", "cache_remark", "site_place"]

CACHE = "build/cache"


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


def cache_folder(state: ProjectState, name: str, *, make: bool = True) -> Path | None:
    """Return the place of something that is kept from one build to the next; ``None`` where yange may not use one.

    Caches are read only where they bear this machine's seal; here it is seen to that nothing is written or removed
    outside a folder that yange made. ``make``: the folder of caches is made where there is none.
    """
    made, cache = MadeFolders(state), real_below(state.root, CACHE)
    if cache is None or real_below(state.root, f"{CACHE}/{name}") is None:
        return None
    try:
        if not made.ours(cache):
            if not (make and made.vacant(cache)):
                return None
            cache.mkdir(parents=True, exist_ok=True)
            made.claim(cache)
    except OSError:
        return None
    return cache / name


def cache_remark(state: ProjectState) -> str | None:
    """Return what to say where caches are there that yange may not use."""
    made, cache = MadeFolders(state), real_below(state.root, CACHE)
    if cache is not None and (made.vacant(cache) or made.ours(cache)):
        return None
    return f"{CACHE} was not made by yange on this machine, so it is not used; remove it, and builds are faster again"


def _homes() -> tuple[Path, ...]:
    found = [os.environ.get("HOME")]
    with suppress(KeyError):  # a user without an entry, as in containers
        found.append(pwd.getpwuid(os.getuid()).pw_dir)
    return tuple(Path(home) for home in found if home and Path(home).is_absolute())
