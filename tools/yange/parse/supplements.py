"""Supplementary provisions: an annex by its place in the tree, and a part of the text by what it says."""

from __future__ import annotations

from yange.law import law_named
from yange.model import Clause, ClauseKind, Provisions
from yange.parse.rules import rules_of

__all__ = ["is_supplement"]


def is_supplement(provisions: Provisions, clause: Clause) -> bool:
    """Return whether a clause holds provisions of the text itself that count anew: 附則, 부칙.

    They say when the text begins and ends and what it repeals; an annex in the narrow sense does not.
    """
    if clause.kind is not ClauseKind.ANNEX:
        return False
    return rules_of(law_named(provisions.language)).supplements.fullmatch(clause.label) is not None
