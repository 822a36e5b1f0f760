"""The dictionary: rjieba, the jieba dictionary in compiled form (the one module that knows it).

Its guessing of words that stand in no dictionary is switched off, because a guess depends on the neighbours and the
same words would then be cut differently in two texts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

__all__ = ["is_word", "part_of_speech", "words"]

_TAKEN_APART = {
    "内向": ("内", "向"),
    "中华人民共和国国务院": ("中华人民共和国", "国务院"),
}
"""Words of the dictionary that a rule has only by chance (三十日内向…申请), or as two names."""


def words(text: str) -> list[str]:
    """Return the dictionary words and single signs that make up ``text``, in order; joined they are ``text``."""
    found: list[str] = _dictionary().cut(text, False) if text else []
    return [part for word in found for part in _TAKEN_APART.get(word, (word,))]


@lru_cache(maxsize=4096)
def is_word(text: str) -> bool:
    """Tell whether the dictionary has this word."""
    return bool(_dictionary().has_word(text))


@lru_cache(maxsize=4096)
def part_of_speech(text: str) -> str:
    """Return what kind of word this is by the dictionary's tags (``nr``: a person's name); ``""`` for none it has."""
    if not _dictionary().has_word(text):
        return ""
    tagged: list[tuple[str, str]] = _dictionary().tag(text, False)
    return tagged[0][1] if len(tagged) == 1 else ""


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    # it is read as it is imported, and a build that finds its comparisons kept needs none
    import rjieba

    return rjieba
