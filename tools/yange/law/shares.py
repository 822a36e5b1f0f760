"""How much of a text is written in one script: what packs find their texts by."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["SAMPLE", "share_of_words"]

SAMPLE = 4_000
"""Characters. The beginning of a text shows its language."""

_WORDS = re.compile("[\u3400-\u9fff]|[^\\W\\d_\u3400-\u9fff]+")
"""A Han character says about as much as a word: a translation into English is not longer than its original."""


def share_of_words(text: str, words: re.Pattern[str]) -> float:
    """Return the share of the words in the beginning of a text that are matched."""
    return _share(text[:SAMPLE], words)


@lru_cache(maxsize=32)
def _share(sample: str, words: re.Pattern[str]) -> float:
    return len(words.findall(sample)) / max(1, _count(sample))


@lru_cache(maxsize=32)
def _count(sample: str) -> int:
    return len(_WORDS.findall(sample))
