"""Check whether the recorded corrections turn the old text into the new one: every changed character must be recorded.

The two texts are read side by side, white space apart: equal words are skipped, and for each difference an entry must
quote the words around that position on both sides. Entries may be left over, changed words may not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

__all__ = ["Replacement", "accounted", "composed", "replacement"]

_MOST_STEPS = 200_000
"""Most positions that are tried, because strangers write texts and entries. Beyond, nothing counts as recorded."""
_MOST_COMPOSED = 200


@dataclass(frozen=True, slots=True)
class Replacement:
    """Replaced words: ``was`` in the old text, ``now`` in the new one; one of them may be empty.

    ``left`` and ``right`` count the characters at both ends that the two share: context, not change. ``begin`` and
    ``end`` limit the position of the change in the new text. ``nth`` is the same for replacements of one origin;
    ``cost`` is 0 for recorded ones and 1 for assumed ones.
    """

    was: str
    now: str
    left: int
    right: int
    begin: int
    end: int
    nth: int
    cost: int = 0


def replacement(was: str, now: str, within: tuple[int, int], nth: int, cost: int = 0) -> Replacement:
    """Return a replacement from two quotations without white space; equal ends are context."""
    least = min(len(was), len(now))
    left = next((i for i in range(least) if was[i] != now[i]), least)
    right = next((i for i in range(least - left) if was[-1 - i] != now[-1 - i]), least - left)
    return Replacement(was, now, left, right, *within, nth, cost)


def composed(entries: Sequence[Replacement]) -> list[Replacement]:
    """Add the results of several entries in a row: a correction that a later entry corrected again."""
    found = list(entries)
    for nth, later in enumerate(entries):
        for first in [one for one in found if one.nth < nth]:
            if len(found) >= _MOST_COMPOSED or not later.was or not first.now:
                continue
            if later.was in first.now:
                pair = first.was, first.now.replace(later.was, later.now)
            elif first.now in later.was:
                pair = later.was.replace(first.now, first.was), later.now
            else:
                continue
            found.append(replacement(*pair, (later.begin, later.end), nth))
    return found


@dataclass
class _Search:
    """The two texts, and where each replacement may begin in them."""

    old: str
    new: str
    made: Sequence[Replacement]
    at_old: list[tuple[int, int]] = field(default_factory=list)
    at_new: list[tuple[int, int]] = field(default_factory=list)
    steps: int = 0

    def __post_init__(self) -> None:
        for index, one in enumerate(self.made):
            if one.was:
                self.at_old.extend((at + one.left, index) for at in self._places(self.old, one.was))
            elif one.now:
                self.at_new.extend((at, index) for at in self._places(self.new, one.now))
        self.at_old.sort()
        self.at_new.sort()

    def _places(self, text: str, words: str) -> Iterator[int]:
        at = text.find(words)
        while at >= 0 and self.steps < _MOST_STEPS:
            self.steps += 1
            yield at
            at = text.find(words, at + 1)

    def onward(self, i: int, j: int) -> Iterator[tuple[int, int, int]]:
        """Yield the positions to which one replacement leads from a position; ``-1`` means the end."""
        run = _shared(self.old, self.new, i, j)
        if i + run == len(self.old) and j + run == len(self.new):
            yield len(self.old), len(self.new), -1
        for places, start in ((self.at_old, i), (self.at_new, j)):
            for n in range(bisect_left(places, (start, 0)), len(places)):
                at, index = places[n]
                self.steps += 1
                if at > start + run or self.steps > _MOST_STEPS:
                    break
                a, b = i + at - start, j + at - start
                if self._fits(self.made[index], a, b):
                    one = self.made[index]
                    came, went = len(one.now) - one.left - one.right, len(one.was) - one.left - one.right
                    yield a + went, b + came, index

    def _fits(self, one: Replacement, a: int, b: int) -> bool:
        a, b = a - one.left, b - one.left
        return (
            a >= 0
            and b >= 0
            and self.old.startswith(one.was, a)
            and self.new.startswith(one.now, b)
            and one.begin <= b + one.left
            and b + len(one.now) - one.right <= one.end
        )


def accounted(old: str, new: str, made: Sequence[Replacement]) -> tuple[Replacement, ...] | None:
    """Return the cheapest replacements that turn ``old`` into ``new``; ``None`` if there are none.

    Both texts are without white space. An entry without ``was`` inserts its words once.
    """
    search = _Search(old, new, made)
    waiting: deque[tuple[int, int, int, tuple[int, ...]]] = deque([(0, 0, 0, ())])
    cheapest = {(0, 0): 0}
    while waiting and search.steps <= _MOST_STEPS:
        i, j, cost, used = waiting.popleft()
        if cost > cheapest[i, j]:
            continue
        for a, b, index in search.onward(i, j):
            if index < 0:
                return tuple(made[n] for n in dict.fromkeys(used))
            one = made[index]
            total = cost + one.cost
            if (not one.was and index in used) or total >= cheapest.get((a, b), total + 1):
                continue
            cheapest[a, b] = total
            (waiting.append if one.cost else waiting.appendleft)((a, b, total, (*used, index)))
    return None


def _shared(old: str, new: str, i: int, j: int) -> int:
    """Return the number of equal characters from two positions on."""
    low, high = 0, min(len(old) - i, len(new) - j)
    if old[i : i + high] == new[j : j + high]:
        return high
    while low < high - 1:
        middle = (low + high) // 2
        if old[i + low : i + middle] == new[j + low : j + middle]:
            low = middle
        else:
            high = middle
    return low
