"""What is printed with a text and is none of its clauses: cover notices and captions. No page counts it as a change."""

from __future__ import annotations

__all__ = ["is_apart"]

_APART = ("cover", "caption")


def is_apart(path: str) -> bool:
    """Return whether the path of a clause is that of a cover notice or a caption, or of a part of one."""
    return path.startswith(_APART)
