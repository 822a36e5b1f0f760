"""Match keys of traditional texts, character by character in simplified ones: offsets stay, and the patterns of
:mod:`yange.law.zh_hans` read them.
"""

from __future__ import annotations

from functools import lru_cache

from yange.law.zh_hant.folding import FOLD

__all__ = ["simplified"]


@lru_cache(maxsize=4096)
def simplified(key: str) -> str:
    """Return a key with each traditional character as its simplified one."""
    return key.translate(FOLD)
