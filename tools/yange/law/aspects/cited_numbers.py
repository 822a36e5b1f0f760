"""The aspect of cited clause numbers, which comparison reads and rewrites: 第十二条 → 第十四条 after a renumbering.

They are read in match keys (:mod:`yange.compare.text.keys`) with unified widths and spaces, one number at a time;
:mod:`yange.law.aspects.citations` reads whole references.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from yange.law.aspects.citations import Owner

__all__ = ["CitedNumber", "CitedNumbers", "CitedPlace"]


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """A cited number at ``[start, end)`` of a key.

    ``value`` is ``(12, 1)`` for 第十二条之一 or Article 12A, and begins with 0 for an annex: ``(0, 2)``. ``label`` is
    the name of the clause in a citation of its own: Article 6 for the 6 of Articles 5 and 6.
    """

    start: int
    end: int
    value: tuple[int, ...]
    label: str


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """The parts of a citation: 第三条之一第二款第（四）项 is ``(3, 1)``, ``二`` and ``四``, the fourth item.

    ``article`` is empty, and ``paragraph`` and ``item`` are ``None``, if the citation does not name them. ``printed``
    has the numerals as printed, from the outermost to the innermost.
    """

    article: tuple[int, ...]
    paragraph: str | None
    item: str | None
    item_number: int | None
    printed: tuple[str | None, ...]


class CitedNumbers(Protocol):
    """The cited numbers of a language."""

    def cited(self, key: str) -> Iterable[CitedNumber]:
        """Return every number of an article or annex that a key cites, in order, of any text."""
        ...

    def owner(self, key: str, start: int) -> Owner:
        """Return whose clause the citation at ``start`` is, by the words before it in the key."""
        ...

    def is_range(self, between: str) -> bool:
        """Return whether the words between two cited numbers make them the ends of a range: 至."""
        ...

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return a number in the form of ``printed``, another cited number of this language."""
        ...

    def place(self, printed: str) -> CitedPlace | None:
        """Return the parts of a citation of one place, or ``None`` if ``printed`` is not such a citation."""
        ...

    def cites_items(self, key: str) -> bool:
        """Return whether a key may cite an item."""
        ...

    def lists_items(self, key: str) -> bool:
        """Return whether a key contains numbered items."""
        ...

    def item_number(self, label: str) -> int | None:
        """Return the number that an item's label prints."""
        ...
