"""Labels and headings that a conversion lost: the words are the same, and nothing was merged.

A converter that drops 第N条 leaves one run of paragraphs where the other text has articles; one that drops the heading
of an annex leaves the annex in the last article. Such a side is compared paragraph by paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yange.compare.text.units import Role, Unit
from yange.compare.weights import WEIGHTS

__all__ = ["opened"]

# Of the pairs of characters of the annex, found again where its heading was lost. Not tuned on revisions: the made-up
# pairs of the tests share nearly all of them, an article's own further paragraphs nearly none.
_GRAM = 2


def opened(units: Sequence[Unit], other: Sequence[Unit]) -> Sequence[Unit]:
    """Return the units of one text, cut into paragraphs where a label of the ``other`` text was lost.

    The first paragraph keeps the path of its unit, the others have their own.
    """
    made = list(_annex_apart(list(_labels_apart(units, other)), other))
    return [replace(unit, index=at) for at, unit in enumerate(made)] if len(made) != len(units) else units


def _labels_apart(units: Sequence[Unit], other: Sequence[Unit]) -> Iterator[Unit]:
    """Cut the unnumbered units of a text that has no numbered ones, where the other text has several."""
    lost = not any(map(_numbered, units)) and sum(map(_numbered, other)) >= WEIGHTS.lost_labels.several
    for unit in units:
        yield from unit.parts if lost and unit.parts else (unit,)


def _numbered(unit: Unit) -> bool:
    return unit.role is Role.BODY and unit.number is not None


def _annex_apart(units: Sequence[Unit], other: Sequence[Unit]) -> Iterator[Unit]:
    """Cut off what follows the first paragraph of the last unit, where it is mostly the annex of the other text."""
    annex = "".join(unit.key.text for unit in other if unit.role is Role.ANNEX)
    last = units[-1] if units else None
    if last is None or not annex or not last.parts or any(unit.role is Role.ANNEX for unit in units):
        yield from units
        return
    yield from units[:-1]
    tail = "".join(part.key.text for part in last.parts[1:])
    if _shared(annex, tail) < WEIGHTS.lost_labels.mostly:
        yield last
        return
    yield last.parts[0]
    name = next(unit.label for unit in other if unit.role is Role.ANNEX)
    for nth, part in enumerate(last.parts[1:], 1):
        yield replace(part, role=Role.ANNEX, label=name if nth == 1 else f"{name} ¶{nth}")


def _shared(annex: str, tail: str) -> float:
    grams = Counter(annex[at : at + _GRAM] for at in range(len(annex) - 1))
    found = Counter(tail[at : at + _GRAM] for at in range(len(tail) - 1))
    return sum((grams & found).values()) / max(1, sum(grams.values()))
