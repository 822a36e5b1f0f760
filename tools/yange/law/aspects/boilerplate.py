"""What every legal text of one language says in much the same words: it does not show which clause became which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Boilerplate", "StandingClause"]


class StandingClause(StrEnum):
    """A clause that a text has once, whatever it is about."""

    COMMENCEMENT = "commencement"
    PURPOSE = "purpose"
    INTERPRETATION = "interpretation"
    COMMENDATION = "commendation"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The boilerplate of one language, in match keys; patterns are sources of regular expressions."""

    standing: tuple[tuple[StandingClause, re.Pattern[str]], ...] = ()
    """How the clauses begin, or read, that a text has once."""
    liability: tuple[str, ...] = ()
    """Patterns of a whole clause that only reserves civil, public-order or criminal liability."""
    phrases: tuple[str, ...] = ()
    """Patterns of what penalties, lists, citations and reservations say in the same words in any law."""
