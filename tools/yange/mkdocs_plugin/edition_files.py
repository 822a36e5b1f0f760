"""The editions for the pages: the ledger, and of each edition the files as its commit holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from yange.git import CommitTree, ProjectHistory, blob_id
from yange.library import POLICIES
from yange.problems import YangeError
from yange.publish.facts.editions import NO_EDITIONS, Editions, PublishedEdition
from yange.shipped import LEDGER
from yange.trees import EntryKind

__all__ = ["published_editions"]


def published_editions(root: Path) -> Editions:
    """Return the editions of the project at ``root``.

    Without the history (a project from a wheel, a shallow clone) the editions are listed without saying which text
    is in which.

    Raises:
        YangeError: where the ledger is damaged.

    """
    if not (root / LEDGER).exists():
        return NO_EDITIONS
    from yange.archive.ledger import load_ledger  # here, because it loads all that builds an archive

    ledger = load_ledger(root)
    if not ledger:
        return NO_EDITIONS
    files = {one.commit: _files(root, one.commit) for one in ledger}
    found = (
        PublishedEdition(
            number=one.edition,
            published=one.published,
            as_of=one.as_of,
            commit=one.commit,
            main=one.main,
            scheduled=one.scheduled,
            manifest=one.manifest,
            files=files[one.commit],
        )
        for one in ledger
    )
    return Editions(tuple(found), lambda path: _mark(root / path, len(ledger[-1].commit)))


def _files(root: Path, commit: str) -> Mapping[str, str]:
    try:
        with ProjectHistory(root).tree(commit) as tree:
            return dict(_below(tree, POLICIES))
    except YangeError:  # no history, or not so far back: then nothing is said of single texts
        return {}


def _below(tree: CommitTree, folder: str) -> Iterator[tuple[str, str]]:
    for entry in tree.entries(folder) or ():
        path = f"{folder}/{entry.name}"
        if entry.kind is EntryKind.FOLDER:
            yield from _below(tree, path)
        elif entry.kind is EntryKind.FILE:
            yield path, entry.mark


def _mark(path: Path, width: int) -> str:
    """Return the id that git gives a file, in a repository with ids of this width."""
    try:
        return blob_id(path.read_bytes(), width)
    except OSError:
        return ""
