"""Whether two wordings differ in style alone, by the words that the law of the texts lists."""

from __future__ import annotations

from functools import cache, lru_cache

from yange.law import Law

__all__ = ["POINTS", "same_but_style"]

POINTS = frozenset("。,、;:\"'")
"""Punctuation that may change, or go, without a word changing; including quotes around a defined term."""
_WITHOUT_POINTS = dict.fromkeys(map(ord, POINTS))
_LIST = "、"

_Pairs = tuple[tuple[str, str], ...]


@cache
def _exchanged(law: Law) -> _Pairs:
    return tuple(pair for grammar in law for pair in grammar.style.exchanged)


@cache
def _under(law: Law) -> _Pairs:
    return tuple(pair for grammar in law for pair in grammar.style.under)


@cache
def _joining(law: Law) -> frozenset[str]:
    return frozenset[str]().union(*(grammar.style.joining for grammar in law))


@lru_cache(maxsize=4096)
def _plain(key: str, law: Law) -> str:
    return _replaced(key, _exchanged(law)).translate(_WITHOUT_POINTS)


@lru_cache(maxsize=4096)
def same_but_style(old: str, new: str, law: Law) -> bool:
    """Return whether two pieces of key text differ in style alone: 应→应当, 、→和, a comma more."""
    if old == new or {old, new} <= POINTS:
        return True
    if (old == _LIST and new in _joining(law)) or (new == _LIST and old in _joining(law)):
        return True
    if (set(old) <= POINTS) is not (set(new) <= POINTS) and old and new:
        return False  # a word in the place of a stop
    if _plain(old, law) == _plain(new, law):
        return True
    under = _under(law)
    return _plain(_replaced(old, under), law) == _plain(_replaced(new, under), law)


def _replaced(key: str, pairs: _Pairs) -> str:
    for one, other in pairs:
        key = key.replace(one, other)
    return key
