"""Whether two texts are versions of one another at all.

Any two laws say why they are made, when they take effect and that officials who abuse their power are punished. Where
that is all that two texts have in common, one replaced the other as a whole and no clause became another. Clauses that
are equal to the character are still the same clauses: none of them is reported as repealed and inserted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yange.compare.match.boilerplate import is_catch_all, standing
from yange.compare.match.pairs import Link
from yange.compare.text.units import Role, Unit
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["are_related", "beyond_doubt"]


def are_related(
    old: Sequence[Unit], new: Sequence[Unit], keys: Mapping[int, str], links: Sequence[Link], law: Law
) -> bool:
    """Return whether two texts share enough of their own words; ``keys`` are those of the old units by index."""
    bodies = [[unit for unit in side if unit.role is not Role.HEADING] for side in (old, new)]
    if max(len(side) for side in bodies) <= WEIGHTS.alignment.related_few:
        return True
    shorter = min(sum(len(unit.key) for unit in side) for side in bodies)
    shared = sum(
        len(keys[link.old]) * link.likeness
        for link in links
        if link.likeness >= WEIGHTS.alignment.related_alike and not _is_formula(keys[link.old], law)
    )
    return shared >= WEIGHTS.alignment.related_part * shorter


def beyond_doubt(old: Mapping[int, str], new: Mapping[int, str], links: Sequence[Link], law: Law) -> tuple[Link, ...]:
    """Return the pairs to be asserted between texts that are not related; ``old`` and ``new`` are keys by index.

    They are equal clauses, formulas included, and clauses with words of their own that are almost equal.
    """
    return tuple(
        link
        for link in links
        if old[link.old] == new[link.new]
        or (link.likeness >= WEIGHTS.alignment.same and not _is_formula(old[link.old], law))
    )


def _is_formula(key: str, law: Law) -> bool:
    return is_catch_all(key, law) or bool(standing(key, law))
