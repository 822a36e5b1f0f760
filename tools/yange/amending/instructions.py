"""What an amending sentence asks for, whatever its language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["AmendingOperation", "Instruction"]


class AmendingOperation(StrEnum):
    """What an instruction does."""

    REPLACE = "replace"
    REWRITE = "rewrite"
    REMOVE = "remove"
    INSERT = "insert"
    RELABEL = "relabel"
    RENUMBER = "renumber"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One thing to do. ``clause`` is the clause it is done to (empty: the whole text), as the sentence names it.

    ``was`` and ``now`` are words to find and to write; ``every`` is set where all of them are meant (均). ``label`` is
    the number that a clause gets, ``unit`` what is inserted (条, 款, 项), ``line`` the line of the sentence. Of an
    insertion ``was`` says where it goes: ``after`` the clause, at its ``end``, or (empty) where its number belongs.
    """

    operation: AmendingOperation
    line: int
    clause: str = ""
    was: str = ""
    now: str = ""
    every: bool = False
    label: str = ""
    unit: str = ""
