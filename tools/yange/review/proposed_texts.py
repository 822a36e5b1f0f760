"""Take only the texts of a commit, such as a stranger's proposal.

A branch is more than its texts. Templates, overrides, the settings of the site, build files and git's attributes run as
code when it is built. So a proposal is never checked out: its texts are read from git's objects, byte for byte, without
filters, attributes, links or submodules, and written beside the tools of the branch it goes to.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from yange.library import ALIGNMENT, POLICIES
from yange.problems import Problem, YangeError, error
from yange.storage.machine import open_no_link
from yange.trees import EntryKind, Tree, TreeEntry, UnreadableError

__all__ = ["proposed_texts", "write_texts"]

_FOLDER = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_TEXT = re.compile(r"(?!\.)[^/\\\x00-\x1f\x7f]{1,200}\.md")
_DEEPEST = 2
_LARGEST = 16 * 1024 * 1024
_MOST = 1024 * 1024 * 1024
"""Most bytes of one text, and of all texts: far beyond any library, but within a runner's memory."""


def proposed_texts(tree: Tree) -> tuple[list[str], list[Problem]]:
    """Return the paths of the texts below ``policies/`` in a tree, and a problem for everything else in it.

    A text is an ordinary file ``….md`` or ``alignment.yml`` in ``policies/<place>/<slug>/``; a Markdown page may be in
    a folder above.

    Raises:
        YangeError: where the tree cannot be read, or is too large to be one.

    """
    paths: list[str] = []
    problems: list[Problem] = []
    for path, entry, depth in _below(tree, POLICIES, 0):
        named = _TEXT.fullmatch(entry.name) or (entry.name == ALIGNMENT and depth == _DEEPEST)
        if entry.kind is EntryKind.FILE and named:
            paths.append(path)
        else:
            problems.append(_refused(path, entry))
    return paths, problems


def write_texts(tree: Tree, paths: list[str], folder: Path) -> None:
    """Write texts of a tree into a new folder, which replaces ``policies``.

    Raises:
        YangeError: where the folder is there already, a text cannot be read or is too large, or the machine refuses.

    """
    total = 0
    try:
        folder.mkdir(parents=True)
        for path in paths:
            size = tree.size(path)
            total += size
            if size > _LARGEST or total > _MOST:
                raise YangeError(f"{path}: too large for a text; nothing more was written")
            target = folder / path.removeprefix(f"{POLICIES}/")
            target.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(open_no_link(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as out:
                out.write(tree.read(path))
    except FileExistsError as failure:
        raise YangeError(f"{failure.filename}: exists already; name a new folder") from failure
    except (OSError, UnreadableError) as failure:
        raise YangeError(f"{folder}: the texts could not be written: {failure}") from failure


def _below(tree: Tree, folder: str, depth: int) -> Iterator[tuple[str, TreeEntry, int]]:
    """Yield what is in a folder and below it; folders whose names no address can have are yielded themselves."""
    for entry in tree.entries(folder) or ():
        path = f"{folder}/{entry.name}"
        if entry.kind is EntryKind.FOLDER and depth < _DEEPEST and _FOLDER.fullmatch(entry.name):
            yield from _below(tree, path, depth + 1)
        else:
            yield path, entry, depth


def _refused(path: str, entry: TreeEntry) -> Problem:
    hint = "Only texts (.md) and alignment.yml are taken; remove it from policies/."
    what = {
        EntryKind.LINK: "A symbolic link",
        EntryKind.SUBMODULE: "A submodule",
        EntryKind.FOLDER: "A folder that is not for texts",
    }
    return error(
        "not-a-text", path, f"{what.get(entry.kind, 'A file that is not a text')}: it was not taken.", hint=hint
    )
