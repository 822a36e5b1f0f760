"""Words that drafters exchange without changing a rule: the one list, in full.

Only what nobody would argue about stands here: not 负责任 → 承担责任, and not 必须 → 应当, though the drafting rules of
the national legislature (立法技术规范（试行）（一）, 2009) take these two for one.
可以/应当, 或者/并且, 以上/超过 are never here, nor is anything with 不得, 免于 or 无需 on one side only.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["EXCHANGED", "POINTS", "same_but_style"]

POINTS = frozenset("。,、;:\"'")
"""Punctuation that may change, or go, without a word changing; quotes around a defined term among it."""

EXCHANGED = (
    ("应当", "应"),
    ("应该", "应"),
    ("可以", "可"),
    ("或者", "或"),
    ("以及", "及"),
    ("和", "及"),
    ("与", "及"),
    ("但是", "但"),
    ("如果", "如"),
    ("若", "如"),
    ("需要", "需"),
    ("无须", "无需"),
    ("按照", "按"),
    ("依照", "依"),
    ("依据", "依"),
    ("根据", "依"),
    ("对于", "对"),
    ("由于", "因"),
    ("予以", "予"),
    ("其它", "其他"),
    ("以内", "内"),
    ("为了", "为"),
    ("帐", "账"),
    ("作出", "做出"),
    ("的", ""),
)
"""Pairs of words that are one in style."""
_UNDER = ("按照", "依照", "依据", "根据")
_AND = frozenset({"和", "与", "及", "以及"})


@lru_cache(maxsize=4096)
def _plain(key: str) -> str:
    for long, short in EXCHANGED:
        key = key.replace(long, short)
    return "".join(sign for sign in key if sign not in POINTS)


@lru_cache(maxsize=4096)
def same_but_style(old: str, new: str) -> bool:
    """Tell whether two pieces of key text differ in style alone: 应→应当, 、→和, a comma more."""
    if old == new or {old, new} <= POINTS:
        return True
    if (old == "、" and new in _AND) or (new == "、" and old in _AND):
        return True
    if (set(old) <= POINTS) is not (set(new) <= POINTS) and old and new:
        return False  # a word in the place of a stop
    return _plain(old) == _plain(new) or _plain(_under(old)) == _plain(_under(new))


def _under(key: str) -> str:
    """Return a key with one word for all that drafters write for acting under a rule."""
    for word in _UNDER:
        key = key.replace(word, "依")
    return key
