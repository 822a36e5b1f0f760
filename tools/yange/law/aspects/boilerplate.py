"""The aspect of boilerplate: clauses and phrases that most texts share, and that do not show which clauses match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Boilerplate", "StandingClause"]


class StandingClause(StrEnum):
    """A clause that most texts have once, on any subject."""

    COMMENCEMENT = "commencement"
    PURPOSE = "purpose"
    INTERPRETATION = "interpretation"
    COMMENDATION = "commendation"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The boilerplate of one language, in match keys; patterns are sources of regular expressions."""

    standing: tuple[tuple[StandingClause, re.Pattern[str]], ...] = ()
    """Patterns of the clauses that a text has once."""
    liability: tuple[str, ...] = ()
    """Patterns of a whole clause that only reserves civil, public-order or criminal liability."""
    phrases: tuple[str, ...] = ()
    """Patterns of phrases of penalties, lists, citations and reservations that are the same in any law."""
