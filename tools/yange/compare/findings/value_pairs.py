"""The phrases around what changed, on both sides, and which value took the place of which."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from yange.compare.findings.values_in_text import AWAY, StretchSide, Value, changing_alone
from yange.compare.result import Edit
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["Stretch", "ValuePositions", "stretches"]

_ENDS = re.compile(r"[。；，：！？;:!?|]|,(?!\d)")  # a cell of a table is a phrase of its own; 1,000 is one number

_STOP = r"(?:(?<=[^\W\d_A-Z]{2}|.[)\]»”’\d])\.(?=\s+[\"'“‘«(]?[A-ZÀ-Þ])|(?<=[^\W\d_A-Z]{4})\.(?=\s+$))"
"""A full stop that ends a sentence; not that of an abbreviation before a number or of an initial."""
_LABEL = r"\n(?=[ \t]*[(]?(?:\d{1,3}|[a-z]{1,4})[.)°])"
_PIECE = re.compile(
    rf"(?s:(?:(?!{_STOP}|{_LABEL})[^。；，：！？;:!?|])*(?P<end>[。；，：！？;:!?|]|{_STOP}|{_LABEL}|$))"
)
"""A phrase: up to a mark that ends one, the end of a sentence, or the label of an item in a line of its own."""

_Span = tuple[int, int]


@dataclass(slots=True)
class Stretch:
    """The phrases around some changes, on both sides, which spans were replaced by which, and where all this begins."""

    at: tuple[int, int] = (0, 0)
    old: StretchSide = field(default_factory=StretchSide)
    new: StretchSide = field(default_factory=StretchSide)
    replaced: list[tuple[_Span, _Span]] = field(default_factory=list)
    changed: bool = False

    @property
    def stayed(self) -> float:
        """Return what share of the shorter side did not change."""
        shorter = min(len(self.old.raw), len(self.new.raw))
        return self.old.unchanged_before(len(self.old.raw)) / shorter if shorter else 0.0

    def lone(self, value: Value, side: StretchSide, law: Law) -> bool:
        """Return whether a word of duty is all that was inserted or deleted at its place."""
        span = value.start, value.end
        if value.key not in changing_alone(law) or span not in side.changed:
            return False
        return not any(span in pair for pair in self.replaced)


def stretches(edits: Sequence[Edit]) -> Iterator[Stretch]:
    """Yield the stretches in which something changed; words that are in another clause are left out."""
    here = Stretch()
    gone: _Span | None = None
    at = [0, 0]
    for edit in edits:
        if edit.elsewhere:
            at[edit.op == "insert"] += len(edit.text)
            here.old.add(AWAY, changed=False)
            here.new.add(AWAY, changed=False)
            gone = None
        elif edit.op == "equal":
            gone = None
            for piece, ends in _pieces(edit.text):
                here.old.add(piece, changed=False)
                here.new.add(piece, changed=False)
                at = [place + len(piece) for place in at]
                if ends:
                    if here.changed:
                        yield here
                    here = Stretch((at[0], at[1]))
        else:
            at[edit.op == "insert"] += len(edit.text)
            side = here.old if edit.op == "delete" else here.new
            span = side.add(edit.text, changed=edit.grade is None or not edit.grade.is_printing)
            if gone and edit.op == "insert":
                here.replaced.append((gone, span))
            gone = span if edit.op == "delete" else None
            here.changed = here.changed or (edit.grade is not None and not edit.grade.is_printing)
    if here.changed:
        yield here


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the phrases of a text, each with whether it ends there."""
    for match in _PIECE.finditer(text):
        if match[0]:
            yield match[0], match["end"] != ""


class ValuePositions:
    """Decides whether one value took the place of another: for example as the first of its kind in a replacement."""

    def __init__(self, stretch: Stretch, olds: Sequence[Value], news: Sequence[Value]) -> None:
        self._lone = _only_ones(olds), _only_ones(news)
        self._flows = any(map(_ENDS.search, _changed(stretch)))
        spans = [old for old, _ in stretch.replaced], [new for _, new in stretch.replaced]
        self._old, self._new = _Nth(olds, spans[0]), _Nth(news, spans[1])
        texts = ((stretch.old.raw[slice(*old)], stretch.new.raw[slice(*new)]) for old, new in stretch.replaced)
        self._short = [not any(map(_ENDS.search, pair)) for pair in texts]

    def worth(self, a: int, b: int) -> float:
        """Return how many points the place gives to the pair of an old and a new value."""
        if not self._flows and a in self._lone[0] and b in self._lone[1]:
            return WEIGHTS.values.same_place
        together = 0.0
        for at, nth in self._old.within[a].items():
            if at in self._new.within[b]:
                together = WEIGHTS.values.together
                mine, theirs = self._old.count(at, a), self._new.count(at, b)
                if self._short[at] and mine == theirs and nth == self._new.within[b][at]:
                    return WEIGHTS.values.same_place
        return together


class _Nth:
    """The places of values: in which of some spans, and at which position among those of their group there."""

    def __init__(self, values: Sequence[Value], spans: Sequence[_Span]) -> None:
        self._groups = [value.group for value in values]
        self._counts: Counter[tuple[int, str]] = Counter()
        self.within: list[dict[int, int]] = []
        ends = [end for _, end in spans]
        for value in values:
            own: dict[int, int] = {}
            at = bisect_right(ends, value.start)
            while at < len(spans) and spans[at][0] < value.end:
                own[at] = self._counts[at, value.group]
                self._counts[at, value.group] += 1
                at += 1
            self.within.append(own)

    def count(self, at: int, value: int) -> int:
        """Return how many values of the group of a value a span contains."""
        return self._counts[at, self._groups[value]]


def _only_ones(values: Sequence[Value]) -> Set[int]:
    """Return the places of the values that a change touches and that are the only ones of their group."""
    counts = Counter(value.group for value in values)
    return {at for at, value in enumerate(values) if value.touched and counts[value.group] == 1}


def _changed(stretch: Stretch) -> Iterator[str]:
    for side in (stretch.old, stretch.new):
        for start, end in side.changed:
            yield side.raw[start:end]
