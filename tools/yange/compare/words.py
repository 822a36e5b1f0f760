"""The dictionary: rjieba, the jieba dictionary in compiled form (the one module that knows it).

Its guessing of words that stand in no dictionary is switched off, because a guess depends on the neighbours and the
same words would then be cut differently in two texts.
"""

from __future__ import annotations

from functools import lru_cache

import rjieba

__all__ = ["is_word", "words"]


def words(text: str) -> list[str]:
    """Return the dictionary words and single signs that make up ``text``, in order; joined they are ``text``."""
    return list(rjieba.cut(text, False)) if text else []


@lru_cache(maxsize=4096)
def is_word(text: str) -> bool:
    """Tell whether the dictionary has this word."""
    return bool(rjieba.has_word(text))
