"""What two texts are read with: the law of both, and the terms that they define for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from yange.compare.text.dictionary import readers
from yange.law import Law, law_named
from yange.model import Provisions

__all__ = ["Vocabulary", "law_of_both", "vocabulary_of"]

_FEW_TERMS = 60  # more are looked up by their length: a pattern tries them one after the other at every place


class Vocabulary:
    """The law of two texts and the terms they define, longest first.

    Its hash is computed once: every clause is cut with the same vocabulary, and a text may define thousands of terms.
    """

    __slots__ = ("_hash", "law", "terms")

    def __init__(self, law: Law, terms: tuple[str, ...] = ()) -> None:
        self.law = law
        self.terms = terms
        self._hash = hash((law, terms))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        """Return whether both read every key in the same way."""
        if self is other:
            return True
        if not isinstance(other, Vocabulary) or self._hash != other._hash:
            return False
        return (self.law, self.terms) == (other.law, other.terms)

    def terms_in(self, key: str) -> Iterator[tuple[int, int]]:
        """Yield the places of defined terms in a match key, the longest where several begin at one place."""
        if not self.terms:
            return
        if len(self.terms) <= _FEW_TERMS:
            yield from (match.span() for match in _pattern(self.terms).finditer(key))
            return
        known, sizes = _by_size(self)
        at = 0
        while at < len(key):
            size = next((size for size in sizes if at + size <= len(key) and key[at : at + size] in known), 0)
            if size:
                yield at, at + size
            at += size or 1


def vocabulary_of(law: Law, *keys: str) -> Vocabulary:
    """Return the vocabulary of texts, given as match keys: their law and what they define (以下简称…, 所称…是指)."""
    found = {term for key in keys for term in _defined(law, key)}
    return Vocabulary(law, tuple(sorted(found, key=lambda term: (-len(term), term))))


def law_of_both(old: Provisions, new: Provisions) -> Law:
    """Return the law of a comparison: the packs that read the old text, then those that read only the new one."""
    return tuple(dict.fromkeys((*law_named(old.language), *law_named(new.language))))


@lru_cache(maxsize=4096)
def _defined(law: Law, key: str) -> tuple[str, ...]:
    forms = (form for grammar in readers(law, key) for form in grammar.words.definitions)
    return tuple(match[1] for form in forms for match in form.finditer(key))


@lru_cache(maxsize=8)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(term) for term in terms))


@lru_cache(maxsize=8)
def _by_size(vocabulary: Vocabulary) -> tuple[Set[str], Sequence[int]]:
    return frozenset(vocabulary.terms), sorted({len(term) for term in vocabulary.terms}, reverse=True)
