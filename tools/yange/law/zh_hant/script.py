"""The script of this pack: patterns of :mod:`yange.law.zh_hans` in traditional characters.

An aspect of the simplified pack that differs only in characters is converted with :func:`as_written`; only other words
are in this pack.
"""

from __future__ import annotations

from yange.law.han import in_traditional

__all__ = ["as_written"]


def as_written(pattern: str) -> str:
    """Return a pattern of the simplified pack in traditional characters."""
    return in_traditional(pattern)
