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
_OPENING = 5  # words at the beginning of an item by which it may be known

Part = tuple[int, int, int, int]
"""Half-open places of tokens that are compared with one another: in the old clause, in the new one."""


def aligned_items(old: Sequence[Token], new: Sequence[Token], law: Law) -> list[Part]:
    """Return the parts of two clauses whose words are compared with one another, in order; they tile both."""
    starts = _starts(old), _starts(new)
    if min(map(len, starts)) == 0 or max(map(len, starts)) < 2:
        return [(0, len(old), 0, len(new))]
    ends = [*starts[0][1:], len(old)], [*starts[1][1:], len(new)]
    items = _Items(_words(old, starts[0], ends[0], law), _words(new, starts[1], ends[1], law))
    items.openings = _openings(old, starts[0]), _openings(new, starts[1])
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


def _openings(tokens: Sequence[Token], starts: Sequence[int]) -> list[tuple[str, ...]]:
    """Return the first words of each item behind its label."""
    behind = (at + (tokens[at].atom is AtomKind.LABEL) for at in starts)
    return [tuple([token.text for token in tokens[at : at + _OPENING]]) for at in behind]


def _words(tokens: Sequence[Token], starts: Sequence[int], ends: Sequence[int], law: Law) -> list[frozenset[str]]:
    few = function_words(law)
    items = (
        {token.text for token in tokens[a:b] if token.atom is not AtomKind.LABEL}
        for a, b in zip(starts, ends, strict=True)
    )
    return [frozenset(text for text in item if text[-1].isalnum() and text.lower() not in few) for item in items]


def _tiled(pairs: Sequence[tuple[int, int, float]], whole: Part) -> Iterator[Part]:
    """Yield the pairs of the heaviest chain, and what is between them."""
    a, last_old, c, last_new = whole
    for b, d, _ in (*heaviest_chain(pairs), (last_old, last_new, 0.0)):
        if b > a or d > c:
            yield a, b, c, d
        if b < last_old:
            yield b, b + 1, d, d + 1
        a, c = b + 1, d + 1


def _apart(block: Part) -> Sequence[Part]:
    """Divide several items of which none is like one of the other side: one by one, or into an old and a new block."""
    a, b, c, d = block
    if b - a == d - c:
        return [(a + at, a + at + 1, c + at, c + at + 1) for at in range(b - a)]
    return ((a, b, c, c), (b, b, c, d)) if b - a + d - c > 2 and a < b and c < d else (block,)


class _Items:
    """The items of two clauses, each as its words, and how much they share; rare words count most."""

    def __init__(self, old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> None:
        self._old, self._new = old, new
        counts = Counter(word for item in (*old, *new) for word in item)
        self._weight = {word: 1 / count for word, count in counts.items()}
        self.openings: tuple[Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]] = (), ()

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
                if 2 * (shared[b] + common) >= WEIGHTS.reading.unlike * (own + sums[b]):
                    alike = self._alike(item, self._new[b])
                    if alike >= WEIGHTS.reading.unlike:
                        yield a, b, alike

    def aligned(self) -> list[Part]:
        """Return the items that are compared with one another, by half-open numbers of items."""
        pairs = list(self._pairs())
        sure = [pair for pair in pairs if pair[2] >= WEIGHTS.reading.item]
        blocks: list[list[int]] = []
        for block in _tiled(sure, (0, len(self._old), 0, len(self._new))):
            a, b, c, d = block
            divided = min(b - a, d - c) == 1 and self._likeness(block) >= WEIGHTS.reading.unlike
            if b - a + d - c > 2 and a < b and c < d and not divided:
                likely = [pair for pair in pairs if a <= pair[0] < b and c <= pair[1] < d]
                likely += self._opened_alike(block)
                blocks += [[*part] for inner in _tiled(likely, block) for part in _apart(inner)]
            else:
                blocks.append(list(block))
        for at, one in enumerate(blocks):
            if one[0] == one[1] or one[2] == one[3]:
                self._shared(blocks, at)
        return [(a, b, c, d) for a, b, c, d in blocks if a < b or c < d]

    def _opened_alike(self, block: Part) -> Iterator[tuple[int, int, float]]:
        """Yield the items of a block that begin with the same words, if no others of it do."""
        if not self.openings[0]:
            return
        a, b, c, d = block
        sides = self.openings[0][a:b], self.openings[1][c:d]
        counts = Counter(sides[0]), Counter(sides[1])
        for at, opening in enumerate(sides[0]):
            if len(opening) == _OPENING and counts[0][opening] == counts[1][opening] == 1:
                yield a + at, c + sides[1].index(opening), WEIGHTS.reading.item

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
        if block[0] == block[1] or block[2] == block[3]:
            return False  # one more item of the other side: nothing that this one became
        more = [*block]
        more[place] += step
        return self._likeness(more) > self._likeness(block)

    def _likeness(self, block: Sequence[int]) -> float:
        a, b, c, d = block
        return self._alike(frozenset().union(*self._old[a:b]), frozenset().union(*self._new[c:d]))
