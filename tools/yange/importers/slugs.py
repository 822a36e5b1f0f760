"""Addresses in ASCII: pinyin by pypinyin, which knows the readings of words (重庆 chongqing, 重点 zhongdian)."""

from __future__ import annotations

import re

from pypinyin import lazy_pinyin

LONGEST = 60
_WORD = re.compile(r"[a-z0-9]+")


def slug(title: str, longest: int = LONGEST) -> str:
    """Return the pinyin of ``title`` as ASCII words joined by hyphens, cut at a whole syllable.

    A title without any letter or sign that can be read gives ``text``.
    """
    words = [word for part in lazy_pinyin(title, errors=_ascii_only) for word in _WORD.findall(part.lower())]
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > longest:
            break
        kept.append(word)
    return "-".join(kept) or "text"


def joined(name: str) -> str:
    """Return the pinyin of a name of a place in one word: 深圳 shenzhen."""
    return "".join(slug(name).split("-"))


def _ascii_only(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
