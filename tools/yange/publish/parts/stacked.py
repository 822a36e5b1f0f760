"""Clauses that were split or merged, as the Word table has them: the old ones above each other, the new text once.

Each side alone is a text that existed: what the other side's clauses keep is not struck out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from yange.compare.result import Change
from yange.publish.templates import printed
from yange.reports.rows import Passage, WordMark, passages

__all__ = ["Stack", "stacked"]

_TAGS = {WordMark.GONE: "del", WordMark.COME: "ins"}


@dataclass(frozen=True, slots=True)
class Stack:
    """The clauses of both sides: each with its path and its words as HTML, what the other side lacks marked."""

    old: Sequence[tuple[str, str, Markup]]
    new: Sequence[tuple[str, str, Markup]]


def stacked(change: Change) -> Stack | None:
    """Return the clauses of a change of several, ``None`` where one clause became one, or one side has none."""
    if len(change.edges) < 2:
        return None
    old, new = passages(change)
    return Stack(_side(change.old, old), _side(change.new, new))


def _side(labels: Sequence[str], side: Sequence[Passage]) -> list[tuple[str, str, Markup]]:
    return [(label, one.path, _words(one)) for label, one in zip(labels, side, strict=True)]


def _words(passage: Passage) -> Markup:
    pieces = [
        f'<{_TAGS[span.mark]} class="y-plain">{printed(span.text)}</{_TAGS[span.mark]}>'
        if span.mark in _TAGS
        else printed(span.text)
        for span in passage.spans
    ]
    return Markup("".join(pieces))  # noqa: S704 - escaped piece by piece
