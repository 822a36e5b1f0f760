"""Review of a proposed change: what it is, what it breaks, and what it changes in published results.

:func:`read_state` reads one state of the project, :func:`review` compares two,
:func:`left_out` returns what need not be read for it.
"""

from yange.review.narrowing import PartTree, left_out
from yange.review.report import (
    FieldChange,
    PolicyChange,
    ProposedEntry,
    Review,
    ReviewKind,
    Twin,
    VersionChange,
    blocks,
)
from yange.review.review import review
from yange.review.states import ProjectSnapshot, read_state

__all__ = [
    "FieldChange",
    "PartTree",
    "PolicyChange",
    "ProjectSnapshot",
    "ProposedEntry",
    "Review",
    "ReviewKind",
    "Twin",
    "VersionChange",
    "blocks",
    "left_out",
    "read_state",
    "review",
]
