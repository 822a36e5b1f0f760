"""Read all references in a text with the packs of a law, each once, without resolving them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from yange.law.aspects.citations import Citations, Reference

__all__ = ["Readers", "references"]

Readers = Sequence[Citations]
"""The readers of references of the packs of a law, in order."""


def references(readers: Readers, text: str, start: int = 0, end: int | None = None) -> tuple[Reference, ...]:
    """Return the references written in ``text[start:end]``, in order; spans are offsets into ``text``.

    ``readers`` are those of the packs of a law. If two read the same words, the longer reading counts, or that of the
    earlier pack if both are equally long: the pack for simplified characters also reads 第二款 of 第三條第二款.
    """
    stop = len(text) if end is None else end
    found: list[Reference] = []
    for reader in readers:
        found = _merged(found, tuple(reader.references(text, start, stop)))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _merged(found: Sequence[Reference], further: Sequence[Reference]) -> list[Reference]:
    """Return references with those of a further pack; those of one pack may overlap, those of two packs may not."""
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
