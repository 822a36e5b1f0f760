"""Read all references in a text with the packs of a law, each once, without resolving them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from yange.law.aspects.citations import Citations, Reference

__all__ = ["Readers", "references"]

Readers = Sequence[Citations]
"""The readers of references of the packs of a law, in order."""

_AROUND = 400
"""Characters before and after a clause that may say whose its references are: no pack looks further than 160."""
_LONGEST_KEPT = 20_000
_MOST_KEPT = 32_768


def references(readers: Readers, text: str, start: int = 0, end: int | None = None) -> tuple[Reference, ...]:
    """Return the references written in ``text[start:end]``, in order; spans are offsets into ``text``.

    ``readers`` are those of the packs of a law. If two read the same words, the longer reading counts, or that of the
    earlier pack if both are equally long: the pack for simplified characters also reads 第二款 of 第三條第二款.
    """
    stop = len(text) if end is None else end
    first, last = max(0, start - _AROUND), stop + _AROUND
    if last - first > _LONGEST_KEPT:
        return _read(readers, text, start, stop)
    found = _kept(tuple(readers), text[first:last], start - first, stop - first)
    return tuple(_moved(one, first) for one in found) if first else found


def _moved(one: Reference, by: int) -> Reference:
    return Reference(one.start + by, one.end + by, one.text, one.targets, one.owner, one.numbers + by, one.later)


@lru_cache(maxsize=_MOST_KEPT)
def _kept(readers: tuple[Citations, ...], text: str, start: int, stop: int) -> tuple[Reference, ...]:
    """Return the references of a clause. Cached: a text is read several times, and its states share most clauses."""
    return _read(readers, text, start, stop)


def _read(readers: Readers, text: str, start: int, stop: int) -> tuple[Reference, ...]:
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
