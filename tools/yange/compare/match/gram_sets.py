"""The grams of match keys as sets of whole numbers, and which of some texts contain which.

A gram is a string once, when a key is read; all that is done with it afterwards (counted, weighed, sought in other
texts) is done with its number. Sets of small numbers are several times faster than sets of strings, because nothing has
to be looked up to compare two of them.
"""

from __future__ import annotations

import re
import threading
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import chain, count
from operator import add

from yange.compare.weights import WEIGHTS

__all__ = ["GramIndex", "Grams", "grams_now", "symbols"]

_SYMBOL = re.compile(r"[0-9]+(?:\.[0-9]+)?|[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+|[^\W_]")
_MOST_GRAMS = 400_000
"""Numbered grams after which numbering begins anew, so that a process that compares a whole archive does not grow."""


class GramIndex(dict[int, int]):
    """Which of some texts contain each gram, as a whole number: bit n is set where the n-th does.

    Many grams are in exactly the same texts; as one number those texts are looked up once.
    """

    def __init__(self, keys: Collection[frozenset[int]]) -> None:
        found: dict[int, int] = {}
        for at, own in enumerate(keys):
            bit = 1 << at
            fresh = own.difference(found)
            for gram in own - fresh:
                found[gram] |= bit
            found.update(dict.fromkeys(fresh, bit))
        super().__init__(found)
        self.size = len(keys)
        """How many texts there are."""
        self._bits: dict[int, Sequence[int]] = {}

    @cached_property
    def common(self) -> Set[int]:
        """The grams that too many of the texts contain to find candidates."""
        most = WEIGHTS.likeness.common
        return frozenset() if self.size <= most else {gram for gram, mask in self.items() if mask.bit_count() > most}

    def of(self, mask: int) -> Sequence[int]:
        """Return the places whose bits are set."""
        bits = self._bits.get(mask)
        if bits is None:
            bits = self._bits[mask] = _set_bits(mask)
        return bits


def _set_bits(mask: int) -> Sequence[int]:
    if mask.bit_count() == 1:
        return (mask.bit_length() - 1,)
    if mask.bit_count() > mask.bit_length() / 8:
        return [at for at, bit in enumerate(bin(mask)[:1:-1]) if bit == "1"]
    bits = []
    while mask:
        bits.append(mask.bit_length() - 1)
        mask ^= 1 << bits[-1]
    return bits[::-1]


class Grams:
    """Numbers grams. Sets of one instance may be compared with each other, and with those of no other."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._spelt: list[str] = []
        self.of = lru_cache(maxsize=16384)(self._of)
        """Return the grams of a match key: 2- and 3-grams of symbols, where a Latin word or a number is one symbol.

        A Latin word also counts by itself: English clauses share few runs of three words.
        """
        # few and large: a text is compared with several others
        self.counted = lru_cache(maxsize=24)(self._counted)
        """Return how many of some keys contain each gram."""
        self.index = lru_cache(maxsize=24)(self._index)
        """Return which of some keys contain each gram."""

    def __len__(self) -> int:
        return len(self._numbers)

    def _of(self, key: str) -> frozenset[int]:
        signs, number = symbols(key), self._numbers.__getitem__
        heads = [sign + "\x1f" for sign in signs]
        pairs = list(map(add, heads, signs[1:]))
        found = {number(sign) for sign in set(signs) if len(sign) > 1 and sign[0].isalpha()}
        found.update(map(number, pairs), map(number, map(add, heads, pairs[1:])))
        return frozenset(found or map(number, signs))

    def spelt(self, gram: int) -> str:
        """Return a gram as a string: its symbols with a separator between them."""
        if gram >= len(self._spelt):
            self._spelt = list(self._numbers)  # numbers are given in order
        return self._spelt[gram]

    def _counted(self, keys: tuple[str, ...]) -> Mapping[int, int]:
        return Counter(chain.from_iterable(map(self.of, keys)))

    def _index(self, keys: tuple[str, ...]) -> GramIndex:
        return GramIndex([self.of(key) for key in keys])


_OF_THREAD = threading.local()


def grams_now() -> Grams:
    """Return what numbers grams in this thread; texts compared one after another share it."""
    known: Grams | None = getattr(_OF_THREAD, "grams", None)
    if known is None or len(known) > _MOST_GRAMS:
        known = _OF_THREAD.grams = Grams()
    return known


def symbols(key: str) -> list[str]:
    """Return the symbols of a match key, in small letters and in order."""
    if key.isascii():
        return _SYMBOL.findall(key.lower())
    signs = _SYMBOL.findall(key)
    return signs if key == key.lower() else [sign.lower() for sign in signs]
