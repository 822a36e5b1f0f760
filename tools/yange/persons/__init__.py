"""Private persons in letters: where they are named or can be reached, and the letter without them (design §4).

A site takes its whole library through :func:`withheld` before anything is made of it, so no writer has a rule of its
own and none can forget one.
"""

from yange.persons.letters import found_in, leaves_out, names_askers, withheld
from yange.persons.mentions import Mention, is_answer, known_names, mentions
from yange.persons.withheld_marks import MARKS, marked

__all__ = [
    "MARKS",
    "Mention",
    "found_in",
    "is_answer",
    "known_names",
    "leaves_out",
    "marked",
    "mentions",
    "names_askers",
    "withheld",
]
