"""Making the consolidated text: amending instructions, as an amending decision states them, applied to a text.

:func:`read_instructions` reads the sentences, :func:`amend` applies them, or says which do not fit exactly once.
"""

from yange.amending.apply import Amended, amend
from yange.amending.sentences import read_instructions
from yange.law.aspects.amending import AmendingOperation, Instruction

__all__ = ["Amended", "AmendingOperation", "Instruction", "amend", "read_instructions"]
