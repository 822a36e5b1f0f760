"""What happened to a clause, as one line and as a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from yange.api.rows import Rows
from yange.compare.result import Change, Edge, Edit, Grade, Operation, ValueChange

__all__ = ["ClauseChange", "change_rows"]

_LONGEST_PIECE, _MOST_PIECES = 40, 3
"""Most characters of a piece of a summary, and most pieces."""


@dataclass(frozen=True, slots=True, repr=False)
class ClauseChange:
    """What happened to a clause, or to clauses that were split or merged.

    ``print`` gives one line: ``Article 8 → Article 9  amended: RMB 60 → RMB 75``.
    """

    change: Change
    """The change as the comparison returns it: edges, edits, bands and flags."""
    values: tuple[ValueChange, ...] = ()
    """The amounts, deadlines, days, bodies and other values that changed."""

    @property
    def operation(self) -> Operation:
        """The operation, such as amended, inserted, repealed, moved, renumbered, split or merged."""
        return self.change.operation

    @property
    def old(self) -> tuple[str, ...]:
        """The labels of the clauses in the old text; none for an inserted one."""
        return self.change.old

    @property
    def new(self) -> tuple[str, ...]:
        """The labels of the clauses in the new text; none for a repealed one."""
        return self.change.new

    @property
    def old_text(self) -> str:
        """The words of the old clauses, one paragraph a line."""
        return "\n".join(self.change.old_texts)

    @property
    def new_text(self) -> str:
        """The words of the new clauses, one paragraph a line."""
        return "\n".join(self.change.new_texts)

    @property
    def grade(self) -> Grade | None:
        """The grade: editorial, style, consequential, substantive; ``None`` if no word changed."""
        return self.change.grade

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Kept, deleted and inserted words in order; for a split or merged clause, pair by pair."""
        return tuple(edit for edge in self.change.edges for edit in edge.edits)

    @property
    def summary(self) -> str:
        """What changed, in a few words: changed values first, then other words; empty if no word changed."""
        pieces = list(dict.fromkeys(self._pieces()))
        more = f"; {len(pieces) - _MOST_PIECES} more" if len(pieces) > _MOST_PIECES else ""
        return "; ".join(pieces[:_MOST_PIECES]) + more

    def _pieces(self) -> Iterator[str]:
        if self.operation in {Operation.INSERTED, Operation.REPEALED}:
            yield _short(self.new_text or self.old_text)
            return
        for value in self.values:
            yield _exchanged(value.old, value.new)
        for old, new in (pair for edge in self.change.edges for pair in _exchanges(edge)):
            if not any(old in value.old and new in value.new for value in self.values):
                yield _exchanged(old, new)

    def __str__(self) -> str:
        old, new = "、".join(self.old), "、".join(self.new)
        labels = old if old == new else " → ".join(filter(None, (old, new)))
        summary = self.summary
        return f"{labels}  {self.operation.value}" + (f": {summary}" if summary else "")

    def __repr__(self) -> str:
        return f"<ClauseChange {self}>"


def _exchanges(edge: Edge) -> Iterator[tuple[str, str]]:
    """Yield deleted words with the words inserted for them; leave out typography and words moved to other clauses."""
    for equal, run in groupby(edge.edits, key=lambda edit: edit.op == "equal"):
        told = [] if equal else [edit for edit in run if not edit.elsewhere]
        if any(edit.grade is None or not edit.grade.is_printing for edit in told):
            went, came = ("".join(edit.text for edit in told if edit.op == op) for op in ("delete", "insert"))
            yield went.strip(), came.strip()


def _exchanged(old: str, new: str) -> str:
    if old and new:
        return f"{_short(old)} → {_short(new)}"
    return f"+ {_short(new)}" if new else f"− {_short(old)}"


def _short(words: str) -> str:
    line = " ".join(words.split("\n"))
    return line if len(line) <= _LONGEST_PIECE else f"{line[: _LONGEST_PIECE - 1]}…"


def change_rows(changes: Iterable[ClauseChange]) -> Rows[ClauseChange]:
    """Return changes as rows: one line each, with all their words as details."""
    return Rows(
        changes,
        {
            "operation": lambda c: c.operation,
            "old": lambda c: c.old,
            "new": lambda c: c.new,
            "grade": lambda c: c.grade,
            "summary": lambda c: c.summary,
        },
        {"old_text": lambda c: c.old_text, "new_text": lambda c: c.new_text},
    )
