"""One state of the project for a review: a commit, or the working folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from yange.check import check
from yange.check.stray import stray_files
from yange.compare import Comparison
from yange.library import POLICIES, load_tree
from yange.model import Library, Provisions, Version
from yange.parse import parse_version
from yange.problems import Problem, YangeError, in_order
from yange.project import LoadedTexts
from yange.provenance.places_file import SUFFIX as PLACES
from yange.timeline import Timeline, build_timeline
from yange.trees import EntryKind, Listed, Tree, TreeEntry, UnreadableError, walk

__all__ = ["SOURCES", "ProjectSnapshot", "read_state"]

SOURCES = "archive/sources"


@dataclass(frozen=True)
class ProjectSnapshot:
    """The project at one point: its texts, their timeline, and their problems.

    ``name`` is the id of a commit, or the name of the folder. ``day`` and ``author`` are the commit's; entries that a
    review proposes are dated and signed with them. ``texts`` are the paths of the files that should be texts, readable
    or not; ``sources`` are the originals kept in the project, each with its git id, and ``sound`` are those whose
    content matches the hash in their name.
    """

    name: str
    day: date
    author: str
    library: Library
    timeline: Timeline
    problems: tuple[Problem, ...]
    texts: frozenset[str]
    sources: Mapping[str, str]
    sound: frozenset[str] = frozenset()
    files: Mapping[str, Listed] | None = None
    """Every file by its path; ``None`` if the tree is larger than any library."""

    def provisions(self, version: Version) -> Provisions:
        """Return the text of a version, parsed."""
        return parse_version(version)

    @cached_property
    def _loaded(self) -> LoadedTexts:
        return LoadedTexts(self.library, self.problems)

    def compare(self, old: Provisions, new: Provisions) -> Comparison:
        """Compare two texts with the answers that people gave about them in this state."""
        return self._loaded.compare(old, new)


def read_state(
    tree: Tree,
    *,
    day: date,
    author: str = "",
    hash_originals: bool = False,
    tracked: Iterable[Listed] | None = None,
) -> ProjectSnapshot:
    """Read a state from a tree of files. Errors in it are in ``problems``; the rest is read.

    ``hash_originals``: check every original against its name. Use it for a folder, because a filter of git (as for
    large files) may store an original in another form in the commit.

    ``tracked``: the files that git tracks, if the tree contains others, too.

    Raises:
        YangeError: when the machine refuses.

    """
    library, problems = load_tree(tree)
    timeline = build_timeline(library)
    evidence = (entry for entry in tree.entries(SOURCES) or () if not entry.name.endswith(PLACES))
    sources = {entry.name: entry.mark for entry in evidence if entry.kind is EntryKind.FILE}
    texts = frozenset(_texts(tree))
    files = _files(tree) if tracked is None else {file.path: file for file in tracked}
    stray = stray_files(files.values()) if files else ()
    return ProjectSnapshot(
        name=tree.name,
        day=day,
        author=author,
        library=library,
        timeline=timeline,
        problems=in_order((*problems, *check(library, timeline), *stray)),
        texts=texts,
        files=files,
        sources=sources,
        sound=frozenset(name for name in sources if _fits(tree, name)) if hash_originals else frozenset(),
    )


def _files(tree: Tree) -> Mapping[str, Listed] | None:
    try:
        return {file.path: file for file in walk(tree)}
    except YangeError:
        return None


def _fits(tree: Tree, name: str) -> bool:
    """Return whether the name of an original is the SHA-256 of its content."""
    try:
        return sha256(tree.read(f"{SOURCES}/{name}")).hexdigest() == name.partition(".")[0]
    except UnreadableError:
        return False


def _texts(tree: Tree) -> list[str]:
    return [
        f"{folder}/{entry.name}"
        for place in _folders(tree, POLICIES)
        for folder in _folders(tree, place)
        for entry in tree.entries(folder) or ()
        if _is_text(entry)
    ]


def _folders(tree: Tree, folder: str) -> list[str]:
    return [f"{folder}/{entry.name}" for entry in tree.entries(folder) or () if entry.kind is EntryKind.FOLDER]


def _is_text(entry: TreeEntry) -> bool:
    return entry.suffix == ".md" and entry.kind is EntryKind.FILE
