"""The script of this pack: patterns of :mod:`yange.law.zh_hans` in traditional characters.

An aspect of the simplified pack that is the same but for the characters is taken over with :func:`as_written`; only
what differs in words is written here.
"""

from __future__ import annotations

from yange.law.han import in_traditional

__all__ = ["as_written"]


def as_written(pattern: str) -> str:
    """Return a pattern of the simplified pack in traditional characters."""
    return in_traditional(pattern)
