"""Items and sentences of two clauses are aligned first, so that an item that came moves no word of its neighbours.

(a) x; and (b) y → (a) x; (b) y; and (c) z is one item more. The fewest words that differ would be another reading: y
inserted before "and", and y replaced by z. Only languages with blanks between words are read in this way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from yange.compare.text.atoms import AtomKind
from yange.compare.text.chains import heaviest_chain
from yange.compare.text.dictionary import function_words
from yange.compare.text.tokens import Token
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["aligned_items"]

_ENDS = frozenset(".;。?!")
_MOST = 12  # words in more items than this show little about which items match, and would be many pairs

Part = tuple[int, int, int, int]
"""Half-open places of tokens that are compared with one another: in the old clause, in the new one."""


def aligned_items(old: Sequence[Token], new: Sequence[Token], law: Law) -> list[Part]:
    """Return the parts of two clauses whose words are compared with one another, in order; they tile both."""
    starts = _starts(old), _starts(new)
    if min(map(len, starts)) == 0 or max(map(len, starts)) < 2:
        return [(0, len(old), 0, len(new))]
    ends = [*starts[0][1:], len(old)], [*starts[1][1:], len(new)]
    items = _Items(_words(old, starts[0], ends[0], law), _words(new, starts[1], ends[1], law))
    return [
        (
            starts[0][a] if a < len(starts[0]) else len(old),
            ends[0][b - 1] if b > a else starts[0][a] if a < len(starts[0]) else len(old),
            starts[1][c] if c < len(starts[1]) else len(new),
            ends[1][d - 1] if d > c else starts[1][c] if c < len(starts[1]) else len(new),
        )
        for a, b, c, d in items.aligned()
    ]


def _starts(tokens: Sequence[Token]) -> list[int]:
    """Return where items and sentences begin: at a label, and after a stop that no "and" with a label follows."""
    labels = [token.atom is AtomKind.LABEL for token in tokens]
    found = []
    for at in range(len(tokens)):
        after_stop = at and tokens[at - 1].text in _ENDS and not (at + 1 < len(tokens) and labels[at + 1])
        if at == 0 or labels[at] or (after_stop and not labels[at - 1]):
            found.append(at)
    return found


def _words(tokens: Sequence[Token], starts: Sequence[int], ends: Sequence[int], law: Law) -> list[frozenset[str]]:
    few = function_words(law)
    items = (
        {token.text for token in tokens[a:b] if token.atom is not AtomKind.LABEL}
        for a, b in zip(starts, ends, strict=True)
    )
    return [frozenset(text for text in item if text[-1].isalnum() and text.lower() not in few) for item in items]


class _Items:
    """The items of two clauses, each as its words, and how much they share; rare words count most."""

    def __init__(self, old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> None:
        self._old, self._new = old, new
        counts = Counter(word for item in (*old, *new) for word in item)
        self._weight = {word: 1 / count for word, count in counts.items()}

    def _sum(self, words: frozenset[str]) -> float:
        return sum(self._weight[word] for word in words)

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        both = self._sum(one) + self._sum(other)
        return 2 * self._sum(one & other) / both if both else 0.0

    def _pairs(self) -> Iterator[tuple[int, int, float]]:
        """Yield the pairs that share enough, among those with a word in common that not many items have."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, item in enumerate(self._new):
            for word in item:
                places[word].append(at)
        sums = [self._sum(item) for item in self._new]
        for a, item in enumerate(self._old):
            shared: defaultdict[int, float] = defaultdict(float)
            common = 0.0
            for word in item:
                if len(found := places.get(word, ())) > _MOST:
                    common += self._weight[word]
                else:
                    for b in found:
                        shared[b] += self._weight[word]
            own = self._sum(item)
            for b in sorted(shared):
                # no more than this can be shared, whichever of the common words the other has
                if 2 * (shared[b] + common) >= WEIGHTS.reading.item * (own + sums[b]):
                    alike = self._alike(item, self._new[b])
                    if alike >= WEIGHTS.reading.item:
                        yield a, b, alike

    def aligned(self) -> list[Part]:
        """Return the items that are compared with one another, by half-open numbers of items."""
        blocks: list[list[int]] = []
        a = c = 0
        for b, d, _ in (*heaviest_chain(list(self._pairs())), (len(self._old), len(self._new), 0.0)):
            if b > a or d > c:
                blocks.append([a, b, c, d])
            if b < len(self._old):
                blocks.append([b, b + 1, d, d + 1])
            a, c = b + 1, d + 1
        for at, block in enumerate(blocks):
            if block[0] == block[1] or block[2] == block[3]:
                self._shared(blocks, at)
        return [(a, b, c, d) for a, b, c, d in blocks if a < b or c < d]

    def _shared(self, blocks: list[list[int]], at: int) -> None:
        """Let a neighbour have the items that only one side has, as far as it is then more alike: it was divided."""
        block = blocks[at]
        low, high = (0, 1) if block[0] < block[1] else (2, 3)
        while at and block[low] < block[high] and self._gains(blocks[at - 1], high, 1):
            blocks[at - 1][high] += 1
            block[low] += 1
        while at + 1 < len(blocks) and block[low] < block[high] and self._gains(blocks[at + 1], low, -1):
            blocks[at + 1][low] -= 1
            block[high] -= 1

    def _gains(self, block: Sequence[int], place: int, step: int) -> bool:
        more = [*block]
        more[place] += step
        return self._likeness(more) > self._likeness(block)

    def _likeness(self, block: Sequence[int]) -> float:
        a, b, c, d = block
        return self._alike(frozenset().union(*self._old[a:b]), frozenset().union(*self._new[c:d]))
