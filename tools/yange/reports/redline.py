"""Two texts as one, with what was deleted and inserted: the paragraphs of a redline.

Without the deletions it is the new text, without the insertions the old one, character by character; paragraph marks
are deleted and inserted as well. Words are those of :func:`~yange.parse.plain_text`: what the file prints, without the
marks of Markdown. Clauses that stayed in their order are marked word by word with the edits of the comparison; what
moved, was split or merged is deleted in one place and inserted in the other, as a person would do it in Word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from yange.compare.result import Comparison, Edge
from yange.compare.text.units import Role, Unit, units_of
from yange.model import ClauseKind, Provisions
from yange.parse import plain_text

__all__ = ["EditOp", "RedlineParagraph", "RedlineRun", "printed_units", "redline", "side_of"]


class EditOp(StrEnum):
    """What happened to words or to a paragraph mark."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class RedlineRun:
    """Some words of a paragraph, without line breaks, and what happened to them."""

    op: EditOp
    text: str


@dataclass(slots=True)
class RedlineParagraph:
    """A paragraph: its words, what happened to the mark at its end, and what it is set as.

    ``role`` is ``title``, ``heading`` or ``clause``.
    """

    runs: list[RedlineRun] = field(default_factory=list)
    mark: EditOp = EditOp.EQUAL
    role: str = ""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A unit as printed: ``head`` is its label with the blank after it, ``words`` what the comparison compared."""

    unit: Unit
    head: str
    words: str

    @property
    def text(self) -> str:
        return self.head + self.words

    @property
    def role(self) -> str:
        if self.unit.kind is ClauseKind.TITLE:
            return "title"
        return "heading" if self.unit.role is Role.HEADING else "clause"


@dataclass(frozen=True, slots=True)
class _Piece:
    op: EditOp
    text: str
    role: str


def printed_units(provisions: Provisions) -> tuple[_Printed, ...]:
    """Return the units of a text as printed, in order; joined with line breaks they are its words."""
    return tuple(_printed(provisions, unit) for unit in units_of(provisions) if unit.end > unit.start)


def _printed(provisions: Provisions, unit: Unit) -> _Printed:
    whole = plain_text(provisions.text[unit.start : unit.end])
    words = unit.key.raw
    if whole.endswith(words):
        return _Printed(unit, whole.removesuffix(words), words)
    # A covering notice ends before the line that begins the text in our files; what a heading stands in has its label
    # within the words.
    return _Printed(unit, "", words if unit.kind is ClauseKind.COVER else whole)


def side_of(provisions: Provisions) -> str:
    """Return the words of a text, one paragraph a line, as a redline has them once all changes are settled."""
    return "\n".join(printed.text for printed in printed_units(provisions))


def redline(old: Provisions, new: Provisions, comparison: Comparison) -> list[RedlineParagraph]:
    """Return the redline of two texts. The last paragraph is empty where the last mark was deleted or inserted."""
    paragraphs = [RedlineParagraph()]
    for piece in _joined(_pieces(printed_units(old), printed_units(new), comparison)):
        for at, line in enumerate(piece.text.split("\n")):
            if at:
                paragraphs[-1].mark = piece.op
                paragraphs.append(RedlineParagraph())
            if line:
                paragraphs[-1].runs.append(RedlineRun(piece.op, line))
                paragraphs[-1].role = paragraphs[-1].role or piece.role
    if len(paragraphs) > 1 and not paragraphs[-1].runs and paragraphs[-2].mark is EditOp.EQUAL:
        paragraphs.pop()
    return paragraphs


def _joined(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Yield neighbouring pieces of a kind as one."""
    for (op, role), group in groupby(pieces, key=lambda piece: (piece.op, piece.role)):
        yield _Piece(op, "".join(piece.text for piece in group), role)


