"""All references that the packs of a law read in a text, each once; unresolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from yange.law import Law
from yange.law.aspects.citations import Reference

__all__ = ["references"]


def references(law: Law, text: str, start: int = 0, end: int | None = None) -> tuple[Reference, ...]:
    """Return the references written in ``text[start:end]``, in order; spans are offsets into ``text``.

    Where two packs read the same words, the longer reading counts, and of two equally long ones that of the pack that
    comes first in the law: 第二款第一目 of 第三條第二款第一目 is read in simplified characters too.
    """
    stop = len(text) if end is None else end
    found: list[Reference] = []
    for grammar in law:
        found = _merged(found, tuple(grammar.citations.references(text, start, stop)))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _merged(found: Sequence[Reference], further: Sequence[Reference]) -> list[Reference]:
    """Add what a further pack has read; references of one pack may overlap, those of two packs never do."""
    if not found or not further:
        return [*found, *further]
    at: defaultdict[int, set[Reference]] = defaultdict(set)
    for one in found:
        for offset in range(one.start, one.end):
            at[offset].add(one)
    longer: list[Reference] = []
    beaten: set[Reference] = set()
    for one in further:
        rivals = {rival for offset in range(one.start, one.end) for rival in at.get(offset, ())}
        if all(one.end - one.start > rival.end - rival.start for rival in rivals):
            longer.append(one)
            beaten |= rivals
    return [*(one for one in found if one not in beaten), *longer]
