"""Numbers kept for provisions that are gone (（删去）, [Repealed]): what became of the clause behind the number.

A placeholder is no provision. Its words are never compared with those of a provision: a clause whose number is
a placeholder now was repealed, whatever its words; a placeholder that was added or removed changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yange.compare.match.pairs import Link
from yange.compare.text.units import Role, Unit
from yange.compare.weights import WEIGHTS

__all__ = ["placeholder_links"]


def placeholder_links(old: Sequence[Unit], new: Sequence[Unit], links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links of placeholders: with the placeholder of the same number, otherwise with a clause without link.

    Of several clauses that one placeholder names (第二条至第三条　（删去）) the first is linked: a link is one to one.
    """
    taken_old, taken_new = {link.old for link in links}, {link.new for link in links}
    found: list[Link] = []
    for vacant in (True, False):
        for a, b in _pairs(old, new):
            both = old[a].role is new[b].role is Role.PLACEHOLDER
            if both is vacant and a not in taken_old and b not in taken_new:
                taken_old.add(a)
                taken_new.add(b)
                found.append(Link(a, b, 1.0 if both else WEIGHTS.alignment.placed))
    return tuple(found)


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the pairs of one number of which one side at least is a placeholder, in order of the texts."""
    gone_old = [unit for unit in old if unit.role is Role.PLACEHOLDER]
    gone_new = [unit for unit in new if unit.role is Role.PLACEHOLDER]
    pairs = {(one, other) for one in gone_old for other in new} | {(one, other) for one in old for other in gone_new}
    return sorted((one.index, other.index) for one, other in pairs if _same_number(one, other))


def _same_number(one: Unit, other: Unit) -> bool:
    if one.number is None or other.number is None or one.kind is not other.kind:
        return False
    return one.number.style == other.number.style and (
        one.number.names(other.number.value) or other.number.names(one.number.value)
    )
