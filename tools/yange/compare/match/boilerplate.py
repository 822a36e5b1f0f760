"""Clauses and phrases that every text has in much the same words: they do not show which text became which.

The packs of the law list them (:mod:`yange.law.aspects.boilerplate`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from yange.compare.text.dictionary import readers
from yange.law import Law
from yange.law.aspects.boilerplate import StandingClause

__all__ = ["StandingClause", "is_catch_all", "is_formula", "standing", "without_formulas"]

_WORDS = re.compile(r"\w{2}")


@cache
def _liability(law: Law) -> re.Pattern[str] | None:
    return _any_of(form for grammar in law for form in grammar.boilerplate.liability)


@cache
def _phrases(law: Law) -> re.Pattern[str] | None:
    return _any_of(form for grammar in law for form in grammar.boilerplate.phrases)


def _any_of(forms: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of some forms; ``None`` if there are none, because to seek nothing in a text takes time too."""
    whole = "|".join(forms)
    return re.compile(whole) if whole else None


@lru_cache(maxsize=8192)
def standing(key: str, law: Law) -> frozenset[StandingClause]:
    """Return the kinds of clauses that a text has once to which a match key conforms, such as its commencement."""
    forms = (row for grammar in readers(law, key) for row in grammar.boilerplate.standing)
    return frozenset(which for which, form in forms if form.search(key))


@lru_cache(maxsize=8192)
def is_catch_all(key: str, law: Law) -> bool:
    """Return whether a match key only reserves civil, public-order and criminal liability."""
    liability = _liability(readers(law, key))
    return liability is not None and liability.search(key) is not None


@lru_cache(maxsize=8192)
def _bare(key: str, law: Law) -> str:
    """Return a match key without the phrases of drafting; empty where it is nothing else."""
    phrases = _phrases(readers(law, key))
    bare = phrases.sub("", key) if phrases else key
    return bare if _WORDS.search(bare) else ""


def without_formulas(key: str, law: Law) -> str:
    """Return a match key without the phrases of drafting; a key that is nothing else stays as it is."""
    return _bare(key, law) or key


def is_formula(key: str, law: Law) -> bool:
    """Return whether a match key contains nothing but phrases of drafting."""
    return not _bare(key, law)
