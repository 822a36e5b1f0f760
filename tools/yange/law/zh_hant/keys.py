"""Convert match keys of traditional texts into simplified characters.

Each character is replaced by one character, so that offsets do not change and the patterns of
:mod:`yange.law.zh_hans` read the keys.
"""

from __future__ import annotations

from functools import lru_cache

from yange.law.zh_hant.folding import FOLD

__all__ = ["simplified"]


@lru_cache(maxsize=4096)
def simplified(key: str) -> str:
    """Return a key with each traditional character as its simplified one."""
    return key.translate(FOLD)
