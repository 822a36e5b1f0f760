"""Find the primary citable units of a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from yange.law.common import PLAIN
from yange.model import Clause
from yange.model import ClauseKind as Kind

__all__ = ["primary_units"]

_LEVELS = (Kind.OUTLINE_5, Kind.OUTLINE_4, Kind.OUTLINE_3, Kind.OUTLINE_2, Kind.OUTLINE_1)


def primary_units(root: Clause) -> tuple[Clause, ...]:
    """Return the units by which a text is cited, in order, without annexes.

    They are the articles if there are any. Otherwise they are the deepest outline level whose numbering continues
    under two or more parents, so that the number alone names a unit. Otherwise, and always with numbers such as 2.1.1
    that name their parents, they are the leaf headings. A notice without units whose instrument is its annex is cited
    by the annex.
    """
    return _units(root) or next(filter(None, map(_units, _annexes(root))), ())


def _annexes(root: Clause) -> Iterator[Clause]:
    return (clause for clause in root.children if clause.kind is Kind.ANNEX)


def _units(root: Clause) -> tuple[Clause, ...]:
    found = tuple(_body(root, None))
    articles = tuple(clause for clause, _ in found if clause.kind is Kind.ARTICLE)
    if articles:
        return articles
    dotted = any(clause.number and clause.number.style == PLAIN for clause, _ in found)
    for level in () if dotted else _LEVELS:
        units = [(clause, parent) for clause, parent in found if clause.kind is level]
        if _runs_on(units):
            return tuple(clause for clause, _ in units)
    return tuple(clause for clause, _ in found if clause.kind in _LEVELS and not _has_headings(clause))


def _body(clause: Clause, parent: Clause | None) -> Iterator[tuple[Clause, Clause | None]]:
    yield clause, parent
    for child in clause.children:
        if child.kind not in {Kind.ANNEX, Kind.COVER, Kind.CLOSING}:
            yield from _body(child, clause)


def _runs_on(units: list[tuple[Clause, Clause | None]]) -> bool:
    values = [clause.number.value for clause, _ in units if clause.number]
    parents = {parent.path for _, parent in units if parent}
    return len(parents) >= 2 and all(a < b for a, b in pairwise(values))


def _has_headings(clause: Clause) -> bool:
    return any(below.kind in _LEVELS for below in clause.walk() if below is not clause)
