"""The folder of caches, ``build/cache`` of a project. A folder that Yange did not make is neither read nor written."""

from __future__ import annotations

from pathlib import Path

from yange.storage.made_folders import MadeFolders
from yange.storage.output_folders import real_below
from yange.storage.state import ProjectState

__all__ = ["CACHE", "cache_folder", "cache_remark"]

CACHE = "build/cache"


def cache_folder(state: ProjectState, name: str, *, make: bool = True) -> Path | None:
    """Return the path of a cache; ``None`` if Yange may not use one.

    A cache counts only with this machine's seal; here we make sure that nothing is written or removed outside a folder
    that Yange made. ``make``: make the folder of caches if there is none.
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
    """Return what to say if there are caches that Yange may not use."""
    made, cache = MadeFolders(state), real_below(state.root, CACHE)
    if cache is not None and (made.vacant(cache) or made.ours(cache)):
        return None
    return f"{CACHE} was not made by yange on this machine, so it is not used; remove it, and builds are faster again"