def _pieces(old: Sequence[_Printed], new: Sequence[_Printed], comparison: Comparison) -> Iterator[_Piece]:
    kept = _kept(old, new, comparison)
    at_old = 0
    for now in new:
        found = kept.get(now.unit.path)
        if found is None:
            yield _Piece(EditOp.INSERT, f"{now.text}\n", now.role)
            continue
        at, edge = found
        yield from (_Piece(EditOp.DELETE, f"{was.text}\n", was.role) for was in old[at_old:at])
        yield from _pair(old[at], now, edge)
        at_old = at + 1
    yield from (_Piece(EditOp.DELETE, f"{was.text}\n", was.role) for was in old[at_old:])


def _pair(old: _Printed, new: _Printed, edge: Edge) -> Iterator[_Piece]:
    """Yield what changed within a clause: label, words and, as both have it, the mark at the end."""
    yield from _changed(old.head, new.head, new.role)
    for op, text in _edits(old.words, new.words, edge):
        yield _Piece(op, text, new.role)
    yield _Piece(EditOp.EQUAL, "\n", new.role)


def _edits(old: str, new: str, edge: Edge) -> Iterator[tuple[EditOp, str]]:
    was = "".join(edit.text for edit in edge.edits if edit.op != EditOp.INSERT)
    now = "".join(edit.text for edit in edge.edits if edit.op != EditOp.DELETE)
    if (was, now) == (old, new):
        yield from ((EditOp(edit.op), edit.text) for edit in edge.edits)
    elif old == new:
        yield EditOp.EQUAL, old
    else:
        yield EditOp.DELETE, old
        yield EditOp.INSERT, new


def _changed(old: str, new: str, role: str) -> Iterator[_Piece]:
    if old == new:
        yield _Piece(EditOp.EQUAL, old, role)
    else:
        yield _Piece(EditOp.DELETE, old, role)
        yield _Piece(EditOp.INSERT, new, role)


def _kept(old: Sequence[_Printed], new: Sequence[_Printed], comparison: Comparison) -> Mapping[str, tuple[int, Edge]]:
    """Return by path the new units that stayed in their order, each with the place of its old unit and their edge.

    Of several edges of a unit the one with the most equal words counts; of pairs that cross, those with most words.
    """
    places = {printed.unit.path: at for at, printed in enumerate(old)}
    found = {printed.unit.path: at for at, printed in enumerate(new)}
    edges = sorted(
        (edge for change in comparison.changes for edge in change.edges),
        key=lambda edge: (-_equal(edge), edge.old_path, edge.new_path),
    )
    taken: set[tuple[str, str]] = set()
    pairs = []
    for edge in edges:
        ends = {("old", edge.old_path), ("new", edge.new_path)}
        if edge.old_path in places and edge.new_path in found and not ends & taken:
            taken |= ends
            pairs.append((found[edge.new_path], places[edge.old_path], edge))
    pairs.sort(key=lambda pair: pair[:2])
    return {new[now].unit.path: (was, edge) for now, was, edge in _in_order(pairs)}


def _equal(edge: Edge) -> int:
    return sum(len(edit.text) for edit in edge.edits if edit.op == EditOp.EQUAL)


def _in_order(pairs: Sequence[tuple[int, int, Edge]]) -> list[tuple[int, int, Edge]]:
    """Return the pairs of most words whose old places rise, given pairs in order of their new places.

    A tree of prefix maxima (Fenwick) over the old places finds the best chain below a place in logarithmic time.
    """
    size = max((was for _, was, _ in pairs), default=-1) + 2
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before: list[int] = []
    for at, (_, was, edge) in enumerate(pairs):
        weight, last = 0, -1
        place = was
        while place > 0:
            if best[place][0] > weight:
                weight, last = best[place]
            place -= place & -place
        before.append(last)
        reached = (weight + _equal(edge) + 1, at)
        place = was + 1
        while place <= size:
            if reached[0] > best[place][0]:
                best[place] = reached
            place += place & -place
    at = max(best)[1] if pairs else -1
    chain = []
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
