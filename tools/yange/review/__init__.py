"""Review of a proposed change: what it is, what it breaks, and what it changes in published results.

:func:`read_state` reads one state of the project, :func:`review` compares two.
"""

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
    "PolicyChange",
    "ProjectSnapshot",
    "ProposedEntry",
    "Review",
    "ReviewKind",
    "Twin",
    "VersionChange",
    "blocks",
    "read_state",
    "review",
]
