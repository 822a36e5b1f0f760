"""Measure the share of a text that is written in one script, by which packs recognise their texts."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["SAMPLE", "share_of_words"]

SAMPLE = 4_000
"""Characters. The beginning of a text shows its language."""

_WORDS = re.compile("[\u3400-\u9fff]|[^\\W\\d_\u3400-\u9fff]+")
"""A Han character counts as one word: a translation into English has about as many words as its original."""


def share_of_words(text: str, words: re.Pattern[str]) -> float:
    """Return the share of words at the beginning of a text that the pattern matches."""
    return _share(text[:SAMPLE], words)


@lru_cache(maxsize=32)
def _share(sample: str, words: re.Pattern[str]) -> float:
    return len(words.findall(sample)) / max(1, _count(sample))


@lru_cache(maxsize=32)
def _count(sample: str) -> int:
    return len(_WORDS.findall(sample))
