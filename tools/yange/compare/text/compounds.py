"""Which words form one name in two texts: 建设 + 单位 is a name there, though no dictionary has it.

建设单位 → 项目单位 is one replacement of one name by another; cut by the dictionary alone it would read 建设 → 项目
with a 单位 that stayed. Pairs of words that these texts regularly use together are therefore changed together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from yange.compare.text.tokens import Token
from yange.compare.weights import WEIGHTS

__all__ = ["NO_COMPOUNDS", "Compounds"]


class Compounds:
    """Counts the pairs of neighbouring words in one side's token sequences, when first asked.

    Most comparisons never ask; then only what changed is cut into words.
    """

    def __init__(self, sequences: Iterable[Sequence[Token]] = ()) -> None:
        self._sequences = sequences
        self._counted = False
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._words: Counter[str] = Counter()

    def _count(self) -> None:
        self._counted = True
        for tokens in self._sequences:
            texts = [token.text for token in tokens]
            self._words.update(texts)
            self._pairs.update(pairwise(texts))

    def together(self, one: Token, other: Token) -> bool:
        """Return whether two neighbouring words make one name in these texts."""
        if not self._counted:
            self._count()
        count = self._pairs[one.text, other.text]
        rarer = min(self._words[one.text], self._words[other.text])
        return count >= WEIGHTS.runs.often and count >= WEIGHTS.runs.cohesion * rarer


NO_COMPOUNDS = Compounds()
