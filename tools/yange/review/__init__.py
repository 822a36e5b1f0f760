"""Review of a proposed change: what it is, what it breaks, and what it makes of what is published.

:func:`read_state` reads one state of the project, :func:`review` holds two against each other.
"""

from yange.review.report import Kind, PolicyChange, ProposedEntry, Review, Twin, ValueChange, VersionChange, blocks
from yange.review.reviewing import review
from yange.review.states import State, read_state

__all__ = [
    "Kind",
    "PolicyChange",
    "ProposedEntry",
    "Review",
    "State",
    "Twin",
    "ValueChange",
    "VersionChange",
    "blocks",
    "read_state",
    "review",
]
