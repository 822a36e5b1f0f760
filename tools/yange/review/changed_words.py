"""Changed words of a text, in pieces that an entry of ``corrections`` can quote.

An entry quotes enough words that the clause contains ``now`` and no longer contains ``was``, as ``yange check``
requires.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yange.citations import find_label
from yange.compare import Comparison, Edge, Edit, Operation
from yange.model import Provisions

__all__ = ["ChangedWords", "hunks", "squeezed"]

_NEAR = 6
_CONTEXT = 2
_FOLLOWING = 12
_PLAIN = 4
"""Changed words of this length are quoted without context (characters)."""
_LONGEST = 400
_MOST = 40
"""Most changes of one clause that are reported separately; more are reported as one."""
_STOPS = frozenset("，。；：、！？\n“”（）《》,.;:!?()\"' ")


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Changed words of one clause.

    ``path`` is the path of the clause in the new text, ``None`` if it was deleted. ``old_path`` is its path in the old
    text, ``None`` if it is new. ``clause`` is its name in an entry, ``None`` for the whole text. ``bare_was`` and
    ``bare_now`` are the changed words without the quoted context.
    """

    clause: str | None
    path: str | None
    old_path: str | None
    was: str | None
    now: str | None
    bare_was: str
    bare_now: str


def squeezed(words: str | None) -> str:
    """Return words without white space."""
    return "".join((words or "").split())


def hunks(comparison: Comparison, new: Provisions) -> tuple[ChangedWords, ...]:
    """Return every change of words, ignoring white space, in order of the new text; deletions come first."""
    order = {clause.path: nth for nth, clause in enumerate(new.walk())}
    return tuple(sorted(_all(comparison, new), key=lambda hunk: (order.get(hunk.path or "", -1), hunk.old_path or "")))


def _all(comparison: Comparison, new: Provisions) -> Iterator[ChangedWords]:
    gone = _texts(comparison, Operation.REPEALED)
    came = _texts(comparison, Operation.INSERTED)
    for path in gone.keys() | came.keys():
        # in a corrected text a clause of the same path is the same clause, however much of it was wrong
        if path in gone and path in came:
            edits = _edits(gone[path], came[path])
            for was, now, bare_was, bare_now in _pieces(edits):
                yield ChangedWords(_name(new, path), path, path, was, now, bare_was, bare_now)
        elif path in came:
            yield ChangedWords(_name(new, path), path, None, None, came[path], "", came[path])
        else:
            yield ChangedWords(None, None, path, gone[path], None, gone[path], "")
    for change in comparison.changes:
        for edge in change.edges:
            for was, now, bare_was, bare_now in _pieces(edge.edits):
                yield ChangedWords(
                    _name(new, edge.new_path), edge.new_path, edge.old_path, was, now, bare_was, bare_now
                )
            if edge.old != edge.new and squeezed(edge.old) != squeezed(edge.new):
                yield _relabelled(edge)


def _relabelled(edge: Edge) -> ChangedWords:
    """Quote a changed number with the words after it, because a number alone may occur elsewhere, too."""
    follow = edge.edits[0].text[:_FOLLOWING] if edge.edits and edge.edits[0].op == "equal" else ""
    was, now = edge.old + follow, edge.new + follow
    return ChangedWords(None, edge.new_path, edge.old_path, was, now, edge.old, edge.new)


def _texts(comparison: Comparison, operation: Operation) -> dict[str, str]:
    """Return the words of deleted or inserted clauses, by path; for a new placeholder, use its edge."""
    changes = [change for change in comparison.changes if change.operation is operation and not change.edges]
    if operation is Operation.REPEALED:
        return {p: text for change in changes for p, text in zip(change.old_paths, change.old_texts, strict=True)}
    return {p: text for change in changes for p, text in zip(change.new_paths, change.new_texts, strict=True)}


def _edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return one edit that covers everything from the first to the last difference of two texts."""
    least = min(len(old), len(new))
    start = next((i for i in range(least) if old[i] != new[i]), least)
    end = next((i for i in range(least - start) if old[-1 - i] != new[-1 - i]), least - start)
    middle = old[start : len(old) - end], new[start : len(new) - end]
    tail = old[len(old) - end :]
    return (Edit("equal", old[:start]), Edit("delete", middle[0]), Edit("insert", middle[1]), Edit("equal", tail))


def _name(provisions: Provisions, path: str) -> str | None:
    """Return the label by which ``find_label`` finds this clause, else its path."""
    clause = provisions.at(path)
    if clause is None:
        return None
    found = find_label(provisions, clause.label) if clause.label else ()
    return clause.label if len(found) == 1 and found[0].path == path else path


@dataclass
class _Run:
    """Two half-open ranges, of the old and of the new words, that differ."""

    a: int
    b: int
    c: int
    d: int


def _pieces(edits: tuple[Edit, ...]) -> Iterator[tuple[str | None, str | None, str, str]]:
    old = "".join(edit.text for edit in edits if edit.op != "insert")
    new = "".join(edit.text for edit in edits if edit.op != "delete")
    runs = _runs(edits, old, new)
    if len(runs) > _MOST:
        runs = [_Run(runs[0].a, runs[-1].b, runs[0].c, runs[-1].d)]
    for run in runs:
        bare = old[run.a : run.b], new[run.c : run.d]
        yield *_quoted(run, old, new), *bare


def _runs(edits: tuple[Edit, ...], old: str, new: str) -> list[_Run]:
    """Join neighbouring edits; ignore edits of white space only."""
    runs: list[_Run] = []
    i = j = 0
    for edit in edits:
        di, dj = (len(edit.text) if edit.op != op else 0 for op in ("insert", "delete"))
        if edit.op != "equal" and edit.text.strip():
            if runs and i - runs[-1].b <= _NEAR and j - runs[-1].d <= _NEAR:
                runs[-1].b, runs[-1].d = i + di, j + dj
            else:
                runs.append(_Run(i, i + di, j, j + dj))
        i, j = i + di, j + dj
    return [run for run in runs if squeezed(old[run.a : run.b]) != squeezed(new[run.c : run.d])]


def _quoted(run: _Run, old: str, new: str) -> tuple[str | None, str | None]:
    """Quote the words with enough context to make them unique, stopping early at punctuation."""
    left = right = 0
    plain = squeezed(new)
    enough = min(run.b - run.a, run.d - run.c) >= _PLAIN
    for reach in range(0 if enough else _CONTEXT, len(old) + len(new) + 1):
        left = _reach(old[max(0, run.a - reach) : run.a][::-1], new[max(0, run.c - reach) : run.c][::-1], reach)
        right = _reach(old[run.b : run.b + reach], new[run.d : run.d + reach], reach)
        was, now = old[run.a - left : run.b + right], new[run.c - left : run.d + right]
        if _tells(was, now, plain) or (run.a == left and len(old) - run.b == right):
            break
        if reach > _LONGEST:
            break
    return was or None, now or None


def _reach(old: str, new: str, reach: int) -> int:
    """Return how many characters of context to take, the same on both sides."""
    count = 0
    while count < min(reach, len(old), len(new)) and old[count] == new[count]:
        if old[count] in _STOPS and reach <= _CONTEXT:
            break
        count += 1
    return count


def _tells(was: str, now: str, plain: str) -> bool:
    """Return whether the quotation passes the check: ``now`` occurs, and ``was`` does not occur outside it."""
    gone = squeezed(now)
    if not gone or not squeezed(was):
        return bool(gone or squeezed(was)) and (not gone or gone in plain) and len(gone or squeezed(was)) > 3
    return gone in plain and squeezed(was) not in plain.replace(gone, "")
