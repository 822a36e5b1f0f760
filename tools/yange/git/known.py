"""Whether the bytes of a file on disk are those of the last commit or of the index."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from yange.git.commands import CommandLine
from yange.git.working import blob_id
from yange.repository_place import find_repository

__all__ = ["known_to_git"]


def known_to_git(root: Path, files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the paths whose content is the one that the commit checked out, or the index, has for that path.

    A checkout with Windows line ends counts as the content it was made from. No filter and no hook is run.

    Args:
        root: the project.
        files: content by path relative to the project.

    Raises:
        YangeError: where the project is not in a repository, or git is missing or too old.

    """
    place = find_repository(root)
    git = CommandLine(place.folder, place.common)
    found = set()
    with git.process(["git", "cat-file", "--batch-check"], read=True) as process:
        for path, content in files.items():
            if "\n" in path:
                continue
            name = "/".join((*place.prefix, path))
            for form in (f":{name}", f"HEAD:{name}"):
                facts = process.facts(form)
                if facts is not None and facts[1] == "blob" and facts[0] in _ids(content, len(facts[0])):
                    found.add(path)
    return frozenset(found)


def _ids(content: bytes, length: int) -> set[str]:
    """Return git's ids of a file's content, with its line ends unchanged and as LF."""
    return {blob_id(form, length) for form in (content, content.replace(b"\r\n", b"\n"))}
