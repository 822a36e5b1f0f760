"""Find private persons in letters, by name, number or address, and withhold them.

A site passes its whole library through :func:`withheld` first, so that no page or file needs a rule of its own.
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
