"""One state of the project that a review looks at: a commit, or the folder as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yange.check import check
from yange.library import POLICIES, load_tree
from yange.model import Library, Provisions, Version
from yange.parse import parse
from yange.problems import Problem, in_order
from yange.timeline import Timeline, build_timeline
from yange.trees import Entry, Kind, Tree

__all__ = ["SOURCES", "State", "read_state"]

SOURCES = "archive/sources"


@dataclass(frozen=True)
class State:
    """What the project says at one point: its texts, what they mean, and what is wrong with them.

    ``name`` is an id of a commit, or how the folder is called. ``day`` and ``author`` are the commit's; entries that a
    review proposes are dated and signed with them. ``texts`` are the paths of the files that should be texts, whether
    they can be read or not; ``sources`` are the originals kept in the project.
    """

    name: str
    day: date
    author: str
    library: Library
    timeline: Timeline
    problems: tuple[Problem, ...]
    texts: frozenset[str]
    sources: Mapping[str, str]

    def provisions(self, version: Version) -> Provisions:
        """Return the text of a version, parsed."""
        return parse(version.body)


def read_state(tree: Tree, *, day: date, author: str = "") -> State:
    """Read a state from a tree of files. What is wrong in it is told in ``problems``, and the rest is read.

    Raises:
        YangeError: when the machine refuses.

    """
    library, problems = load_tree(tree)
    timeline = build_timeline(library)
    return State(
        name=tree.name,
        day=day,
        author=author,
        library=library,
        timeline=timeline,
        problems=in_order((*problems, *check(library, timeline))),
        texts=frozenset(_texts(tree)),
        sources={entry.name: entry.mark for entry in tree.entries(SOURCES) or () if entry.kind is Kind.FILE},
    )


def _texts(tree: Tree) -> list[str]:
    return [
        f"{folder}/{entry.name}"
        for place in _folders(tree, POLICIES)
        for folder in _folders(tree, place)
        for entry in tree.entries(folder) or ()
        if _is_text(entry)
    ]


def _folders(tree: Tree, folder: str) -> list[str]:
    return [f"{folder}/{entry.name}" for entry in tree.entries(folder) or () if entry.kind is Kind.FOLDER]


def _is_text(entry: Entry) -> bool:
    return entry.suffix == ".md" and entry.kind is Kind.FILE
