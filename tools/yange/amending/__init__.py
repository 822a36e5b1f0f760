"""Make a consolidated text: apply the instructions of an amending decision to a text.

:func:`read_instructions` reads the sentences; :func:`amend` applies them, or reports those that do not fit exactly
once.
"""

from yange.amending.apply import Amended, amend
from yange.amending.sentences import read_instructions
from yange.law.aspects.amending import AmendingOperation, Instruction

__all__ = ["Amended", "AmendingOperation", "Instruction", "amend", "read_instructions"]
