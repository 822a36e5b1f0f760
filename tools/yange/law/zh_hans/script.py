"""The script of this pack's patterns, which a pack of another script converts into its own.

The aspects of :mod:`yange.law.zh_hans` take a function from pattern to pattern, so that :mod:`yange.law.zh_hant` holds
only what differs.
"""

from __future__ import annotations

__all__ = ["as_written"]


def as_written(pattern: str) -> str:
    """Return a pattern unchanged, in simplified characters."""
    return pattern
