"""What stood under each clause of a text before: its earlier words, since when it exists, and what is gone after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yange.compare.result import is_apart
from yange.model import Version
from yange.publish.facts.clause_threads import Stage, Thread, Threads

__all__ = ["ClauseNote", "FormerWords", "GoneClause", "clause_notes"]

_MOST = 60_000
"""Characters of earlier words on one page; what is beyond is on the pages of histories."""


@dataclass(frozen=True, slots=True)
class FormerWords:
    """Words of a clause that a later text changed: where they were last printed, from which text on, until which."""

    stage: Stage
    first: Version
    until: Version


@dataclass(frozen=True, slots=True)
class GoneClause:
    """A clause that the text no longer has: its last words, the text that ended it, and what it went into."""

    stage: Stage
    ended: Version
    into: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseNote:
    """What is said under a clause. ``begun`` is the text that brought it, ``None`` for a clause of the first text.

    ``left_out`` says how many earlier wordings are not given here.
    """

    begun: Version | None
    former: tuple[FormerWords, ...]
    gone: tuple[GoneClause, ...]
    left_out: int = 0

    def __bool__(self) -> bool:
        """Return whether there is anything to say."""
        return bool(self.begun or self.former or self.gone or self.left_out)


def clause_notes(threads: Threads, text: Version) -> Mapping[str, ClauseNote]:
    """Return by path what is said under each clause of a text; the empty path is for what was before all clauses.

    Of cover notices and captions nothing is said.
    """
    order = [one.key for one in threads.texts]
    place, left = order.index(text.key), _MOST
    found: dict[str, ClauseNote] = {}
    for path, line, gone in _by_clause(threads, text.key, order[: place + 1]):
        if is_apart(path):
            line = None
        former = tuple(_former(line, text.key)) if line is not None else ()
        size = sum(len(one.stage.text) for one in former)
        shown = former if size <= left else ()
        left -= size if shown else 0
        found[path] = ClauseNote(_begun(line, threads), shown, tuple(gone), len(former) - len(shown))
    return found


def _by_clause(
    threads: Threads, key: str, known: Sequence[str]
) -> Iterator[tuple[str, Thread | None, list[GoneClause]]]:
    """Yield each clause of the text with the lines that ended behind it."""
    path, line, gone = "", None, list[GoneClause]()
    for one in threads.lines:
        stage = one.at(key)
        if stage is not None:
            yield path, line, gone
            path, line, gone = stage.path, one, []
        elif one.ended is not None and one.ended[0].key in known and not is_apart(one.stages[-1].path):
            gone.append(GoneClause(one.stages[-1], one.ended[0], one.ended[1].new))
    yield path, line, gone


def _begun(line: Thread | None, threads: Threads) -> Version | None:
    if line is None or line.stages[0].version.key == threads.texts[0].key:
        return None
    return line.stages[0].version


def _former(line: Thread, key: str) -> Iterator[FormerWords]:
    """Yield the earlier wordings, the latest first."""
    stages = []
    for stage in line.stages:
        stages.append(stage)
        if stage.version.key == key:
            break
    found = []
    first = stages[0].version
    for before, after in pairwise(stages):
        if before.text != after.text:
            found.append(FormerWords(before, first, after.version))
            first = after.version
    yield from reversed(found)
