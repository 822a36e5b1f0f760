"""The script in which the patterns of this pack are written: a pack of another script turns each pattern into its own.

The aspects of :mod:`yange.law.zh_hans` take a function from pattern to pattern, so that :mod:`yange.law.zh_hant` holds
only what differs.
"""

from __future__ import annotations

__all__ = ["as_written"]


def as_written(pattern: str) -> str:
    """Return a pattern as it is, in simplified characters."""
    return pattern
